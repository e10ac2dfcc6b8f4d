"""A dashboard whose every text is hostile: names, reasons, candidates, title, byline, caption. Run by test_hostile.py."""

from dataclasses import replace

import streamlit as st

from dashboard.articles.files import make_article
from dashboard.records import Candidate, Event, Reading, Resolution, Segment, Span, Toponym
from dashboard.views import library, read, shelf
from tests.conftest import BASRA, SYDNEY
from tests.hostile import ALL

TEXT = f"{ALL} Basra"
PLACE = replace(BASRA, name=ALL, admin1_name=ALL, country_name=f"{ALL}.", country="US")
ARTICLE = make_article(TEXT, id="hostile", title=ALL)


def hostile_reading(article: object) -> Reading:
    whole, name = Span(0, len(TEXT)), Span(len(TEXT) - 5, len(TEXT))
    candidates = (Candidate(PLACE, 0.5), Candidate(replace(SYDNEY, name=ALL, country_name=f"{ALL}."), 0.4))
    resolution = Resolution(Toponym(*name, TEXT[slice(*name)], "literal"), PLACE, 0.5, (ALL,), candidates)
    event = Event(*whole, "talks_visits", "alleged", Span(0, 3), 0.9, place_ids=(PLACE.place_id,))
    kinds = ("caption", "byline", "notice")
    segments = tuple(Segment(*whole, kind, (whole,)) for kind in kinds)  # type: ignore[arg-type]
    return Reading(ARTICLE, segments[:1] + segments[1:], (resolution,), (event,))


library.read = hostile_reading  # type: ignore[assignment]
shelf._seeds.clear()
shelf.seeds = lambda: (ARTICLE,)  # type: ignore[assignment]
st.set_page_config(layout="wide")
read.page()
