"""What a person does on the gazetteer's page."""

import re
from pathlib import Path
from typing import Any
from urllib.parse import quote

import pytest
from playwright.sync_api import Page, expect

from dashboard.gazetteer.build.entries import Entry
from dashboard.gazetteer.build.overlay import Overlay
from dashboard.gazetteer.build.writer import write_index
from dashboard.settings import CURRENT
from tests.browser.conftest import free_port, on_map, start_server, stop
from tests.hostile import ALL, TEXTS

SEARCH = ".st-key-query input"
FOUND, NOTHING, ANSWER = ".found", ".nothing", ".found, .nothing"
SPRINGFIELD, NAJAF_CITY, NAJAF_PROVINCE = "geonames:4409896", "geonames:98860", "geonames:98862"


@pytest.fixture
def opened(new_page: Any, address: str) -> Any:
    """Open the gazetteer's page by its address."""

    def open_page(query: str = "", *, ready: str = ".head", **options: Any) -> Page:
        page: Page = new_page(f"{address}/gazetteer{query}", ready=ready, **options)
        return page

    return open_page


def search(page: Page, name: str) -> None:
    page.locator(SEARCH).fill(name)
    page.locator(SEARCH).press("Enter")


def settled(page: Page) -> None:
    """Wait until the page has been drawn to its end: a click on what is replaced meanwhile would be lost."""
    expect(page.locator("[data-test-script-state=notRunning]")).to_have_count(1)


def card(page: Page, number: int) -> Any:
    return page.locator(".card").nth(number - 1)


def pin(page: Page, number: int) -> Any:
    return page.locator(".pin").get_by_text(str(number), exact=True)


def centre_of(page: Page) -> dict[str, float]:
    """Where the chosen pin stands, from the middle of the map, px."""
    box, mark = page.locator(".mapbox").bounding_box(), page.locator(".pin.chosen").bounding_box()
    assert box
    assert mark
    return {
        side: mark[side] + mark[size] / 2 - box[side] - box[size] / 2
        for side, size in (("x", "width"), ("y", "height"))
    }


def test_its_address_opens_it_and_says_what_it_is_made_of(opened: Any) -> None:
    page = opened()
    expect(page.locator(SEARCH)).to_have_value("")
    expect(page.locator(".card")).to_have_count(0)
    expect(page.locator(".bars").first).to_contain_text("Cities, towns and villages")
    expect(page.locator(".bars").nth(1)).to_contain_text("United States")
    expect(page.locator(".sources")).to_contain_text("CC BY 4.0")
    expect(page).to_have_title("Gazetteer · Gazette")


def test_the_places_of_a_name_stand_side_by_side_and_on_the_map(opened: Any) -> None:
    page = opened()
    search(page, "Springfield")
    expect(page.locator(FOUND)).to_contain_text("places are known as “Springfield”")
    expect(card(page, 1)).to_contain_text("Missouri, United States")
    expect(pin(page, 1)).to_be_visible()
    first, second = card(page, 1).bounding_box(), card(page, 2).bounding_box()
    assert first
    assert second
    assert first["y"] == pytest.approx(second["y"])
    assert page.locator(".pin").count() == page.locator(".card").count() > 10
    expect(page).to_have_url(re.compile(r"/gazetteer\?q=Springfield$"))


def test_a_card_chosen_moves_the_map_to_it(opened: Any) -> None:
    page = opened("?q=Springfield", ready=".pin")
    expect(card(page, 1)).to_have_class(re.compile("chosen"))
    card(page, 3).get_by_role("button").click()
    expect(card(page, 3)).to_have_class(re.compile("chosen"))
    expect(page.locator(".pin.chosen")).to_have_text("3")
    assert centre_of(page) == pytest.approx({"x": 0, "y": 0}, abs=3)
    expect(page).to_have_url(re.compile(r"place=geonames%3A\d+"))
    card(page, 2).get_by_role("button").click()
    expect(page.locator(".pin.chosen")).to_have_text("2")
    assert centre_of(page) == pytest.approx({"x": 0, "y": 0}, abs=3)


