"""Triggers in a sentence: entries of the lexicon whose words stand there and whose conditions hold, one a type."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from typing import NamedTuple

from dashboard.events.inflect import Form
from dashboard.events.lexicon import NEAR, NONE, Entry, Lexicon, Need, lexicon
from dashboard.events.phrases import PREPOSITIONS
from dashboard.events.status import status_of
from dashboard.events.syntax import DO_FORMS, MODALS, Words, read_form, reads_as_noun, reads_as_verb
from dashboard.records import Status

# A trigger of a main clause says what the sentence is about; one in an adjunct or relative clause is background.
_MAIN_BONUS = 0.08
_BACKGROUND_LOSS = 0.08
_LATE_LOSS = 0.004  # for each token before the trigger, up to _LATE_TOKENS: news says the main thing first
_LATE_TOKENS = 25
_ANY = ""  # stands for every type
_LONGEST = 99  # words
_LEADS_IN = MODALS | {"to"}
_STOPS = frozenset(";:()[]")
_HAVE = frozenset({"have", "has", "had"})
_SKIPPED_MARKS = frozenset("-\"'“”‘’")

# What PLOVER calls an act that has not happened: "All cooperative actions reported in future tense are also taken to
# imply intentions" (AGREE); hostile ones are threats; cooperation that is refused is REJECT.
_COOPERATIVE = frozenset({"CONSULT", "COOPERATE", "AID", "RETREAT", "CONCEDE", "SUPPORT"})
_HOSTILE = frozenset({"PROTEST", "SANCTION", "COERCE", "ASSAULT"})


class Hit(NamedTuple):
    """An entry found: at which tokens its own words stand, and in which form its first word is."""

    entry: Entry
    at: tuple[int, ...]
    form: Form


class Found(NamedTuple):
    """A trigger found. anchor: the token that decides its clause; [first, last): its tokens; core: its verb's."""

    entry: Entry
    anchor: int
    form: Form
    status: Status
    root: str | None
    first: int
    last: int
    core: tuple[int, int]


def found_in(words: Words, year: int | None) -> list[Found]:
    """The surest trigger of each type in a sentence. year: of publication, None = not known."""
    return [_found(words, hit, year) for hit in _strongest(words, lexicon()).values()]


def _found(words: Words, hit: Hit, year: int | None) -> Found:
    core, form = _core(words, hit), hit.form
    if not form and hit.entry.part == "phrase":
        form = read_form(words, core[0])
    anchor = core[0] if form or hit.entry.part == "phrase" else hit.at[-1]
    status = status_of(words, anchor, form, year=year, trigger=(hit.at[0], hit.at[-1] + 1), kind=hit.entry.type)
    return Found(
        hit.entry, anchor, form, status, plover_root(hit.entry.plover, status), hit.at[0], hit.at[-1] + 1, core
    )


def _core(words: Words, hit: Hit) -> tuple[int, int]:
    """The tokens of a noun trigger; of a verb with its particles alone, since its object may be the recipient."""
    at = list(hit.at)
    if not hit.form and hit.entry.part != "phrase":
        return at[0], at[-1] + 1
    if hit.entry.part == "phrase":  # "troops stormed", "to visit": the verb
        while len(at) > 1 and words.low[at[0]] in _LEADS_IN:
            at = at[1:]
        verbs = (k for k, i in enumerate(at) if words.low[i].endswith(("ed", "ing")) or read_form(words, i))
        at = at[next(verbs, 0) :]
    last = at[0]
    for i in at[1:]:
        if i != last + 1 or words.low[i] not in PREPOSITIONS:
            break
        last = i
    return at[0], last + 1


def plover_root(root: str | None, status: Status) -> str | None:
    """The PLOVER root of an act of `root` with this status; None stays None.

    Source: PLOVER manual, notes on AGREE and THREATEN.
    """
    if status == "planned" and root in _COOPERATIVE:
        return "AGREE"
    if status == "planned" and root in _HOSTILE:
        return "THREATEN"
    if status == "negated" and root in _COOPERATIVE | {"AGREE"}:
        return "REJECT"
    return root


def _strongest(words: Words, table: Lexicon) -> dict[str, Hit]:
    """By type the surest hit: by its own weight, and by where it stands."""
    hits = list(_hits(words, table))
    best: dict[str, tuple[float, Hit]] = {}
    for hit in _without_covered(hits):
        if hit.entry.type != NONE:
            weight = _weight(words, hit)
            if hit.entry.type not in best or weight > best[hit.entry.type][0]:
                best[hit.entry.type] = weight, hit
    return {key: _coded(hit, hits) for key, (_, hit) in best.items()}


def _coded(hit: Hit, hits: Sequence[Hit]) -> Hit:
    """The hit, where its entry has no mode with that of a shorter one: "gunmen kidnapped" has that of "kidnap"."""
    if hit.entry.mode:
        return hit
    of_it = (
        other.entry
        for other in hits
        if other.entry.mode and other.entry[1:3] == hit.entry[1:3] and set(other.at) <= set(hit.at)
    )
    finer = next(of_it, None)
    return hit._replace(entry=hit.entry._replace(mode=finer.mode, acled=finer.acled)) if finer else hit


def _weight(words: Words, hit: Hit) -> float:
    """The entry's weight, more in a main clause, less in the background or far from the sentence's start."""
    anchor = hit.at[0] if hit.form or hit.entry.part == "phrase" else hit.at[-1]
    kind = words.clauses[words.clause_at(anchor)].kind
    weight = hit.entry.weight - _LATE_LOSS * min(anchor, _LATE_TOKENS)
    return weight + _MAIN_BONUS * (kind == "main") - _BACKGROUND_LOSS * (kind in ("adjunct", "relative"))


def _hits(words: Words, table: Lexicon) -> Iterator[Hit]:
    signs = table.signs(words.vocabulary)
    fitting = {word: table.fitting(word, signs) for word in words.vocabulary}
    for i, word in enumerate(words.low):
        entries = fitting[word]
        if not entries or words.capital(i):
            continue
        for entry, form in entries:
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
    if form and words.low[at[0]] in DO_FORMS:  # "did not sign"
        return False
    if words.low[at[0]] in _HAVE and read_form(words, at[0] + 1) == "past":  # "have refused … talks" has no talks
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
    """Hits whose words are not all part of a longer hit of their type (of any, for one noun), nor of a false friend.

    A false friend takes its words from hits that are no longer; one without gaps ("heart attack") from all.
    """
    longest: dict[tuple[str, int], int] = {}
    for hit in hits:
        for i in hit.at:
            for key in ((hit.entry.type, i), (_ANY, i)):
                longest[key] = max(longest.get(key, 0), _length(hit))
    return [hit for hit in hits if not _covered(hit, longest)]


def _length(hit: Hit) -> int:
    """How many words a hit has; a false friend without gaps counts as longer than anything."""
    firm = hit.entry.type == NONE and not any(slot.gap for slot in hit.entry.slots)
    return _LONGEST if firm else len(hit.at)


def _covered(hit: Hit, longest: Mapping[tuple[str, int], int]) -> bool:
    if hit.entry.type == NONE or any(longest.get((NONE, i), 0) >= len(hit.at) for i in hit.at):
        return True
    kind = hit.entry.type if len(hit.at) > 1 or hit.form else _ANY
    return all(longest[kind, i] > len(hit.at) for i in hit.at)
