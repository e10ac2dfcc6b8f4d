"""Noun phrases of a sentence, cut by closed classes of words and the endings of verbs: enough to say who and whom."""

from collections.abc import Collection, Iterator, Sequence
from typing import NamedTuple

from dashboard.events.inflect import is_irregular_past
from dashboard.events.syntax import DETERMINERS, DO_FORMS, MODALS, Words
from dashboard.language.calendar import MONTHS, UNITS, WEEKDAYS

PREPOSITIONS = frozenset(
    "of in on at by for with from to after before during against over under following amid despite between into about "
    "through without since until via per as than like near across toward towards within outside among around behind "
    "beyond upon along off out up down inside aboard beside throughout versus regarding concerning because".split()
)
POSSESSIVES = frozenset({"'s", "’s", "'", "’"})
BE = frozenset("is are was were be been being am".split())
_HAVE = frozenset("has have had having".split())
_SUBJECTS = frozenset("i you he she it we they who whom whose which that there what where when while if".split())
_CONJUNCTIONS = frozenset("and or but nor yet so although though unless whereas whether than".split())
_ADVERBS = frozenset(
    "not never also just now then once again still already soon ever even only too here there ago later earlier back "
    "away instead meanwhile however today yesterday tomorrow tonight very therefore thus hence".split()
)
_TIME = frozenset({*WEEKDAYS, *MONTHS} - {"may", "march", "sun"})
_NO_ADVERBS = frozenset("family ally italy july assembly monopoly reply rally supply anomaly early belly bully".split())
_NO_VERBS = frozenset(
    "armed united elected retired alleged suspected wanted masked unidentified unnamed organized combined displaced "
    "detained jailed imprisoned exiled disputed occupied besieged embattled accused convicted wounded injured advanced "
    "hundred sacred red bed seed feed speed need breed deed weed left united".split()
)
_SAME_IN_PAST = frozenset("hit cut shut quit set put let hurt beat cost".split())
_ING_NOUNS = frozenset("king ring wing beijing nanjing ping ting hearing meeting building something nothing".split())
_ARTICLES = frozenset({"a", "an", "the"})
_OBJECTS = frozenset("him her them us it me one two three hundreds thousands dozens".split())
_AFTER_NOUNS = frozenset(
    "responsible due loyal suspected accused close linked related opposed able unable likely ready critical guilty "
    "available aged worth such wanted convicted known based".split()
)
"""Adjectives that hang on the noun before them: "forces loyal to"."""
_JOINING = frozenset({"-", "–", "&", "/", "."})


class Phrase(NamedTuple):
    """Tokens [first, last) of a noun phrase. lead: the preposition it hangs on, "'s" after its owner, "" for none."""

    first: int
    last: int
    lead: str


def noun_phrases(words: Words) -> list[Phrase]:
    """The noun phrases of a sentence, in order, without overlap: "the president", "Iraq", "a base".

    "of" and "’s" cut: "the president of Iraq" is two, the second led by "of".
    """
    phrases: list[Phrase] = []
    i = _after_dateline(words)
    while i < len(words.low):
        last = _end(words, i)
        if last > i:
            phrases.append(Phrase(i, last, _lead(words, i)))
            i = last
        else:
            i += 1
    return phrases


def _after_dateline(words: Words) -> int:
    """The token after "BERLIN --" or "KABUL (AFP) -"; 0 where a sentence begins with none."""
    if not words.tokens or not words.tokens[0].text.isupper() or len(words.tokens[0].text) <= _YEAR - 1:
        return 0
    dashes = (i for i, word in enumerate(words.low[:_DATELINE]) if word in _DASHES)
    first = next(dashes, None)
    while first is not None and words.low[first + 1 : first + 2] == ["-"]:
        first += 1
    return 0 if first is None else first + 1


def _lead(words: Words, first: int) -> str:
    before = words.low[first - 1] if first else ""
    if before in POSSESSIVES:
        return "'s"
    return before if before in PREPOSITIONS else ""


def _end(words: Words, first: int) -> int:
    """The end of the noun phrase that begins at `first`; `first` itself where none does."""
    last = end = first
    if words.low[first] in DETERMINERS - POSSESSIVES:
        last += 1
    while last < len(words.low):
        if _is_content(words, last, first):
            end = last + 1
        elif not (end == last > first and _joins(words, last, first)):
            break
        last += 1
    return end + _BRACKETED if end > first and _short_form_follows(words, end) else end


def _short_form_follows(words: Words, i: int) -> bool:
    """Whether a name's short form stands in brackets: "(WHO)"."""
    return words.low[i : i + 1] == ["("] and words.low[i + 2 : i + 3] == [")"] and words.tokens[i + 1].text[0].isupper()


def _joins(words: Words, i: int, first: int) -> bool:
    """Whether a mark or an "and" inside a phrase holds it together: "Aix-en-Provence", "Health and Human Services"."""
    return (words.low[i] in _JOINING and _is_joined(words, i)) or (
        words.low[i] == "and" and _names_go_on(words, i, first)
    )


