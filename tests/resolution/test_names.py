import pytest

from dashboard.records import Segment, Span, Toponym
from dashboard.resolution.names import contains, group_names, key_of, page_of


def groups(text, names, index, segments=()):
    at, toponyms = 0, []
    for name in names:
        at = text.index(name, at)
        toponyms.append(Toponym(at, at + len(name), name, "literal"))
        at += len(name)
    return group_names(page_of(text, segments, toponyms, index))


@pytest.mark.parametrize(
    ("text", "names", "quote", "strong"),
    [
        ("Bangor, Maine", ["Bangor", "Maine"], "Bangor, Maine", True),
        ("Bangor (Maine)", ["Bangor", "Maine"], "Bangor (Maine)", True),
        ("Bangor in Maine", ["Bangor", "Maine"], "Bangor in Maine", False),
        ("Bangor, in Maine", ["Bangor", "Maine"], "Bangor, in Maine", False),
        ("Portland Oregon", ["Portland", "Oregon"], "Portland Oregon", False),
        ("Tehran, Iran", ["Tehran", "Iran"], "Tehran, Iran", True),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_the_area_named_behind_a_place_is_kept_with_its_words(text, names, quote, strong, index):
    area = groups(text, names, index)[0].area
    assert (area.quote, area.strong) == (quote, strong)


def test_an_owner_before_a_place_is_its_area(index):
    assert groups("Iraq's holy city of Najaf", ["Iraq", "Najaf"], index)[1].area.quote == "Iraq's holy city of Najaf"


@pytest.mark.parametrize("text", ["Najaf, Maine", "Bangor and Maine", "Bangor. Maine", "Bangor, said Maine"])
def test_what_does_not_hold_the_place_or_stands_apart_is_no_area(text, index):
    first, last = text.replace(",", "").replace(".", "").split()[0], "Maine"
    assert groups(text, [first, last], index)[0].area is None


def test_a_comma_does_not_reach_into_the_next_segment(index):
    parts = [Segment(0, 7, "heading", (Span(0, 7),)), Segment(8, 13, "heading", (Span(8, 13),))]
    assert groups("Bangor,\nMaine", ["Bangor", "Maine"], index, parts)[0].area is None


def test_mentions_without_a_comma_join_the_one_with(index):
    found = groups("Bangor, Maine. Bangor", ["Bangor", "Maine", "Bangor"], index)
    assert [group.mentions for group in found] == [[0, 2], [1]]


def test_different_commas_are_different_places(index):
    found = groups("Paris, Texas, Paris, France", ["Paris", "Texas", "Paris", "France"], index)
    assert [group.mentions for group in found] == [[0], [1], [2], [3]]


@pytest.mark.parametrize(
    ("text", "kind"),
    [("the city of Najaf", "city"), ("Najaf province", "admin1"), ("the river Najaf", "river"), ("a Najaf man", None)],
    ids=["city of", "province", "river", "none"],
)
def test_kind_words_beside_a_name_are_cues(text, kind, index):
    assert list(groups(text, ["Najaf"], index)[0].cues) == ([kind] if kind else [])


@pytest.mark.parametrize(
    ("surface", "whole"), [("U.S.", True), ("najaf", True), ("Baghdad academy", False), ("Xyzzyqux", False)], ids=str
)
def test_a_key_is_of_the_whole_surface_or_of_a_name_inside(surface, whole, index):
    key, is_whole = key_of(surface, index)
    assert is_whole is whole
    assert (key is None) is (surface == "Xyzzyqux")


def test_a_country_and_a_state_contain_their_places_but_not_themselves(index):
    iraq, maine = (index.senses(index.find(name))[0].row for name in ("Iraq", "Maine"))
    najaf = index.senses(index.find("Najaf"))[0].row
    assert contains(index, iraq, najaf)
    assert not contains(index, iraq, iraq)
    assert not contains(index, maine, najaf)
