"""Labelled corpora as the project knows them, and what to know of each."""

from pathlib import Path
from typing import NamedTuple

from dashboard.evaluation.labels import Labelled, read_labelled
from dashboard.evaluation.marked import read_marked
from dashboard.gazetteer.index import open_index


class Convention(NamedTuple):
    """What to know of a corpus. weight: of its texts in the fit, so that the small ones count too.

    fitted: whether its licence lets what is shipped be fitted on it. demonyms: whether "Turkish" is labelled.
    """

    title: str
    weight: float = 1.0
    fitted: bool = True
    demonyms: bool = True


CONVENTIONS = {
    "lgl": Convention("LGL"),
    "trnews": Convention("TR-News", weight=1.5),
    "geowebnews": Convention("GeoWebNews", weight=1.2),
    "tudloc": Convention("TUD-Loc", fitted=False, demonyms=False),
}
"""By how the name of the corpus' file begins."""


class Corpus(NamedTuple):
    """A corpus; its name is that of its file."""

    name: str
    convention: Convention
    texts: list[Labelled]


def read_corpora(folder: Path) -> list[Corpus]:
    """Every corpus of a folder, the known ones first, in the order of CONVENTIONS."""
    order = list(CONVENTIONS.values())
    corpora = [read_corpus(path) for path in sorted(folder.glob("*.jsonl"))]
    return sorted(corpora, key=lambda corpus: (*order, corpus.convention).index(corpus.convention))


def read_corpus(path: Path) -> Corpus:
    """A corpus of JSON lines, or of texts labelled in themselves where the file is a .txt."""
    if path.suffix == ".txt":
        return Corpus(path.stem, Convention(path.stem), read_marked(path, open_index()))
    name = path.stem
    known = (convention for start, convention in CONVENTIONS.items() if name.startswith(start))
    return Corpus(name, next(known, Convention(name)), read_labelled(path))
