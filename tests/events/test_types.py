"""The table of types."""

from dashboard.events.types import BACKGROUND, event_types


def test_thirteen_types_and_background() -> None:
    assert len(event_types()) == 14
    assert list(event_types())[-1] == BACKGROUND


def test_letters_tell_types_apart() -> None:
    letters = [kind.letter for kind in event_types().values() if kind.key != BACKGROUND]
    assert len(set(letters)) == len(letters) == len("".join(letters))
    assert event_types()[BACKGROUND].letter == ""


def test_family_and_shape_go_together() -> None:
    pairs = {(kind.family, kind.shape) for kind in event_types().values()}
    assert len(pairs) == len({shape for _, shape in pairs}) == 6


def test_schemes_are_lists_of_names() -> None:
    kinds = event_types()
    assert kinds["agreements_cooperation"].plover == ("AGREE", "COOPERATE", "SUPPORT")
    assert kinds["protests_strikes"].acled == ("Protests", "Riots")
    assert kinds["elections_government"].plover == kinds["disaster_displacement"].plover == ()
