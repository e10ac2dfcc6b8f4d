"""The city nearest to a point: it knows which division the point lies in."""

from collections import defaultdict
from collections.abc import Iterator

from dashboard.gazetteer.build.entries import Entries, Entry
from dashboard.gazetteer.distance import km_between

_CELL = 0.5  # degrees; some ten cities each where people live
Cell = tuple[int, int]


class Cities:
    """The cities of a gazetteer in the making, by where they are."""

    def __init__(self, entries: Entries) -> None:
        self._cells: dict[Cell, list[Entry]] = defaultdict(list)
        for entry in entries.values():
            if entry.kind == "city" and entry.admin1:
                self._cells[_cell(entry.lat, entry.lon)].append(entry)

    def nearest(self, lat: float, lon: float, *, country: str | None) -> Entry | None:
        """The nearest city of the country in the half degree around a point; None if there is none."""
        near = (
            (km_between(lat, lon, c.lat, c.lon), c.place_id, c) for c in self._around(lat, lon) if c.country == country
        )
        return min(near, default=(0, "", None))[2]

    def _around(self, lat: float, lon: float) -> Iterator[Entry]:
        row, column = _cell(lat, lon)
        for north in (-1, 0, 1):
            for east in (-1, 0, 1):
                yield from self._cells.get((row + north, column + east), ())


def _cell(lat: float, lon: float) -> Cell:
    return int(lat // _CELL), int(lon // _CELL)
