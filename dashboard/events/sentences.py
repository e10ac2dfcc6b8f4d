"""The sentences of a text in which events are looked for."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from dashboard.events.syntax import Words
from dashboard.language.tokens import Token, tokenise, tokens_within
from dashboard.records import Segment, Span

_SKIPPED = frozenset({"byline", "updated", "notice"})


class Sentence(NamedTuple):
    """A sentence, the passage it stands in, and its words."""

    span: Span
    passage: Span
    words: Words


def sentences_of(text: str, segments: Sequence[Segment], tokens: Sequence[Token] | None) -> Iterator[Sentence]:
    """Each sentence that is read, in the order of the text: none of copies, bylines, "Updated:" lines and notices.

    tokens: those of the segments, where they are known already.
    """
    for segment in segments:
        if segment.copy_of is None and segment.kind not in _SKIPPED:
            for start, end in segment.sentences:
                found = tokenise(text, start, end) if tokens is None else tokens_within(text, tokens, start, end)
                if found:
                    yield Sentence(Span(start, end), Span(segment.start, segment.end), Words(found))
