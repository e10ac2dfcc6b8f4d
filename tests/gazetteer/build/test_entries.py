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
