"""JSON lines: one object an article, the form other programs read."""

import json
from typing import TYPE_CHECKING, Any, NamedTuple

from dashboard.records import Candidate, DateSpan, Event, Participant, Place, Reading, Reference, Resolution

if TYPE_CHECKING:
    from dashboard.pipeline import Result

Json = dict[str, Any]

_DECIMALS = 4  # of a confidence or score: more would claim a precision it has not


class Failure(NamedTuple):
    """An article that could not be read: its id where it had one, and why, in one line."""

    id: str | None
    error: str


def reading_of(source: "Result | Reading") -> Reading:
    """The reading itself, of a Result or as it is."""
    return source if isinstance(source, Reading) else source.reading


def record(source: "Result | Reading") -> Json:
    """All that was found as one object: id, published, published_source, toponyms, events, dates, references.

    lat and lon are null where a name is not resolved. A name in a repeated title or caption carries `copy_of`.
    """
    reading = reading_of(source)
    article = reading.article
    return {
        "id": article.id,
        "published": article.published.isoformat() if article.published else None,
        "published_source": article.published_source,
        "toponyms": [_toponym(found) for found in reading.resolutions],
        "events": [_event(found, article.text) for found in reading.events],
        "dates": [_date(found) for found in reading.dates],
        "references": [_reference(found) for found in reading.references],
    }


def dumps(value: object) -> str:
    """`value` as JSON on one line, letters as they are; lone surrogates, which no encoding can carry, as \\uXXXX."""
    line = json.dumps(value, ensure_ascii=False, allow_nan=False)
    try:
        line.encode("utf-8")
    except UnicodeEncodeError:
        return json.dumps(value, allow_nan=False)
    return line


def rounded(confidence: float) -> float:
    """A confidence or score, 0-1, with the decimals it deserves."""
    return round(confidence, _DECIMALS)


def candidate_record(candidate: Candidate) -> Json:
    """A place something could be: place_id, name, kind, country, admin1, lat, lon, population, score."""
    return {
        **_place(candidate.place),
        "population": candidate.place.population,
        "score": rounded(candidate.score),
    }


def _place(place: Place) -> Json:
    return {
        "place_id": place.place_id,
        "name": place.name,
        "kind": place.kind,
        "country": place.country,
        "admin1": admin1_record(place),
        "lat": place.lat,
        "lon": place.lon,
    }


def admin1_record(place: Place) -> Json | None:
    """The state or province as {code, name}; None where it has none."""
    return {"code": place.admin1, "name": place.admin1_name} if place.admin1 else None


_NO_PLACE: Json = dict.fromkeys(("place_id", "name", "kind", "country", "admin1", "lat", "lon"))


def _toponym(found: Resolution) -> Json:
    toponym = found.toponym
    told = {
        "start": toponym.start,
        "end": toponym.end,
        "surface": toponym.text,
        "use": toponym.use,
        **(_place(found.place) if found.place else _NO_PLACE),
        "relation": found.relation,
        "radius_km": found.radius_km,
        "confidence": rounded(found.confidence),
        "reasons": list(found.reasons),
        "candidates": [candidate_record(candidate) for candidate in found.candidates],
    }
    return told if toponym.copy_of is None else {**told, "copy_of": toponym.copy_of}


def _event(event: Event, text: str) -> Json:
    return {
        "start": event.start,
        "end": event.end,
        "type": event.type,
        "plover": event.plover,
        "mode": event.mode,
        "acled": event.acled,
        "status": event.status,
        "actor": _participant(event.actor),
        "recipient": _participant(event.recipient),
        "place_ids": list(event.place_ids),
        "date": event.date,
        "date_source": event.date_source,
        "confidence": rounded(event.confidence),
        "trigger": {"start": event.trigger.start, "end": event.trigger.end, "text": text[slice(*event.trigger)]},
    }


def _participant(participant: Participant | None) -> Json | None:
    if participant is None:
        return None
    return {
        "start": participant.start,
        "end": participant.end,
        "text": participant.text,
        "place_id": participant.place_id,
    }


def _date(found: DateSpan) -> Json:
    return {"start": found.start, "end": found.end, "surface": found.text, "value": found.value, "type": found.type}


def _reference(found: Reference) -> Json:
    return {"start": found.start, "end": found.end, "surface": found.text, "place_ids": list(found.place_ids)}
