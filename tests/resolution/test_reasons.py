import pytest

from dashboard.records import Toponym
from dashboard.resolution.rank import resolve
from dashboard.toponyms.recognise import recognise

CASES = [
    ("A fire broke out in Bangor, Maine.", "Bangor", "the text says “Bangor, Maine”"),
    ("A fire broke out in Bangor (Maine).", "Bangor", "the text says “Bangor (Maine)”"),
    ("Police in Georgia said Savannah and Macon flooded.", "Savannah", "in Georgia, which the article names"),
    ("The Iraqi cities of Najaf and Karbala are calm.", "Najaf", "the text says “cities of Najaf”"),
    ("A road leads from Savannah to Macon and Atlanta.", "Atlanta", "named with Macon, 1"),
    ("Iraq is calm; in Iraq, near Altun Kupri, rain fell.", "Altun Kupri", "in Iraq, which the article names twice"),
    ("Iraq is calm; in Iraq, near Altun Kupri, rain fell.", "Altun Kupri", "the only known place of this name"),
    ("Rain fell in Boston.", "Boston", "far more people than the other Boston in"),
    ("Ministers in Tehran said no.", "Tehran", "a national capital"),
]


@pytest.mark.parametrize(("text", "name", "reason"), CASES, ids=[f"{name}: {reason}" for _, name, reason in CASES])
def test_a_place_is_explained_by(text, name, reason, index):
    answers = resolve(text, (), recognise(text, (), index), index)
    reasons = next(answer.reasons for answer in answers if answer.toponym.text == name)
    assert any(said.startswith(reason) for said in reasons), reasons


def test_reasons_are_four_at_most_and_none_twice(index):
    text = "Iraqi forces in Iraq left Baghdad, Iraq, the city of Karbala and Najaf for Erbil, Basra and Mosul."
    for answer in resolve(text, (), recognise(text, (), index), index):
        assert len(answer.reasons) <= 4
        assert len(set(answer.reasons)) == len(answer.reasons)


def test_reasons_name_no_feature(index):
    text = "Voters in Springfield, Cambridge and Georgia went to the polls near Paris, Texas."
    said = " ".join(r for answer in resolve(text, (), recognise(text, (), index), index) for r in answer.reasons)
    assert said
    assert "_" not in said
    assert "PPL" not in said


def test_a_name_nobody_knows_says_so(index):
    answer = resolve("Xyzzyqux", (), [Toponym(0, 8, "Xyzzyqux", "literal")], index)[0]
    assert answer.reasons == ("no known place has this name",)
