"""The project's own sentences and passages with their events: sound, and no two nearly alike."""

import csv
import json
import re
from collections import Counter
from datetime import date
from itertools import combinations
from typing import get_args

import pytest

from benchmarks.accuracy.events import read_passages
from benchmarks.fitting.sentences import own_event_passages, own_event_sentences, tuning_passages
from dashboard.events.types import BACKGROUND, event_types
from dashboard.records import Status
from dashboard.settings import shipped

FOLDER = shipped("data") / "events"
ALIKE = 0.45  # share of the word triples of the smaller text
LEAKED = 0.3  # the same, of a text to learn from and one of the test half


def records(name):
    return [json.loads(line) for line in (FOLDER / name).read_text(encoding="utf-8").splitlines()]


SENTENCES, PASSAGES = records("sentences.jsonl"), records("passages.jsonl")
EVENTS = [(one["text"], event) for one in SENTENCES + PASSAGES for event in one["events"]]


def triples(text):
    words = re.findall(r"\w+", text.lower())
    return set(zip(words, words[1:], words[2:], strict=False))


def alike(texts, least):
    """Pairs of numbers of texts that share more than `least` of the triples of the smaller one."""
    own = [triples(text) for text in texts]
    standing: dict[tuple[str, ...], list[int]] = {}
    for number, some in enumerate(own):
        for triple in some:
            standing.setdefault(triple, []).append(number)
    shared = Counter(pair for numbers in standing.values() for pair in combinations(numbers, 2))
    return [pair for pair, count in shared.items() if count > least * min(len(own[i]) for i in pair)]


def test_there_are_thousands_of_sentences_and_some_without_any_event():
    assert len(SENTENCES) >= 4_300
    assert sum(not one["events"] for one in SENTENCES) >= 800
    assert len(PASSAGES) >= 440


def test_types_and_statuses_are_those_of_the_reader():
    assert {event["type"] for _, event in EVENTS} == event_types().keys() - {BACKGROUND}
    assert {event["status"] for _, event in EVENTS} == set(get_args(Status))


def test_roots_are_those_of_the_types():
    roots = {root for kind in event_types().values() for root in kind.plover}
    assert {event["plover"] for one in SENTENCES for event in one["events"]} == {*roots, None}


def test_modes_are_those_of_the_lexicon():
    with (FOLDER / "lexicon.csv").open(encoding="utf-8", newline="") as lines:
        modes = {row["mode"] for row in csv.DictReader(lines)}
    unknown = {event["mode"] for one in SENTENCES for event in one["events"]} - modes
    assert unknown <= {None, "weapons"}  # PLOVER's mode of MOBILIZE, which the lexicon does not tell from "troops"


@pytest.mark.parametrize("part", ["trigger", "actor", "recipient"])
def test_what_is_labelled_stands_in_the_text_in_whole_words(part):
    told = [(text, event[part]) for text, event in EVENTS if event.get(part) is not None]
    assert len(told) > 2_000
    assert [one for one in told if not re.search(rf"(?<!\w){re.escape(one[1])}(?!\w)", one[0])] == []


def test_an_event_has_a_trigger_and_a_text_one_event_of_a_type():
    assert all(event["trigger"] for _, event in EVENTS)
    for one in SENTENCES:
        assert len({event["type"] for event in one["events"]}) == len(one["events"]), one["text"]


def test_nobody_is_labelled_as_actor_and_recipient():
    both = [(event["actor"], event["recipient"]) for one in SENTENCES for event in one["events"]]
    assert not [actor for actor, recipient in both if actor and actor == recipient]


def test_passages_have_ids_and_days_of_their_own():
    assert len({one["id"] for one in PASSAGES}) == len(PASSAGES)
    assert all(1990 <= date.fromisoformat(one["published"]).year <= 2030 for one in PASSAGES)


@pytest.mark.parametrize("some", [SENTENCES, PASSAGES], ids=["sentences", "passages"])
def test_no_two_texts_are_nearly_alike(some):
    texts = [one["text"] for one in some]
    assert [(texts[i], texts[j]) for i, j in alike(texts, ALIKE)] == []


def test_nearly_alike_texts_would_be_seen():
    assert alike(["Rebels attacked the town of Beni.", "Rebels attacked the town of Goma.", "It rained."], ALIKE)


def test_no_text_to_learn_from_is_like_one_of_the_test_half():
    learned = [one["text"] for one in SENTENCES + PASSAGES] + [one.text for one in tuning_passages()]
    texts = [*learned, *(one.text for one in read_passages("test"))]
    found = [(texts[i], texts[j]) for i, j in alike(texts, LEAKED) if i < len(learned) <= j]
    assert found == []


def test_the_fit_reads_every_record():
    assert [one.text for one in own_event_sentences()] == [one["text"] for one in SENTENCES]
    assert [one.text for one in own_event_passages()] == [one["text"] for one in PASSAGES]
    first = next(one for one in own_event_sentences() if one.events)
    labelled = next(one for one in SENTENCES if one["events"])
    assert first.events[0]._asdict().items() <= labelled["events"][0].items()


def test_what_one_labeller_gave_is_a_type_of_a_tuning_passage():
    for read, labelled in zip(tuning_passages(), read_passages("tuning"), strict=True):
        assert read.types == {label.type for label in labelled.both}
        assert read.published.isoformat() == labelled.published
