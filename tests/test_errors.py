import pickle
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
    errors.GazetteerDamaged("edition-3/names", "it is cut off", remedy="Build it: gazette gazetteer build"),
    errors.ImportRefused("IQ.txt", "it is empty"),
    errors.ImportStopped("The disk is full", "Make room and run the same command again."),
    errors.SeedMissing("a.txt", "seeds"),
]


@pytest.mark.parametrize("error", ERRORS, ids=lambda error: type(error).__name__)
def test_a_message_is_one_line_that_names_the_value_and_what_to_do(error: errors.GazetteError) -> None:
    message = str(error)
    assert "\n" not in message
    assert message.endswith((".", "build"))
    assert any(str(value) in message for value in vars(error).values())


@pytest.mark.parametrize("error", ERRORS, ids=lambda error: type(error).__name__)
def test_an_error_of_another_process_arrives_whole(error: errors.GazetteError) -> None:
    again = pickle.loads(pickle.dumps(error))
    assert (type(again), str(again), vars(again)) == (type(error), str(error), vars(error))


def test_the_tree_in_the_docstring_names_every_error() -> None:
    classes = {name for name, thing in vars(errors).items() if isinstance(thing, type)}
    assert classes == set(re.findall(r"^[│├└─ ]*(\w+)", errors.__doc__, re.MULTILINE)) & classes
