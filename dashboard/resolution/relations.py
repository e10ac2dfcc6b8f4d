"""How a name stands to the place it is resolved to: "20 km south of Tehran" is not Tehran."""

import re
from typing import NamedTuple

from dashboard.records import IN_OR_NEAR

_OWN_KM = 25.0  # so far around a town lies what its paper calls its own
_WINDOW = 60  # characters looked at before a name, and after it
_LEAD = 16  # characters in which every relation ends
_KM = {"km": 1.0, "kilomet": 1.0, "mile": 1.609344, "met": 0.001, "yard": 0.0009144}
_BEFORE = re.compile(
    r"(?:(?P<number>\d[\d,.]*)\s*-?(?P<unit>km|kilomet|mile|met|yard)(?:er|re)?s?\b\s*(?:\([^)]{1,20}\)\s*)?)?"
    r"(?:(?:to the|just|due|further|farther|away)\s+)*"
    r"(?:(?P<direction>(?:north|south)(?:[- ]?(?:east|west))?|east|west)\s+of"
    r"|(?P<away>(?<=[ )\d])from)"
    r"|(?P<near>\b(?:near|outside|around|close to|on the outskirts of|on the edge of|in the suburbs of))"
    r"|(?P<border>\b(?:the|its|their)\s+(?:[a-z]+\s+)?border\s+(?:with|between|of))"
    r"|(?P<off>\boff(?:\s+the\s+(?:[a-z]+\s+)?coast\s+of)?))\s+(?:the\s+)?$",
    re.IGNORECASE,
)
_LEADS_IN = frozenset("of from near outside around to with between off".split())
"""The last word of every relation but for "the"; looked for first, since most names have none."""
_AFTER = re.compile(r"(?:['’]s)?\s+(?:[a-z]+\s+)?border\b")
_NEAR_KM, _DIRECTION_KM, _BORDER_KM, _OFF_KM = 20.0, 50.0, 50.0, 100.0
"""Within what is meant where the text gives no distance; as such words are commonly taken."""


class Relation(NamedTuple):
    """How a mention stands to its place: "south of", "near". radius_km: so far from its point it may be."""

    words: str
    radius_km: float


def in_or_near() -> Relation:
    """The relation of a name that the gazetteer does not have to the place it is named with."""
    return Relation(IN_OR_NEAR, _OWN_KM)


def relation_of(text: str, start: int, end: int) -> Relation | None:
    """What the words beside the name text[start:end] say of where it is meant; None: the place itself."""
    if not _LEADS_IN.isdisjoint(text[max(0, start - _LEAD) : start].lower().split()[-2:]):
        before = _BEFORE.search(text[max(0, start - _WINDOW) : start])
        if before:
            return _told(before)
    behind = text.find("border", end, end + _WINDOW)  # looked for first, since it is seldom there
    return Relation("border of", _BORDER_KM) if behind >= 0 and _AFTER.match(text, end, end + _WINDOW) else None


def _told(found: re.Match[str]) -> Relation | None:
    parts, km = found.groupdict(), _km(found)
    if parts["direction"]:
        return Relation(f"{_spelled(parts['direction'])} of", km or _DIRECTION_KM)
    if parts["border"]:
        return Relation("border of", _BORDER_KM)
    if parts["off"]:
        return Relation("off", _OFF_KM)
    if parts["near"] or km:
        return Relation("near", km or _NEAR_KM)
    return None  # "far from Paris"


def _spelled(direction: str) -> str:
    return re.sub(r"[- ]", "", direction.lower())


def _km(found: re.Match[str]) -> float | None:
    """The distance the text gives, kilometres."""
    number, unit = found["number"], found["unit"]
    if not number or not unit:
        return None
    try:
        return round(float(number.replace(",", "").rstrip(".")) * _KM[unit.lower()], 1)
    except ValueError:
        return None
