"""The reading room: one article, its map and its text side by side."""

from html import escape

import streamlit as st
from streamlit_folium import st_folium

from dashboard.errors import GazetteError
from dashboard.events.types import BACKGROUND, event_types
from dashboard.maps.assets import SCRIPTS, address
from dashboard.maps.layer import command, place_map
from dashboard.maps.scene import show
from dashboard.reader.passages import STATUS_ORDER, Filter, Mention
from dashboard.records import Place
from dashboard.views import add, look, shelf, state
from dashboard.views.components import reader, watch
from dashboard.views.library import Opened, opened
from dashboard.views.sheet import sheet

MAP_HELP = (
    "A file of it did not load from this machine. The text and the passages work without it. Check that "
    "server.enableStaticServing is true and that dashboard/static is complete, then reload."
)
_BROKEN_SHOWN = 500  # characters of what the browser says; it is told, not trusted
MAP_HEIGHT = 640  # px, until the stylesheet fits the map to the window


def page() -> None:
    """Draw the page; what Gazette cannot do is said in its place."""
    with st.container(key="page", gap=None):
        look.style()
        try:
            _page()
        except GazetteError as error:
            look.problem("Gazette cannot read", str(error))


def _page() -> None:
    state.read_address()
    missing = _find_article()
    _header()
    if missing:
        st.html(f'<p class="note" role="status">{escape(missing)}</p>')
    article = shelf.find(state.article_id())
    assert article is not None
    room = opened(article)
    _filters(room)
    _desk(room)


def _find_article() -> str | None:
    """Settle on an article; a sentence for the reader where the one asked for is not here."""
    asked = state.article_id()
    if shelf.find(asked) is not None:
        return None
    state.set_article(shelf.default().id)
    if asked is None:
        return None
    return (
        "The article of this link is not on this machine any more: pasted texts are kept only while Gazette runs. "
        "Paste it again to read it."
    )


def _header() -> None:
    with st.container(key="header", horizontal=True, vertical_alignment="center", gap="small"):
        st.html('<h1 class="logo">Gazette</h1>', width="content")
        st.selectbox(
            "Article",
            shelf.listed(),
            key=state.ARTICLE,
            format_func=lambda key: add.title_of(shelf.find(key)),
            label_visibility="collapsed",
            on_change=state.forget,
            width=420,
        )
        if st.button("Add an article", key="add", type="primary", icon=":material/add:"):
            add.dialog()
        look.link("Gazetteer", state.GAZETTEER, icon=":material/travel_explore:")


@st.fragment
def _desk(room: Opened) -> None:
    """Map and reader: what a click redraws. The filters stand outside, so that a click does not draw them again."""
    view = state.view()
    if state.filters_changed():
        st.rerun()
    if view.place is not None and view.place not in room.passages.places:
        state.choose(None)
    state.write_address()
    with st.container(key="desk", gap=None):
        wanted = state.wanted()
        with st.container(key="room", horizontal=True, gap=None, vertical_alignment="top"):
            with st.container(key="mapbox", gap=None):
                _map(room, wanted)
            with st.container(key="reader", gap=None):
                _reader(room, wanted)
        files = [address(name, st.get_option("server.baseUrlPath")) for name in SCRIPTS]
        watch(files, on_broken=_broken)


def _reader(room: Opened, wanted: Filter) -> None:
    data = sheet(room, wanted, _chosen_mention(room, wanted), rival=state.view().rival)
    reader(data, on_mention=lambda number: _choose_mention(room, number), on_choose=_answer)


def _filters(room: Opened) -> None:
    counts = room.passages.type_counts()
    types = event_types()
    present = [key for key in types if counts[key]]
    look.pill_glyphs(present)
    with st.container(key="filters", horizontal=True, vertical_alignment="center", gap="xsmall"):
        st.pills(
            "Types of event",
            present,
            key=state.TYPES,
            selection_mode="multi",
            format_func=lambda key: f"{types[key].short} :gray[{counts[key]}]",
            label_visibility="collapsed",
            wrap=False,
        )
        _absent_types([key for key in types if key not in present and key != BACKGROUND])
        if state.wanted().by_event:
            st.button("Clear", key="clear", type="tertiary", on_click=state.clear_filters)
        _facets(room)


def _absent_types(absent: list[str]) -> None:
    if not absent:
        return
    with st.popover(f"+{len(absent)} types", key="absent", type="tertiary"):
        types = event_types()
        rows = "".join(f"<li><b>{escape(types[key].label)}</b> {escape(types[key].meaning)}</li>" for key in absent)
        st.html(f'<p class="note">No passage of this article carries these:</p><ul class="legend">{rows}</ul>')


def _facets(room: Opened) -> None:
    statuses = [status for status in STATUS_ORDER if status in room.passages.statuses()]
    with st.container(key="facets", horizontal=True, vertical_alignment="center", gap="small", width="content"):
        st.selectbox(
            "Status",
            [state.ANY, *statuses],
            key=state.STATUS,
            format_func=lambda status: f"Status: {status}",
            label_visibility="collapsed",
            width=136,
        )
        st.checkbox("Where it happened", key=state.WHERE, width="content")
        st.checkbox("Who is speaking", key=state.WHO, width="content")


# ---- the map


def _map(room: Opened, wanted: Filter) -> None:
    view = state.view()
    if view.broken:
        look.problem("The map could not be drawn", MAP_HELP, detail=view.broken)
        return
    tallies = room.passages.tallies(wanted)
    order = show(room.places, tallies, selected=view.place, rival=_rival(room), go=view.go, theme=st.context.theme.type)
    key = f"map-{room.key}"
    st_folium(
        place_map(room.scene, base_path=st.get_option("server.baseUrlPath")),
        key=key,
        width=None,
        height=MAP_HEIGHT,
        returned_objects=[],
        feature_group_to_add=command(order, nonce=view.nonce),
        on_change=lambda: _choose_on_map(room, state.clicked(key)),
    )


def _choose_on_map(room: Opened, number: int | None) -> None:
    if number is not None and 0 <= number < len(room.places):
        state.choose(room.places[number].place_id)


def _rival(room: Opened) -> Place | None:
    view = state.view()
    if view.rival is None or view.place is None:
        return None
    mentions = room.passages.of_place(view.place)
    return next((c.place for m in mentions for c in m.resolution.candidates if c.place.place_id == view.rival), None)


# ---- what the reader answers


def _chosen_mention(room: Opened, wanted: Filter) -> Mention | None:
    """The mention to highlight: the one clicked, else the first of the place that the filter leaves, else its first."""
    view = state.view()
    if view.place is None:
        return None
    mentions = room.passages.of_place(view.place)
    clicked = [m for m in mentions if m.number == view.mention]
    return (clicked or [m for m in mentions if m.shown_under(wanted)] or mentions)[0]


def _choose_mention(room: Opened, number: int) -> None:
    if 0 <= number < len(room.passages.mentions):
        mention = room.passages.mentions[number]
        state.choose(mention.place.place_id, mention.number, go=True)


def _answer(what: str) -> None:
    filters = {"who": state.show_who, "clear": state.clear_filters, "status": state.clear_status}
    if what == "close":
        state.choose(None)
    elif what.startswith("rival:"):
        state.point_at(what.removeprefix("rival:"))
    elif what in filters:
        filters[what]()
        state.redraw_filters()


def _broken(what: str) -> None:
    state.view().broken = what[:_BROKEN_SHOWN]
