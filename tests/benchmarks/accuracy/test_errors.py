import pytest

from benchmarks.accuracy.corpora import Convention, Corpus
from benchmarks.accuracy.errors import error_classes
from dashboard.evaluation.labels import Labelled, Mark
from dashboard.gazetteer.index import open_index

TEXT = "Najaf Paris Turkish Xyzzyqux"
NAJAF, PARIS, TURKISH, UNKNOWN = (0, 5), (6, 11), (12, 19), (20, 28)

ERRORS = {
    "right": ([Mark(*NAJAF, 32.0, 44.3)], [Mark(*NAJAF, 32.0, 44.3)], None),
    "missed": ([Mark(*NAJAF, 32.0, 44.3)], [], "not found, located"),
    "missed without a point": ([Mark(*NAJAF, None, None)], [], "not found, no point in the labels"),
    "no place": ([Mark(*NAJAF, 32.0, 44.3)], [Mark(*NAJAF, None, None)], "found, no place given"),
    "namesake": ([Mark(*PARIS, 33.66, -95.56)], [Mark(*PARIS, 48.9, 2.3)], "found, a namesake taken"),
    "unknown": ([Mark(*UNKNOWN, 10, 10)], [Mark(*UNKNOWN, 50, 50)], "found, the right place not in the gazetteer"),
    "demonym": ([], [Mark(*TURKISH, 39, 35)], "a demonym that is not labelled"),
    "no name": ([], [Mark(*PARIS, None, None)], "a name that is not labelled, found without a place"),
}


@pytest.mark.parametrize(("labels", "answers", "name"), ERRORS.values(), ids=ERRORS)
def test_an_error_has_a_class(labels, answers, name):
    corpus = Corpus("made", Convention("Made"), [Labelled("1", TEXT, labels)])
    assert list(error_classes(corpus, {"1": answers}, open_index())) == ([name] if name else [])
