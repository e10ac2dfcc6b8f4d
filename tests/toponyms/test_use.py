import pytest

from dashboard.toponyms.recognise import recognise

LITERAL = [
    ("The envoy arrived in Amman on Tuesday.", "Amman"),
    ("She flew from Doha to Muscat.", "Doha"),
    ("A rocket fell near Beirut's airport.", "Beirut"),
    ("Rain fell across northern Italy.", "Italy"),
    ("He lives in Bangor, Maine.", "Bangor"),
    ("He lives in Bangor, Maine.", "Maine"),
    ("The pope will visit Kenya in May.", "Kenya"),
    ("A dam broke in Peru's Piura province.", "Piura"),
    ("Thousands marched through the streets of Athens.", "Athens"),
    ("A fire burned outside Lisbon.", "Lisbon"),
    ("They fled toward the border with Syria.", "Syria"),
    ("Dubai-based traders sold gold.", "Dubai"),
    ("BAGHDAD (AP) — A bomb went off.", "BAGHDAD"),
]
ASSOCIATIVE = [
    ("Ankara said it would respond.", "Ankara"),
    ("Tokyo has also rejected the offer.", "Tokyo"),
    ("Morocco recalled its ambassador.", "Morocco"),
    ("The pact was signed between Rome and Tripoli.", "Rome"),
    ("The pact was signed between Rome and Tripoli.", "Tripoli"),
    ("The plan drew condemnation from Paris and Berlin.", "Berlin"),
    ("The union called on Warsaw to yield.", "Warsaw"),
    ("Talks with Pyongyang broke down.", "Pyongyang"),
    ("Ghana's government fell.", "Ghana"),
    ("Russia-backed fighters took the town.", "Russia"),
    ("The U.S. troops withdrew.", "U.S."),
    ("The Aleppo University rector resigned.", "Aleppo"),
    ("Kabul and Islamabad agreed to talk.", "Kabul"),
    ("The Syrian Observatory for Human Rights counted ten dead.", "Syrian"),
]
DEMONYM = [
    ("An Iraqi official resigned.", "Iraqi"),
    ("Two Russians were freed.", "Russians"),
    ("The European minister smiled.", "European"),
    ("Syrian President Bashar al-Assad spoke.", "Syrian"),
    ("The Russian Foreign Ministry protested.", "Russian"),
]
CASES = [
    (text, name, use)
    for use, cases in (("literal", LITERAL), ("associative", ASSOCIATIVE), ("demonym", DEMONYM))
    for text, name in cases
]


@pytest.mark.parametrize(("text", "name", "use"), CASES, ids=[f"{use}: {text}" for text, _, use in CASES])
def test_a_name_is_used_for(text, name, use, index):
    found = {toponym.text: toponym.use for toponym in recognise(text, (), index)}
    assert found.get(name) == use


@pytest.mark.parametrize("text", ["Iraq", "Iraq and", "and Iraq", "the the Iraq", "Iraq's", "Iraq-", "Iraq, the"])
def test_a_name_at_the_edge_of_the_text_has_a_use(text, index):
    assert [toponym.text for toponym in recognise(text, (), index)] in ([], ["Iraq"])
