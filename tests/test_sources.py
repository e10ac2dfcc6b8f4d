"""Every file that ships stands in data/SOURCES.md."""

from pathlib import Path

import pytest

from dashboard.settings import shipped

SOURCES = (shipped("data") / "SOURCES.md").read_text(encoding="utf-8")
FILES = [path for path in sorted(shipped("data").rglob("*")) if path.is_file() and path.name != "SOURCES.md"]


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_a_shipped_file_stands_in_the_sources(path: Path) -> None:
    assert path.name in SOURCES
