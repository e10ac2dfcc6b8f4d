"""English inflection by rule, with a table for what the rules do not reach."""

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Literal, NamedTuple

Form = Literal["", "base", "third", "ing", "past", "either"]
"""The form of a verb: visit, visits, visiting, visited; either = base and past alike (hit); "" = no verb."""


class VerbForms(NamedTuple):
    """The forms of a verb: visit, visits, visiting, and the past forms (visited; broke and broken)."""

    base: str
    third: str
    ing: str
    past: tuple[str, ...]


# lemma: past forms, past participle after it where it differs.
_IRREGULAR = {
    line.split()[0]: tuple(line.split()[1:])
    for line in """
be was were been
beat beat beaten
become became become
begin began begun
blow blew blown
break broke broken
bring brought
build built
buy bought
cast cast
choose chose chosen
come came come
cut cut
deal dealt
do did done
draw drew drawn
drive drove driven
fall fell fallen
feed fed
fight fought
find found
flee fled
fly flew flown
forbid forbade forbidden
freeze froze frozen
get got gotten
give gave given
go went gone
have had
hear heard
hit hit
hold held
keep kept
lay laid
lead led
leave left
lend lent
lose lost
make made
meet met
overrun overran overrun
overthrow overthrew overthrown
overturn overturned
pay paid
put put
quit quit
read read
ride rode ridden
rise rose risen
run ran run
say said
see saw seen
seek sought
sell sold
send sent
set set
shake shook shaken
shoot shot
shut shut
sink sank sunk
speak spoke spoken
spread spread
stand stood
steal stole stolen
strike struck
swear swore sworn
sweep swept
take took taken
teach taught
tear tore torn
tell told
think thought
throw threw thrown
undergo underwent undergone
upset upset
bear bore borne
bend bent
bid bid
bind bound
bite bit bitten
bleed bled
catch caught
cling clung
creep crept
dig dug
drink drank drunk
eat ate eaten
feel felt
fling flung
foresee foresaw foreseen
foretell foretold
forgive forgave forgiven
grow grew grown
hang hung
hide hid hidden
know knew known
let let
light lit
mislead misled
overcome overcame overcome
ring rang rung
show showed shown
sing sang sung
sit sat
sleep slept
slide slid
spring sprang sprung
stick stuck
sting stung
swim swam swum
swing swung
tread trod trodden
understand understood
undertake undertook undertaken
undo undid undone
uphold upheld
wake woke woken
wear wore worn
weep wept
wind wound
withstand withstood
withdraw withdrew withdrawn
withhold withheld
win won
write wrote written
""".strip().splitlines()
}
_LEMMA_OF = {past: lemma for lemma, forms in _IRREGULAR.items() for past in forms}
# Verbs of more than one syllable that double their last letter (stress on the last syllable).
_DOUBLED = frozenset(
    "abet acquit admit airdrop begin commit compel concur confer defer demur equip expel incur kidnap occur overstep "
    "patrol permit propel readmit rebel rebut refer regret repel sidestep submit transfer unban".split()
)
# Verbs whose l is doubled in Britain alone: labelled, labeled.
_EITHER = frozenset("cancel channel counsel funnel label level marshal model quarrel signal total travel".split())
_SHORT = re.compile(r"(?:[^aeiou]+|qu|[^aeiou]*)[aeiou][^aeiouwxyh]")
_HISSED = ("s", "x", "z", "ch", "sh", "o")


def verb_forms(lemma: str) -> VerbForms:
    """All forms of the verb `lemma`.

    >>> verb_forms("ban").past, verb_forms("strike").past, verb_forms("flee").ing
    (('banned',), ('struck',), 'fleeing')
    """
    stem = lemma + lemma[-1] if lemma in _DOUBLED or _SHORT.fullmatch(lemma) else lemma
    past = _IRREGULAR.get(lemma) or (_past(lemma, stem),)
    return VerbForms(lemma, plural(lemma), _ing(lemma, stem), (*past, lemma + "led") if lemma in _EITHER else past)


def plural(noun: str) -> str:
    """The plural of a noun, which is also the third person of a verb.

    >>> plural("ally"), plural("clash"), plural("man"), plural("truce")
    ('allies', 'clashes', 'men', 'truces')
    """
    if noun.endswith("man"):
        return noun[:-3] + "men"
    if noun.endswith("y") and noun[-2:-1] not in "aeiou":
        return noun[:-1] + "ies"
    if noun == "have":
        return "has"
    return noun + ("es" if noun.endswith(_HISSED) else "s")


def form_of(word: str, lemma: str) -> Form:
    """Which form of the verb `lemma` the word is; "" for none.

    >>> form_of("struck", "strike"), form_of("hit", "hit"), form_of("strikes", "strike"), form_of("stricken", "strike")
    ('past', 'either', 'third', '')
    """
    forms = verb_forms(lemma)
    if word in forms.past:
        return "either" if word == lemma else "past"
    if word == lemma:
        return "base"
    if word == forms.ing or (lemma in _EITHER and word == lemma + "ling"):
        return "ing"
    return "third" if word == forms.third else ""


def is_irregular_past(word: str) -> bool:
    """Whether it is a past form that differs from its verb in more than the ending: "struck", not "hit"."""
    return word in _LEMMA_OF and _LEMMA_OF[word] != word


def stems(word: str) -> Iterator[str]:
    """Words that `word` may be a form of, itself first; not all of them exist.

    >>> list(stems("banned"))
    ['banned', 'bann', 'banne', 'ban']
    """
    yield word
    if word in _LEMMA_OF:
        yield _LEMMA_OF[word]
    if word.endswith("men"):
        yield word[:-3] + "man"
    if word.endswith("s"):
        yield word[:-1]
        yield word[:-2]
    for ending in ("ed", "ing"):
        if word.endswith(ending):
            stem = word[: -len(ending)]
            yield stem
            yield stem + "e"
            if stem[-1:] == stem[-2:-1]:
                yield stem[:-1]
    if word.endswith(("ies", "ied")):
        yield word[:-3] + "y"


@lru_cache(maxsize=50_000)
def known_stems(word: str) -> tuple[str, ...]:
    """`stems`, kept from one text to the next."""
    return tuple(stems(word))


def stem_of(word: str) -> str:
    """The shortest form that a word may be of: "attack" of "attacked"; itself where there is none."""
    return min(known_stems(word), key=len, default=word)


def _ing(lemma: str, stem: str) -> str:
    if lemma.endswith("e") and not lemma.endswith(("ee", "oe", "ye", "be")):
        return lemma[:-1] + "ing"
    return stem + "ing"


def _past(lemma: str, stem: str) -> str:
    if lemma.endswith("e"):
        return lemma + "d"
    if lemma.endswith("y") and lemma[-2] not in "aeiou":
        return lemma[:-1] + "ied"
    return stem + "ed"
