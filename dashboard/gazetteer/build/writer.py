"""Writing the memory-mapped index that `dashboard.gazetteer.index` opens."""

import math
from array import array
from pathlib import Path

from dashboard.gazetteer.build.entries import Entries, Entry
from dashboard.gazetteer.build.overlay import Overlay
from dashboard.gazetteer.build.senses import NameSense, senses_of_names
from dashboard.gazetteer.layout import (
    ARRAYS_FILE,
    DEFAULT_FLAG,
    NO_ROW,
    NOT_PLACE_MARK,
    PLACE_KINDS,
    SENSE_KINDS,
    TRIE_FILE,
    pack_arrays,
)

Section = tuple[str, bytes]


class Texts:
    """Texts numbered in the order they are first asked for; number 0 is no text."""

    def __init__(self) -> None:
        self._numbers: dict[str | None, int] = {None: 0, "": 0}
        self._texts: list[str] = [""]

    def number(self, text: str | None) -> int:
        """The number of `text`."""
        if text not in self._numbers:
            self._numbers[text] = len(self._texts)
            self._texts.append(text or "")
        return self._numbers[text]

    def sections(self) -> dict[str, Section]:
        """All texts as one blob, and where each begins."""
        blobs = [text.encode("utf-8") for text in self._texts]
        starts = array("I", [0])
        for blob in blobs:
            starts.append(starts[-1] + len(blob))
        return {"text_at": ("I", starts.tobytes()), "text": ("B", b"".join(blobs))}


def write_index(entries: Entries, overlay: Overlay, folder: Path) -> None:
    """Write names.marisa and arrays.bin into `folder`. `entries` stand in the order of their rows."""
    import marisa_trie

    texts = Texts()
    senses = senses_of_names(entries, overlay.defaults)
    for name, why in sorted(overlay.not_places.items()):
        senses[NOT_PLACE_MARK + name] = [NameSense(texts.number(why), "official", default=False)]
    trie = marisa_trie.Trie(sorted(senses))
    names = trie.tobytes()
    by_key = sorted(senses, key=trie.key_id)
    sections = _sense_sections([senses[key] for key in by_key]) | _place_sections(entries, texts)
    sections |= texts.sections()
    folder.mkdir(parents=True, exist_ok=True)
    _replace(folder / TRIE_FILE, names)
    _replace(folder / ARRAYS_FILE, pack_arrays(sections, trie_bytes=len(names)))


def _replace(path: Path, data: bytes) -> None:
    """Put a new file in the place of one that a running program may have mapped: written into, that would crash."""
    new = path.with_suffix(".new")
    new.write_bytes(data)
    new.replace(path)


def _sense_sections(senses: list[list[NameSense]]) -> dict[str, Section]:
    starts, rows, kinds = array("I", [0]), array("i"), array("B")
    for means in senses:
        rows.extend(sense.row for sense in means)
        kinds.extend(SENSE_KINDS.index(s.kind) | (DEFAULT_FLAG if s.default else 0) for s in means)
        starts.append(len(rows))
    return {"sense_at": _packed(starts), "sense_row": _packed(rows), "sense_kind": _packed(kinds)}


def _place_sections(entries: Entries, texts: Texts) -> dict[str, Section]:
    places = list(entries.values())
    rows = {place.place_id: row for row, place in enumerate(places)}
    # Texts that repeat come first, so that their numbers fit two bytes; names follow.
    short = {
        "feature": array("H", (texts.number(p.feature_code) for p in places)),
        "country": array("H", (texts.number(p.country) for p in places)),
        "admin1": array("H", (texts.number(p.admin1) for p in places)),
        "source": array("H", (texts.number(p.source) for p in places)),
    }
    columns: dict[str, array[int] | array[float]] = {
        "lat": array("d", (p.lat for p in places)),
        "lon": array("d", (p.lon for p in places)),
        "population": array("I", (p.population or 0 for p in places)),
        "kind": array("B", (PLACE_KINDS.index(p.kind) for p in places)),
        **short,
        "admin1_row": _rows_by_code(places, short["admin1"], ("admin1",)),
        "country_row": _rows_by_code(places, short["country"], ("country", "territory")),
        "parent_row": array("i", (rows.get(p.parent or "", NO_ROW) for p in places)),
        "extent_km": array("f", (math.nan if p.extent_km is None else p.extent_km for p in places)),
        "name": array("I", (texts.number(p.name) for p in places)),
        "admin2": array("I", (texts.number(p.admin2) for p in places)),
        **_ids(places, texts),
    }
    return {name: _packed(column) for name, column in columns.items()}


def _ids(places: list[Entry], texts: Texts) -> dict[str, "array[int]"]:
    """GeoNames numbers by row, 0 for places without one; the texts of those others' ids, in the order of their rows."""
    numbers, others = array("I"), array("I")
    for place in places:
        scheme, _, rest = place.place_id.partition(":")
        numbers.append(int(rest) if scheme == "geonames" else 0)
        if scheme != "geonames":
            others.append(texts.number(place.place_id))
    return {"geonames": numbers, "other_id": others}


def _rows_by_code(places: list[Entry], codes: "array[int]", kinds: tuple[str, ...]) -> "array[int]":
    """The row of the place of one of `kinds` that a code stands for, by the number of the code."""
    rows = array("i", [NO_ROW]) * (max(codes, default=0) + 1)
    for row, place in enumerate(places):
        if place.kind in kinds and codes[row]:
            rows[codes[row]] = row
    return rows


def _packed(items: "array[int] | array[float]") -> Section:
    return items.typecode, items.tobytes()
