"""What the address bar and the widgets say, through Streamlit's own tester."""

import pytest
from streamlit.testing.v1 import AppTest

from dashboard.views.state import LONGEST_QUERY


def shows_filter() -> None:
    import streamlit as st

    from dashboard.views import state

    state.read_address()
    state.write_address()
    now = state.wanted()
    st.text(f"{sorted(now.types)} {sorted(now.statuses)} {now.where} {now.who} {state.view().place}")


ADDRESSES = [
    ({}, "[] [] True False None"),
    ({"types": "talks_visits,attacks_fighting"}, "['attacks_fighting', 'talks_visits'] [] True False None"),
    ({"types": "{{7*7}},<b>"}, "[] [] True False None"),
    ({"status": "planned"}, "[] ['planned'] True False None"),
    ({"status": "any' OR 1=1"}, "[] [] True False None"),
    ({"use": "all"}, "[] [] True True None"),
    ({"use": "who"}, "[] [] False True None"),
    ({"use": "none"}, "[] [] False False None"),
    ({"place": "geonames:98182"}, "[] [] True False geonames:98182"),
]


@pytest.mark.parametrize(("parts", "said"), ADDRESSES)
def test_an_address_is_read_as_far_as_it_is_known(parts: dict[str, str], said: str) -> None:
    app = AppTest.from_function(shows_filter, default_timeout=30)
    for key, value in parts.items():
        app.query_params[key] = value
    assert app.run().text[0].value == said


def test_an_address_is_written_as_it_is_read() -> None:
    app = AppTest.from_function(shows_filter, default_timeout=30)
    app.query_params["types"] = "attacks_fighting,zzz,talks_visits"
    app.query_params["zzz"] = "1"
    app.run()
    assert dict(app.query_params) == {"types": "talks_visits,attacks_fighting"}


def shows_both_pages() -> None:
    import streamlit as st

    from dashboard.views import state

    if st.checkbox("gazetteer", key="there"):
        state.read_query()
        st.text_input("name", key=state.QUERY)
        state.write_query()
    else:
        state.read_address()
        state.write_address()
    st.text(f"{st.session_state.get(state.WHERE)} {state.view().room}")


def test_the_room_starts_afresh_at_an_empty_address_after_the_gazetteer_at_one() -> None:
    app = AppTest.from_function(shows_both_pages, default_timeout=30)
    app.session_state["there"] = True
    assert app.run().text[0].value == "None {}"
    app.checkbox[0].uncheck().run()
    assert app.text[0].value == "True {}"


def test_the_way_back_to_the_room_is_kept_while_names_are_looked_up() -> None:
    app = AppTest.from_function(shows_both_pages, default_timeout=30)
    app.query_params["types"] = "talks_visits"
    app.run()
    app.query_params.clear()
    app.query_params["q"] = "Najaf"
    app.checkbox[0].check().run()
    assert app.text_input[0].value == "Najaf"
    assert app.text[0].value == "True {'types': 'talks_visits'}"


@pytest.mark.parametrize("name", ["x" * 10_000, " " * 10_000 + "x"])
def test_no_name_is_longer_than_a_name_can_be(name: str) -> None:
    app = AppTest.from_function(shows_both_pages, default_timeout=30).run()
    app.query_params["q"] = name
    app.checkbox[0].check().run()
    assert len(app.text_input[0].value) <= LONGEST_QUERY
