"""Growing past the shipped gazetteer: dumps of GeoNames and one's own places into a gazetteer of the user's own.

The way of an import: what the file is (`files`), its lines as places or names (`geonames`, `own`), into a SQLite file
that is committed every BATCH lines together with the line reached (`staging`), from there the index (`publish`), and
only then, in one step, in the place of the gazetteer in use (`editions`).
"""

import errno
import shutil
import sqlite3
from collections.abc import Collection, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass, field
from itertools import islice
from pathlib import Path
from time import monotonic
from typing import Any

from dashboard.errors import ImportRefused, ImportStopped
from dashboard.gazetteer.build.entries import Entry, Progress
from dashboard.gazetteer.build.overlay import Overlay, read_overlay
from dashboard.gazetteer.imports import editions
from dashboard.gazetteer.imports.files import Line, Source, recognise
from dashboard.gazetteer.imports.geonames import OtherName, Wanted, read_other_name, read_place
from dashboard.gazetteer.imports.own import read_own
from dashboard.gazetteer.imports.publish import write_index_of
from dashboard.gazetteer.imports.shipped import put_shipped
from dashboard.gazetteer.imports.staging import Staging, opened
from dashboard.settings import shipped

BATCH = 20_000  # lines committed together: what a killed import reads again; some 40 MB of places in the making
SHOWN = 5  # broken lines that are told in full
_TOLD_EVERY = 5.0  # seconds
_DISK_SHARE = 4  # bytes on disk for a byte of the file, sorting included; benchmarks/imports
_NO_TEXT = "\ufffd"  # stands for a line of a CSV that is no text
Item = Entry | OtherName | ValueError | None


@dataclass(slots=True)
class Tally:
    """How far an import is. line: the last one done; lines: those that hold something; taken: places or names.

    first_broken: the first lines that could not be read, with the reason.
    """

    line: int = 0
    lines: int = 0
    taken: int = 0
    broken: int = 0
    first_broken: list[str] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Outcome:
    """A finished import: what was read, how many places the user's gazetteer now holds, and its folder."""

    tally: Tally
    places: int
    folder: Path


def import_file(
    path: Path, *, progress: Progress, replace: bool = False, wanted: Wanted | None = None, batch: int = BATCH
) -> Outcome:
    """Extend the user's gazetteer, or the shipped one where there is none, by a file; replace: begin from nothing.

    wanted: of a dump of places. An import of the same file that was stopped goes on where it was. Until the new
    gazetteer is whole, the old one is in use. Raises ImportRefused, ImportStopped, GazetteerMissing, GazetteerDamaged.
    """
    source = recognise(path)
    _refuse_wrong_use(source, replace=replace, wanted=wanted)
    overlay, laid = read_overlay(shipped("data") / "overlay")
    job = {"file": source.fingerprint, "replace": replace, "wanted": _plain(wanted or Wanted())}
    with editions.only_one() as folder, _failures_told(folder, source):
        stopped = _going_on(folder, job, overlay, progress)
        importing = stopped or editions.begin(folder, afresh=replace)
        with opened(importing / editions.STAGING, overlay) as staging:
            if not stopped:
                _start(staging, job, laid, progress)
            tally = _read(source, staging, wanted or Wanted(), progress=progress, batch=batch)
            _refuse_useless(source, tally)
            progress("writing the index")
            write_index_of(staging, overlay, importing, progress=progress)
            places = len(staging)
        return Outcome(tally, places, editions.publish(folder))


def reset() -> Path | None:
    """Take away the user's gazetteer: its folder, None if there was none. Raises ImportStopped."""
    return editions.remove()


# ---- reading


def _read(source: Source, staging: Staging, wanted: Wanted, *, progress: Progress, batch: int) -> Tally:
    state = staging.state()
    tally = Tally(**state["tally"])
    if tally.line:
        progress(f"going on after line {tally.line:,}, where the last import of {source.name} stopped")
    meter = _Meter(source)
    items = _items(source, meter.lines(), wanted, after=tally.line)
    told = start = monotonic()
    first = tally.lines
    while chunk := list(islice(items, batch)):
        _put(chunk, staging, tally)
        staging.commit(state | {"tally": asdict(tally)})
        if monotonic() - told > _TOLD_EVERY:
            told = monotonic()
            pace = (tally.lines - first) / (told - start)
            progress(f"line {tally.line:,} ({meter.share:.0%}), {tally.taken:,} taken, {pace:,.0f} lines/s")
    return tally


