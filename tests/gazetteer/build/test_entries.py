import pytest

from dashboard.gazetteer.build.entries import Entry

STRONGER = [("alternate", "official"), ("official", "demonym"), ("alternate", "overlay"), ("overlay", "official")]


@pytest.mark.parametrize(("weak", "strong"), STRONGER)
def test_of_two_kinds_of_one_name_the_stronger_stays(weak, strong):
    one, other = (Entry("geonames:1", "A", "city", 0, 0, "test") for _ in range(2))
    one.add_name("Name", weak)
    one.add_name("Name", strong)
    other.add_name("Name", strong)
    other.add_name("Name", weak)
    assert one.kinds == other.kinds == {"Name": strong}


@pytest.mark.parametrize(
    ("kind", "codes"),
    [
        ("city", ["IQ.08.9", "IQ.08", "IQ"]),
        ("admin2", ["IQ.08", "IQ"]),
        ("admin1", ["IQ"]),
        ("country", []),
        ("territory", []),
    ],
)
def test_only_codes_of_what_is_above_a_place_tell_what_it_lies_in(kind, codes):
    assert Entry("geonames:1", "A", kind, 0, 0, "test", None, "IQ", "IQ.08", "IQ.08.9").codes_above == codes
    assert Entry("geonames:1", "A", kind, 0, 0, "test").codes_above == []
