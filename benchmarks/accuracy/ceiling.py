"""The ceiling: the share of labelled places that the gazetteer could give at all, whatever resolver chooses.

    python -m benchmarks.accuracy.ceiling CORPUS.jsonl …     from the root of a checkout

all: located names with a candidate of that name within 161 km. in scope: the same without what no gazetteer of places
should hold (`in_scope`). or same id: a candidate that carries the GeoNames id of the label counts, however far the
label's point is: GeoNames has moved the points of Canada, India and Tibet since the corpora were labelled.
"""

import re
import sys
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

from benchmarks.accuracy.corpora import Corpus, read_corpus
from dashboard.evaluation.labels import NEAR_KM, Mark
from dashboard.evaluation.score import NOT_PLACES
from dashboard.gazetteer.index import Index, open_index

_SHOWN = 40  # misses; the list goes on with names that are missed once
_TYPES_IN_SCOPE = {"TUD-Loc": frozenset({"COUNTRY", "CITY", "UNIT", "CONTINENT", "REGION"})}
_TYPES_OUT_OF_SCOPE = {"GeoWebNews": frozenset({"Coercion"})}
# Streets, buildings, institutions: the words they end or begin with, and numbers of roads.
_FACILITY = re.compile(
    r"\b(Street|St\.|Road|Avenue|Drive|Lane|Boulevard|Parade|Motorway|Highway|Railroad|Estate|Plantation|Gardens|Square"
    r"|Church|Chapel|Cathedral|Mosque|Temple|Cemetery|Graveyard|Hospital|Library|Hall|Hotel|Inn|Restaurant|Cafe"
    r"|School|Elementary|Middle|High|College|Academy|Institute|University|Centre|Center|Complex|Mall|Market|Stadium"
    r"|Racecourse|Club|FC|Metro|Station|Court|Council|Commission|Embassy|(?<!West )Bank|Federal Reserve|Office"
    r"|Department|Agency|Chambers of Commerce|Company)$"
    r"|^(Rue|Hotel|University|Federal University|Bank|Institute|Council|School|Embassy) |\bblock of\b|^[ABM]\d+$",
    re.IGNORECASE,
)


class Found(NamedTuple):
    """What the gazetteer has for one labelled name. near: within 161 km; same: or of the label's id."""

    surface: str
    type: str | None
    near: bool
    same: bool


def candidates_of(corpus: Corpus, index: Index) -> list[Found]:
    """Every located name of a corpus."""
    return [
        _found(text.text[mark.start : mark.end], mark, index)
        for text in corpus.texts
        for mark in text.marks
        if mark.lat is not None and mark.type not in NOT_PLACES
    ]


def in_scope(found: Iterable[Found], title: str) -> list[Found]:
    """Those that a gazetteer of places is for. title: of the corpus' convention, which names its types."""
    only, out = _TYPES_IN_SCOPE.get(title), _TYPES_OUT_OF_SCOPE.get(title)
    if only is not None:
        return [each for each in found if each.type in only]
    if out is not None:
        return [each for each in found if each.type not in out and not _FACILITY.search(each.surface)]
    return list(found)


def share(found: list[Found]) -> float:
    """The share with a candidate near, 0-1; of nothing 0."""
    return sum(each.near for each in found) / len(found) if found else 0.0


def _found(surface: str, mark: Mark, index: Index) -> Found:
    rows = list(rows_of(surface, index))
    near = any(mark.is_near(index.lat[row], index.lon[row], NEAR_KM) for row in rows)
    same = near or (mark.place_id is not None and index.row_of(mark.place_id) in rows)
    return Found(surface, mark.type, near, same)


def rows_of(surface: str, index: Index) -> Iterator[int]:
    """The rows of every place a name can mean, as it is written or in its normal form."""
    for key in (index.exact(surface), index.find(surface)):
        if key is not None:
            yield from (sense.row for sense in index.senses(key))


def _line(corpus: Corpus, found: list[Found]) -> str:
    scope = in_scope(found, corpus.convention.title)
    same = sum(each.same for each in scope) / max(len(scope), 1)
    return f"{corpus.name:24s}{len(found):8d}{share(found):8.3f}{len(scope):10d}{share(scope):8.3f}{same:12.3f}"


def main(paths: list[str]) -> None:
    if not paths:
        sys.exit("usage: python -m benchmarks.accuracy.ceiling CORPUS.jsonl ...")
    index = open_index()
    print(f"{'':24s}{'located':>8s}{'all':>8s}{'in scope':>10s}{'near':>8s}{'or same id':>12s}")
    for path in paths:
        corpus = read_corpus(Path(path))
        found = candidates_of(corpus, index)
        print(_line(corpus, found))
        missed = Counter(each.surface for each in in_scope(found, corpus.convention.title) if not each.near)
        print("    missed:", ", ".join(f"{name} {times}" for name, times in missed.most_common(_SHOWN)))


if __name__ == "__main__":
    main(sys.argv[1:])
