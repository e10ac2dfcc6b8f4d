"""Who acts in an event and who is acted upon: of the noun phrases of its sentence, by a linear model.

Features: the preposition a phrase hangs on, on which side of the trigger it stands and how far, whether it is the
subject, the voice of the verb, and what kind of thing it names. Fitted by benchmarks.fitting.participants.
"""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from dashboard.events.inflect import Form
from dashboard.events.phrases import BE, POSSESSIVES, Phrase, extents, noun_phrases
from dashboard.events.syntax import DETERMINERS, Words
from dashboard.learning.linear import dot, load_weights

ROLES = ("actor", "recipient")
Features = dict[str, float]

_MOST = 24  # phrases looked at, those nearest to the trigger
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
    """Tokens [first, last) of a trigger; the form of its verb, "" for a noun; the PLOVER root or type of its event."""

    first: int
    last: int
    form: Form
    root: str


class Candidate(NamedTuple):
    """A noun phrase that may play a role. first is a determiner's where it has one."""

    first: int
    last: int
    features: Features


def participants(
    words: Words, trigger: Trigger, classes: Mapping[str, frozenset[str]]
) -> tuple[tuple[int, int] | None, tuple[int, int] | None]:
    """The tokens [first, last) of actor and recipient; None where the sentence tells none."""
    options = candidates(words, trigger, classes)
    weights = load_weights("participants")
    found: list[tuple[int, int] | None] = []
    for role in ROLES:
        none = dot(role_features(role, none_features(trigger)), weights)
        best = max(options, key=lambda one: dot(role_features(role, one.features), weights), default=None)
        taken = best is not None and (best.first, best.last) in found
        if best is None or taken or dot(role_features(role, best.features), weights) <= none:
            found.append(None)
        else:
            found.append((best.first, best.last))
    return found[0], found[1]


def role_features(role: str, features: Features) -> Features:
    """The features of a candidate as one role's model names them."""
    return {f"{role} {name}": value for name, value in features.items()}


def none_features(trigger: Trigger) -> Features:
    """Features of the answer that nobody is told of."""
    return {"none": 1.0, f"none_{trigger.form or 'noun'}": 1.0, f"none_{trigger.root}": 1.0}


def candidates(words: Words, trigger: Trigger, classes: Mapping[str, frozenset[str]]) -> list[Candidate]:
    """The phrases that may play a role in the event, in the order of the sentence."""
    phrases = _around(noun_phrases(words, range(trigger.first, trigger.first + bool(trigger.form))), trigger)
    options = []
    for number, phrase in enumerate(phrases):
        features = _features(words, phrases, number, trigger, classes)
        reaches = list(extents(words, phrases, number))
        for why, end in reaches:
            if why and phrase.first <= trigger.first < end:
                continue
            side = "before" if phrase.last <= trigger.first else "after"
            reach = {f"reaches_{why}": 1.0, f"{side}_reaches_{why}": 1.0} if why else {}
            further = {f"{why or 'not'}_but_{other}": 1.0 for other, beyond in reaches if beyond > end}
            options.append(Candidate(phrase.first, end, features | reach | further))
    return options


def _around(phrases: Sequence[Phrase], trigger: Trigger) -> list[Phrase]:
    """The phrases nearest to the trigger, its own words cut out of them."""
    cut: list[Phrase] = []
    for phrase in phrases:
        if phrase.last <= trigger.first or trigger.last <= phrase.first:
            cut.append(phrase)
            continue
        cut.append(phrase._replace(lead="whole"))
        if phrase.first < trigger.first:
            cut.append(Phrase(phrase.first, trigger.first, "inside" if phrase.last > trigger.first else phrase.lead))
        if trigger.last < phrase.last:
            cut.append(Phrase(trigger.last, phrase.last, ""))
    cut.sort(key=lambda phrase: max(phrase.first - trigger.last, trigger.first - phrase.last))
    return sorted(cut[:_MOST])


def _features(
    words: Words, phrases: Sequence[Phrase], number: int, trigger: Trigger, classes: Mapping[str, frozenset[str]]
) -> Features:
    phrase = phrases[number]
    before = phrase.last <= trigger.first
    side = "before" if before else "after"
    form: str = trigger.form or "noun"
    if form == "past" and _is_passive(words, trigger):
        form = "passive"
    lead = phrase.lead if phrase.lead in _LEADS else "other"
    between = [
        one
        for one in phrases
        if (phrase.last <= one.first < trigger.first if before else trigger.last <= one.first < phrase.first)
    ]
    near = min(len(between), _FAR)
    names = [
        f"{side}_{form}",
        f"{side}_{lead}",
        f"{side}_{lead}_{form}",
        f"{side}_{near}",
        f"{side}_{near}_{form}",
        f"{side}_{lead}_{trigger.root}",
    ]
    here, there = words.clause_at(phrase.first), words.clause_at(trigger.first)
    names.append(f"{side}_clause_{'same' if here == there else words.clauses[here].kind}")
    if number == 0:
        names += ["first", f"first_{form}"]
    if _is_subject(words, phrase):
        names += ["subject", f"{side}_subject_{form}"]
    if number + 1 < len(phrases) and words.low[phrase.last : phrase.last + 1] and words.low[phrase.last] in POSSESSIVES:
        names += ["owner", f"{side}_owner_{near}"]
    names += _content(words, phrase, classes, side)
    return dict.fromkeys(names, 1.0)


def _is_passive(words: Words, trigger: Trigger) -> bool:
    group = words.low[max(0, trigger.first - _GROUP) : trigger.first]
    return not BE.isdisjoint(group) or words.low[trigger.last : trigger.last + 1] == ["by"]


def _is_subject(words: Words, phrase: Phrase) -> bool:
    """Whether a phrase begins its clause, or stands right behind the word that opens it."""
    clause = words.clauses[words.clause_at(phrase.first)]
    return not phrase.lead and phrase.first - clause.first <= 1


def _content(words: Words, phrase: Phrase, classes: Mapping[str, frozenset[str]], side: str) -> list[str]:
    low = words.low[phrase.first : phrase.last]
    names = [f"{side}_kind_{kind}" for kind in _KINDS if not classes[kind].isdisjoint(low)]
    if low[0] in _PRONOUNS and words.tokens[phrase.first].text != "US":
        names.append(f"{side}_pronoun")
    elif any(words.tokens[i].text[0].isupper() for i in range(max(phrase.first, 1), phrase.last)):
        names.append(f"{side}_name")
    elif not names:
        names.append(f"{side}_thing")
    if low[0][0].isdigit():
        names.append(f"{side}_number")
    if low[0] in DETERMINERS:
        names.append(f"{side}_determined")
    if len(low) > _LONG:
        names.append("long")
    return names
