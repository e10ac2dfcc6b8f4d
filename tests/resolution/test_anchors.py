import pytest

from dashboard.records import Segment, Span, Toponym
from dashboard.resolution.anchors import MAX_ANCHORS, anchors_of, is_loose, placed_mentions
from dashboard.resolution.features import options_of
from dashboard.resolution.names import NameGroup, group_names, page_of

TEXT = "Mercy Hospital, Dallas. Paris is in Texas. Paris again. Nobody left Zilker Hall."
NAMES = ["Mercy Hospital", "Dallas", "Paris", "Texas", "Paris", "Zilker Hall"]


def toponyms_of(text, names):
    at, found = 0, []
    for name in names:
        at = text.index(name, at)
        found.append(Toponym(at, at + len(name), name, "literal"))
        at += len(name)
    return found


@pytest.fixture
def placed(index):
    """The page of TEXT, its groups by name, and its mentions with the first place of each known name."""
    page = page_of(TEXT, (), toponyms_of(TEXT, NAMES), index)
    groups = group_names(page)
    options = [[] if is_loose(group) else options_of(group, index, {}) for group in groups]
    guesses = [some[0].known if some else None for some in options]
    return page, {group.surface: group for group in groups}, placed_mentions(groups, guesses)


def anchors(placed, name, index, inside=None):
    page, groups, mentions = placed
    found = anchors_of(page, groups[name], inside, mentions)
    return {index.place(option.known.row).name: option.own for option in found}


def test_a_name_is_loose_that_the_gazetteer_does_not_have_as_it_stands():
    assert is_loose(NameGroup(None, "Xyzzyqux"))
    assert is_loose(NameGroup(1, "Aleppo University", exact=False))
    assert not is_loose(NameGroup(1, "Aleppo"))


def test_the_anchors_of_a_name_are_the_places_of_the_text(placed, index):
    assert set(anchors(placed, "Zilker Hall", index)) == {"Dallas", "Paris", "Texas"}


def test_the_nearest_name_and_the_one_named_most_are_told_apart(placed, index):
    found = anchors(placed, "Zilker Hall", index)
    assert found["Paris"]["anchor_before"] == found["Paris"]["anchor_most_named"] == 1.0
    assert "anchor_before" not in found["Dallas"]
    assert found["Dallas"]["anchor_first"] == 1.0
    assert found["Paris"]["anchor_share"] == 0.5


def test_the_area_behind_a_comma_is_a_feature(placed, index):
    found = anchors(placed, "Mercy Hospital", index)
    assert found["Dallas"]["anchor_comma"] == found["Dallas"]["anchor_after"] == 1.0
    assert "anchor_comma" not in found["Paris"]


def test_a_name_inside_a_longer_one_is_an_anchor(placed, index):
    aleppo = options_of(NameGroup(index.find("Aleppo"), "Aleppo"), index, {})[0].known
    assert anchors(placed, "Zilker Hall", index, aleppo)["Aleppo"]["anchor_inside_city"] == 1.0


def test_a_place_of_another_segment_is_not_of_the_same_part(index):
    text = "Dallas\nZilker Hall"
    parts = [Segment(0, 6, "heading", (Span(0, 6),)), Segment(7, 18, "paragraph", (Span(7, 18),))]
    page = page_of(text, parts, toponyms_of(text, ["Dallas", "Zilker Hall"]), index)
    groups = group_names(page)
    known = options_of(groups[0], index, {})[0].known
    (option,) = anchors_of(page, groups[1], None, placed_mentions(groups, [known, None]))
    assert "anchor_before_same_part" not in option.own


def test_a_long_text_gives_no_more_anchors_than_are_looked_at(index):
    known = options_of(NameGroup(index.find("Najaf"), "Najaf"), index, {})[0].known
    names = [f"Najaf{number}" for number in range(100)]
    text = " ".join(names)
    page = page_of(text, (), toponyms_of(text, names), index)
    groups = [NameGroup(1, name, mentions=[number]) for number, name in enumerate(names)]
    guesses = [known._replace(row=number) for number in range(99)]
    found = anchors_of(page, groups[99], None, placed_mentions(groups, [*guesses, None]))
    assert len(found) <= MAX_ANCHORS + 8
