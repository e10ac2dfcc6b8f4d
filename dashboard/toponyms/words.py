"""Words that tell, by standing beside a name, what kind of name it is: data/models/words.csv. All in lower case."""

from dashboard.learning.linear import load_classes

BEFORE = load_classes("before")
"""The class of the word before a name; a word that is not here has none."""
AFTER = load_classes("after")
"""The class of the word after a name; a word that is not here has none."""
GOVERNORS = load_classes("governors")
"""The class of the word that governs a preposition before a name: "talks with Baghdad", "arrived in Baghdad"."""
TITLES = frozenset(word for word, name in BEFORE.items() if name == "title")
PARTICLES = frozenset(load_classes("particles"))
"""Lower-case parts inside a person's name."""
NAME_OPENERS = frozenset(load_classes("name_openers"))
"""Lower-case words a place name may begin with when a hyphen and a capital follow: "al-Tanf"."""
ORG_HEADS = frozenset(word for word, name in AFTER.items() if name == "org")
"""Words that, capitalised, end the name of an institution, paper, firm or team."""
OF_HEADS = frozenset(load_classes("of_heads"))
"""Words that, capitalised before "of", begin the name of an institution, a title or a place."""
KIND_NOUNS = frozenset(load_classes("kind_nouns"))
"""Lower-case nouns for kinds of place: "the town of Altun Kupri"."""
PARTICIPLES = load_classes("participles")
"""The class of the word a hyphen ties to a name: "Iran-backed" acts, "Baghdad-based" is a place."""
ACTORS = frozenset(load_classes("actors"))
"""Nouns for those who act, and for what they do: "Iran's president" stands for the state."""
PLACE_NOUNS = frozenset(load_classes("place_nouns"))
"""Nouns for places and parts of places: "Baghdad's airport" is in Baghdad."""
ADVERBS = frozenset(load_classes("adverbs"))
"""Words stepped over on the way to the verb or noun that matters."""
COMMON_WORDS = load_classes("common")
"""Common English words that are names of places too, with their frequency class; 10 = the most frequent."""
HEADS = load_classes("heads")
"""The class of the word that, capitalised, ends the name of a street, a water, a site, a building or a school."""
OPENERS = load_classes("openers")
"""The class of the word that, capitalised, begins such a name: "Lake Vermont", "Highway 19"."""
