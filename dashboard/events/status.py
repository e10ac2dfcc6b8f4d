"""The status of an event: reported, planned, alleged, historical or negated, from the clause of its trigger."""

import re
from collections.abc import Sequence

from dashboard.events.syntax import DO_FORMS, MODALS, Words
from dashboard.records import Status

LONG_AGO = 2
"""Years before publication from which on a year makes an event historical: last year is still news."""

_REACH = 8  # tokens a cue reaches to its right inside a clause; "no" and adjectives reach less
_CLOSE = 3
_FAR = 30  # a claim reaches over "that" and "which" into the next clauses

_NOT = frozenset("not never n't cannot nobody neither nor hardly scarcely".split())
_CONTRACTED = ("n't", "n’t")
_FAILING = frozenset(
    "failed fails fail refused refuses refuse refusing declined declines decline unable unwilling reluctant "
    "yet refusal failure denied denies deny denying avoid avoided avoids prevent prevented prevents "
    "preventing avert averted averting foiled foil thwarted thwart thwarting cancelled canceled cancels "
    "cancel postponed scrapped without rejected rejects rejecting reject neglected stopped halted abandoned "
    "ruled".split()
)
_CALLED_OFF = frozenset("cancelled canceled averted prevented foiled thwarted scrapped postponed shelved".split())
_BREAKS = frozenset("of about by in on at that from over after".split())
_DENIALS = frozenset("denied denies deny denying ruled rejected rejects dismissed".split())
_UNMODIFIED = frozenset("only just merely least fewer less more later long doubt matter longer guilty".split())
_PLANNING = frozenset(
    "plan plans planned planning intends intend intended intention scheduled slated due expected expects set "
    "poised prepares preparing prepared ready agreed agrees agree pledged pledges promised promises vowed "
    "vows threatened threatens wants want wanted hopes hoped proposed proposes proposing proposal considering "
    "considers mulls mulling aims aimed seeks seek sought seeking urged urges urging calls call called "
    "calling demand demands demanded demanding asked asks request requested ordered timeline timetable "
    "deadline roadmap likely pushing pushed pressed preparations option offer offered offers if bid possible "
    "possibility prospect eventual potential hypothetical would-be attempt attempts attempting".split()
)
_PLANNED_MODIFIERS = frozenset(
    "upcoming planned proposed possible potential eventual future next scheduled looming imminent expected "
    "threatened forthcoming impending prospective".split()
)
_PROMISES = frozenset(
    "promised promises promise pledged pledges pledge vowed vows offered offers offer plans plan intends proposed "
    "proposes agreed agrees".split()
)
_DONE_BY_SAYING = frozenset({"agreements_cooperation", "threats_warnings", "statements_disputes"})
"""Types of event that are done by saying so: a promise is one, not the plan of one."""
_PAIR = 2
_ENDS_SUBJECT = frozenset(", ; who which that but said says after when".split())
_AHEAD = frozenset("expected due scheduled planned slated set imminent".split())
# "began to withdraw", "was forced to leave": what follows this "to" happened.
_FACTIVE_TO = frozenset(
    "began begins begin begun started starts continued continues continue managed helped helps forced forces "
    "compelled used came come went return returned arrived returning first second third last only latest "
    "enough proceeded dared bothered obliged arrives travelled traveled flew rushed joined met gathered "
    "allowed moved moves sent deployed stepped responded responds".split()
)
_CLAIMING = frozenset(
    "claimed claims claim claiming allege alleges alleged alleging accused accuses accusing accuse accusation "
    "accusations allegation allegations suspected suspects believed thought rumoured rumored rumours rumors "
    "unconfirmed purported purportedly allegedly reportedly supposedly supposed charged charges blamed blames "
    "blaming suspicion".split()
)
_ACCUSED = frozenset("accused accuses accusing suspected charged charges".split())
_CLAIM_VERBS = frozenset("claimed claims claim claiming".split())
_CLAIMED_THINGS = frozenset(
    "responsibility lives victory life credit at".split()
)  # "claimed responsibility", "claimed at least 12 lives"
_ADVERBS_OF_HEARSAY = frozenset("allegedly reportedly purportedly supposedly apparently".split())
_HEARSAY_MODIFIERS = frozenset("alleged suspected supposed purported apparent unconfirmed".split())
_PROOF = frozenset("evidence proof".split())
_PAST_WORDS = frozenset("previously formerly historically".split())
_UNITS_AGO = frozenset("years decades decade centuries century generations generation".split())
_WHEN = frozenset("when where which whom during".split())
_BE = frozenset("be been being".split())
_YEAR = re.compile(r"(?:1[0-9]|20)\d\d")
_DECADE = re.compile(r"((?:1[0-9]|20)\d0)['’]?s")
_YEAR_LEADS = frozenset("in of by from until during late early mid since , and to between".split())
_PERIODS = frozenset("ww2 wwii".split())


