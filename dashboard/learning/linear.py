"""Linear models as tables: one weight a named feature, read from data/models/."""

import csv
import math
from collections.abc import Mapping
from functools import cache
from pathlib import Path

from dashboard.errors import ModelMissing
from dashboard.settings import shipped

_COMMENT = "#"
# Beyond this the logistic function is 0 or 1 to the last bit, and exp overflows not far above.
_SATURATED = 500.0


class Weights(dict[str, float]):
    """Feature -> weight; a feature without one counts nothing."""

    def __missing__(self, feature: str) -> float:
        return 0.0


@cache
def load_weights(name: str) -> Weights:
    """The weights of model `name`, feature -> weight; read once. Raises ModelMissing.

    A table is data/models/<name>.csv: lines that start with # say how it was made, then "feature,weight".
    """
    rows = csv.reader(line for line in _lines(f"{name}.csv") if not line.startswith(_COMMENT))
    next(rows)
    return Weights({feature: float(weight) for feature, weight in rows})


@cache
def load_words(name: str) -> frozenset[str]:
    """The words of list `name`, in lower case; read once. Raises ModelMissing. A list is data/models/<name>.txt."""
    return frozenset(line for line in _lines(f"{name}.txt") if line and not line.startswith(_COMMENT))


@cache
def load_classes(table: str) -> dict[str, str]:
    """The classes of a table of data/models/words.csv, word -> class; read once. Raises ModelMissing."""
    rows = csv.reader(line for line in _lines("words.csv") if line.startswith(f"{table},"))
    return {word: name for _, name, words in rows for word in words.split()}


def dot(features: Mapping[str, float], weights: Weights) -> float:
    """The score of named features with their values."""
    return sum([weights[name] * value for name, value in features.items()], 0.0)


def logistic(score: float) -> float:
    """The probability, 0-1, that belongs to a score in log-odds."""
    return 1 / (1 + math.exp(-max(-_SATURATED, min(_SATURATED, score))))


def softmax(scores: list[float]) -> list[float]:
    """Shares that sum to 1, one a score; [] for no scores."""
    if not scores:
        return []
    top = max(scores)
    powers = [math.exp(score - top) for score in scores]
    total = sum(powers)
    return [power / total for power in powers]


def _lines(file: str) -> list[str]:
    path = Path(shipped("data")) / "models" / file
    try:
        return path.read_text(encoding="utf-8").splitlines()
    except OSError as error:
        raise ModelMissing(path) from error
