import errno
import json
import signal
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from dashboard.errors import GazetteerDamaged, ImportRefused, ImportStopped
from dashboard.gazetteer import imports
from dashboard.gazetteer.imports.editions import STAGING
from dashboard.gazetteer.imports.geonames import Wanted
from dashboard.gazetteer.index import open_index
from dashboard.gazetteer.layout import ARRAYS_FILE, TRIE_FILE
from dashboard.settings import own_gazetteer
from tests.gazetteer.imports.dumps import name_line, place_line, write, write_csv

ROOT = Path(__file__).parents[3]
ZAKHO = place_line(90, "Zakho", alternates="Zaxo", admin1="08", population="200000")


@pytest.fixture
def dump(tmp_path):
    return write(tmp_path / "IQ.txt", ZAKHO, place_line(91, "Gaza", population="5"))


def first(index, name):
    return index.place(index.senses(index.find(name))[0].row)


def names(index, *asked):
    return {name: index.find(name) is not None for name in asked}


# ---- what comes of it


def test_dump_extends_the_shipped_gazetteer(importing, in_use, dump):
    outcome = importing(dump)
    index = in_use()
    assert (outcome.tally.taken, outcome.tally.lines, outcome.tally.broken) == (2, 2, 0)
    assert (outcome.places, len(index)) == (7, 7)
    assert outcome.folder == own_gazetteer()
    zakho = first(index, "zaxo")
    assert (zakho.place_id, zakho.country_name, zakho.parent) == ("geonames:90", "Iraq", "geonames:1")
    assert zakho.source == "GeoNames, IQ.txt"


def test_default_senses_demonyms_and_words_stay(importing, in_use, dump):
    importing(dump)
    index = in_use()
    gaza = index.senses(index.find("Gaza"))
    assert [index.place(s.row).place_id for s in gaza] == ["geonames:2", "geonames:3", "geonames:91"]
    assert [s.default for s in gaza] == [True, False, False]
    assert first(index, "Iraqi").name == "Iraq"
    assert index.not_place("along") == "a word"


def test_replacing_leaves_only_the_file(importing, in_use, dump):
    importing(dump, replace=True)
    assert len(in_use()) == 2
    assert names(in_use(), "Zakho", "Iraq") == {"Zakho": True, "Iraq": False}
    assert in_use().not_place("along") == "a word"


def test_next_import_extends_the_last(importing, in_use, dump, tmp_path):
    importing(dump)
    lines = [name_line(90, "Zacho", "de"), name_line(90, "ZKH", "abbr"), name_line(77, "Nowhere", "en")]
    outcome = importing(write(tmp_path / "alternateNamesV2.txt", *lines))
    assert outcome.tally.taken == 2
    assert first(in_use(), "Zacho").place_id == "geonames:90"
    assert in_use().exact("ZKH") is not None
    assert names(in_use(), "Nowhere", "Zakho", "Iraq") == {"Nowhere": False, "Zakho": True, "Iraq": True}


def test_places_of_ones_own(importing, in_use, tmp_path):
    row = {"name": "Depot North", "lat": 36.1, "lon": 44.0, "aliases": "Camp 7|C7 Base", "country": "IQ"}
    outcome = importing(write_csv(tmp_path / "own.csv", row))
    place = first(in_use(), "camp 7")
    assert (place.place_id, place.kind, place.country_name) == ("own:depot-north-iq", "landmark", "Iraq")
    assert (outcome.places, outcome.tally.lines) == (6, 1)


def test_what_is_not_wanted_is_left_out(importing, in_use, dump):
    outcome = importing(dump, wanted=Wanted(min_population=100))
    assert (outcome.tally.taken, outcome.tally.lines, outcome.tally.broken) == (1, 2, 0)


def test_later_line_of_one_id_counts(importing, in_use, tmp_path):
    importing(write(tmp_path / "a.txt", ZAKHO, place_line(90, "Zakho", lat="37.5")))
    assert first(in_use(), "Zakho").lat == 37.5


