from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dashboard import tables
from dashboard.articles.files import make_article
from dashboard.errors import GazetteerMissing, SpanMismatch
from dashboard.gazetteer.index import open_index
from dashboard.pipeline import Result, geoparse, read
from dashboard.records import Reading, Span

TEXT = "BAGHDAD, March 3, 2021 - Iraq's president met Turkish envoys in Baghdad on Tuesday.\n\nThey will visit Mosul next week."


def names(reading: Reading) -> set[str]:
    return {found.place.name for found in reading.resolutions if found.place}


def test_article_gives_places_events_and_dates() -> None:
    reading = read(make_article(TEXT, published="2021-03-03"))
    assert {"Baghdad", "Iraq", "Mosul"} <= names(reading)
    assert "talks_visits" in {event.type for event in reading.events}
    assert "2021-03-02" in {found.value for found in reading.dates}


def test_text_is_not_changed() -> None:
    article = make_article(TEXT, published="2021-03-03")
    assert read(article).article is article


def test_date_that_nobody_gave_is_inferred_and_marked() -> None:
    article = read(make_article(TEXT)).article
    assert (article.published, article.published_source) == (date(2021, 3, 3), "inferred")


def test_given_date_is_kept() -> None:
    article = read(make_article(TEXT, published="2020-01-01")).article
    assert (article.published, article.published_source) == (date(2020, 1, 1), "given")


def test_date_stays_unknown_where_the_text_tells_none() -> None:
    article = read(make_article("Nobody came to Basra.")).article
    assert (article.published, article.published_source) == (None, None)


@pytest.mark.parametrize(
    ("only", "filled"), [("places", "resolutions"), ("events", "events"), ("dates", "dates")], ids=lambda word: word
)
def test_only_one_part_is_filled_and_the_same_as_in_the_whole(only, filled) -> None:
    whole, part = read(make_article(TEXT)), read(make_article(TEXT), only=only)
    assert [name for name in ("resolutions", "events", "dates") if getattr(part, name)] == [filled]
    assert getattr(part, filled) == getattr(whole, filled)


def test_exactly_the_given_spans_are_resolved() -> None:
    spans = (Span(TEXT.index("Mosul"), TEXT.index("Mosul") + 5), Span(0, 3))
    found = read(make_article(TEXT), given=spans).resolutions
    assert {(r.toponym.start, r.toponym.end) for r in found} == set(spans)


def test_no_given_span_means_no_place() -> None:
    assert read(make_article(TEXT), given=(), only="places").resolutions == ()


def test_span_outside_the_text_is_an_error() -> None:
    with pytest.raises(SpanMismatch):
        read(make_article(TEXT), given=(Span(0, 10_000),))


def test_missing_gazetteer_is_an_error_and_not_an_empty_answer(tmp_path, monkeypatch) -> None:
    monkeypatch.setenv("GAZETTE_DATA", str(tmp_path))
    open_index.cache_clear()
    with pytest.raises(GazetteerMissing):
        read(make_article(TEXT), only="places")


def test_dates_need_no_gazetteer(tmp_path, monkeypatch) -> None:
    monkeypatch.setenv("GAZETTE_DATA", str(tmp_path))
    open_index.cache_clear()
    assert read(make_article(TEXT), only="dates").dates


HOSTILE = {
    "braces": "{{7*7}} in Baghdad ${alert(1)}",
    "markup": "<img src=x onerror=alert(1)> Baghdad </script>",
    "right to left": "\u202eBaghdad\u202c بغداد",
    "zero width": "Bagh\u200bdad \ufeffBasra",
    "surrogates": "\ud800 Baghdad\udfff today in \ud83d Basra",
    "brackets": "((((( Baghdad ]]]]] [[[ Basra",
    "emoji": "🇮🇶 Baghdad 👩‍👩‍👧 Basra",
    "one sentence": "Basra " * 2_000,
}


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE)
def test_hostile_text_is_read_and_every_find_is_a_slice_of_it(text) -> None:
    reading = read(make_article(text))
    assert all(text[r.toponym.start : r.toponym.end] == r.toponym.text for r in reading.resolutions)
    assert all(text[found.start : found.end] == found.text for found in reading.dates)


LETTERS = st.text(st.characters(exclude_categories=()), max_size=40)
WORDS = st.sampled_from(
    ["Baghdad", "U.S.", "St.", "’s", "—", "Sept. 11", "\n", "\n\n", "(", '"', "2003", "said", "The"]
)


@settings(max_examples=60, deadline=None)
@given(st.lists(st.one_of(WORDS, LETTERS), max_size=20).map(" ".join))
def test_any_text_is_read_and_every_find_is_a_slice_of_it(text) -> None:
    text += "a"  # an article has a letter
    reading = read(make_article(text))
    assert all(text[r.toponym.start : r.toponym.end] == r.toponym.text for r in reading.resolutions)
    assert all(0 <= event.start < event.end <= len(text) for event in reading.events)


def test_result_has_its_tables() -> None:
    result = geoparse(make_article(TEXT))
    tables.check(result.mentions, tables.MENTIONS)
    tables.check(result.events, tables.EVENTS)
    assert len(result.mentions) == len(result.reading.resolutions)


def test_table_is_built_once(reading: Reading) -> None:
    result = Result(reading)
    assert result.mentions is result.mentions
