"""Articles read once and kept ready: the passages, the places, the scene of the map."""

import gc
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import streamlit as st

from dashboard.maps.scene import scene
from dashboard.pipeline import read
from dashboard.reader.passages import Passages
from dashboard.records import Article, Place

KEPT = 20  # articles


@dataclass(frozen=True)
class Opened:
    """An article that was read. key: changes with its data; scene: the argument of maps.layer.place_map."""

    key: str
    passages: Passages
    places: list[Place]
    scene: dict[str, Any]


@st.cache_resource(max_entries=KEPT, show_spinner=False)
def _opened(article: Article, _on_stage: Callable[[str], None] | None = None) -> Opened:
    passages = Passages(read(article))
    places = list(passages.places.values())
    # Streamlit collects all garbage after every rerun; what an article keeps for good need not be looked at each time.
    gc.collect()
    gc.freeze()
    return Opened(article.id, passages, places, scene(places, weights(passages)))


def weights(passages: Passages) -> Counter[str]:
    """How much each place counts for the first frame: its mentions, those where nothing happens there by half.

    A place that only speaks is not drawn at first and counts nothing, unless no other is.
    """
    scenes = {m.place.place_id for m in passages.mentions if m.resolution.toponym.use == "literal"}
    counted: Counter[str] = Counter()
    for mention in passages.mentions:
        if not scenes or mention.place.place_id in scenes:
            counted[mention.place.place_id] += 2 if mention.resolution.toponym.use == "literal" else 1
    return counted


def opened(article: Article) -> Opened:
    """The article, read. Cached: each is read once."""
    return _opened(article)
