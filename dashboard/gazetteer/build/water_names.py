"""What waters are called in English, what kind of water a name says it is, and in which forms newspapers write it."""

import csv
from typing import NamedTuple

from dashboard.gazetteer.names import normal_name
from dashboard.settings import shipped

# What the words of a name say: our kind and GeoNames' feature code.
_SAYS = {
    "ocean": ("sea", "OCN"),
    "sea": ("sea", "SEA"),
    "seas": ("sea", "SEA"),
    "gulf": ("sea", "GULF"),
    "bay": ("sea", "BAY"),
    "bight": ("sea", "BGHT"),
    "sound": ("sea", "SD"),
    "inlet": ("sea", "INLT"),
    "estuary": ("sea", "ESTY"),
    "fjord": ("sea", "FJD"),
    "entrance": ("strait", "STRT"),
    "strait": ("strait", "STRT"),
    "straits": ("strait", "STRT"),
    "passage": ("strait", "STRT"),
    "channel": ("strait", "CHN"),
    "canal": ("strait", "CNL"),
    "lake": ("lake", "LK"),
    "lakes": ("lake", "LKS"),
    "reservoir": ("lake", "RSV"),
    "lagoon": ("lake", "LGN"),
    "lagoa": ("lake", "LGN"),
    "laguna": ("lake", "LGN"),
}
_STRAITS = frozenset({"Bab el Mandeb", "Bosporus", "Dardanelles", "Kattegat", "Skagerrak", "Øresund"})
_FJORD_ENDINGS = ("fjord", "fjorden")
_OF_GROUP = {"sea": ("sea", "SEA"), "lake": ("lake", "LK"), "river": ("river", "STM")}
# A name in another language, and how English puts it.
_SEA_BEFORE = {"Golfo de ": "Gulf of {}"}
_LAKE_BEFORE = {
    "Lago de ": "Lake {}", "Lago ": "Lake {}", "Lac ": "Lake {}", "Ozero ": "Lake {}", "L. ": "Lake {}",
    "Réservoir de ": "{} Reservoir", "Réservoir ": "{} Reservoir", "Rés. de ": "{} Reservoir",
}  # fmt: skip
_LAKE_AFTER = {
    " Hu": "{} Lake", " Nuur": "{} Lake", " Köli": "{} Lake", " Co": "{} Lake", " Yumco": "{} Lake",
    " L.": "{} Lake", " Res.": "{} Reservoir", " Bögeni": "{} Reservoir",
}  # fmt: skip
_BEFORE = {"sea": _SEA_BEFORE, "lake": _LAKE_BEFORE, "river": {}}
_ARTICLES = ("la ", "des ", "de ")  # Lac la Ronge is not Lake la Ronge
# Words and endings that say "river" already.
_RIVER_WORDS = frozenset({"river", "darya", "nile", "canal", "rio", "río", "gol", "fork"})
_RIVER_ENDINGS = ("joki", "älv", "älven")
# Words that newspapers put, leave out or turn round: they do not tell two waters of one kind apart.
_IDLE_WORDS = frozenset({"of", "the", "river", "rivers", "lake", "lakes"})


class English(NamedTuple):
    """What a source's water is called. name: "" = left out; aliases: further names newspapers use.

    mouth: latitude and longitude of a river's, degrees, where its line does not tell; else None.
    """

    name: str
    aliases: tuple[str, ...] = ()
    mouth: tuple[float, float] | None = None


Table = dict[tuple[str, str], English]
"""Waters by (group, the source's name); group: sea, lake or river."""


def english_table() -> Table:
    """The rows of data/gazetteer/waters.csv."""
    with (shipped("data") / "gazetteer" / "waters.csv").open(encoding="utf-8", newline="") as file:
        return {(row["kind"], row["source"]): _english(row) for row in csv.DictReader(file)}


def _english(row: dict[str, str]) -> English:
    mouth = (float(row["lat"]), float(row["lon"])) if row["lat"] else None
    return English(row["name"], tuple(filter(None, row["aliases"].split("|"))), mouth)


def english_name(name: str, group: str, table: Table) -> English:
    """What to call a source's water: as the table has it; else its English form, and its own.

    >>> english_name("Lago de Izabal", "lake", {})
    English(name='Lake Izabal', aliases=('Lago de Izabal',), mouth=None)
    """
    known = table.get((group, name))
    if known:
        return known
    plain = name.rstrip("’'‘")
    other = _in_english(plain, group)
    return English(other, (plain,)) if other else English(plain)


def _in_english(name: str, group: str) -> str | None:
    for word, form in _BEFORE[group].items():
        rest = name.removeprefix(word)
        if rest != name and not rest.startswith(_ARTICLES):
            return form.format(rest)
    for word, form in _LAKE_AFTER.items() if group == "lake" else ():
        if name.endswith(word):
            return form.format(name.removesuffix(word))
    return None


def kind_and_code(name: str, group: str) -> tuple[str, str]:
    """Our kind and GeoNames' feature code, as the words of the name say, else as its group says.

    >>> kind_and_code("Gulf of Oman", "sea"), kind_and_code("Bosporus", "sea"), kind_and_code("Kasai", "river")
    (('sea', 'GULF'), ('strait', 'STRT'), ('river', 'STM'))
    """
    if group == "river":
        return "river", "CNL" if "Canal" in name.split() else "STM"
    if name in _STRAITS:
        return _SAYS["strait"]
    if name.endswith(_FJORD_ENDINGS):
        return _SAYS["fjord"]
    said = next((_SAYS[word] for word in name.lower().split() if word in _SAYS), _OF_GROUP[group])
    return said if group == "sea" or said[0] == "lake" else _OF_GROUP[group]


def shown_name(name: str, kind: str) -> str:
    """The name under which a water is shown: a river with the word, unless its name says it."""
    return f"{name} River" if kind == "river" and not _says_river(name) else name


def forms(name: str, kind: str) -> list[str]:
    """The other ways newspapers write a name; a river's name alone is not among them.

    >>> forms("Ebro", "river"), forms("Blue Nile", "river"), forms("Mälaren", "lake"), forms("Bear Lake", "lake")
    (['River Ebro'], ['Blue Nile River'], ['Lake Mälaren'], [])
    """
    if kind == "river":
        return [f"{name} River"] if _says_river(name) else [f"River {name}"]
    return [f"Lake {name}"] if kind == "lake" and name.isalpha() else []


def _says_river(name: str) -> bool:
    return not _RIVER_WORDS.isdisjoint(name.lower().split()) or name.endswith(_RIVER_ENDINGS)


def telling_words(name: str) -> tuple[str, ...]:
    """What tells a water from others of its kind: "Straits of Florida" is "Florida Strait", "Lake Van" is "Van".

    >>> telling_words("Straits of Florida") == telling_words("Florida Strait")
    True
    """
    words = normal_name(name).split()
    return tuple(sorted(word.replace("straits", "strait") for word in words if word not in _IDLE_WORDS))
