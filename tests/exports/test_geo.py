from dataclasses import replace

from dashboard.exports.geo import geojson
from dashboard.records import Reading


def features(*readings: Reading) -> dict:
    return {feature["properties"]["name"]: feature for feature in geojson(*readings)["features"]}


def test_coordinates_are_longitude_first(reading: Reading) -> None:
    assert features(reading)["Sydney"]["geometry"] == {"type": "Point", "coordinates": [151.20732, -33.86785]}


def test_places_come_most_named_first_and_once_each(reading: Reading) -> None:
    assert list(features(reading)) == ["Basra", "Turkey", "Sydney"]


def test_tally_leaves_repeats_out(reading: Reading) -> None:
    properties = features(reading)["Basra"]["properties"]
    assert (properties["mention_count"], [m["start"] for m in properties["mentions"]]) == (2, [9, 64])


def test_unresolved_names_are_counted_and_not_drawn(reading: Reading) -> None:
    assert geojson(reading)["unresolved"] == 1


def test_place_tells_how_it_is_used_and_what_happened(reading: Reading) -> None:
    assert features(reading)["Turkey"]["properties"]["uses"] == {"demonym": 1}
    assert features(reading)["Sydney"]["properties"]["events"] == {"talks_visits": 1}


def test_articles_share_a_place_and_keep_their_mentions_apart(reading: Reading) -> None:
    other = replace(reading, article=replace(reading.article, id="other"))
    basra = features(reading, other)["Basra"]["properties"]
    assert [m["article_id"] for m in basra["mentions"]] == ["envoy", "envoy", "other", "other"]


def test_article_without_places_gives_an_empty_collection(empty_reading: Reading) -> None:
    collection = geojson(empty_reading)
    assert (collection["type"], collection["features"]) == ("FeatureCollection", [])
    assert collection["articles"][0]["id"] == "quiet"
