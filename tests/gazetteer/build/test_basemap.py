import io
import json
import tarfile
from collections import Counter
from itertools import chain, pairwise

import pytest
from shapely.geometry import Polygon, box

from dashboard.gazetteer.build.basemap import Basemap, label_place, ring_of, script, stretches, table, vendor_leaflet
from dashboard.gazetteer.shapes import BASEMAP, basemap_code

STATIC = BASEMAP.parent
LARGEST = 900_000  # bytes of basemap.js
CUT_AFTERWARDS = 1  # segment: Jordan's border beside the Golan Heights, where the cut adds a corner
CODES_WITHOUT_ISO = {"XK", "CYN", "SOL", "KAS", "GOL"}
CONTESTED_WATERS = (
    "Persian",
    "Arabian Gulf",
    "Sea of Japan",
    "East Sea",
    "China Sea",
    "Gulf of Mexico",
    "Gulf of America",
)


@pytest.fixture(scope="module")
def shipped():
    text = BASEMAP.read_text(encoding="utf-8")
    return json.loads(text[text.index("{") : text.rindex(";")])


def segments(lines):
    return [tuple(sorted(map(tuple, pair))) for line in lines for pair in pairwise(line)]


def test_the_map_is_small_enough():
    assert BASEMAP.stat().st_size < LARGEST


def test_every_country_code_is_known(shipped):
    letters = {code for code in shipped["countries"] if len(code) == 2 and code.isupper()}
    assert len(letters) > 240
    assert shipped["countries"].keys() - letters == CODES_WITHOUT_ISO - {"XK"}
    assert {"IQ", "PS", "TW", "EH", "GF", "VA", "XK"} <= letters


def test_no_country_is_empty(shipped):
    assert all(shipped["countries"].values())


def test_every_code_a_place_names_is_drawn(shipped):
    for number, code in [(99237, "IQ"), (294640, "IL"), (173708, "GOL"), (8220542, "SOL"), (3164670, "VA")]:
        assert basemap_code(f"geonames:{number}") == code
        assert code in shipped["countries"]


def test_each_border_is_drawn_once(shipped):
    drawn = Counter(segments(shipped["borders"] + shipped["disputed"]))
    assert max(drawn.values()) == 1


def test_a_border_is_the_edge_of_two_countries(shipped):
    edges = Counter(chain.from_iterable(segments(chain(*polygons)) for polygons in shipped["countries"].values()))
    missing = [segment for segment in segments(shipped["borders"]) if edges[segment] < 2]
    assert len(missing) <= CUT_AFTERWARDS


def test_no_border_runs_across_the_map(shipped):
    assert all(abs(a[0] - b[0]) < 30 for a, b in segments(shipped["borders"] + shipped["disputed"]))


@pytest.mark.parametrize(
    ("south", "west", "north", "east"),
    [
        pytest.param(27.5, -9, 27.8, -8, id="Western Sahara"),
        pytest.param(42.8, 20.5, 43.3, 21.5, id="Kosovo"),
        pytest.param(34.9, 32.5, 35.3, 34, id="Cyprus"),
        pytest.param(31.2, 34.2, 31.6, 34.6, id="Gaza"),
        pytest.param(31.6, 34.9, 32.6, 35.2, id="West Bank"),
        pytest.param(32.8, 35.6, 33.2, 35.7, id="Golan, west"),
        pytest.param(32.8, 35.8, 33.2, 36, id="Golan, east"),
        pytest.param(33.5, 73.5, 35, 77.2, id="Kashmir"),
        pytest.param(37.6, 126.6, 38.6, 128.4, id="Korea"),
        pytest.param(8.5, 48, 11, 50, id="Somaliland"),
    ],
)
def test_a_disputed_border_stands_apart(shipped, south, west, north, east):
    def within(lines):
        return any(south <= lat <= north and west <= lon <= east for line in lines for lon, lat in line)

    assert within(shipped["disputed"])


def test_a_border_nobody_disputes_is_not_dashed(shipped):
    kehl = box(7, 48, 8.5, 49)
    assert not any(kehl.contains_properly(box(*point, *point)) for line in shipped["disputed"] for point in line)


def test_labels_name_no_contested_water(shipped):
    names = [name for name, *_ in shipped["labels"]]
    assert {"Syria", "Iraq", "Mediterranean Sea", "Caspian Sea", "Red Sea"} <= set(names)
    assert not [name for name in names if any(water in name for water in CONTESTED_WATERS)]


