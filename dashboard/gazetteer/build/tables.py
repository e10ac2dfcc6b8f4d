"""The gazetteer as Parquet: places and names, the readable source of record."""

from pathlib import Path
from typing import TYPE_CHECKING

from dashboard.gazetteer.build.entries import Entries

if TYPE_CHECKING:
    import pyarrow as pa

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
    places = list(entries.values())
    _write(
        {c: [getattr(p, c) or None if c in _TEXT else getattr(p, c) for p in places] for c in PLACE_COLUMNS},
        PLACE_COLUMNS,
        folder / "places.parquet",
    )
    names = [(name, p.place_id, kind) for p in places for name, kind in sorted(p.names.items())]
    columns = {
        "name": [name for name, _, _ in names],
        "place_id": [place_id for _, place_id, _ in names],
        "language": ["en" if kind in _OVERLAY_KINDS else None for _, _, kind in names],
        "kind": [kind for _, _, kind in names],
    }
    _write(columns, NAME_COLUMNS, folder / "names.parquet")


_TEXT = frozenset(column for column, type_ in PLACE_COLUMNS.items() if type_ == "string")


def _write(columns: dict[str, list[object]], types: dict[str, str], path: Path) -> None:
    import pyarrow as pa
    import pyarrow.parquet as pq

    schema = pa.schema([(column, pa.type_for_alias(type_)) for column, type_ in types.items()])
    table: pa.Table = pa.table({c: columns[c] for c in types}, schema=schema)
    pq.write_table(table, path, compression="zstd", compression_level=_LEVEL)
