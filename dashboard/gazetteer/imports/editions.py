"""The user's gazetteer on disk: one folder an edition, a file that names the one in use, one import at a time.

gazetteer/current       "edition-3": replaced in one step, so that every program finds the old or the new
gazetteer/edition-3/    names.marisa, arrays.bin, staging.sqlite
gazetteer/importing/    the next edition while it is made; a killed import goes on from it
"""

import os
import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from itertools import count
from pathlib import Path

from dashboard.errors import GO_BACK, GazetteerDamaged, ImportStopped
from dashboard.settings import CURRENT, home, own_gazetteer

STAGING = "staging.sqlite"
_IMPORTING = "importing"
_EDITION = "edition-"
_LOCK = "lock"


@contextmanager
def only_one() -> Iterator[Path]:
    """The folder of the user's gazetteer, made if there is none, for us alone. Raises ImportStopped."""
    folder = home() / "gazetteer"
    try:
        folder.mkdir(parents=True, exist_ok=True)
        # A lock of SQLite ends with the program that holds it, however it ends, on every system.
        lock = sqlite3.connect(folder / _LOCK, timeout=0, isolation_level=None)
        lock.execute("BEGIN EXCLUSIVE")
    except (OSError, sqlite3.OperationalError) as error:
        if getattr(error, "sqlite_errorcode", None) == sqlite3.SQLITE_BUSY:
            raise ImportStopped(f"Another import works in {folder}", "Wait until it is done.") from error
        raise ImportStopped(
            f"{folder} cannot be written to ({error})", "Set GAZETTE_HOME to a folder of yours."
        ) from error
    try:
        yield folder
    finally:
        lock.close()


def unfinished(folder: Path) -> Path | None:
    """The folder of an import that was stopped; None if there is none."""
    importing = folder / _IMPORTING
    return importing if (importing / STAGING).exists() else None


def begin(folder: Path, *, afresh: bool) -> Path:
    """The folder for the next edition, with the places of the present one; afresh: empty. Raises GazetteerDamaged."""
    importing, present = folder / _IMPORTING, own_gazetteer()
    discard(folder)
    importing.mkdir()
    if present and not afresh:
        if not (present / STAGING).is_file():
            raise GazetteerDamaged(present / STAGING, "it is not there", remedy=GO_BACK)
        # Under another name first: half a copy must not pass for an import that can go on.
        half = importing / f"{STAGING}.copy"
        shutil.copyfile(present / STAGING, half)
        half.replace(importing / STAGING)
    return importing


def discard(folder: Path) -> None:
    """Take away an import that was stopped."""
    shutil.rmtree(folder / _IMPORTING, ignore_errors=True)


def publish(folder: Path) -> Path:
    """Make the edition that was being made the one in use; its folder. Programs that run keep what they have mapped."""
    edition = next(path for n in count(1) if not (path := folder / f"{_EDITION}{n}").exists())
    _sync(folder / _IMPORTING)
    (folder / _IMPORTING).replace(edition)
    new = folder / f"{CURRENT}.new"
    new.write_text(f"{edition.name}\n", encoding="utf-8")
    new.replace(folder / CURRENT)
    _remove_editions(folder, but=edition)
    return edition


def remove() -> Path | None:
    """Take away the user's gazetteer and whatever an import left; its folder, None if there was none."""
    folder = home() / "gazetteer"
    if own_gazetteer() is None and unfinished(folder) is None:
        return None
    with only_one():
        (folder / CURRENT).unlink(missing_ok=True)
        discard(folder)
        _remove_editions(folder)
        with suppress(OSError):  # what else is there is not ours, and stays
            for lock in folder.glob(f"{_LOCK}*"):  # and its journal
                lock.unlink()
            folder.rmdir()
    return folder


def _remove_editions(folder: Path, *, but: Path | None = None) -> None:
    for edition in folder.glob(f"{_EDITION}*"):
        if edition != but:
            shutil.rmtree(edition, ignore_errors=True)


def _sync(folder: Path) -> None:
    """Have the files on the disk before they are named as the ones in use."""
    for path in folder.iterdir():
        with path.open("rb+") as file:
            os.fsync(file.fileno())
