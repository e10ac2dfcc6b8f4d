"""JSON lines: an article or what is wrong, for every line, in order."""

import json
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.articles.lines import read_lines
from dashboard.errors import BadLine
from dashboard.records import Article, Span

ARTICLES = {
    "least": ({"id": "a", "text": "Goma"}, Article("a", "Goma"), None),
    "whole": (
        {"id": "a", "text": "Goma", "title": "T", "published": "2024-09-11", "url": "u", "other": 1},
        Article("a", "Goma", "T", date(2024, 9, 11), "metadata", "u"),
        None,
    ),
    "nothing known": (
        {"id": "a", "text": "Goma", "title": None, "published": None, "url": None, "toponyms": None},
        Article("a", "Goma"),
        None,
    ),
    "empty date": ({"id": "a", "text": "Goma", "published": ""}, Article("a", "Goma"), None),
    "number for an id": ({"id": 7, "text": "Goma"}, Article("7", "Goma"), None),
    "no id": ({"text": "Goma"}, Article("1", "Goma"), None),
    "no spans": ({"id": "a", "text": "Goma", "toponyms": []}, Article("a", "Goma"), ()),
    "spans": (
        {
            "id": "a",
            "text": "🚀 Goma, Beni",
            "toponyms": [{"start": 8, "end": 12}, {"start": 2, "end": 6, "surface": "Goma"}],
        },
        Article("a", "🚀 Goma, Beni"),
        (Span(8, 12), Span(2, 6)),
    ),
    "half of a pair": ({"id": "\ud83d", "text": "Goma \udc00"}, Article("\ud83d", "Goma \udc00"), None),
}
WRONG = {
    "no JSON": ("{'id': 1}", "it is not JSON", None),
    "cut off": ('{"id": "a", "text": "Go', "it is not JSON", None),
    "number": ("5", "it is not an object", None),
    "list": ("[]", "it is not an object", None),
    "deep": ("[" * 100_000, "nested too deep", None),
    "long number": ('{"id": ' + "1" * 5_000 + "}", "a number too long", None),
    "id is a list": ('{"id": [], "text": "Goma"}', '"id" is neither', None),
    "id is true": ('{"id": true, "text": "Goma"}', '"id" is neither', None),
    "no text": ('{"id": "a"}', 'it has no "text"', "a"),
    "text is null": ('{"id": "a", "text": null}', 'it has no "text"', "a"),
    "text is a number": ('{"id": "a", "text": 5}', '"text" is not a string', "a"),
    "text is empty": ('{"id": "a", "text": " .\\n"}', '"text" is empty', "a"),
    "title is a number": ('{"id": "a", "text": "Goma", "title": 5}', '"title" is not a string', "a"),
    "published is a word": ('{"id": "a", "text": "Goma", "published": "today"}', "'today' is not a date", "a"),
    "published is a number": ('{"id": "a", "text": "Goma", "published": 2024}', '"published" is not a string', "a"),
    "toponyms is an object": ('{"id": "a", "text": "Goma", "toponyms": {}}', '"toponyms" is not a list', "a"),
}
WRONG_SPANS = {
    "no object": (5, "toponym 2 is not"),
    "no end": ({"start": 0}, "toponym 2 is not"),
    "half a character": ({"start": 0, "end": 1.5}, "with whole numbers"),
    "true": ({"start": False, "end": True}, "with whole numbers"),
    "empty": ({"start": 2, "end": 2}, "characters 2 to 2, is not inside"),
    "backwards": ({"start": 3, "end": 1}, "is not inside"),
    "before the text": ({"start": -2, "end": 1}, "is not inside"),
    "beyond the text": ({"start": 0, "end": 5}, "is not inside the text of 4 characters"),
    "another surface": ({"start": 0, "end": 2, "surface": "Be"}, "the text has 'Go' at 0 to 2, not 'Be'"),
}


@pytest.mark.parametrize(("fields", "article", "spans"), ARTICLES.values(), ids=ARTICLES)
def test_a_line_is_an_article(fields, article, spans):
    assert list(read_lines([json.dumps(fields)], "in.jsonl")) == [(article, spans)]


@pytest.mark.parametrize(("line", "why", "article_id"), WRONG.values(), ids=WRONG)
def test_a_bad_line_says_why_and_where(line, why, article_id):
    (bad,) = read_lines([line], "in.jsonl")
    assert isinstance(bad, BadLine)
    assert (bad.number, bad.article_id) == (1, article_id)
    assert why in str(bad)
    assert str(bad).startswith("in.jsonl, line 1: ")


@pytest.mark.parametrize(("span", "why"), WRONG_SPANS.values(), ids=WRONG_SPANS)
def test_a_wrong_span_is_told(span, why):
    fields = {"id": "a", "text": "Goma", "toponyms": [{"start": 0, "end": 4}, span]}
    (bad,) = read_lines([json.dumps(fields)], "in.jsonl")
    assert isinstance(bad, BadLine)
    assert why in str(bad)


def test_one_comes_out_for_each_line_in_order_and_blank_lines_count():
    lines = ['{"id": "a", "text": "Goma"}\n', "\n", "x\n", '{"id": "a", "text": "Beni"}']
    first, bad, last = read_lines(lines, "-")
    assert (first[0].text, last[0].text, first[0].id, last[0].id) == ("Goma", "Beni", "a", "a")
    assert bad.number == 3


def test_lines_of_bytes_are_utf8_and_a_byte_order_mark_is_passed_over():
    lines = ['\ufeff{"id": "a", "text": "Āltūn"}\n'.encode(), b'{"id": "b", "text": "Sina\xef"}\n']
    first, bad = read_lines(lines, "-")
    assert first == (Article("a", "Āltūn"), None)
    assert "it is not UTF-8 (byte 25)" in str(bad)


def test_lines_are_read_one_by_one():
    def stream():
        yield '{"id": "a", "text": "Goma"}'
        raise AssertionError("read too far")

    assert next(read_lines(stream(), "-"))[0].id == "a"


ANYTHING = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(st.characters(exclude_categories=())),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from(["start", "end", "surface"]), inner),
)


@given(st.dictionaries(st.sampled_from(["id", "text", "title", "published", "url", "toponyms"]), ANYTHING))
def test_any_object_is_an_article_or_a_bad_line(fields):
    (out,) = read_lines([json.dumps(fields)], "-")
    assert isinstance(out, BadLine) or out[0].text == fields["text"]


@given(st.text(st.characters(exclude_categories=())))
def test_any_text_is_a_bad_line_or_nothing(text):
    for out in read_lines([text], "-"):
        assert isinstance(out, BadLine)
