"""Who acts in an event and who is acted upon: of the noun phrases of its sentence, by a linear model.

Features: the preposition a phrase hangs on, on which side of the trigger it stands and how far, whether it is the
subject, the voice of the verb, and what kind of thing it names. Fitted by benchmarks.fitting.participants.
"""

from collections.abc import Mapping, Sequence
from functools import lru_cache
from typing import NamedTuple

from dashboard.events.inflect import Form
from dashboard.events.phrases import BE, POSSESSIVES, Phrase, extents
from dashboard.events.syntax import DETERMINERS, Words
from dashboard.learning.linear import load_weights

ROLES = ("actor", "recipient")

Names = tuple[str, ...]
"""Names of features."""

_MOST = 9  # phrases looked at, those nearest to the trigger
_REMEMBERED = 50_000  # words whose kinds are kept at hand
_FAR = 3  # phrases between; more say no more
_LONG = 5  # tokens; a longer phrase is long
_GROUP = 4  # tokens before a participle in which its "was" stands
_LEADS = frozenset(
    {"", "'s", "inside", "whole", *"of by with to in on at for from against over between among into".split()}
)
"""Prepositions weighed apart; "inside": before the trigger, in one phrase with it; "whole": that phrase itself."""
_KINDS = ("nation", "state", "statesman", "force", "armed", "police", "people", "crowd", "judge", "labor", "captive")
_PRONOUNS = frozenset("he she it they him her them we us i you".split())


class Trigger(NamedTuple):
    """Tokens [first, last) of a trigger; the form of its verb, "" for a noun; the PLOVER root or type of its event.

    word: the stem of its first word.
    """

    first: int
    last: int
    form: Form
    root: str
    word: str = ""


class Candidate(NamedTuple):
    """A noun phrase that may play a role. first is a determiner's where it has one. lead: the preposition it hangs on.

    features: in groups that many phrases share.
    """

    first: int
    last: int
    lead: str
    features: list[Names]


def participants(
    words: Words, phrases: Sequence[Phrase], trigger: Trigger, classes: Mapping[str, frozenset[str]]
) -> tuple[tuple[int, int] | None, tuple[int, int] | None]:
    """The tokens [first, last) of actor and recipient; None where the sentence tells none.

    phrases: the noun phrases of the sentence.
    """
    options = candidates(words, phrases, trigger, classes)
    found: list[tuple[int, int] | None] = []
    for role in ROLES:
        span = _likeliest(role, _able(role, words, trigger, options), trigger)
        found.append(None if span in found else span)
    return found[0], found[1]


def _able(role: str, words: Words, trigger: Trigger, options: list[Candidate]) -> list[Candidate]:
    """The candidates that grammar allows: who acts in a passive is told with "by" or not at all."""
    if role == "actor" and trigger.form == "past" and _is_passive(words, trigger):
        return [option for option in options if option.lead == "by" and option.first >= trigger.last]
    return options


def _likeliest(role: str, options: list[Candidate], trigger: Trigger) -> tuple[int, int] | None:
    """The tokens of the candidate that a role's model likes best; None where it likes nobody better."""
    scores = [sum([_score(role, names) for names in option.features]) for option in options]
    best = max(range(len(options)), key=scores.__getitem__, default=None)
    none = _score(role, none_features(trigger))
    return None if best is None or scores[best] <= none else (options[best].first, options[best].last)


@lru_cache(maxsize=_REMEMBERED)
def _score(role: str, names: Names) -> float:
    """What some features say to the model of a role: the weights that its table has as "role name"."""
    weights = load_weights("participants")
    return sum([weights[f"{role} {name}"] for name in names])


def none_features(trigger: Trigger) -> Names:
    """Features of the answer that nobody is told of."""
    return "none", f"none_{trigger.form or 'noun'}", f"none_{trigger.root}"


def candidates(
    words: Words, phrases: Sequence[Phrase], trigger: Trigger, classes: Mapping[str, frozenset[str]]
) -> list[Candidate]:
    """The phrases that may play a role in the event, in the order of the sentence."""
    phrases = _around(phrases, trigger)
    options = []
    for number, phrase in enumerate(phrases):
        side = "before" if phrase.last <= trigger.first else "after"
        features = _features(words, phrases, number, trigger, classes)
        reaches = list(extents(words, phrases, number))
        for at, (why, end) in enumerate(reaches):
            if not why or not phrase.first <= trigger.first < end:
                further = tuple(other for other, _ in reaches[at + 1 :])
                options.append(Candidate(phrase.first, end, phrase.lead, [*features, _reach(side, why, further)]))
    return options


@lru_cache(maxsize=1000)
def _reach(side: str, why: str, further: Names) -> Names:
    """Features of how far a phrase is taken to reach, and how much farther it might."""
    reach = (f"reaches_{why}", f"{side}_reaches_{why}") if why else ()
    return (*reach, *(f"{why or 'not'}_but_{other}" for other in further))