def test_larger_countries_are_labelled_first(shipped):
    zooms = {name: zoom for name, _, _, zoom, _ in shipped["labels"]}
    assert zooms["Russia"] <= zooms["Iraq"] <= zooms["Lebanon"] <= zooms["Gaza Strip"]
    order = [zoom for *_, zoom, _ in shipped["labels"]]
    assert order == sorted(order)


def test_leaflet_asks_for_no_file_that_is_not_here():
    style = (STATIC / "leaflet.css").read_text(encoding="utf-8")
    assert "url(" not in style
    assert ".leaflet-tooltip" in style
    assert "sourceMappingURL" not in (STATIC / "leaflet.js").read_text(encoding="utf-8")
    assert "BSD 2-Clause" in (STATIC / "leaflet.LICENSE.txt").read_text(encoding="utf-8")


def test_vendoring_drops_rules_that_ask_for_images_and_the_source_map(tmp_path):
    files = {
        "dist/leaflet.js": "run();\n//# sourceMappingURL=leaflet.js.map",
        "dist/leaflet.css": ".kept {\r\n\tcolor: red;\r\n\t}\r\n.gone {\r\n\tbackground: url(images/x.png);\r\n\t}\r\n",
        "LICENSE": "terms\n",
    }
    with tarfile.open(tmp_path / "leaflet.tgz", "w:gz") as archive:
        for name, text in files.items():
            entry = tarfile.TarInfo(f"package/{name}")
            entry.size = len(text)
            archive.addfile(entry, io.BytesIO(text.encode()))
    vendor_leaflet(tmp_path / "leaflet.tgz", tmp_path)
    assert (tmp_path / "leaflet.js").read_text() == "run();\n"
    assert (tmp_path / "leaflet.css").read_text() == ".kept {\n\tcolor: red;\n\t}\n"
    assert (tmp_path / "leaflet.LICENSE.txt").read_text() == "terms\n"


@pytest.mark.parametrize("name", ["codes", "disputed", "cuts"])
def test_every_hand_made_rule_gives_its_reason(name):
    assert all(row["reason"].strip() for row in table(name))


ROW = {"a": "AA", "b": "BB", "south": "0", "west": "1", "north": "5", "east": "2", "reason": "x"}


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        pytest.param([], [(False, 4)], id="no rule"),
        pytest.param([ROW], [(False, 2), (True, 2), (False, 2)], id="the middle stretch"),
        pytest.param([ROW | {"south": ""}], [(True, 4)], id="a rule without a box"),
    ],
)
def test_a_border_is_disputed_where_a_rule_says_so(rows, expected):
    line = [(0, 1), (1, 1), (2, 1), (3, 1)]
    assert [(disputed, len(piece)) for disputed, piece in stretches(line, rows)] == expected


def test_a_name_stands_in_the_middle_of_the_widest_part():
    lat, lon, zoom = label_place(box(0, -5, 10, 5).union(box(10, 0, 30, 0.2)), letters=4)
    assert (lat, lon) == (pytest.approx(0, abs=0.5), pytest.approx(5, abs=0.5))
    assert zoom == 2


def test_a_long_name_in_a_small_country_waits_for_a_closer_zoom():
    assert label_place(box(0, 0, 0.2, 0.2), letters=20)[2] == 8


def test_a_ring_is_written_latitude_first():
    assert ring_of("0 10;0 12;1 12").equals(Polygon([(10, 0), (12, 0), (12, 1)]))


def test_the_script_holds_one_country_a_line_and_the_same_bytes_each_time():
    basemap = Basemap(
        {"AA": box(0, 0, 1, 1), "BB": box(1, 0, 2, 1)}, [[(1, 0), (1, 1)]], [], [["A", 0.5, 0.5, 2, "AA"]]
    )
    lines = script(basemap).splitlines()
    assert lines[2:4] == ['"AA":[[[[1,0],[1,1],[0,1],[0,0],[1,0]]]],', '"BB":[[[[2,0],[2,1],[1,1],[1,0],[2,0]]]]']
    assert script(basemap) == script(basemap)


def test_a_name_with_a_place_of_its_own_says_from_which_zoom_it_shows():
    assert all(row["min_zoom"] for row in table("labels") if row["lat"])
