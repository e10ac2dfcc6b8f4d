"""The types of event: one table, data/events/event_types.csv, read once."""

import csv
from functools import lru_cache
from types import MappingProxyType
from typing import NamedTuple

from dashboard.settings import shipped

BACKGROUND = "background"
"""The key of a passage without events; no event has it."""


class EventType(NamedTuple):
    """A type of event as readers see it.

    letter: the sign on its glyph, "" for none. plover: roots of the PLOVER scheme, main one first.
    acled: names of ACLED event types. Either is empty where the scheme has no counterpart.
    """

    key: str
    label: str
    short: str
    family: str
    shape: str
    letter: str
    plover: tuple[str, ...]
    acled: tuple[str, ...]
    meaning: str


@lru_cache(maxsize=1)
def event_types() -> MappingProxyType[str, EventType]:
    """Key -> type, in the order of the legend (by family); background is the last."""
    with (shipped("data") / "events" / "event_types.csv").open(encoding="utf-8", newline="") as rows:
        return MappingProxyType({row["key"]: _event_type(row) for row in csv.DictReader(rows)})


def _event_type(row: dict[str, str]) -> EventType:
    schemes = {"plover": tuple(row["plover"].split()), "acled": tuple(filter(None, row["acled"].split("; ")))}
    return EventType(**{**row, **schemes})  # type: ignore[arg-type]
