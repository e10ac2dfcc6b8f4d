"""The Streamlit components of the pages: the reader, the watch on the map's files, the candidates of a name."""

from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Any

import streamlit as st

from dashboard.maps.assets import STATIC

_HERE = Path(__file__).resolve().parent

# A line break at the end: without one Streamlit takes the text for a path.
_WATCH = """
const PATIENCE = 2000; // ms; the files are asked for a second time only where no map has come by then

export default function ({ data, setTriggerValue }) {
  if (window.gazetteWatched) return;
  window.gazetteWatched = true;
  const drawn = () => document.querySelector(".st-key-mapbox iframe")?.contentWindow?.gazetteMap;
  // Where static serving is off Streamlit answers 200 with an HTML page, so the status alone says nothing.
  const fault = async (file) => {
    const answer = await fetch(file, { method: "HEAD" }).catch(() => null);
    if (!answer) return `${file}: no answer`;
    if (!answer.ok) return `${file}: ${answer.status}`;
    const type = answer.headers.get("content-type") || "";
    return type.includes("javascript") ? null : `${file}: an HTML page instead of a script`;
  };
  const report = (faults) => {
    const found = faults.filter(Boolean);
    if (found.length) setTriggerValue("broken", found.join("\\n"));
  };
  setTimeout(() => drawn() || Promise.all(data.files.map(fault)).then(report), PATIENCE);
}
"""


def reader(data: dict[str, Any], *, on_mention: Callable[[int], None], on_choose: Callable[[str], None]) -> None:
    """Draw the reader. on_mention: a mention was clicked; on_choose: a button was ("close", "clear", "rival:…")."""
    _answering(_reader(), "sheet", data, mention=on_mention, choose=on_choose)


def watch(files: list[str], *, on_broken: Callable[[str], None]) -> None:
    """Check once that the map's files load. on_broken: those that do not and how, a line each."""
    _answering(_watch(), "watch", {"files": files}, broken=on_broken)


def candidates(data: dict[str, Any], *, on_choose: Callable[[str], None]) -> None:
    """Draw the places a name can mean as cards and on a map. on_choose: the place_id of one that was clicked."""
    _answering(_candidates(), "candidates", data, choose=on_choose)


def _answering(component: Any, key: str, data: dict[str, Any], **answers: Callable[[Any], None]) -> None:
    """Mount a component; each trigger value it sends goes to the answer of that name."""

    def callback(name: str) -> Callable[[], None]:
        def answer() -> None:
            value = getattr(st.session_state[key], name)
            if value is not None:
                answers[name](value)

        return answer

    component(key=key, data=data, height="content", **{f"on_{name}_change": callback(name) for name in answers})


@cache
def _reader() -> Any:
    source = _HERE / "reader"
    glyphs, script = (
        (folder / name).read_text(encoding="utf-8") for folder, name in ((STATIC, "glyphs.js"), (source, "reader.js"))
    )
    css = (source / "reader.css").read_text(encoding="utf-8")
    html = '<article class="reader" lang="en" aria-label="Reader"></article>'
    return st.components.v2.component("gazette_reader", html=html, css=css, js=f"{glyphs}\n{script}")


@cache
def _candidates() -> Any:
    source = _HERE / "candidates"
    sheets = (STATIC / "leaflet.css", source / "candidates.css")
    css = "\n".join(sheet.read_text(encoding="utf-8") for sheet in sheets)
    script = (source / "candidates.js").read_text(encoding="utf-8")
    html = '<section class="finds" lang="en" aria-label="Places found"></section>'
    return st.components.v2.component("gazette_candidates", html=html, css=css, js=script)


@cache
def _watch() -> Any:
    return st.components.v2.component("gazette_watch", html="<span></span>", js=_WATCH)
