import math

import pytest

from dashboard.records import Toponym
from dashboard.resolution.features import options_of
from dashboard.resolution.gate import mention_features, name_features, odds, verdict
from dashboard.resolution.names import NameGroup
from dashboard.resolution.reasons import Scored


@pytest.fixture
def najaf(index):
    """A group with its options scored 3, 2, 1 …"""
    group = NameGroup(index.find("Najaf"), "Najaf", mentions=[0, 1], score=0.9)
    options = options_of(group, index, {})
    return group, [Scored(option, {}, 3.0 - number) for number, option in enumerate(options)]


def features(group, scored, text="Najaf", score=0.9):
    shared = name_features(group, scored, [0.7, 0.2, 0.1])
    return shared | mention_features(Toponym(0, len(text), text, "literal", score), group)


def judged(group, scored, score):
    mention = mention_features(Toponym(0, 5, "Najaf", "literal", score), group)
    return verdict(odds(name_features(group, scored, [0.7, 0.2, 0.1])), odds(mention))


def test_scores_are_features_on_one_scale(najaf):
    found = features(*najaf)
    assert (found["top_share"], found["none_share"]) == (0.7, 0.1)
    assert found["margin"] == pytest.approx(math.log(7) / 4)
    assert found["lead"] == 0.25
    assert found["score"] == pytest.approx(0.549, abs=0.001)


def test_what_speaks_for_the_place_is_kept(najaf):
    group, scored = najaf
    near = [scored[0]._replace(context={"near_50": 1.0, "many_near_1500": 0.3}), *scored[1:]]
    found = features(group, near)
    assert found["near_50"] == 1.0
    assert "many_near_1500" not in found
    assert found["kind_city"] == 1.0


def test_a_name_without_options_has_only_its_own_score():
    found = features(NameGroup(None, "Xyzzyqux", mentions=[0], score=0.2), [], "XYZZYQUX", 0.2)
    assert found["loose"] == found["capitals"] == 1.0
    assert "margin" not in found


@pytest.mark.parametrize("score", [0.0, 1.0], ids=["never", "always"])
def test_a_score_at_its_end_is_a_finite_feature(najaf, score):
    found = judged(*najaf, score)
    assert 0 <= found.place <= 1
    assert 0 <= found.name <= 1


def test_a_surer_name_in_the_same_place_is_believed_more(najaf):
    unsure, sure = (judged(*najaf, score) for score in (0.2, 0.95))
    assert unsure.name < sure.name
    assert unsure.place < sure.place
