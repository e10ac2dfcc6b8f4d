"""Events in the project's own passages: how they are judged, and the floors that the test half is held to."""

import tomllib
from pathlib import Path

import pytest

from benchmarks.accuracy import events
from benchmarks.accuracy.events import HALVES, Label, Passage, Share, agreement, figures, read_passages
from dashboard.articles.files import make_article
from dashboard.records import Event, Place, Reading, Resolution, Span, Toponym

ROOT = Path(__file__).resolve().parents[3]
FLOORS = tomllib.loads((ROOT / "benchmarks" / "accuracy" / "floors.toml").read_text(encoding="utf-8"))["events"]
AT_MOST = " at most"

TEXT = "Gunmen attacked a school near Goma. Envoys will visit Oslo."
ATTACK = Label("attacks_fighting", "reported", "shelled", "2024-09-10", ("Goma",))
VISIT = Label("talks_visits", "planned", "to visit", None, ())


@pytest.fixture(scope="module")
def measured():
    return figures(read_passages("test"))


@pytest.mark.parametrize("name", [name for name in FLOORS if not name.endswith(AT_MOST)])
def test_a_figure_is_not_under_its_floor(name, measured):
    assert measured[name] >= FLOORS[name]


@pytest.mark.parametrize("name", [name for name in FLOORS if name.endswith(AT_MOST)])
def test_a_figure_is_not_over_its_ceiling(name, measured):
    assert measured[name.removesuffix(AT_MOST)] <= FLOORS[name]


def test_every_figure_has_a_floor(measured):
    assert measured.keys() == {name.removesuffix(AT_MOST) for name in FLOORS}


def test_the_halves_share_no_passage_and_leave_none_out():
    tuning, test = ({passage.text for passage in read_passages(half)} for half in HALVES)
    assert min(len(tuning), len(test)) >= 190
    assert not tuning & test
    assert len(tuning | test) == sum(1 for _ in events.PASSAGES.open(encoding="utf-8"))


def test_an_unknown_half_is_refused():
    with pytest.raises(SystemExit, match="usage"):
        events.main(["train"])


def test_the_labellers_agree_on_most_types():
    assert 0.9 < agreement(read_passages("test")) < 1


def passage(first, second):
    return Passage(TEXT, "2024-09-11", first, second)


def event(label, **changes):
    fields = {"status": label.status, "date": label.date, "place_ids": tuple(f"x:{name}" for name in label.places)}
    return Event(0, 35, label.type, **fields | {"trigger": Span(7, 15), "confidence": 0.9} | changes)


def reading(*found):
    start = TEXT.index("Goma")
    goma = Resolution(Toponym(start, start + 4, "Goma", "literal"), Place("x:Goma", "Goma", "city", -1.7, 29.2), 0.9)
    return Reading(make_article(TEXT), (), (goma,), found)


def judged(monkeypatch, one, *found):
    monkeypatch.setattr(events, "read", lambda article: reading(*found))
    return figures([one])


ALL_RIGHT = {"types, micro F1": 1.0, "false events": 0.0, "status": 1.0, "place": 1.0, "date": 1.0}
JUDGED = {
    "all right": ([event(ATTACK)], {}),
    "missed": ([], dict.fromkeys(("types, micro F1", "status", "place", "date"), 0.0)),
    "one type too many": ([event(ATTACK), event(VISIT)], {"types, micro F1": 2 / 3}),
    "wrong status": ([event(ATTACK, status="alleged")], {"status": 0.0}),
    "wrong place": ([event(ATTACK, place_ids=("x:Oslo", "x:Goma"))], {"place": 0.0}),
    "no place": ([event(ATTACK, place_ids=())], {"place": 0.0}),
    "wrong date": ([event(ATTACK, date="2024-09-09")], {"date": 0.0}),
    "the surest event is judged": ([event(ATTACK), event(ATTACK, date=None, confidence=0.4)], {}),
}


@pytest.mark.parametrize(("found", "changes"), JUDGED.values(), ids=JUDGED)
def test_a_passage_is_judged_by_its_labels(found, changes, monkeypatch):
    assert judged(monkeypatch, passage([ATTACK], [ATTACK]), *found) == pytest.approx(ALL_RIGHT | changes)


@pytest.mark.parametrize("found", [[event(ATTACK)], [event(ATTACK), event(VISIT)]], ids=["left out", "found"])
def test_what_one_labeller_gave_may_be_found(found, monkeypatch):
    assert judged(monkeypatch, passage([ATTACK, VISIT], [ATTACK]), *found)["types, micro F1"] == 1


@pytest.mark.parametrize(("found", "share"), [([], 0.0), ([event(ATTACK), event(VISIT)], 1.0)])
def test_an_event_in_a_passage_without_labels_is_false(found, share, monkeypatch):
    assert judged(monkeypatch, passage([], []), *found)["false events"] == share


def test_a_date_that_one_labeller_did_not_give_is_not_judged(monkeypatch):
    one = passage([ATTACK], [ATTACK._replace(date=None)])
    monkeypatch.setattr(events, "read", lambda article: reading(event(ATTACK, date="2024-01-01")))
    assert figures([one, passage([ATTACK], [ATTACK])])["date"] == 0
    monkeypatch.setattr(events, "read", lambda article: reading(event(ATTACK)))
    assert figures([one, passage([ATTACK], [ATTACK])])["date"] == 1


AGREEMENT = [([ATTACK], [ATTACK], 1.0), ([ATTACK, VISIT], [ATTACK], 2 / 3), ([ATTACK], [VISIT], 0.0), ([], [], 0.0)]


@pytest.mark.parametrize(("first", "second", "expected"), AGREEMENT)
def test_agreement_is_f1_of_one_labeller_against_the_other(first, second, expected):
    assert agreement([passage(first, second)]) == pytest.approx(expected)


def test_a_share_of_nothing_is_nothing():
    assert (Share(0, 0).value, Share(1, 4).value) == (0, 0.25)
