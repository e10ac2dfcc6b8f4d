import csv
import io
import json
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from dashboard import cli
from dashboard.records import Article, Reading, Span

ROOT = Path(__file__).parents[1]


@pytest.fixture
def asked(monkeypatch, reading: Reading) -> list[dict]:
    """What the pipeline was asked for; it answers with the same finds for every article, and fails for some ids."""
    calls: list[dict] = []

    def read(article: Article, **options: object) -> Reading:
        calls.append({"article": article, **options})
        if article.id == "fault":
            raise ZeroDivisionError("by zero")
        return replace(reading, article=replace(article, text=reading.article.text))

    monkeypatch.setattr("dashboard.pipeline.read", read)
    return calls


@pytest.fixture
def text(tmp_path) -> str:
    path = tmp_path / "envoy.txt"
    path.write_text("A minister was in Basra.", encoding="utf-8")
    return str(path)


@pytest.fixture
def lines(tmp_path):
    """Writes its lines into a JSON lines file and gives its path; a dict becomes an object."""

    def write(*lines: dict | str | bytes) -> str:
        path = tmp_path / "corpus.jsonl"
        written = (json.dumps(line) if isinstance(line, dict) else line for line in lines)
        path.write_bytes(b"".join((line.encode() if isinstance(line, str) else line) + b"\n" for line in written))
        return str(path)

    return write


def typed(data: bytes, monkeypatch) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(data), encoding="ascii"))


