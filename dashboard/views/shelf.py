"""The articles that can be opened: the seeds, and what was pasted while this server runs."""

import hashlib
from datetime import date

import streamlit as st

from dashboard.articles.files import make_article
from dashboard.articles.seeds import seeds
from dashboard.records import Article
from dashboard.views import state

PASTED_KEPT = 50  # articles; the oldest goes first. Nothing is written to disk.


@st.cache_resource
def _seeds() -> dict[str, Article]:
    return {article.id: article for article in seeds()}


@st.cache_resource
def _pasted() -> dict[str, Article]:
    return {}


def paste(text: str, *, title: str | None, published: date | None) -> Article:
    """Put a pasted text on the shelf. Raises EmptyArticle."""
    mark = hashlib.blake2b(
        repr((text, title, published)).encode("utf-8", "backslashreplace"), digest_size=6
    ).hexdigest()
    article = make_article(text, id=f"paste-{mark}", title=title or None, published=published)
    shelf = _pasted()
    shelf.pop(article.id, None)
    shelf[article.id] = article
    while len(shelf) > PASTED_KEPT:
        shelf.pop(next(iter(shelf)))
    mine = state.view().pasted
    if article.id not in mine:
        mine.append(article.id)
    return article


def find(article_id: str | None) -> Article | None:
    """The article of that id, or None where it is not (or no longer) here."""
    return _seeds().get(article_id or "") or _pasted().get(article_id or "")


def default() -> Article:
    """The article a first visit opens. Raises SeedMissing."""
    return next(iter(_seeds().values()))


def listed() -> list[str]:
    """Ids for the picker: the seeds, then what this session pasted or was sent to, newest first."""
    here = state.article_id()
    mine = [key for key in state.view().pasted if key in _pasted()]
    if here in _pasted() and here not in mine:
        mine.append(here)
    return [*_seeds(), *reversed(mine)]
