"""The gazetteer's page: what a name can mean, side by side, and what the gazetteer is made of."""

from collections.abc import Iterable
from html import escape

import streamlit as st

from dashboard.errors import GazetteError
from dashboard.exports.plain import harmless
from dashboard.gazetteer.index import folder_in_use, open_index
from dashboard.gazetteer.search import Found, search
from dashboard.gazetteer.summary import KIND_WORDS, TOP_COUNTRIES, Summary, country_label, megabytes, summarise
from dashboard.maps.assets import address
from dashboard.records import Candidate
from dashboard.views import look, state
from dashboard.views.components import candidates
from dashboard.views.finds import MOST, finds

EXAMPLES = ("Springfield", "Najaf", "Paris, Texas", "Kurdistan Region", "Strait of Hormuz")
_SHOWN = 80  # characters of a query that a sentence repeats


def page() -> None:
    """Draw the page; what Gazette cannot do is said in its place."""
    with st.container(key="page", gap=None):
        look.style()
        state.read_query()
        _header()
        with st.container(key="gazetteer", gap=None):
            try:
                _page()
            except GazetteError as error:
                look.problem("Gazette cannot open its gazetteer", str(error))
    state.write_query()


def _header() -> None:
    with st.container(key="header", horizontal=True, vertical_alignment="center", gap="small"):
        st.html('<p class="logo">Gazette</p>', width="content")
        look.link("Articles", state.ROOM, icon=":material/arrow_back:", query=state.view().room)


def _page() -> None:
    summary = _summary()
    st.html(
        '<h1 class="head">Gazetteer</h1><p class="lead">Every place that Gazette can find in a text: '
        f"{summary.places:,} places under {summary.names:,} names, on this machine.</p>"
    )
    st.text_input(
        "Search a place by its name",
        key=state.QUERY,
        placeholder=f"Search {summary.places:,} places",
        icon=":material/search:",
        label_visibility="collapsed",
        on_change=state.find,
        args=(None,),
    )
    if state.query():
        _results(state.query())
    else:
        _examples()
    _made_of(summary)


@st.cache_resource(show_spinner=False)
def _summary() -> Summary:
    return summarise(open_index())


# ---- what a name can mean


def _results(name: str) -> None:
    found = search(open_index(), name)
    places = found.candidates
    if not places:
        _nothing(name)
        return
    st.html(f'<h2 class="found" role="status">{escape(_heading(found, name))}</h2><p class="lead">{_hint(places)}</p>')
    base = st.get_option("server.baseUrlPath")
    files = {"leaflet": address("leaflet.js", base), "basemap": address("basemap.js", base)}
    candidates({**finds(places[:MOST], chosen=state.view().found), "files": files}, on_choose=state.find)


def _heading(found: Found, name: str) -> str:
    quoted, count = f"“{_short(name)}”", len(found.candidates)
    if found.similar:
        return f"No place is known as {quoted}; {'one is' if count == 1 else f'{count} are'} called nearly so"
    return f"One place is known as {quoted}" if count == 1 else f"{count} places are known as {quoted}"


def _hint(found: list[Candidate]) -> str:
    if len(found) == 1:
        return ""
    hint = "The bar says how likely each is when a text tells no more. Choose one to see it on the map."
    rest = f" These are the {MOST} likeliest; add a country or state to see others: “Paris, Texas”."
    return hint + rest if len(found) > MOST else hint


def _nothing(name: str) -> None:
    st.html(
        f'<div class="nothing" role="status"><h2>No place is known as “{escape(_short(name))}”</h2>'
        "<p>Try the name alone, without a street or a title; another spelling, or the name in its own language; "
        "or the larger place it lies in. Villages of fewer than 500 people are mostly not in the gazetteer.</p></div>"
    )
    _examples()


def _examples() -> None:
    with st.container(key="examples", horizontal=True, vertical_alignment="center", gap="small"):
        st.html('<p class="try">For example</p>', width="content")
        for name in EXAMPLES:
            st.button(name, key=f"example {name}", on_click=state.ask, args=(name,))


def _short(name: str) -> str:
    shown = harmless(name)
    return shown if len(shown) <= _SHOWN else f"{shown[: _SHOWN - 1]}…"


# ---- what it is made of


def _made_of(summary: Summary) -> None:
    kinds = [(KIND_WORDS.get(kind, kind).capitalize(), count) for kind, count in summary.kinds.items()]
    countries = [(country_label(summary, code), count) for code, count in summary.countries.items() if code]
    nowhere = summary.countries.get(None, 0)
    more = _folded(countries[TOP_COUNTRIES:])
    st.html(
        f'<h2 class="part">What it is made of</h2><p class="lead">{_lead(summary)}</p><div class="tables">'
        f"<section><h3>By kind</h3>{_bars(kinds)}</section>"
        f"<section><h3>By country</h3>{_bars(countries[:TOP_COUNTRIES])}{more}"
        f'<p class="quiet">{nowhere:,} more lie in no country, or in several: seas, rivers, continents.</p></section>'
        f"</div><section><h3>Sources</h3>{_sources(summary)}</section>"
    )


def _lead(summary: Summary) -> str:
    whose = "It came with Gazette" if summary.shipped else "It is your own"
    lead = f"{whose}: {megabytes(summary.size)} in {escape(str(summary.folder))}. Nothing is asked of the network."
    is_old = open_index().folder != folder_in_use()
    return f"{lead} Another has taken its place since: start Gazette again to see it." if is_old else lead


def _bars(rows: list[tuple[str, int]]) -> str:
    """A table of counts with a bar each, as long as its share of the largest."""
    most = max((count for _, count in rows), default=1)
    lines = (
        f'<tr><th scope="row">{escape(label)}</th><td class="count">{count:,}</td>'
        f'<td class="bar"><span style="width:{100 * count / most:.2f}%"></span></td></tr>'
        for label, count in rows
    )
    return f'<table class="bars">{"".join(lines)}</table>'


def _folded(rows: list[tuple[str, int]]) -> str:
    if not rows:
        return ""
    lines = "".join(f"<li>{escape(label)} <b>{count:,}</b></li>" for label, count in rows)
    return (
        f'<details><summary>{len(rows)} more countries and territories</summary><ul class="rest">{lines}</ul></details>'
    )


def _sources(summary: Summary) -> str:
    head = "".join(f'<th scope="col">{word}</th>' for word in ("Source", "Gives", "Licence", "Places"))
    lines = "".join(_row(cells) for cells in _source_cells(summary))
    return f'<table class="sources"><tr>{head}</tr>{lines}</table>'


def _source_cells(summary: Summary) -> Iterable[tuple[str, ...]]:
    for source in summary.sources:
        version = f" {source.version}" if source.version else ""
        count = f"{source.places:,}" if source.places else ""
        yield f"{source.name}{version}", source.gives, source.licence or "not told", count


def _row(cells: Iterable[str]) -> str:
    first, *rest = map(escape, cells)
    return f'<tr><th scope="row">{first}</th>{"".join(f"<td>{cell}</td>" for cell in rest)}</tr>'
