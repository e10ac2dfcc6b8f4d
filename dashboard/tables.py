"""The tables `mentions`, `events` and `dates`: each column written once, with its type, unit and meaning.

Frames, CSV files, checks and docs/tables.md all come from the columns here. Offsets count code points in the
unchanged text, end exclusive. An empty cell means "not known" or "none".
"""

from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Generic, NamedTuple, TypeVar

from dashboard.records import Article, DateSpan, Event, Participant, Place, Reading, Resolution, Segment, Span

if TYPE_CHECKING:
    import pandas as pd

Row = TypeVar("Row")
Part = TypeVar("Part", Segment, Span)
Cell = str | int | float | None
Dtype = str
"""text, whole or decimal: each may be empty."""

# Text stays in Python strings: Arrow's refuse the lone surrogates that scraped pages hold.
_PANDAS: dict[Dtype, str] = {"text": "string[python]", "whole": "Int64", "decimal": "Float64"}


@dataclass(frozen=True, slots=True)
class Column(Generic[Row]):
    """One column: `of` takes its cell from a row's records; unit "" where there is none; optional: may be empty."""

    name: str
    dtype: Dtype
    unit: str
    meaning: str
    of: Callable[[Row], Cell]
    optional: bool = False


class MentionRow(NamedTuple):
    """A toponym with its place, and the segment and sentence that hold it (None: outside every one)."""

    article: Article
    resolution: Resolution
    segment: Segment | None
    sentence: Span | None


class EventRow(NamedTuple):
    """An event, and the segment that holds it (None: outside every one)."""

    article: Article
    event: Event
    segment: Segment | None


class DateRow(NamedTuple):
    """A date expression of an article."""

    article: Article
    date: DateSpan


def _of_place(get: Callable[[Place], Cell]) -> Callable[[MentionRow], Cell]:
    return lambda row: None if row.resolution.place is None else get(row.resolution.place)


def _words(participant: Participant | None) -> str | None:
    return participant.text if participant else None


def _place_id(participant: Participant | None) -> str | None:
    return participant.place_id if participant else None


MENTIONS: tuple[Column[MentionRow], ...] = (
    Column("article_id", "text", "", "The article: a file's stem, or the id in JSON lines", lambda m: m.article.id),
    Column("start", "whole", "code points", "Where the name begins", lambda m: m.resolution.toponym.start),
    Column("end", "whole", "code points", "Where it ends, exclusive", lambda m: m.resolution.toponym.end),
    Column("surface", "text", "", "The name as written: text[start:end]", lambda m: m.resolution.toponym.text),
    Column(
        "use",
        "text",
        "",
        "literal: something is or happens there; associative: it acts, owns or names; demonym: its people or adjective",
        lambda m: m.resolution.toponym.use,
    ),
    Column("place_id", "text", "", "The place; empty: not resolved", _of_place(lambda p: p.place_id), optional=True),
    Column("name", "text", "", "The place's usual name", _of_place(lambda p: p.name), optional=True),
    Column("kind", "text", "", "continent, country, admin1, city, river …", _of_place(lambda p: p.kind), optional=True),
    Column(
        "country", "text", "ISO 3166 alpha-2", "The country it is in", _of_place(lambda p: p.country), optional=True
    ),
    Column("admin1", "text", "GeoNames code", "Its state or province", _of_place(lambda p: p.admin1), optional=True),
    Column("admin1_name", "text", "", "The name of that", _of_place(lambda p: p.admin1_name), optional=True),
    Column("lat", "decimal", "degrees WGS 84", "Latitude, north positive", _of_place(lambda p: p.lat), optional=True),
    Column("lon", "decimal", "degrees WGS 84", "Longitude, east positive", _of_place(lambda p: p.lon), optional=True),
    Column(
        "population",
        "whole",
        "people",
        "Population; empty: no record",
        _of_place(lambda p: p.population),
        optional=True,
    ),
    Column(
        "relation",
        "text",
        "",
        "How the name stands to the place: south of, near, in or near …; empty: it is the place",
        lambda m: m.resolution.relation,
        optional=True,
    ),
    Column(
        "radius_km",
        "decimal",
        "km",
        "So far from the place's point the name may then be",
        lambda m: m.resolution.radius_km,
        optional=True,
    ),
    Column("confidence", "decimal", "0 to 1", "How sure the place is", lambda m: m.resolution.confidence),
    Column(
        "reasons",
        "text",
        "",
        "Why this place, parted by “; ”",
        lambda m: "; ".join(m.resolution.reasons) or None,
        optional=True,
    ),
    Column(
        "segment",
        "text",
        "",
        "The part of the page: title, dek, caption, byline, updated, heading, paragraph, notice",
        lambda m: m.segment.kind if m.segment else None,
        optional=True,
    ),
    Column(
        "sentence_start",
        "whole",
        "code points",
        "Where its sentence begins",
        lambda m: m.sentence.start if m.sentence else None,
        optional=True,
    ),
    Column(
        "sentence_end",
        "whole",
        "code points",
        "Where its sentence ends, exclusive",
        lambda m: m.sentence.end if m.sentence else None,
        optional=True,
    ),
    Column(
        "copy_of",
        "whole",
        "code points",
        "In a repeated title or caption: start of the same name in the first copy. Leave such rows out of counts",
        lambda m: m.resolution.toponym.copy_of,
        optional=True,
    ),
)

