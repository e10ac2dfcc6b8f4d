"""GeoJSON (RFC 7946): the places of one or several articles, each with its mentions."""

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, NamedTuple

from dashboard.exports.lines import Json, admin1_record, reading_of, rounded
from dashboard.records import Article, Place, Reading, Resolution

if TYPE_CHECKING:
    from dashboard.pipeline import Result


class Mention(NamedTuple):
    """A name in an article, and the place it was resolved to."""

    article: Article
    resolution: Resolution
    place: Place


def geojson(*sources: "Result | Reading") -> Json:
    """A FeatureCollection: one point a place, the most often named first, with its mentions.

    Coordinates are [lon, lat], WGS 84 degrees. Repeats in a second title or caption are left out. Names that were
    not resolved have no feature; `unresolved` counts them. `articles` tells what was read.
    """
    readings = [reading_of(source) for source in sources]
    events = _events_by_place(readings)
    return {
        "type": "FeatureCollection",
        "features": [_feature(mentions, events) for mentions in by_place(*readings)],
        "unresolved": sum(map(unresolved_count, readings)),
        "articles": [_article(reading.article) for reading in readings],
    }


def by_place(*readings: Reading) -> list[list[Mention]]:
    """The resolved mentions of the readings, gathered by place, the most often named place first; no repeats."""
    groups: dict[str, list[Mention]] = {}
    for reading in readings:
        for found in reading.resolutions:
            if found.place and found.toponym.copy_of is None:
                mention = Mention(reading.article, found, found.place)
                groups.setdefault(found.place.place_id, []).append(mention)
    return sorted(groups.values(), key=len, reverse=True)


def unresolved_count(reading: Reading) -> int:
    """How many names of a reading no place was found for; no repeats."""
    return sum(found.place is None and found.toponym.copy_of is None for found in reading.resolutions)


def _events_by_place(readings: Sequence[Reading]) -> dict[str, Counter[str]]:
    tallies: dict[str, Counter[str]] = defaultdict(Counter)
    for reading in readings:
        for event in reading.events:
            for place_id in event.place_ids:
                tallies[place_id][event.type] += 1
    return tallies


def _feature(mentions: Sequence[Mention], events: Mapping[str, Counter[str]]) -> Json:
    place = mentions[0].place
    return {
        "type": "Feature",
        "id": place.place_id,
        "geometry": {"type": "Point", "coordinates": [place.lon, place.lat]},
        "properties": {
            "place_id": place.place_id,
            "name": place.name,
            "kind": place.kind,
            "country": place.country,
            "admin1": admin1_record(place),
            "population": place.population,
            "mention_count": len(mentions),
            "uses": dict(Counter(mention.resolution.toponym.use for mention in mentions)),
            "events": dict(events.get(place.place_id, {})),
            "confidence": rounded(max(mention.resolution.confidence for mention in mentions)),
            "mentions": [_mention(mention) for mention in mentions],
        },
    }


def _mention(mention: Mention) -> Json:
    toponym = mention.resolution.toponym
    return {
        "article_id": mention.article.id,
        "start": toponym.start,
        "end": toponym.end,
        "surface": toponym.text,
        "use": toponym.use,
    }


def _article(article: Article) -> Json:
    return {
        "id": article.id,
        "title": article.title,
        "published": article.published.isoformat() if article.published else None,
        "published_source": article.published_source,
    }
