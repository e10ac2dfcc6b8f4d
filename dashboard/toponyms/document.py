"""A text as the recogniser sees it: tokens with their case, sentence starts, and the persons it names."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import lru_cache

from dashboard.gazetteer.names import normal_word
from dashboard.language.tokens import Token, tokenise, tokens_within
from dashboard.learning.linear import load_words
from dashboard.records import Segment
from dashboard.toponyms.words import AFTER, PARTICLES, TITLES

BREAK = "\0"
"""Stands for a mark or a line's end where no name may go on; no name has it."""
HYPHENS = frozenset("-‐‑–")
QUOTES = frozenset("\"'“”‘’«»(){}[]")
_ENDS = frozenset(".!?:•")
# A segment with this share of capitalised words is a headline in Title Case or ALL CAPS.
_HEADLINE_SHARE = 0.6
_HEADLINE_WORDS = 4
# Longer runs of capitals are names of institutions or headlines, not persons.
_LONGEST_PERSON = 4
_REMEMBERED = 100_000  # words whose forms are kept from one text to the next


@dataclass(slots=True)
class Document:
    """Tokens of all segments with a break, an empty token, after each segment.

    words: normal form of each token, BREAK for marks that end names. capital: begins with a capital.
    headline: in a segment written in capitals. person: part of a person's name. surnames: last names of those
    persons. common: words that occur without a capital.
    """

    text: str
    tokens: list[Token] = field(default_factory=list)
    words: list[str] = field(default_factory=list)
    lower: list[str] = field(default_factory=list)
    capital: list[bool] = field(default_factory=list)
    headline: list[bool] = field(default_factory=list)
    person: list[bool] = field(default_factory=list)
    surnames: frozenset[str] = frozenset()
    common: frozenset[str] = frozenset()

    def starts_sentence(self, position: int) -> bool:
        """Whether only quotation marks and brackets stand between the token and a sentence's end, or a segment's."""
        before = position - 1
        while before >= 0 and self.lower[before] in QUOTES:
            before -= 1
        return before < 0 or not self.lower[before] or self.lower[before] in _ENDS


def look_over(text: str, segments: Sequence[Segment], tokens: Sequence[Token] | None = None) -> Document:
    """The document of a text; the whole text is one segment where none is given.

    tokens: those of the segments, where they are known already.
    """
    document = Document(without_surrogates(text))
    if document.text != text:
        tokens = None
    for start, end in [(segment.start, segment.end) for segment in segments] or [(0, len(text))]:
        own = (
            tokenise(document.text, start, end) if tokens is None else tokens_within(document.text, tokens, start, end)
        )
        _add_segment(document, own, end)
    document.person = [False] * len(document.tokens)
    _find_persons(document)
    cased = zip(document.lower, document.capital, strict=True)
    document.common = frozenset(lower for lower, capital in cased if not capital)
    return document


def without_surrogates(text: str) -> str:
    """The text with "?" for each lone surrogate, which no gazetteer can be asked for; the length stays."""
    return text.encode("utf-8", "replace").decode("utf-8")


def _add_segment(document: Document, tokens: Sequence[Token], end: int) -> None:
    forms = [_forms(text) for _, _, text in tokens]
    words = [word for word, _, _ in forms]
    capital = [is_capital for _, _, is_capital in forms]
    spelled = sum([1 for word in words if word and not word[0].isdigit()])
    headline = spelled >= _HEADLINE_WORDS and sum(capital) >= _HEADLINE_SHARE * spelled
    for position, word in enumerate(words):
        if not word and not _joins(tokens, position):
            words[position] = BREAK
    document.tokens += [*tokens, Token(end, end, "")]
    document.words += [*words, BREAK]
    document.lower += [*[lower for _, lower, _ in forms], ""]
    document.capital += [*capital, False]
    document.headline += [headline] * (len(tokens) + 1)


@lru_cache(maxsize=_REMEMBERED)
def _forms(token: str) -> tuple[str, str, bool]:
    """A token's normal form, its lower case, and whether it begins with a capital."""
    return normal_word(token), token.lower(), token[0].isupper()


def _joins(tokens: Sequence[Token], position: int) -> bool:
    """Whether the mark at `position` is a hyphen inside a word, as in "Altun-Kupri"."""
    if tokens[position].text not in HYPHENS or not 0 < position < len(tokens) - 1:
        return False
    return tokens[position - 1].end == tokens[position].start and tokens[position].end == tokens[position + 1].start


def _find_persons(document: Document) -> None:
    surnames: set[str] = set()
    end = 0
    for position, capital in enumerate(document.capital):
        if capital and position >= end:
            end = _run_end(document, position)
            _mark_person(document, position, end, surnames)
    document.surnames = frozenset(surnames)


def _run_end(document: Document, first: int) -> int:
    """The end of the run of capitalised words from `first`; particles and initials belong to it."""
    position = first + 1
    while position < len(document.tokens) and _runs_on(document, position):
        position += 1
    return position


def _runs_on(document: Document, position: int) -> bool:
    if document.capital[position] or document.words[position] == "":
        return True
    lower = document.lower[position]
    if lower == ".":
        return len(document.lower[position - 1]) == 1
    return lower in PARTICLES and _capital_follows(document, position)


def _capital_follows(document: Document, position: int) -> bool:
    after = position + 1
    if after < len(document.tokens) and document.words[after] == "":
        after += 1
    return after < len(document.tokens) and document.capital[after]


def _mark_person(document: Document, first: int, end: int, surnames: set[str]) -> None:
    """Mark the person in the run [first, end): the words after a title, or from a given name on."""
    begin = _after_title(document, first, end)
    if begin is None:
        begin = _given_name(document, first, end)
    if begin is None or not 0 < end - begin <= _LONGEST_PERSON + 2:
        return
    named = [i for i in range(begin, end) if document.capital[i] and len(document.words[i]) > 1]
    if not named or len(named) > _LONGEST_PERSON:
        return
    for i in range(begin, end):
        document.person[i] = True
    surnames.add(document.words[named[-1]])


def _after_title(document: Document, first: int, end: int) -> int | None:
    """Where a person's name begins in the run: after its last title, or the title right before it."""
    around = range(max(first - 1, 0), end)
    if TITLES.isdisjoint(document.lower[around.start : around.stop]):
        return None
    return 1 + max(i for i in around if document.lower[i] in TITLES)


def _given_name(document: Document, first: int, end: int) -> int | None:
    """Where a person's name begins in the run: at a given name or initial that another capitalised word follows."""
    given = load_words("given_names")
    for i in range(first, end - 1):
        initial = len(document.words[i]) == 1 and document.lower[i + 1] == "."
        if (
            (document.lower[i] in given or initial)
            and document.words[i + 1] != ""
            and document.lower[i + 1] not in AFTER
        ):
            return i
    return None
