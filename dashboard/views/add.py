"""The box that takes any text."""

from datetime import date
from html import escape

import streamlit as st

from dashboard.articles.segments import segment
from dashboard.errors import EmptyArticle, GazetteError
from dashboard.records import Article
from dashboard.views import shelf, state
from dashboard.views.library import opened

LONGEST_TITLE = 90  # characters of a title in the picker


def title_of(article: Article | None) -> str:
    """What the picker calls an article: its title, else its first words."""
    if article is None:
        return "Article"
    if article.title:
        return _short(article.title)
    first = next((s for s in segment(article.text) if s.kind in ("title", "heading", "paragraph", "dek")), None)
    return _short(article.text[first.start : first.end]) if first else article.id


def _short(title: str) -> str:
    words = " ".join(title.split())
    return words if len(words) <= LONGEST_TITLE else words[: LONGEST_TITLE - 1].rstrip() + "…"


@st.dialog("Add an article", width="large")
def dialog() -> None:
    """Ask for a text, read it, and open it."""
    text = st.text_area(
        "Text of the article", key="paste", height=320, placeholder="Paste the text of any English news article."
    )
    left, right = st.columns([3, 2])
    title = left.text_input("Title", key="paste_title", placeholder="Taken from the text if left empty")
    published = right.date_input(
        "Published",
        value=None,
        key="paste_date",
        min_value=date(1700, 1, 1),
        max_value=date(2200, 1, 1),
        format="YYYY-MM-DD",
        help="Settles “last month” and “Tuesday”. Inferred from the text if left empty.",
    )
    if st.button("Read it", key="read_it", type="primary"):
        _read(text, title.strip(), published if isinstance(published, date) else None)


def _read(text: str, title: str, published: date | None) -> None:
    """Read the text while the dialog says so, then open it; what cannot be read is said here."""
    place = st.empty()
    place.html(f'<p class="note" role="status">Reading {len(text):,} characters. The article opens by itself.</p>')
    try:
        article = shelf.paste(text, title=title, published=published)
        opened(article)
    except EmptyArticle:
        place.html('<p class="note" role="alert">There is no text to read yet. Paste the text of an article above.</p>')
    except GazetteError as error:
        place.html(f'<p class="note" role="alert">{escape(str(error))}</p>')
    else:
        state.open_article(article.id)
        st.rerun()