class _Meter:
    """The lines of a file while it is told how much of it they are."""

    def __init__(self, source: Source) -> None:
        self._source, self._done = source, 0

    def lines(self) -> Iterator[Line]:
        """The lines of the file."""
        for line in self._source.lines():
            self._done += line.size
            yield line

    @property
    def share(self) -> float:
        """The part of the file that was read, 0-1."""
        return self._done / max(self._source.size, 1)


def _items(source: Source, lines: Iterable[Line], wanted: Wanted, *, after: int) -> Iterator[tuple[int, Item]]:
    """What the lines after `after` hold, with the number of the line; None: nothing that is wanted."""
    if source.form == "own":
        rows = read_own((f"{_NO_TEXT if line.text is None else line.text}\n" for line in lines), source.name)
        yield from ((number, item) for number, item in rows if number > after)
        return
    label = f"GeoNames, {source.name}"
    for line in lines:
        if line.number > after and line.text != "":
            yield line.number, _parsed(line, source, label, wanted)


def _parsed(line: Line, source: Source, label: str, wanted: Wanted) -> Item:
    if line.text is None:
        return ValueError("no text in UTF-8")
    try:
        return read_place(line.text, label, wanted) if source.form == "places" else read_other_name(line.text)
    except ValueError as error:
        return error


def _put(chunk: list[tuple[int, Item]], staging: Staging, tally: Tally) -> None:
    for number, item in chunk:
        if isinstance(item, ValueError):
            tally.broken += 1
            if len(tally.first_broken) < SHOWN:
                tally.first_broken.append(f"line {number:,}: {item}")
    places = [item for _, item in chunk if isinstance(item, Entry)]
    names = [item for _, item in chunk if isinstance(item, OtherName)]
    staging.put(places)
    tally.taken += len(places) + staging.put_names(names)
    tally.lines += len(chunk)
    tally.line = chunk[-1][0]


# ---- beginning and ending


def _plain(wanted: Wanted) -> list[Any]:
    return [sorted(wanted.countries), sorted(wanted.feature_classes), wanted.min_population]


def _refuse_wrong_use(source: Source, *, replace: bool, wanted: Wanted | None) -> None:
    if source.form == "names" and replace:
        raise ImportRefused(source.path, "its names are of places in another file, which --replace would leave out")
    if source.form != "places" and wanted is not None:
        raise ImportRefused(source.path, "it is no dump of places, of which alone a part can be taken")


def _going_on(folder: Path, job: dict[str, Any], overlay: Overlay, progress: Progress) -> Path | None:
    """The folder of an import that was stopped, if it is the same; None to begin."""
    importing = editions.unfinished(folder)
    if importing is None:
        return None
    with opened(importing / editions.STAGING, overlay) as staging:
        if staging.state().get("job") == job:
            return importing
    progress("leaving an import of something else that was stopped")
    return None


def _start(staging: Staging, job: dict[str, Any], laid: Collection[str], progress: Progress) -> None:
    """With the shipped places, unless those of the user are there already or nothing is to be."""
    if not (job["replace"] or len(staging)):
        progress("beginning with the gazetteer that came with Gazette")
        put_shipped(staging, shipped("data") / "gazetteer", laid)
    staging.commit({"job": job, "tally": asdict(Tally())})


def _refuse_useless(source: Source, tally: Tally) -> None:
    if 2 * tally.broken > tally.lines:
        why = f"{tally.broken:,} of its {tally.lines:,} lines cannot be read; {'; '.join(tally.first_broken)}"
        raise ImportRefused(source.path, why)
    if not tally.taken:
        raise ImportRefused(source.path, f"none of its {tally.lines:,} lines is of a place that is known or wanted")


@contextmanager
def _failures_told(folder: Path, source: Source) -> Iterator[None]:
    """Say what a full disk or a damaged file means. What was read is kept, unless it is of no use."""
    try:
        yield
    except ImportRefused:
        editions.discard(folder)
        raise
    except sqlite3.Error as error:
        if getattr(error, "sqlite_errorcode", None) == sqlite3.SQLITE_FULL:
            raise _disk_full(folder, source) from error
        editions.discard(folder)
        remedy = "Run the same command again; if it stops again, begin anew after: gazette gazetteer reset."
        raise ImportStopped(f"The files in {folder} cannot be used ({error})", remedy) from error
    except OSError as error:
        if error.errno in (errno.ENOSPC, errno.EDQUOT):
            raise _disk_full(folder, source) from error
        raise


def _disk_full(folder: Path, source: Source) -> ImportStopped:
    needed, free = _DISK_SHARE * source.size / 1e6, shutil.disk_usage(folder).free / 1e6
    why = f"The disk is full: the import needs about {needed:,.0f} MB in {folder}, and {free:,.0f} MB are free"
    return ImportStopped(why, "Make room and run the same command again: it goes on where it stopped.")
