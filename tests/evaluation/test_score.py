"""What counts as found, as placed, and as neither right nor wrong."""

import pytest

from dashboard.evaluation.labels import Mark
from dashboard.evaluation.score import Tally, found_and_placed, placed, recognised, total

PARIS = Mark(0, 5, 48.86, 2.35)
TEXAS_PARIS = PARIS._replace(lat=33.66, lon=-95.56)
NOWHERE = PARIS._replace(lat=None, lon=None)
GERMAN = Mark(10, 16, 51.0, 9.0, "Language")
FOUND_GERMAN = GERMAN._replace(type=None)


@pytest.mark.parametrize(
    ("labelled", "found", "tally"),
    [
        pytest.param([PARIS], [PARIS], Tally(1, 1, 1), id="same span"),
        pytest.param([PARIS], [Mark(3, 9, 0, 0)], Tally(1, 1, 1), id="overlap, whatever the point"),
        pytest.param([PARIS], [Mark(5, 9, 0, 0)], Tally(0, 1, 1), id="beside it"),
        pytest.param([PARIS], [Mark(0, 26, 0, 0)], Tally(0, 1, 1), id="far too long"),
        pytest.param([PARIS, Mark(6, 9, 0, 0)], [Mark(0, 9, 0, 0)], Tally(1, 1, 2), id="one answer, two names"),
        pytest.param([PARIS, GERMAN], [PARIS, FOUND_GERMAN], Tally(1, 1, 1), id="a language is neutral"),
        pytest.param([PARIS], [], Tally(0, 0, 1), id="nothing found"),
    ],
)
def test_recognised(labelled: list[Mark], found: list[Mark], tally: Tally) -> None:
    assert recognised(labelled, found) == tally


@pytest.mark.parametrize(
    ("labelled", "found", "tally"),
    [
        pytest.param([PARIS], [PARIS._replace(lat=49.5)], Tally(1, 1, 1), id="near"),
        pytest.param([PARIS], [TEXAS_PARIS], Tally(0, 1, 1), id="the other Paris"),
        pytest.param([PARIS], [NOWHERE], Tally(0, 0, 1), id="no place is no answer"),
        pytest.param([NOWHERE], [PARIS], Tally(0, 0, 0), id="a name without a point is neutral"),
        pytest.param([GERMAN], [FOUND_GERMAN], Tally(0, 0, 0), id="so is a language"),
    ],
)
def test_found_and_placed(labelled: list[Mark], found: list[Mark], tally: Tally) -> None:
    assert found_and_placed(labelled, found) == tally


@pytest.mark.parametrize(
    ("found", "tally"),
    [
        pytest.param([PARIS], Tally(1, 1, 1), id="near"),
        pytest.param([NOWHERE], Tally(0, 1, 1), id="no place"),
        pytest.param([Mark(0, 4, 48.86, 2.35)], Tally(0, 0, 1), id="another span"),
    ],
)
def test_placed(found: list[Mark], tally: Tally) -> None:
    assert placed([PARIS], found) == tally


def test_f1_and_share_of_a_total() -> None:
    tally = total([Tally(1, 2, 1), Tally(2, 2, 4)])
    assert (tally, tally.f1, tally.share) == (Tally(3, 4, 5), pytest.approx(6 / 9), 0.6)


def test_nothing_scores_nothing() -> None:
    assert (Tally().f1, Tally().share) == (0.0, 0.0)
