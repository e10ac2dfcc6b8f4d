import pytest

from dashboard.toponyms.document import look_over
from dashboard.toponyms.evidence import evidence_of, facts_of
from dashboard.toponyms.spans import candidate_names


def evidence(text, index):
    document = look_over(text, ())
    names = candidate_names(document, index)
    facts = {name.key: facts_of(index, name.key, name.exact) for name in names}
    return evidence_of(document, names, facts, index)


@pytest.mark.parametrize(
    ("name", "size", "role"),
    [
        ("Iraq", "state", "country"),
        ("Iraqi", "state", "demonym"),
        ("Maine", "state", "admin1"),
        ("Baghdad", "capital", "capital"),
        ("Najaf", "city", "city"),
        ("Altun Kupri", "small", "city"),
    ],
)
def test_the_gazetteer_says_how_large_a_name_is_and_what_it_stands_for(name, size, role, index):
    facts = facts_of(index, index.find(name), exact=False)
    assert (facts.size, facts.role) == (size, role)


def test_a_state_behind_a_comma_places_the_name_before_it(index):
    placed = evidence("Bangor, Maine. Bangor voted.", index).placed
    assert placed[index.find("Bangor")] == 1


def test_a_state_that_does_not_hold_the_name_places_nothing(index):
    assert not evidence("Najaf, Maine", index).placed[index.find("Najaf")]


def test_countries_are_named_by_name_or_demonym(index):
    assert {"IQ", "TR"} <= evidence("Iraqi troops left Turkey.", index).countries


def test_a_word_inside_a_longer_name_is_remembered(index):
    assert "york" in evidence("New York and York", index).inside


def test_names_with_places_in_one_state_are_kin(index):
    kin = evidence("Bangor and Orono and Caribou", index).kin
    maine = index.senses(index.find("Maine"))[0].row
    assert kin[maine] >= 1
