"""The lexicon of triggers: data/events/lexicon.csv made into a table from first word to entries.

A trigger is one or more words. `a|b` are alternatives, `@class` any word of data/events/word_classes.csv, `…` a gap
of up to MAX_GAP tokens, `..` one of up to SHORT_GAP. part says what is inflected: verb = the first word in all its
forms; noun = every word, also in the plural; phrase = nothing but words written `~lemma`, which are verbs. type "none"
marks a false friend: it takes its words away from triggers that are no longer ("heart attack") and is no event.

needs, separated by spaces, all of them:
  in:X      a word of X stands in the sentence          not:X      none does
  near:X    within NEAR tokens of the trigger           far:X      none does
  before:X  among the NEAR tokens before it             after:X    among the NEAR tokens after it
  prev:X    the word right before it                    notprev:X  any other word, or none
  next:X    the word right after it                     notnext:X  any other word, or none
where X is words and classes joined by |. The trigger's own words never count.
"""

import csv
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache
from itertools import chain
from typing import NamedTuple

from dashboard.events.inflect import Form, form_of, known_stems, plural, verb_forms
from dashboard.settings import shipped

MAX_GAP = 5
"""Tokens that `…` may stand for; "signed a long-awaited trade agreement" has five."""
SHORT_GAP = 2
"""Tokens that `..` may stand for; "gave its full backing" has two."""
NEAR = 6
"""Tokens that count as near a trigger; about a clause."""
NONE = "none"
"""The type of a false friend."""

_GAPS = {"…": MAX_GAP, "..": SHORT_GAP}
_REMEMBERED = 50_000  # words whose entries are kept at hand; more than any language uses in a day's news
# How far a trigger is trusted where its row says nothing: by kind of row; two words are surer than one.
_WEIGHT = {"verb": 0.7, "noun": 0.6, "phrase": 0.75}
_LONGER = 0.1


class Slot(NamedTuple):
    """A further word of a trigger: one of `forms`, after at most `gap` other tokens."""

    gap: int
    forms: frozenset[str]


class Need(NamedTuple):
    """A condition on the words around a trigger; see the module for the kinds."""

    kind: str
    forms: frozenset[str]


class Entry(NamedTuple):
    """A row of the lexicon. weight: trust, 0-1."""

    trigger: str
    type: str
    plover: str | None
    mode: str | None
    acled: str | None
    part: str
    weight: float
    slots: tuple[Slot, ...]
    needs: tuple[Need, ...]


