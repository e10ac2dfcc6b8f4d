"""Places under a name that was misspelled: "Tehrann", "Bagdhad", "Zaporizhia"."""

from collections.abc import Iterator
from string import ascii_lowercase

from dashboard.gazetteer.index import Index
from dashboard.gazetteer.names import normal_name
from dashboard.records import Candidate

_EDITS_BY_LETTERS = ((3, 0), (5, 1), (10, 2))  # letters of a name up to, and how many may be wrong
_MOST_EDITS = 3
_LONGEST = 120  # characters; no name is longer
_SHARE_PER_EDIT = 0.02  # what a place counts with one letter more wrong: a small town before a great city far off
_LEAST_SHARE = 0.005  # of the belief; what has less was hardly meant


def lookup_similar(
    index: Index, name: str, *, country: str | None = None, near: tuple[float, float] | None = None, limit: int = 10
) -> list[Candidate]:
    """The places of the names most like `name`, best first, with their share of the belief; [] if none is like it."""
    weights: dict[int, float] = {}
    for other, edits in similar_names(index, name).items():
        for row, weight in index.weights([index.key(other)]).items():
            weights[row] = max(weight * _SHARE_PER_EDIT**edits, weights.get(row, 0.0))
    found = index.ranked(weights, country=country, near=near, limit=limit)
    return [candidate for candidate in found if candidate.score >= _LEAST_SHARE]


def similar_names(index: Index, name: str) -> dict[str, int]:
    """The names in normal form that are a few letters away, and how many.

    Letters left out, added, changed and swapped count one each (optimal string alignment). Where more than one is
    wrong, the first two are taken to be right.
    """
    if len(name) > _LONGEST:
        return {}
    wanted = normal_name(name)
    allowed = next((edits for letters, edits in _EDITS_BY_LETTERS if len(wanted) <= letters), _MOST_EDITS)
    if not allowed:
        return {}
    found = {other: 1 for other in _one_edit_away(wanted) if index.key(other) is not None}
    return (_several_edits_away(index, wanted, allowed) if allowed > 1 else {}) | found


def _several_edits_away(index: Index, wanted: str, allowed: int) -> dict[str, int]:
    from rapidfuzz.distance import OSA
    from rapidfuzz.process import extract

    pool = index.names_beginning(wanted[:2])
    return {
        other: int(edits)
        for other, edits, _ in extract(wanted, pool, scorer=OSA.distance, score_cutoff=allowed, limit=None)
    }


def _one_edit_away(wanted: str) -> Iterator[str]:
    letters = ascii_lowercase + " "
    for at in range(len(wanted) + 1):
        before, after = wanted[:at], wanted[at:]
        yield before + after[1:]
        yield before + after[1:2] + after[:1] + after[2:]
        for letter in letters:
            yield before + letter + after
            yield before + letter + after[1:]
