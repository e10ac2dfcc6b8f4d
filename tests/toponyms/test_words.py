import pytest

from dashboard.toponyms import words

TABLES = [name for name in dir(words) if name.isupper()]


@pytest.mark.parametrize("name", TABLES)
def test_every_table_has_words_and_all_in_lower_case(name):
    table = getattr(words, name)
    assert table
    assert all(word == word.lower() for word in table)


def test_titles_are_a_class_of_the_words_before_a_name():
    assert {"mr.", "president", "sen."} <= words.TITLES
