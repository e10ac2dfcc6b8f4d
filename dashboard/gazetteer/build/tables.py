"""The gazetteer as Parquet: places and names, the readable source of record."""

from pathlib import Path
from typing import Any

from dashboard.gazetteer.build.entries import Entries

PLACE_COLUMNS = {
    "place_id": "string",
    "name": "string",
    "kind": "string",
    "feature_code": "string",
    "lat": "float64",
    "lon": "float64",
    "country": "string",
    "admin1": "string",
    "admin2": "string",
    "parent": "string",
    "population": "int64",
    "extent_km": "float32",
    "source": "string",
}
NAME_COLUMNS = {"name": "string", "place_id": "string", "language": "string", "kind": "string"}
_OVERLAY_KINDS = ("overlay", "demonym", "abbreviation")  # written by us, in English
_LEVEL = 15  # zstd; beyond it the files get no smaller


def write_tables(entries: Entries, folder: Path) -> None:
    """Write places.parquet and names.parquet, rows in the order of `entries`, names sorted within a place."""
    places = [[getattr(entry, column) for column in PLACE_COLUMNS] for entry in entries.values()]
    names = [
        [name, entry.place_id, "en" if kind in _OVERLAY_KINDS else None, kind]
        for entry in entries.values()
        for name, kind in sorted(entry.names.items())
    ]
    _write(places, PLACE_COLUMNS, folder / "places.parquet")
    _write(names, NAME_COLUMNS, folder / "names.parquet")


def _write(rows: list[list[Any]], types: dict[str, str], path: Path) -> None:
    import pyarrow as pa
    import pyarrow.parquet as pq

    schema = pa.schema([(column, pa.type_for_alias(type_)) for column, type_ in types.items()])
    columns = [[None if value == "" else value for value in column] for column in zip(*rows, strict=True)]
    pq.write_table(pa.table(columns, schema=schema), path, compression="zstd", compression_level=_LEVEL)
