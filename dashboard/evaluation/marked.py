"""Articles labelled in their text: what this project wrote itself, to learn from and to be tested by.

    === an-id
    A storm left [[Paris|Paris, Texas]] without power, the [[Lamar County|Lamar County, Texas|A]] sheriff said.

A label is [[words|place]] or [[words|place|use]]. place: its usual name, then state or country as far as needed, a kind
in brackets where that is needed ("Georgia (country)"); "?" where no gazetteer has it. use: L literal (or nothing), A
associative, D demonym.
"""

import re
from collections.abc import Iterator
from pathlib import Path

from dashboard.evaluation.labels import Labelled, Mark
from dashboard.gazetteer.index import Index
from dashboard.gazetteer.names import normal_name

_HEAD = re.compile(r"^=== (.*)$", re.MULTILINE)
_LABEL = re.compile(r"\[\[([^\[\]|]+)\|([^\[\]|]+)(?:\|([LAD]))?\]\]")
_KIND = re.compile(r"(.*?)\s*\((\w+)\)$")
_USES = {None: "literal", "L": "literal", "A": "associative", "D": "demonym"}
_BRACKETS = re.compile(r"\[\[|\]\]")
_QUOTED = 60  # characters
NOWHERE = "?"


def read_marked(path: Path, index: Index) -> list[Labelled]:
    """The articles of a file, each name with the point its label means. Raises ValueError for a bad label."""
    _, *parts = _HEAD.split(path.read_text(encoding="utf-8"))
    return [_article(id_.strip(), marked.strip(), index) for id_, marked in zip(parts[::2], parts[1::2], strict=True)]


def _article(id_: str, marked: str, index: Index) -> Labelled:
    text, done = "", 0
    marks: list[Mark] = []
    for label in _LABEL.finditer(marked):
        text += marked[done : label.start()]
        marks.append(_mark(len(text), label, id_, index))
        text += label[1]
        done = label.end()
    text += marked[done:]
    unclosed = _BRACKETS.search(text)
    if unclosed:
        raise ValueError(f"{id_}: a label is not closed: {text[unclosed.start() :][:_QUOTED]!r}")
    return Labelled(id_, text, marks)


def _mark(start: int, label: re.Match[str], id_: str, index: Index) -> Mark:
    end, use = start + len(label[1]), _USES[label[3]]
    if label[2] == NOWHERE:
        return Mark(start, end, None, None, use)
    row = next(meant(label[2], index), None)
    if row is None:
        raise ValueError(f"{id_}: the gazetteer has no {label[2]!r}")
    place = index.place(row)
    return Mark(start, end, place.lat, place.lon, use, place.place_id)


def meant(label: str, index: Index) -> Iterator[int]:
    """The rows of the places that a label can mean, likeliest first."""
    name, *where = (part.strip() for part in label.split(","))
    kinded = _KIND.fullmatch(name)
    name, kind = (kinded[1], kinded[2]) if kinded else (name, None)
    keys = dict.fromkeys((index.exact(name), index.find(name)))
    for row in dict.fromkeys(sense.row for key in keys if key is not None for sense in index.senses(key)):
        place = index.place(row)
        codes = (place.country_name, place.country, place.admin1_name, (place.admin1 or "").rpartition(".")[2])
        inside = {normal_name(code) for code in codes if code}
        if kind in (None, place.kind) and all(normal_name(part) in inside for part in where):
            yield row
