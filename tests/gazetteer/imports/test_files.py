import zipfile

import pytest

from dashboard.errors import ImportRefused
from dashboard.gazetteer.imports import files
from dashboard.gazetteer.imports.files import recognise
from tests.gazetteer.imports.dumps import name_line, place_line

PLACES = f"{place_line(1, 'Mosul')}\n{place_line(2, 'Zakho')}\n"
NAMES = f"{name_line(1, 'Mossoul')}\n"
OWN = "name,lat,lon\nDepot,1,1\n"


def zipped(path, **members):
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in members.items():
            archive.writestr(name.replace("_txt", ".txt").replace("_csv", ".csv").replace("_pdf", ".pdf"), text)
    return path


def file(tmp_path, data, name="IQ.txt"):
    path = tmp_path / name
    path.write_bytes(data.encode("utf-8") if isinstance(data, str) else data)
    return path


@pytest.mark.parametrize(
    ("text", "form"), [(PLACES, "places"), (NAMES, "names"), (OWN, "own"), ("x\ty\n" + PLACES, "places")]
)
def test_file_is_known_by_what_it_holds(text, form, tmp_path):
    assert recognise(file(tmp_path, text)).form == form


@pytest.mark.parametrize("begin", ["", "\ufeff"], ids=["no mark", "byte order mark"])
@pytest.mark.parametrize("end", ["\n", "\r\n"], ids=["LF", "CRLF"])
def test_lines_come_without_marks_of_begin_and_end(begin, end, tmp_path):
    source = recognise(file(tmp_path, begin + PLACES.replace("\n", end)))
    assert [line.text for line in source.lines()] == PLACES.splitlines()
    assert sum(line.size for line in source.lines()) == source.size


def test_zip_gives_its_largest_text_and_not_the_readme(tmp_path):
    path = zipped(tmp_path / "IQ.zip", readme_txt="x" * 999, IQ_txt=PLACES, map_pdf="x" * 999, small_txt="x")
    source = recognise(path)
    assert (source.member, source.form, source.size) == ("IQ.txt", "places", len(PLACES))
    assert [line.text for line in source.lines()] == PLACES.splitlines()


def test_alternate_names_lie_beside_a_table_of_languages(tmp_path):
    path = zipped(tmp_path / "a.zip", **{"iso-languagecodes_txt": "x" * 999, "alternateNamesV2_txt": NAMES})
    assert recognise(path).form == "names"


@pytest.mark.parametrize("data", [b"a\0b", b"caf\xe9"], ids=["NUL", "Latin-1"])
def test_line_that_is_no_text_is_none_and_the_next_is_read(data, tmp_path):
    path = file(tmp_path, PLACES.encode() * 4000 + data + b"\nend\n")
    *_, broken, last = recognise(path).lines()
    assert (broken.text, broken.number, last.text) == (None, 8001, "end")


def test_line_without_end_is_never_held_whole(tmp_path, monkeypatch):
    monkeypatch.setattr(files, "_LONGEST_LINE", 100)
    source = recognise(file(tmp_path, PLACES * 20 + "x" * 1000))
    assert max(line.size for line in source.lines()) == 100


REFUSED = [
    ("empty", "", "it is empty"),
    ("white", "\n\n", "it is empty"),
    ("prose", "It was a quiet day.\nNothing happened.\n", "its lines have 1 columns between tabs"),
    ("other columns", "a\tb\tc\n", "its lines have 3 columns"),
    ("CSV without lon", "name,lat,x\n", "its header lacks the column lon"),
    ("CSV without point", "name,x,y\n", "its header lacks the column lat and lon"),
    ("binary", b"\x7fELF\0\0\1", "NUL bytes"),
    ("UTF-16", PLACES.encode("utf-16"), "NUL bytes"),
    ("Latin-1 alone", b"caf\xe9\n", "columns between tabs"),
]


@pytest.mark.parametrize(("data", "why"), [row[1:] for row in REFUSED], ids=[row[0] for row in REFUSED])
def test_file_that_is_nothing_of_the_sort_is_refused(data, why, tmp_path):
    path = file(tmp_path, data)
    with pytest.raises(ImportRefused, match=why) as refused:
        recognise(path)
    assert str(path) in str(refused.value)
    assert str(refused.value).endswith("The gazetteer is as it was.")


def test_path_that_is_no_file_is_refused(tmp_path):
    with pytest.raises(ImportRefused, match="there is no such file"):
        recognise(tmp_path / "gone.txt")
    with pytest.raises(ImportRefused, match="it is no file"):
        recognise(tmp_path)


def test_zip_without_a_text_is_refused(tmp_path):
    with pytest.raises(ImportRefused, match=r"no \.txt and no \.csv"):
        recognise(zipped(tmp_path / "a.zip", readme_txt="x", map_pdf="x"))


def test_half_a_zip_is_refused(tmp_path):
    path = zipped(tmp_path / "a.zip", a_txt=PLACES)
    path.write_bytes(path.read_bytes()[:-40])
    with pytest.raises(ImportRefused, match="no whole zip"):
        recognise(path)


def test_zip_that_breaks_off_within_its_text_is_refused(tmp_path):
    path = zipped(tmp_path / "a.zip", a_txt="".join(f"{place_line(n, f'Place {n}')}\n" for n in range(1, 40_000)))
    source = recognise(path)
    data = bytearray(path.read_bytes())
    data[len(data) - 3000 : len(data) - 2000] = bytes(1000)
    path.write_bytes(data)
    with pytest.raises(ImportRefused, match="the zip cannot be unpacked"):
        list(source.lines())


def test_two_files_of_one_name_and_size_are_told_apart(tmp_path):
    (tmp_path / "other").mkdir()
    one, other = file(tmp_path, PLACES), file(tmp_path / "other", PLACES.replace("Mosul", "Mosal"))
    assert recognise(one).fingerprint != recognise(other).fingerprint
    assert recognise(one).fingerprint == recognise(one).fingerprint


def test_name_of_a_file_that_is_no_utf8_can_be_told(tmp_path):
    assert recognise(file(tmp_path, PLACES, "\udcff.txt")).name == "?.txt"
