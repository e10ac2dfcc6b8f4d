import math

import pytest

from dashboard.errors import ModelMissing
from dashboard.learning.linear import load_classes, load_weights, load_words, logistic, softmax


@pytest.fixture
def models(tmp_path, monkeypatch):
    """An empty data/models folder that the loaders read from, with nothing remembered from before."""
    folder = tmp_path / "models"
    folder.mkdir()
    monkeypatch.setenv("GAZETTE_DATA", str(tmp_path))
    for load in (load_weights, load_words, load_classes):
        load.cache_clear()
    yield folder
    for load in (load_weights, load_words, load_classes):
        load.cache_clear()


def test_weights_are_read_by_feature_and_comments_left_out(models):
    (models / "toy.csv").write_text("# how it was made\nfeature,weight\nbias,-0.5\nbefore_in,2\n")
    assert load_weights("toy") == {"bias": -0.5, "before_in": 2.0}


def test_words_are_one_a_line_without_comments_and_blanks(models):
    (models / "toy.txt").write_text("# source\nanna\n\njosé\n", encoding="utf-8")
    assert load_words("toy") == {"anna", "josé"}


def test_classes_are_those_of_the_table_asked_for(models):
    (models / "words.csv").write_text('# note\ntable,class,words\nbefore,in,"in inside"\nafter,say,"said"\n')
    assert load_classes("before") == {"in": "in", "inside": "in"}


@pytest.mark.parametrize("load", [load_weights, load_words], ids=["weights", "words"])
def test_a_missing_table_is_named_with_what_to_do(models, load):
    with pytest.raises(ModelMissing, match=r"nothing\.(csv|txt)\. .*install it again"):
        load("nothing")


@pytest.mark.parametrize(
    ("score", "probability"), [(0, 0.5), (math.log(3), 0.75), (10_000, 1.0), (-10_000, 0.0)], ids=str
)
def test_logistic_is_the_probability_of_log_odds_without_overflow(score, probability):
    assert logistic(score) == pytest.approx(probability)


def test_softmax_shares_sum_to_one_however_large_the_scores():
    shares = softmax([1000.0, 1000.0 + math.log(3), -1000.0])
    assert shares == pytest.approx([0.25, 0.75, 0.0])


def test_softmax_of_nothing_is_nothing():
    assert softmax([]) == []
