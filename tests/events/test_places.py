"""Where an event is."""

from dashboard.events.places import places_of
from dashboard.records import Place, Resolution, Span, Toponym


def at(start: int, name: str, use: str = "literal") -> Resolution:
    toponym = Toponym(start, start + len(name), name, use)  # type: ignore[arg-type]
    return Resolution(toponym, Place(name, name, "city", 0.5, 0.5), 1.0)


# Two sentences, 0-50 and 50-100, in one passage.
FIRST, SECOND, PASSAGE = Span(0, 50), Span(50, 100), Span(0, 100)
FOUND = [at(0, "Bern"), at(20, "Genf"), at(30, "Bern"), at(60, "Iran", "associative"), at(80, "Chad", "associative")]


def test_a_place_named_twice_counts_once_by_its_nearest_name() -> None:
    assert places_of(Span(40, 45), FIRST, PASSAGE, None, FOUND) == ("Bern", "Genf")


def test_a_place_behind_the_trigger_comes_before_one_as_far_in_front() -> None:
    assert places_of(Span(12, 16), FIRST, PASSAGE, None, FOUND)[0] == "Genf"


def test_who_is_acted_upon_says_where() -> None:
    assert places_of(Span(70, 77), SECOND, PASSAGE, Span(80, 84), FOUND) == ("Chad", "Iran")


def test_a_sentence_without_a_scene_has_that_of_the_passage_before_it() -> None:
    assert places_of(Span(70, 77), SECOND, PASSAGE, None, FOUND) == ("Bern", "Chad", "Iran")


def test_a_passage_without_names_has_no_place() -> None:
    assert places_of(Span(140, 145), Span(130, 150), Span(120, 160), None, FOUND) == ()
