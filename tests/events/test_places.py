"""Where an event is. In the texts names are in [ ], those of who acts or owns in < >; the trigger is in { }."""

import re

import pytest

from dashboard.articles.segments import segment
from dashboard.events.places import Scene, Site, features_of, places_of, sites_around, sites_of
from dashboard.events.sentences import Sentence, sentences_of
from dashboard.records import Place, Reference, Resolution, Toponym

_MARK = re.compile(r"[\[<{](.+?)[\]>}]")
COUNTRIES = frozenset({"Kuwait", "Iraq", "Chad"})


def named(name: str, start: int, use: str, **more: int) -> Resolution:
    toponym = Toponym(start, start + len(name), name, use, **more)  # type: ignore[arg-type]
    return Resolution(toponym, Place(name, name, "country" if name in COUNTRIES else "city", 0.5, 0.5), 1.0)


def read(marked: str) -> tuple[list[Sentence], list[Resolution], tuple[int, int]]:
    """The sentences of a text, the names marked in it, and the characters of its trigger."""
    text = re.sub(r"[\[\]<>{}]", "", marked)
    names, trigger = [], (0, 0)
    for number, match in enumerate(_MARK.finditer(marked)):
        start = match.start() - 2 * number
        if match[0][0] == "{":
            trigger = start, start + len(match[1])
        else:
            names.append(named(match[1], start, "literal" if match[0][0] == "[" else "associative"))
    return list(sentences_of(text, segment(text), None)), names, trigger


def asked(marked: str, kind: str) -> tuple[Scene, list[Sentence], list[Site]]:
    sentences, names, (start, end) = read(marked)
    number = next(n for n, one in enumerate(sentences) if one.span.start <= start < one.span.end)
    inside = [i for i, token in enumerate(sentences[number].words.tokens) if start <= token.start < end]
    scene = Scene(kind, number, (inside[0], inside[-1] + 1))
    return scene, sentences, sites_around(number, sentences, sites_of(sentences, names, ()))


def places(marked: str, kind: str = "attacks_fighting") -> tuple[str, ...]:
    scene, sentences, sites = asked(marked, kind)
    return places_of(scene, sentences[scene.sentence].words, sites)


@pytest.mark.parametrize(
    ("marked", "kind", "expected"),
    [
        ("Rebels {shelled} a market in [Goma] on Monday, a doctor in [Bukavu] said.", "attacks_fighting", "Goma"),
        ("Residents fled to [Bukavu] after rebels {shelled} a market in [Goma].", "attacks_fighting", "Goma"),
        ("Envoys {met} in [Vienna]. They flew home on Sunday.", "talks_visits", "Vienna"),
        ("Envoys flew to [Vienna]. They {met} for two hours.", "talks_visits", "Vienna"),
        ("[Kukes] lies in the hills. Pilots {delivered blankets} there in spring.", "support_aid", "Kukes"),
        ("Students {blocked} the bridge. It leads to [Tuzla].", "protests_strikes", "Tuzla"),
    ],
)
def test_an_event_is_at(marked: str, kind: str, expected: str) -> None:
    assert places(marked, kind)[:1] == (expected,)


def test_a_place_named_twice_counts_once() -> None:
    assert places("In [Goma] rebels {shelled} the market of [Goma].") == ("Goma",)


def test_the_other_places_of_the_sentence_follow() -> None:
    assert places("<Chad> said that rebels {shelled} [Goma]. A shop in [Bukavu] was shut.") == ("Goma", "Chad")


def test_a_passage_without_names_has_no_place() -> None:
    assert places("Rebels {shelled} the market.") == ()


def test_another_passage_gives_no_place() -> None:
    assert places("A shop in [Bukavu] was shut on Monday.\n\nRebels {shelled} the market.") == ()


def test_who_acts_and_who_is_acted_upon_are_told_apart() -> None:
    scene, sentences, sites = asked("<Iraq> {invaded} <Kuwait>.", "attacks_fighting")
    scene = scene._replace(actor=sites[0].tokens, recipient=sites[1].tokens)
    assert places_of(scene, sentences[0].words, sites) == ("Kuwait", "Iraq")
    features = features_of(scene, sentences[0].words, sites)
    assert ["actor actor" in one for one in features] == [True, False]
    assert ["recipient actor" in one for one in features] == [False, True]


IGNORED = {
    "a demonym": named("Goma", 19, "demonym"),
    "a copy": named("Goma", 19, "literal", copy_of=0),
    "without a point": Resolution(Toponym(19, 23, "Goma", "literal"), None, 0.4),
    "outside": named("Goma", 900, "literal"),
}


@pytest.mark.parametrize("name", IGNORED.values(), ids=IGNORED)
def test_no_site_is(name: Resolution) -> None:
    sentences, _, _ = read("Rebels attacked in Goma.")
    assert sites_of(sentences, [name], ()) == {}


def test_a_reference_to_one_place_is_a_site_and_one_to_two_is_none() -> None:
    sentences, names, _ = read("[Goma] is a town. Rebels attacked the town.")
    references = [Reference(33, 41, "the town", ("Goma",)), Reference(33, 41, "the towns", ("Goma", "Bukavu"))]
    sites = sites_of(sentences, names, references)
    assert [(site.use, site.size, site.lead) for site in sites[1]] == [("reference", "point", "other")]


def test_of_a_passage_of_ten_thousand_names_a_few_are_weighed() -> None:
    sentences, names, _ = read("Rebels {attacked} " + "[Goma], " * 10_000 + "they said.")
    assert len(sites_around(0, sentences, sites_of(sentences, names, ()))) < 100
