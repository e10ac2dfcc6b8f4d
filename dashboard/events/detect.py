"""Which events a text tells of: triggers of the lexicon that are trusted, one event per type and sentence."""

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from typing import NamedTuple

from dashboard.events.lexicon import lexicon
from dashboard.events.participants import Trigger, participants
from dashboard.events.phrases import Phrase, noun_phrases
from dashboard.events.places import places_of
from dashboard.events.syntax import Words
from dashboard.events.triggers import Found, found_in
from dashboard.events.trust import Trust, arounds, trusted
from dashboard.language.tokens import Token, tokenise, tokens_within
from dashboard.records import Event, Participant, Resolution, Segment, Span

_SKIPPED = frozenset({"byline", "updated", "notice"})
# Years a news text can be from; a later one ("by 2050") says nothing about when it was written.
_DIGITS = 4
_YEAR = re.compile("19[89][0-9]|20[0-3][0-9]")


class Sentence(NamedTuple):
    """A sentence, the passage it stands in, and its words."""

    span: Span
    passage: Span
    words: Words


def find_events(
    text: str,
    segments: Sequence[Segment],
    resolutions: Sequence[Resolution],
    *,
    published: date | None = None,
    tokens: Sequence[Token] | None = None,
) -> tuple[Event, ...]:
    """The events of `text`, in its order; () where no trigger stands. date and date_source stay None.

    One event per type and sentence, by its surest trigger; copies, bylines, "Updated:" lines and notices are left out.
    start, end: the sentence. published: what "long ago" counts from; None = the latest year the text names.
    tokens: those of the segments, where they are known already. Linear in the text; raises nothing for any text.
    """
    sentences = list(sentences_of(text, segments, tokens))
    read = [sentence.words for sentence in sentences]
    year = published.year if published else _latest_year(read)
    triggers = [found_in(words, year) for words in read]
    ordered = sorted(resolutions, key=lambda resolution: resolution.toponym.start)
    classes = lexicon().classes
    events: list[Event] = []
    for sentence, found, around in zip(sentences, triggers, arounds(read, triggers, classes), strict=True):
        events += _events_of(text, sentence, trusted(sentence.words, found, around, classes), ordered)
    return tuple(sorted(events, key=lambda event: (event.start, event.trigger)))


def sentences_of(text: str, segments: Sequence[Segment], tokens: Sequence[Token] | None) -> Iterator[Sentence]:
    """Each sentence that is read."""
    for segment in segments:
        if segment.copy_of is None and segment.kind not in _SKIPPED:
            for start, end in segment.sentences:
                found = tokenise(text, start, end) if tokens is None else tokens_within(text, tokens, start, end)
                if found:
                    yield Sentence(Span(start, end), Span(segment.start, segment.end), Words(found))


def _events_of(
    text: str, sentence: Sentence, found: Iterable[tuple[Found, Trust]], resolutions: Sequence[Resolution]
) -> Iterator[Event]:
    """The events of a sentence, each with who takes part and where it is."""
    span, passage, words = sentence
    phrases: list[Phrase] | None = None
    for one, belief in found:
        entry = one.entry
        phrases = noun_phrases(words) if phrases is None else phrases
        trigger = Span(words.tokens[one.first].start, words.tokens[one.last - 1].end)
        actor, recipient = (
            _participant(text, words, each, resolutions)
            for each in participants(words, phrases, trigger_of(one), lexicon().classes)
        )
        acted_upon = Span(recipient.start, recipient.end) if recipient else None
        yield Event(
            *span,
            entry.type,
            one.status,
            trigger,
            round(belief.both, 3),
            plover=one.root,
            mode=entry.mode if one.root == entry.plover else None,
            acled=entry.acled,
            actor=actor,
            recipient=recipient,
            place_ids=places_of(trigger, span, passage, acted_upon, resolutions),
        )


def _participant(
    text: str, words: Words, tokens: tuple[int, int] | None, resolutions: Sequence[Resolution]
) -> Participant | None:
    """The phrase at tokens [first, last), with the place that acts in it: "Tehran", "the Iraqi army"."""
    if tokens is None:
        return None
    start, end = words.tokens[tokens[0]].start, words.tokens[tokens[1] - 1].end
    first = bisect_left(resolutions, start, key=lambda one: one.toponym.start)
    named = next((one for one in resolutions[first:] if one.place), None)
    acts = named is not None and named.toponym.end <= end and named.toponym.use != "literal"
    return Participant(start, end, text[start:end], named.place.place_id if acts and named and named.place else None)


def trigger_of(found: Found) -> Trigger:
    """The trigger as the choice of participants sees it."""
    return Trigger(*found.core, found.form, found.entry.plover or found.entry.type)


def _latest_year(sentences: Sequence[Words]) -> int | None:
    years = [
        int(word) for words in sentences for word in words.low if len(word) == 4 and word.isascii() and word.isdigit()
    ]
    return max((year for year in years if _NEWS_FROM <= year <= _NEWS_TO), default=None)


_NEWS_FROM, _NEWS_TO = 1990, 2100
