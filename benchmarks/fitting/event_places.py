"""The model of an event's place: which of those around it? Conditional logit over dashboard.events.places, fitted on
the project's own passages."""

from collections.abc import Iterator
from pathlib import Path

from benchmarks.fitting.linear import Choice, fit_choices, write_table
from benchmarks.fitting.sentences import LabelledPassage, LabelledScene, own_event_passages, tuning_passages
from dashboard.articles.files import make_article
from dashboard.events.detect import trigger_of
from dashboard.events.lexicon import lexicon
from dashboard.events.participants import participants
from dashboard.events.phrases import noun_phrases
from dashboard.events.places import Scene, Site, features_of, sites_around, sites_of
from dashboard.events.sentences import Sentence, sentences_of
from dashboard.events.triggers import found_in
from dashboard.pipeline import read

_PENALTY = 2.0  # L2
_TWICE = 0.5  # weight of a choice of a passage that two people labelled, since each of them gives one


def fit_event_places(table: Path) -> None:
    """Write the table of the model."""
    passages = [(one, 1.0) for one in own_event_passages()] + [(one, _TWICE) for one in tuning_passages()]
    choices = [choice for passage, weight in passages for choice in choices_of(passage, weight)]
    write_table(
        table,
        fit_choices(choices, {}, penalty=_PENALTY),
        "Log-odds that a place of the passage is that of an event, by feature.",
        f"Conditional logit, L2 {_PENALTY}, fitted on the project's own passages (data/events, tests/data).",
    )


def choices_of(passage: LabelledPassage, weight: float) -> Iterator[Choice]:
    """A choice for each labelled event whose place Gazette finds in the passage."""
    reading = read(make_article(passage.text, published=passage.published.isoformat()), only="places")
    sentences = list(sentences_of(passage.text, reading.segments, None))
    sites = sites_of(sentences, reading.resolutions, reading.references)
    names: dict[str, set[str]] = {}
    for one in reading.resolutions:
        if one.place:
            names.setdefault(one.place.place_id, set()).add(one.toponym.text)
    for event in passage.events:
        number, scene = _scene(passage, event, sentences)
        if scene is None:
            continue
        around = sites_around(number, sentences, sites)
        right = _right(event.places[:1], around, names) or _right(event.places, around, names)
        if right and len(around) > 1:
            yield Choice(features_of(scene, sentences[number].words, around), right, weight)


def _scene(passage: LabelledPassage, event: LabelledScene, sentences: list[Sentence]) -> tuple[int, Scene | None]:
    """The sentence of an event, and the event as the model sees it: by the lexicon's trigger, else the labelled one."""
    at = passage.text.find(event.trigger)
    number = next((n for n, one in enumerate(sentences) if one.span.start <= at < one.span.end), -1)
    if number < 0:
        return number, None
    words = sentences[number].words
    found = next((one for one in found_in(words, passage.published.year) if one.entry.type == event.type), None)
    if found is None:
        inside = [i for i, token in enumerate(words.tokens) if at <= token.start < at + len(event.trigger)]
        return number, Scene(event.type, number, (inside[0], inside[-1] + 1)) if inside else None
    roles = participants(words, noun_phrases(words), trigger_of(words, found), lexicon().classes)
    return number, Scene(event.type, number, (found.first, found.last), *roles)


def _right(wanted: tuple[str, ...], sites: list[Site], names: dict[str, set[str]]) -> frozenset[int]:
    """The sites that the text names as labelled."""

    def fits(site: Site) -> bool:
        return any(name in label or label in name for name in names.get(site.place_id, ()) for label in wanted)

    return frozenset(number for number, site in enumerate(sites) if fits(site))
