import pytest

from dashboard.toponyms.document import look_over
from dashboard.toponyms.features import scene_of, span_features
from dashboard.toponyms.spans import candidate_names


def features(text, surface, index):
    document = look_over(text, ())
    names = candidate_names(document, index)
    scene = scene_of(document, names, index)
    start = text.index(surface)
    name = next(
        n
        for n in names
        if (document.tokens[n.first].start, document.tokens[n.last - 1].end) == (start, start + len(surface))
    )
    return set(span_features(scene, name))


@pytest.mark.parametrize(
    ("text", "surface", "expected"),
    [
        ("a fire in Najaf spread", "Najaf", {"before_in", "after_word", "tokens_1", "kind_city"}),
        ("Mr. Jordan spoke", "Jordan", {"before_title", "in_person_name", "state_in_person_name"}),
        ("Tom Jordan spoke", "Jordan", {"in_person_name"}),
        ("the town of Bangor, Maine", "Bangor", {"kind_of", "comma_parent"}),
        ("Aleppo University fell", "Aleppo", {"after_org_capital", "institution_after", "capitals_after_1"}),
        ("the University of California won", "California", {"institution_of"}),
        ("Ali, 24, of Bangor", "Bangor", {"comma_of"}),
        ("in New York now", "York", {"inside_longer", "short_text"}),
        ("in Kurdish region now", "Kurdish", {"inside_longer"}),
        ("He likes reading in Reading", "Reading", {"lower_elsewhere"}),
        ("BAGHDAD (AP) said", "BAGHDAD", {"capitals", "sentence_start", "after_bracket"}),
        ("the al-Basra office", "Basra", {"before_particle"}),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_a_span_has_the_features_of_its_surroundings(text, surface, expected, index):
    assert expected <= features(text, surface, index)


def test_a_surname_seen_with_its_given_name_is_doubted_alone(index):
    text = "Reporters met Tom Jordan. Later the Jordan left."
    document = look_over(text, ())
    names = candidate_names(document, index)
    scene = scene_of(document, names, index)
    later = [n for n in names if document.tokens[n.first].start == text.rindex("Jordan")]
    assert "surname_elsewhere" in span_features(scene, later[0])


def test_a_kind_word_in_lower_case_ends_a_name_only_after_a_demonym(index):
    assert "ends_lower" not in features("in the Kurdish region now", "Kurdish region", index)
    assert "inside_longer" not in features("in the Kurdistan region now", "Kurdistan", index)


@pytest.mark.parametrize(
    ("text", "surface", "expected"),
    [
        ("in Iraq and in Najaf", "Najaf", {"in_named_country", "repeats_1"}),
        ("in New York and York", "York", {"in_longer_name"}),
        ("near Orono, in Maine, in Bangor", "Bangor", {"in_named_admin1", "placed_elsewhere"}),
    ],
    ids=["country named", "longer name", "state named"],
)
def test_a_longer_text_shows_more_about_a_name(text, surface, expected, index):
    assert expected <= features(text + " it rained" * 40, surface, index)
