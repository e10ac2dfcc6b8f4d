"""Where an event is: of the places its passage names, those that a linear model likes best.

Features: in which sentence a name stands and on which side of the trigger, the preposition before it, how it is used,
what kind of place it is, whether it acts or is acted upon. Fitted by benchmarks.fitting.event_places.
"""

from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache
from typing import NamedTuple

from dashboard.events.sentences import Sentence
from dashboard.events.syntax import Words
from dashboard.learning.linear import dot, load_weights
from dashboard.records import Reference, Resolution

Tokens = tuple[int, int]
"""The first token of a phrase in its sentence, and the one after its last."""

Features = dict[str, float]

_SIZES = {
    "country": "country", "territory": "country",
    "admin1": "area", "admin2": "area", "region": "area", "continent": "area", "sea": "area",
}  # fmt: skip
_LEADS = frozenset(
    "in at on near from to of for with against by between outside around across into over through off inside toward "
    "towards via along beyond under".split()
)
_STEPPED_OVER = frozenset(
    "the a an southern northern eastern western central north south east west northeastern nearby neighbouring "
    "neighboring capital city town village of".split()
)
_OWNERS = frozenset({"'s", "’s"})
# Words that lead back to a place just named: "set up camp there", "a bomb at the station".
_BACK = frozenset(
    "there here town village city camp island islands port district region area valley site enclave hospital "
    "university airport border stadium square prison mosque church base embassy capital country".split()
)
_EARLIER = 3  # sentences before the event's own whose names are looked at; one behind it is, too
_MOST = 24  # names looked at, the last ones
_FAR = 20  # tokens; a name farther from the trigger is far
_OFTEN = 3  # mentions; more say no more


class Site(NamedTuple):
    """A place as a passage names it. use: "scene", "actor" (its government or people), "reference" ("the capital").

    size: "country", "area" or "point". sentence: its number in the text; tokens: of it there. lead: the preposition
    before it, "start" where it begins the sentence, else "other". owns: "'s" follows.
    """

    place_id: str
    use: str
    size: str
    sentence: int
    tokens: Tokens
    lead: str
    owns: bool


class Scene(NamedTuple):
    """An event whose place is asked for: its type, the number of its sentence, the tokens of trigger and roles."""

    type: str
    sentence: int
    trigger: Tokens
    actor: Tokens | None = None
    recipient: Tokens | None = None


def sites_of(
    sentences: Sequence[Sentence], resolutions: Iterable[Resolution], references: Iterable[Reference]
) -> dict[int, list[Site]]:
    """The sites of each sentence in its order, by its number. Linear in the names.

    Demonyms, copies and names of no known place are left out; so is what refers to two places.
    """
    known = [(one, one.place) for one in resolutions if one.place]
    sizes = {place.place_id: _SIZES.get(place.kind, "point") for _, place in known}
    spans = [
        (one.toponym.start, one.toponym.end, place.place_id, "scene" if one.toponym.use == "literal" else "actor")
        for one, place in known
        if one.toponym.use != "demonym" and one.toponym.copy_of is None
    ]
    spans += [(one.start, one.end, one.place_ids[0], "reference") for one in references if len(one.place_ids) == 1]
    starts = [sentence.span.start for sentence in sentences]
    sites: dict[int, list[Site]] = {}
    for start, end, place_id, use in sorted(spans):
        number = bisect_right(starts, start) - 1
        if number >= 0 and end <= sentences[number].span.end:
            standing = _standing(sentences[number].words, start, end)
            sites.setdefault(number, []).append(Site(place_id, use, sizes.get(place_id, "point"), number, *standing))
    return sites


def _standing(words: Words, start: int, end: int) -> tuple[Tokens, str, bool]:
    """The tokens of the characters [start, end), what leads to them, and whether they own what follows."""
    first = bisect_left(words.tokens, start, key=lambda token: token.start)
    last = bisect_left(words.tokens, end, lo=first, key=lambda token: token.start)
    before = first - 1
    while before >= 0 and words.low[before] in _STEPPED_OVER:
        before -= 1
    lead = "start" if before < 0 else words.low[before] if words.low[before] in _LEADS else "other"
    return (first, last), lead, last < len(words.low) and words.low[last] in _OWNERS


def sites_around(number: int, sentences: Sequence[Sentence], sites: Mapping[int, list[Site]]) -> list[Site]:
    """The sites that may be the place of an event in sentence `number`: of its passage, some before, one behind it."""
    passage = sentences[number].passage
    near = range(max(0, number - _EARLIER), min(len(sentences), number + 2))
    return [site for one in near if sentences[one].passage == passage for site in sites.get(one, ())][-_MOST:]


