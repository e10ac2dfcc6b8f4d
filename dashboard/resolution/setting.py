"""In which country a text seems to be written: by its spelling, and by the offices, sports and money it speaks of."""

import re
from collections import Counter
from collections.abc import Mapping

from dashboard.learning.linear import load_classes

TABLES = ("spelling", "customs")
"""Tables of data/models/words.csv: words with the countries that write so, or have such a thing."""
_LONGEST = 20_000  # characters; what a text begins with says where it is written
_WORD = re.compile(r"[^\W\d_]+|[£€₹]")
_SURE = 2.0  # words; fewer say less
Setting = Mapping[str, Mapping[str, float]]
"""By table, by country (alpha-2), how far the text seems to be written there, 0-1."""


def setting_of(text: str) -> Setting:
    """The setting of a text; a word counts once, shared among its countries' claims."""
    words = set(_WORD.findall(text[:_LONGEST].lower()))
    return {table: _shares(words & load_classes(table).keys(), load_classes(table)) for table in TABLES}


def _shares(found: set[str], classes: Mapping[str, str]) -> dict[str, float]:
    votes: Counter[str] = Counter()
    for word in found:
        votes.update(classes[word].split())
    return {country: count / max(len(found), _SURE) for country, count in votes.items()}
