"""How far a trigger is trusted. Sentences are the project's own."""

import pytest

from dashboard.events import trust as trust_module
from dashboard.events.lexicon import lexicon
from dashboard.events.syntax import Words
from dashboard.events.triggers import Found, found_in
from dashboard.events.trust import (
    TRUSTED,
    TRUSTED_ALONE,
    TRUSTED_IN_QUIET,
    Around,
    Trust,
    arounds,
    features_of,
    trust,
    trusted,
)
from dashboard.language.tokens import tokenise

CLASSES = lexicon().classes
ALONE = Around()
ARREST = "Police in Oslo arrested a man."
COUP = "After the coup, the African Union imposed sanctions on Guinea."
MATCH = (
    "The striker scored twice in the match.",
    "The coach praised his goalkeeper.",
    "The team attacked from the kickoff.",
)


def read(text: str) -> tuple[Words, list[Found]]:
    words = Words(tokenise(text))
    return words, found_in(words, 2024)


def features(text: str, kind: str, around: Around = ALONE) -> set[str]:
    words, found = read(text)
    (one,) = (each for each in found if each.entry.type == kind)
    return set(features_of(words, one, found, CLASSES, around))


def around_each(*texts: str) -> list[Around]:
    sentences, triggers = zip(*map(read, texts), strict=True)
    return list(arounds(sentences, triggers, CLASSES))


FEATURES = [
    (ARREST, {"bias", "type arrests_restrictions", "root COERCE", "status reported", "clause main", "form past"}),
    (ARREST, {"others 0", "before 0", "names 1", "place 0", "text", "has police"}),
    ("Police said “we” arrested a man.", {"quotes"}),
    ("Police Arrest Nine in Oslo Raid", {"headline"}),
    ("The police did not arrest a man.", {"status negated", "arrests_restrictions status negated"}),
]


@pytest.mark.parametrize(("sentence", "expected"), FEATURES)
def test_features_name_what_holds_in_the_sentence(sentence: str, expected: set[str]) -> None:
    assert expected <= features(sentence, "arrests_restrictions")


def test_another_type_in_the_sentence_is_a_feature_of_both() -> None:
    assert {"with sanctions_broken_ties", "before 0"} <= features(COUP, "elections_government")
    assert {"with elections_government", "before 1"} <= features(COUP, "sanctions_broken_ties")


def test_a_sentence_alone_has_no_features_of_a_text() -> None:
    assert not [name for name in features(ARREST, "arrests_restrictions") if name.startswith("around")]


AROUNDS = [
    (Around(3, 0), {"around", "around triggers 0", "around public 0", "around quiet 0"}),
    (Around(9, 8), {"around triggers 3"}),
    (Around(2, 1, frozenset({"police", "sport"})), {"around public 1", "around quiet 1", "around sport"}),
    (Around(2, 1, quiet=True), {"around is quiet"}),
]


@pytest.mark.parametrize(("around", "expected"), AROUNDS)
def test_features_name_what_the_text_speaks_of(around: Around, expected: set[str]) -> None:
    assert expected <= features(ARREST, "arrests_restrictions", around)


def test_a_sentence_has_the_others_of_its_text_around_it() -> None:
    first, second, third = around_each(ARREST, "It rained.", "Rebels attacked the town.")
    assert [one.sentences for one in (first, second, third)] == [2, 2, 2]
    assert [one.triggers for one in (first, second, third)] == [1, 2, 1]


def test_what_only_the_sentence_itself_speaks_of_is_not_around_it() -> None:
    police, none = around_each(ARREST, "It rained.")
    assert "police" not in police.kinds
    assert "police" in none.kinds
    assert all("police" in one.kinds for one in around_each(ARREST, ARREST))


def test_a_text_of_one_sentence_has_nothing_around() -> None:
    assert around_each(ARREST) == [ALONE]
    assert list(arounds([], [], CLASSES)) == []


@pytest.mark.parametrize(("texts", "quiet"), [(MATCH, True), ((ARREST, COUP), False)])
def test_a_report_of_a_match_is_quiet(texts: tuple[str, ...], quiet: bool) -> None:
    assert {one.quiet for one in around_each(*texts)} == {quiet}


ENOUGH = [
    (ALONE, TRUSTED_ALONE),
    (Around(sentences=2), TRUSTED),
    (Around(sentences=2, quiet=True), TRUSTED_IN_QUIET),
]


@pytest.mark.parametrize(("around", "enough"), ENOUGH, ids=["alone", "in a text", "in a quiet text"])
def test_how_much_belief_makes_an_event(around: Around, enough: float, monkeypatch: pytest.MonkeyPatch) -> None:
    words, found = read(ARREST)
    for belief, is_event in ((enough, True), (enough - 0.01, False)):
        monkeypatch.setattr(trust_module, "trust", lambda *_, belief=belief: Trust(belief, 1.0))
        assert bool(list(trusted(words, found, around, CLASSES))) is is_event


def test_a_quiet_text_needs_more_belief_and_a_sentence_alone_less() -> None:
    assert TRUSTED_ALONE < TRUSTED < TRUSTED_IN_QUIET


def test_belief_is_less_where_the_event_is_not_the_main_one() -> None:
    assert Trust(0.8, 1.0).both == pytest.approx(0.8)
    assert Trust(0.8, 0.0).both == pytest.approx(0.4)


def test_what_the_sentence_is_about_is_trusted_more_than_its_background() -> None:
    words, found = read("Rebels attacked Goma after the election.")
    main = {one.entry.type: trust(words, one, found, CLASSES, ALONE).main for one in found}
    assert main["attacks_fighting"] > max(belief for kind, belief in main.items() if kind != "attacks_fighting")


@pytest.mark.parametrize("sentence", [ARREST, COUP, "Rebels attacked the town of Beni."])
def test_beliefs_are_shares(sentence: str) -> None:
    words, found = read(sentence)
    for one in found:
        belief = trust(words, one, found, CLASSES, ALONE)
        assert 0 < belief.both <= belief.event < 1