def status_of(
    words: Words, anchor: int, form: str, *, year: int | None, trigger: tuple[int, int] | None = None, kind: str = ""
) -> Status:
    """The status of the event whose trigger has its verb or main noun at token `anchor`.

    form: the verb's form, "" for a noun. year: of publication, None = not known (no year is then long ago). trigger:
    its tokens [first, last), whose own words may say it ("promised to send"). kind: the type of event: a promise is
    planned aid, but an agreement that is made. Where cues disagree: negated, then alleged, planned, historical. Linear
    in the sentence's length.
    """
    number = words.clause_at(anchor)
    first = words.clauses[number].first
    own = words.low[slice(*trigger)] if trigger else []
    if _denies_itself(own) or _negated(words, anchor, form, first):
        return "negated"
    if not _ADVERBS_OF_HEARSAY.isdisjoint(own) or _alleged(words, anchor, form, number):
        return "alleged"
    if _plans_itself(own, kind) or _planned(words, anchor, form, first):
        return "planned"
    return "historical" if _historical(words, number, year) else "reported"


def _denies_itself(own: Sequence[str]) -> bool:
    """Whether a trigger says that nothing came of it: "no deal", "ended without an agreement"."""
    return ("no" in own or "without" in own) and _PROOF.isdisjoint(own)


def _plans_itself(own: Sequence[str], kind: str) -> bool:
    """Whether a trigger says that the act is to come: "offered to resign", "pledged nine million"."""
    if kind in _DONE_BY_SAYING or len(own) < _PAIR:
        return False
    return own[0] in _PROMISES or own[0] in ("will", "would") or (own[0] in _AHEAD and own[1] in ("to", "for"))


def _negated(words: Words, anchor: int, form: str, first: int) -> bool:
    left = words.low[max(first, anchor - _REACH) : anchor]
    if any(_denies(left, i) and _reaches(left, i, form) for i in range(len(left))):
        return True
    near = left[-_CLOSE:]
    if "no" in near and not _UNMODIFIED.intersection(near):
        return True
    if not form and _called_off(words.low[anchor + 1 : anchor + 1 + 2 * _REACH]):
        return True
    return first > 0 and _denying_governor(words, first)


def _denies(left: Sequence[str], i: int) -> bool:
    word = left[i]
    if word in _NOT or word.endswith(_CONTRACTED):
        return i + 1 == len(left) or left[i + 1] not in _UNMODIFIED
    if word in _FAILING:
        return _fails(left, i)
    return False


def _fails(left: Sequence[str], i: int) -> bool:
    word, after = left[i], left[i + 1] if i + 1 < len(left) else ""
    if word == "yet":
        return after == "to"
    if word == "ruled":
        return after == "out"
    if word in ("stopped", "halted"):
        return i + 2 >= len(left)
    if word in _DENIALS:
        return not {"responsibility", "involvement", "role", "part"}.intersection(left[i:])
    return True


def _reaches(left: Sequence[str], i: int, form: str) -> bool:
    """Whether the denial at `i` reaches the trigger after `left`: not over "and"; a noun not over a preposition."""
    between = left[i + 1 :]
    if form == "base":
        return left[i] not in _FAILING or "and" not in between
    return "and" not in between and (bool(form) or not _BREAKS.intersection(between))


def _called_off(right: Sequence[str]) -> bool:
    """ "elections were cancelled", "the attack was foiled", "talks, due on Tuesday, have been called off"."""
    for i, word in enumerate(right):
        if word in ("was", "were", "been", "is", "are"):
            rest = right[i + 1 : i + 1 + _CLOSE]
            return not _CALLED_OFF.isdisjoint(rest) or rest[:2] in (["called", "off"], ["put", "off"])
        if word in ("and", "but", ";", "who", "which", "that") or (i >= _CLOSE and "," not in right[:i]):
            return False
    return False