def test_a_marker_clicked_chooses_its_card(opened: Any) -> None:
    page = opened("?q=Springfield", ready=".pin")
    pin(page, 2).click()
    expect(card(page, 2)).to_have_class(re.compile("chosen"))
    expect(card(page, 2).get_by_role("button")).to_have_attribute("aria-pressed", "true")
    expect(card(page, 1).get_by_role("button")).to_have_attribute("aria-pressed", "false")


def test_najaf_is_the_city_first_and_the_province_has_its_outline(opened: Any) -> None:
    page = opened("?q=Najaf", ready=".pin")
    expect(card(page, 1)).to_have_attribute("data-id", NAJAF_CITY)
    expect(page.locator("path.outline")).to_have_count(0)
    page.locator(f'.card[data-id="{NAJAF_PROVINCE}"]').get_by_role("button").click()
    expect(page.locator("path.outline")).to_have_count(1)


def test_a_place_is_told_apart_by_what_it_lies_in(opened: Any) -> None:
    page = opened()
    search(page, "Paris, Texas")
    expect(page.locator(FOUND)).to_contain_text("One place is known as “Paris, Texas”")
    expect(card(page, 1)).to_contain_text("Texas, United States")


def test_keys_reach_every_card(opened: Any) -> None:
    page = opened("?q=Najaf", ready=".pin")
    page.locator(SEARCH).focus()
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(card(page, 2)).to_have_class(re.compile("chosen"))
    expect(card(page, 2).get_by_role("button")).to_be_focused()


def test_back_and_forward_walk_through_the_searches(opened: Any) -> None:
    page = opened("?q=Najaf", ready=".pin")
    card(page, 2).get_by_role("button").click()
    expect(page).to_have_url(re.compile("place="))
    search(page, "Springfield")
    expect(page.locator(FOUND)).to_contain_text("Springfield")
    expect(page).to_have_url(re.compile("q=Springfield$"))
    page.go_back()
    expect(page.locator(FOUND)).to_contain_text("Najaf")
    expect(page.locator(SEARCH)).to_have_value("Najaf")
    expect(card(page, 2)).to_have_class(re.compile("chosen"))
    page.go_back()
    expect(card(page, 1)).to_have_class(re.compile("chosen"))
    page.go_forward()
    expect(card(page, 2)).to_have_class(re.compile("chosen"))


def test_a_link_opens_the_name_and_the_place(opened: Any) -> None:
    page = opened(f"?q=Najaf&place={NAJAF_PROVINCE}", ready=".pin")
    expect(page.locator(SEARCH)).to_have_value("Najaf")
    expect(page.locator(".card.chosen")).to_have_attribute("data-id", NAJAF_PROVINCE)
    expect(page.locator("path.outline")).to_have_count(1)


def leave_after_choosing(room: Page, name: str) -> str:
    """Choose a place in the text, then go to the gazetteer; the room's address before that."""
    room.locator("[data-region=article] .m", has_text=name).first.click()
    expect(room.locator(".card h2")).to_have_text(name)
    expect(room).to_have_url(re.compile("place="))
    before = room.url
    room.get_by_role("link", name="Gazetteer").click()
    expect(room.locator(".head")).to_have_text("Gazetteer")
    return before


def test_the_way_there_and_back_keeps_article_place_and_filters(room: Page) -> None:
    room.locator(".st-key-types button", has_text="Talks").click()
    expect(room).to_have_url(re.compile("types=talks_visits"))
    before = leave_after_choosing(room, "Karbala")
    search(room, "Georgia")
    expect(room.locator(FOUND)).to_contain_text("Georgia")
    room.get_by_role("link", name="Articles").click()
    expect(room.locator(".reader .card h2")).to_have_text("Karbala")
    expect(room).to_have_url(before)
    expect(room.locator(".st-key-types button", has_text="Talks")).to_have_attribute("aria-pressed", "true")


def test_from_its_address_the_way_leads_to_the_first_article(opened: Any) -> None:
    page = opened()
    page.get_by_role("link", name="Articles").click()
    expect(page.locator("h1.title")).to_contain_text("Iranian President Arrives")
    expect(page.get_by_role("checkbox", name="Where it happened")).to_be_checked()
    expect(on_map(page, "Baghdad")).to_have_count(1)


