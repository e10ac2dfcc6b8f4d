import pytest

from dashboard.evaluation.labels import Labelled, Mark
from dashboard.evaluation.report import Bin, Report, bins_of, evaluate, report_lines

TEXT = "Pilgrims walked from Najaf to Karbala in Iraq."


@pytest.fixture(scope="module")
def report():
    """Three labels: one right, one far away, one of a type that stands for no place."""
    marks = [
        Mark(21, 26, 32.0, 44.33, "Literal"),
        Mark(30, 37, 0.0, 0.0, "Literal"),
        Mark(41, 45, 33.0, 44.0, "Language"),
    ]
    return evaluate([Labelled("1", TEXT, marks)], draws=20)


def test_the_figures_are_those_of_the_labels(report):
    found, placed, given = report.figures
    assert (found.value, found.tally.labelled) == (1.0, 2)
    assert (placed.tally.right, given.value) == (1, 0.5)


def test_intervals_hold_the_value(report):
    assert all(figure.low <= figure.value <= figure.high for figure in report.figures)


def test_given_names_are_told_apart_by_kind_use_and_type(report):
    assert {name for name, _ in report.parts["kind"]} == {"city"}
    assert dict(report.parts["type"])["Literal"].share == 0.5
    assert "Language" not in dict(report.parts["type"])
    assert dict(report.parts["use"])["literal"].labelled == 2


def test_a_table_has_a_line_for_each_figure_and_part(report):
    lines = list(report_lines(report))
    assert lines[0] == "1 texts"
    assert [line.split("  ")[0] for line in lines[2:5]] == ["found, F1", "found and placed, F1", "placed, names given"]
    assert "placed, names given, by kind" in lines


def test_no_texts_have_no_figures():
    assert [figure.value for figure in evaluate([]).figures] == [0.0, 0.0, 0.0]


def test_confidence_is_held_against_the_share_that_is_right():
    labels = [Mark(start, start + 5, 32.0, 44.3) for start in (0, 10, 20)]
    right = Mark(0, 5, 32.0, 44.3, confidence=0.92)
    wrong = Mark(10, 15, 0.0, 0.0, confidence=0.98)
    unsure = Mark(20, 25, 32.0, 44.3, confidence=0.55)
    bins = bins_of([labels], [[right, wrong, unsure]])
    assert bins == [Bin(1, 0.55, 1.0), Bin(2, pytest.approx(0.95), 0.5)]
    assert Report(1, [], {}, bins).calibration_error == pytest.approx((0.45 + 2 * 0.45) / 3)


def test_answers_without_a_point_have_no_bin():
    assert bins_of([[Mark(0, 5, 32.0, 44.3)]], [[Mark(0, 5, None, None, confidence=0.4)]]) == []
    assert Report(0, [], {}, []).calibration_error == 0.0
