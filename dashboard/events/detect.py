"""Which events a text tells of: triggers of the lexicon, one event per type and sentence."""

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace
from datetime import date
from typing import NamedTuple

from dashboard.events.genre import is_quiet
from dashboard.events.inflect import Form
from dashboard.events.lexicon import NEAR, NONE, Entry, Lexicon, Need, lexicon
from dashboard.events.places import places_of
from dashboard.events.status import status_of
from dashboard.events.syntax import Words, reads_as_noun, reads_as_verb
from dashboard.language.tokens import Token, tokenise, tokens_within
from dashboard.records import Event, Resolution, Segment, Span, Status

_SKIPPED = frozenset({"byline", "updated", "notice"})
# In reports of sport, business or a death notice only triggers trusted at least so much count; below it stand single
# words that mean something else there (attack, win, release, support).
_QUIET_TRUST = 0.8
# A trigger of a main clause says what the sentence is about; one in an adjunct or relative clause is background.
_MAIN_BONUS = 0.08
_BACKGROUND_LOSS = 0.08
_LATE_LOSS = 0.004  # for each token before the trigger, up to _LATE_TOKENS: news says the main thing first
_LATE_TOKENS = 25
_SUREST = 0.99
_STOPS = frozenset(";:()[]")
# Years a news text can be from; a later one ("by 2050") says nothing about when it was written.
_DIGITS = 4
_YEAR = re.compile("19[89][0-9]|20[0-3][0-9]")
_SKIPPED_MARKS = frozenset("-\"'“”‘’")

# What PLOVER calls an act that has not happened: "All cooperative actions reported in future tense are also taken to
# imply intentions" (AGREE); hostile ones are threats; cooperation that is refused is REJECT.
_COOPERATIVE = frozenset({"COOPERATE", "AID", "RETREAT", "CONCEDE", "SUPPORT"})
_HOSTILE = frozenset({"PROTEST", "SANCTION", "COERCE", "ASSAULT"})


class Hit(NamedTuple):
    """An entry found: at which tokens its own words stand, and in which form its first word is."""

    entry: Entry
    at: tuple[int, ...]
    form: Form


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
    sentences = list(_sentences(text, segments, tokens))
    table = lexicon()
    length = sum(len(words.low) for _, words in sentences)
    quiet = is_quiet([words.vocabulary for _, words in sentences], length, table.classes)
    year = published.year if published else _latest_year([words for _, words in sentences])
    ordered = sorted(resolutions, key=lambda r: r.toponym.start)
    starts = [resolution.toponym.start for resolution in ordered]
    events: list[Event] = []
    for sentence, words in sentences:
        for hit, confidence in _strongest(words, table, quiet=quiet).values():
            event = _event(sentence, words, hit, confidence, year)
            place_ids = places_of(sentence, event.trigger, ordered, starts)
            events.append(replace(event, place_ids=place_ids) if place_ids else event)
    return tuple(sorted(events, key=lambda event: (event.start, event.trigger)))


def _sentences(text: str, segments: Sequence[Segment], tokens: Sequence[Token] | None) -> Iterator[tuple[Span, Words]]:
    for segment in segments:
        if segment.copy_of is None and segment.kind not in _SKIPPED:
            for start, end in segment.sentences:
                found = tokenise(text, start, end) if tokens is None else tokens_within(text, tokens, start, end)
                if found:
                    yield Span(start, end), Words(found)


def _event(sentence: Span, words: Words, hit: Hit, confidence: float, year: int | None) -> Event:
    entry = hit.entry
    trigger = Span(words.tokens[hit.at[0]].start, words.tokens[hit.at[-1]].end)
    status = status_of(words, _anchor(hit), hit.form, year=year)
    plover = plover_root(entry.plover, status)
    mode = entry.mode if plover == entry.plover else None
    return Event(*sentence, entry.type, status, trigger, confidence, plover=plover, mode=mode, acled=entry.acled)


def plover_root(root: str | None, status: Status) -> str | None:
    """The PLOVER root of an act of `root` with this status; None stays None.

    Source: PLOVER manual, notes on AGREE and THREATEN.
    """
    if status == "planned" and root in _COOPERATIVE:
        return "AGREE"
    if status == "planned" and root in _HOSTILE:
        return "THREATEN"
    if status == "negated" and root in _COOPERATIVE | {"AGREE", "CONSULT"}:
        return "REJECT"
    return root


def _anchor(hit: Hit) -> int:
    """The token whose clause decides the status: the verb, or the last word of a noun trigger."""
    return hit.at[0] if hit.form or hit.entry.part == "phrase" else hit.at[-1]


