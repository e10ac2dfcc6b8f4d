import builtins
from pathlib import Path

import pytest

from dashboard.errors import BuildError
from dashboard.gazetteer import build as module
from dashboard.gazetteer.build import build, draw_shapes, in_order, lay_waters
from dashboard.gazetteer.build.entries import Entry
from dashboard.gazetteer.build.packages import Package
from dashboard.gazetteer.index import Index

HEADS = {
    "places": "place_id,name,kind,feature_code,lat,lon,country,admin1,population,extent_km,aliases,why\n"
    "gazette:gulf,Persian Gulf,sea,GULF,26.9,51.5,,,,990,,a sea\n",
    "aliases": "name,place_id,place,kind,why\nIRQ,geonames:1,Iraq,abbreviation,code\n",
    "demonyms": "name,place_id,place,why\nIraqis,geonames:1,Iraq,people\n",
    "not_places": "name,why\nAlong,a word\n",
    "senses": "name,place_id,place,context,why\n",
}


@pytest.fixture
def run(package_files, tmp_path, monkeypatch):
    """A build out of the small packages; its progress."""
    overlay = tmp_path / "overlay"
    overlay.mkdir()
    for name, text in HEADS.items():
        (overlay / f"{name}.csv").write_text(text)
    packages = {n: Package(n, "1", "pip", str(path), "", "free", "") for n, path in package_files.items()}
    monkeypatch.setattr(module, "pinned", lambda: packages)
    monkeypatch.setattr(module, "fetch", lambda package, *_, **__: package_files[package.name])
    monkeypatch.setattr(module, "lay_waters", lambda *_: {})
    monkeypatch.setattr(module, "draw_shapes", lambda *_, **__: None)

    def go(name="out"):
        told = []
        build(tmp_path / name, progress=told.append, cache=tmp_path, overlay=overlay)
        return tmp_path / name, told

    return go


def test_build_gives_an_index_that_opens(run):
    out, _ = run()
    index = Index(out / "index")
    assert index.lookup("An Najaf")[0].place.place_id == "geonames:3"
    assert index.place(index.senses(index.exact("IRQ"))[0].row).name == "Iraq"
    assert index.not_place("along") == "a word"


def test_names_borrowed_from_the_overlay_are_gone(run):
    out, _ = run()
    index = Index(out / "index")
    assert [index.place(s.row).kind for s in index.senses(index.find("Persian Gulf"))] == ["sea"]


def test_two_builds_give_the_same_bytes(run):
    one, other = run("one")[0], run("other")[0]
    files = sorted(path.relative_to(one) for path in one.rglob("*") if path.is_file())
    assert len(files) == 4
    assert all((one / file).read_bytes() == (other / file).read_bytes() for file in files)


def test_progress_is_told_step_by_step(run):
    out, told = run()
    assert told[0] == "reading the packages"
    assert told[-1] == f"the gazetteer stands in {out}"


def test_rows_go_by_geonames_id_and_the_others_come_last():
    ids = ["gazette:b", "geonames:10", "gazette:a", "geonames:9"]
    made = in_order({i: Entry(i, i, "city", 0, 0, "test") for i in ids})
    assert list(made) == ["geonames:9", "geonames:10", "gazette:a", "gazette:b"]


def test_airports_are_in_it(run):
    out, _ = run()
    assert Index(out / "index").lookup("Najaf Airport")[0].place.place_id == "icao:ORNI"


def test_basemap_is_drawn_where_a_folder_for_it_is_given(monkeypatch, tmp_path):
    from dashboard.gazetteer.build import basemap, shapes

    drawn = []
    monkeypatch.setattr(shapes, "build_shapes", lambda *_: None)
    monkeypatch.setattr(basemap, "build_basemap", lambda _, static: drawn.append(static))
    draw_shapes({}, {}, {}, out=tmp_path, static=tmp_path)
    assert drawn == [tmp_path]


@pytest.mark.parametrize(
    "step",
    [
        pytest.param(lambda: lay_waters({}, {}), id="waters"),
        pytest.param(lambda: draw_shapes({}, {}, {}, out=Path("nowhere"), static=None), id="shapes"),
    ],
)
def test_missing_part_of_the_build_is_named(monkeypatch, step):
    plain = builtins.__import__

    def without_shapely(name, *rest):
        if name == "dashboard.gazetteer.build.basemap":
            raise ModuleNotFoundError("No module named 'shapely'", name="shapely")
        return plain(name, *rest)

    monkeypatch.setattr(builtins, "__import__", without_shapely)
    with pytest.raises(BuildError, match=r"needs shapely.*gazette\[build\]"):
        step()
