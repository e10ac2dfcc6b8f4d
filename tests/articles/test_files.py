"""Bytes become text; what is no text is refused."""

import io
import logging
import sys
from datetime import date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.articles.files import decode, make_article, parse_date, read_article
from dashboard.errors import ArticleError, ArticleNotFound, BadDate, EmptyArticle, NotText
from dashboard.records import Article

TEXT = "Zażółć Āltūn Kūprī — “naïve”\r\n\r\nGoma\rx\n"
ENCODED = {
    "UTF-8": TEXT.encode(),
    "UTF-8 with a mark": TEXT.encode("utf-8-sig"),
    "UTF-16": TEXT.encode("utf-16"),
    "UTF-16, big end first": b"\xfe\xff" + TEXT.encode("utf-16-be"),
    "nothing": b"",
}
NO_TEXT = {
    "NUL in UTF-8": b"Goma\x00fell",
    "NUL in another encoding": b"G\xf6ma\x00fell",
    "UTF-32": "Goma".encode("utf-32"),
    "half of UTF-16": "Goma".encode("utf-16") + b"x",
    "control characters": b"\x01\x02Goma\x03\x04",
    "neither encoding": b"G\x81ma",
    "PNG": b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR",
}
NO_DATES = [
    "yesterday", "20240911", "2024-02-30", "2024-9-11", "2024-W37-3", " 2024-09-11", "", "２０２４-09-11", 20240911,
]  # fmt: skip


@pytest.mark.parametrize(("name", "data"), ENCODED.items(), ids=ENCODED)
def test_known_encodings_are_read_unchanged_and_without_a_note(name, data):
    assert decode(data, name) == (TEXT if data else "", None)


def test_other_bytes_are_read_as_windows_1252_and_the_note_says_so():
    text, note = decode("Sinaï – “Goma”".encode("cp1252"), "goma.txt")
    assert text == "Sinaï – “Goma”"
    assert "goma.txt is not UTF-8" in note
    assert "Windows-1252, which is a guess" in note


@pytest.mark.parametrize("data", NO_TEXT.values(), ids=NO_TEXT)
def test_bytes_that_are_no_text_are_refused(data):
    with pytest.raises(NotText, match=r"goma\.bin is not a text: .+ Save it as UTF-8"):
        decode(data, "goma.bin")


@given(st.binary())
def test_any_bytes_are_read_or_refused(data):
    try:
        text, note = decode(data, "x")
    except NotText:
        return
    assert "\0" not in text
    assert (note is None) == (text.encode() in (data, data[3:]) or data[:2] in (b"\xff\xfe", b"\xfe\xff"))


def test_a_file_is_an_article_named_after_its_stem(tmp_path):
    path = tmp_path / "goma.v1.txt"
    path.write_bytes(TEXT.encode())
    assert read_article(path) == Article("goma.v1", TEXT)
    assert read_article(str(path), title="Goma", published=date(2024, 9, 11)) == Article(
        "goma.v1", TEXT, "Goma", date(2024, 9, 11), "given"
    )


def test_a_hyphen_is_standard_input(monkeypatch):
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(TEXT.encode())))
    assert read_article("-") == Article("stdin", TEXT)


def test_a_guessed_encoding_is_logged(tmp_path, caplog):
    (tmp_path / "goma.txt").write_bytes(b"Sina\xef")
    with caplog.at_level(logging.WARNING):
        assert read_article(tmp_path / "goma.txt").text == "Sinaï"
    assert "not UTF-8" in caplog.text


@pytest.mark.parametrize("path", ["nothing.txt", "file.txt/nothing.txt", "a\0b"], ids=ascii)
def test_a_path_without_a_file_is_told(tmp_path, path):
    (tmp_path / "file.txt").write_text("Goma")
    with pytest.raises(ArticleNotFound, match=r"No article at .*Give the path"):
        read_article(tmp_path / path)


def test_a_folder_is_told(tmp_path):
    with pytest.raises(ArticleError, match="is a folder"):
        read_article(tmp_path)


def test_a_file_that_cannot_be_read_is_told(tmp_path):
    (tmp_path / "loop").symlink_to(tmp_path / "loop")
    with pytest.raises(ArticleError, match=r"loop cannot be read: .+permissions"):
        read_article(tmp_path / "loop")


@pytest.mark.parametrize("text", ["", " \r\n\t", "12:30 — 7.", "\ufeff", "\u200b\u202e", "." * 100_000], ids=ascii)
def test_a_text_without_a_letter_is_empty(tmp_path, text):
    path = tmp_path / "goma.txt"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(EmptyArticle, match=r"goma\.txt is empty"):
        read_article(path)
    with pytest.raises(EmptyArticle, match="The text is empty"):
        make_article(text)


@pytest.mark.parametrize(
    "text", ["Goma \ud83d", "\ud800 x \udfff", "\u202eGoma\u200b", "بغداد", "{{7*7}} <img>"], ids=ascii
)
def test_pasted_text_is_kept_as_it_is(text):
    assert make_article(text) == Article("article", text)


def test_pasted_text_may_have_a_title_a_date_and_an_address():
    article = make_article("Goma", id="a", title="", published="2024-09-11", url="https://example.com")
    assert article == Article("a", "Goma", None, date(2024, 9, 11), "given", "https://example.com")


@pytest.mark.parametrize("value", NO_DATES, ids=repr)
def test_other_dates_are_refused_with_their_value(value):
    with pytest.raises(BadDate, match=r"is not a date\. Write it as YYYY-MM-DD") as caught:
        parse_date(value)
    assert caught.value.value == value
    with pytest.raises(BadDate, match=r"^published "):
        make_article("Goma", published=value)


@pytest.mark.parametrize(
    "value",
    ["2024-02-29", "2024-02-29T23:59:00Z", "2024-02-29 08:15", date(2024, 2, 29), datetime(2024, 2, 29, 23, 59)],
    ids=repr,
)
def test_a_date_is_read(value):
    assert parse_date(value) == date(2024, 2, 29)
    assert type(parse_date(value)) is date


def test_five_megabytes_are_read(tmp_path):
    path = tmp_path / "long.txt"
    path.write_text("The army left Goma.\n" * 250_000)
    assert len(read_article(path).text) == 5_000_000
