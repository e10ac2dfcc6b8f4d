"""The command line: `gazette`, which is also `python -m dashboard`.

Results go to standard output, progress and errors to standard error. Exit codes: 0 done, 1 work that failed,
2 wrong use, 130 stopped by Ctrl+C. Each command loads only what it needs.
"""

import argparse
import io
import os
import re
import sys
from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

from dashboard import cli_gazetteer
from dashboard.cli_geoparse import geoparse, say
from dashboard.errors import BadDate, DashboardError, GazetteError

if TYPE_CHECKING:
    from dashboard.gazetteer.index import Index

HOST = "127.0.0.1"
PORT = 8501  # where Streamlit listens when nobody says otherwise
_LAST_PORT = 65_535
STOPPED = 130  # what a shell reports for a program stopped by Ctrl+C


class _Parser(argparse.ArgumentParser):
    """Says what is wrong in one line, and where help is."""

    def error(self, message: str) -> NoReturn:
        self.exit(2, f"{self.prog}: {message}. See: {self.prog} --help\n")


def main(argv: Sequence[str] | None = None) -> int:
    """Run `gazette` with these arguments (None: the process's own); the exit code. Raises SystemExit on wrong use."""
    if isinstance(sys.stdout, io.TextIOWrapper):
        sys.stdout.reconfigure(encoding="utf-8", errors="backslashreplace", newline="\n")
    args = _parser().parse_args(_with_near_joined(sys.argv[1:] if argv is None else argv))
    try:
        code = args.run(args)
        sys.stdout.flush()
    except GazetteError as error:
        return _failed(error)
    except KeyboardInterrupt:
        return STOPPED
    except OSError as error:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())  # or Python tries once more at its end
        read_enough = isinstance(error, BrokenPipeError)  # whoever read our output; that is no fault
        return 1 if read_enough else _failed(f"{error.filename or 'The result'}: {error.strerror}")
    except Exception as fault:  # noqa: BLE001  nobody at a terminal is helped by a traceback
        return _failed(f"This should not have happened: {fault!r}. Please report it, with the command you gave.")
    return int(code)


def _failed(why: object) -> int:
    say(why)
    return 1


def _with_near_joined(argv: Sequence[str]) -> list[str]:
    """`--near -33.9,151.2` as one word: argparse takes a value that begins with a minus for an option."""
    words = iter(argv)
    return [f"{word}={next(words)}" if word == "--near" and argv[-1] != word else word for word in words]


# ---- what can be asked for