def names_in(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def records(out: str) -> list[dict]:
    return [json.loads(line) for line in out.splitlines()]


def test_file_becomes_a_table(text, asked, capsys) -> None:
    assert cli.main(["geoparse", text, "--title", "Envoy"]) == 0
    assert capsys.readouterr().out.startswith("Envoy\n")


def test_id_is_the_stem_of_the_file_and_date_is_passed_on(text, asked, capsys) -> None:
    cli.main(["geoparse", text, "--format", "jsonl", "--published", "2024-09-11"])
    told = records(capsys.readouterr().out)[0]
    assert (told["id"], told["published"], told["published_source"]) == ("envoy", "2024-09-11", "given")


@pytest.mark.parametrize("words", [["geoparse"], ["geoparse", "-"]])
def test_standard_input_is_read_as_utf8(words, asked, monkeypatch, capsys) -> None:
    typed("Şanlıurfa".encode(), monkeypatch)
    assert cli.main(words) == 0
    assert asked[0]["article"].text == "Şanlıurfa"


def test_standard_input_may_be_json_lines(asked, monkeypatch, capsys) -> None:
    typed(b'{"id": 7, "text": "Basra"}\n', monkeypatch)
    assert cli.main(["geoparse", "-", "--input", "jsonl", "--format", "jsonl"]) == 0
    assert records(capsys.readouterr().out)[0]["id"] == "7"


def test_input_option_goes_before_the_extension(lines, asked, capsys) -> None:
    cli.main(["geoparse", lines({"id": "a", "text": "Basra"}), "--input", "text"])
    assert asked[0]["article"].id == "corpus"


def test_csv_holds_the_mentions(text, asked, capsys) -> None:
    cli.main(["geoparse", text, "--format", "csv"])
    rows = list(csv.DictReader(io.StringIO(capsys.readouterr().out)))
    assert [row["surface"] for row in rows][-2:] == ["Sydney", "Quxville"]


@pytest.mark.parametrize(("only", "column"), [("places", "surface"), ("events", "trigger"), ("dates", "value")])
def test_csv_of_one_part_has_its_columns(only, column, text, asked, capsys) -> None:
    cli.main(["geoparse", text, "--format", "csv", "--only", only])
    assert column in capsys.readouterr().out.splitlines()[0].split(",")
    assert asked[0]["only"] == only


def test_geojson_of_several_articles_is_one_collection(text, lines, asked, capsys) -> None:
    cli.main(
        ["geoparse", text, lines({"id": "a", "text": "Basra"}, {"id": "b", "text": "Basra"}), "--format", "geojson"]
    )
    collection = json.loads(capsys.readouterr().out)
    assert [article["id"] for article in collection["articles"]] == ["envoy", "a", "b"]


def test_dates_alone_need_no_gazetteer(text, asked, monkeypatch, capsys) -> None:
    monkeypatch.setenv("GAZETTE_DATA", "/nowhere")
    assert cli.main(["geoparse", text, "--only", "dates"]) == 0
    assert asked[0]["index"] is None


BAD = [
    ('{"id": "b"', None),
    ('{"id": "b", "text": ""}', "b"),
    ("[]", None),
    (b'{"id": "b", "text": "\xff"}', None),
    ({"id": "b", "text": "Basra", "published": "yesterday"}, "b"),
    ({"id": "fault", "text": "Basra"}, "fault"),
]


@pytest.mark.parametrize(
    ("bad", "article_id"), BAD, ids=["not JSON", "empty", "no object", "not UTF-8", "bad date", "fault within"]
)
def test_bad_line_gives_an_error_line_in_its_place_and_the_run_goes_on(bad, article_id, lines, asked, capsys) -> None:
    file = lines({"id": "a", "text": "Basra"}, bad, {"id": "c", "text": "Basra"})
    assert cli.main(["geoparse", file, "--format", "jsonl"]) == 1
    captured = capsys.readouterr()
    first, error, last = records(captured.out)
    assert (first["id"], list(error), error["id"], last["id"]) == ("a", ["id", "error"], article_id, "c")
    assert "Traceback" not in captured.err


@pytest.mark.parametrize("form", ["table", "csv", "geojson"])
def test_bad_line_is_told_on_standard_error_in_every_format(form, lines, asked, capsys) -> None:
    assert cli.main(["geoparse", lines("nonsense", {"id": "c", "text": "Basra"}), "--format", form]) == 1
    captured = capsys.readouterr()
    assert "line 1: it is not JSON" in captured.err
    assert "Basra" in captured.out


def test_lone_surrogate_comes_out_escaped(lines, asked, capsys) -> None:
    assert cli.main(["geoparse", lines('{"id": "\\ud800", "text": "Basra"}'), "--format", "jsonl"]) == 0
    assert records(capsys.readouterr().out)[0]["id"] == "\ud800"


def test_given_spans_are_passed_on(lines, asked, capsys) -> None:
    spans = [{"start": 3, "end": 8, "surface": "Basra"}]
    assert cli.main(["geoparse", lines({"id": "a", "text": "In Basra", "toponyms": spans}), "--given-spans"]) == 0
    assert asked[0]["given"] == (Span(3, 8),)


def test_spans_are_left_alone_unless_asked_for(lines, asked, capsys) -> None:
    cli.main(["geoparse", lines({"id": "a", "text": "In Basra", "toponyms": [{"start": 3, "end": 8}]})])
    assert asked[0]["given"] is None


def test_given_spans_of_a_line_without_any_are_an_error_of_that_line(lines, asked, capsys) -> None:
    assert cli.main(["geoparse", lines({"id": "a", "text": "Basra"}), "--given-spans", "--format", "jsonl"]) == 1
    assert "no toponyms" in records(capsys.readouterr().out)[0]["error"]


TOGETHER = [
    ("a.txt --given-spans", "JSON lines"),
    ("a.jsonl --given-spans --only dates", "about places"),
    ("a.txt --format geojson --only events", "about places"),
    ("a.jsonl --title T", "each line has its own"),
    ("a.jsonl --published 2024-09-11", "each line has its own"),
    ("a.txt b.txt --title T", "one text"),
    ("a.txt --out ./a.txt", "overwrite"),
]


@pytest.mark.parametrize(("words", "why"), TOGETHER, ids=[words for words, _ in TOGETHER])
def test_options_that_do_not_go_together_are_wrong_use(words, why, capsys) -> None:
    with pytest.raises(SystemExit) as stopped:
        cli.main(["geoparse", *words.split()])
    assert stopped.value.code == 2
    assert why in capsys.readouterr().err


UNREADABLE = [
    (b"", "is empty"),
    (b" \n\n", "is empty"),
    (b"\x00\x01\x02" * 50, "is not a text"),
    (None, "No article at"),
]


@pytest.mark.parametrize(("data", "why"), UNREADABLE, ids=["empty", "blank", "binary", "missing"])
@pytest.mark.parametrize("form", ["table", "jsonl", "csv", "geojson"])
def test_unreadable_file_is_one_line_and_no_result(data, why, form, tmp_path, asked, capsys) -> None:
    path = tmp_path / "article.txt"
    if data is not None:
        path.write_bytes(data)
    assert cli.main(["geoparse", str(path), "--format", form]) == 1
    captured = capsys.readouterr()
    assert (captured.out, captured.err.count("\n")) == ("", 1)
    assert why in captured.err


@pytest.mark.parametrize("name", ["", "missing.jsonl"], ids=["folder", "missing"])
def test_json_lines_that_cannot_be_opened_are_one_line(name, tmp_path, asked, capsys) -> None:
    assert cli.main(["geoparse", str(tmp_path / name), "--input", "jsonl"]) == 1
    assert capsys.readouterr().err.count("\n") == 1


def test_json_lines_without_a_line_are_said_to_be_empty(lines, asked, capsys) -> None:
    assert cli.main(["geoparse", lines()]) == 1
    assert "is empty" in capsys.readouterr().err


def test_one_unreadable_file_does_not_stop_the_others(tmp_path, text, asked, capsys) -> None:
    assert cli.main(["geoparse", str(tmp_path / "missing"), text, "--format", "jsonl"]) == 1
    assert [told["id"] for told in records(capsys.readouterr().out)] == ["envoy"]


def test_name_of_a_file_cannot_move_the_cursor(asked, capsys) -> None:
    cli.main(["geoparse", "no\x1b[2Jsuch\nfile"])
    err = capsys.readouterr().err
    assert (err.count("\n"), "\x1b" in err) == (1, False)


def test_fault_within_one_file_does_not_stop_the_others(tmp_path, text, asked, capsys) -> None:
    fault = tmp_path / "fault.txt"
    fault.write_text("Basra", encoding="utf-8")
    assert cli.main(["geoparse", str(fault), text, "--format", "jsonl"]) == 1
    captured = capsys.readouterr()
    assert [told["id"] for told in records(captured.out)] == ["envoy"]
    assert "'fault' could not be read: ZeroDivisionError('by zero')" in captured.err


def test_guessed_encoding_is_said_on_standard_error(tmp_path) -> None:
    path = tmp_path / "west.txt"
    path.write_bytes("Besançon".encode("cp1252"))
    command = [sys.executable, "-m", "dashboard", "geoparse", str(path), "--only", "dates"]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout.startswith("west\n")) == (0, True)
    assert "Windows-1252, which is a guess" in done.stderr


