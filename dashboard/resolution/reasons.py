"""Why this place and not the next: the feature differences to the runner-up, in plain words."""

from collections import Counter, defaultdict
from collections.abc import Callable
from functools import cache
from typing import NamedTuple

from dashboard.gazetteer.index import Index
from dashboard.learning.linear import Weights
from dashboard.resolution.anchors import is_loose
from dashboard.resolution.features import MAX_CONTEXT, Option
from dashboard.resolution.names import NameGroup
from dashboard.resolution.places import COUNTRY_KINDS, Features, Known, distance_km

UNKNOWN = "no known place has this name"
NO_FIT = "none of the known places of this name fits the text"
_ONLY = "the only known place of this name"
_MOST = 4  # reasons a reader takes in at a glance
# A difference below this, in log-odds, moved nothing.
_WORTH_SAYING = 0.1
_FAR_MORE = 5  # times the people of the runner-up: "far more"
_NEAR_ENOUGH_KM = 500  # farther than this "named with" persuades nobody
_CORROBORATING = frozenset({"area", "word", "country", "admin1", "near"})


class Scored(NamedTuple):
    """An option with the features its context gives it, and its score in log-odds."""

    option: Option
    context: Features
    score: float


class Story(NamedTuple):
    """What reasons refer to: the names of a text, and what the best options say together.

    points: places with their names, those mentioned most. countries: by code the name of a country that the text names,
    and how often. areas: rows of the admin1 units that it names.
    """

    groups: list[NameGroup]
    weights: Weights
    gazetteer: Index
    points: list[tuple[str, Known]]
    countries: dict[str, tuple[str, int]]
    areas: set[int]


def story_of(groups: list[NameGroup], best: list[Known | None], weights: Weights, index: Index) -> Story:
    """The story that the best option of each group tells; None = no option."""
    told = [(group, known) for group, known in zip(groups, best, strict=True) if known is not None]
    points = sorted((item for item in told if item[1].is_point), key=lambda item: -len(item[0].mentions))
    times = Counter[int]()
    for group, known in told:
        if known.kind in COUNTRY_KINDS:
            times[known.row] += len(group.mentions)
    countries = {index.country(row) or "": (index.place(row).name, count) for row, count in times.items()}
    areas = {known.row for _, known in told if known.kind == "admin1"}
    nearest = [(group.surface, known) for group, known in points[:MAX_CONTEXT]]
    return Story(groups, weights, index, nearest, countries, areas)


class Choice(NamedTuple):
    """The best option of the group at `position`, and its runner-up where there is one."""

    position: int
    best: Known
    second: Known | None


def reasons_for(position: int, scored: list[Scored], story: Story) -> tuple[str, ...]:
    """Up to four phrases on why group `position` is scored[0], the weightiest first; () without options."""
    if not scored:
        return ()
    group = story.groups[position]
    if is_loose(group):
        return _anchored(group, scored[0], story)
    second = scored[1] if len(scored) > 1 else None
    choice = Choice(position, scored[0].option.known, second.option.known if second else None)
    ahead = _differences(scored[0], second, story.weights)
    said = [] if second else [_ONLY]
    for family in sorted(ahead, key=lambda family: -ahead[family]):
        if ahead[family] >= _WORTH_SAYING if second else family in _CORROBORATING:
            said.append(_PHRASES[family](choice, story))
    return tuple(dict.fromkeys(filter(None, said)))[:_MOST]


def _anchored(group: NameGroup, best: Scored, story: Story) -> tuple[str, ...]:
    """Why a name that no gazetteer has is put in or near a place."""
    name = story.gazetteer.place(best.option.known.row).name
    why = f"{name} is in its name" if "anchor_inside" in best.option.own else f"the text names it with {name}"
    return (f"no gazetteer has “{group.surface}”", why)


def _differences(first: Scored, second: Scored | None, weights: Weights) -> dict[str, float]:
    """By family of features, how many log-odds the best option is ahead."""
    ahead: dict[str, float] = defaultdict(float)
    mine = first.option.own | first.context
    theirs = second.option.own | second.context if second else {}
    for name in mine | theirs:
        difference = mine.get(name, 0.0) - theirs.get(name, 0.0)
        family = _family(name) if difference else None
        if family:
            ahead[family] += weights[name] * difference
    return ahead


