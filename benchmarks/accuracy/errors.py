"""What is missed, and what is answered wrongly: classes of errors with their counts and commonest names.

    python -m benchmarks.accuracy.errors CORPUS.jsonl ANSWERS.jsonl          from the root of a checkout

ANSWERS: lines of {"id", "toponyms": [{"start", "end", "lat", "lon"}]}; benchmarks.fitting --leave-one-out writes them.
"""

import json
import sys
from collections import Counter, defaultdict
from collections.abc import Iterator
from pathlib import Path

from benchmarks.accuracy.ceiling import rows_of
from benchmarks.accuracy.corpora import Corpus, read_corpus
from dashboard.evaluation.labels import Labelled, Mark
from dashboard.evaluation.score import NOT_PLACES
from dashboard.gazetteer.index import Index, open_index

_SHOWN = 8
_DEMONYM = "demonym"


def error_classes(corpus: Corpus, answers: dict[str, list[Mark]], index: Index) -> dict[str, Counter[str]]:
    """By class of error, the names it befell."""
    classes: dict[str, Counter[str]] = defaultdict(Counter)
    for text in corpus.texts:
        for name, mark in _errors(text, answers.get(text.id, []), index):
            classes[name][text.text[mark.start : mark.end]] += 1
    return classes


def _errors(text: Labelled, answers: list[Mark], index: Index) -> Iterator[tuple[str, Mark]]:
    for label in text.marks:
        if label.type not in NOT_PLACES:
            name = _missed(text.text[label.start : label.end], label, _touching(label, answers), index)
            if name:
                yield name, label
    for answer in answers:
        if not _touching(answer, text.marks):
            demonym = _is_demonym(text.text[answer.start : answer.end], index)
            kind = "a demonym" if demonym else "a name"
            yield f"{kind} that is not labelled{'' if answer.lat is not None else ', found without a place'}", answer


def _missed(surface: str, label: Mark, touching: list[Mark], index: Index) -> str | None:
    """The class of the error at a labelled name; None where there is none."""
    located = label.lat is not None
    if not touching:
        return f"not found, {'located' if located else 'no point in the labels'}"
    if not located or any(label.is_near(answer.lat, answer.lon) for answer in touching):
        return None
    if all(answer.lat is None for answer in touching):
        return "found, no place given"
    known = any(label.is_near(index.lat[row], index.lon[row]) for row in rows_of(surface, index))
    return "found, a namesake taken" if known else "found, the right place not in the gazetteer"


def _touching(mark: Mark, others: list[Mark]) -> list[Mark]:
    return [other for other in others if other.start < mark.end and mark.start < other.end]


def _is_demonym(surface: str, index: Index) -> bool:
    key = index.find(surface)
    return key is not None and index.senses(key)[0].kind == _DEMONYM


def read_answers(path: Path) -> dict[str, list[Mark]]:
    """By text the answers of a file."""
    lines = map(json.loads, path.read_text(encoding="utf-8").splitlines())
    return {
        str(line["id"]): [Mark(one["start"], one["end"], one["lat"], one["lon"]) for one in line["toponyms"]]
        for line in lines
    }


def main(words: list[str]) -> None:
    if len(words) != 2:
        sys.exit("usage: python -m benchmarks.accuracy.errors CORPUS.jsonl ANSWERS.jsonl")
    corpus, answers = read_corpus(Path(words[0])), read_answers(Path(words[1]))
    for name, names in sorted(error_classes(corpus, answers, open_index()).items(), key=lambda one: -one[1].total()):
        common = ", ".join(f"{surface} {count}" for surface, count in names.most_common(_SHOWN))
        print(f"{names.total():5d}  {name}: {common}")


if __name__ == "__main__":
    main(sys.argv[1:])
