"""Which place each toponym is: all names of a text together, by a linear model over named features."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise
from typing import NamedTuple

from dashboard.gazetteer.index import Index
from dashboard.learning.linear import load_weights, softmax
from dashboard.records import Candidate, Resolution, Segment, Toponym
from dashboard.resolution.features import (
    Context,
    Option,
    add_kin,
    context_features,
    context_of,
    none_features,
    options_of,
)
from dashboard.resolution.names import NameGroup, Page, group_names, page_of
from dashboard.resolution.places import Features
from dashboard.resolution.reasons import NO_FIT, UNKNOWN, Scored, Story, reasons_for, story_of

SHOWN = 5
"""Candidates kept with a resolution."""
NONE_SHARE = 0.5
"""Belief in "none of these" from which a name stays without a place: more likely than not."""
_UPDATES = 2  # times the context is made anew from the best guesses; a third changes nothing measurable
# Characters between two names that stand beside each other, and how many of those a name has at most.
_BESIDE_GAP = 60
_MAX_BESIDE = 6


class Task(NamedTuple):
    """The distinct names of a text, the places each could be, and which names stand beside which."""

    groups: list[NameGroup]
    options: list[list[Option]]
    beside: list[frozenset[int]]


def resolve(
    text: str, segments: Sequence[Segment], toponyms: Sequence[Toponym], index: Index
) -> tuple[Resolution, ...]:
    """A resolution for each toponym, in their order; each distinct name is decided once. Linear in the toponyms."""
    task = task_of(page_of(text, segments, toponyms, index))
    weights = load_weights("ranker")
    ranked = rank(task, weights)
    best = [scored[0].option.known if scored else None for scored in ranked]
    story = story_of(task.groups, best, weights, index)
    resolutions: dict[int, Resolution] = {}
    for position in range(len(task.groups)):
        for mention, resolution in _resolutions(position, ranked[position], toponyms, story):
            resolutions[mention] = resolution
    return tuple(resolutions[mention] for mention in range(len(toponyms)))


def task_of(page: Page) -> Task:
    """What there is to decide on a page."""
    groups = group_names(page)
    options = [options_of(group, page.gazetteer) for group in groups]
    add_kin(options)
    return Task(groups, options, _beside(groups, page))


def rank(task: Task, weights: Mapping[str, float]) -> list[list[Scored]]:
    """The options of each group, best first, scored in the context that the other groups' best options make."""
    own = [[dot(option.own, weights) for option in options] for options in task.options]
    guesses = [
        options[max(range(len(options)), key=scores.__getitem__)].known if options else None
        for options, scores in zip(task.options, own, strict=True)
    ]
    ranked: list[list[Scored]] = []
    for _ in range(_UPDATES):
        context = context_of(task.groups, guesses)
        ranked = [_scored(task, position, own[position], context, weights) for position in range(len(task.groups))]
        better = [scored[0].option.known if scored else None for scored in ranked]
        if better == guesses:
            break
        guesses = better
    return ranked


def _scored(
    task: Task, position: int, own: list[float], context: Context, weights: Mapping[str, float]
) -> list[Scored]:
    scored = []
    for option, score in zip(task.options[position], own, strict=True):
        found = context_features(option.known, position, context, task.beside[position])
        scored.append(Scored(option, found, score + dot(found, weights)))
    return sorted(scored, key=lambda one: -one.score)


def dot(features: Features, weights: Mapping[str, float]) -> float:
    """The score of a feature vector; a feature without a weight counts nothing."""
    score = 0.0
    for name, value in features.items():
        score += weights.get(name, 0.0) * value
    return score


def _beside(groups: list[NameGroup], page: Page) -> list[frozenset[int]]:
    """For each group the groups whose mentions stand next to one of its own, in one segment."""
    group_of = {mention: position for position, group in enumerate(groups) for mention in group.mentions}
    beside: list[set[int]] = [set() for _ in groups]
    for mention, (left, right) in enumerate(pairwise(page.toponyms)):
        one, other = group_of[mention], group_of[mention + 1]
        if right.start - left.end > _BESIDE_GAP or page.parts[mention] != page.parts[mention + 1] or one == other:
            continue
        for here, there in ((one, other), (other, one)):
            if len(beside[here]) < _MAX_BESIDE:
                beside[here].add(there)
    return [frozenset(some) for some in beside]


def _resolutions(
    position: int, scored: list[Scored], toponyms: Sequence[Toponym], story: Story
) -> Iterator[tuple[int, Resolution]]:
    """A resolution for each mention of group `position`."""
    group = story.groups[position]
    none = dot(none_features(group), story.weights)
    *shares, none_share = softmax([*(one.score for one in scored), none])
    known = bool(shares) and none_share < NONE_SHARE
    candidates = tuple(
        Candidate(story.gazetteer.place(one.option.known.row), round(share, 4))
        for one, share in zip(scored[:SHOWN], shares, strict=False)
    )
    place = candidates[0].place if known else None
    confidence = round(shares[0] if known else none_share, 4)
    reasons = reasons_for(position, scored, story) if known else (UNKNOWN if not scored else NO_FIT,)
    for mention in group.mentions:
        yield mention, Resolution(toponyms[mention], place, confidence, reasons, candidates)
