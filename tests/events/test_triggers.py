"""Which triggers stand in a sentence, before they are weighed. Sentences are the project's own."""

import pytest

from dashboard.events.syntax import Words
from dashboard.events.triggers import Found, found_in, plover_root
from dashboard.language.tokens import tokenise


def triggers_of(text: str, year: int | None = 2024) -> dict[str, Found]:
    """The trigger of each type."""
    return {one.entry.type: one for one in found_in(Words(tokenise(text)), year)}


def words_of(text: str, first: int, last: int) -> str:
    return " ".join(token.text for token in tokenise(text)[first:last])


FALSE_FRIENDS = [
    "He died of a heart attack.",
    "A panic attack kept her at home.",
    "A lightning strike damaged the oak.",
    "He won a landslide victory.",
    "The talks show host lives in Burbank.",
]


@pytest.mark.parametrize("sentence", FALSE_FRIENDS)
def test_a_false_friend_takes_the_word_away(sentence: str) -> None:
    assert triggers_of(sentence) == {}


def test_a_false_friend_leaves_other_words_of_the_sentence() -> None:
    text = "The heart attack came after rebels attacked the town."
    found = triggers_of(text)["attacks_fighting"]
    assert words_of(text, found.first, found.last) == "rebels attacked"


LONGER = [
    ("A hunger strike began in Minsk.", {"protests_strikes": "hunger strike"}),
    ("A drone strike killed two militants.", {"attacks_fighting": "drone strike"}),
    ("The convoy came under heavy fire.", {"attacks_fighting": "came under heavy fire"}),
    ("Police arrested a man.", {"arrests_restrictions": "arrested a man"}),
    ("The ministers held talks in Oslo.", {"talks_visits": "held talks"}),
    ("Ottawa called off the talks.", {"statements_disputes": "called off the talks"}),
]


@pytest.mark.parametrize(("sentence", "expected"), LONGER)
def test_the_longer_trigger_takes_the_word(sentence: str, expected: dict[str, str]) -> None:
    found = triggers_of(sentence)
    assert {kind: words_of(sentence, one.first, one.last) for kind, one in found.items()} == expected


@pytest.mark.parametrize(
    "sentence", ["The Strike family left Oslo.", "The iron-ore strike-breaker slept.", "An Iran-backed group met."]
)
def test_names_and_parts_of_compounds_are_no_trigger_of_fighting(sentence: str) -> None:
    assert "attacks_fighting" not in triggers_of(sentence)


MODES = [
    ("Gunmen kidnapped a priest in Enugu.", "abduct", "Violence against civilians"),
    ("Gunmen abducted six nuns near Jos.", "abduct", "Violence against civilians"),
    ("Warplanes bombed a market.", "explosives", "Explosions/Remote violence"),
    ("The army bombed the port.", "explosives", "Explosions/Remote violence"),
    ("Rebels attacked the town.", None, "Battles"),
]


@pytest.mark.parametrize(("sentence", "mode", "acled"), MODES)
def test_a_longer_trigger_without_a_mode_has_that_of_the_shorter(
    sentence: str, mode: str | None, acled: str | None
) -> None:
    found = triggers_of(sentence)["attacks_fighting"]
    assert found.last - found.first > 1
    assert (found.entry.mode, found.entry.acled) == (mode, acled)


HAVE = [
    ("The ministers have talks in Oslo.", "have talks in"),
    ("The ministers have refused talks in Oslo.", "talks in"),
    ("They have refused talks with Cairo.", "talks with"),
]


@pytest.mark.parametrize(("sentence", "trigger"), HAVE)
def test_have_before_a_participle_has_no_talks(sentence: str, trigger: str) -> None:
    found = triggers_of(sentence)["talks_visits"]
    assert words_of(sentence, found.first, found.last) == trigger


def test_talks_that_were_refused_did_not_take_place() -> None:
    found = triggers_of("They have refused talks with Cairo.")
    assert (found["talks_visits"].status, found["talks_visits"].root) == ("negated", "REJECT")
    assert found["statements_disputes"].status == "reported"


CORES = [
    ("France will deploy 400 troops to Chad.", "military_presence", "deploy"),
    ("Troops stormed the building.", "attacks_fighting", "stormed"),
    ("A gunman shot dead a candidate.", "attacks_fighting", "shot"),
    ("The envoys will visit Oslo.", "talks_visits", "visit"),
    ("They called on Beijing to withdraw.", "statements_disputes", "called on"),
    ("A drone strike killed two militants.", "attacks_fighting", "drone strike"),
]


@pytest.mark.parametrize(("sentence", "kind", "core"), CORES)
def test_the_core_of_a_trigger_is_its_verb_or_noun(sentence: str, kind: str, core: str) -> None:
    assert words_of(sentence, *triggers_of(sentence)[kind].core) == core


@pytest.mark.parametrize(("year", "status"), [(2024, "historical"), (2003, "reported"), (None, "reported")])
def test_long_ago_counts_from_the_year_given(year: int | None, status: str) -> None:
    assert triggers_of("Rebels attacked the fort in 2003.", year)["attacks_fighting"].status == status


ROOTS = [
    ("CONSULT", "planned", "AGREE"),
    ("CONCEDE", "planned", "AGREE"),
    ("AGREE", "planned", "AGREE"),
    ("PROTEST", "planned", "THREATEN"),
    ("SANCTION", "planned", "THREATEN"),
    ("MOBILIZE", "planned", "MOBILIZE"),
    ("RETREAT", "negated", "REJECT"),
    ("COERCE", "negated", "COERCE"),
    ("CONSULT", "alleged", "CONSULT"),
    ("COERCE", "historical", "COERCE"),
    (None, "negated", None),
]


@pytest.mark.parametrize(("root", "status", "expected"), ROOTS)
def test_root_of_an_act_follows_whether_it_happened(root: str | None, status: str, expected: str | None) -> None:
    assert plover_root(root, status) == expected  # type: ignore[arg-type]


FOUND_ROOTS = [
    ("The envoys will visit Oslo.", "talks_visits", "AGREE"),
    ("The envoys did not visit Oslo.", "talks_visits", "REJECT"),
    ("The envoys visited Oslo.", "talks_visits", "CONSULT"),
    ("Indonesia held a presidential election.", "elections_government", None),
]


@pytest.mark.parametrize(("sentence", "kind", "root"), FOUND_ROOTS)
def test_a_trigger_is_found_with_the_root_of_its_status(sentence: str, kind: str, root: str | None) -> None:
    assert triggers_of(sentence)[kind].root == root