def places_of(scene: Scene, words: Words, sites: Sequence[Site]) -> tuple[str, ...]:
    """The place_ids of an event, each once: the likeliest of the sites, then those of its own sentence, best first.

    words: of the event's sentence. sites: those around it.
    """
    weights = load_weights("event_places")
    scores = [dot(features, weights) for features in features_of(scene, words, sites)]
    ranked = [sites[number] for number in sorted(range(len(sites)), key=lambda number: -scores[number])]
    here = [site for site in ranked[1:] if site.sentence == scene.sentence]
    return tuple(dict.fromkeys(site.place_id for site in (*ranked[:1], *here)))


def features_of(scene: Scene, words: Words, sites: Sequence[Site]) -> list[Features]:
    """The features of each site, in their order."""
    uses = {site.use for site in sites if site.sentence == scene.sentence}
    own = "nothing" if not uses else "actors" if uses == {"actor"} else "scenes"
    back = "back" if not _BACK.isdisjoint(words.vocabulary) else "on"
    ends = _last_ones(sites, scene.sentence)
    counts = Counter(site.place_id for site in sites)
    found = []
    for number, site in enumerate(sites):
        where = _where(site.sentence - scene.sentence)
        features = dict.fromkeys(_at(where, site.use, site.size, own), 1.0)
        features["mentions"] = min(counts[site.place_id], _OFTEN) / _OFTEN
        if where == "same":
            names, distance = _beside(site, scene, words)
            features |= dict.fromkeys(names, 1.0) | distance
        else:
            names = [f"elsewhere lead {site.lead}", f"{where} {back} {site.size}", f"{where} {back} {site.use}"]
            features |= dict.fromkeys([*names, *ends.get(number, ())], 1.0)
        features |= {f"{scene.type} {site.use}": 1.0, f"{scene.type} {site.size}": 1.0}
        found.append(features)
    return found


def _where(sentences: int) -> str:
    """Where a site's sentence stands to the event's."""
    if not sentences:
        return "same"
    return {-1: "just before", 1: "behind"}.get(sentences, "before")


@lru_cache(maxsize=1000)
def _at(where: str, use: str, size: str, own: str) -> tuple[str, ...]:
    """Features of how a site stands in the passage. own: what the event's sentence names."""
    names = (where, f"{where} {use}", f"{where} {size}", f"{where} {use} {size}")
    return (*names, f"{where} of {own}", f"{where} {use} of {own}", f"{where} {size} of {own}")


def _beside(site: Site, scene: Scene, words: Words) -> tuple[list[str], Features]:
    """Features of a site in the event's own sentence, and how far from the trigger it stands."""
    (first, last), (begin, end) = site.tokens, scene.trigger
    side, distance = (
        ("behind", first - end) if first >= end else ("ahead", begin - last) if last <= begin else ("in", 0)
    )
    clauses = {words.clause_at(begin), words.clause_at(end - 1)}
    clause = "same" if words.clause_at(first) in clauses else "other"
    names = [f"lead {site.lead}", f"{side} lead {site.lead}", f"clause {clause}", f"{side} {site.use}"]
    names.append(f"{side} {site.use} clause {clause}")
    if site.owns:
        names.append("owns")
    for role, span in (("actor", scene.actor), ("recipient", scene.recipient)):
        if span and span[0] <= first < span[1]:
            names += [f"{role} {site.use}", f"{role} {site.size}", f"{role} {scene.type}"]
    return names, {f"distance {side}": min(distance, _FAR) / _FAR}


def _last_ones(sites: Sequence[Site], sentence: int) -> dict[int, list[str]]:
    """By number the sites before a sentence that are the last one, the last scene, the last point; or that none is."""
    before = [number for number, site in enumerate(sites) if site.sentence < sentence]
    if not before:
        return {number: ["none before"] for number, site in enumerate(sites) if site.sentence > sentence}
    named: dict[int, list[str]] = {before[-1]: ["last", f"last {sites[before[-1]].use}"]}
    scenes = [number for number in before if sites[number].use != "actor"]
    points = [number for number in before if sites[number].size == "point"]
    for what, numbers in (("last scene", scenes), ("last point", points)):
        if numbers:
            named.setdefault(numbers[-1], []).append(what)
    return named
