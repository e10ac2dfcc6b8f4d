import json

from dashboard.reader.passages import Filter, Passages
from dashboard.records import Reading
from dashboard.views.library import Opened
from dashboard.views.sheet import sheet
from tests.conftest import BASRA


def opened(reading: Reading) -> Opened:
    passages = Passages(reading)
    return Opened("key", passages, list(passages.places.values()), {})


def test_the_article_alone_has_no_card(reading: Reading) -> None:
    data = sheet(opened(reading), Filter(), None, rival=None)
    assert (data["card"], data["place"], data["empty"]) == (None, None, None)
    assert data["counts"] == "2 passages, 4 place names, 3 places"
    assert data["published"] == "11 Sep 2024"


def test_the_data_is_plain_json(reading: Reading) -> None:
    room = opened(reading)
    data = sheet(room, Filter(), room.passages.mentions[0], rival=None)
    assert json.loads(json.dumps(data)) == data


def test_a_place_that_only_speaks_offers_to_show_it(reading: Reading) -> None:
    room = opened(reading)
    turkish = room.passages.mentions[1]
    data = sheet(room, Filter(), turkish, rival=None)
    assert data["groups"] == []
    assert data["quiet"]["more"] == "1 mention where Turkey is not the scene but the speaker or owner."


def test_filters_that_hide_everything_offer_the_ways_out(reading: Reading) -> None:
    hidden = Filter(types=frozenset({"attacks_fighting"}), statuses=frozenset({"planned"}))
    empty = sheet(opened(reading), hidden, None, rival=None)["empty"]
    assert empty["text"] == "2 passages are hidden by “Attacks & fighting” and “planned”."
    assert [what for what, _ in empty["offers"]] == ["clear", "status"]


def test_a_text_without_places_says_so(empty_reading: Reading) -> None:
    data = sheet(opened(empty_reading), Filter(), None, rival=None)
    assert "no place that the gazetteer knows" in data["none"]
    assert data["published"] is None


def test_the_chosen_place_is_named(reading: Reading) -> None:
    room = opened(reading)
    data = sheet(room, Filter(), room.passages.of_place(BASRA.place_id)[0], rival="geonames:1")
    assert (data["place"], data["chosen"], data["rival"]) == (BASRA.place_id, 0, "geonames:1")
