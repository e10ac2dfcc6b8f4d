import pytest

from dashboard.pipeline import read
from dashboard.records import Article


def references(text, index):
    found = read(Article("a", text), index=index, only="places").references
    return [(one.text, [index.place(index.row_of(place_id)).name for place_id in one.place_ids]) for one in found]


SETTLED = [
    ("Israel struck the Gaza Strip on Monday. Aid to the Strip has stopped.", "the Strip", ["Gaza Strip"]),
    ("Iraq would host talks. They met in the Iraqi capital on Sunday.", "the Iraqi capital", ["Baghdad"]),
    ("Fighting broke out in Sudan. Residents fled the capital, hundreds on foot.", "the capital", ["Khartoum"]),
    ("Iraq’s capital was calm.", "capital", ["Baghdad"]),
    ("Iraq is at peace. The country will vote in May.", "The country", ["Iraq"]),
    ("Officials in Anbar province said the province would vote.", "the province", ["Al Anbar"]),
    ("Iran and Iraq fought in the 1980s. The two countries now trade.", "The two countries", ["Iran", "Iraq"]),
    ("Iraq’s Kurdistan Region voted. Iranian Kurdish groups left the region.", "the region", ["Kurdistan Region"]),
    ("Troops moved into Kharkiv. The city was quiet.", "The city", ["Kharkiv"]),
    ("The Strait of Hormuz is closed. Ships avoid the strait.", "the strait", ["Strait of Hormuz"]),
]


@pytest.mark.parametrize(("text", "words", "names"), SETTLED, ids=[words for _, words, _ in SETTLED])
def test_a_reference_is_the_place_just_named(index, text, words, names):
    assert (words, names) in references(text, index)


OPEN = [
    "Troops moved into Kharkiv and Sumy. The city was quiet.",
    "Iran, Iraq and Syria met. The two countries left early.",
    "Iraq is short of money. The capital needed for the dams is missing.",
    "In Nashville the country music awards were held for Tennessee.",
    "The city was quiet.",
    "Fans in Iraq watched the Strip mall open.",
]


@pytest.mark.parametrize("text", OPEN)
def test_what_the_text_does_not_settle_stays_open(index, text):
    assert references(text, index) == []


def test_a_place_far_back_settles_nothing(index):
    assert references("Iraq voted. " + "Nothing more was said of it. " * 5 + "The country slept.", index) == []
