"""The whole way, from an article to what it says, on one screen."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from typing import TYPE_CHECKING, Literal

from dashboard.articles.segments import segment
from dashboard.dates.attach import attach_dates
from dashboard.dates.published import infer_published
from dashboard.dates.recognise import Expression, find_expressions, settle_dates
from dashboard.events.detect import find_events
from dashboard.gazetteer.index import Index, open_index
from dashboard.language.tokens import Token, tokenise
from dashboard.records import Article, Reading, Reference, Resolution, Segment, Span
from dashboard.resolution.rank import resolve
from dashboard.resolution.references import find_references
from dashboard.toponyms.entities import entities_of
from dashboard.toponyms.recognise import given as given_toponyms
from dashboard.toponyms.recognise import recognise

if TYPE_CHECKING:
    import pandas as pd

Part = Literal["places", "events", "dates"]


def read(
    article: Article,
    *,
    index: Index | None = None,
    given: Sequence[Span] | None = None,
    only: Part | None = None,
    ner: bool = False,
) -> Reading:
    """Everything Gazette finds in `article`, each part in the order of the text.

    A publication date that nobody gave is inferred where it can be, and marked "inferred"; places alone need none.
    index: the gazetteer, by default the one that came with Gazette. given: resolve exactly these spans.
    only: fill this part of the reading and leave the others empty. ner: let spaCy's tagger help to find names.
    Raises GazetteerMissing, GazetteerDamaged; SpanMismatch where a given span is no slice of the text; TaggerMissing.
    """
    segments = segment(article.text)
    tokens = [token for part in segments for token in tokenise(article.text, part.start, part.end)]
    if only == "places":
        resolutions, references = _places(article, segments, tokens, index or open_index(), given, ner=ner)
        return Reading(article, segments, resolutions, references=references)
    expressions = tuple(find_expressions(article.text, segments))
    article = _dated(article, segments, expressions)
    dates = tuple(settle_dates(article.text, expressions, article.published))
    if only == "dates":
        return Reading(article, segments, dates=dates)
    resolutions, references = _places(article, segments, tokens, index or open_index(), given, ner=ner)
    events = find_events(
        article.text, segments, resolutions, references=references, published=article.published, tokens=tokens
    )
    events = attach_dates(events, dates, segments, article.published)
    if only == "events":
        return Reading(article, segments, events=events)
    return Reading(article, segments, resolutions, events, dates, references)


def _dated(article: Article, segments: tuple[Segment, ...], expressions: tuple[Expression, ...]) -> Article:
    if article.published:
        return article
    found = infer_published(article.text, segments, expressions=expressions)
    return replace(article, published=found, published_source="inferred") if found else article


def _places(
    article: Article,
    segments: tuple[Segment, ...],
    tokens: Sequence[Token],
    index: Index,
    spans: Sequence[Span] | None,
    *,
    ner: bool,
) -> tuple[tuple[Resolution, ...], tuple[Reference, ...]]:
    if spans is None:
        entities = entities_of(article.text) if ner else None
        toponyms = recognise(article.text, segments, index, tokens=tokens, entities=entities)
    else:
        toponyms = given_toponyms(article, spans, index)
    resolutions = resolve(article.text, segments, toponyms, index, places=spans is not None)
    return resolutions, find_references(article.text, segments, resolutions, index)


@dataclass(frozen=True)
class Result:
    """A reading, and its tables as pandas frames, which are built when they are first asked for."""

    reading: Reading

    @cached_property
    def mentions(self) -> "pd.DataFrame":
        """One row a place name; the columns are dashboard.tables.MENTIONS."""
        from dashboard.tables import mentions

        return mentions(self.reading)

    @cached_property
    def events(self) -> "pd.DataFrame":
        """One row an event; the columns are dashboard.tables.EVENTS."""
        from dashboard.tables import events

        return events(self.reading)


def geoparse(article: Article) -> Result:
    """Read `article` with the gazetteer that came with Gazette. Raises GazetteerMissing, GazetteerDamaged.

    >>> geoparse(read_article("article.txt")).mentions        # doctest: +SKIP
    """
    return Result(read(article))
