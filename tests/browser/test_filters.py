"""Filters change map and reader alike; the address bar keeps what is shown."""

import re
from typing import Any

from playwright.sync_api import Page, expect

from tests.browser.conftest import on_map


def pill(page: Page, name: str) -> Any:
    return page.locator(".st-key-types button", has_text=name)


def count_of(page: Page, name: str) -> int:
    return int(re.search(r"\d+", pill(page, name).inner_text())[0])


def shown_passages(page: Page) -> int:
    return page.locator("[data-region=article] .gut").count()


def test_each_type_filters_map_and_reader_alike(room: Page) -> None:
    every = on_map(room).count()
    for position in range(room.locator(".st-key-types button").count()):
        button = room.locator(".st-key-types button").nth(position)
        words, count = re.match(r"(\D+?)\s*(\d+)", button.inner_text().replace("\n", " ")).groups()
        button.click()
        expect(room.locator(".fold").first).to_contain_text(words.strip().lower())
        heads = room.locator("[data-region=article]").evaluate("n => n.querySelectorAll('.title, .dek').length")
        assert int(count) - heads <= shown_passages(room) <= int(count)
        assert on_map(room).count() <= every
        button.click()
        expect(room.locator(".fold")).to_have_count(0)


def test_several_types_show_the_passages_of_either(room: Page) -> None:
    pill(room, "Fighting").click()
    expect(room.locator(".fold").first).to_contain_text("fighting")
    alone = shown_passages(room)
    pill(room, "Talks").click()
    expect(room.locator(".fold").first).to_contain_text(re.compile("talks or fighting"))
    assert shown_passages(room) > alone


def test_clear_shows_everything_again(room: Page) -> None:
    whole = shown_passages(room)
    pill(room, "Fighting").click()
    expect(room.locator(".fold").first).to_be_visible()
    room.locator(".st-key-clear button").click()
    expect(room.locator(".fold")).to_have_count(0)
    assert shown_passages(room) == whole


def choose_status(page: Page, status: str) -> None:
    page.locator(".st-key-status input").click()
    page.get_by_role("option", name=f"Status: {status}").click()


def test_status_filters_map_and_reader(room: Page) -> None:
    before = on_map(room).count()
    choose_status(room, "planned")
    expect(room.locator(".fold").first).to_contain_text("planned")
    expect(on_map(room, "Karbala")).to_have_count(1)
    assert on_map(room).count() < before


def test_who_is_speaking_adds_the_places_that_act(room: Page) -> None:
    expect(on_map(room, "Washington")).to_have_count(0)
    room.locator(".st-key-who label").click()
    expect(on_map(room, "Washington")).to_have_count(1)
    room.locator(".st-key-where label").click()
    expect(on_map(room, "Karbala")).to_have_count(0)


def test_filters_that_leave_nothing_offer_the_way_out(room: Page) -> None:
    pill(room, "Elections").click()
    expect(room.locator(".fold").first).to_be_visible()
    choose_status(room, "negated")
    expect(room.locator(".state h2")).to_have_text("No passage fits these filters")
    room.get_by_role("button", name="Clear the filters").click()
    expect(room.locator("h1.title")).to_be_visible()
    expect(on_map(room, "Baghdad")).to_have_count(1)


def test_back_and_forward_restore_what_was_shown(room: Page) -> None:
    on_map(room, "Najaf").click()
    expect(room.locator(".card h2")).to_have_text("Najaf")
    pill(room, "Talks").click()
    expect(room).to_have_url(re.compile("types=talks_visits"))
    on_map(room, "Tehran").click()
    expect(room.locator(".card h2")).to_have_text("Tehran")
    room.go_back()
    expect(room.locator(".card h2")).to_have_text("Najaf")
    room.go_back()
    expect(pill(room, "Talks")).to_have_attribute("aria-pressed", "false")
    room.go_forward()
    expect(pill(room, "Talks")).to_have_attribute("aria-pressed", "true")


def test_a_pasted_link_reopens_the_view(room: Page, new_page: Any) -> None:
    pill(room, "Fighting").click()
    on_map(room, "Baghdad").click()
    expect(room).to_have_url(re.compile("place="))
    other = new_page(room.url)
    expect(other.locator(".card h2")).to_have_text("Baghdad")
    expect(pill(other, "Fighting")).to_have_attribute("aria-pressed", "true")
    expect(on_map(other, "Baghdad")).to_have_class(re.compile("selected"))


def test_an_address_that_nobody_wrote_is_read_as_far_as_it_makes_sense(new_page: Any, address: str) -> None:
    page = new_page(
        f"{address}/?article=nope&place=<img src=x onerror=alert(1)>&types=talks_visits,{{{{7*7}}}}&status=zzz&use=all"
    )
    expect(page.locator(".note")).to_contain_text("not on this machine any more")
    expect(pill(page, "Talks")).to_have_attribute("aria-pressed", "true")
    expect(page.locator(".card")).to_have_count(0)
    expect(page).to_have_url(re.compile("types=talks_visits&use=all$"))
