"""How much of a corpus was found and placed: precision, recall and F1 of names, and of names with their points."""

from collections.abc import Callable, Iterable
from typing import NamedTuple

from dashboard.evaluation.labels import Mark

NOT_PLACES = frozenset({"Homonym", "Language"})
"""Types of labelled names that stand for no place: neither scored nor learned from."""
USES = frozenset({"literal", "associative", "demonym"})
"""Types of labelled names that say how a name is used."""
# A span over three times as long as the other and this many characters longer is no answer to it.
_TIMES_LONGER = 3
_SPARE = 20


class Tally(NamedTuple):
    """Right answers, answers that count, and labelled names, of one text or of many."""

    right: int = 0
    answers: int = 0
    labelled: int = 0

    @property
    def f1(self) -> float:
        """The harmonic mean of precision and recall, 0-1; 0 where there is nothing."""
        return 2 * self.right / (self.answers + self.labelled) if self.answers + self.labelled else 0.0

    @property
    def share(self) -> float:
        """The share of labelled names that were answered rightly, 0-1."""
        return self.right / self.labelled if self.labelled else 0.0


def total(tallies: Iterable[Tally]) -> Tally:
    """The sum of the tallies of many texts."""
    return Tally(*map(sum, zip(*tallies, strict=True)))


def recognised(labelled: list[Mark], found: list[Mark]) -> Tally:
    """Names found: the spans share a character."""
    scored = [mark for mark in labelled if mark.type not in NOT_PLACES]
    unscored = [mark for mark in labelled if mark.type in NOT_PLACES]
    right = _pairs(scored, found, lambda one, other: True)  # noqa: ARG005
    return Tally(len(right), len(_counted(scored, unscored, found, right)), len(scored))


def found_and_placed(labelled: list[Mark], found: list[Mark]) -> Tally:
    """Names found whose point is near; what was found without a place is no answer, right or wrong."""
    right, counted = _judged(labelled, found)
    return Tally(len(right), len(counted), sum(map(_is_located, labelled)))


def beliefs(labelled: list[Mark], found: list[Mark]) -> list[tuple[float, bool]]:
    """Of each answer with a point that counts, how sure it was, 0-1, and whether it is right."""
    right, counted = _judged(labelled, found)
    placed = [mark for mark in found if mark.lat is not None]
    return [(placed[position].confidence or 0.0, position in right) for position in counted]


def _judged(labelled: list[Mark], found: list[Mark]) -> tuple[set[int], list[int]]:
    """Positions among the answers with a point: of the right ones, and of those that count."""
    scored = [mark for mark in labelled if _is_located(mark)]
    unscored = [mark for mark in labelled if not _is_located(mark)]
    placed = [mark for mark in found if mark.lat is not None]
    right = _pairs(scored, placed, lambda one, other: one.is_near(other.lat, other.lon))
    return right, _counted(scored, unscored, placed, right)


def placed(labelled: list[Mark], found: list[Mark]) -> Tally:
    """Names placed near their point, where the spans were given."""
    scored = [mark for mark in labelled if _is_located(mark)]
    by_span = {mark.span: mark for mark in found}
    answers = [(mark, by_span[mark.span]) for mark in scored if mark.span in by_span]
    right = sum(mark.is_near(answer.lat, answer.lon) for mark, answer in answers)
    return Tally(right, len(answers), len(scored))


def used(labelled: list[Mark], given: list[Mark]) -> Tally:
    """Given names whose use is the one labelled, of those whose type is a use."""
    scored = {mark.span: mark.type for mark in labelled if mark.type in USES}
    right = sum(scored.get(answer.span) == answer.use for answer in given)
    return Tally(right, len(scored), len(scored))


def _is_located(mark: Mark) -> bool:
    return mark.lat is not None and mark.type not in NOT_PLACES


def _counted(scored: list[Mark], unscored: list[Mark], found: list[Mark], right: set[int]) -> list[int]:
    """Positions of the answers that are right or touch a scored name, or no name at all: the unscored are neutral."""
    return [
        position
        for position, answer in enumerate(found)
        if position in right or any(map(_shared_with(answer), scored)) or not any(map(_shared_with(answer), unscored))
    ]


def _shared_with(answer: Mark) -> Callable[[Mark], int]:
    """By labelled name, how many characters of it an answer shares; 0 where it is far longer or shorter."""

    def shared(label: Mark) -> int:
        short, long = sorted((label.end - label.start, answer.end - answer.start))
        if long > max(_TIMES_LONGER * short, short + _SPARE):
            return 0
        return max(0, min(label.end, answer.end) - max(label.start, answer.start))

    return shared


def _pairs(scored: list[Mark], found: list[Mark], fits: Callable[[Mark, Mark], bool]) -> set[int]:
    """Positions of the answers that have a label of their own: the same span first, then the longest overlap."""
    pairs = sorted(
        (label.span != answer.span, -shared, label.start, answer.start, one, other)
        for one, label in enumerate(scored)
        for other, answer in enumerate(found)
        if (shared := _shared_with(answer)(label)) and fits(label, answer)
    )
    labels: set[int] = set()
    answers: set[int] = set()
    for *_, one, other in pairs:
        if one not in labels and other not in answers:
            labels.add(one)
            answers.add(other)
    return answers
