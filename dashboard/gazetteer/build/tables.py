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
NAME_COLUMNS = {"name": "string", "place_id": "string", "language": "string", "kind": "string", "source": "string"}
_LEVEL = 19  # zstd; beyond it the files get no smaller
_PAGE = 8 << 20  # bytes; larger pages repeat less
# Ids and the names of one place begin alike; stored as what differs they take a tenth less of the file.
_BEGIN_ALIKE = {"place_id", "name"}
_ALL_DIFFERENT = {"lat", "lon"}  # a dictionary of them is larger than they are


def write_tables(entries: Entries, folder: Path) -> None:
    """Write places.parquet and names.parquet, rows in the order of `entries`, names sorted within a place."""
    places = [[getattr(entry, column) for column in PLACE_COLUMNS] for entry in entries.values()]
    names = [
        [name, entry.place_id, known.language, known.kind, known.source]
        for entry in entries.values()
        for name, known in sorted(entry.names.items())
    ]
    _write(places, PLACE_COLUMNS, folder / "places.parquet")
    _write(names, NAME_COLUMNS, folder / "names.parquet")


def _write(rows: list[list[Any]], types: dict[str, str], path: Path) -> None:
    import pyarrow as pa
    import pyarrow.parquet as pq

    schema = pa.schema([(column, pa.type_for_alias(type_)) for column, type_ in types.items()])
    columns = [[None if value == "" else value for value in column] for column in zip(*rows, strict=True)]
    encoded = dict.fromkeys(_BEGIN_ALIKE, "DELTA_BYTE_ARRAY") | dict.fromkeys(_ALL_DIFFERENT & types.keys(), "PLAIN")
    pq.write_table(
        pa.table(columns, schema=schema),
        path,
        compression="zstd",
        compression_level=_LEVEL,
        use_dictionary=[column for column in types if column not in encoded],
        column_encoding=encoded,
        data_page_size=_PAGE,
    )