@cache
def _family(name: str) -> str | None:
    """The family of reasons a feature belongs to; None for one that says nothing to a reader."""
    return next((family for prefix, family in _FAMILIES if name.startswith(prefix)), None)


def _area(choice: Choice, story: Story) -> str:
    area = story.groups[choice.position].area
    return f"the text says “{area.quote}”" if area else ""


def _word(choice: Choice, story: Story) -> str:
    quote = story.groups[choice.position].cues.get(choice.best.kind)
    return f"the text says “{quote}”" if quote else ""


def _full(choice: Choice, story: Story) -> str:
    start = story.groups[choice.position].surface + " "
    longer = next((group.surface for group in story.groups if group.surface.startswith(start)), None)
    return f"the text names it in full: “{longer}”" if longer else ""


def _near(choice: Choice, story: Story) -> str:
    if not choice.best.is_point:
        return ""
    here = choice.best
    away = [(distance_km(here.vector, other.vector), name) for name, other in story.points if other.row != here.row]
    nearest = min(away, default=(_NEAR_ENOUGH_KM + 1.0, ""))
    return f"named with {nearest[1]}, {nearest[0]:.0f} km away" if nearest[0] <= _NEAR_ENOUGH_KM else ""


def _country(choice: Choice, story: Story) -> str:
    if choice.best.country is None or choice.best.kind in COUNTRY_KINDS:
        return ""
    if choice.best.country not in story.countries:
        return "other places of the article are in the same country"
    name, times = story.countries[choice.best.country]
    return f"in {name}, which the article names {_times(times)}"


def _admin1(choice: Choice, story: Story) -> str:
    if choice.best.area < 0 or choice.best.kind == "admin1":
        return ""
    name = story.gazetteer.place(choice.best.area).name
    named = choice.best.area in story.areas
    return f"in {name}, which the article names" if named else f"in {name}, like other places of the article"


def _people(choice: Choice, story: Story) -> str:
    if choice.second is None or choice.second.row == choice.best.area or _is_around(choice.second, choice.best):
        return ""
    mine, theirs = story.gazetteer.population[choice.best.row], story.gazetteer.population[choice.second.row]
    if mine <= theirs:
        return ""
    more = "far more" if mine >= _FAR_MORE * max(theirs, 1) else "more"
    place = story.gazetteer.place(choice.second.row)
    surface = story.groups[choice.position].surface
    where = next((name for name in (place.admin1_name, place.country_name) if name and name != place.name), None)
    return f"{more} people than the other {surface}" + (f" in {where}" if where else "")


def _is_around(area: Known, place: Known) -> bool:
    """Whether the one is a county or district of the other's own province: the same place to a reader."""
    return area.kind == "admin2" and area.area == place.area


def _default(_choice: Choice, _story: Story) -> str:
    return "what newspapers usually mean by this name"


def _kind(choice: Choice, _story: Story) -> str:
    if choice.second is None or choice.second.kind == choice.best.kind:
        return ""
    return f"{_a(choice.best.kind)} rather than {_a(choice.second.kind)}"


def _seat(choice: Choice, story: Story) -> str:
    return "a national capital" if story.gazetteer.feature_code(choice.best.row) == "PPLC" else "the seat of its region"


def _name(_choice: Choice, _story: Story) -> str:
    return "known mainly by this name"


def _a(kind: str) -> str:
    words = {
        "admin1": "a state or province",
        "admin2": "a county or district",
        "island": "an island",
        "airport": "an airport",
    }
    return words.get(kind, f"a {kind}")


def _times(count: int) -> str:
    return {1: "once", 2: "twice"}.get(count, f"{count} times")


_PHRASES: dict[str, Callable[[Choice, Story], str]] = {
    "area": _area,
    "word": _word,
    "near": _near,
    "country": _country,
    "admin1": _admin1,
    "people": _people,
    "default": _default,
    "kind": _kind,
    "seat": _seat,
    "full": _full,
    "name": _name,
}
_FAMILIES = (
    ("comma_area", "area"),
    ("beside_area", "area"),
    ("kind_word", "word"),
    ("near", "near"),
    ("many_near", "near"),
    ("country", "country"),
    ("beside_country", "country"),
    ("admin1", "admin1"),
    ("beside_admin1", "admin1"),
    ("people", "people"),
    ("rank", "people"),
    ("default_sense", "default"),
    ("kind", "kind"),
    ("code", "seat"),
    ("named_in_full", "full"),
    ("name", "name"),
)
