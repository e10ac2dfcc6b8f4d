"""Which events a text tells of: triggers of the lexicon that are trusted, one event per type and sentence."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from datetime import date
from typing import NamedTuple

from dashboard.events.inflect import stem_of
from dashboard.events.lexicon import lexicon
from dashboard.events.participants import Trigger, participants
from dashboard.events.phrases import noun_phrases
from dashboard.events.places import Scene, Site, places_of, sites_around, sites_of
from dashboard.events.sentences import Sentence, sentences_of
from dashboard.events.syntax import Words
from dashboard.events.triggers import Found, found_in
from dashboard.events.trust import Trust, arounds, trusted
from dashboard.language.tokens import Token
from dashboard.records import Event, Participant, Reference, Resolution, Segment, Span

# Years a news text can be from; a later one ("by 2050") says nothing about when it was written.
_NEWS_FROM, _NEWS_TO = 1990, 2100


class _Page(NamedTuple):
    """A text, its sentences, the places it names in their order, and the sites of each sentence by its number."""

    text: str
    sentences: Sequence[Sentence]
    resolutions: Sequence[Resolution]
    sites: dict[int, list[Site]]


def find_events(
    text: str,
    segments: Sequence[Segment],
    resolutions: Sequence[Resolution],
    *,
    references: Sequence[Reference] = (),
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
    page = _Page(text, sentences, ordered, sites_of(sentences, ordered, references))
    classes = lexicon().classes
    events: list[Event] = []
    for number, (found, around) in enumerate(zip(triggers, arounds(read, triggers, classes), strict=True)):
        events += _events_of(page, number, list(trusted(read[number], found, around, classes)))
    return tuple(sorted(events, key=lambda event: (event.start, event.trigger)))


def _events_of(page: _Page, number: int, found: Sequence[tuple[Found, Trust]]) -> Iterator[Event]:
    """The events of sentence `number`, each with who takes part and where it is."""
    if not found:
        return
    span, _, words = page.sentences[number]
    phrases, sites = noun_phrases(words), sites_around(number, page.sentences, page.sites)
    for one, belief in found:
        entry = one.entry
        actor, recipient = participants(words, phrases, trigger_of(words, one), lexicon().classes)
        scene = Scene(entry.type, number, (one.first, one.last), actor, recipient)
        yield Event(
            *span,
            entry.type,
            one.status,
            Span(words.tokens[one.first].start, words.tokens[one.last - 1].end),
            round(belief.both, 3),
            plover=one.root,
            mode=entry.mode if one.root == entry.plover else None,
            acled=entry.acled,
            actor=_participant(page, words, actor),
            recipient=_participant(page, words, recipient),
            place_ids=places_of(scene, words, sites),
        )


def _participant(page: _Page, words: Words, tokens: tuple[int, int] | None) -> Participant | None:
    """The phrase at tokens [first, last), with the place that acts in it: "Tehran", "the Iraqi army"."""
    if tokens is None:
        return None
    start, end = words.tokens[tokens[0]].start, words.tokens[tokens[1] - 1].end
    first = bisect_left(page.resolutions, start, key=lambda one: one.toponym.start)
    following = (page.resolutions[number] for number in range(first, len(page.resolutions)))
    named = next((one for one in following if one.place), None)
    acts = named is not None and named.toponym.end <= end and named.toponym.use != "literal"
    place_id = named.place.place_id if acts and named and named.place else None
    return Participant(start, end, page.text[start:end], place_id)


def trigger_of(words: Words, found: Found) -> Trigger:
    """The trigger as the choice of participants sees it."""
    return Trigger(*found.core, found.form, found.entry.plover or found.entry.type, stem_of(words.low[found.core[0]]))


def _latest_year(sentences: Sequence[Words]) -> int | None:
    years = [
        int(word) for words in sentences for word in words.low if len(word) == 4 and word.isascii() and word.isdigit()
    ]
    return max((year for year in years if _NEWS_FROM <= year <= _NEWS_TO), default=None)
