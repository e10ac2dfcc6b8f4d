"""The records that travel through the pipeline: frozen, typed, without behaviour.

Every offset is a half-open range of Unicode code points into `Article.text`, which nobody changes.
Coordinates are WGS 84 decimal degrees. What is not known is None.
"""

from dataclasses import dataclass
from datetime import date
from typing import Literal, NamedTuple

Use = Literal["literal", "associative", "demonym"]
"""literal: something is or happens there. associative: it acts, owns or names ("Baghdad said", "U.S. troops")."""

Status = Literal["reported", "planned", "alleged", "historical", "negated"]
DateSource = Literal["stated", "context", "publication"]
PublishedSource = Literal["metadata", "given", "inferred"]
SegmentKind = Literal["title", "dek", "caption", "byline", "updated", "heading", "paragraph", "notice"]
TimexType = Literal["DATE", "TIME", "DURATION", "SET"]


IN_OR_NEAR = "in or near"
"""The relation of a name that no gazetteer has to the place it is named with."""


class Span(NamedTuple):
    """Characters [start, end) of an article's text."""

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Article:
    """A news text as it came. `published_source` says where the date is from; None with `published` None."""

    id: str
    text: str
    title: str | None = None
    published: date | None = None
    published_source: PublishedSource | None = None
    url: str | None = None


@dataclass(frozen=True, slots=True)
class Segment:
    """A part of a page: a title, a caption, a paragraph … `copy_of`: start of the earlier segment it repeats."""

    start: int
    end: int
    kind: SegmentKind
    sentences: tuple[Span, ...]
    credit: Span | None = None
    copy_of: int | None = None


@dataclass(frozen=True, slots=True)
class Place:
    """A gazetteer entry.

    lat, lon: WGS 84 degrees. population: people. extent_km: diagonal of the bounding box, km; None = a point.
    country: ISO 3166 alpha-2. admin1, admin2: GeoNames codes ("IQ.07", "US.TX.201"). parent: a place_id.
    """

    place_id: str
    name: str
    kind: str
    lat: float
    lon: float
    feature_code: str | None = None
    country: str | None = None
    country_name: str | None = None
    admin1: str | None = None
    admin1_name: str | None = None
    admin2: str | None = None
    parent: str | None = None
    population: int | None = None
    extent_km: float | None = None
    source: str = ""


@dataclass(frozen=True, slots=True)
class Toponym:
    """A place name in the text: `text` is `article.text[start:end]`.

    score: how sure the recogniser is that this is a place name, 0-1. copy_of: start of the same name in the
    first copy of a repeated title or caption. Names with `copy_of` are neither counted nor shown.
    """

    start: int
    end: int
    text: str
    use: Use
    score: float = 1.0
    copy_of: int | None = None


@dataclass(frozen=True, slots=True)
class Candidate:
    """A place a toponym could be, with its share of the belief, 0-1."""

    place: Place
    score: float


@dataclass(frozen=True, slots=True)
class Resolution:
    """Which place a toponym is. place None: none of the known ones; candidates: best first, five at most.

    confidence: 0-1. reasons: short plain phrases, the differences between the place and its runner-up.
    relation: how the name stands to the place ("south of", "near"; "in or near" of a name that no gazetteer has),
    None = it is the place itself; radius_km: so far from the place's point it may then be.
    """

    toponym: Toponym
    place: Place | None
    confidence: float
    reasons: tuple[str, ...] = ()
    candidates: tuple[Candidate, ...] = ()
    relation: str | None = None
    radius_km: float | None = None


@dataclass(frozen=True, slots=True)
class Reference:
    """Words that stand for places without naming them: "the capital", "the two countries". place_ids: one or two."""

    start: int
    end: int
    text: str
    place_ids: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class DateSpan:
    """An expression of time. value: TIMEX3 / ISO 8601 ("2024-09-11", "2024-08", "198", "P3D"); None = not settled."""

    start: int
    end: int
    text: str
    value: str | None
    type: TimexType


@dataclass(frozen=True, slots=True)
class Participant:
    """Who acts or is acted upon: a phrase of the text, and the place it stands for where it stands for one."""

    start: int
    end: int
    text: str
    place_id: str | None = None


@dataclass(frozen=True, slots=True)
class Event:
    """Something that a clause says happened, happens or will happen.

    start, end: the clause or sentence. trigger: the words that gave the type away. type: a key of
    data/events/event_types.csv. plover, mode, acled: codes of those schemes. place_ids: where, best first.
    date: TIMEX3 value; date_source: stated in the clause, from context, or the publication date.
    """

    start: int
    end: int
    type: str
    status: Status
    trigger: Span
    confidence: float
    plover: str | None = None
    mode: str | None = None
    acled: str | None = None
    actor: Participant | None = None
    recipient: Participant | None = None
    place_ids: tuple[str, ...] = ()
    date: str | None = None
    date_source: DateSource | None = None


@dataclass(frozen=True, slots=True)
class Reading:
    """All that Gazette found in one article, each part in the order of the text."""

    article: Article
    segments: tuple[Segment, ...]
    resolutions: tuple[Resolution, ...] = ()
    events: tuple[Event, ...] = ()
    dates: tuple[DateSpan, ...] = ()
    references: tuple[Reference, ...] = ()
