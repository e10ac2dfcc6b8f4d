"""The seed articles: what a first run opens."""

import tomllib
from dataclasses import replace
from datetime import date
from pathlib import Path

from dashboard.articles.files import decode, make_article
from dashboard.errors import SeedMissing
from dashboard.records import Article
from dashboard.settings import shipped

_LIST = "seeds.toml"


def seeds() -> tuple[Article, ...]:
    """The articles that seeds.toml lists, in its order; each text exactly as it was given.

    Raises SeedMissing where the list, or a file that it names, is not there.
    """
    listed = tomllib.loads(_read(_LIST).decode("utf-8"))["seed"]
    return tuple(_article(**entry) for entry in listed)


def _article(*, file: str, title: str, published: date, source: str) -> Article:  # noqa: ARG001
    text, _ = decode(_read(file), file)
    article = make_article(text, id=Path(file).stem, title=title, published=published)
    return replace(article, published_source="metadata")


def _read(name: str) -> bytes:
    folder = shipped("seeds")
    try:
        return (folder / name).read_bytes()
    except OSError:
        raise SeedMissing(name, folder) from None
