"""Which names are kept, and which of them get a point: judged once everything is known of both.

Recognition sees a span and its words, resolution a name and its places; each alone is often unsure of what the two
together settle. Two small models look at both: is this the name of a place, and is it also the place shown?
"""

import math
from collections.abc import Sequence
from functools import cache, lru_cache
from typing import NamedTuple

from dashboard.learning.linear import load_weights, logistic
from dashboard.records import Toponym
from dashboard.resolution.anchors import is_loose
from dashboard.resolution.names import NameGroup
from dashboard.resolution.places import COUNTRY_KINDS, Features
from dashboard.resolution.reasons import Scored

NAME_SHARE = 0.5
"""Belief that it is a place's name from which a name is kept: more likely than not."""
PLACE_SHARE = 0.5
"""Belief that its point is right, too, from which it gets one: more likely than not."""
_NOTHING = (0.0, 0.0)
_SPREAD = 4.0  # log-odds; the scale of scores
_LEAST = 1e-9  # so that a share has a logarithm
_SURE = 8.0  # log-odds; beyond it a score says no more
_FEW = 8  # mentions; more say no more
_CONTEXT = frozenset(
    "near_50 near_160 near_500 many_near_160 country_vote admin1_vote beside_country beside_admin1 same_county "
    "country_named admin1_named outside_country outside_area".split()
)
_OWN = frozenset(
    "default_sense only_one comma_area_holds comma_area_elsewhere beside_area_holds kind_word_fits kind_word_differs "
    "people people_behind rank code_PPLC code_PPLA customs name_official name_alternate name_overlay name_demonym "
    "name_abbreviation named_in_full kin_near kin_admin1 anchor_inside anchor_comma anchor_city".split()
)


class Verdict(NamedTuple):
    """How far a span is believed to be a place's name, and to be that of the place shown, 0-1."""

    name: float
    place: float

    @property
    def is_kept(self) -> bool:
        """Whether it is a place's name, more likely than not."""
        return self.name >= NAME_SHARE or self.is_placed

    @property
    def is_placed(self) -> bool:
        """Whether its point is right, too, more likely than not."""
        return self.place >= PLACE_SHARE


class Odds(NamedTuple):
    """What features say to the two models, in log-odds."""

    name: float
    place: float


def verdict(of_name: Odds, of_mention: Odds) -> Verdict:
    """What the two models say of a mention: what its name says, and what it says itself."""
    return Verdict(logistic(of_name.name + of_mention.name), logistic(of_name.place + of_mention.place))


def odds(features: Features) -> Odds:
    """What some features say to the two models."""
    weights, name, place = _weights(), 0.0, 0.0
    for feature, value in features.items():
        of_name, of_place = weights.get(feature, _NOTHING)
        name += of_name * value
        place += of_place * value
    return Odds(name, place)


@cache
def _weights() -> dict[str, tuple[float, float]]:
    """By feature its weight in the model of names and in that of places."""
    name, place = load_weights("gate_name"), load_weights("gate_place")
    return {feature: (name.get(feature, 0.0), place.get(feature, 0.0)) for feature in name | place}


def mention_features(toponym: Toponym, group: NameGroup) -> Features:
    """Features of one mention: the recogniser's score, and whether it is written in capitals."""
    score = _log_odds(toponym.score) / _SPREAD
    features: Features = {"score": score}
    if is_loose(group):
        features["loose_score"] = score
    if toponym.text.isupper():
        features["capitals"] = 1.0
    return features


def name_features(group: NameGroup, scored: Sequence[Scored], shares: Sequence[float]) -> Features:
    """Features that all mentions of a name share: the ranker's scores, and what speaks for the place.

    shares: the belief in each option, then in "none of these".
    """
    features: Features = {
        "bias": 1.0,
        "best_score": _log_odds(group.score) / _SPREAD,
        "mentions": math.log2(min(len(group.mentions), _FEW)) / 3,
        "none_share": shares[-1],
    }
    if is_loose(group):
        features["loose"] = 1.0
    if not scored:
        return features
    best = scored[0]
    features["top_share"] = shares[0]
    features["margin"] = _clipped(math.log(max(shares[0], _LEAST) / max(shares[-1], _LEAST))) / _SPREAD
    features["lead"] = _clipped(best.score - scored[1].score) / _SPREAD if len(scored) > 1 else 1.0
    kind = best.option.known.kind
    features[f"kind_{'country' if kind in COUNTRY_KINDS else kind}"] = 1.0
    features |= {name: value for name, value in best.context.items() if name in _CONTEXT}
    features |= {name: value for name, value in best.option.own.items() if name in _OWN}
    return features


@lru_cache(maxsize=10_000)
def _log_odds(share: float) -> float:
    inside = min(max(share, 1e-4), 1 - 1e-4)
    return _clipped(math.log(inside / (1 - inside)))


def _clipped(score: float) -> float:
    return max(-_SURE, min(_SURE, score))
