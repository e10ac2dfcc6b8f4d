import pytest

from dashboard.learning.linear import load_classes
from dashboard.resolution.setting import TABLES, setting_of

SETTINGS = [
    ("The sheriff charged a sophomore with a felony.", "customs", "US"),
    ("Gardaí told the Dáil about the hurling final.", "customs", "IE"),
    ("The constabulary fined the headteacher £40.", "customs", "GB"),
    ("Mounties saw the NDP at the hockey game.", "customs", "CA"),
    ("A neighbour of the theatre painted it in two colours.", "spelling", "GB"),
    ("A neighbor of the theater painted it in two colors.", "spelling", "US"),
]


@pytest.mark.parametrize(("text", "table", "country"), SETTINGS, ids=[text for text, _, _ in SETTINGS])
def test_a_text_seems_to_be_written_in(text, table, country):
    shares = setting_of(text)[table]
    assert max(shares, key=lambda code: shares[code]) == country
    assert shares[country] == 1.0


def test_one_word_says_less_than_two():
    assert setting_of("the sheriff")["customs"] == {"US": 0.5}


def test_a_text_of_no_country_has_no_setting():
    assert setting_of("It rained.") == {table: {} for table in TABLES}


@pytest.mark.parametrize("table", TABLES)
def test_the_classes_of_a_table_are_country_codes(table):
    assert all(len(code) == 2 and code.isupper() for codes in load_classes(table).values() for code in codes.split())
