"""Which events a sentence tells of. Sentences are the project's own."""

import time
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dashboard.events.detect import find_events
from dashboard.events.triggers import plover_root
from dashboard.events.types import event_types
from dashboard.language.tokens import tokenise
from dashboard.records import Event, Place, Resolution, Segment, Span, Toponym


def events_of(text: str, kind: str = "paragraph", published: date | None = date(2024, 9, 11)) -> tuple[Event, ...]:
    """The events of a text that is one sentence."""
    segment = Segment(0, len(text), kind, (Span(0, len(text)),))  # type: ignore[arg-type]
    return find_events(text, (segment,), (), published=published)


def test_tokens_known_already_give_the_same_events() -> None:
    text = "Rebels attacked the town. Envoys will visit Oslo."
    segment = Segment(0, len(text), "paragraph", (Span(0, 25), Span(26, len(text))))
    found = find_events(text, (segment,), ())
    assert len(found) == 2
    assert find_events(text, (segment,), (), tokens=tokenise(text)) == found


def types_of(text: str, kind: str = "paragraph") -> set[str]:
    return {event.type for event in events_of(text, kind)}


def trigger_of(text: str) -> str:
    event = max(events_of(text), key=lambda e: e.confidence)
    return text[event.trigger.start : event.trigger.end]


