import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.maps.frame import SMALLEST_SIDE, frame

BAGHDAD, NAJAF, GAZA, GAZA_STRIP, NEW_YORK = (33.3, 44.4), (32.0, 44.3), (31.5, 34.47), (31.4, 34.4), (40.7, -74.0)
POINTS = st.lists(st.tuples(st.floats(-85, 85), st.floats(-180, 180), st.floats(0, 50)), max_size=12)


def test_nothing_named_frames_the_world() -> None:
    assert frame([]) is None


def test_a_single_place_gets_room_around_it() -> None:
    south, west, north, east = frame([(*BAGHDAD, 1)])
    assert north - south == pytest.approx(SMALLEST_SIDE)
    assert west < BAGHDAD[1] < east


def test_neighbours_far_from_the_story_are_left_out_together() -> None:
    box = frame([(*BAGHDAD, 20), (*NAJAF, 3), (*GAZA, 1), (*GAZA_STRIP, 1)])
    assert box[1] > GAZA[1] + 5


def test_a_story_of_two_far_places_shows_both() -> None:
    _, west, _, east = frame([(*BAGHDAD, 5), (*NEW_YORK, 5)])
    assert west <= NEW_YORK[1]
    assert east >= BAGHDAD[1]


def test_the_country_most_spoken_of_is_whole() -> None:
    assert frame([(*BAGHDAD, 5)], (29.0, 38.8, 37.4, 48.5)) == (29.0, 38.8, 37.4, 48.5)


@given(POINTS)
def test_a_frame_is_a_box_that_keeps_most_of_the_weight(points: list[tuple[float, float, float]]) -> None:
    box = frame(points)
    inside = sum(w for lat, lon, w in points if box and box[0] <= lat <= box[2] and box[1] <= lon <= box[3])
    assert inside >= 0.87 * sum(weight for *_, weight in points) - 1e-9
