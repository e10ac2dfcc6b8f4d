"""The files that can be imported: what each is, and its lines as they come, out of a zip or not."""

import hashlib
import io
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO, Literal, NamedTuple

from dashboard.errors import ImportRefused
from dashboard.gazetteer.imports import geonames, own

Form = Literal["places", "names", "own"]
"""A dump of places, a dump of further names, a CSV of one's own places."""

_HEAD = 2**20  # bytes that, with name and size, tell one file from another
_LONGEST_LINE = 2**16  # bytes; the longest of GeoNames has 13,000. What goes on longer is cut and counts as broken
_LOOKED_AT = 100  # lines from which a dump is told
_NO_DUMPS = ("readme.txt", "iso-languagecodes.txt")  # lie beside the dump in a zip of GeoNames
_BOM = b"\xef\xbb\xbf"


class Line(NamedTuple):
    """A line without its end. size: bytes up to its end; text None: no UTF-8, or a NUL in it."""

    number: int
    size: int
    text: str | None


@dataclass(frozen=True, slots=True)
class Source:
    """A file that can be imported. member: of a zip; size: of the text, bytes.

    fingerprint: name, size and a hash of the beginning.
    """

    path: Path
    member: str | None
    size: int
    form: Form
    fingerprint: str

    @property
    def name(self) -> str:
        """The name of the file, for people."""
        return self.path.name.encode("utf-8", "replace").decode("utf-8")

    def lines(self) -> Iterator[Line]:
        """Every line; nothing but the present one is held. Raises ImportRefused if a zip breaks off."""
        with _open(self.path, self.member) as file:
            yield from _lines(file)


def recognise(path: Path) -> Source:
    """What the file is. Raises ImportRefused when it is nothing that can be imported."""
    if not path.exists():
        raise ImportRefused(path, "there is no such file")
    if not path.is_file():
        raise ImportRefused(path, "it is no file")
    member, size = _member(path)
    with _open(path, member) as file:
        head = file.read(_HEAD)
    if not head.strip():
        raise ImportRefused(path, "it is empty")
    if b"\0" in head[:_LONGEST_LINE]:
        raise ImportRefused(path, "it has NUL bytes and so is no text in UTF-8")
    form = _form([line for line, _ in zip(_lines(io.BytesIO(head)), range(_LOOKED_AT), strict=False)], path)
    digest = hashlib.sha256(head).hexdigest()
    return Source(path, member, size, form, f"{path.name} {size} {digest}")


def _form(lines: list[Line], path: Path) -> Form:
    """By its header, else by the number of columns that most of the first lines have."""
    _, columns = own.header_of(lines[0].text or "")
    lacking = own.missing(columns)
    widths = [line.text.count("\t") + 1 for line in lines if line.text]
    usual = max(widths, key=widths.count, default=0)
    if not lacking:
        return "own"
    if usual == geonames.PLACE_COLUMNS:
        return "places"
    if usual in geonames.NAME_COLUMNS:
        return "names"
    if len(lacking) < len(own.NEEDED):
        raise ImportRefused(path, f"its header lacks the column {' and '.join(lacking)}")
    why = f"its lines have {usual} columns between tabs, where a dump of GeoNames has {geonames.PLACE_COLUMNS}"
    raise ImportRefused(path, f"{why}, and its first line is no header with name, lat and lon")


def _member(path: Path) -> tuple[str | None, int]:
    """The largest text in a zip, and its size; of any other file no member, and its own size."""
    if not zipfile.is_zipfile(path):
        if path.suffix.lower() == ".zip":
            raise ImportRefused(path, "it is no whole zip")
        return None, path.stat().st_size
    with zipfile.ZipFile(path) as archive:
        texts = [
            info
            for info in archive.infolist()
            if info.filename.lower().endswith((".txt", ".csv")) and Path(info.filename).name.lower() not in _NO_DUMPS
        ]
    if not texts:
        raise ImportRefused(path, "there is no .txt and no .csv with places in the zip")
    largest = max(texts, key=lambda info: info.file_size)
    return largest.filename, largest.file_size


@contextmanager
def _open(path: Path, member: str | None) -> Iterator[BinaryIO]:
    try:
        if member is None:
            with path.open("rb") as file:
                yield file
        else:
            with zipfile.ZipFile(path) as archive, archive.open(member) as unpacked:
                yield io.BufferedReader(unpacked, _HEAD)  # type: ignore[type-var]
    except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError) as error:
        raise ImportRefused(path, f"the zip cannot be unpacked ({error})") from error


def _lines(file: BinaryIO) -> Iterator[Line]:
    for number, data in enumerate(iter(lambda: file.readline(_LONGEST_LINE), b""), 1):
        bare = data.removeprefix(_BOM) if number == 1 else data
        try:
            text = bare.decode("utf-8").rstrip("\r\n")
        except UnicodeDecodeError:
            text = "\0"
        yield Line(number, len(data), None if "\0" in text else text)
