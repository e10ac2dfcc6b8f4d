import pytest

from dashboard.gazetteer.build.entries import Entry
from dashboard.gazetteer.build.junk import block_common_words, is_junk

JUNK_ALTERNATES = [
    "BGW",
    "LHR",
    "IQ07",
    "bghdad",
    "ba ge da",
    "Багдад",
    "بغداد",
    "巴格达",
    "Bağдад",
    "12",
    "-",
    "",
    "Å",
    "Ur",
    "🌍",
    "x" * 3,
]
GOOD_ALTERNATES = [
    "Bagdad",
    "Bağdad",
    "Sana'a",
    "Ta‘izz",
    "al-Hasakah",
    "'s-Hertogenbosch",
    "Ürümqi",
    "Aba",
    "Łódź",
    "Qəbələ",
]
JUNK_OFFICIALS = ["Багдад", "12", "", "One two three four five six seven eight nine"]
GOOD_OFFICIALS = ["Å", "Bo", "USA", "la Torre", "One two three four five six seven eight"]


@pytest.mark.parametrize("name", JUNK_ALTERNATES)
def test_alternate_name_no_writer_uses_is_junk(name):
    assert is_junk(name, official=False)


@pytest.mark.parametrize("name", GOOD_ALTERNATES)
def test_alternate_name_in_use_is_kept(name):
    assert not is_junk(name, official=False)


@pytest.mark.parametrize("name", JUNK_OFFICIALS)
def test_official_name_nobody_can_look_up_is_junk(name):
    assert is_junk(name, official=True)


@pytest.mark.parametrize("name", GOOD_OFFICIALS)
def test_official_name_is_trusted(name):
    assert not is_junk(name, official=True)


WORDS = {
    "word of English": ("Poland", "Polio", "alternate", False),
    "word with an accent": ("Lima", "Limé", "alternate", False),
    "part of its own name": ("Orange County", "Orange", "alternate", True),
    "own name without its accent": ("Huế", "Hue", "alternate", True),
    "official name": ("Limerick", "Reading", "official", True),
    "name of the overlay": ("Fes", "Fez", "overlay", True),
    "no word": ("Warszawa", "Varsovia", "alternate", True),
}


@pytest.mark.parametrize(("own", "name", "kind", "stays"), WORDS.values(), ids=WORDS)
def test_alternate_name_that_reads_as_a_word_is_taken_away(own, name, kind, stays):
    place = Entry("test:1", own, "city", 0, 0, "test")
    place.add_name(own, "official")
    place.add_name(name, kind)
    block_common_words({place.place_id: place})
    assert list(place.names) == ([own, name] if stays else [own])