EXAMPLES = {
    "talks_visits": [
        "The Chilean foreign minister arrived in Lima for talks on fishing rights.",
        "Kenya's president held talks with his Ugandan counterpart in Kampala.",
        "King Felipe paid a three-day visit to Morocco.",
        "Leaders of nine Pacific nations gathered for a climate summit in Suva.",
        "Norway offered to mediate between the two sides in Colombia.",
        "The chancellor spoke by phone with the Japanese prime minister.",
        "Envoys from Hanoi and Seoul met in Bangkok to discuss fishing quotas.",
    ],
    "agreements_cooperation": [
        "Brazil and Argentina signed a trade agreement in Montevideo.",
        "Ethiopia agreed to reopen the road to the Djiboutian port.",
        "Greece and North Macedonia reached a deal over the name dispute.",
        "India and Sri Lanka held joint naval exercises off Colombo.",
        "The parliament in Tbilisi ratified the association treaty.",
        "Ottawa and Copenhagen set up a joint commission on the Arctic border.",
        "Malaysia will deepen its cooperation with Thailand on border security.",
    ],
    "support_aid": [
        "Japan sent medical supplies and blankets to Tonga.",
        "The European Union provided 40 million euros in relief to Mozambique.",
        "Ghana's president praised the Liberian government for its reforms.",
        "Qatar donated two field hospitals to Lebanon.",
        "Ireland recognised the state of Palestine on Tuesday.",
        "Poland delivered howitzers and ammunition to Ukraine.",
        "Mexico granted asylum to the ousted Bolivian leader.",
    ],
    "statements_disputes": [
        "Peru condemned the raid on the embassy in Quito.",
        "Azerbaijan accused Armenia of moving the border posts.",
        "Rwanda rejected the report by the United Nations experts.",
        "Manila called on Beijing to withdraw its ships.",
        "Prosecutors in Seoul opened an investigation into the ferry's owner.",
        "Hungary refused to take in the asylum seekers.",
        "The Malian junta demanded that the French ambassador leave.",
    ],
    "threats_warnings": [
        "North Korea threatened to fire on South Korean patrol boats.",
        "Egypt warned Ethiopia against filling the dam.",
        "The rebels in eastern Congo gave the governor an ultimatum.",
        "Ankara vowed to retaliate for the killing of its soldiers.",
        "Serbia issued a stern warning to Kosovo over the licence plates.",
        "The Taliban made death threats to teachers in Kandahar.",
    ],
    "protests_strikes": [
        "Thousands of people marched through Dhaka against the quota law.",
        "Bus drivers in Nairobi went on strike over fuel prices.",
        "Farmers blocked the highway to Brussels with tractors.",
        "Students clashed with police outside the parliament in Santiago.",
        "An activist held in Minsk began a hunger strike.",
        "Protesters took to the streets of Colombo.",
        "Dock workers in Durban staged a walkout on Monday.",
    ],
    "attacks_fighting": [
        "A car bomb exploded outside a police station in Mogadishu.",
        "Gunmen kidnapped eleven students in Kaduna state.",
        "Warplanes bombed a market in the Yemeni port of Hodeida.",
        "The convoy came under heavy fire near Goma.",
        "A drone strike killed two militants in Waziristan.",
        "Ukrainian troops recaptured the village of Robotyne.",
        "A gunman shot dead a candidate in Guayaquil.",
    ],
    "military_presence": [
        "France deployed 400 troops to Chad.",
        "Greece put its navy on high alert in the Aegean.",
        "Russian soldiers stationed in Transnistria guard the depot.",
        "Japan hosts about 54,000 American soldiers.",
        "Venezuela massed troops along the border with Guyana.",
        "Army reinforcements arrived in Cabo Delgado.",
        "North Korea tested a ballistic missile off Wonsan.",
    ],
    "withdrawal_ceasefire": [
        "Armenia withdrew its troops from the four villages.",
        "The two sides in Sudan declared a truce for Ramadan.",
        "Colombian rebels released five hostages near Arauca.",
        "Spain lifted the state of emergency after three months.",
        "The last French soldiers left Niger on Friday.",
        "Eritrea freed 28 prisoners held for their faith.",
        "Moldova demanded the withdrawal of Russian troops.",
    ],
    "arrests_restrictions": [
        "Police in Harare arrested an opposition lawmaker.",
        "A court in Yangon sentenced the editor to ten years in prison.",
        "Kazakhstan imposed a night curfew in Almaty.",
        "Denmark deported two Syrian families.",
        "Authorities in Kampala shut down the internet before the vote.",
        "The former Honduran president was convicted of drug trafficking.",
        "Iran banned two newspapers and closed a radio station in Shiraz.",
    ],
    "sanctions_broken_ties": [
        "Canada imposed sanctions on nine officials in Caracas.",
        "Costa Rica severed diplomatic ties with Taipei.",
        "Prague expelled eighteen Russian diplomats.",
        "Sweden suspended aid to Burkina Faso.",
        "Algeria recalled its ambassador from Madrid.",
        "The arms embargo against South Sudan was extended by the council.",
    ],
    "elections_government": [
        "Indonesia held a presidential election in February.",
        "The prime minister of Nepal resigned after losing a confidence vote.",
        "Soldiers in Gabon staged a coup hours after the count.",
        "Claudia Sheinbaum was sworn in as president of Mexico.",
        "Voters in Ecuador went to the polls on Sunday.",
        "The junta in Ouagadougou dissolved the government.",
        "A new coalition government took office in The Hague.",
    ],
    "disaster_displacement": [
        "A magnitude 6.8 earthquake shook the High Atlas in Morocco.",
        "Floods forced thousands of people from their homes in Rio Grande do Sul.",
        "A ferry capsized off Zanzibar with 200 people aboard.",
        "More than 10,000 civilians fled the fighting around Bunagana.",
        "The health ministry in Kinshasa declared an outbreak of Ebola.",
        "Wildfires swept through villages near Valparaiso.",
        "A passenger train derailed near Odisha.",
    ],
}


@pytest.mark.parametrize(("expected", "sentence"), [(key, s) for key, some in EXAMPLES.items() for s in some])
def test_sentence_carries_its_type(expected: str, sentence: str) -> None:
    assert expected in types_of(sentence)


def test_every_type_of_event_has_examples() -> None:
    assert EXAMPLES.keys() == event_types().keys() - {"background"}


