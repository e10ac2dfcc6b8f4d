"""`gazette geoparse`: articles in, what was found out, one after the other as they come."""

import argparse
import os
import sys
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING, TextIO

from dashboard.errors import ArticleError, ArticleNotFound, BadLine, EmptyArticle, GazetteError, NotWritable

if TYPE_CHECKING:
    from dashboard.exports import Failure
    from dashboard.gazetteer.index import Index
    from dashboard.records import Article, Reading, Span

PROGRESS_EVERY = 1_000  # articles


def say(message: object) -> None:
    """One line on standard error: progress, or what went wrong. Names in it cannot move the cursor."""
    from dashboard.exports import harmless

    sys.stderr.write(f"gazette: {harmless(str(message))}\n")
    sys.stderr.flush()


def geoparse(args: argparse.Namespace) -> int:
    """Run the command; its exit code. Raises GazetteError where no article can be read at all."""
    from dashboard.gazetteer.index import open_index

    _refuse_wrong_use(args)
    run = _Run(args, None if args.only == "dates" else open_index())
    outcomes = run.outcomes()
    first = next(outcomes, None)
    if first is not None:  # else nothing could be read, and an older result stays as it is
        with _output(args.out) as out:
            for piece in _pieces(chain([first], outcomes), args):
                out.write(piece)
                out.flush()
    return 1 if run.failures else 0


def _refuse_wrong_use(args: argparse.Namespace) -> None:
    lines = [_is_lines(file, args) for file in args.files]
    for_places = args.only in (None, "places")
    if args.given_spans and not all(lines):
        args.wrong("--given-spans needs JSON lines, whose toponyms it resolves")
    if any(lines) and (args.published or args.title):
        args.wrong("--published and --title are for a text; in JSON lines each line has its own")
    if len(lines) > 1 and args.title:
        args.wrong("--title is for one text")
    if not for_places and (args.given_spans or args.format == "geojson"):
        args.wrong(f"--given-spans and --format geojson are about places; leave out --only {args.only}")
    if args.ner and (args.given_spans or not for_places):
        args.wrong("--ner helps to find places; it goes with neither --given-spans nor --only events or dates")
    if args.out and any(_is_same(args.out, file) for file in args.files):
        args.wrong("--out would overwrite what is read")


def _is_lines(file: str, args: argparse.Namespace) -> bool:
    return args.input == "jsonl" if args.input else file.lower().endswith(".jsonl")


def _is_same(out: str, file: str) -> bool:
    return file != "-" and Path(out).resolve() == Path(file).resolve()


def _called(file: str) -> str:
    return "standard input" if file == "-" else file


@contextmanager
def _opened(file: str) -> Iterator[Iterable[bytes]]:
    if file == "-":
        yield sys.stdin.buffer
        return
    try:
        with Path(file).open("rb") as stream:
            yield stream
    except FileNotFoundError:
        raise ArticleNotFound(file) from None
    except OSError as error:
        raise ArticleError(f"{file} cannot be read: {error.strerror}. Check the path and its permissions.") from error


class _Run:
    """One `gazette geoparse`: what became of each article, and how many failed."""

    def __init__(self, args: argparse.Namespace, index: "Index | None") -> None:
        self.args, self.index, self.failures = args, index, 0

    def outcomes(self) -> Iterator["Reading | Failure"]:
        """A reading for each article in order; for a line of JSON lines that failed, a Failure in its stead."""
        for file in self.args.files:
            try:
                yield from self._lines(file) if _is_lines(file, self.args) else self._text(file)
            except GazetteError as error:
                self._fail(error)

    def _text(self, file: str) -> Iterator["Reading"]:
        from dashboard.articles.files import read_article
        from dashboard.exports import Failure

        if file == "-" and sys.stdin.isatty():
            say("reading what you type; end it with Ctrl+D")
        article = read_article(file, published=self.args.published, title=self.args.title)
        outcome = self._outcome(article, None)
        if not isinstance(outcome, Failure):
            yield outcome

    def _lines(self, file: str) -> Iterator["Reading | Failure"]:
        from dashboard.articles.lines import read_lines

        number = 0
        with _opened(file) as stream:
            for number, line in enumerate(read_lines(stream, _called(file)), start=1):
                yield self._failure(line.article_id, line) if isinstance(line, BadLine) else self._outcome(*line)
                if number % PROGRESS_EVERY == 0:
                    say(f"{number:,} articles read")
        if not number:
            raise EmptyArticle(_called(file))

    def _outcome(self, article: "Article", spans: "Sequence[Span] | None") -> "Reading | Failure":
        try:
            return self._read(article, spans)
        except GazetteError as error:
            return self._failure(article.id, error)
        except Exception as fault:  # noqa: BLE001  one article must not stop the others
            return self._failure(article.id, f"Article {article.id!r} could not be read: {fault!r}")

    def _read(self, article: "Article", spans: "Sequence[Span] | None") -> "Reading":
        from dashboard.pipeline import read

        if self.args.given_spans and spans is None:
            raise ArticleError(f"Article {article.id!r} has no toponyms, which --given-spans resolves.")
        given = spans if self.args.given_spans else None
        return read(article, index=self.index, given=given, only=self.args.only, ner=self.args.ner)

    def _failure(self, id: str | None, why: object) -> "Failure":
        from dashboard.exports import Failure

        self._fail(why)
        return Failure(id, str(why))

    def _fail(self, why: object) -> None:
        self.failures += 1
        say(why)


def _pieces(outcomes: Iterable["Reading | Failure"], args: argparse.Namespace) -> Iterator[str]:
    """The output in pieces, each as soon as its article is read."""
    from dashboard.exports import Failure, csv_lines, dumps, geojson, record, table

    if args.format == "jsonl":
        for outcome in outcomes:
            told = outcome._asdict() if isinstance(outcome, Failure) else record(outcome)
            yield dumps(told) + "\n"
        return
    readings = (outcome for outcome in outcomes if not isinstance(outcome, Failure))
    if args.format == "csv":
        yield from csv_lines(readings, args.only or "places")
    elif args.format == "geojson":
        yield dumps(geojson(*readings)) + "\n"
    else:
        for number, reading in enumerate(readings):
            yield ("\n" if number else "") + table(reading, args.only)


@contextmanager
def _output(path: str | None) -> Iterator[TextIO]:
    """Standard output; or the file at `path`, which appears whole when all is written, or not at all."""
    if path is None or path == "-":
        yield sys.stdout
        return
    target = Path(path).resolve()
    try:
        if target.exists() and not target.is_file():  # a device or a pipe, which cannot be replaced
            with target.open("w", encoding="utf-8", newline="\n") as file:
                yield file
        else:
            with _replacing(target) as file:
                yield file
    except OSError as error:
        raise NotWritable(path, error.strerror or str(error)) from error


@contextmanager
def _replacing(target: Path) -> Iterator[TextIO]:
    part = target.with_name(f".{target.name}.{os.getpid()}.part")
    with part.open("x", encoding="utf-8", newline="\n") as file:
        try:
            yield file
            file.close()  # what is still to be written may fail, and must before the old file goes
            part.replace(target)
        finally:
            file.close()
            part.unlink(missing_ok=True)
