"""Which place each toponym is: all names of a text together, by a linear model over named features."""

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from dashboard.gazetteer.index import Index
from dashboard.learning.linear import Weights, dot, load_weights, softmax
from dashboard.records import Candidate, Resolution, Segment, Toponym
from dashboard.resolution.anchors import Placed, anchors_of, is_loose, placed_mentions
from dashboard.resolution.features import (
    Context,
    Option,
    add_full_names,
    add_kin,
    context_features,
    context_of,
    none_features,
    options_of,
    rest_of,
    shared_areas,
)
from dashboard.resolution.gate import mention_features, name_features, odds, verdict
from dashboard.resolution.names import NameGroup, Page, group_names, page_of
from dashboard.resolution.places import Features, Known
from dashboard.resolution.reasons import NO_FIT, UNKNOWN, Scored, Story, reasons_for, story_of
from dashboard.resolution.relations import in_or_near, relation_of
from dashboard.resolution.setting import setting_of

SHOWN = 5
"""Candidates kept with a resolution."""
_STARTS = 3  # admin1 units in which a text is tried to be set
_PROMISING = 16  # places of one name that are looked at in context
# Characters between two names that stand beside each other, and how many of those a name has at most.
_BESIDE_GAP = 60
_MAX_BESIDE = 6


class Task(NamedTuple):
    """The distinct names of a text, the places each could be, and which names stand beside which."""

    page: Page
    groups: list[NameGroup]
    options: list[list[Option]]
    beside: list[frozenset[int]]


def resolve(
    text: str, segments: Sequence[Segment], toponyms: Sequence[Toponym], index: Index, *, places: bool = False
) -> tuple[Resolution, ...]:
    """A resolution for each toponym that is kept, in their order; each distinct name is decided once.

    places: the toponyms are known to be places: all are kept, and get a point if the text gives any. Linear in the
    toponyms.
    """
    task = task_of(page_of(text, segments, toponyms, index))
    weights = load_weights("ranker")
    ranked = rank(task, weights)
    story = story_of(task.groups, _guesses(ranked), weights, index)
    resolutions: dict[int, Resolution] = {}
    for position in range(len(task.groups)):
        resolutions.update(_resolutions(position, ranked[position], toponyms, story, text, places=places))
    left_out = {toponym.start for mention, toponym in enumerate(toponyms) if mention not in resolutions}
    kept = (resolutions[mention] for mention in sorted(resolutions))
    return tuple(found for found in kept if found.toponym.copy_of not in left_out)


def task_of(page: Page) -> Task:
    """What there is to decide on a page."""
    groups = group_names(page)
    setting = setting_of(page.text)
    options = [options_of(group, page.gazetteer, setting) for group in groups]
    add_kin(options)
    add_full_names(groups, options)
    return Task(page, groups, options, _beside(groups, page))


def rank(task: Task, weights: Weights) -> list[list[Scored]]:
    """The options of each group, best first, scored in the context that the other groups' best options make.

    Best guesses may agree on the wrong part of the world, so that one is also tried where many names have a place.
    """
    task, own = _promising(task, [[dot(option.own, weights) for option in options] for options in task.options])
    first = [_best(*one) for one in zip(task.options, own, strict=True)]
    ranked = _scored_in(task, own, first, weights)
    starts = [first, *_elsewhere(task, own, _guesses(ranked))]
    tried = [ranked, *(_scored_in(task, own, start, weights) for start in starts[1:])]
    start, ranked = max(zip(starts, tried, strict=True), key=lambda one: _total(one[1]))
    if _guesses(ranked) != start:
        ranked = _scored_in(task, own, _guesses(ranked), weights)
    return _with_anchors(task, ranked, weights)


def _promising(task: Task, own: list[list[float]]) -> tuple[Task, list[list[float]]]:
    """The same without those of many places of one name that neither fame nor company speaks for."""
    kept_options, kept_scores = [], []
    for options, scores in zip(task.options, own, strict=True):
        hopes = [score + _company(option.own) for option, score in zip(options, scores, strict=True)]
        kept = sorted(sorted(range(len(hopes)), key=hopes.__getitem__, reverse=True)[:_PROMISING])
        kept_options.append([options[i] for i in kept])
        kept_scores.append([scores[i] for i in kept])
    return task._replace(options=kept_options), kept_scores


