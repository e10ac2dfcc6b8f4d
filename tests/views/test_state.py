"""What the address bar and the widgets say, through Streamlit's own tester."""

import pytest
from streamlit.testing.v1 import AppTest


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
