"""Hostile text is shown as text: never run, on the server or in the browser, through any channel that carries it."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import APP, free_port, on_map, start_server, stop, the_map
from tests.hostile import ALL, TEXTS


@pytest.fixture(scope="module")
def hostile_server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[str, Path]]:
    port, folder, home = free_port(), tmp_path_factory.mktemp("hostile"), tmp_path_factory.mktemp("home")
    app = home / "hostile_app.py"
    app.write_text(Path(__file__).with_name("hostile_app.py").read_text(encoding="utf-8"), encoding="utf-8")
    for beside in ("static", ".streamlit"):
        (home / beside).symlink_to(APP.parent / beside)
    server = start_server(port, app=app, cwd=folder)
    yield f"http://127.0.0.1:{port}", folder
    stop(server)


def words(text: str) -> str:
    """Text as a browser gives it back: white space folded, invisible marks left out."""
    return " ".join(re.sub(r"[\x00-\x1f\u2028\u2029\u200b\u200c\ufeff\u202e\u202c]", " ", text).split())


def test_every_channel_of_the_reader_shows_text_as_text(hostile_server: tuple[str, Path], new_page: Any) -> None:
    address, folder = hostile_server
    page = new_page(f"{address}/?place=geonames:99532", ready=".card h2")
    for where in (
        ".title",
        ".caption",
        ".by b",
        ".notice",
        ".card h2",
        ".card .why",
        ".card .sub",
        ".rival",
        ".passage .quote",
    ):
        expect(page.locator(f".reader {where}").first).to_contain_text("{{7*7}}")
        assert words("</script><script>alert(1)</script>") in words(
            page.locator(f".reader {where}").first.text_content()
        )
    assert page.locator(".reader img, .reader script, .reader b img, .reader a").count() == 0
    assert list(folder.iterdir()) == [], "a text ran on the server"


def test_names_on_the_map_are_text(hostile_server: tuple[str, Path], new_page: Any) -> None:
    address, folder = hostile_server
    page = new_page(address)
    name = the_map(page).locator(".place .name").first
    name.wait_for(state="attached", timeout=45_000)
    assert words(name.text_content()) == words(ALL)
    name.dispatch_event("click")
    expect(page.locator(".card h2")).to_be_visible()
    assert the_map(page).locator(".place img, .place script").count() == 0
    assert list(folder.iterdir()) == []


def paste(page: Page, text: str, *, title: str = "") -> None:
    page.locator(".st-key-add button").click()
    page.locator(".st-key-paste textarea").fill(text)
    if title:
        page.locator(".st-key-paste_title input").fill(title)
    page.locator(".st-key-paste textarea").press("Control+Enter")
    page.locator(".st-key-read_it button").click()


@pytest.mark.parametrize("hostile", TEXTS, ids=range(len(TEXTS)))
def test_a_pasted_text_is_shown_as_it_is(room: Page, hostile: str) -> None:
    paste(room, f"Fighting erupted in Goma on Tuesday, {hostile} said.", title=f"Goma {hostile}")
    expect(room.locator("h1.title")).to_contain_text("Goma")
    assert words(hostile) in words(room.locator("h1.title").text_content())
    assert words(hostile) in words(room.locator("[data-region=article]").text_content())
    expect(room.locator(".st-key-article input")).to_have_value(re.compile("^Goma"))
    expect(on_map(room, "Goma")).to_have_count(1)
    on_map(room, "Goma").click()
    expect(room.locator(".card h2")).to_have_text("Goma")
    assert room.locator(".reader img, .reader script, .reader a").count() == 0


def test_an_empty_paste_says_what_is_missing(room: Page) -> None:
    paste(room, "  \n ")
    expect(room.get_by_role("alert")).to_contain_text("no text to read")


def test_a_text_without_a_place_can_be_read(room: Page) -> None:
    paste(room, "Nothing much happened and nobody went anywhere at all.")
    expect(room.locator(".none")).to_contain_text("no place")
    expect(room.locator(".paragraph")).to_contain_text("Nothing much happened")
    expect(on_map(room)).to_have_count(0)


def test_a_pasted_article_survives_a_reload(room: Page) -> None:
    paste(room, "Floods destroyed homes in Jakarta on Monday.", title="Floods in Jakarta")
    expect(room.locator("h1.title")).to_have_text("Floods in Jakarta")
    expect(room).to_have_url(re.compile("article=paste-"))
    room.reload()
    expect(room.locator("h1.title")).to_have_text("Floods in Jakarta", timeout=20_000)
    expect(on_map(room, "Jakarta")).to_have_count(1)


def test_a_map_file_that_does_not_load_is_said_and_the_reader_lives_on(new_page: Any, tmp_path: Path) -> None:
    port = free_port()
    server = start_server(port, "--server.enableStaticServing=false", cwd=tmp_path)
    try:
        page = new_page(f"http://127.0.0.1:{port}", checked=False)
        expect(page.locator(".problem")).to_contain_text("leaflet.js")
        expect(page.locator(".problem")).to_contain_text("enableStaticServing")
        page.locator("[data-region=article] .m", has_text="Baghdad").first.click()
        expect(page.locator(".card h2")).to_have_text("Baghdad")
    finally:
        stop(server)
