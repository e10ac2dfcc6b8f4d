"""Articles from JSON lines: one object a line, read one by one; a bad line is told, and reading goes on."""

import json
from collections.abc import Iterable, Iterator
from dataclasses import replace

from dashboard.articles.files import make_article
from dashboard.errors import BadDate, BadLine, EmptyArticle
from dashboard.records import Article, Span

GivenSpans = tuple[Span, ...] | None
"""The spans of an article's `toponyms`, in their order; None where it has none."""


class _LineError(Exception):
    """What is wrong with the object of a line."""


def read_lines(stream: Iterable[str | bytes], source: object) -> Iterator[tuple[Article, GivenSpans] | BadLine]:
    """For every line of `stream` that is not blank, in order: its article and given spans, or what is wrong with it.

    A line is {"id", "text"[, "title", "published", "url", "toponyms": [{"start", "end"[, "surface"]}]]}; lines of
    bytes are UTF-8. An article without id has the number of its line for one. Ids may repeat. Raises nothing.
    """
    for number, line in enumerate(stream, start=1):
        if line.strip():
            yield _read(line, source, number)


def _read(line: str | bytes, source: object, number: int) -> tuple[Article, GivenSpans] | BadLine:
    article_id = None
    try:
        fields = _fields(line)
        article_id = _id(fields, number)
        article = _article(fields, article_id)
        return article, _spans(fields, article.text)
    except _LineError as wrong:
        return BadLine(source, number, str(wrong), article_id=article_id)


def _fields(line: str | bytes) -> dict[str, object]:
    try:
        text = line.decode("utf-8") if isinstance(line, bytes) else line
    except UnicodeDecodeError as error:
        raise _LineError(f"it is not UTF-8 (byte {error.start})") from None
    try:
        fields = json.loads(text.lstrip("\ufeff"))
    except json.JSONDecodeError as error:
        raise _LineError(f"it is not JSON ({error.msg} at character {error.pos})") from None
    except (ValueError, RecursionError):
        raise _LineError("it is not JSON that can be read (a number too long, or nested too deep)") from None
    if not isinstance(fields, dict):
        raise _LineError("it is not an object")
    return fields


def _id(fields: dict[str, object], number: int) -> str:
    value = fields.get("id")
    if value is None:
        return str(number)
    if isinstance(value, bool) or not isinstance(value, str | int):
        raise _LineError('"id" is neither a string nor a number')
    return str(value)


def _article(fields: dict[str, object], article_id: str) -> Article:
    text = _string(fields, "text")
    if text is None:
        raise _LineError('it has no "text"')
    title, published, url = _string(fields, "title"), _string(fields, "published"), _string(fields, "url")
    try:
        article = make_article(text, id=article_id, title=title, published=published or None, url=url)
    except EmptyArticle:
        raise _LineError('"text" is empty') from None
    except BadDate:
        raise _LineError(f'"published" {published!r} is not a date written as YYYY-MM-DD') from None
    return replace(article, published_source="metadata") if article.published else article


def _string(fields: dict[str, object], name: str) -> str | None:
    value = fields.get(name)
    if value is not None and not isinstance(value, str):
        raise _LineError(f'"{name}" is not a string')
    return value


def _spans(fields: dict[str, object], text: str) -> GivenSpans:
    toponyms = fields.get("toponyms")
    if toponyms is None:
        return None
    if not isinstance(toponyms, list):
        raise _LineError('"toponyms" is not a list')
    return tuple(_span(item, position, text) for position, item in enumerate(toponyms, start=1))


def _span(item: object, position: int, text: str) -> Span:
    start, end = (item.get("start"), item.get("end")) if isinstance(item, dict) else (None, None)
    if type(start) is not int or type(end) is not int:
        raise _LineError(f'toponym {position} is not {{"start": …, "end": …}} with whole numbers')
    if not 0 <= start < end <= len(text):
        raise _LineError(
            f"toponym {position}, characters {start} to {end}, is not inside the text of {len(text)} characters"
        )
    surface = item.get("surface") if isinstance(item, dict) else None
    if isinstance(surface, str) and surface != text[start:end]:
        raise _LineError(f"toponym {position}: the text has {text[start:end]!r} at {start} to {end}, not {surface!r}")
    return Span(start, end)