def test_same_import_twice_reads_it_twice_and_changes_nothing(importing, told, dump):
    folder = importing(dump).folder
    before = [(folder / name).read_bytes() for name in (ARRAYS_FILE, TRIE_FILE)]
    folder = importing(dump).folder
    assert [(folder / name).read_bytes() for name in (ARRAYS_FILE, TRIE_FILE)] == before
    assert not any(line.startswith("going on") for line in told)


def test_zip_gives_what_the_file_in_it_gives(importing, in_use, dump, tmp_path):
    with zipfile.ZipFile(tmp_path / "IQ.zip", "w") as archive:
        archive.write(dump, "IQ.txt")
        archive.writestr("readme.txt", "about")
    assert importing(tmp_path / "IQ.zip").tally.taken == 2


# ---- broken lines


def test_broken_lines_are_counted_the_first_five_told_and_the_others_taken(importing, tmp_path):
    lines = [ZAKHO, "", *(place_line(number, "X", lat="99") for number in range(7)), "two\tcolumns"]
    tally = importing(write(tmp_path / "a.txt", *lines, *(place_line(n, "Town") for n in range(100, 110)))).tally
    assert (tally.taken, tally.broken, tally.lines) == (11, 8, 19)
    assert len(tally.first_broken) == 5
    assert tally.first_broken[0] == "line 3: id '0' is not from 1 to 4294967295"
    assert tally.first_broken[1] == "line 4: latitude '99' is not from -90 to 90"


@pytest.mark.parametrize("data", [b"caf\xe9", b"a\0b"], ids=["Latin-1", "NUL"])
def test_line_that_is_no_text_is_broken(data, importing, tmp_path):
    path = tmp_path / "a.txt"
    path.write_bytes(f"{ZAKHO}\n".encode() * 2000 + data + b"\n")
    assert importing(path).tally.first_broken == ["line 2,001: no text in UTF-8"]


def test_row_of_a_csv_that_is_no_text_is_broken(importing, tmp_path):
    path = tmp_path / "a.csv"
    path.write_bytes(b"name,lat,lon\nDepot,1,1\nCaf\xe9,2,2\nCamp,3,3\n")
    tally = importing(path).tally
    assert (tally.taken, tally.first_broken) == (2, ["line 3: 1 columns instead of 3"])


REFUSED = [
    (
        "mostly broken",
        [ZAKHO, *[place_line(7, "X", lat="x")] * 2],
        "2 of its 3 lines cannot be read; line 2: latitude 'x'",
    ),
    ("names of nobody", [name_line(77, "Nowhere", "en")], "none of its 1 lines is of a place that is known"),
    ("prose", ["It was a quiet day."], "columns between tabs"),
]


@pytest.mark.parametrize(("lines", "why"), [row[1:] for row in REFUSED], ids=[row[0] for row in REFUSED])
def test_refused_file_leaves_the_gazetteer_as_it_was(lines, why, importing, in_use, dump, tmp_path):
    folder = importing(dump).folder
    with pytest.raises(ImportRefused, match=why):
        importing(write(tmp_path / "wrong.txt", *lines))
    assert own_gazetteer() == folder
    assert len(in_use()) == 7
    assert not (folder.parent / "importing").exists()


def test_names_alone_can_replace_nothing(importing, tmp_path):
    with pytest.raises(ImportRefused, match="its names are of places in another file"):
        importing(write(tmp_path / "a.txt", name_line(1, "X", "en")), replace=True)


def test_only_of_a_dump_a_part_can_be_taken(importing, tmp_path):
    with pytest.raises(ImportRefused, match="it is no dump of places"):
        importing(write(tmp_path / "a.txt", name_line(1, "X", "en")), wanted=Wanted(min_population=1))


# ---- imports that stop