def _denying_governor(words: Words, first: int) -> bool:
    """ "denied that it had attacked", "denied a report that": the clause before ends in a denial."""
    if words.low[first] not in ("that", "it", "he", "she", "they"):
        return False
    return not _DENIALS.isdisjoint(words.low[max(0, first - _CLOSE) : first])


def _alleged(words: Words, anchor: int, form: str, number: int) -> bool:
    low, clause = words.low, words.clauses[number]
    close = low[max(clause.first, anchor - _CLOSE - 1) : anchor] + (low[anchor + 1 : anchor + 2] if form else [])
    if _ADVERBS_OF_HEARSAY.intersection(close):
        return True
    if _without_evidence(low):
        return True
    if not form:
        return _alleged_noun(low[max(clause.first, anchor - _CLOSE - 1) : anchor])
    first = clause.first
    while number and words.clauses[number].kind in ("complement", "aside", "relative"):
        number -= 1
        first = words.clauses[number].first
    first = max(first, anchor - _FAR)
    if form in ("base", "past") and _is_said_to(low[first:anchor]):
        return True
    return any(_claims(low, i, anchor) for i in range(first, anchor)) or _claimed_after(low, anchor)


def _is_said_to(left: Sequence[str]) -> bool:
    """ "is said to shelter", "are reported to have shot"."""
    return any(
        word in ("said", "reported") and left[i - 1] in ("is", "are", "was", "were") and left[i + 1 : i + 2] == ["to"]
        for i, word in enumerate(left)
        if i
    )


def _alleged_noun(left: Sequence[str]) -> bool:
    """ "a suspected attack", "accused of the murder", "charged with arson"."""
    if not _HEARSAY_MODIFIERS.isdisjoint(left[-2:]):
        return True
    return any(word in _ACCUSED and left[i + 1 : i + 2] in (["of"], ["with"]) for i, word in enumerate(left))


def _without_evidence(low: Sequence[str]) -> bool:
    cues = (i for i, word in enumerate(low) if word == "without")
    return any(not _PROOF.isdisjoint(low[i + 1 : i + 1 + _CLOSE]) for i in cues)


def _claims(low: Sequence[str], i: int, anchor: int) -> bool:
    word = low[i]
    if word not in _CLAIMING:
        return False
    if word in _CLAIM_VERBS:
        return not _CLAIMED_THINGS.intersection(low[i + 1 : i + _CLOSE])
    if word in ("suspected", "alleged", "supposed"):  # "suspected rebels attacked": of the rebels, not of the attack
        return "of" in low[i + 1 : anchor] or "to" in low[i + 1 : anchor]
    if word in ("believed", "thought"):
        return low[i + 1 : i + 2] == ["to"]
    if word in ("charged", "charges"):
        return bool({"with", "of", "that"}.intersection(low[i + 1 : anchor]))
    return True


def _claimed_after(low: Sequence[str], anchor: int) -> bool:
    """ "…, the rebels claimed.": the attribution at the end of the sentence."""
    tail = [word for word in low[-_CLOSE - 3 :] if word == "," or word[0].isalnum()]
    if not tail or tail[-1] not in _CLAIM_VERBS | {"alleged"}:
        return False
    return "," in tail and anchor < len(low) - _CLOSE


def _planned(words: Words, anchor: int, form: str, first: int) -> bool:
    if "if" in words.low[max(0, first) : min(first + 2, anchor)]:
        return True
    if not form:
        return _planned_noun(words, anchor, first)
    if form == "past":
        return _planned_passive(words, anchor, first)
    if form == "ing":
        return _planned_gerund(words, anchor, first)
    return _planned_base(words, anchor, first, form)


def _planned_base(words: Words, anchor: int, first: int, form: str) -> bool:
    low = words.low
    for i in range(anchor - 1, max(first, anchor - 2 * _REACH) - 1, -1):
        if low[i] in MODALS:
            return low[i] not in ("can", "cannot") or form == "base"
        if low[i] in DO_FORMS:
            return False
        if low[i] == "to" and form != "third":
            return words.before(i) not in _FACTIVE_TO and not _ordinal_before(low, i, first)
        if i < anchor - _CLOSE and form == "third":
            return False
    return False


