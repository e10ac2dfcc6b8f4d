from benchmarks.imports.__main__ import dump
from dashboard.gazetteer.imports.geonames import Wanted, read_place


def test_every_line_of_the_made_up_dump_is_a_place_of_its_own():
    places = [read_place(line.rstrip("\n"), "x", Wanted()) for line in dump(300)]
    assert len({place.place_id for place in places}) == 300
    assert len({place.kind for place in places}) > 5
    assert 1.5 < sum(len(place.names) for place in places) / 300 < 4


def test_made_up_dump_is_the_same_every_time():
    assert list(dump(50)) == list(dump(50)) == list(dump(60))[:50]
