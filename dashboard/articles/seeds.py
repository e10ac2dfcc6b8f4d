"""The seed articles: what a first run opens."""

import tomllib
from dataclasses import replace
from pathlib import Path
from typing import Any

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
    return tuple(_article(entry) for entry in listed)


def _article(entry: dict[str, Any]) -> Article:
    text, _ = decode(_read(entry["file"]), entry["file"])
    article = make_article(text, id=Path(entry["file"]).stem, title=entry["title"], published=entry["published"])
    return replace(article, published_source="metadata")


def _read(name: str) -> bytes:
    folder = shipped("seeds")
    try:
        return (folder / name).read_bytes()
    except OSError:
        raise SeedMissing(name, folder) from None
