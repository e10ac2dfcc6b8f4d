"""English names of provinces: "Karbala", "Karbala Governorate" beside "Muḩāfaz̧at Karbalā’"."""

from collections.abc import Iterable

from dashboard.gazetteer.build.entries import Entries, Entry
from dashboard.gazetteer.build.junk import is_junk
from dashboard.gazetteer.build.sources import EnglishName
from dashboard.gazetteer.names import normal_name

# What newspapers say after the name of a division, by what Natural Earth says it is.
_SAID = {
    "Province": ("Province", "Governorate"),
    "Governorate": ("Governorate", "Province"),
    "Region": ("Region",),
    "State": ("State",),
    "Oblast": ("Oblast", "Region"),
    "Department": ("Department",),
    "District": ("District",),
    "County": ("County",),
    "Prefecture": ("Prefecture",),
    "Republic": ("Republic",),
    "Territory": ("Territory",),
    "Canton": ("Canton",),
    "Emirate": ("Emirate",),
}
_ENGLISH_ALREADY = frozenset({"US", "GB", "PS"})  # GeoNames' names stay
_TYPE_WORDS = frozenset(word for words in _SAID.values() for word in words) | {"Municipality", "City"}


def add_english_names(entries: Entries, names: Iterable[EnglishName]) -> None:
    """Give divisions their English name, to be shown, and the forms with "Province" and the like."""
    by_code = {entry.admin1: entry for entry in entries.values() if entry.kind == "admin1"}
    for english in names:
        entry = entries.get(f"geonames:{english.id}") or by_code.get(english.code)
        if entry is None or entry.kind not in ("admin1", "admin2") or entry.country != english.code[:2]:
            continue
        if is_junk(english.name, official=True):
            continue
        entry.add_name(english.name, "official")
        if english.name.rpartition(" ")[2] not in _TYPE_WORDS:
            for word in _SAID.get(english.type or "", ()):
                entry.add_name(f"{english.name} {word}", "alternate")
        if entry.country not in _ENGLISH_ALREADY and not _reads_as_english(entry, english.name):
            entry.name = english.name


def _reads_as_english(entry: Entry, english: str) -> bool:
    """Whether the name GeoNames shows is the English one, alone or with a word such as Province after it."""
    shown, plain = entry.name, normal_name(english)
    first, _, last = shown.rpartition(" ")
    return normal_name(shown) == plain or (normal_name(first) == plain and last in _TYPE_WORDS)
