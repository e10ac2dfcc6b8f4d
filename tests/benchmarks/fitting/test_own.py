"""The project's own labelled sentences."""

import re
from collections import Counter

import pytest

from benchmarks.fitting.own import own_articles, own_sentences


def test_marks_are_taken_out_of_the_text_and_kept_as_spans() -> None:
    (sentence,) = (one for one in own_sentences() if one.text == "He flew from Doha to Muscat.")
    assert [sentence.text[start:end] for start, end in sentence.spans] == ["Doha", "Muscat"]
    assert sentence.use == "literal"


def test_every_sentence_has_a_name_and_no_mark_is_left() -> None:
    assert all(sentence.spans and "[" not in sentence.text for sentence in own_sentences())


def test_all_uses_are_there() -> None:
    assert {sentence.use for sentence in own_sentences()} == {"associative", "literal", None}


@pytest.fixture(scope="module")
def articles():
    return own_articles().texts


def test_every_article_has_an_id_of_its_own_and_labels_that_the_gazetteer_knows(articles) -> None:
    assert len(articles) >= 600
    assert len({article.id for article in articles}) == len(articles)
    assert sum(mark.lat is not None for article in articles for mark in article.marks) > 8_000


def test_no_two_articles_are_from_one_template(articles) -> None:
    def runs(text: str) -> set[str]:
        words = re.findall(r"\w+", text.lower())
        return {" ".join(words[at : at + 9]) for at in range(len(words) - 8)}

    counts = Counter(run for article in articles for run in runs(article.text))
    assert [run for run, count in counts.items() if count > 2] == []
