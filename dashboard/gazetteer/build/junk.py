"""Names the sources list that no writer uses: each rule says why it is there."""

import re

from dashboard.gazetteer.build.entries import Entries
from dashboard.gazetteer.layout import MAX_WORDS
from dashboard.gazetteer.names import normal_name
from dashboard.learning.linear import load_classes

KNOWN_BY_SHORT_NAME = 50_000  # people; Bo and Ho have more. Of a smaller place a name of two letters is not trusted

_LATIN = re.compile(r"[A-Za-z\u00C0-\u024F\u0259\u1E00-\u1EFF]")
_OTHER_LETTER = re.compile(r"[^\W\d_A-Za-z\u00AA-\u024F\u0259\u02B0-\u02FF\u0300-\u036F\u1E00-\u1EFF]")
_CODE = re.compile(r"[A-Z0-9]{1,4}")  # BGW, LHR: codes of airports and registries
_MIN_LETTERS = 3


def is_junk(name: str, *, official: bool) -> bool:
    """Whether `name` is kept out of the gazetteer. Official names are trusted more than alternate ones.

    Out are: names without a Latin letter, or with letters of another script; the sources' machine transcriptions,
    which have no capital ("bghdad", "ba ge da"); codes; names of one or two letters (Å, Of) unless official; longer
    than eight words.
    """
    if not official and (name == name.lower() or _CODE.fullmatch(name)):
        return True
    if not _LATIN.search(name) or _OTHER_LETTER.search(name):
        return True
    words = normal_name(name).split()
    return not 0 < len(words) <= MAX_WORDS or (not official and sum(map(len, words)) < _MIN_LETTERS)


def is_common_word(key: str) -> bool:
    """Whether a name in normal form reads as a word of English: table "common" of data/models/words.csv.

    Raises ModelMissing.
    """
    return key in load_classes("common")


def block_common_words(entries: Entries) -> None:
    """Take away alternate names that read as a word of English: "Polio" for Poland, "Lime" for Lima.

    A place keeps a word that is part of its other names: Orange County may be called Orange. Some 1,200 names of other
    languages and former names go. Raises ModelMissing.
    """
    for entry in entries.values():
        alternates = [(name, normal_name(name)) for name, kind in entry.kinds.items() if kind == "alternate"]
        common = [(name, key) for name, key in alternates if is_common_word(key)]
        if common:
            own = {w for name, kind in entry.kinds.items() if kind != "alternate" for w in normal_name(name).split()}
            for name in [name for name, key in common if key not in own]:
                del entry.names[name]
