from pathlib import Path

import pytest

from dashboard.views import components

READER = Path(components.__file__).parent / "reader" / "reader.js"
CANDIDATES = Path(components.__file__).parent / "candidates" / "candidates.js"
GLYPHS = components.STATIC / "glyphs.js"


@pytest.mark.parametrize(
    "script", [READER, CANDIDATES, GLYPHS, components.STATIC / "map.js"], ids=lambda path: path.name
)
def test_no_script_writes_markup_or_runs_text(script: Path) -> None:
    text = script.read_text(encoding="utf-8")
    for way in ("innerHTML", "outerHTML", "insertAdjacentHTML", "document.write", "eval(", "new Function"):
        assert way not in text


def test_the_watch_asks_for_the_maps_files_only() -> None:
    assert components._WATCH.count("fetch(") == 1
    assert "data.files" in components._WATCH
