"""docs/events.md promises that its examples were read so."""

import re
from pathlib import Path

import pytest

from dashboard.articles.files import make_article
from dashboard.pipeline import read

PAGE = Path(__file__).parents[2] / "docs" / "events.md"
_TYPE = re.compile(r"### .*: `(\w+)`")


def examples() -> list[tuple[str, str, str]]:
    """(type, sentence, trigger) of each line that begins with a dash under a type's heading."""
    found, kind = [], ""
    for line in PAGE.read_text(encoding="utf-8").splitlines():
        heading = _TYPE.match(line)
        kind = heading[1] if heading else "" if line.startswith("## ") else kind
        if kind and line.startswith("- "):
            trigger = re.search(r"\*\*(.*?)\*\*", line)
            found.append((kind, line[2:].replace("**", ""), trigger[1] if trigger else ""))
    return found


def test_the_page_has_examples_of_every_type() -> None:
    assert len({kind for kind, _, _ in examples()}) == 13


@pytest.mark.parametrize(("kind", "sentence", "trigger"), examples(), ids=[sentence for _, sentence, _ in examples()])
def test_an_example_of_the_page_is_read_as_it_says(kind: str, sentence: str, trigger: str) -> None:
    events = {event.type: event for event in read(make_article(sentence, published="2024-09-11"), only="events").events}
    assert kind in events
    assert sentence[slice(*events[kind].trigger)] == trigger