def _company(features: Features) -> float:
    return features.get("kin_near", 0.0) + features.get("kin_admin1", 0.0)


def _guesses(ranked: list[list[Scored]]) -> list[Known | None]:
    return [scored[0].option.known if scored else None for scored in ranked]


def _total(ranked: list[list[Scored]]) -> float:
    return sum(scored[0].score for scored in ranked if scored)


def _scored_in(task: Task, own: list[list[float]], guesses: list[Known | None], weights: Weights) -> list[list[Scored]]:
    """The options of each group, best first, in the context that these guesses make."""
    sure = (None if is_loose(group) else guess for group, guess in zip(task.groups, guesses, strict=True))
    context = context_of(task.groups, list(sure))
    return [_scored(task, position, own[position], context, weights) for position in range(len(task.groups))]


def _best(options: Sequence[Option], scores: Sequence[float]) -> Known | None:
    return options[max(range(len(options)), key=scores.__getitem__)].known if options else None


def _elsewhere(task: Task, own: list[list[float]], before: list[Known | None]) -> Iterator[list[Known | None]]:
    """Guesses that put every name that can be there into one admin1 unit: those where the most names have a place."""
    for area in shared_areas(task.options)[:_STARTS]:
        guesses = [
            guess if guess is None or guess.area == area else _inside(options, scores, area) or guess
            for guess, options, scores in zip(before, task.options, own, strict=True)
        ]
        if guesses != before:
            yield guesses


def _inside(options: Sequence[Option], scores: Sequence[float], area: int) -> Known | None:
    """The best option that lies in an admin1 unit."""
    inside = [(score, option.known) for score, option in zip(scores, options, strict=True) if option.known.area == area]
    return max(inside, key=lambda one: one[0])[1] if inside else None


def _with_anchors(task: Task, ranked: list[list[Scored]], weights: Weights) -> list[list[Scored]]:
    """The same, names that the gazetteer does not have put in or near one that it has."""
    placed = placed_mentions(task.groups, _guesses(ranked))
    return [
        _anchored(task, group, scored, placed, weights) if is_loose(group) else scored
        for group, scored in zip(task.groups, ranked, strict=True)
    ]


def _anchored(task: Task, group: NameGroup, inside: list[Scored], placed: Placed, weights: Weights) -> list[Scored]:
    options = anchors_of(task.page, group, inside[0].option.known if inside else None, placed)
    return sorted((Scored(option, {}, dot(option.own, weights)) for option in options), key=lambda one: -one.score)


def _scored(task: Task, position: int, own: list[float], context: Context, weights: Weights) -> list[Scored]:
    scored = []
    rest = rest_of(context, position)
    for option, score in zip(task.options[position], own, strict=True):
        found = context_features(option, rest, context, task.beside[position])
        scored.append(Scored(option, found, score + dot(found, weights)))
    return sorted(scored, key=lambda one: -one.score)


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
    position: int, scored: list[Scored], toponyms: Sequence[Toponym], story: Story, text: str, *, places: bool
) -> Iterator[tuple[int, Resolution]]:
    """A resolution for each mention of group `position` that is kept."""
    group = story.groups[position]
    shares = softmax([*(one.score for one in scored), dot(none_features(group), story.weights)])
    of_name = odds(name_features(group, scored, shares))
    judged = [(m, verdict(of_name, odds(mention_features(toponyms[m], group)))) for m in group.mentions]
    kept = [(mention, found) for mention, found in judged if places or found.is_kept]
    if not kept:
        return
    candidates = tuple(
        Candidate(story.gazetteer.place(one.option.known.row), round(share, 4))
        for one, share in zip(scored[:SHOWN], shares, strict=False)
    )
    reasons = reasons_for(position, scored, story)
    for mention, found in kept:
        toponym = toponyms[mention]
        if scored and (places or found.is_placed):
            relation = in_or_near() if is_loose(group) else relation_of(text, toponym.start, toponym.end)
            told = (round(found.place, 4), reasons, candidates, *(relation or (None, None)))
            yield mention, Resolution(toponym, candidates[0].place, *told)
        else:
            yield mention, Resolution(toponym, None, round(shares[-1], 4), (NO_FIT if scored else UNKNOWN,), candidates)
