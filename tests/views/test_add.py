import pytest

from dashboard.articles.files import make_article
from dashboard.views.add import LONGEST_TITLE, title_of

TITLES = [
    (make_article("Floods hit Jakarta.", title="The title given"), "The title given"),
    (make_article("Floods hit Jakarta.\n\nRain fell for days."), "Floods hit Jakarta."),
    (make_article("x" * 300), "x" * (LONGEST_TITLE - 1) + "…"),
    (None, "Article"),
]


@pytest.mark.parametrize(("article", "title"), TITLES)
def test_the_picker_calls_an_article_by_its_title_or_first_words(article: object, title: str) -> None:
    assert title_of(article) == title
