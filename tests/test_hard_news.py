"""Short news sentences, each from a different part of the world, and what a reader would say happened."""

import pytest

from dashboard.articles.files import make_article
from dashboard.pipeline import read

NEWS = [
    ("Fighting erupted in Goma on Tuesday, officials said.", {"attacks_fighting"}),
    ("Clashes erupted near El Fasher after dawn.", {"attacks_fighting"}),
    ("A volcano erupted in Iceland overnight.", {"disaster_displacement"}),
    ("Floods destroyed homes in Jakarta on Monday.", {"disaster_displacement"}),
    ("Riots broke out in Port Moresby after the vote was delayed.", {"protests_strikes"}),
    ("A war of words erupted between the two columnists.", set()),
]


@pytest.mark.parametrize(("sentence", "types"), NEWS, ids=[sentence[:20] for sentence, _ in NEWS])
def test_a_news_sentence_has_its_types(sentence: str, types: set[str]) -> None:
    assert types <= {event.type for event in read(make_article(sentence)).events}
    if not types:
        assert read(make_article(sentence)).events == ()


def test_floods_are_no_attack() -> None:
    (event,) = read(make_article("Floods destroyed homes in Jakarta on Monday.")).events
    assert event.type == "disaster_displacement"
