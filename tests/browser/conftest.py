"""A dashboard on a free port, and a real Chromium that watches every request and every message of the console."""

import os
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, Playwright, expect, sync_playwright

from tests.browser.chromium import FLAGS, find

APP = Path(__file__).resolve().parents[2] / "dashboard" / "app.py"
START_SECONDS = 60
expect.set_options(timeout=20_000)  # ms; a busy machine with two cores draws a map in seconds
# Chromium's own words about features of the frame that Streamlit asks for; not of this page.
OTHERS = ("Unrecognized feature", "allow-scripts and allow-same-origin")
# Streamlit, opened at the address of a page, asks for its own endpoints below that address before it asks at the root.
ASKED_TWICE = "/gazetteer/_stcore/"


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        if Path(__file__).parent in item.path.parents:
            item.add_marker(pytest.mark.browser)


def free_port() -> int:
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        port: int = listener.getsockname()[1]
        return port


def start_server(port: int, *options: str, cwd: Path, app: Path = APP) -> subprocess.Popen[bytes]:
    """A dashboard at 127.0.0.1:port, once it answers."""
    fixed = ("--server.port", str(port), "--server.address", "127.0.0.1", "--server.headless", "true")
    command = [sys.executable, "-m", "streamlit", "run", str(app), *fixed, *options]
    env = {**os.environ, "PYTHONPATH": str(APP.parents[1])}
    server = subprocess.Popen(command, cwd=cwd, env=env, stdout=subprocess.PIPE, stderr=subprocess.STDOUT)
    deadline = time.monotonic() + START_SECONDS
    while time.monotonic() < deadline and server.poll() is None:
        try:
            with urllib.request.urlopen(f"http://127.0.0.1:{port}/_stcore/health", timeout=2) as answer:
                if answer.status == 200:
                    return server
        except OSError:
            time.sleep(0.2)
    stop(server)
    raise RuntimeError(f"the dashboard did not start: {server.stdout.read().decode() if server.stdout else ''}")


def stop(server: subprocess.Popen[bytes]) -> None:
    server.terminate()
    try:
        server.wait(10)
    except subprocess.TimeoutExpired:
        server.kill()


@pytest.fixture(scope="session")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a dashboard started from a folder that is not the project's."""
    port = free_port()
    server = start_server(port, cwd=tmp_path_factory.mktemp("elsewhere"))
    yield f"http://127.0.0.1:{port}"
    stop(server)


@pytest.fixture(scope="session")
def playwright() -> Iterator[Playwright]:
    with sync_playwright() as running:
        yield running


@pytest.fixture(scope="session")
def browser(playwright: Playwright) -> Iterator[Browser]:
    path = find(playwright.chromium.executable_path)
    if path is None:
        if os.environ.get("GAZETTE_REQUIRE_BROWSER"):
            pytest.fail("no Chromium, and the browser tests must run: python tests/browser/chromium.py")
        pytest.skip("no Chromium: python tests/browser/chromium.py")
    running = playwright.chromium.launch(executable_path=path, args=list(FLAGS))
    yield running
    running.close()


class Watched:
    """What a page asked for and said."""

    def __init__(self, page: Page) -> None:
        self.outside: list[str] = []
        self.errors: list[str] = []
        page.on("request", self._request)
        page.on("console", self._console)
        page.on("pageerror", lambda error: self.errors.append(str(error)))
        page.on("dialog", self._dialog)

    def _request(self, request: Any) -> None:
        if not request.url.startswith(("http://127.0.0.1:", "ws://127.0.0.1:", "data:", "blob:", "about:")):
            self.outside.append(request.url)

    def _console(self, message: Any) -> None:
        known = any(words in message.text for words in OTHERS) or ASKED_TWICE in message.location.get("url", "")
        if message.type == "error" and not known:
            self.errors.append(message.text)

    def _dialog(self, dialog: Any) -> None:
        self.errors.append(f"a dialog opened: {dialog.message}")
        dialog.dismiss()


@pytest.fixture
def new_page(browser: Browser) -> Iterator[Any]:
    """Open pages that must ask for nothing outside and say no error; checked at the end of the test."""
    contexts, watches = [], []

    def open_page(
        url: str, *, width: int = 1440, scheme: Any = "light", ready: str = ".reader .by", checked: bool = True
    ) -> Page:
        context = browser.new_context(viewport={"width": width, "height": 900}, color_scheme=scheme)
        contexts.append(context)
        page = context.new_page()
        if checked:
            watches.append(Watched(page))
        page.goto(url)
        page.locator(ready).first.wait_for(timeout=45_000)
        return page

    yield open_page
    for context in contexts:
        context.close()
    assert [url for watch in watches for url in watch.outside] == []
    assert [error for watch in watches for error in watch.errors] == []


@pytest.fixture
def room(new_page: Any, address: str) -> Page:
    """The seed article, its map drawn."""
    page: Page = new_page(address)
    on_map(page).first.wait_for(timeout=45_000)
    return page


def the_map(page: Page) -> Any:
    return page.frame_locator(".st-key-mapbox iframe")


def on_map(page: Page, name: str | None = None) -> Any:
    """The markers on the map, or the one of a place."""
    return the_map(page).locator(f'.place[aria-label^="{name}, "]' if name else ".place")
