"""The project's own texts with their events: sentences, and whole passages (data/events, tests/data)."""

import json
from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from benchmarks.accuracy.events import read_passages
from dashboard.settings import shipped


class LabelledEvent(NamedTuple):
    """An event of a sentence; trigger, actor and recipient are its words, None = not told."""

    type: str
    status: str
    trigger: str
    plover: str | None
    actor: str | None
    recipient: str | None


class LabelledSentence(NamedTuple):
    """A sentence with its events, the main one first."""

    text: str
    events: list[LabelledEvent]


class LabelledScene(NamedTuple):
    """An event of a passage; trigger and places are words of it, the most precise place first."""

    type: str
    trigger: str
    places: tuple[str, ...]


class LabelledPassage(NamedTuple):
    """A passage with its events."""

    text: str
    published: date
    events: list[LabelledScene]

    @property
    def types(self) -> frozenset[str]:
        """The types of its events."""
        return frozenset(event.type for event in self.events)


def own_event_sentences() -> Iterator[LabelledSentence]:
    """Every sentence of data/events/sentences.jsonl, in its order."""
    with (shipped("data") / "events" / "sentences.jsonl").open(encoding="utf-8") as lines:
        for fields in map(json.loads, lines):
            events = [LabelledEvent(*(event[name] for name in LabelledEvent._fields)) for event in fields["events"]]
            yield LabelledSentence(fields["text"], events)


def own_event_passages() -> Iterator[LabelledPassage]:
    """Every passage of data/events/passages.jsonl."""
    with (shipped("data") / "events" / "passages.jsonl").open(encoding="utf-8") as lines:
        for fields in map(json.loads, lines):
            events = [LabelledScene(one["type"], one["trigger"], tuple(one["places"])) for one in fields["events"]]
            yield LabelledPassage(fields["text"], date.fromisoformat(fields["published"]), events)


def tuning_passages() -> Iterator[LabelledPassage]:
    """The half for fitting of the passages that two people labelled; what one of them labelled counts."""
    for passage in read_passages("tuning"):
        events = [LabelledScene(label.type, label.trigger, label.places) for label in passage.both]
        yield LabelledPassage(passage.text, date.fromisoformat(passage.published), events)
