"""How long a person waits: a click on a marker until its passages, a click in the text until the map, a filter.

    python -m benchmarks.browser          from the root of a checkout, with a Chromium at hand

Times are taken in the page itself, from the event to the frame in which the answer is drawn; median of CLICKS. Map
visible: from opening the address to the first marker, against a bare Streamlit page on the same server settings.
Nothing fails here: the budgets stand in the documentation.
"""

import platform
import statistics
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from playwright.sync_api import Browser, Page, sync_playwright

from tests.browser.chromium import FLAGS, find
from tests.browser.conftest import APP, free_port, start_server, stop

CLICKS = 20
BARE = "import streamlit as st\nst.title('bare')\n"
# Resolves with the milliseconds from the event to the first animation frame in which `shown` holds.
WAIT = """async ({act, shown}) => {
  const frame = document.querySelector('.st-key-mapbox iframe').contentDocument;
  const reader = [...document.querySelectorAll('*')].find((n) => n.shadowRoot?.querySelector('.reader')).shadowRoot;
  const start = performance.now();
  eval(act);
  while (!eval(shown)) await new Promise(requestAnimationFrame);
  return performance.now() - start;
}"""


@contextmanager
def served(app: Path, folder: Path) -> Iterator[str]:
    port = free_port()
    server = start_server(port, cwd=folder, app=app)
    try:
        yield f"http://127.0.0.1:{port}"
    finally:
        stop(server)


def first_sight(browser: Browser, address: str, selector: str, *, in_map: bool) -> float:
    page = browser.new_page(viewport={"width": 1440, "height": 900})
    start = time.perf_counter()
    page.goto(address)
    where = page.frame_locator(".st-key-mapbox iframe") if in_map else page
    where.locator(selector).first.wait_for(timeout=60_000)
    seconds = time.perf_counter() - start
    page.close()
    return seconds


def waits(page: Page, pairs: list[tuple[str, str]]) -> float:
    times = []
    for number in range(CLICKS):
        act, shown = pairs[number % len(pairs)]
        times.append(page.evaluate(WAIT, {"act": act, "shown": shown}))
        page.wait_for_timeout(300)
    return statistics.median(times)


def marker(name: str) -> tuple[str, str]:
    act = f"""frame.querySelector('.place[aria-label^="{name},"]').click()"""
    return act, f"""reader.querySelector('.card h2')?.textContent === '{name}' && reader.querySelector('.passage')"""


def mention(name: str) -> tuple[str, str]:
    marks = "[...reader.querySelectorAll('[data-region=article] .m')]"
    act = f"""{marks}.find((n) => n.textContent === '{name}').click()"""
    return act, f"""frame.querySelector('.place.selected')?.getAttribute('aria-label').startsWith('{name},')"""


def pill(*, on: bool) -> tuple[str, str]:
    act = "document.querySelector('.st-key-types button').click()"
    return act, f"{'!' if not on else ''}reader.querySelector('.fold')"


def main() -> None:
    with sync_playwright() as playwright, tempfile.TemporaryDirectory() as folder:
        browser = playwright.chromium.launch(
            executable_path=find(playwright.chromium.executable_path), args=list(FLAGS)
        )
        bare = Path(folder) / "bare.py"
        bare.write_text(BARE)
        print(f"{platform.platform()}, Chromium {browser.version}, median of {CLICKS}\n")
        with served(bare, Path(folder)) as address:
            first_sight(browser, address, "h1", in_map=False)
            plain = first_sight(browser, address, "h1", in_map=False)
        with served(APP, Path(folder)) as address:
            cold = first_sight(browser, address, ".place", in_map=True)
            warm = first_sight(browser, address, ".place", in_map=True)
            page = browser.new_page(viewport={"width": 1440, "height": 900})
            page.goto(address)
            page.frame_locator(".st-key-mapbox iframe").locator(".place").first.wait_for(timeout=60_000)
            page.wait_for_timeout(2000)
            rows = {
                "marker to passages": waits(page, [marker("Baghdad"), marker("Karbala")]),
                "text to map": waits(page, [mention("Najaf"), mention("Baghdad")]),
                "filter": waits(page, [pill(on=True), pill(on=False)]),
            }
        browser.close()
    print(f"{'bare page, until its heading':36s}{plain * 1000:8.0f} ms")
    print(f"{'map visible, first visit':36s}{cold * 1000:8.0f} ms")
    print(f"{'map visible, next visits':36s}{warm * 1000:8.0f} ms")
    for what, milliseconds in rows.items():
        print(f"{what:36s}{milliseconds:8.0f} ms")


if __name__ == "__main__":
    sys.exit(main())
