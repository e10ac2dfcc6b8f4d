from dashboard.events.types import BACKGROUND
from dashboard.reader.passages import Filter, Passages, in_order
from dashboard.records import Reading
from tests.conftest import BASRA, SYDNEY

TALKS, FIGHTING = Filter(types=frozenset({"talks_visits"})), Filter(types=frozenset({"attacks_fighting"}))


def test_a_copy_is_no_passage_and_an_unknown_name_no_mention(reading: Reading) -> None:
    passages = Passages(reading)
    assert [passage.segment.kind for passage in passages.all] == ["title", "paragraph"]
    assert [mention.resolution.toponym.text for mention in passages.mentions] == ["Basra", "Turkish", "Basra", "Sydney"]


def test_a_mention_has_the_events_of_its_own_sentence(reading: Reading) -> None:
    title, _, met, sydney = Passages(reading).mentions
    assert title.type_under(Filter()) == BACKGROUND
    assert {met.type_under(Filter()), sydney.type_under(Filter())} == {"talks_visits"}


def test_tallies_count_where_it_happened_and_leave_out_who_is_speaking(reading: Reading) -> None:
    tallies = Passages(reading).tallies(Filter())
    assert tallies[BASRA.place_id] == {BACKGROUND: 1, "talks_visits": 1}
    assert list(tallies) == [BASRA.place_id, SYDNEY.place_id]
    assert len(Passages(reading).tallies(Filter(who=True))) == 3
    assert len(Passages(reading).tallies(Filter(where=False, who=True))) == 1


def test_a_type_hides_passages_and_mentions_without_it(reading: Reading) -> None:
    passages = Passages(reading)
    assert [passage.shown_under(TALKS) for passage in passages.all] == [False, True]
    assert passages.tallies(TALKS)[BASRA.place_id] == {"talks_visits": 1}
    assert passages.tallies(FIGHTING) == {}


def test_a_status_filters_like_a_type(reading: Reading) -> None:
    passages = Passages(reading)
    assert passages.statuses() == ["reported"]
    assert passages.tallies(Filter(statuses=frozenset({"planned"}))) == {}
    assert passages.tallies(Filter(statuses=frozenset({"reported"}))) != {}


def test_types_are_counted_by_passage_and_stand_in_the_order_of_the_legend(reading: Reading) -> None:
    assert Passages(reading).type_counts() == {"talks_visits": 1}
    assert in_order({"attacks_fighting", "talks_visits"}) == ["talks_visits", "attacks_fighting"]


def test_a_reading_without_anything_is_one_quiet_passage(empty_reading: Reading) -> None:
    passages = Passages(empty_reading)
    assert (len(passages.all), passages.places, passages.tallies(Filter())) == (1, {}, {})
