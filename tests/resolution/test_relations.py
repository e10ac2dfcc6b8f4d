import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dashboard.resolution.relations import relation_of

RELATIONS = [
    ("a village 20 km south of Tehran", "Tehran", ("south of", 20.0)),
    ("12 miles (20 km) north-east of Baghdad", "Baghdad", ("northeast of", 19.3)),
    ("just north of the Kabul", "Kabul", ("north of", 50.0)),
    ("near Baghdad's airport", "Baghdad", ("near", 20.0)),
    ("5 miles outside Paris", "Paris", ("near", 8.0)),
    ("about 30 kilometers from Mosul", "Mosul", ("near", 30.0)),
    ("on the outskirts of Kabul", "Kabul", ("near", 20.0)),
    ("the border with Iran", "Iran", ("border of", 50.0)),
    ("the Syrian border", "Syrian", ("border of", 50.0)),
    ("Jordan's eastern border", "Jordan", ("border of", 50.0)),
    ("off the southern coast of Yemen", "Yemen", ("off", 100.0)),
    ("in Najaf", "Najaf", None),
    ("far from Paris", "Paris", None),
    ("a letter from Paris", "Paris", None),
    ("the south of France", "France", ("south of", 50.0)),
    ("a 2.0.5 km south of Tehran", "Tehran", ("south of", 50.0)),
]


@pytest.mark.parametrize(("text", "name", "told"), RELATIONS, ids=[text for text, _, _ in RELATIONS])
def test_how_a_name_stands_to_its_place(text, name, told):
    start = text.index(name)
    assert relation_of(text, start, start + len(name)) == told


@settings(deadline=None)
@given(st.text(alphabet="0123456789,.() kmilesnorth of the\n", max_size=200))
def test_any_words_before_a_name_are_read(words):
    found = relation_of(words + "Tehran", len(words), len(words) + 6)
    assert found is None or found.radius_km >= 0
