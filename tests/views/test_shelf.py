from datetime import date

import pytest

from dashboard.errors import EmptyArticle
from dashboard.views import shelf


def test_the_default_is_the_seed_article() -> None:
    assert shelf.default().published == date(2024, 9, 11)
    assert shelf.find(shelf.default().id) is shelf.default()


def test_a_pasted_article_is_found_by_its_id_and_not_kept_twice() -> None:
    first = shelf.paste("Floods hit Jakarta.", title=None, published=None)
    again = shelf.paste("Floods hit Jakarta.", title=None, published=None)
    assert first.id == again.id
    assert shelf.find(first.id) == first


def test_the_oldest_paste_makes_room() -> None:
    first = shelf.paste("Text number 0.", title=None, published=None)
    for number in range(1, shelf.PASTED_KEPT + 1):
        shelf.paste(f"Text number {number}.", title=None, published=None)
    assert shelf.find(first.id) is None


def test_a_paste_without_text_is_refused() -> None:
    with pytest.raises(EmptyArticle):
        shelf.paste(" \n", title=None, published=None)
