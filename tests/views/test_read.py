"""The page on the server, as Streamlit's own tester runs it; clicks are tested in a real browser."""

from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from dashboard.errors import GazetteerMissing
from dashboard.views import library

APP = Path(__file__).resolve().parents[2] / "dashboard" / "app.py"
SECONDS = 60


@pytest.fixture
def app() -> AppTest:
    return AppTest.from_file(str(APP), default_timeout=SECONDS)


def pills(app: AppTest) -> list[str]:
    return list(app.get("button_group")[0].options)


def test_the_seed_article_opens_with_its_types_counted(app: AppTest) -> None:
    app.run()
    assert not app.exception
    assert app.selectbox(key="article").options[0].startswith("Iranian President Arrives")
    assert any(option.startswith("Talks ") for option in pills(app))


def test_a_link_restores_types_and_status(app: AppTest) -> None:
    app.query_params["types"] = "attacks_fighting,nonsense"
    app.query_params["status"] = "planned"
    app.run()
    assert not app.exception
    assert app.session_state["types"] == ["attacks_fighting"]
    assert app.session_state["status"] == "planned"


def test_the_address_bar_keeps_what_is_shown(app: AppTest) -> None:
    app.query_params["place"] = "geonames:98182"
    app.run()
    app.checkbox(key="who").check().run()
    assert app.query_params["place"] == "geonames:98182"
    assert app.query_params["use"] == "all"


def test_a_place_that_the_article_does_not_name_is_left_out(app: AppTest) -> None:
    app.query_params["place"] = "geonames:1"
    app.run()
    assert not app.exception
    assert "place" not in app.query_params


def test_an_article_that_is_gone_is_said(app: AppTest) -> None:
    app.query_params["article"] = "paste-000000000000"
    app.run()
    assert any("not on this machine any more" in html.value for html in app.get("html"))


def test_clear_lifts_every_filter(app: AppTest) -> None:
    app.query_params["types"] = "attacks_fighting"
    app.run()
    app.button(key="clear").click().run()
    assert app.session_state["types"] == []
    assert "types" not in app.query_params


def test_a_missing_gazetteer_is_said_with_its_remedy(app: AppTest, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(article: object) -> None:
        raise GazetteerMissing("data/gazetteer/index")

    library._opened.clear()
    monkeypatch.setattr(library, "read", fail)
    app.run()
    assert not app.exception
    assert any("gazette gazetteer build" in html.value for html in app.get("html"))
