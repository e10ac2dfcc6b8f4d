"""Fits and the tables they are written as; the fits themselves run where scikit-learn is installed."""

from pathlib import Path

import pytest

from benchmarks.fitting.linear import Choice, Example, fit_choices, fit_logistic, listed, round_table, write_table


def test_a_shipped_table_is_rounded_sorted_and_without_what_says_nothing(tmp_path: Path) -> None:
    write_table(tmp_path / "full.csv", {"b": 1.23456, "a": -0.5, "c": 0.0049}, "How it was made.")
    round_table(tmp_path / "full.csv", tmp_path / "shipped.csv")
    assert (tmp_path / "shipped.csv").read_text() == "# How it was made.\nfeature,weight\na,-0.500\nb,1.235\n"


@pytest.mark.parametrize(("titles", "text"), [("A", "A"), ("AB", "A and B"), ("ABC", "A, B and C")])
def test_titles_are_listed(titles: str, text: str) -> None:
    assert listed(titles) == text


def test_logistic_regression_finds_what_speaks_for_yes_and_leaves_out_the_rare() -> None:
    pytest.importorskip("sklearn")
    examples = [Example(["in"], True), Example(["mr"], False)] * 5 + [Example(["once"], True)]
    weights = fit_logistic(examples, strength=1.0, seldom=2)
    assert weights.keys() == {"in", "mr"}
    assert weights["in"] > 0 > weights["mr"]


def test_a_conditional_logit_prefers_what_the_right_options_have() -> None:
    pytest.importorskip("scipy")
    choice = Choice([{"near": 1.0}, {"far": 1.0}], frozenset({0}), 1.0)
    weights = fit_choices([choice], {}, penalty=1.0)
    assert weights["near"] == pytest.approx(-weights["far"])
    assert weights["near"] > 0