EVENTS: tuple[Column[EventRow], ...] = (
    Column("article_id", "text", "", "The article: a file's stem, or the id in JSON lines", lambda e: e.article.id),
    Column("start", "whole", "code points", "Where the sentence or clause begins", lambda e: e.event.start),
    Column("end", "whole", "code points", "Where it ends, exclusive", lambda e: e.event.end),
    Column("type", "text", "", "One of the keys of data/events/event_types.csv", lambda e: e.event.type),
    Column("status", "text", "", "reported, planned, alleged, historical or negated", lambda e: e.event.status),
    Column(
        "trigger", "text", "", "The words that gave the type away", lambda e: e.article.text[slice(*e.event.trigger)]
    ),
    Column("trigger_start", "whole", "code points", "Where those begin", lambda e: e.event.trigger.start),
    Column("trigger_end", "whole", "code points", "Where they end, exclusive", lambda e: e.event.trigger.end),
    Column("plover", "text", "", "PLOVER root", lambda e: e.event.plover, optional=True),
    Column("mode", "text", "", "PLOVER mode", lambda e: e.event.mode, optional=True),
    Column("acled", "text", "", "ACLED event type", lambda e: e.event.acled, optional=True),
    Column("actor", "text", "", "Who acts, as written", lambda e: _words(e.event.actor), optional=True),
    Column(
        "actor_place_id",
        "text",
        "",
        "The place the actor stands for",
        lambda e: _place_id(e.event.actor),
        optional=True,
    ),
    Column(
        "recipient", "text", "", "Who is acted upon, as written", lambda e: _words(e.event.recipient), optional=True
    ),
    Column(
        "recipient_place_id",
        "text",
        "",
        "The place the recipient stands for",
        lambda e: _place_id(e.event.recipient),
        optional=True,
    ),
    Column(
        "place_ids",
        "text",
        "",
        "Where: place ids, best first, a space between",
        lambda e: " ".join(e.event.place_ids) or None,
        optional=True,
    ),
    Column(
        "date",
        "text",
        "TIMEX3 / ISO 8601",
        "When: 2024-09-11, 2024-08, 2003, 198 (the 1980s) …",
        lambda e: e.event.date,
        optional=True,
    ),
    Column(
        "date_source",
        "text",
        "",
        "stated: in the sentence; context: from what is around it; publication: the article's own date",
        lambda e: e.event.date_source,
        optional=True,
    ),
    Column("confidence", "decimal", "0 to 1", "How sure the type is", lambda e: e.event.confidence),
    Column(
        "segment",
        "text",
        "",
        "The part of the page, as in mentions",
        lambda e: e.segment.kind if e.segment else None,
        optional=True,
    ),
)

DATES: tuple[Column[DateRow], ...] = (
    Column("article_id", "text", "", "The article: a file's stem, or the id in JSON lines", lambda d: d.article.id),
    Column("start", "whole", "code points", "Where the expression begins", lambda d: d.date.start),
    Column("end", "whole", "code points", "Where it ends, exclusive", lambda d: d.date.end),
    Column("surface", "text", "", "The expression as written: text[start:end]", lambda d: d.date.text),
    Column(
        "value",
        "text",
        "TIMEX3 / ISO 8601",
        "2024-09-11, 2024-08, 198, P3D, PRESENT_REF …",
        lambda d: d.date.value,
        optional=True,
    ),
    Column("type", "text", "", "DATE, TIME, DURATION or SET", lambda d: d.date.type),
)


