"""The gazetteer that came with Gazette, as the beginning of a user's own."""

from collections.abc import Collection, Iterator
from pathlib import Path
from typing import Any

from dashboard.errors import GazetteerMissing
from dashboard.gazetteer.build.entries import Entry
from dashboard.gazetteer.imports.staging import Staging

_ROWS = 20_000  # read at once
_NAME_COLUMNS = ("place_id", "name", "kind")


def put_shipped(staging: Staging, folder: Path, laid: Collection[str]) -> None:
    """Add the places and names of the tables in `folder`. laid: ids in the overlay. Raises GazetteerMissing."""
    staging.put_shipped(_entry(row, laid) for row in _rows(folder / "places.parquet"))
    names = _rows(folder / "names.parquet", list(_NAME_COLUMNS))
    staging.put_shipped_names((row["place_id"], row["name"], row["kind"]) for row in names)


def _entry(row: dict[str, Any], laid: Collection[str]) -> Entry:
    return Entry(**row, in_overlay=row["place_id"] in laid)


def _rows(path: Path, columns: list[str] | None = None) -> Iterator[dict[str, Any]]:
    from pyarrow.parquet import ParquetFile

    if not path.is_file():
        raise GazetteerMissing(path)
    with ParquetFile(path) as file:
        for batch in file.iter_batches(_ROWS, columns=columns):
            yield from batch.to_pylist()
