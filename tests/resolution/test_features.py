import pytest

from dashboard.records import Toponym
from dashboard.resolution.features import (
    MAX_CONTEXT,
    context_features,
    context_of,
    none_features,
    options_of,
    rest_of,
    shared_areas,
)
from dashboard.resolution.names import NameGroup, group_names, page_of
from dashboard.resolution.rank import task_of


def page(text, names, index):
    starts = [(text.index(name), name) for name in names]
    return page_of(text, (), [Toponym(start, start + len(name), name, "literal") for start, name in starts], index)


def option(options, country, kind="city"):
    return next(one for one in options if one.known.country == country and one.known.kind == kind)


def features_in_context(name, place, others, index):
    """Features of the place `place` = (country, kind) of `name` where each of `others` is its own first place."""
    names = group_names(page(" ".join([name, *others]), [name, *others], index))
    options = [options_of(group, index, {}) for group in names]
    guesses = [None, *(some[0].known for some in options[1:])]
    context = context_of(names, guesses)
    return context_features(option(options[0], *place), rest_of(context, 0), context, frozenset({1}))


@pytest.mark.parametrize(
    ("name", "place", "others", "expected"),
    [
        ("Paris", ("US", "city"), ["Texas", "Dallas"], {"country_named": None, "admin1_named": 1.0, "near_160": 1.0}),
        ("Paris", ("FR", "city"), ["Texas", "Dallas"], {"country_vote": None, "near_1500": None}),
        ("Najaf", ("IQ", "city"), ["Iraq", "Karbala"], {"country_named": 1.0, "near_160": 1.0, "near_50": None}),
        ("Najaf", ("IQ", "city"), ["Iraq", "Karbala"], {"country_vote": 0.5, "beside_country": 1.0}),
    ],
    ids=["Texas", "not France", "near", "votes"],
)
def test_a_place_has_the_features_its_company_gives_it(name, place, others, expected, index):
    found = features_in_context(name, place, others, index)
    assert {feature: found.get(feature) for feature in expected} == expected


def test_a_place_is_not_near_itself(index):
    assert "near_1500" not in features_in_context("Najaf", ("IQ", "city"), ["Iraq"], index)


def test_an_area_behind_a_comma_speaks_for_what_it_holds(index):
    names = group_names(page("Bangor, Maine", ["Bangor", "Maine"], index))
    options = options_of(names[0], index, {})
    assert option(options, "US").own["comma_area_holds"] == 1
    assert option(options, "GB").own["comma_area_elsewhere"] == 1


def test_a_kind_word_speaks_for_its_kind(index):
    names = group_names(page("Najaf province", ["Najaf"], index))
    options = options_of(names[0], index, {})
    assert "kind_word_fits" in option(options, "IQ", "admin1").own
    assert "kind_word_differs" in option(options, "IQ").own


def test_a_place_where_the_text_is_not_lies_outside_and_says_how_much_of_the_text_does_not(index):
    found = features_in_context("Paris", ("FR", "city"), ["Texas", "Dallas", "Austin"], index)
    assert found["outside_country"] == found["outside_area"] == found["outside_country_code_PPLC"] == 0.6
    assert "outside_country" not in features_in_context("Paris", ("US", "city"), ["Texas", "Dallas"], index)


def test_the_setting_speaks_for_the_places_of_its_country(index):
    names = group_names(page("Dublin", ["Dublin"], index))
    options = options_of(names[0], index, {"customs": {"US": 1.0}})
    assert option(options, "US").own["customs"] == 1.0
    assert "customs" not in option(options, "IE").own


def test_an_area_is_shared_where_two_names_have_a_place_in_it(index):
    options = task_of(page("Bangor Orono", ["Bangor", "Orono"], index)).options
    maine = next(sense.row for sense in index.senses(index.find("Maine")) if index.kind(sense.row) == "admin1")
    assert shared_areas(options)[0] == maine
    assert shared_areas(options[:1]) == []


def test_kin_are_other_names_with_a_place_nearby(index):
    options = task_of(page("Bangor Orono", ["Bangor", "Orono"], index)).options[0]
    assert option(options, "US").own["kin_near"] > option(options, "GB").own["kin_near"] == 0


def test_a_name_nobody_knows_has_no_options(index):
    assert options_of(NameGroup(None, "Xyzzyqux"), index, {}) == []


def test_doubt_and_a_part_known_speak_for_none_of_these():
    group = NameGroup(1, "Baghdad academy", score=0.75, exact=False)
    assert none_features(group) == {"none": 1.0, "none_doubt": 0.25, "none_partial": 1.0}


def test_a_candidate_is_measured_against_the_names_mentioned_most(index):
    najaf = options_of(NameGroup(index.find("Najaf"), "Najaf"), index, {})[0].known
    groups = [NameGroup(index.find("Najaf"), "Najaf", mentions=[0] * times) for times in range(1, 3 * MAX_CONTEXT)]
    rows = [najaf._replace(row=number) for number in range(len(groups))]
    kept = {row for row, _ in context_of(groups, rows).points}
    assert kept == set(range(len(groups) - MAX_CONTEXT, len(groups)))