def mention_rows(reading: Reading) -> Iterator[MentionRow]:
    """The toponyms of a reading in text order, each with its segment and sentence."""
    sentences = [sentence for segment in reading.segments for sentence in segment.sentences]
    segment_starts, sentence_starts = [s.start for s in reading.segments], [s.start for s in sentences]
    for resolution in reading.resolutions:
        at = resolution.toponym.start
        segment, sentence = _holding(reading.segments, segment_starts, at), _holding(sentences, sentence_starts, at)
        yield MentionRow(reading.article, resolution, segment, sentence)


def event_rows(reading: Reading) -> Iterator[EventRow]:
    """The events of a reading in text order, each with its segment."""
    starts = [segment.start for segment in reading.segments]
    for event in reading.events:
        yield EventRow(reading.article, event, _holding(reading.segments, starts, event.start))


def date_rows(reading: Reading) -> Iterator[DateRow]:
    """The date expressions of a reading in text order."""
    return (DateRow(reading.article, found) for found in reading.dates)


def _holding(spans: Sequence[Part], starts: Sequence[int], offset: int) -> Part | None:
    """The span that holds the character at `offset`; `starts` are theirs, rising."""
    at = bisect_right(starts, offset) - 1
    return spans[at] if at >= 0 and offset < spans[at].end else None


def mentions(*readings: Reading) -> "pd.DataFrame":
    """One row a place name, columns MENTIONS, with their types also when there is no row."""
    return _frame(MENTIONS, (row for reading in readings for row in mention_rows(reading)))


def events(*readings: Reading) -> "pd.DataFrame":
    """One row an event, columns EVENTS, with their types also when there is no row."""
    return _frame(EVENTS, (row for reading in readings for row in event_rows(reading)))


def dates(*readings: Reading) -> "pd.DataFrame":
    """One row a date expression, columns DATES, with their types also when there is no row."""
    return _frame(DATES, (row for reading in readings for row in date_rows(reading)))


def _frame(columns: Sequence[Column[Row]], rows: Iterable[Row]) -> "pd.DataFrame":
    import pandas as pd

    kept = list(rows)
    cells = {column.name: [column.of(row) for row in kept] for column in columns}
    return pd.DataFrame(cells, dtype=object).astype({column.name: _PANDAS[column.dtype] for column in columns})


def check(frame: "pd.DataFrame", columns: Sequence[Column[Row]]) -> None:
    """Hold a frame against its columns. Raises ValueError naming each difference in names, types and empty cells."""
    wanted = {column.name: _PANDAS[column.dtype] for column in columns}
    if list(frame.columns) != list(wanted):
        raise ValueError(f"columns {list(frame.columns)}, expected {list(wanted)}")
    wrong = [
        f"{name} is {frame[name].dtype}, not {dtype}" for name, dtype in wanted.items() if frame[name].dtype != dtype
    ]
    wrong += [f"{c.name} has empty cells" for c in columns if not c.optional and frame[c.name].isna().any()]
    if wrong:
        raise ValueError("; ".join(wrong))


def as_markdown() -> str:
    """The text of docs/tables.md."""
    parts = [
        "# The tables\n",
        "Written from `dashboard/tables.py`; after a change there, write it again:",
        "`python -c \"from dashboard.tables import as_markdown; print(as_markdown(), end='')\" > docs/tables.md`\n",
        "Offsets count Unicode code points in the unchanged text, end exclusive. An empty cell: not known, or none.",
        f"Types in pandas: {', '.join(f'{ours} = `{theirs}`' for ours, theirs in _PANDAS.items())}.\n",
        _section("mentions", "One row a place name, in text order: `result.mentions`, `--format csv`.", MENTIONS),
        _section("events", "One row an event, in text order: `result.events`, `--only events --format csv`.", EVENTS),
        _section("dates", "One row an expression of time, in text order: `--only dates --format csv`.", DATES),
    ]
    return "\n".join(parts)


def _section(name: str, meaning: str, columns: Sequence[Column[Row]]) -> str:
    rows = [f"| {c.name} | {c.dtype} | {c.unit} | {'yes' if c.optional else ''} | {c.meaning} |" for c in columns]
    return "\n".join(
        [
            f"## {name}\n",
            f"{meaning}\n",
            "| column | type | unit | may be empty | meaning |",
            "|---|---|---|---|---|",
            *rows,
            "",
        ]
    )
