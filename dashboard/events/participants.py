"""Who acts in an event and who is acted upon: of the noun phrases of its sentence, by a linear model.

Features: the preposition a phrase hangs on, on which side of the trigger it stands and how far, whether it is the
subject, the voice of the verb, and what kind of thing it names. Fitted by benchmarks.fitting.participants.
"""

from collections.abc import Mapping, Sequence
from functools import cache
from typing import NamedTuple

from dashboard.events.inflect import Form
from dashboard.events.phrases import BE, POSSESSIVES, Phrase, extents
from dashboard.events.syntax import DETERMINERS, Words
from dashboard.learning.linear import Weights, load_weights

ROLES = ("actor", "recipient")

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
    """Tokens [first, last) of a trigger; the form of its verb, "" for a noun; the PLOVER root or type of its event."""

    first: int
    last: int
    form: Form
    root: str


class Candidate(NamedTuple):
    """A noun phrase that may play a role. first is a determiner's where it has one."""

    first: int
    last: int
    features: list[str]


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
        return [option for option in options if "after_by" in option.features]
    return options


def _likeliest(role: str, options: list[Candidate], trigger: Trigger) -> tuple[int, int] | None:
    """The tokens of the candidate that a role's model likes best; None where it likes nobody better."""
    weights = _weights(role)
    scores = [sum([weights[name] for name in option.features]) for option in options]
    best = max(range(len(options)), key=scores.__getitem__, default=None)
    none = sum([weights[name] for name in none_features(trigger)])
    return None if best is None or scores[best] <= none else (options[best].first, options[best].last)


@cache
def _weights(role: str) -> Weights:
    """The weights of one role's model: of the table's features that begin with it."""
    start = f"{role} "
    table = load_weights("participants").items()
    return Weights({name.removeprefix(start): weight for name, weight in table if name.startswith(start)})


def none_features(trigger: Trigger) -> list[str]:
    """Features of the answer that nobody is told of."""
    return ["none", f"none_{trigger.form or 'noun'}", f"none_{trigger.root}"]


def candidates(
    words: Words, phrases: Sequence[Phrase], trigger: Trigger, classes: Mapping[str, frozenset[str]]
) -> list[Candidate]:
    """The phrases that may play a role in the event, in the order of the sentence."""
    phrases = _around(phrases, trigger)
    options = []
    for number, phrase in enumerate(phrases):
        features = _features(words, phrases, number, trigger, classes)
        side = "before" if phrase.last <= trigger.first else "after"
        reaches = list(extents(words, phrases, number))
        for at, (why, end) in enumerate(reaches):
            if why and phrase.first <= trigger.first < end:
                continue
            reach = [f"reaches_{why}", f"{side}_reaches_{why}"] if why else []
            further = [f"{why or 'not'}_but_{other}" for other, _ in reaches[at + 1 :]]
            options.append(Candidate(phrase.first, end, [*features, *reach, *further]))
    return options


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
) -> list[str]:
    phrase = phrases[number]
    before = phrase.last <= trigger.first
    side = "before" if before else "after"
    form: str = trigger.form or "noun"
    if form == "past" and _is_passive(words, trigger):
        form = "passive"
    lead = phrase.lead if phrase.lead in _LEADS else "other"
    start, end = (phrase.last, trigger.first) if before else (trigger.last, phrase.first)
    near = min(sum([start <= one.first < end for one in phrases]), _FAR)
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
    return names


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


def _content(words: Words, phrase: Phrase, classes: Mapping[str, frozenset[str]], side: str) -> list[str]:
    low = words.low[phrase.first : phrase.last]
    kinds = dict.fromkeys(kind for word in low for kind in _kinds(word, classes))
    names = [f"{side}_kind_{kind}" for kind in kinds]
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
