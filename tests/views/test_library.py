from dashboard.views.library import opened
from dashboard.views.shelf import default


def test_the_seed_article_is_opened_once_with_its_places_and_scene() -> None:
    room = opened(default())
    assert opened(default()) is room
    assert {"Baghdad", "Najaf", "Karbala", "Kurdistan Region", "Altun Kupri", "Tehran"} <= {p.name for p in room.places}
    assert [place["name"] for place in room.scene["places"]] == [place.name for place in room.places]
    south, west, north, east = room.scene["frame"]
    assert south < 33 < north
    assert west < 44 < east
