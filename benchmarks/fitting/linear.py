"""Linear models fitted, and written as the tables that dashboard.learning.linear reads."""

import csv
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray
    from scipy.sparse import csr_matrix

    Array = NDArray[np.float64]

_ROUNDS = 2000  # of the solver, at most; it settles long before
_NOTHING = 0.01  # log-odds; a lesser weight is left out of a logistic model
# So near to the best that the order of the sums changes no digit that is written.
_SETTLED = {"maxiter": _ROUNDS, "ftol": 1e-13, "gtol": 1e-7}
_LEAST_LIKELY = 1e-12  # a right answer is given this much, so that its logarithm is a number
_DECIMALS = 3
_ROUNDED_AWAY = 0.005  # log-odds; a lesser weight is not written


class Example(NamedTuple):
    """The features that hold, whether the answer is yes, and how much the example counts."""

    features: Sequence[str] | Mapping[str, float]
    yes: bool
    weight: float = 1.0


class Choice(NamedTuple):
    """The features of each possible answer, the positions of the right ones, and how much the choice counts."""

    options: list[dict[str, float]]
    right: frozenset[int]
    weight: float


def fit_logistic(examples: Sequence[Example], *, strength: float, seldom: int) -> dict[str, float]:
    """Log-odds by feature. strength: C, the inverse of the L2 penalty; seldom: rarer features are left out."""
    from scipy.sparse import csr_matrix
    from sklearn.linear_model import LogisticRegression

    valued = [_valued(example.features) for example in examples]
    counts = Counter(feature for features in valued for feature in features)
    columns = {feature: i for i, feature in enumerate(sorted(f for f, count in counts.items() if count >= seldom))}
    cells = [
        (value, row, columns[feature])
        for row, features in enumerate(valued)
        for feature, value in features.items()
        if feature in columns
    ]
    values, across, down = zip(*cells, strict=True)
    matrix = csr_matrix((values, (across, down)), shape=(len(examples), len(columns)))
    model = LogisticRegression(C=strength, max_iter=_ROUNDS, fit_intercept=False, solver="liblinear")
    model.fit(matrix, [example.yes for example in examples], sample_weight=[example.weight for example in examples])
    weights = dict(zip(columns, map(float, model.coef_[0]), strict=True))
    return {feature: weight for feature, weight in weights.items() if abs(weight) >= _NOTHING}


def _valued(features: Sequence[str] | Mapping[str, float]) -> Mapping[str, float]:
    return features if isinstance(features, Mapping) else dict.fromkeys(features, 1.0)


def fit_choices(choices: Sequence[Choice], start: Mapping[str, float], *, penalty: float) -> dict[str, float]:
    """Weights of a conditional logit, from `start`. penalty: L2."""
    import numpy as np
    from scipy.optimize import minimize

    matrix, features = _matrix([option for choice in choices for option in choice.options])
    choice_of = np.repeat(np.arange(len(choices)), [len(choice.options) for choice in choices])
    first = np.searchsorted(choice_of, np.arange(len(choices)))
    right = np.array([float(i in choice.right) for choice in choices for i in range(len(choice.options))])
    counts = np.array([choice.weight for choice in choices])

    def loss(weights: "Array") -> tuple[float, "Array"]:
        """The penalised negative log-likelihood, and its slope."""
        scores = matrix @ weights
        powers = np.exp(scores - np.maximum.reduceat(scores, first)[choice_of])
        everything = np.add.reduceat(powers, first)
        good = np.maximum(np.add.reduceat(powers * right, first), _LEAST_LIKELY)
        pull = (powers / everything[choice_of] - powers * right / good[choice_of]) * counts[choice_of]
        value = counts @ np.log(everything / good) + penalty / 2 * weights @ weights
        return float(value), matrix.T @ pull + penalty * weights

    begin = np.array([start.get(feature, 0.0) for feature in features])
    found = minimize(loss, begin, jac=True, method="L-BFGS-B", options=_SETTLED).x
    return dict(zip(features, map(float, found), strict=True))


def _matrix(rows: Sequence[Mapping[str, float]]) -> tuple["csr_matrix", list[str]]:
    """A row for each set of features, and the feature of each column."""
    from scipy.sparse import csr_matrix

    columns: dict[str, int] = {}
    for features in rows:
        for feature in features:
            columns.setdefault(feature, len(columns))
    cells = [(value, row, columns[feature]) for row, features in enumerate(rows) for feature, value in features.items()]
    values, across, down = zip(*cells, strict=True)
    return csr_matrix((values, (across, down)), shape=(len(rows), len(columns))), list(columns)


def write_table(path: Path, weights: Mapping[str, float], *comments: str) -> None:
    """A model as a table, in full precision."""
    lines = [f"# {comment}" for comment in comments] + ["feature,weight"]
    lines += [f"{_cell(feature)},{weights[feature]!r}" for feature in sorted(weights)]
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")


def round_table(source: Path, target: Path) -> None:
    """A table as it is shipped: rounded, without the weights that say nothing."""
    lines = source.read_text(encoding="utf-8").splitlines()
    head = lines.index("feature,weight") + 1
    rounded = [
        f"{_cell(name)},{float(weight):.{_DECIMALS}f}"
        for name, weight in csv.reader(lines[head:])
        if abs(float(weight)) >= _ROUNDED_AWAY
    ]
    target.write_text("\n".join([*lines[:head], *rounded]) + "\n", encoding="utf-8")


def _cell(feature: str) -> str:
    """A feature as a cell of a table: in quotes where it has a comma or a quote."""
    quoted = feature.replace('"', '""')
    return f'"{quoted}"' if {",", '"'}.intersection(feature) else feature


def listed(titles: Iterable[str]) -> str:
    """Titles as English lists them: "LGL, TR-News and GeoWebNews"."""
    *most, last = titles
    return f"{', '.join(most)} and {last}" if most else last