def _strongest(words: Words, table: Lexicon, *, quiet: bool) -> dict[str, tuple[Hit, float]]:
    hits = _without_covered(list(_hits(words, table)))
    best: dict[str, tuple[Hit, float]] = {}
    for hit in hits:
        if hit.entry.type == NONE or (quiet and hit.entry.weight < _QUIET_TRUST):
            continue
        confidence = _confidence(words, hit)
        if hit.entry.type not in best or confidence > best[hit.entry.type][1]:
            best[hit.entry.type] = (hit, confidence)
    return best


def _confidence(words: Words, hit: Hit) -> float:
    anchor = _anchor(hit)
    clause = words.clauses[words.clause_at(anchor)]
    confidence = hit.entry.weight - _LATE_LOSS * min(anchor, _LATE_TOKENS)
    if clause.kind == "main":
        confidence += _MAIN_BONUS
    elif clause.kind in ("adjunct", "relative"):
        confidence -= _BACKGROUND_LOSS
    return round(min(confidence, _SUREST), 3)


def _hits(words: Words, table: Lexicon) -> Iterator[Hit]:
    vocabulary = words.vocabulary
    for i, word in enumerate(words.low):
        entries = table.entries(word)
        if not entries or words.capital(i):
            continue
        for entry, form in entries:
            if entry.slots and entry.slots[-1].forms.isdisjoint(vocabulary):
                continue
            at = _match(entry, words.low, i)
            if at and _fits(entry, form, words, at):
                yield Hit(entry, at, form)


def _match(entry: Entry, low: Sequence[str], i: int) -> tuple[int, ...] | None:
    """The tokens of the entry's words, the first at `i`; None where they do not follow."""
    at = [i]
    for gap, forms in entry.slots:
        i = _next(low, i + 1, gap, forms)
        if i < 0:
            return None
        at.append(i)
    return tuple(at)


def _next(low: Sequence[str], i: int, gap: int, forms: frozenset[str]) -> int:
    while i < len(low):
        word = low[i]
        if word in forms:
            return i
        if word in _STOPS:
            return -1
        if word not in _SKIPPED_MARKS:
            gap -= 1
            if gap < 0:
                return -1
        i += 1
    return -1


def _fits(entry: Entry, form: Form, words: Words, at: tuple[int, ...]) -> bool:
    if form and not reads_as_verb(words, at[0], form, alone=len(at) == 1):
        return False
    if entry.part == "noun" and not reads_as_noun(words, at[0]):
        return False
    return all(_met(need, words, at) for need in entry.needs)


def _met(need: Need, words: Words, at: tuple[int, ...]) -> bool:
    low, kind, forms = words.low, need.kind, need.forms
    if kind in ("prev", "notprev"):
        return (words.before(at[0]) in forms) == (kind == "prev")
    if kind in ("next", "notnext"):
        return (words.after(at[-1]) in forms) == (kind == "next")
    if kind in ("in", "not"):
        around: Collection[str] = words.vocabulary
    else:
        first = at[0] if kind == "after" else max(0, at[0] - NEAR)
        last = at[0] if kind == "before" else at[-1] + 1 + NEAR
        around = low[first:last]
    found = forms.intersection(around)
    if found:
        found = found.difference(low[i] for i in at)
    return bool(found) == (kind not in ("not", "far"))


def _without_covered(hits: list[Hit]) -> list[Hit]:
    """Hits whose words are not all part of a longer hit, nor of a false friend."""
    longest: dict[int, int] = {}
    blocked: set[int] = set()
    for hit in hits:
        for i in hit.at:
            longest[i] = max(longest.get(i, 0), len(hit.at))
            if hit.entry.type == NONE:
                blocked.add(i)
    return [hit for hit in hits if not _covered(hit, longest, blocked)]


def _covered(hit: Hit, longest: dict[int, int], blocked: set[int]) -> bool:
    if hit.entry.type == NONE:
        return True
    if any(i in blocked for i in hit.at):
        return all(longest[i] >= len(hit.at) for i in hit.at if i in blocked)
    return all(longest[i] > len(hit.at) for i in hit.at)


def _latest_year(sentences: Sequence[Words]) -> int | None:
    years = [
        int(word) for words in sentences for word in words.low if len(word) == 4 and word.isascii() and word.isdigit()
    ]
    return max((year for year in years if _NEWS_FROM <= year <= _NEWS_TO), default=None)


_NEWS_FROM, _NEWS_TO = 1990, 2100
