"""What a person means who types a name: a place alone, or with what it lies in; else a place called nearly so."""

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import partial
from typing import NamedTuple

from dashboard.gazetteer.index import Index
from dashboard.gazetteer.layout import NO_ROW
from dashboard.gazetteer.similar import lookup_similar
from dashboard.records import Candidate, Place

_ARTICLE = re.compile(r"^\s*the\s+", re.IGNORECASE)  # "the U.S.", "the Mississippi"; "The Hague" is found as it stands
_ALL = 10_000  # more places than any name has


class Found(NamedTuple):
    """The places that were meant, likeliest first. similar: none has the name that was asked for."""

    candidates: list[Candidate]
    similar: bool


def search(index: Index, query: str, *, country: str | None = None, near: tuple[float, float] | None = None) -> Found:
    """The places a query means: "Najaf", or with what it lies in: "Najaf, Iraq", "Paris, Texas, US".

    Where no place is called so, those of names with a letter or two wrong ("Tehrann"). Scores add up to 1.
    country: alpha-2, others are left out. near: (lat, lon), degrees; places near it come first.
    """
    for whole in dict.fromkeys((query, _ARTICLE.sub("", query))):
        found = index.lookup(whole, country=country, near=near, limit=_ALL)
        if found:
            return Found(found, similar=False)
    name, *parents = (part.strip() for part in query.split(","))
    known = bool(index.lookup(name, limit=1))
    look = index.lookup if known else partial(lookup_similar, index)
    found = look(name, country=country, near=near, limit=_ALL)
    return Found(_shared(_inside(index, found, parents)), similar=not known)


def _inside(index: Index, found: list[Candidate], parents: Sequence[str]) -> list[Candidate]:
    """Those of the places that lie in a place of each parent's name."""
    for parent in filter(None, parents):
        ids = {c.place.place_id for c in index.lookup(parent, limit=_ALL)}
        found = [c for c in found if c.place.country == parent.upper() or ids & _around(index, c.place)]
    return found


def _around(index: Index, place: Place) -> set[str]:
    """The ids of the places that a place lies in."""
    row = index.row_of(place.place_id)
    above = {index.admin1(row)} - {NO_ROW} if row is not None else set()
    while row is not None:
        above.add(row)
        parent = index.place(row).parent
        row = index.row_of(parent) if parent else None
    return {index.place(r).place_id for r in above} - {place.place_id}


def _shared(found: list[Candidate]) -> list[Candidate]:
    """The places with their share of the belief in these alone."""
    total = sum(candidate.score for candidate in found)
    return [replace(c, score=round(c.score / total, 4)) for c in found] if total else found
