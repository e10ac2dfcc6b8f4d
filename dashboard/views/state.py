"""What the reader has chosen: the only file that touches st.session_state, and the address bar that mirrors it."""

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import streamlit as st

from dashboard.events.types import event_types
from dashboard.reader.passages import STATUS_ORDER, Filter

if TYPE_CHECKING:
    from streamlit.navigation.page import StreamlitPage

ANY = "any"
LONGEST_QUERY = 200  # characters; no place has a name as long
ROOM, GAZETTEER = "room", "gazetteer"  # names of pages
_VIEW, _PAGES = "view", "pages"
TYPES, STATUS, WHERE, WHO, ARTICLE, QUERY = "types", "status", "where", "who", "article", "query"  # keys of widgets


@dataclass
class View:
    """One session's choices. place: a place_id; mention: its number; rival: a runner-up's place_id pointed at.

    go: whether the map should move there. nonce: counts commands. broken: the files of the map that did not load, as
    the browser reported them. written: the page and its address as last written; where another is seen, the reader
    went back, forward, to a link or to the other page. stale: the filters were changed from the reader and must be
    drawn again. room: the address of the reading room as last written, for the way back to it. found: the place_id
    chosen in the gazetteer.
    """

    place: str | None = None
    mention: int | None = None
    rival: str | None = None
    go: bool = False
    nonce: int = 0
    broken: str | None = None
    stale: bool = False
    pasted: list[str] = field(default_factory=list)
    written: tuple[str, dict[str, str]] | None = None
    room: dict[str, str] = field(default_factory=dict)
    found: str | None = None


def put_pages(pages: "dict[str, StreamlitPage]") -> None:
    """Let the pages know each other, by name."""
    st.session_state[_PAGES] = pages


def pages() -> "dict[str, StreamlitPage]":
    """The pages that app.py has put up, by name; none where a page stands alone."""
    known: dict[str, StreamlitPage] = st.session_state.get(_PAGES, {})
    return known


def view() -> View:
    """This session's choices."""
    chosen: View = st.session_state.setdefault(_VIEW, View())
    return chosen


def wanted() -> Filter:
    """The filter that the widgets say."""
    status = st.session_state.get(STATUS, ANY)
    return Filter(
        types=frozenset(st.session_state.get(TYPES) or ()),
        statuses=frozenset() if status in (None, ANY) else frozenset({status}),
        where=st.session_state.get(WHERE, True),
        who=st.session_state.get(WHO, False),
    )


def choose(place: str | None, mention: int | None = None, *, go: bool = False) -> None:
    """Choose a place (None: none), and the mention to highlight. go: the map moves there."""
    chosen = view()
    if place != chosen.place:
        chosen.rival = None
    chosen.place, chosen.mention, chosen.go = place, mention, go
    chosen.nonce += 1


def clicked(map_key: str) -> int | None:
    """The number of the place that was clicked on the map, as its frame reported it."""
    value = st.session_state.get(map_key) or {}
    number = value.get("place")
    return number if isinstance(number, int) else None


def point_at(rival: str) -> None:
    """Show a runner-up on the map, or stop showing it."""
    chosen = view()
    chosen.rival = None if chosen.rival == rival else rival
    chosen.go = False
    chosen.nonce += 1


def redraw_filters() -> None:
    """Let the next rerun of map and reader draw the filters, too."""
    view().stale = True


def filters_changed() -> bool:
    """Whether the filters were changed from the reader since they were drawn; asked once."""
    chosen = view()
    changed, chosen.stale = chosen.stale, False
    return changed


def clear_filters() -> None:
    """Show every type and status."""
    st.session_state[TYPES], st.session_state[STATUS] = [], ANY


def clear_status() -> None:
    """Show every status, of the types wanted."""
    st.session_state[STATUS] = ANY


def show_who() -> None:
    """Show where a place is speaker or owner, too."""
    st.session_state[WHO] = True


def set_article(article_id: str) -> None:
    """Settle on an article before the picker is drawn."""
    st.session_state[ARTICLE] = article_id


def open_article(article_id: str) -> None:
    """Go to another article; what was chosen in the last one is gone."""
    st.session_state[ARTICLE] = article_id
    forget()


def forget() -> None:
    """Drop what belongs to one article: its place and the filters."""
    choose(None)
    clear_filters()


def article_id() -> str | None:
    """The article asked for, by the picker or by the address."""
    found: str | None = st.session_state.get(ARTICLE)
    return found


# ---- the address bar


def address() -> dict[str, str]:
    """The choices as the address bar keeps them: article, place, types, status, who."""
    chosen, now = view(), wanted()
    parts = {
        "article": article_id(),
        "place": chosen.place,
        "types": ",".join(key for key in event_types() if key in now.types),
        "status": ",".join(sorted(now.statuses)),
        "use": "all" if now.where and now.who else "who" if now.who else "" if now.where else "none",
    }
    return {key: value for key, value in parts.items() if value}


def write_address() -> None:
    """Let the address bar say what is shown; the browser keeps each change in its history."""
    view().room = address()
    _write(ROOM, view().room)


def _write(page: str, parts: dict[str, str]) -> None:
    view().written = page, parts
    if parts != st.query_params.to_dict():
        st.query_params.from_dict(parts)


def read_address() -> None:
    """Choose what the address bar says, where it is not what was last written: a link, back, or forward."""
    now = st.query_params.to_dict()
    if (ROOM, now) != view().written:
        _apply(now)


def _apply(parts: dict[str, str]) -> None:
    """Choose what the parts of an address say. They are hostile: values nobody knows are left out."""
    types = [key for key in parts.get("types", "").split(",") if key in event_types()]
    status, use = parts.get("status", ANY), parts.get("use", "")
    st.session_state[TYPES] = types
    st.session_state[STATUS] = status if status in STATUS_ORDER else ANY
    st.session_state[WHERE] = use not in ("who", "none")
    st.session_state[WHO] = use in ("all", "who")
    if "article" in parts or ARTICLE not in st.session_state:
        st.session_state[ARTICLE] = parts.get("article")
    choose(parts.get("place"), go=True)


# ---- the gazetteer's page


def query() -> str:
    """The name that is looked up, without space around it and cut where no name goes on; "" where none is."""
    asked: str = st.session_state.get(QUERY) or ""
    return asked.strip()[:LONGEST_QUERY]


def ask(name: str) -> None:
    """Look a name up; what was chosen of the last one is gone."""
    st.session_state[QUERY] = name.strip()[:LONGEST_QUERY]
    find(None)


def find(place_id: str | None) -> None:
    """Choose one of the places found (None: none)."""
    view().found = place_id


def read_query() -> None:
    """Look up what the address bar says, where it is not what was last written. It is hostile: any text is a name."""
    now = st.query_params.to_dict()
    if (GAZETTEER, now) != view().written:
        ask(now.get("q", ""))
        find(now.get("place"))


def write_query() -> None:
    """Let the address bar say what is looked up, and which place is chosen."""
    _write(GAZETTEER, {key: value for key, value in (("q", query()), ("place", view().found)) if value})
