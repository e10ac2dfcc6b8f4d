"""The look of the page: one stylesheet, the glyphs of the pills, the map's error."""

from html import escape
from pathlib import Path

import streamlit as st

from dashboard.events.types import event_types
from dashboard.maps.assets import STATIC
from dashboard.views import state

CUT = {  # clip-path of a pill's glyph, by shape
    "circle": "circle(42% at 50% 50%)",
    "square": "inset(12% round 3px)",
    "diamond": "polygon(50% 0, 100% 50%, 50% 100%, 0 50%)",
    "triangle": "polygon(50% 3%, 100% 94%, 0 94%)",
    "hexagon": "polygon(27% 8%, 73% 8%, 99% 50%, 73% 92%, 27% 92%, 1% 50%)",
}


def style() -> None:
    """Put the stylesheets into the page; a style alone takes no room."""
    st.html(STATIC / "palette.css")
    st.html(Path(__file__).resolve().parent / "look.css")


def pill_glyphs(types: list[str]) -> None:
    """Give each pill of the filter, in this order, the glyph of its type: shape, colour and letter."""
    rules = []
    for position, key in enumerate(types, 1):
        kind = event_types()[key]
        # The letter as an escape: a stylesheet holds nothing but ASCII of our own.
        letter = "".join(f"\\{ord(mark):06x}" for mark in kind.letter)
        rules.append(
            f".st-key-types button:nth-of-type({position})::before{{content:'{letter}';background:var(--t-{key});"
            f"color:var(--l-{key});clip-path:{CUT[kind.shape]};}}"
        )
        if kind.shape == "triangle":
            rules.append(f".st-key-types button:nth-of-type({position})::before{{line-height:27px;}}")
    st.html(f"<style>{''.join(rules)}</style>")


def link(label: str, page: str, *, icon: str, query: dict[str, str] | None = None) -> None:
    """Put a quiet link to another page into the header. page: its name in `state.pages`; query: of its address."""
    to = state.pages().get(page)
    if to is not None:
        with st.container(key="elsewhere", width="content"):
            st.page_link(to, label=label, icon=icon, query_params=query or None)


def problem(title: str, text: str, *, detail: str | None = None) -> None:
    """Say what does not work and what to do, where it would have stood. detail: what exactly was seen."""
    code = f"<code>{escape(detail)}</code>" if detail else ""
    st.html(f'<div class="problem" role="alert"><h2>{escape(title)}</h2><p>{escape(text)}</p>{code}</div>')
