"""Draw the README's picture from the real screen: python -m docs.picture (from the root of a checkout)."""

import tempfile
from pathlib import Path

from playwright.sync_api import sync_playwright

from tests.browser.chromium import FLAGS, find
from tests.browser.conftest import free_port, start_server, stop

PICTURE = Path(__file__).with_name("screen.png")
SETTLED = 2500  # ms after the last answer


def main() -> None:
    """Open the seed article, click Najaf, save the window."""
    port = free_port()
    with sync_playwright() as playwright, tempfile.TemporaryDirectory() as folder:
        server = start_server(port, cwd=Path(folder))
        browser = playwright.chromium.launch(
            executable_path=find(playwright.chromium.executable_path), args=list(FLAGS)
        )
        page = browser.new_page(viewport={"width": 1440, "height": 900})
        page.goto(f"http://127.0.0.1:{port}")
        page.frame_locator(".st-key-mapbox iframe").locator('.place[aria-label^="Najaf"]').click(timeout=60_000)
        page.locator(".card h2").wait_for()
        page.mouse.move(5, 400)
        page.wait_for_timeout(SETTLED)
        page.screenshot(path=str(PICTURE))
        browser.close()
        stop(server)


if __name__ == "__main__":
    main()