def test_out_writes_the_file_and_nothing_else(text, asked, tmp_path, capsys) -> None:
    out = tmp_path / "found.jsonl"
    assert cli.main(["geoparse", text, "--format", "jsonl", "--out", str(out)]) == 0
    assert capsys.readouterr().out == ""
    assert records(out.read_text(encoding="utf-8"))[0]["id"] == "envoy"
    assert names_in(tmp_path) == ["envoy.txt", "found.jsonl"]


@pytest.mark.parametrize("name", ["gone/found.csv", "envoy.txt/found.csv", ""], ids=["no folder", "a file", "a folder"])
def test_out_that_cannot_be_written_is_one_line(name, text, asked, tmp_path, capsys) -> None:
    assert cli.main(["geoparse", text, "--out", str(tmp_path / name)]) == 1
    err = capsys.readouterr().err
    assert "cannot be written" in err
    assert err.count("\n") == 1


def test_stopped_run_leaves_the_old_result_as_it_was(lines, asked, tmp_path, monkeypatch) -> None:
    out = tmp_path / "found.csv"
    out.write_text("old", encoding="utf-8")
    monkeypatch.setattr("dashboard.exports.sheet._guarded", lambda _: (_ for _ in ()).throw(KeyboardInterrupt))
    assert cli.main(["geoparse", lines({"text": "Basra"}), "--format", "csv", "--out", str(out)]) == 130
    assert out.read_text(encoding="utf-8") == "old"
    assert names_in(tmp_path) == ["corpus.jsonl", "found.csv"]


def test_nothing_read_leaves_the_old_result_as_it_was(asked, tmp_path) -> None:
    out = tmp_path / "found.csv"
    out.write_text("old", encoding="utf-8")
    assert cli.main(["geoparse", str(tmp_path / "missing"), "--out", str(out)]) == 1
    assert out.read_text(encoding="utf-8") == "old"


def test_out_to_a_device_does_not_replace_it(text, asked) -> None:
    assert cli.main(["geoparse", text, "--out", "/dev/null"]) == 0
    assert Path("/dev/null").is_char_device()


def test_each_line_is_out_before_the_next_is_read(asked, monkeypatch, capsys) -> None:
    seen: list[int] = []

    def stream():
        for number in range(3):
            seen.append(capsys.readouterr().out.count("\n"))
            yield b'{"id": %d, "text": "Basra"}\n' % number

    monkeypatch.setattr(sys, "stdin", type("Stdin", (), {"buffer": stream()}))
    cli.main(["geoparse", "-", "--input", "jsonl", "--format", "jsonl"])
    assert seen == [0, 1, 1]  # lines written since the line before was asked for