def _around(phrases: Sequence[Phrase], trigger: Trigger) -> list[Phrase]:
    """The phrases nearest to the trigger, its own words cut out of them; of a noun also the whole phrase it is in."""
    cut: list[Phrase] = []
    for phrase in phrases:
        if phrase.last <= trigger.first or trigger.last <= phrase.first:
            cut.append(phrase)
            continue
        if not trigger.form:
            cut.append(phrase._replace(lead="whole"))
        if phrase.first < trigger.first:
            cut.append(Phrase(phrase.first, trigger.first, phrase.lead if trigger.form else "inside"))
        if trigger.last < phrase.last:
            cut.append(Phrase(trigger.last, phrase.last, ""))
    if len(cut) > _MOST:
        cut.sort(key=lambda phrase: max(phrase.first - trigger.last, trigger.first - phrase.last))
    return sorted(cut[:_MOST])


def _features(
    words: Words, phrases: Sequence[Phrase], number: int, trigger: Trigger, classes: Mapping[str, frozenset[str]]
) -> list[Names]:
    phrase = phrases[number]
    before = phrase.last <= trigger.first
    side = "before" if before else "after"
    form: str = trigger.form or "noun"
    if form == "past" and _is_passive(words, trigger):
        form = "passive"
    lead = phrase.lead if phrase.lead in _LEADS else "other"
    start, end = (phrase.last, trigger.first) if before else (trigger.last, phrase.first)
    near = min(sum([start <= one.first < end for one in phrases]), _FAR)
    here, there = words.clause_at(phrase.first), words.clause_at(trigger.first)
    clause = "same" if here == there else words.clauses[here].kind
    return [
        _led(side, lead, form, trigger.root, trigger.word),
        _placed(side, form, near, clause, _marks(words, phrases, number)),
        (f"{side} by {trigger.word} {near}", f"{side} behind {words.low[phrase.first - 1] if phrase.first else ''}"),
        _named(side, lead, trigger.root, _content(words, phrase, classes)),
    ]


@lru_cache(maxsize=_REMEMBERED)
def _led(side: str, lead: str, form: str, root: str, word: str) -> Names:
    """Features of the preposition a phrase hangs on."""
    names = (f"{side}_{form}", f"{side}_{lead}", f"{side}_{lead}_{form}", f"{side}_{lead}_{root}")
    return (*names, f"{side}_{lead} by {word}")


@lru_cache(maxsize=_REMEMBERED)
def _placed(side: str, form: str, near: int, clause: str, marks: Names) -> Names:
    """Features of where a phrase stands. near: phrases between it and the trigger; marks: what it is there."""
    names = [f"{side}_{near}", f"{side}_{near}_{form}", f"{side}_clause_{clause}", *marks]
    if "first" in marks:
        names.append(f"first_{form}")
    if "subject" in marks:
        names.append(f"{side}_subject_{form}")
    if "owner" in marks:
        names.append(f"{side}_owner_{near}")
    return tuple(names)


@lru_cache(maxsize=_REMEMBERED)
def _named(side: str, lead: str, root: str, content: Names) -> Names:
    """Features of what a phrase names."""
    return tuple(name for what in content for name in (f"{side}_{what}", f"{side}_{what}_{root}", f"{lead} {what}"))


def _marks(words: Words, phrases: Sequence[Phrase], number: int) -> Names:
    phrase = phrases[number]
    marks = ["first"] if number == 0 else []
    if _is_subject(words, phrase):
        marks.append("subject")
    if number + 1 < len(phrases) and phrase.last < len(words.low) and words.low[phrase.last] in POSSESSIVES:
        marks.append("owner")
    return tuple(marks)


def _is_passive(words: Words, trigger: Trigger) -> bool:
    group = words.low[max(0, trigger.first - _GROUP) : trigger.first]
    return not BE.isdisjoint(group) or words.low[trigger.last : trigger.last + 1] == ["by"]


def _is_subject(words: Words, phrase: Phrase) -> bool:
    """Whether a phrase begins its clause, or stands right behind the word that opens it."""
    clause = words.clauses[words.clause_at(phrase.first)]
    return not phrase.lead and phrase.first - clause.first <= 1


_known: dict[str, tuple[str, ...]] = {}
"""The kinds of words met so far."""


def _kinds(word: str, classes: Mapping[str, frozenset[str]]) -> tuple[str, ...]:
    found = _known.get(word)
    if found is None:
        if len(_known) >= _REMEMBERED:
            _known.clear()
        found = _known[word] = tuple(kind for kind in _KINDS if word in classes[kind])
    return found


def _content(words: Words, phrase: Phrase, classes: Mapping[str, frozenset[str]]) -> Names:
    """What kinds of thing the words of a phrase name."""
    low = words.low[phrase.first : phrase.last]
    kinds = dict.fromkeys(kind for word in low for kind in _kinds(word, classes))
    names = [f"kind_{kind}" for kind in kinds]
    if low[0] in _PRONOUNS and words.tokens[phrase.first].text != "US":
        names.append("pronoun")
    elif any(words.tokens[i].text[0].isupper() for i in range(max(phrase.first, 1), phrase.last)):
        names.append("name")
    elif not names:
        names.append("thing")
    if low[0][0].isdigit():
        names.append("number")
    if low[0] in DETERMINERS:
        names.append("determined")
    if len(low) > _LONG:
        names.append("long")
    return tuple(names)
