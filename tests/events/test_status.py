"""The status of an event. Sentences are the project's own."""

from datetime import date

import pytest

from dashboard.events.detect import find_events
from dashboard.events.status import status_of
from dashboard.events.syntax import Words
from dashboard.language.tokens import tokenise
from dashboard.records import Segment, Span

TALKS, VISIT, ATTACK = "talks_visits", "talks_visits", "attacks_fighting"
DEAL, AID, OUT = "agreements_cooperation", "support_aid", "withdrawal_ceasefire"
HELD, SAYS, ARMY = "arrests_restrictions", "statements_disputes", "military_presence"
VOTE, CUT = "elections_government", "sanctions_broken_ties"

CASES = [
    # reported
    ("The Chilean minister visited Lima on Monday.", VISIT, "reported"),
    ("Rebels have attacked the town of Beni.", ATTACK, "reported"),
    ("She is the first German leader to visit Malawi.", VISIT, "reported"),
    ("The army began to withdraw its troops from the valley.", OUT, "reported"),
    ("The group claimed responsibility for the attack in Lahore.", ATTACK, "reported"),
    ("Suspected rebels attacked a bus near Jos.", ATTACK, "reported"),
    ("No fewer than 30 people were arrested in Tunis.", HELD, "reported"),
    ("Turkey called on Greece to withdraw its ships.", SAYS, "reported"),
    ("The mayor said he would resign, and police arrested his aide.", HELD, "reported"),
    # planned
    ("The pope plans to visit Mongolia.", VISIT, "planned"),
    ("The queen is slated to visit Ghana and Togo.", VISIT, "planned"),
    ("The foreign ministers will meet in Oslo next week.", TALKS, "planned"),
    ("Kenya is expected to deploy police to Haiti.", ARMY, "planned"),
    ("Zambia has agreed to release the prisoners.", OUT, "planned"),
    ("The two presidents are set to sign a treaty in Astana.", DEAL, "planned"),
    ("Bolivia's upcoming election worries investors in La Paz.", VOTE, "planned"),
    ("Talks between the two sides are expected to resume in Doha.", TALKS, "planned"),
    ("The minister said he planned to meet Omani officials and sign two agreements.", DEAL, "planned"),
    ("Troops will be deployed along the Polish border.", ARMY, "planned"),
    ("If rebels attack the dam, thousands could drown.", ATTACK, "planned"),
    # alleged
    ("Belgrade claimed that Kosovo police attacked the church.", ATTACK, "alleged"),
    ("The general is accused of bombing a school in Taiz.", ATTACK, "alleged"),
    ("Soldiers allegedly killed nine villagers in Rakhine.", ATTACK, "alleged"),
    ("Police reportedly arrested two bloggers in Hanoi.", HELD, "alleged"),
    ("He was charged with murdering a judge in Palermo.", ATTACK, "alleged"),
    ("Iranian media said, without providing evidence, that spies attacked the plant.", ATTACK, "alleged"),
    ("Troops shelled the camp, the rebels claimed.", ATTACK, "alleged"),
    # historical
    ("The United States invaded Grenada in 1983.", ATTACK, "historical"),
    ("In the 1970s, Uganda expelled its Asian minority.", CUT, "historical"),
    ("Fiji previously held elections under a military charter.", VOTE, "historical"),
    ("The bridge was bombed decades ago.", ATTACK, "historical"),
    ("Tension has grown since 2008, when Russian tanks invaded Georgia.", ATTACK, "historical"),
    # negated
    ("The Maltese minister did not visit Libya.", VISIT, "negated"),
    ("Eritrea has never held an election.", VOTE, "negated"),
    ("The two sides failed to reach a deal in Geneva.", DEAL, "negated"),
    ("Hungary refused to send weapons to Kyiv.", AID, "negated"),
    ("The council has yet to impose sanctions on the generals.", CUT, "negated"),
    ("Talks ended without an agreement between Cairo and Addis Ababa.", DEAL, "negated"),
    ("No attacks were reported in Sinai on Monday.", ATTACK, "negated"),
    ("India denied that it had attacked the post.", ATTACK, "negated"),
    ("They didn’t sign the treaty.", DEAL, "negated"),
    ("The state visit to Warsaw was cancelled.", VISIT, "negated"),
]


@pytest.mark.parametrize(("sentence", "kind", "expected"), CASES)
def test_status_of_the_event(sentence: str, kind: str, expected: str) -> None:
    segment = Segment(0, len(sentence), "paragraph", (Span(0, len(sentence)),))
    found = find_events(sentence, (segment,), (), published=date(2024, 9, 11))
    assert {event.type: event.status for event in found}.get(kind) == expected


def test_headline_infinitive_is_planned() -> None:
    title = "Nepal Leader to Visit Bhutan"
    found = find_events(title, (Segment(0, len(title), "title", (Span(0, len(title)),)),), ())
    assert [(event.type, event.status) for event in found] == [("talks_visits", "planned")]


SCOPES = [
    ("Kenya did not attend, but Uganda sent troops to Juba.", "sent", "past", "reported"),
    ("Police, who were not armed, arrested the man.", "arrested", "past", "reported"),
    ("The rebels will attack after they seized the road.", "seized", "past", "reported"),
    ("He denied involvement in the attack.", "attack", "", "reported"),
    ("They attacked not only the base.", "attacked", "past", "reported"),
]


@pytest.mark.parametrize(("sentence", "word", "form", "expected"), SCOPES)
def test_a_cue_keeps_to_its_clause(sentence: str, word: str, form: str, expected: str) -> None:
    words = Words(tokenise(sentence))
    assert status_of(words, words.low.index(word), form, year=2024) == expected  # type: ignore[arg-type]


YEARS = [
    ("They attacked the fort in 2003.", 2024, "historical"),
    ("They attacked the fort in 2023.", 2024, "reported"),
    ("They have attacked the fort since 2003.", 2024, "reported"),
    ("They attacked the fort in 2003.", None, "reported"),
    ("They attacked the fort in the 1980s.", None, "historical"),
    ("They attacked 2003 forts.", 2024, "reported"),
]


@pytest.mark.parametrize(("sentence", "year", "expected"), YEARS)
def test_a_year_is_long_ago_two_years_before_publication(sentence: str, year: int | None, expected: str) -> None:
    words = Words(tokenise(sentence))
    assert status_of(words, words.low.index("attacked"), "past", year=year) == expected
