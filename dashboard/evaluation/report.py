"""The figures of labelled texts: names found, placed, and placed where the names are given; with intervals."""

import random
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from statistics import fmean
from typing import NamedTuple

from dashboard.evaluation.labels import Labelled, Mark, marks_found
from dashboard.evaluation.score import NOT_PLACES, Tally, beliefs, found_and_placed, placed, recognised, total, used
from dashboard.gazetteer.index import Index
from dashboard.pipeline import read
from dashboard.records import Article, Resolution

_LOW, _HIGH = 0.025, 0.975
_SEED = 0
_BINS = 10
USE = "use, names given"


class Figure(NamedTuple):
    """A figure of some texts, 0-1, with its 95 % interval when the texts are drawn anew, and its tally."""

    name: str
    value: float
    low: float
    high: float
    tally: Tally


class Bin(NamedTuple):
    """Answers of about one confidence: how many, how sure they were in the mean, and the share that is right, 0-1."""

    answers: int
    confidence: float
    right: float


class Report(NamedTuple):
    """The figures of labelled texts. parts: of given names by the kind of place answered, by use, by labelled type.

    bins: the answers with a point by tenths of their confidence.
    """

    texts: int
    figures: list[Figure]
    parts: dict[str, list[tuple[str, Tally]]]
    bins: list[Bin]

    @property
    def calibration_error(self) -> float:
        """That of its bins."""
        return calibration_error(self.bins)


def calibration_error(bins: Sequence[Bin]) -> float:
    """How far confidence is from the share that is right, in the mean over the answers (ECE), 0-1.

    Source: Naeini, Cooper, Hauskrecht 2015, Obtaining Well Calibrated Probabilities Using Bayesian Binning.
    """
    answers = sum(one.answers for one in bins)
    return sum(one.answers * abs(one.confidence - one.right) for one in bins) / answers if answers else 0.0


def found_marks(texts: Iterable[Labelled], *, demonyms: bool = True, index: Index | None = None) -> list[list[Mark]]:
    """By text, what is found in it."""
    readings = (read(Article(text.id, text.text), only="places", index=index) for text in texts)
    return [marks_found(reading.resolutions, demonyms=demonyms) for reading in readings]


def given_marks(texts: Iterable[Labelled], index: Index | None = None) -> list[list[Mark]]:
    """By text, its labelled names with the places they are given."""
    return [marks_found(_given(text, index)) for text in texts]


def _given(text: Labelled, index: Index | None) -> tuple[Resolution, ...]:
    spans = [mark.span for mark in text.marks]
    return read(Article(text.id, text.text), given=spans, only="places", index=index).resolutions


def evaluate(
    texts: Sequence[Labelled], *, demonyms: bool = True, draws: int = 500, index: Index | None = None
) -> Report:
    """The figures of `texts`.

    demonyms: whether the labellers labelled "Turkish". draws: how often the texts are drawn anew for the intervals.
    """
    found, given = found_marks(texts, demonyms=demonyms, index=index), given_marks(texts, index)
    return report_of([text.marks for text in texts], found, given, draws=draws)


def report_of(
    labels: Sequence[list[Mark]], found: Sequence[list[Mark]], given: Sequence[list[Mark]], *, draws: int = 500
) -> Report:
    """The figures of answers that are known already: those found in raw text, and those to the labelled spans."""
    measured: tuple[tuple[str, Callable[[Tally], float], list[Tally]], ...] = (
        ("found, F1", _f1, list(map(recognised, labels, found))),
        ("found and placed, F1", _f1, list(map(found_and_placed, labels, found))),
        ("placed, names given", _share, list(map(placed, labels, given))),
        (USE, _share, list(map(used, labels, given))),
    )
    figures = [Figure(name, of(total(t)), *_interval(t, of, draws), total(t)) for name, of, t in measured]
    figures = [figure for figure in figures if figure.tally.labelled or figure.name != USE]
    return Report(len(labels), figures, _parts(labels, given), bins_of(labels, found))


def bins_of(labels: Sequence[list[Mark]], found: Sequence[list[Mark]]) -> list[Bin]:
    """The answers with a point by tenths of their confidence; tenths without answers left out."""
    tenths: dict[int, list[tuple[float, bool]]] = defaultdict(list)
    for label, answers in zip(labels, found, strict=True):
        for confidence, right in beliefs(label, answers):
            tenths[min(int(confidence * _BINS), _BINS - 1)].append((confidence, right))
    return [
        Bin(len(some), fmean(sure for sure, _ in some), fmean(right for _, right in some))
        for _, some in sorted(tenths.items())
    ]


def _f1(tally: Tally) -> float:
    return tally.f1


def _share(tally: Tally) -> float:
    return tally.share


def _interval(tallies: Sequence[Tally], of: Callable[[Tally], float], draws: int) -> tuple[float, float]:
    """Between what 95 % of the values lie when as many texts are drawn anew, with replacement."""
    draw = random.Random(_SEED)  # noqa: S311  no secret, and the same every time
    values = sorted(of(total(draw.choices(tallies, k=len(tallies)))) for _ in range(draws if tallies else 0))
    if not values:
        return 0.0, 1.0
    return values[int(_LOW * len(values))], values[min(len(values) - 1, int(_HIGH * len(values)))]


def _parts(labels: Sequence[list[Mark]], given: Sequence[list[Mark]]) -> dict[str, list[tuple[str, Tally]]]:
    parts: dict[str, dict[str, list[Tally]]] = {part: defaultdict(list) for part in ("kind", "use", "type")}
    for label, answer in _pairs(labels, given):
        tally = Tally(int(label.is_near(answer.lat, answer.lon)), 1, 1)
        parts["kind"][answer.kind or "none"].append(tally)
        parts["use"][answer.use or "none"].append(tally)
        if label.type:
            parts["type"][label.type].append(tally)
    return {
        part: sorted(((name, total(some)) for name, some in named.items()), key=lambda one: -one[1].labelled)
        for part, named in parts.items()
        if named
    }


def _pairs(labels: Sequence[list[Mark]], given: Sequence[list[Mark]]) -> Iterator[tuple[Mark, Mark]]:
    """Each located label with the answer to its span."""
    for marks, answers in zip(labels, given, strict=True):
        by_span = {answer.span: answer for answer in answers}
        located = (mark for mark in marks if mark.lat is not None and mark.type not in NOT_PLACES)
        yield from ((mark, by_span[mark.span]) for mark in located if mark.span in by_span)


def report_lines(report: Report) -> Iterator[str]:
    """A report as a table for a terminal."""
    yield f"{report.texts} texts"
    yield f"{'':22s}{'VALUE':>7s}  {'95 %':13s}{'RIGHT':>8s}{'ANSWERS':>9s}{'LABELLED':>10s}"
    for name, value, low, high, tally in report.figures:
        counts = f"{tally.right:8d}{tally.answers:9d}{tally.labelled:10d}"
        yield f"{name:22s}{value:7.3f}  {f'{low:.3f}-{high:.3f}':13s}{counts}"
    yield f"{'calibration error':22s}{report.calibration_error:7.3f}"
    yield "right, by confidence"
    yield from (f"  {one.confidence:<20.2f}{one.right:7.3f}{one.answers:23d}" for one in report.bins)
    for part, tallies in report.parts.items():
        yield f"placed, names given, by {part}"
        yield from (f"  {name:20s}{tally.share:7.3f}{tally.labelled:23d}" for name, tally in tallies)
