"""Who acts in an event and who is acted upon. Sentences are the project's own."""

from datetime import date
from itertools import chain

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dashboard.events.detect import find_events
from dashboard.events.participants import Trigger, candidates, none_features, participants
from dashboard.events.phrases import noun_phrases
from dashboard.events.syntax import Words
from dashboard.language.tokens import tokenise
from dashboard.records import Event, Participant, Place, Resolution, Segment, Span, Toponym

AID, ARMY, ATTACK = "support_aid", "military_presence", "attacks_fighting"
CUT, DISASTER, HELD = "sanctions_broken_ties", "disaster_displacement", "arrests_restrictions"
OUT = "withdrawal_ceasefire"
SAYS, THREAT, VISIT = "statements_disputes", "threats_warnings", "talks_visits"


def events_of(text: str, *resolutions: Resolution) -> tuple[Event, ...]:
    segment = Segment(0, len(text), "paragraph", (Span(0, len(text)),))
    return find_events(text, (segment,), resolutions, published=date(2024, 9, 11))


def told(text: str, kind: str) -> tuple[str | None, str | None]:
    """The actor and the recipient of the event of a type."""
    (event,) = (one for one in events_of(text) if one.type == kind)
    actor, recipient = (one and one.text for one in (event.actor, event.recipient))
    return actor, recipient


CASES = [
    # active
    ("The Malian army killed nine militants near Gao.", ATTACK, "The Malian army", "nine militants"),
    ("Prague expelled eighteen Russian diplomats.", CUT, "Prague", "eighteen Russian diplomats"),
    ("France deployed 400 troops to Chad.", ARMY, "France", "Chad"),
    ("The Chilean foreign minister visited Lima on Monday.", VISIT, "The Chilean foreign minister", "Lima"),
    ("The president of Iraq met the emir of Qatar in Doha.", VISIT, "The president of Iraq", "the emir of Qatar"),
    ("Ghana's president praised the Liberian government.", AID, "Ghana's president", "the Liberian government"),
    ("Egypt warned Ethiopia against filling the dam.", THREAT, "Egypt", "Ethiopia"),
    ("Manila called on Beijing to withdraw its ships.", SAYS, "Manila", "Beijing"),
    ("Poland delivered howitzers and ammunition to Ukraine.", AID, "Poland", "Ukraine"),
    ("KABUL (AFP) - Gunmen attacked a school on Monday.", ATTACK, "Gunmen", "a school"),
    ("Theresa May met the Polish prime minister.", VISIT, "Theresa May", "the Polish prime minister"),
    ("US troops killed two militants in Somalia.", ATTACK, "US troops", "two militants"),
    # passive, with the one who did it
    ("The convoy was attacked by gunmen near Goma.", ATTACK, "gunmen", "The convoy"),
    ("The mayor was arrested by soldiers.", HELD, "soldiers", "The mayor"),
    ("Four teachers were abducted by gunmen.", ATTACK, "gunmen", "Four teachers"),
    ("The ambassador was summoned by Berlin.", SAYS, "Berlin", "The ambassador"),
    # passive, without
    ("Two engineers were kidnapped in Derna.", ATTACK, None, "Two engineers"),
    ("The editor was jailed for ten years.", HELD, None, "The editor"),
    ("The judge was murdered in Palermo.", ATTACK, None, "The judge"),
    ("Two hostages were released in Gaza.", OUT, None, "Two hostages"),
    ("The town was shelled on Sunday.", ATTACK, None, "The town"),
    # the owner of a noun
    ("Denmark's suspension of aid to Egypt lasted a year.", CUT, "Denmark", "Egypt"),
    ("Britain's recognition of Palestine angered Israel.", AID, "Britain", "Palestine"),
    ("France's deployment of troops to Mali began.", ARMY, "France", "Mali"),
    ("Sweden's expulsion of two diplomats took effect.", CUT, "Sweden", "two diplomats"),
    # reporting on oneself
    ("Tehran said it had arrested two spies.", HELD, "Tehran", "two spies"),
    ("Manila said on Friday it had expelled two Chinese diplomats.", CUT, "Manila", "two Chinese diplomats"),
    ("Lagos said it had suspended aid to Togo.", CUT, "Lagos", "Togo"),
    # with its place
    ("A court in Argentina sentenced the general to life in prison.", HELD, "A court in Argentina", "the general"),
    ("Gunmen in Kaduna state kidnapped eleven students.", ATTACK, "Gunmen in Kaduna state", "eleven students"),
    # infinitive
    ("Qatar has offered to send medicine to Gaza.", AID, "Qatar", "Gaza"),
    ("Japan has offered to send engineers to Tonga.", AID, "Japan", "Tonga"),
    ("Turkey has threatened to invade Syria.", THREAT, "Turkey", "Syria"),
    ("A typhoon hit Luzon on Friday.", DISASTER, None, "Luzon"),
]


