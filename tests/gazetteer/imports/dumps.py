"""Lines and files as GeoNames has them, and a shipped gazetteer small enough to see whole."""

import csv
import shutil
from pathlib import Path

from dashboard.gazetteer.build.entries import Entry
from dashboard.gazetteer.build.overlay import Overlay
from dashboard.gazetteer.build.tables import write_tables
from dashboard.gazetteer.build.writer import write_index
from dashboard.settings import shipped

COLUMNS = (
    "id name ascii alternates lat lon feature_class code country cc2 admin1 admin2 admin3 admin4 population elevation "
    "dem timezone changed"
).split()
OVERLAY = Overlay({"along": "a word"}, {"gaza": "geonames:2"})


def place_line(number: int, name: str, **columns: object) -> str:
    """A line of a dump: a village at 33 N 44 E in Iraq unless told."""
    usual = {"lat": "33.0", "lon": "44.0", "feature_class": "P", "code": "PPL", "country": "IQ", "population": "0"}
    row = {"id": number, "name": name, "ascii": name, **usual, **columns}
    return "\t".join(str(row.get(column, "")) for column in COLUMNS)


def name_line(number: int, name: str, language: str = "", preferred: str = "", **_: object) -> str:
    """A line of alternateNamesV2.txt."""
    return "\t".join(["1", str(number), language, name, preferred, "", "", "", "", ""])


def write(path: Path, *lines: str) -> Path:
    path.write_text("".join(f"{line}\n" for line in lines), encoding="utf-8", newline="\n")
    return path


def write_csv(path: Path, *rows: dict[str, object]) -> Path:
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, list(rows[0]))
        writer.writeheader()
        writer.writerows(rows)
    return path


def shipped_entries() -> dict[str, Entry]:
    """Gaza twice, of which one is meant; a country with a demonym; a county by its cities; a strait of the overlay."""
    iraq = Entry("geonames:1", "Iraq", "country", 33.0, 44.0, "test", "PCLI", "IQ")
    strip = Entry("geonames:2", "Gaza Strip", "territory", 31.4, 34.3, "test", "PCLD", "PS", in_overlay=True)
    city = Entry("geonames:3", "Gaza", "city", 31.5, 34.46, "test", "PPLA", "PS", population=410_000)
    county = Entry("geonames:4", "Akre", "admin2", 36.0, 43.0, "mean of its cities", "ADM2", "IQ", "IQ.08", "IQ.08.9")
    strait = Entry("gazette:hormuz", "Hormuz", "strait", 26.6, 56.5, "overlay", in_overlay=True)
    county.parent = "geonames:1"
    entries = {entry.place_id: entry for entry in (iraq, strip, city, county, strait)}
    for entry in entries.values():
        entry.add_name(entry.name, "official")
    strip.add_name("Gaza", "overlay")
    iraq.add_name("Iraqi", "demonym")
    return entries


def ship(folder: Path) -> Path:
    """A data folder with tables, index and overlay of `shipped_entries`, and the words of the real one."""
    entries = shipped_entries()
    (folder / "gazetteer").mkdir(parents=True)
    write_tables(entries, folder / "gazetteer")
    (folder / "gazetteer" / "sources.toml").write_text("package = []\n")
    write_index(entries, OVERLAY, folder / "gazetteer" / "index")
    (folder / "models").mkdir()
    shutil.copy(shipped("data") / "models" / "words.csv", folder / "models")
    (folder / "overlay").mkdir()
    rows = {
        "not_places.csv": {"name": "along", "why": "a word"},
        "senses.csv": {"name": "Gaza", "place_id": "geonames:2", "place": "Gaza Strip", "why": "the war"},
    }
    for name, row in rows.items():
        _lay(folder / "overlay", name, [row])
    laid = [entry for entry in entries.values() if entry.in_overlay]
    _lay(folder / "overlay", "places.csv", [{"name": e.name, "place_id": e.place_id, "why": "x"} for e in laid])
    return folder


def _lay(folder: Path, name: str, rows: list[dict[str, str]]) -> None:
    """A file of the overlay with the columns of the shipped one."""
    columns = (shipped("data") / "overlay" / name).read_text(encoding="utf-8").splitlines()[0].split(",")
    write_csv(folder / name, *({**dict.fromkeys(columns, ""), **row} for row in rows))