def _is_joined(words: Words, i: int) -> bool:
    tokens = words.tokens
    return i + 1 < len(tokens) and tokens[i - 1].end == tokens[i].start and tokens[i].end == tokens[i + 1].start


def _names_go_on(words: Words, i: int, first: int) -> bool:
    """Whether "and" stands inside a name: "Department of Health and Human Services"."""
    return (
        i + 2 < len(words.tokens)
        and i - first > 1
        and words.tokens[i - 1].text[0].isupper()
        and words.tokens[i + 1].text[0].isupper()
        and words.tokens[i + 2].text[0].isupper()
    )


def _is_content(words: Words, i: int, first: int) -> bool:
    word = words.low[i]
    if not (word[0].isalnum() or word[0] in "$£€"):
        return False
    if word in _CLOSED and not _is_named(words, i):
        return False
    if word in _TIME or (word[0].isdigit() and len(word) == _YEAR and (i > first or words.before(i) in MONTHS)):
        return i > first and words.low[i - 1] in DETERMINERS  # "the March 17 explosion", not "a man Friday"
    if i > first and word in ("last", "next") and words.after(i) in UNITS:
        return False
    if i > first and word in _AFTER_NOUNS and words.after(i) in PREPOSITIONS:
        return False
    return not _is_verb(words, i, first)


def _is_named(words: Words, i: int) -> bool:
    """Whether a word of the closed classes is a name here: "US", "Theresa May"."""
    text = words.tokens[i].text
    return text == "US" or (i > 0 and text in ("May", "Will") and words.tokens[i - 1].text[0].isupper())


_YEAR = 4  # digits
_DATELINE = 12  # tokens; a longer beginning is none
_DASHES = frozenset("-–—")
_BRACKETED = 3  # tokens of "(WHO)"


def _is_verb(words: Words, i: int, first: int) -> bool:
    """Whether a word reads as a verb: by its ending, after something that can be its subject."""
    word = words.low[i]
    if word.endswith("ly") and word not in _NO_ADVERBS and not words.tokens[i].text[0].isupper():
        return i > first and words.low[i - 1] not in DETERMINERS
    before = words.low[i - 1] if i else ""
    if before == "to" and i == first and words.tokens[i].text.islower() and _object_follows(words, i):
        return True
    opened = bool(i) and before not in DETERMINERS and before not in PREPOSITIONS and before not in _JOINING
    if is_irregular_past(word) or (word in _SAME_IN_PAST and _object_follows(words, i)):
        return opened
    if words.capital(i) or not opened:
        return False
    if word.endswith("s") and words.after(i) in _ARTICLES and words.tokens[i - 1].text[0].isupper():
        return True  # "Trump attends a meeting"
    if word.endswith("ed"):
        return len(word) > _YEAR and word not in _NO_VERBS
    return word.endswith("ing") and word not in _ING_NOUNS


_CLOSED = (
    (DETERMINERS - POSSESSIVES)
    | POSSESSIVES
    | PREPOSITIONS
    | MODALS
    | DO_FORMS
    | BE
    | _HAVE
    | _SUBJECTS
    | _CONJUNCTIONS
    | _ADVERBS
    | frozenset("him her them us me himself themselves itself says say said".split())
)


def _object_follows(words: Words, i: int) -> bool:
    """Whether what follows "to meet" begins like an object, as nothing follows a noun."""
    after = words.after(i)
    if after in DETERMINERS or after in _OBJECTS:
        return True
    return i + 1 < len(words.tokens) and words.tokens[i + 1].text[0].isupper()


def extents(words: Words, phrases: Sequence[Phrase], number: int) -> Iterator[tuple[str, int]]:
    """How far a phrase may reach: (why, end). "": itself, "of": what hangs on it, "in": its place, "and": its like.

    "A court [of appeal] [in the Turkish capital]", "the European Union[, the United States and others]".
    """
    yield "", phrases[number].last
    end = _chain(phrases, number, frozenset({"of", "'s"}))
    if end > number:
        yield "of", phrases[end].last
    place = _chain(phrases, end, frozenset({"in", "for"}))
    if place > end:
        yield "in", phrases[_chain(phrases, place, frozenset({"of", "'s"}))].last
    last = _coordinated(words, phrases, end)
    if last > end:
        yield "and", phrases[last].last


def _chain(phrases: Sequence[Phrase], number: int, leads: Collection[str]) -> int:
    """The number of the last phrase that hangs on this one by one of these words."""
    while number + 1 < len(phrases) and phrases[number + 1].lead in leads:
        if phrases[number + 1].first != phrases[number].last + 1:
            break
        number += 1
    return number


def _coordinated(words: Words, phrases: Sequence[Phrase], number: int) -> int:
    """The number of the last phrase of an enumeration that ends with "and"; the same where there is none."""
    at = number
    while at + 1 < len(phrases) and not phrases[at + 1].lead:
        between = words.low[phrases[at].last : phrases[at + 1].first]
        at += 1
        if between in (["and"], [",", "and"], ["&"]):
            return _chain(phrases, at, frozenset({"of", "'s"}))
        if between != [","]:
            break
    return number