FALSE_FRIENDS = [
    "He died of a heart attack at his home in Leeds.",
    "The striker scored twice as Lyon beat Lille in the league match.",
    "She won the gold medal in the 200 metres.",
    "The library will be closed on Monday.",
    "Visit our website for the full list of prizes.",
    "The fire department has moved into a new building.",
    "He battled cancer for three years.",
    "The company released its quarterly results on Thursday.",
    "The bank cut its forecast for growth.",
    "A lightning strike damaged the old oak.",
    "The director began to shoot the film in Wales.",
    "The orchestra struck a chord with its audience.",
    "The May weather in Paris was mild.",
    "The price of milk rose in March.",
    "Mia fought back tears at the premiere.",
    "The Crown Prince opened the bridge.",
    "In order to save water, gardens are watered at night.",
    "The shop is close to the station.",
    "The police station on Mill Lane is being painted.",
    "The hotel has 40 rooms and a view of the lake.",
    "The book is about life in Vienna.",
    "The agency's trial run of the new buses went well.",
    "Her new album is out.",
    "The river is 300 kilometres long.",
    "The population of Lagos has doubled since 1990.",
    "Oil exports account for most of Angola's income.",
    "The museum shows weapons of the Bronze Age.",
    "Dinner is at 2400 block of Elm Street.",
    "He is the president of the chess club.",
    "The talks show host lives in Burbank.",
]


@pytest.mark.parametrize("sentence", FALSE_FRIENDS)
def test_no_event_in(sentence: str) -> None:
    assert types_of(sentence) == set()


SEVERAL = [
    ("Nigeria condemned the attack and sent troops to the border.", {"statements_disputes", "military_presence"}),
    (
        "After the coup, the African Union imposed sanctions on Guinea.",
        {"elections_government", "sanctions_broken_ties"},
    ),
    ("Police arrested 40 people during protests in Tunis.", {"arrests_restrictions", "protests_strikes"}),
    ("The ministers met in Oslo and signed an agreement on fishing.", {"talks_visits", "agreements_cooperation"}),
]


@pytest.mark.parametrize(("sentence", "expected"), SEVERAL)
def test_a_sentence_can_carry_several_types(sentence: str, expected: set[str]) -> None:
    assert expected <= types_of(sentence)


def test_one_event_for_each_type_of_a_sentence() -> None:
    found = [e.type for e in events_of("Rebels attacked Goma, shelled the airport and bombed the bridge.")]
    assert found == ["attacks_fighting"]


TRIGGERS = [
    ("The convoy came under heavy fire near Goma.", "came under heavy fire"),
    ("France deployed 400 troops to Chad.", "deployed 400 troops"),
    ("Ghana signed a long-awaited agreement with Togo.", "signed a long-awaited agreement"),
    ("Police in Oslo arrested a man.", "arrested a man"),
]


@pytest.mark.parametrize(("sentence", "trigger"), TRIGGERS)
def test_trigger_is_shown_as_evidence(sentence: str, trigger: str) -> None:
    assert trigger_of(sentence) == trigger


def test_a_longer_trigger_takes_its_words() -> None:
    assert types_of("Two men on hunger strike were moved to a clinic in Izmir.") == {"protests_strikes"}


CODES = [
    ("Police in Harare arrested a lawmaker.", "COERCE", "arrest", "Arrests"),
    ("Gunmen kidnapped a priest in Enugu.", "ASSAULT", "abduct", "Violence against civilians"),
    ("Indonesia held a presidential election.", None, None, None),
    ("Malta will send medicine to Libya.", "AGREE", None, None),
    ("Iran will impose sanctions on two officials.", "THREATEN", None, None),
]


@pytest.mark.parametrize(("sentence", "plover", "mode", "acled"), CODES)
def test_codes_of_other_schemes(sentence: str, plover: str | None, mode: str | None, acled: str | None) -> None:
    event = max(events_of(sentence), key=lambda e: e.confidence)
    assert (event.plover, event.mode, event.acled) == (plover, mode, acled)


@pytest.mark.parametrize(
    ("root", "status", "expected"),
    [
        ("AID", "reported", "AID"),
        ("AID", "planned", "AGREE"),
        ("ASSAULT", "planned", "THREATEN"),
        ("AGREE", "negated", "REJECT"),
        ("ASSAULT", "negated", "ASSAULT"),
        (None, "planned", None),
    ],
)
def test_root_follows_status(root: str | None, status: str, expected: str | None) -> None:
    assert plover_root(root, status) == expected  # type: ignore[arg-type]