def _parser() -> argparse.ArgumentParser:
    parser = _Parser(
        prog="gazette",
        description="Read the news on a map. Without a command: open the dashboard.",
        epilog="example:\n  gazette geoparse article.txt --published 2024-09-11",
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.set_defaults(run=_app, port=PORT, headless=False)
    commands = parser.add_subparsers(title="commands", metavar="COMMAND")
    _add_app(commands)
    _add_geoparse(commands)
    _add_lookup(commands)
    _add_evaluate(commands)
    _add_gazetteer(commands)
    return parser


if TYPE_CHECKING:
    Commands = argparse._SubParsersAction[_Parser]
    Run = Callable[[argparse.Namespace], int]


def _command(commands: "Commands", name: str, run: "Run", *, does: str, example: str) -> _Parser:
    command = commands.add_parser(
        name,
        help=does,
        description=does[0].upper() + does[1:] + ".",
        epilog=f"example:\n  {example}",
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    command.set_defaults(run=run, wrong=command.error)
    return command


def _add_app(commands: "Commands") -> None:
    app = _command(commands, "app", _app, does="open the dashboard in a browser", example="gazette app --port 8600")
    app.add_argument("--port", type=_port, default=PORT, help=f"where it listens on {HOST}; {PORT} unless told")
    app.add_argument("--headless", action="store_true", help="open no browser window")


def _add_geoparse(commands: "Commands") -> None:
    add = _command(
        commands,
        "geoparse",
        geoparse,
        does="find the places, events and dates of articles",
        example="gazette geoparse article.txt --published 2024-09-11 --format geojson --out places.geojson\n"
        "  gazette geoparse corpus.jsonl --format jsonl > found.jsonl\n"
        "  cat article.txt | gazette geoparse -",
    ).add_argument
    add("files", nargs="*", default=["-"], metavar="FILE", help="articles; - or nothing: standard input")
    add("--input", choices=["text", "jsonl"], help="what FILE is; by default .jsonl is JSON lines, all else text")
    add("--published", type=_date, metavar="YYYY-MM-DD", help="when the text was published")
    add("--title", help="its title")
    add("--format", choices=["table", "jsonl", "csv", "geojson"], default="table", help="table unless told")
    add("--out", metavar="FILE", help="write there, whole or not at all, instead of to standard output")
    add("--given-spans", action="store_true", help="JSON lines: resolve exactly the spans in each line's toponyms")
    add("--only", choices=["places", "events", "dates"], help="find these alone; other lists stay empty")
    add("--ner", action="store_true", help="let spaCy's tagger help to find names, where it is installed")


def _add_lookup(commands: "Commands") -> None:
    add = _command(
        commands,
        "lookup",
        _lookup,
        does="the places that have a name, likeliest first",
        example='gazette lookup "Altun Kupri" --country IQ --near 35.5,44.4',
    ).add_argument
    add("name", nargs="+", metavar="NAME")
    add("--country", type=_country, metavar="CC", help="two letters, ISO 3166: IQ")
    add("--near", type=_point, metavar="LAT,LON", help="favour places near this point, in degrees")
    add("--limit", type=_count, default=10, metavar="N", help="10 unless told")
    add("--format", choices=["table", "json"], default="table", help="table unless told")


def _add_evaluate(commands: "Commands") -> None:
    add = _command(
        commands,
        "evaluate",
        _evaluate,
        does="how well places are found and placed in texts that people labelled",
        example="gazette evaluate corpus.jsonl",
    ).add_argument
    add("file", metavar="FILE", type=Path, help="JSON lines: id, text and toponyms with start, end, lat, lon")
    add("--no-demonyms", action="store_true", help='the labels leave out "Turkish" and the like')
    add("--draws", type=_draws, default=500, metavar="N", help="of the texts, for the intervals; 500 unless told")


def _add_gazetteer(commands: "Commands") -> None:
    does = "what names are looked up in: info, import, build, reset"
    gazetteer = _command(commands, "gazetteer", cli_gazetteer.info, does=does, example="gazette gazetteer info")
    actions = gazetteer.add_subparsers(title="actions", metavar="ACTION", required=True)
    does = "what it holds and where it is from"
    _command(actions, "info", cli_gazetteer.info, does=does, example="gazette gazetteer info")
    example = "gazette gazetteer build --out my-gazetteer"
    does = "build it again from its pinned packages"
    build = _command(actions, "build", cli_gazetteer.build, does=does, example=example)
    build.add_argument("--out", metavar="FOLDER", type=Path, help="where; the gazetteer in use unless told")
    _add_import(actions)
    does = "take away your own gazetteer, so that the one that came with Gazette is in use again"
    _command(actions, "reset", cli_gazetteer.reset, does=does, example="gazette gazetteer reset")


def _add_import(actions: "Commands") -> None:
    add = _command(
        actions,
        "import",
        cli_gazetteer.import_file,
        does="add a dump of GeoNames or places of your own to the gazetteer",
        example="gazette gazetteer import IQ.zip\n"
        "  gazette gazetteer import alternateNamesV2.zip\n"
        "  gazette gazetteer import allCountries.zip --feature-classes A,P --min-population 100\n"
        "  gazette gazetteer import my-places.csv",
    ).add_argument
    add(
        "file",
        metavar="FILE",
        type=Path,
        help="allCountries, IQ or alternateNamesV2 of GeoNames, .txt or .zip; or a CSV with name, lat, lon",
    )
    add("--replace", action="store_true", help="hold nothing but this file")
    add("--country", type=_countries, default=(), metavar="CC,…", help="of a dump only these: IQ,SY")
    add("--feature-classes", type=_classes, default=(), metavar="X,…", help="of a dump only these: A,P")
    add("--min-population", type=_people, default=0, metavar="N", help="of a dump only places of so many people")


def _date(text: str) -> date:
    from dashboard.articles.files import parse_date

    try:
        return parse_date(text)
    except BadDate as error:
        raise argparse.ArgumentTypeError(f"{text!r} is no date; write YYYY-MM-DD, for example 2024-09-11") from error


def _port(text: str) -> int:
    if not text.isdecimal() or not 1 <= int(text) <= _LAST_PORT:
        raise argparse.ArgumentTypeError(f"{text!r} is no port; give a number from 1 to {_LAST_PORT}")
    return int(text)


def _count(text: str) -> int:
    if not text.isdecimal() or int(text) < 1:
        raise argparse.ArgumentTypeError(f"{text!r} is no number of places; give 1 or more")
    return int(text)


def _draws(text: str) -> int:
    if not text.isdecimal():
        raise argparse.ArgumentTypeError(f"{text!r} is no number of draws; give 0 or more")
    return int(text)


def _country(text: str) -> str:
    if not re.fullmatch("[A-Za-z]{2}", text):
        raise argparse.ArgumentTypeError(f"{text!r} is no country code; give two letters, for example IQ")
    return text.upper()


def _countries(text: str) -> list[str]:
    return [_country(code) for code in text.split(",")]


def _classes(text: str) -> list[str]:
    classes = text.upper().split(",")
    if not all(re.fullmatch("[AHLPRSTUV]", letter) for letter in classes):
        raise argparse.ArgumentTypeError(f"{text!r} are no feature classes; give letters of A H L P R S T U V: A,P")
    return classes


def _people(text: str) -> int:
    if not (text.isascii() and text.isdecimal()):
        raise argparse.ArgumentTypeError(f"{text!r} is no number of people; give 0 or more")
    return int(text)


def _point(text: str) -> tuple[float, float]:
    try:
        lat, lon = map(float, text.split(","))
    except ValueError:
        lat = lon = float("nan")
    if not (-90 <= lat <= 90 and -180 <= lon <= 180):
        raise argparse.ArgumentTypeError(f"{text!r} is no point; give degrees as LAT,LON, for example 33.3,44.4")
    return lat, lon


# ---- what is done


def _open_index() -> "Index":
    from dashboard.gazetteer.index import open_index

    return open_index()


def _lookup(args: argparse.Namespace) -> int:
    from dashboard.exports import candidate_record, candidate_table, dumps
    from dashboard.gazetteer.search import search

    name = " ".join(args.name)
    meant = search(_open_index(), name, country=args.country, near=args.near)
    found = meant.candidates[: args.limit]
    if found and meant.similar:
        say(f"No place is called {name!r}; these are called nearly so.")
    if args.format == "json":
        print(dumps([candidate_record(candidate) for candidate in found]))
    elif found:
        print(candidate_table(found), end="")
    else:
        print(f"No place called {name!r} in the gazetteer{f' in {args.country}' if args.country else ''}.")
    return 0


def _evaluate(args: argparse.Namespace) -> int:
    from dashboard.evaluation.labels import read_labelled
    from dashboard.evaluation.report import evaluate, report_lines

    texts = read_labelled(args.file)
    say(f"reading {len(texts):,} texts, each twice")
    report = evaluate(texts, demonyms=not args.no_demonyms, draws=args.draws, index=_open_index())
    print("\n".join(report_lines(report)))
    return 0


def _app(args: argparse.Namespace) -> int:
    import subprocess
    from importlib.util import find_spec

    _refuse_taken(args.port)
    if find_spec("streamlit") is None:
        raise DashboardError("The dashboard needs streamlit. Install it with: pip install streamlit")
    page = Path(__file__).with_name("app.py")
    told = {"address": HOST, "port": args.port, "headless": str(args.headless).lower(), "showEmailPrompt": "false"}
    options = [word for name, value in told.items() for word in (f"--server.{name}", str(value))]
    print(f"Gazette opens at http://{HOST}:{args.port} - Ctrl+C stops it.", flush=True)
    command = [sys.executable, "-m", "streamlit", "run", str(page), *options]
    if os.name == "posix":  # in our stead, so that whoever stops us stops the dashboard
        os.execv(command[0], command)  # noqa: S606  no shell is wanted
    return subprocess.call(command)


def _refuse_taken(port: int) -> None:
    import socket

    with socket.socket() as probe:
        if os.name == "posix":  # a port that was closed a moment ago is free; elsewhere this would allow a port in use
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((HOST, port))
        except OSError as error:
            other = f"Choose another: gazette app --port {port % _LAST_PORT + 1}"
            raise DashboardError(f"Port {port} on {HOST} cannot be used: {error.strerror}. {other}") from error
