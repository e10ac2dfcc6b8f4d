import re

import pytest

from dashboard import errors

ERRORS = [
    errors.ArticleNotFound("a.txt"),
    errors.NotText("a.bin", "byte 3 is no character of any encoding"),
    errors.EmptyArticle("a.txt"),
    errors.BadLine("corpus.jsonl", 7, "no JSON"),
    errors.BadDate("yesterday"),
    errors.SpanMismatch("a", 3, 9),
    errors.GazetteerMissing("data/gazetteer"),
    errors.GazetteerDamaged("data/gazetteer/names", "it is cut off"),
    errors.SeedMissing("a.txt", "seeds"),
]


@pytest.mark.parametrize("error", ERRORS, ids=lambda error: type(error).__name__)
def test_a_message_is_one_line_that_names_the_value_and_what_to_do(error: errors.GazetteError) -> None:
    message = str(error)
    assert "\n" not in message
    assert message.endswith((".", "build"))
    assert any(str(value) in message for value in vars(error).values())


def test_the_tree_in_the_docstring_names_every_error() -> None:
    classes = {name for name, thing in vars(errors).items() if isinstance(thing, type)}
    assert classes == set(re.findall(r"^[│├└─ ]*(\w+)", errors.__doc__, re.MULTILINE)) & classes
