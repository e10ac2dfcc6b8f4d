"""Gazette: read a news article, and see every place it names on a map.

    from dashboard import geoparse, read_article
    result = geoparse(read_article("article.txt"))
    result.mentions, result.events

Each name loads what it needs when it is first used: importing the package alone loads nothing.
"""

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from dashboard import exports as exports
    from dashboard.articles.files import read_article as read_article
    from dashboard.gazetteer.geocoder import Gazetteer as Gazetteer
    from dashboard.pipeline import Result as Result
    from dashboard.pipeline import geoparse as geoparse
    from dashboard.records import Article as Article
    from dashboard.records import Candidate as Candidate
    from dashboard.records import DateSpan as DateSpan
    from dashboard.records import Event as Event
    from dashboard.records import Participant as Participant
    from dashboard.records import Place as Place
    from dashboard.records import Reading as Reading
    from dashboard.records import Resolution as Resolution
    from dashboard.records import Segment as Segment
    from dashboard.records import Span as Span
    from dashboard.records import Toponym as Toponym

_RECORDS = (
    "Article",
    "Candidate",
    "DateSpan",
    "Event",
    "Participant",
    "Place",
    "Reading",
    "Resolution",
    "Segment",
    "Span",
    "Toponym",
)
_HOME = {
    "Gazetteer": "dashboard.gazetteer.geocoder",
    "Result": "dashboard.pipeline",
    "geoparse": "dashboard.pipeline",
    "read_article": "dashboard.articles.files",
    **dict.fromkeys(_RECORDS, "dashboard.records"),
}

__all__ = [
    "Article",
    "Candidate",
    "DateSpan",
    "Event",
    "Gazetteer",
    "Participant",
    "Place",
    "Reading",
    "Resolution",
    "Result",
    "Segment",
    "Span",
    "Toponym",
    "exports",
    "geoparse",
    "read_article",
]


def __getattr__(name: str) -> object:
    if name == "exports":
        return import_module("dashboard.exports")
    if name not in _HOME:
        raise AttributeError(f"module 'dashboard' has no attribute {name!r}")
    return getattr(import_module(_HOME[name]), name)


def __dir__() -> list[str]:
    return __all__
