"""What a person does in the reading room."""

import re
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import on_map, the_map

SEED_PLACES = ["Baghdad", "Najaf", "Karbala", "Kurdistan Region", "Altun Kupri", "Tehran"]


@pytest.mark.parametrize("name", SEED_PLACES)
def test_a_click_on_a_marker_shows_the_passages_of_its_place(room: Page, name: str) -> None:
    on_map(room, name).click()
    expect(room.locator(".card h2")).to_have_text(name)
    expect(room.locator(".passages .passage .m.chosen")).to_have_count(1)


def test_every_marker_answers_even_when_clicked_again(room: Page) -> None:
    names = [
        label.split(",")[0] for label in on_map(room).evaluate_all("all => all.map(n => n.getAttribute('aria-label'))")
    ]
    assert len(names) >= len(SEED_PLACES)
    for name in [*names, names[0], names[0]]:
        on_map(room, name).first.dispatch_event("click")
        expect(room.locator(".card h2")).to_have_text(name)
        expect(room.locator(".passages .passage").first).to_be_visible()
        room.get_by_role("button", name="Close").click()
        expect(room.locator(".card")).to_have_count(0)


def test_a_click_in_the_text_takes_the_map_there(room: Page) -> None:
    frame = the_map(room)
    expect(frame.locator(".outside")).to_contain_text("Gaza")
    room.locator("[data-region=article] .m", has_text="Gaza Strip").first.click()
    expect(room.locator(".card h2")).to_have_text("Gaza Strip")
    expect(frame.locator(".place.selected")).to_have_attribute("aria-label", re.compile("^Gaza Strip"))
    expect(frame.locator(".outside")).not_to_contain_text("Gaza Strip")


def test_a_click_in_the_text_leaves_the_text_where_it_is(room: Page) -> None:
    mark = room.locator("[data-region=article] .m", has_text="Karbala").first
    mark.scroll_into_view_if_needed()
    before = mark.bounding_box()
    mark.click()
    expect(room.locator(".card h2")).to_have_text("Karbala")
    after = room.locator("[data-region=article] .m.chosen").bounding_box()
    assert before
    assert after
    assert abs(before["y"] - after["y"]) < 30


def test_a_reference_leads_to_the_place_it_stands_for_and_stays_where_it_is(room: Page) -> None:
    mark = room.locator("[data-region=article] .m.reference", has_text="the region").first
    mark.scroll_into_view_if_needed()
    before = mark.bounding_box()
    mark.click()
    expect(room.locator(".card h2")).to_have_text("Kurdistan Region")
    after = mark.bounding_box()
    assert before
    assert after
    assert abs(before["y"] - after["y"]) < 30


def test_the_arrows_walk_through_the_mentions(room: Page) -> None:
    on_map(room, "Baghdad").click()
    expect(room.locator(".card .walk")).to_contain_text(re.compile("1 of [2-9]"))
    first = room.locator(".passages .m.chosen").get_attribute("data-m")
    room.get_by_role("button", name="Next mention").click()
    expect(room.locator(".card .walk")).to_contain_text("2 of")
    assert room.locator(".passages .m.chosen").get_attribute("data-m") != first


def test_the_card_says_why_and_what_else_it_could_be(room: Page) -> None:
    on_map(room, "Karbala").click()
    expect(room.locator(".card .why")).to_contain_text("Why here:")
    expect(room.locator(".card .sub")).to_contain_text("% sure")
    rival = room.locator(".card .rival").first
    rival.click()
    expect(room.locator(".card .rival").first).to_have_attribute("aria-pressed", "true")


def test_keys_reach_everything_the_map_does(room: Page) -> None:
    room.locator("[data-region=article] .m", has_text="Najaf").first.focus()
    room.keyboard.press("Enter")
    expect(room.locator(".card h2")).to_have_text("Najaf")


def view_of(room: Page) -> Any:
    return (
        the_map(room)
        .locator("#map_div")
        .evaluate("() => { const c = window.map.getCenter(); return [c.lat, c.lng, window.map.getZoom()]; }")
    )


def test_zoom_and_position_survive_a_filter_and_a_selection(room: Page) -> None:
    the_map(room).locator(".leaflet-control-zoom-in").click()
    room.wait_for_timeout(500)
    the_map(room).locator("#map_div").evaluate(
        "() => { window.untouched = true; window.map.panBy([-30, 20], {animate: false}); }"
    )
    before = view_of(room)
    room.locator(".st-key-types button").first.click()
    expect(room.locator(".fold").first).to_be_visible()
    on_map(room, "Baghdad").click()
    expect(room.locator(".card h2")).to_have_text("Baghdad")
    assert view_of(room) == pytest.approx(before)
    assert the_map(room).locator("#map_div").evaluate("() => window.untouched"), "the map's frame was mounted again"


def test_the_reader_shows_copies_once_and_credits_apart(room: Page) -> None:
    expect(room.locator("h1.title")).to_have_count(1)
    expect(room.locator(".caption", has_text="Altun Kupri")).to_have_count(1)
    expect(room.locator(".caption .credit").first).to_contain_text("Getty Images")
    expect(room.locator(".by")).to_contain_text("Adam Morrow")


def test_the_page_fits_its_window_without_scrolling(room: Page) -> None:
    assert room.evaluate("() => document.querySelector('[data-testid=stMain]').scrollHeight - innerHeight") <= 1
    assert room.locator(".st-key-reader").bounding_box()["width"] == pytest.approx(672, abs=2)
    assert room.locator("[data-testid=stHeader]").is_hidden()