def test_the_browsers_own_way_back_keeps_them_too(room: Page) -> None:
    before = leave_after_choosing(room, "Najaf")
    room.go_back()
    expect(room.locator(".reader .card h2")).to_have_text("Najaf")
    expect(room).to_have_url(before)
    room.go_forward()
    expect(room.locator(".head")).to_have_text("Gazetteer")


def test_a_name_nobody_knows_is_said_with_what_to_try(opened: Any) -> None:
    page = opened()
    search(page, "Xyzzyville-on-Quux")
    expect(page.locator(NOTHING)).to_contain_text("No place is known as “Xyzzyville-on-Quux”")
    expect(page.locator(NOTHING)).to_contain_text("another spelling")
    settled(page)  # the examples stood there before the search, and are drawn anew after it
    page.get_by_role("button", name="Najaf").click()
    expect(card(page, 1)).to_have_attribute("data-id", NAJAF_CITY)


@pytest.mark.parametrize("hostile", [*TEXTS, ALL, "x" * 10_000], ids=range(len(TEXTS) + 2))
def test_any_query_is_shown_as_text(opened: Any, hostile: str) -> None:
    page = opened(f"?q={quote(hostile)}", ready=ANSWER)
    beginning = "".join(mark for mark in hostile[:20] if mark.isprintable()).split()[0]
    expect(page.locator(ANSWER)).to_contain_text(beginning)
    assert page.locator(":is(.found, .nothing, .cards) :is(img, script, svg, a, b)").count() == 0


def test_a_hostile_place_in_the_address_chooses_nothing(opened: Any) -> None:
    page = opened(f"?q=Najaf&place={quote(ALL)}", ready=".pin")
    expect(card(page, 1)).to_have_class(re.compile("chosen"))


def test_the_names_of_ones_own_places_are_text(new_page: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    places = [Entry(f"gazette:{n}", ALL, "landmark", float(n), 44.0, ALL, ALL, names={}) for n in (31, 32)]
    for place in places:
        place.add_name("Hostileville", "official")
    edition = tmp_path / "gazetteer" / "edition-1"
    write_index({place.place_id: place for place in places}, Overlay({}, {}), edition)
    (tmp_path / "gazetteer" / CURRENT).write_text(edition.name)
    monkeypatch.setenv("GAZETTE_HOME", str(tmp_path))
    port, elsewhere = free_port(), tmp_path / "elsewhere"
    elsewhere.mkdir()
    server = start_server(port, cwd=elsewhere)
    try:
        page = new_page(f"http://127.0.0.1:{port}/gazetteer?q=Hostileville", ready=".pin")
        for where in (".pick", ".code", ".origin"):
            expect(card(page, 1).locator(where)).to_contain_text("{{7*7}}")
        expect(page.locator(".sources")).to_contain_text("{{7*7}}")
        assert page.locator(":is(.sources, .cards) :is(img, script, svg, a, b)").count() == 0
        assert list(elsewhere.iterdir()) == [], "a name ran on the server"
        page.close()
    finally:
        stop(server)


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [390, 1440])
def test_it_fits_the_width_of_the_window(opened: Any, width: int, scheme: str) -> None:
    page = opened("?q=Springfield", ready=".pin", width=width, scheme=scheme)
    assert page.evaluate("() => document.querySelector('[data-testid=stMain]').scrollWidth") <= width
    box = card(page, 1).bounding_box()
    assert box
    assert box["x"] >= 0
    assert box["x"] + box["width"] <= width


def test_without_the_maps_files_the_cards_live_on(new_page: Any, tmp_path: Path) -> None:
    port = free_port()
    server = start_server(port, "--server.enableStaticServing=false", cwd=tmp_path)
    try:
        page = new_page(f"http://127.0.0.1:{port}/gazetteer?q=Najaf", ready=".card", checked=False)
        expect(page.locator(".failed")).to_contain_text("enableStaticServing")
        card(page, 2).get_by_role("button").click()
        expect(card(page, 2)).to_have_class(re.compile("chosen"))
    finally:
        stop(server)
