import json
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jinja2 import Template

from dashboard.maps.encode import encode, encode_text
from tests.hostile import TEXTS

ANY_TEXT = st.text(st.characters(exclude_categories=()))
VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False) | ANY_TEXT,
    lambda inner: st.lists(inner) | st.dictionaries(ANY_TEXT, inner),
    max_leaves=12,
)


@pytest.mark.parametrize("text", TEXTS, ids=range(len(TEXTS)))
def test_a_hostile_text_comes_back_whole(text: str) -> None:
    assert json.loads(encode_text(text)) == text


@given(ANY_TEXT)
def test_no_mark_that_means_anything_to_html_jinja_or_a_template_is_left(text: str) -> None:
    assert re.search(r"[<>&{}`$'\u0080-\U0010ffff]", encode_text(text)) is None


@given(VALUES)
def test_jinja_leaves_a_value_alone(value: object) -> None:
    assert Template(encode(value)).render() == encode(value)


@given(VALUES)
def test_a_value_comes_back_whole(value: object) -> None:
    assert json.loads(encode(value)) == value


def test_nan_is_refused() -> None:
    with pytest.raises(ValueError, match="not JSON compliant"):
        encode([1.0, float("nan")])
