"""Where an event is."""

from dashboard.events.places import places_of
from dashboard.records import Place, Resolution, Span, Toponym


def at(start: int, name: str) -> Resolution:
    return Resolution(Toponym(start, start + len(name), name, "literal"), Place(name, name, "city", 0.5, 0.5), 1.0)


FOUND = [at(0, "Bern"), at(20, "Genf"), at(30, "Bern"), at(60, "Chur")]


def test_a_place_named_twice_counts_once_by_its_nearest_name() -> None:
    assert places_of(Span(0, 50), Span(40, 45), FOUND, [0, 20, 30, 60]) == ("Bern", "Genf")


def test_a_sentence_without_names_has_no_place() -> None:
    assert places_of(Span(40, 50), Span(40, 45), FOUND, [0, 20, 30, 60]) == ()
