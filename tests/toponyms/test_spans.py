import pytest

from dashboard.toponyms.document import look_over
from dashboard.toponyms.spans import candidate_names


def surfaces(text, index):
    document = look_over(text, ())
    names = candidate_names(document, index)
    return {text[document.tokens[n.first].start : document.tokens[n.last - 1].end]: n for n in names}


def test_overlapping_names_are_all_candidates(index):
    assert {"New York", "York"} <= surfaces("She left New York.", index).keys()


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Fire in Altun-Kupri today", "Altun-Kupri"),
        ("at the al-Tanf base", "al-Tanf"),
        ("in St. Louis", "St. Louis"),
        ("across the U.S. today", "U.S."),
        ("in Charleston, W.Va.", "W.Va."),
        ("in Iraq’s Kurdish region", "Kurdish region"),
    ],
    ids=lambda value: value,
)
def test_hyphens_points_and_particles_belong_to_names(text, name, index):
    assert name in surfaces(text, index)


@pytest.mark.parametrize(
    ("text", "never"),
    [
        ("the New. York fell", "New. York"),
        ("Bangor, Maine", "Bangor, Maine"),
        ("tell us more", "us"),
        ("they were reading", "reading"),
    ],
    ids=lambda value: value,
)
def test_names_cross_no_stop_and_begin_with_a_capital(text, never, index):
    assert never not in surfaces(text, index)


def test_an_abbreviation_spelled_exactly_so_is_marked(index):
    assert surfaces("in Calif. today", index)["Calif."].exact
    assert not surfaces("in Paris today", index)["Paris"].exact


def test_an_abbreviation_ends_at_the_end_of_the_text(index):
    assert surfaces("He left the U.S.", index)["U.S."].exact