class Lexicon:
    """First word -> entries. Words are traced to their stems, and rows read in full, when first met: it opens fast."""

    def __init__(self, rows: Iterable[str], classes: Mapping[str, frozenset[str]]) -> None:
        """Take lines of CSV (trigger, type, plover, mode, acled, part, needs, weight) and word classes."""
        self.classes = classes
        self._rows = list(rows)
        self._starts: dict[str, dict[str, list[int]]] = {"verb": {}, "noun": {}, "word": {}}
        self._class_starts: dict[str, list[tuple[str, int]]] = {}
        for number, row in enumerate(self._rows):
            first = _trigger(row).partition(" ")[0]
            kind = "word" if ",phrase," in row else "noun" if ",noun," in row else "verb"
            kind = "verb" if first[0] == "~" else kind
            for word in first.lstrip("~").split("|"):
                if word[0] == "@":
                    self._class_starts.setdefault(word[1:], []).append((kind, number))
                else:
                    self._starts[kind].setdefault(word, []).append(number)
        self._forms: dict[tuple[str, bool], frozenset[str]] = {}
        self._entries: list[Entry | None] = [None] * len(self._rows)
        self._rows_of: dict[str, list[tuple[int, Form, frozenset[str]]]] = {}
        self._lasts: dict[str, frozenset[str]] = {"": frozenset()}
        self._signs_of: dict[str, tuple[str, ...]] = {}

    def signs(self, vocabulary: Iterable[str]) -> frozenset[str]:
        """What tells which rows can end in a sentence of these words: their stems, and their classes as "@class"."""
        return frozenset(chain.from_iterable(self._signs_of.get(word) or self._signs(word) for word in vocabulary))

    def _signs(self, word: str) -> tuple[str, ...]:
        if len(self._signs_of) >= _REMEMBERED:
            self._signs_of.clear()
        found = (*known_stems(word), *(f"@{name}" for name, words in self.classes.items() if word in words))
        self._signs_of[word] = found
        return found

    def fitting(self, word: str, signs: frozenset[str]) -> list[tuple[Entry, Form]]:
        """The entries that can start with `word` (lower case), with the form it is in, and whose last word may stand in
        a sentence with these signs; only they are read in full.

        Raises KeyError for a word class that is not there, ValueError for a weight that is no number.
        """
        rows = self._rows_of.get(word)
        if rows is None:
            rows = self._rows_starting(word)
        return [
            (self._entries[number] or self._read(number), form)
            for number, form, lasts in rows
            if not lasts or not lasts.isdisjoint(signs)
        ]

    def _rows_starting(self, word: str) -> list[tuple[int, Form, frozenset[str]]]:
        """The rows that can start with a word, each with the form the word is in and the signs of its last word."""
        if len(self._rows_of) >= _REMEMBERED:
            self._rows_of.clear()
        numbers = sorted(set(self._numbers(word)))
        self._rows_of[word] = [(number, form, self._last(_trigger(self._rows[number]))) for number, form in numbers]
        return self._rows_of[word]

    def _last(self, trigger: str) -> frozenset[str]:
        """The signs of the last word of a trigger of several, any of which will do; none of one word."""
        _, gap, last = trigger.rpartition(" ")
        key = gap and last
        if key not in self._lasts:
            self._lasts[key] = frozenset(choice.lstrip("~") for choice in key.split("|"))
        return self._lasts[key]

    def _numbers(self, word: str) -> Iterator[tuple[int, Form]]:
        """The rows that can start with a word, with the form it is in."""
        yield from ((number, "") for number in self._starting("word", word))
        for stem in known_stems(word):
            if word in (stem, plural(stem)):
                yield from ((number, "") for number in self._starting("noun", stem))
            numbers = self._starting("verb", stem)
            form = form_of(word, stem) if numbers else ""
            if form:
                yield from ((number, form) for number in numbers)

    def _starting(self, kind: str, word: str) -> list[int]:
        numbers = list(self._starts[kind].get(word, ()))
        for name, starts in self._class_starts.items():
            if word in self.classes[name]:
                numbers += [number for each, number in starts if each == kind]
        return numbers

    def _read(self, number: int) -> Entry:
        trigger, kind, plover, mode, acled, part, needs, weight = _cells(self._rows[number])
        slots: list[Slot] = []
        gap = 0
        for word in trigger.split()[1:]:
            if word in _GAPS:
                gap = _GAPS[word]
            else:
                slots.append(Slot(gap, self._spellings(word, plurals=part == "noun")))
                gap = 0
        trust = float(weight) if weight else _WEIGHT[part] + (_LONGER if slots else 0)
        conditions = tuple(self._need(need) for need in needs.split())
        entry = Entry(trigger, kind, plover or None, mode or None, acled or None, part, trust, tuple(slots), conditions)
        self._entries[number] = entry
        return entry

    def _need(self, need: str) -> Need:
        kind, _, words = need.partition(":")
        return Need(kind, self._spellings(words, plurals=False))

    def _spellings(self, word: str, *, plurals: bool) -> frozenset[str]:
        key = (word, plurals)
        if key not in self._forms:
            choices = [self._choice(choice, plurals=plurals) for choice in word.split("|")]
            self._forms[key] = frozenset().union(*choices) if len(choices) > 1 else choices[0]
        return self._forms[key]

    def _choice(self, choice: str, *, plurals: bool) -> frozenset[str]:
        if choice.startswith("@"):
            return self.classes[choice[1:]]
        if choice.startswith("~"):
            verb = verb_forms(choice[1:])
            return frozenset((verb.base, verb.third, verb.ing, *verb.past))
        return frozenset((choice, plural(choice))) if plurals else frozenset((choice,))


def _cells(row: str) -> list[str]:
    return next(csv.reader((row,))) if '"' in row else row.split(",")


def _trigger(row: str) -> str:
    return _cells(row)[0] if row[0] == '"' else row.partition(",")[0]


@lru_cache(maxsize=1)
def lexicon() -> Lexicon:
    """The shipped lexicon, read once."""
    classes = {name: frozenset(words.split()) for name, words in map(_cells, _lines("word_classes.csv"))}
    return Lexicon(_lines("lexicon.csv"), classes)


def _lines(name: str) -> list[str]:
    """The lines of a table of data/events without its head; no cell has a line break."""
    return (shipped("data") / "events" / name).read_text(encoding="utf-8").splitlines()[1:]
