"""What a gazetteer is made of: how many places of which kind and country, from which sources, under which licences."""

from collections.abc import Iterable, Iterator
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from dashboard.gazetteer.index import Index
from dashboard.settings import shipped

TOP_COUNTRIES = 12  # shown at once; a record has all
NOWHERE = "in no country, or in several"
_WIDTH = 9  # columns of a count: 12,000,000 is the whole of GeoNames

KIND_WORDS = {
    "continent": "continents",
    "region": "regions",
    "country": "countries",
    "territory": "territories",
    "admin1": "states and provinces",
    "admin2": "counties and districts",
    "city": "cities, towns and villages",
    "district": "parts of cities",
    "island": "islands",
    "sea": "seas and gulfs",
    "strait": "straits",
    "river": "rivers",
    "lake": "lakes",
    "mountains": "mountains",
    "peninsula": "peninsulas",
    "desert": "deserts",
    "airport": "airports",
    "base": "military bases",
    "crossing": "border crossings",
    "landmark": "landmarks",
}
"""What to call several places of a kind."""

# Sources of places that are no package: licence, and what they give.
_OWN_SOURCES = {
    "overlay": ("Apache-2.0", "places written by hand for this project, each with its reason"),
    "local overlay": ("Apache-2.0", "districts, townships, waters and parks written by hand for this project"),
    "mean of its cities": ("GeoNames CC BY 4.0", "counties that no source places: the mean point of their places"),
}


@dataclass(frozen=True, slots=True)
class Source:
    """Where places, names or shapes are from. version: None for what is no package; places: whose record it gave.

    licence: None = nobody told, as of a file that a user imported.
    """

    name: str
    version: str | None
    licence: str | None
    gives: str
    places: int


@dataclass(frozen=True, slots=True)
class Summary:
    """A gazetteer counted. shipped: it came with Gazette; size: bytes on disk, in `files` files.

    kinds: places of each kind; countries: of each ISO 3166 alpha-2 code, None = in none or in several; both most first.
    """

    folder: Path
    shipped: bool
    size: int
    files: int
    places: int
    names: int
    kinds: dict[str, int]
    countries: dict[str | None, int]
    country_names: dict[str, str]
    sources: tuple[Source, ...]


def summarise(index: Index) -> Summary:
    """Count the gazetteer whose index is `index`.

    Raises BuildError when the sources.toml that came with Gazette cannot be read.
    """
    came_with_us = shipped("data") / "gazetteer"
    folder = came_with_us if index.folder == came_with_us / "index" else index.folder
    sizes = [path.stat().st_size for path in folder.rglob("*") if path.is_file()]
    return Summary(
        folder=folder,
        shipped=folder == came_with_us,
        size=sum(sizes),
        files=len(sizes),
        places=len(index),
        names=index.names,
        kinds={kind: count for kind, count in index.tally("kind").items() if kind},
        countries=index.tally("country"),
        country_names=index.country_names(),
        sources=tuple(_sources(index.tally("source"))),
    )


def country_label(summary: Summary, code: str | None) -> str:
    """The name of a country, else its code; what lies in none is said in words."""
    return summary.country_names.get(code, code) if code else NOWHERE


def as_text(summary: Summary) -> str:
    """The summary for a person at a terminal, ending in a line feed; control characters of names as U+FFFD."""
    whose = "shipped with Gazette" if summary.shipped else "your own"
    head = [
        f"folder   {summary.folder} ({whose})",
        f"on disk  {megabytes(summary.size)} in {summary.files:,} files",
        f"places   {summary.places:,}",
        f"names    {summary.names:,}",
    ]
    countries = [(country_label(summary, code), count) for code, count in summary.countries.items() if code]
    parts = [
        head,
        _counted("Kinds", ((KIND_WORDS.get(kind, kind), count) for kind, count in summary.kinds.items())),
        _counted(f"Countries, the {TOP_COUNTRIES} with most places of {len(countries):,}", countries[:TOP_COUNTRIES]),
        _counted("Sources, and the places each has given", ((_line(s), s.places) for s in summary.sources)),
    ]
    text = "\n\n".join("\n".join(lines) for lines in parts) + "\n"
    return "".join(mark if mark.isprintable() or mark == "\n" else "\ufffd" for mark in text)


def as_record(summary: Summary) -> dict[str, Any]:
    """The summary as JSON has it: plain dicts, lists, numbers and texts; size in bytes."""
    return {
        **{name: getattr(summary, name) for name in ("shipped", "size", "files", "places", "names", "kinds")},
        "folder": str(summary.folder),
        "countries": [
            {"country": code, "name": summary.country_names.get(code or ""), "places": count}
            for code, count in summary.countries.items()
        ],
        "sources": [asdict(source) for source in summary.sources],
    }


def megabytes(size: int) -> str:
    """A size in bytes as people read it.

    >>> megabytes(36_812_345)
    '36.8 MB'
    """
    return f"{size / 1e6:.1f} MB"


def _sources(tally: dict[str | None, int]) -> Iterator[Source]:
    """The pinned packages in the order of sources.toml, then what else the records name, most places first.

    One's own gazetteer that holds nothing of the packages does not list them.
    """
    from dashboard.gazetteer.build.packages import pinned  # with it comes the whole build

    counts = {source or "not told": count for source, count in tally.items()}
    packages = pinned()
    for package in packages.values() if packages.keys() & counts.keys() else ():
        yield Source(package.name, package.version, package.licence, package.gives, counts.get(package.name, 0))
    for name, count in counts.items():
        if name not in packages:
            licence, gives = _OWN_SOURCES.get(name, (None, ""))
            yield Source(name, None, licence, gives, count)


def _counted(title: str, rows: Iterable[tuple[str, int]]) -> list[str]:
    numbers = ((f"{count:,}" if count else "-", label) for label, count in rows)
    return [title, *(f"{number:>{_WIDTH}}  {label}" for number, label in numbers)]


def _line(source: Source) -> str:
    version = f" {source.version}" if source.version else ""
    gives = f": {source.gives}" if source.gives else ""
    return f"{source.name}{version} ({source.licence or 'licence not told'}){gives}"
