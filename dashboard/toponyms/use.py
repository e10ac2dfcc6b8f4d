"""How a place name is used: for the place (literal), for its people or government (associative), or as a demonym."""

from dashboard.learning.linear import load_weights
from dashboard.records import Use
from dashboard.toponyms.document import Document
from dashboard.toponyms.neighbours import after, before
from dashboard.toponyms.words import (
    ACTORS,
    ADVERBS,
    AFTER,
    BEFORE,
    GOVERNORS,
    ORG_HEADS,
    PARTICIPLES,
    PLACE_NOUNS,
    TITLES,
)

THRESHOLD = 0.0
"""Log-odds from which a use is associative; 0 = more likely than not, where the weights were fitted."""
_CHAIN = 4  # names in an enumeration that are stepped over: "Baghdad, Erbil and Tehran said"
_ABBREVIATED = 4  # letters; longer words in capitals at the start are datelines
_NOT_NAMES = TITLES | {"ministry", "embassy", "consulate", "senate", "cabinet", "government", "foreign"}
"""What every state has: "Russian Foreign Ministry" is a ministry that is Russian, no name."""
_CONJUNCTIONS = frozenset({"and", "or", "&"})
_JOINED = _CONJUNCTIONS | {","}
_STEPPED_OVER = frozenset(
    "the northern southern eastern western central north south east west northeastern neighboring".split()
)


def use_of(document: Document, first: int, last: int, role: str) -> Use:
    """The use of the name at tokens [first, last). role: "demonym", "capital" or the kind of place it usually means."""
    if role == "demonym":
        return use_of_demonym(document, last)
    weights = load_weights("use")
    score = sum([weights.get(feature, 0.0) for feature in use_features(document, first, last, role)])
    return "associative" if score > THRESHOLD else "literal"


def use_of_demonym(document: Document, last: int) -> Use:
    """Associative where it is a part of a name, as in "Syrian Observatory"; "Syrian President Assad" has a demonym."""
    words = _capitals_after(document, last)
    end = last + len(words)
    goes_on = document.lower[end] in {"for", "of"} and document.capital[end + 1]
    in_name = (
        (len(words) > 1 or goes_on or ORG_HEADS.intersection(words))  # one word is often a people's: "Bosnian Serb"
        and document.capital[last]
        and not document.headline[last]
        and _NOT_NAMES.isdisjoint(words)
    )
    return "associative" if in_name else "demonym"


def _capitals_after(document: Document, last: int) -> list[str]:
    """The capitalised words that follow, in lower case."""
    end = last
    while document.capital[end]:
        end += 1
    return document.lower[last:end]


def use_features(document: Document, first: int, last: int, role: str) -> list[str]:
    """The names of the features that hold for the name at tokens [first, last)."""
    left, right = _chain_start(document, first), _chain_end(document, last)
    features = ["bias", f"role_{role}", *_left_features(document, left), *_right_features(document, right)]
    if left != first or right != last:
        features.append("enumerated")
    if not document.capital[last - 1]:
        features.append("ends_lower")
    if document.capital[first - 1] and first:
        features.append("capital_before")
    if document.headline[first]:
        features.append("headline")
    if document.starts_sentence(left):
        shouted = document.tokens[first].text.isupper() and len(document.tokens[first].text) > _ABBREVIATED
        features.append("dateline" if shouted else "sentence_start")
    return features


def _chain_start(document: Document, first: int) -> int:
    """The first name of the enumeration that ends at `first`: "Baghdad" for "Tehran" in "Baghdad and Tehran"."""
    for _ in range(_CHAIN):
        position = first - 1
        while position > 0 and document.lower[position] == "the":
            position -= 1
        if position < 1 or document.lower[position] not in _JOINED or not _in_name(document, position - 1):
            break
        first = position - 1
        while first > 0 and _in_name(document, first - 1):
            first -= 1
    return first


def _chain_end(document: Document, last: int) -> int:
    """The end of the last name of the enumeration that begins with the name ending at `last`."""
    for _ in range(_CHAIN):
        position = last + 1
        while document.lower[last] in _JOINED and document.lower[position] == "the":
            position += 1
        end = position
        while document.lower[last] in _JOINED and document.capital[end]:
            end += 1
        if end == position or (document.lower[last] == "," and document.lower[end] not in _CONJUNCTIONS):
            break
        last = end
    return last


def _in_name(document: Document, position: int) -> bool:
    """Whether the word is capitalised as part of a name, not as the first word of a sentence such as "In"."""
    return document.capital[position] and BEFORE.get(document.lower[position], "kind") in {"kind", "title", "street"}


def _left_features(document: Document, first: int) -> list[str]:
    while first > 0 and document.lower[first - 1] in _STEPPED_OVER:
        first -= 1
    left = before(document, first)
    features = [f"left_{left}"]
    governor = first - 1 if left in {"word", "title", "role", "visit"} else first - 2
    if governor >= 0:
        word = document.lower[governor]
        kind = GOVERNORS.get(word, "other")
        features += [f"governor_{kind}", f"{left}_governor_{kind}"]
    return features


def _right_features(document: Document, last: int) -> list[str]:
    right = after(document, last)
    features = [f"right_{right}"]
    head = last + 1
    if right == "possessive":
        while document.lower[head] in ADVERBS or document.lower[head].endswith(("al", "ive", "ic", "st")):
            head += 1
        features.append(f"possessive_{_noun_class(document, head)}")
    elif right in {"word", "be"}:
        head = last if right == "word" else last + 1
        while document.lower[head] in ADVERBS:
            head += 1
        features.append(f"{right}_{_word_shape(document, head)}")
    elif document.capital[last]:
        features.append(f"name_{_name_class(_capitals_after(document, last))}")
    elif right == "hyphen":
        features.append(f"hyphen_{PARTICIPLES.get(document.lower[head], 'other')}")
    return features


def _name_class(words: list[str]) -> str:
    """What the words after a name make of it: an institution's name, a place's, a person's, or something else."""
    if words[-1] in ORG_HEADS:
        return "org"
    if AFTER.get(words[-1]) == "site":
        return "site"
    if not TITLES.isdisjoint(words):
        return "title"
    return "long" if len(words) > 1 else "other"


def _noun_class(document: Document, position: int) -> str:
    word = document.lower[position]
    if word in ACTORS or word.rstrip("s") in ACTORS:
        return "actor"
    if word in PLACE_NOUNS or word.rstrip("s") in PLACE_NOUNS:
        return "place"
    return "name" if document.capital[position] else "other"


def _word_shape(document: Document, position: int) -> str:
    word = document.lower[position]
    known = after(document, position)
    if known not in {"word", "end"}:
        return known
    noun = _noun_class(document, position)
    if noun != "other":
        return noun
    for ending in ("ing", "ed", "s"):
        if word.endswith(ending):
            return ending
    return "other"