@pytest.mark.parametrize("kind", ["byline", "updated", "notice"])
def test_kinds_without_news_are_skipped(kind: str) -> None:
    assert types_of("Police arrested a man in Oslo.", kind) == set()


def test_copies_are_skipped() -> None:
    text = "Police arrested a man."
    assert find_events(text, (Segment(0, len(text), "caption", (Span(0, len(text)),), copy_of=0),), ()) == ()


def test_reports_of_sport_stay_without_events() -> None:
    text = (
        "The visitors attacked from the kickoff and the striker scored before halftime. The coach praised his defenders. "
        "The home team fought for a goal but the goalkeeper beat away each shot. They lost the match and the cup."
    )
    assert types_of(text) == set()


def named(text: str, name: str, use: str = "literal", copy_of: int | None = None) -> Resolution:
    start = text.index(name)
    toponym = Toponym(start, start + len(name), name, use, copy_of=copy_of)  # type: ignore[arg-type]
    return Resolution(toponym, Place(f"x:{name}", name, "city", 0.5, 0.5), 0.9)


def places_of_event(text: str, *resolutions: Resolution) -> tuple[str, ...]:
    segment = Segment(0, len(text), "paragraph", (Span(0, len(text)),))
    return find_events(text, (segment,), resolutions)[0].place_ids


TWO = "Cairo said gunmen kidnapped two engineers in Derna and Tobruk."


def test_places_are_literal_first_then_nearest() -> None:
    some = (named(TWO, "Cairo", "associative"), named(TWO, "Tobruk"), named(TWO, "Derna"))
    assert places_of_event(TWO, *some) == ("x:Derna", "x:Tobruk", "x:Cairo")


def test_demonyms_copies_and_unknown_places_are_no_place_of_an_event() -> None:
    unknown = Resolution(Toponym(TWO.index("Derna"), TWO.index("Derna") + 5, "Derna", "literal"), None, 0.0)
    assert places_of_event(TWO, named(TWO, "Cairo", "demonym"), named(TWO, "Tobruk", copy_of=0), unknown) == ()


def test_places_of_another_sentence_are_not_taken() -> None:
    text = "Police arrested a man in Oslo. It rained in Bergen."
    segment = Segment(0, len(text), "paragraph", (Span(0, 31), Span(31, len(text))))
    found = find_events(text, (segment,), (named(text, "Oslo"), named(text, "Bergen")))
    assert [event.place_ids for event in found] == [("x:Oslo",)]


WORDS = (
    "police arrested not will the rebels attacked talks with , — ( “ that if to Kenya 2003 1980s U.S. strike".split()
)
HOSTILE = st.text(st.characters(codec=None, categories=None)) | st.lists(st.sampled_from(WORDS)).map(" ".join)


@given(HOSTILE)
@settings(max_examples=150, deadline=None)
def test_any_text_is_read_and_triggers_lie_within_their_sentence(text: str) -> None:
    for event in events_of(text):
        assert 0 <= event.start <= event.trigger.start < event.trigger.end <= event.end <= len(text)
        assert 0 <= event.confidence <= 1


STRANGE = [
    "\ud800 attacked \udfff",
    "at\u200btacked",
    "هاجم المسلحون attacked القرية",
    "💥 attacked 💥",
    "{{7*7}} attacked",
]


@pytest.mark.parametrize("text", STRANGE)
def test_hostile_unicode_does_not_raise(text: str) -> None:
    assert all(event.type in event_types() for event in events_of(text))


def seconds_for(text: str) -> float:
    """The best of three: the collector of garbage may come into any one."""
    took = []
    for _ in range(3):
        start = time.perf_counter()
        events_of(text)
        took.append(time.perf_counter() - start)
    return min(took)


@pytest.mark.parametrize("piece", ["attacked ", "after the attack ", "claimed that it will not attack, ", "called on "])
def test_ten_thousand_repeats_take_linear_time(piece: str) -> None:
    seconds_for(piece)
    # A quadratic reader would take 100 times as long for ten times the text; 40 leaves room for a busy machine.
    assert seconds_for(piece * 10_000) < 40 * max(seconds_for(piece * 1_000), 0.002)
