import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.exports.plain import harmless, width, without_surrogates

HOSTILE = [
    ("\x1b[31mred\x1b[0m", "\ufffd[31mred\ufffd[0m"),
    ("a\u202eb\u200fc", "abc"),
    ("zero\u200bwidth\ufeff", "zerowidth"),
    ("tab\tand\r\nline", "tab and line"),
    ("bell\x07 c1\x9b2J", "bell\ufffd c1\ufffd2J"),
    ("\ud800x", "\ufffdx"),
    ("Āltūn Kūprī", "Āltūn Kūprī"),
    ("para\u2029graph\u2028", "para graph"),
]


@pytest.mark.parametrize(("text", "shown"), HOSTILE, ids=[ascii(text) for text, _ in HOSTILE])
def test_hostile_text_is_made_harmless(text, shown) -> None:
    assert harmless(text) == shown


@given(st.text(st.characters(exclude_categories=())))
def test_what_is_shown_is_one_encodable_line_without_controls(text) -> None:
    shown = harmless(text)
    shown.encode("utf-8")
    assert not {"Cc", "Cf", "Cs", "Zl", "Zp"} & set(map(unicodedata.category, shown))


@given(st.text(st.characters(exclude_categories=["Cs"])))
def test_text_without_surrogates_stays_the_same(text) -> None:
    assert without_surrogates(text) == text


@pytest.mark.parametrize(("text", "columns"), [("abc", 3), ("北京", 4), ("e\u0301", 1), ("ﾊ", 1), ("", 0)])
def test_width_counts_terminal_columns(text, columns) -> None:
    assert width(text) == columns