def _ordinal_before(low: Sequence[str], i: int, first: int) -> bool:
    return bool({"first", "last", "latest", "only"}.intersection(low[max(first, i - _CLOSE) : i]))


def _planned_passive(words: Words, anchor: int, first: int) -> bool:
    """ "will be deployed", "is to be released", "would have been attacked"; not "was deployed"."""
    low = words.low
    group = low[max(first, anchor - _CLOSE - 1) : anchor]
    if not _BE.intersection(group) and "have" not in group:
        return False
    return any(word in MODALS or (word == "to" and "been" not in group) for word in group)


def _planned_gerund(words: Words, anchor: int, first: int) -> bool:
    left = words.low[max(first, anchor - _CLOSE - 1) : anchor]
    return bool(_PLANNING.intersection(left)) or (bool(left) and any(word in MODALS for word in left))


def _planned_noun(words: Words, anchor: int, first: int) -> bool:
    low = words.low
    left = low[max(first, anchor - _REACH) : anchor]
    if _PLANNED_MODIFIERS.intersection(left[-_CLOSE:]):
        return True
    if _future_predicate(low, anchor):
        return True
    definite = bool({"the", "this", "that", "his", "her", "its", "their", "'s", "’s"}.intersection(left[-_CLOSE:]))
    for i in range(len(left) - 1, -1, -1):
        word = left[i]
        if word in MODALS:
            return not definite and "of" not in left[i:]
        if word in _PLANNING:
            return _plans(left, i, definite=definite)
    return False


def _plans(left: Sequence[str], i: int, *, definite: bool) -> bool:
    """A planning word governs the noun through "for", "to" or "an end to", not across a verb of its own."""
    rest = left[i + 1 :]
    return bool({"for", "to", "on", "a", "an"}.intersection(rest)) or not rest or not definite


def _future_predicate(low: Sequence[str], anchor: int) -> bool:
    """ "talks will also address", "elections are due in", "the visit is expected to"."""
    right = low[anchor + 1 : anchor + 1 + _REACH]
    for i, word in enumerate(right):
        if word in ("will", "would", "'ll"):
            return True
        if word in ("is", "are", "was", "were", "be"):
            return not _AHEAD.isdisjoint(right[i + 1 :])
        if word in _ENDS_SUBJECT or (word.endswith("ed") and word not in _AHEAD):
            return False
    return False


def _historical(words: Words, number: int, year: int | None) -> bool:
    clause = words.clauses[number]
    if _long_ago(words.low, clause.first, clause.last, year, since=False):
        return True
    if number and clause.opener in _WHEN:
        before = words.clauses[number - 1]
        return _long_ago(words.low, before.first, before.last, year, since=True)
    return False


def _long_ago(low: Sequence[str], first: int, last: int, year: int | None, *, since: bool) -> bool:
    for i in range(first, last):
        word = low[i]
        if word[0].isdigit() and _old_year(low, i, year, since=since):
            return True
        if word in _PAST_WORDS or word in _PERIODS or (word in _UNITS_AGO and low[i + 1 : i + 2] == ["ago"]):
            return True
        if word == "past" and low[max(first, i - 2) : i] == ["in", "the"] and low[i + 1 : i + 2] in ([","], ["."], []):
            return True
        if word == "world" and low[i + 1 : i + 2] == ["war"]:
            return True
    return False


def _old_year(low: Sequence[str], i: int, year: int | None, *, since: bool) -> bool:
    decade = _DECADE.fullmatch(low[i])
    if decade:
        return year is None or int(decade[1]) + 10 <= year
    if year is None or not _YEAR.fullmatch(low[i]) or int(low[i]) > year - LONG_AGO:
        return False
    before = low[i - 1] if i else ""
    if before in ("since", "from") and not since:
        return False
    return before in _YEAR_LEADS or before in _MONTHS or low[i + 1 : i + 2] == [","]


_MONTHS = frozenset(
    "january february march april may june july august september october november december jan. feb. mar. "
    "apr. aug. sept. oct. nov. dec. spring summer autumn fall winter the a".split()
)
