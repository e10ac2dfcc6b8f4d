"""Find a Chromium for the browser tests, or get one: python tests/browser/chromium.py"""

import os
import shutil
import subprocess
import sys
from pathlib import Path

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome")
MACS = (
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
)
FLAGS = (
    "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
    "--disable-component-update", "--disable-sync",
)  # fmt: skip
# Ways to get one, the cheapest first; each is tried only where its tool is there.
WAYS = (
    ("apt-get", ["apt-get", "update", "-qq"], ["apt-get", "install", "-y", "-qq", "--no-install-recommends", "chromium", "fonts-liberation"]),
    (sys.executable, [sys.executable, "-m", "playwright", "install", "chromium"]),
)  # fmt: skip


def find(playwrights_own: str | None = None) -> str | None:
    """The path of a Chromium or Chrome: GAZETTE_CHROMIUM, one on the PATH, a Mac's, or Playwright's own; else None."""
    named = [os.environ.get("GAZETTE_CHROMIUM"), *map(shutil.which, NAMES), *MACS, playwrights_own]
    return next((path for path in named if path and Path(path).exists()), None)


def _playwrights_own() -> str | None:
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        return playwright.chromium.executable_path


def get() -> str | None:
    """Install one where none is there; its path, or None where no way worked."""
    for tool, *commands in WAYS:
        if find(_playwrights_own()):
            break
        root = not hasattr(os, "geteuid") or os.geteuid() == 0
        if shutil.which(tool) and (tool != "apt-get" or root):
            for command in commands:
                subprocess.run(
                    command,
                    check=False,
                    stdout=subprocess.DEVNULL,
                    env={**os.environ, "DEBIAN_FRONTEND": "noninteractive"},
                )
    return find(_playwrights_own())


if __name__ == "__main__":
    found = get()
    if not found:
        sys.exit("No Chromium for the browser tests. Install Chromium or Chrome, or set GAZETTE_CHROMIUM to its path.")
    sys.stdout.write(f"Browser tests use {found}\n")