@pytest.mark.parametrize(("sentence", "kind", "actor", "recipient"), CASES)
def test_who_acts_and_who_is_acted_upon(sentence: str, kind: str, actor: str | None, recipient: str | None) -> None:
    assert told(sentence, kind) == (actor, recipient)


def placed(text: str, name: str, use: str) -> Resolution:
    start = text.index(name)
    toponym = Toponym(start, start + len(name), name, use)  # type: ignore[arg-type]
    return Resolution(toponym, Place(f"x:{name}", name, "city", 0.5, 0.5), 0.9)


@pytest.mark.parametrize(("use", "place"), [("associative", "x:Tehran"), ("demonym", "x:Tehran"), ("literal", None)])
def test_a_participant_has_the_place_that_acts_in_it(use: str, place: str | None) -> None:
    text = "Tehran said it had arrested two spies."
    (event,) = events_of(text, placed(text, "Tehran", use))
    assert event.actor == Participant(0, 6, "Tehran", place)


def test_without_phrases_nobody_takes_part() -> None:
    words = Words(tokenise("Attacked!"))
    assert participants(words, [], Trigger(0, 1, "past", "ASSAULT"), {}) == (None, None)


def test_nobody_is_an_answer_for_each_form_and_root() -> None:
    assert none_features(Trigger(0, 1, "", "AID")) == ("none", "none_noun", "none_AID")
    assert none_features(Trigger(0, 1, "past", "AID")) == ("none", "none_past", "none_AID")


VOICES = [
    ("The convoy was attacked by gunmen.", "passive"),
    ("The convoy attacked by gunmen was burned.", "passive"),
    ("The gunmen attacked the convoy.", "past"),
]


@pytest.mark.parametrize(("sentence", "voice"), VOICES)
def test_the_voice_of_the_verb_is_a_feature(sentence: str, voice: str) -> None:
    words = Words(tokenise(sentence))
    at = words.low.index("attacked")
    first = candidates(words, noun_phrases(words), Trigger(at, at + 1, "past", "ASSAULT"), NO_CLASSES)[0]
    assert {"first", f"first_{voice}", f"before_subject_{voice}"} <= set(chain(*first.features))


NO_CLASSES = {
    kind: frozenset[str]()
    for kind in "nation state statesman force armed police people crowd judge labor captive".split()
}


def test_the_trigger_is_cut_out_of_the_phrase_it_stands_in() -> None:
    text = "Police broke up the rebel attack."
    words = Words(tokenise(text))
    at = words.low.index("attack")
    options = candidates(words, noun_phrases(words), Trigger(at, at + 1, "", "ASSAULT"), NO_CLASSES)
    assert [words.low[one.first : one.last] for one in options][-2:] == [["the", "rebel"], ["the", "rebel", "attack"]]


def test_of_a_long_sentence_the_phrases_nearest_to_the_trigger_are_weighed() -> None:
    text = "A man saw " + "a dog, " * 40 + "rebels attacked the town."
    words = Words(tokenise(text))
    at = words.low.index("attacked")
    options = candidates(words, noun_phrases(words), Trigger(at, at + 1, "past", "ASSAULT"), NO_CLASSES)
    assert {one.last for one in options} >= {at, at + 3}
    assert len({one.first for one in options}) == 9


SENTENCES = [sentence for sentence, *_ in CASES]
PIECES = (
    "police arrested by the rebels ' 's attacked talks with , — ( to Kenya Theresa May US 2003 was of in and".split()
)
TEXTS = st.sampled_from(SENTENCES) | st.lists(st.sampled_from(PIECES)).map(" ".join) | st.text(max_size=60)


@settings(deadline=None, max_examples=150)
@given(st.lists(TEXTS, max_size=3).map(" ".join))
def test_participants_are_slices_of_the_text_inside_the_sentence(text: str) -> None:
    for event in events_of(text):
        for one in (event.actor, event.recipient):
            if one:
                assert text[one.start : one.end] == one.text
                assert event.start <= one.start < one.end <= event.end


@settings(deadline=None, max_examples=60)
@given(st.sampled_from(SENTENCES), st.sampled_from(SENTENCES))
def test_participants_keep_to_their_sentence(one: str, other: str) -> None:
    text = f"{one} {other}"
    spans = (Span(0, len(one)), Span(len(one) + 1, len(text)))
    for event in find_events(text, (Segment(0, len(text), "paragraph", spans),), ()):
        assert (event.start, event.end) in spans
        both = [each for each in (event.actor, event.recipient) if each]
        assert all(event.start <= each.start < each.end <= event.end for each in both)


@settings(deadline=None, max_examples=60)
@given(TEXTS)
def test_nobody_is_both_actor_and_recipient(text: str) -> None:
    for event in events_of(text):
        assert event.actor is None or event.actor != event.recipient
