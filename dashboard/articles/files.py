"""Articles from files, standard input and pasted text: bytes become text, and the text stays as it came."""

import codecs
import re
import sys
from datetime import date, datetime
from pathlib import Path

from dashboard.errors import ArticleError, ArticleNotFound, BadDate, EmptyArticle, NotText
from dashboard.records import Article

_UTF16 = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
_CONTROL = re.compile(
    r"[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f]"
)  # no text uses these; tabs, line and page breaks, ESC are left out
# Share of control characters above which it is no text. Random bytes hold 11 %, compressed files about as many.
_MOST_CONTROL = 0.05
_LETTER = re.compile(r"[^\W\d_]")
_ISO_DATE = re.compile(r"(\d{4}-\d\d-\d\d)(?:[T ]\d\d:\d\d.*)?", re.ASCII)


def read_article(source: str | Path, *, published: date | str | None = None, title: str | None = None) -> Article:
    """The article in the file `source`, "-" for standard input; its id is the file's stem, "stdin" for "-".

    The text is as it came, without a byte order mark; line ends stay. A guessed encoding is logged as a warning.
    Raises ArticleNotFound, NotText, EmptyArticle, BadDate, and ArticleError for a folder or a file that cannot be read.
    """
    from_stdin = str(source) == "-"
    name = "standard input" if from_stdin else source
    text, note = decode(sys.stdin.buffer.read() if from_stdin else _bytes_of(Path(source)), name)
    if note:
        _warn(note)
    _require_letters(text, name)
    return make_article(text, id="stdin" if from_stdin else Path(source).stem, title=title, published=published)


def decode(data: bytes, source: object) -> tuple[str, str | None]:
    """The text in `data`, and where its encoding was guessed a note that says so.

    UTF-8 with or without a byte order mark, UTF-16 with one; anything else is taken for Windows-1252, with a note.
    Raises NotText for bytes that are none of these, or hold NUL or mostly control characters.
    """
    note = None
    try:
        text = data.decode("utf-16" if data.startswith(_UTF16) else "utf-8-sig")
    except UnicodeDecodeError:
        text = _decode_western(data, source)
        note = f"{source} is not UTF-8; it was read as Windows-1252, which is a guess. Save it as UTF-8 to be sure."
    if "\0" in text:
        raise NotText(source, "it holds NUL bytes, as binary files do")
    if len(_CONTROL.findall(text)) > _MOST_CONTROL * len(text):
        raise NotText(source, "it holds mostly control characters, as binary files do")
    return text, note


def make_article(
    text: str,
    *,
    id: str = "article",
    title: str | None = None,
    published: date | str | None = None,
    url: str | None = None,
) -> Article:
    """The article with this text. `published`: a date or "YYYY-MM-DD". Raises EmptyArticle for no letter, BadDate."""
    _require_letters(text, "The text")
    day = None if published is None else parse_date(published, option="published")
    return Article(id, text, title or None, day, "given" if day else None, url)


def parse_date(value: date | str, *, option: str = "--published") -> date:
    """The calendar date written as "YYYY-MM-DD"; a time after it is left out. Raises BadDate, which names `option`."""
    if isinstance(value, datetime):
        return value.date()
    if isinstance(value, date):
        return value
    written = _ISO_DATE.fullmatch(value) if isinstance(value, str) else None
    if not written:
        raise BadDate(value, option)
    try:
        return date.fromisoformat(written[1])
    except ValueError:
        raise BadDate(value, option) from None


def _require_letters(text: str, source: object) -> None:
    if not _LETTER.search(text):
        raise EmptyArticle(source)


def _bytes_of(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except (FileNotFoundError, NotADirectoryError, ValueError):  # ValueError: a NUL in the path
        raise ArticleNotFound(path) from None
    except IsADirectoryError:
        raise ArticleError(
            f"{path} is a folder. Give the path of a text file in it, or - to read standard input."
        ) from None
    except OSError as error:
        raise ArticleError(f"{path} cannot be read: {error.strerror}. Check the path and its permissions.") from error


def _decode_western(data: bytes, source: object) -> str:
    if b"\0" in data:
        raise NotText(source, "it holds NUL bytes, as binary files do")
    try:
        return data.decode("cp1252")
    except UnicodeDecodeError as error:
        raise NotText(source, f"byte {error.start} is in neither UTF-8 nor Windows-1252") from None


def _warn(note: str) -> None:
    import logging

    logging.getLogger(__name__).warning(note)
