"""What the build works on: places that are still being put together."""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import NamedTuple

Progress = Callable[[str], None]
"""Told, in a few words, what the build does now."""

# A name that is written down twice for a place keeps the kind that stands first.
NAME_KINDS = ("demonym", "official", "overlay", "abbreviation", "alternate")

# How many of the codes admin2, admin1 and country, in this order, are of a unit itself or of what lies in it.
_OWN_CODES = {"admin2": 1, "admin1": 2, "territory": 3, "country": 3}


class Name(NamedTuple):
    """What is known of one name of a place. language: ISO 639-1, None where no source tells; source: who gives it."""

    kind: str
    language: str | None
    source: str


@dataclass(slots=True)
class Entry:
    """A place of the gazetteer in the making; the fields are those of `records.Place`.

    in_overlay: places.csv has a row for it.
    """

    place_id: str
    name: str
    kind: str
    lat: float
    lon: float
    source: str
    feature_code: str | None = None
    country: str | None = None
    admin1: str | None = None
    admin2: str | None = None
    parent: str | None = None
    population: int | None = None
    extent_km: float | None = None
    in_overlay: bool = False
    names: dict[str, Name] = field(default_factory=dict)

    def add_name(self, name: str, kind: str, *, language: str | None = None, source: str | None = None) -> None:
        """Give the place one more name; of two kinds for one the stronger stays. source: None = the place's own."""
        known = self.names.get(name)
        if known is None or NAME_KINDS.index(kind) < NAME_KINDS.index(known.kind):
            self.names[name] = Name(kind, language, source or self.source)

    @property
    def kinds(self) -> dict[str, str]:
        """The kind of each name."""
        return {name: known.kind for name, known in self.names.items()}

    @property
    def codes_above(self) -> list[str]:
        """The codes of what the place lies in, smallest first; of an admin2, say, those of its admin1 and country."""
        codes = (self.admin2, self.admin1, self.country)
        return [code for code in codes[_OWN_CODES.get(self.kind, 0) :] if code]


Entries = dict[str, Entry]
"""Places by place_id."""