def towns(tmp_path):
    """A hundred towns."""
    letters = "abcdefghij"
    lines = [place_line(1000 + n, f"Town {letters[n // 10]}{letters[n % 10]}") for n in range(100)]
    return write(tmp_path / "towns.txt", *lines)


def test_full_disk_says_what_is_needed_and_after_room_was_made_the_import_goes_on(
    importing, in_use, dump, told, tmp_path, monkeypatch
):
    importing(dump)
    real, commits = imports.Staging.commit, []

    def full_at_the_third(staging, state):
        real(staging, state)
        commits.append(state)
        if len(commits) == 3:
            staging.execute(f"PRAGMA max_page_count = {next(staging.execute('PRAGMA page_count'))[0]}")

    monkeypatch.setattr(imports.Staging, "commit", full_at_the_third)
    path = towns(tmp_path)
    big = write(tmp_path / "big.txt", *(place_line(5000 + n, f"Place {'x' * 50} {n}") for n in range(600)))
    with pytest.raises(
        ImportStopped, match=r"The disk is full: the import needs about \d+ MB in .*, and [\d,]+ MB are free"
    ):
        importing(big, batch=200)
    assert len(in_use()) == 7
    monkeypatch.setattr(imports.Staging, "commit", real)
    assert importing(big, batch=200).tally.taken == 600
    assert "going on after line 400, where the last import of big.txt stopped" in told
    assert importing(path).places == 7 + 600 + 100


@pytest.fixture
def stopped(importing, monkeypatch):
    """Import, with a fault when the index is to be written."""

    def stop(path, fault):
        def fail(*_, **__):
            raise fault

        with monkeypatch.context() as patched:
            patched.setattr(imports, "write_index_of", fail)
            importing(path)

    return stop


def test_full_disk_while_the_index_is_written_is_said_so(importing, stopped, dump, told):
    with pytest.raises(ImportStopped, match="The disk is full"):
        stopped(dump, OSError(errno.ENOSPC, "No space left on device"))
    assert own_gazetteer() is None
    assert importing(dump).places == 7
    assert "going on after line 2, where the last import of IQ.txt stopped" in told


def test_other_fault_of_the_system_is_passed_on(stopped, dump):
    with pytest.raises(PermissionError):
        stopped(dump, PermissionError(errno.EACCES, "Permission denied"))


def test_stopped_import_of_something_else_is_left(importing, stopped, in_use, dump, told, tmp_path):
    with pytest.raises(KeyboardInterrupt):
        stopped(dump, KeyboardInterrupt())
    importing(write(tmp_path / "other.txt", place_line(95, "Duhok")))
    assert "leaving an import of something else that was stopped" in told
    assert names(in_use(), "Zakho", "Duhok") == {"Zakho": False, "Duhok": True}


def test_damaged_work_is_thrown_away_and_the_same_command_begins_anew(importing, stopped, dump, home):
    with pytest.raises(KeyboardInterrupt):
        stopped(dump, KeyboardInterrupt())
    (staging,) = home.rglob(STAGING)
    staging.write_bytes(b"no database at all" * 1000)
    with pytest.raises(ImportStopped, match=r"cannot be used.*Run the same command again"):
        importing(dump)
    assert importing(dump).places == 7


# Where a process is killed: the module and name of what it was about to call, and for which time.
KILLS = [
    ("Path.replace", 1),  # the copy of the places in use
    ("imports.Staging.commit", 1),
    ("imports.Staging.commit", 4),
    ("imports.Staging.put", 6),
    ("imports.write_index_of", 1),
    ("Path.replace", 3),  # one file of the index
    ("imports.Staging.__len__", 2),
    ("imports.editions._sync", 1),
    ("Path.replace", 4),  # the folder of the new edition
    ("Path.replace", 5),  # the file that names it
]
KILLED = """
import os, signal, sys
from pathlib import Path
from dashboard.gazetteer import imports

*owner, name = sys.argv[2].split(".")
owner = eval(".".join(owner))
real, left = getattr(owner, name), [int(sys.argv[3])]

def killed(*args, **options):
    left[0] -= 1
    if left[0] == 0:
        os.kill(os.getpid(), signal.SIGKILL)
    return real(*args, **options)

setattr(owner, name, killed)
imports.import_file(Path(sys.argv[1]), progress=print, batch=10)
"""


@pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="no such signal here")
@pytest.mark.parametrize(("where", "time"), KILLS, ids=[f"{where} {time}" for where, time in KILLS])
def test_killed_import_leaves_the_old_gazetteer_and_goes_on(where, time, importing, in_use, dump, monkeypatch):
    importing(dump)
    path = towns(dump.parent)
    done = subprocess.run([sys.executable, "-c", KILLED, str(path), where, str(time)], cwd=ROOT, check=False)
    assert done.returncode == -signal.SIGKILL
    assert names(in_use(), "Zakho", "Town aa") == {"Zakho": True, "Town aa": False}
    folder = importing(path, batch=10).folder
    monkeypatch.setenv("GAZETTE_HOME", str(dump.parent / "undisturbed"))
    importing(dump)
    undisturbed = importing(path).folder
    for name in (ARRAYS_FILE, TRIE_FILE):
        assert (folder / name).read_bytes() == (undisturbed / name).read_bytes()


def test_killed_import_goes_on_from_the_last_batch(importing, told, tmp_path):
    path = towns(tmp_path)
    subprocess.run([sys.executable, "-c", KILLED, str(path), "imports.Staging.put", "6"], cwd=ROOT, check=False)
    assert importing(path, batch=10).tally.taken == 100
    assert "going on after line 50, where the last import of towns.txt stopped" in told


def test_csv_that_was_stopped_goes_on_and_still_knows_the_ids_before(importing, told, tmp_path):
    rows = [{"name": f"Depot {n}", "lat": 1, "lon": 1} for n in (*range(50), 3)]
    path = write_csv(tmp_path / "own.csv", *rows)
    subprocess.run([sys.executable, "-c", KILLED, str(path), "imports.Staging.put", "4"], cwd=ROOT, check=False)
    tally = importing(path, batch=10).tally
    assert (tally.taken, tally.broken, tally.lines) == (50, 1, 51)
    assert any(line.startswith("going on after line 31") for line in told)


# ---- in use


def test_program_that_runs_keeps_what_it_has_open(importing, in_use, dump, tmp_path):
    importing(dump)
    index = in_use()
    importing(write(tmp_path / "other.txt", place_line(95, "Duhok")))
    imports.reset()
    assert first(index, "Zakho").name == "Zakho"


@pytest.fixture
def fresh_index():
    open_index.cache_clear()
    yield open_index
    open_index.cache_clear()


def test_what_was_imported_is_what_is_opened_until_it_is_taken_away(importing, dump, fresh_index):
    importing(dump)
    assert fresh_index().find("Zakho") is not None
    assert imports.reset() is not None
    fresh_index.cache_clear()
    assert fresh_index().find("Zakho") is None
    assert imports.reset() is None


@pytest.mark.parametrize("damage", [Path.unlink, lambda path: path.write_bytes(b"x")], ids=["gone", "overwritten"])
@pytest.mark.parametrize("name", [ARRAYS_FILE, TRIE_FILE])
def test_damaged_gazetteer_of_ones_own_says_how_to_go_back(name, damage, importing, dump, fresh_index):
    damage(importing(dump).folder / name)
    with pytest.raises(GazetteerDamaged, match="gazette gazetteer reset"):
        fresh_index()


def test_opening_the_gazetteer_loads_neither_sqlite_nor_what_finds_the_users_folder(importing, dump):
    importing(dump)
    code = """if True:
        import json, sys
        from dashboard.gazetteer.index import open_index
        print(json.dumps([len(open_index()), sorted({"sqlite3", "platformdirs", "pyarrow"} & set(sys.modules))]))
    """
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True)
    assert json.loads(done.stdout) == [7, []]
