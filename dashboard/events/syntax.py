"""Light syntax: is this word a verb or a noun here, from its neighbours alone."""

from bisect import bisect_right
from collections.abc import Sequence
from functools import cached_property

from dashboard.events.inflect import Form, is_irregular_past
from dashboard.language.clauses import Clause, split_clauses
from dashboard.language.tokens import Token

MODALS = frozenset(
    "will would can could may might shall should must cannot 'll won't can't couldn't wouldn't shouldn't "
    "won’t can’t couldn’t wouldn’t shouldn’t".split()
)
DO_FORMS = frozenset("do does did don't doesn't didn't don’t doesn’t didn’t".split())
_SUBJECTS = frozenset("i we you they he she it who which that".split())
DETERMINERS = frozenset(
    "the a an this these those his her its their our my your no any some every each several many few more "
    "most another such both all whose 's ’s".split()
)
_PREPOSITIONS = frozenset(
    "of in on at by for with from after before during against over under following amid despite between into "
    "about through without since until via per as than like".split()
)
# "response to attack", "due to strikes": nouns follow this "to".
_NOUN_TO = frozenset(
    "response responses due according reaction subject prior thanks answer contribute related access back go "
    "goes going went gone taken sent returned".split()
)
_OBJECT_STARTS = frozenset(
    "the a an his her its their our this that these those him them us it me two three four five six ten dozens".split()
)
_VERB_LEADS = MODALS | DO_FORMS | _SUBJECTS | {"not", "never", "and", "or"}
_NOT = frozenset({"not", "n't", "n’t", "never"})
_PLURALS = frozenset("people police men women children let helped help".split())
_AFTER_VERBS = frozenset("in on with for against at".split())
# More than this share of capitalised words makes a headline.
_HEADLINE_SHARE = 0.6
_QUOTES = frozenset('"“')
_SHORT_WORD = 3  # letters; shorter words are lower case even in headlines


class Words:
    """The tokens of one sentence, their lower-case texts, and its clauses, cut when first asked for."""

    def __init__(self, tokens: Sequence[Token]) -> None:
        self.tokens = tokens
        self.low = [token.text.lower() for token in tokens]

    @cached_property
    def clauses(self) -> tuple[Clause, ...]:
        """The clauses of the sentence."""
        return split_clauses(self.tokens, self.low)

    @cached_property
    def headline(self) -> bool:
        """Whether most words have a capital, as in a headline, where a capital says nothing."""
        return _is_headline(self.tokens)

    @cached_property
    def vocabulary(self) -> frozenset[str]:
        """The different words of the sentence."""
        return frozenset(self.low)

    @cached_property
    def names(self) -> int:
        """How many words after the first have a capital."""
        return sum([token.text[0].isupper() for token in self.tokens[1:]])

    @cached_property
    def quotes(self) -> bool:
        """Whether something is quoted."""
        return not self.vocabulary.isdisjoint(_QUOTES)

    @cached_property
    def _ends(self) -> list[int]:
        return [clause.last for clause in self.clauses]

    def clause_at(self, i: int) -> int:
        """The number of the clause that holds token `i`."""
        return bisect_right(self._ends, i)

    def before(self, i: int) -> str:
        """The word before token `i`, over hyphens and quotes; "" at the start."""
        j = i - 1
        while j >= 0 and self.low[j] in "-\"'“”‘’":
            j -= 1
        return self.low[j] if j >= 0 else ""

    def after(self, i: int) -> str:
        """The word right after token `i`; "" at the end."""
        return self.low[i + 1] if i + 1 < len(self.low) else ""

    def capital(self, i: int) -> bool:
        """Whether token `i` is written with a capital that nothing but a name explains."""
        if i == 0 or not self.tokens[i].text[:1].isupper() or self.headline:
            return False
        return self.low[i - 1] not in '"“‘:—–-(.'


def _is_headline(tokens: Sequence[Token]) -> bool:
    if tokens[-1].text == ".":
        return False
    long = [token.text[0] for token in tokens if len(token.text) > _SHORT_WORD and token.text[0].isalpha()]
    return len(long) > 1 and sum(map(str.isupper, long)) > _HEADLINE_SHARE * len(long)


def reads_as_verb(words: Words, i: int, form: Form, *, alone: bool = True) -> bool:
    """Whether token `i`, in verb form `form`, is a verb here and not a noun.

    Past forms and -ing are taken as verbs, save at the end of a compound ("Iran-backed"). A base form wants "to", a
    modal or a subject before it, or an object after; with the other words of a longer trigger (not alone) it only
    must not follow a determiner.
    """
    if i > 1 and words.low[i - 1] == "-" and words.tokens[i - 2].end == words.tokens[i - 1].start:
        return False
    if form in ("past", "ing"):
        return True
    before = words.before(i)
    if before[:1].isdigit():
        return False
    if not alone:
        return before not in DETERMINERS and (form == "either" or before not in _PREPOSITIONS)
    if before == "to":
        return form != "third" and not (i > 1 and words.before(i - 1) in _NOUN_TO)
    return before in _VERB_LEADS or (_can_be_subject(words, before, form) and _object_follows(words, i))


def _can_be_subject(words: Words, before: str, form: Form) -> bool:
    """Whether the word before a base form can be its subject: "rebels attack", not "rocket attack" or "the attack"."""
    if before in DETERMINERS or before in _PREPOSITIONS:
        return False
    return form != "base" or not before or words.headline or before in _PLURALS or before.endswith(("s", "ly"))


def _object_follows(words: Words, i: int) -> bool:
    after = words.after(i)
    if after in _AFTER_VERBS or after in _OBJECT_STARTS:
        return True
    if words.headline:
        return bool(after) and after not in _PREPOSITIONS
    return i + 1 < len(words.tokens) and words.tokens[i + 1].text[0].isupper()


def reads_as_noun(words: Words, i: int) -> bool:
    """Whether token `i`, which can be a noun or a verb, is a noun here."""
    before = words.before(i)
    if before == "to":
        return i > 1 and words.before(i - 1) in _NOUN_TO
    return not (before in MODALS or before in DO_FORMS or before in _SUBJECTS - {"that"})


def read_form(words: Words, i: int) -> Form:
    """The form in which token `i` stands, if its ending or the word before it says that it is a verb; else ""."""
    word, before = words.low[i], words.before(i)
    if before in _NOT and i > 1:
        before = words.before(i - 1)
    if before in DETERMINERS or before in _PREPOSITIONS:
        return ""
    if word.endswith("ed") or is_irregular_past(word):
        return "past"
    if before in MODALS or before in DO_FORMS or (before == "to" and not (i > 1 and words.before(i - 1) in _NOUN_TO)):
        return "base"
    return ""
