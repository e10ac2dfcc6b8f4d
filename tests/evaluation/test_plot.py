from xml.etree import ElementTree

from dashboard.evaluation.plot import reliability_svg
from dashboard.evaluation.report import Bin

SVG = "{http://www.w3.org/2000/svg}"


def circles(bins):
    return ElementTree.fromstring(reliability_svg(bins, "Four corpora")).findall(f"{SVG}circle")


def test_an_answer_as_sure_as_it_is_right_lies_on_the_diagonal():
    (dot,) = circles([Bin(10, 0.5, 0.5)])
    assert (dot.get("cx"), dot.get("cy")) == ("204.0", "204.0")


def test_more_right_lies_higher_and_more_answers_are_larger():
    few, many = circles([Bin(10, 0.9, 0.6), Bin(1000, 0.9, 0.9)])
    assert float(few.get("cy")) > float(many.get("cy"))
    assert float(few.get("r")) < float(many.get("r"))


def test_no_answers_are_an_empty_square():
    assert circles([]) == []
