"""Comma-separated values: the tables of dashboard.tables, safe to open in a spreadsheet."""

import csv
import io
from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, Any

from dashboard.exports.lines import reading_of
from dashboard.exports.plain import without_surrogates
from dashboard.records import Reading
from dashboard.tables import DATES, EVENTS, MENTIONS, Cell, Column, date_rows, event_rows, mention_rows

if TYPE_CHECKING:
    from dashboard.pipeline import Part, Result

_TABLES: dict["Part", tuple[Sequence[Column[Any]], Any]] = {
    "places": (MENTIONS, mention_rows),
    "events": (EVENTS, event_rows),
    "dates": (DATES, date_rows),
}
# A spreadsheet runs a cell that begins so; the wide forms count as well. Source: OWASP, CSV injection.
_FORMULA = tuple("=+-@\t\r\n＝＋－＠")


def csv_lines(sources: "Iterable[Result | Reading]", part: "Part" = "places") -> Iterator[str]:
    """A table (mentions for places) as CSV, piece by piece: the head, then the rows of each reading as it comes.

    A text that a spreadsheet would run as a formula gets an apostrophe before it.
    """
    columns, rows_of = _TABLES[part]
    yield _written([[column.name for column in columns]])
    for source in sources:
        rows = rows_of(reading_of(source))
        yield _written([[_guarded(column.of(row)) for column in columns] for row in rows])


def _written(rows: Iterable[Sequence[Cell]]) -> str:
    lines = io.StringIO(newline="")
    csv.writer(lines).writerows(rows)  # ends lines as RFC 4180 wants: else it leaves a carriage return in a cell bare
    return lines.getvalue()


def _guarded(cell: Cell) -> Cell:
    if not isinstance(cell, str):
        return cell
    text = without_surrogates(cell)
    return f"'{text}" if text.startswith(_FORMULA) or text.lstrip().startswith(_FORMULA) else text
