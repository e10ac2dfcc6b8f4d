import pytest

from dashboard.gazetteer.build.entries import NAME_KINDS, Entry
from dashboard.gazetteer.imports.geonames import OtherName
from dashboard.gazetteer.imports.staging import opened
from tests.gazetteer.imports.dumps import OVERLAY, shipped_entries


@pytest.fixture
def staging(tmp_path):
    with opened(tmp_path / "staging.sqlite", OVERLAY) as staging:
        entries = shipped_entries().values()
        staging.put_shipped(entries)
        staging.put_shipped_names((e.place_id, name, kind) for e in entries for name, kind in e.kinds.items())
        yield staging


def place(number, name="Zakho", kind="city", names=None, **fields):
    made = Entry(f"geonames:{number}", name, kind, 1.0, 2.0, "dump", **fields)
    for spelled, of in (names or {}).items():
        made.add_name(spelled, of)
    return made


def names_of(staging, number):
    rows = staging.execute(f"SELECT key, kind FROM names WHERE place = {number}")
    return {key: NAME_KINDS[kind] for key, kind in rows}


def columns_of(staging, number, *columns):
    (row,) = staging.execute(f"SELECT {', '.join(columns)} FROM places WHERE number = {number}")
    return row


def test_shipped_place_gets_point_people_and_code_and_keeps_what_it_is(staging):
    staging.put([place(3, "Ghazzah", "landmark", country="XX", population=500_000, feature_code="PPLA2")])
    told = columns_of(staging, 3, "lat", "lon", "population", "feature_code", "name", "kind", "country", "source")
    assert told == (1.0, 2.0, 500_000, "PPLA2", "Gaza", "city", "PS", "test")


def test_shipped_place_of_which_a_dump_knows_less_keeps_what_it_had(staging):
    staging.put([place(3)])
    assert columns_of(staging, 3, "population", "feature_code", "country") == (410_000, "PPLA", "PS")


def test_place_of_the_overlay_stays_as_it_is(staging):
    staging.put([place(2, population=9, names={"Gazastreifen": "alternate"})])
    assert columns_of(staging, 2, "lat", "name", "population", "in_overlay") == (31.4, "Gaza Strip", None, 1)
    assert names_of(staging, 2) == {"gaza strip": "official", "gaza": "overlay", "gazastreifen": "alternate"}


def test_place_of_a_dump_becomes_what_is_said_of_it_last(staging):
    staging.put([place(9, "Zaxo", population=5, names={"Zaxo": "official"}), place(9, country="IQ", admin1="IQ.08")])
    assert columns_of(staging, 9, "name", "population", "country", "admin1") == ("Zakho", None, "IQ", "IQ.08")
    assert names_of(staging, 9) == {"zaxo": "official"}


def test_names_are_kept_once_with_their_strongest_kind(staging):
    staging.put([place(9, names={"ZAKHO": "alternate", "Zakho": "official", "Zākhō": "alternate"})])
    staging.put_names([OtherName(9, "zakho", "alternate"), OtherName(9, "Zaxo", "alternate")])
    assert names_of(staging, 9) == {"zakho": "official", "zaxo": "alternate"}


@pytest.mark.parametrize(
    ("name", "kind", "is_kept"),
    [
        ("Iraq", "alternate", False),
        ("Hormuz", "alternate", False),
        ("Iraqi", "alternate", False),
        ("Along", "alternate", False),
        ("Akre", "alternate", True),
        ("Iraq", "official", True),
        ("Along", "official", True),
    ],
)
def test_alternate_name_that_belongs_to_a_greater_place_is_not_taken(name, kind, is_kept, staging):
    staging.put([place(9, names={name: kind})])
    staging.put_names([OtherName(3, name, kind)])
    assert (name.lower() in names_of(staging, 9)) == (name.lower() in names_of(staging, 3)) == is_kept


@pytest.mark.parametrize(
    ("of", "name", "kind", "is_kept"),
    [
        ({"name": "Polska", "country": "PL"}, "Polio", "alternate", False),
        ({"name": "Polska", "country": "PL"}, "Polio", "official", True),
        ({"name": "Polio Town", "country": "PL"}, "Polio", "alternate", True),
        ({"name": "Dili", "country": "TL", "population": 5_000}, "Delhi", "alternate", False),
        ({"name": "Dili", "country": "TL", "population": 5_000_000}, "Delhi", "alternate", True),
        ({"name": "Dilli", "country": "IN"}, "Delhi", "alternate", True),
        ({"name": "New Delhi Town", "country": "CA"}, "Delhi", "alternate", True),
    ],
)
def test_rules_of_the_shipped_gazetteer_hold_for_alternate_names(of, name, kind, is_kept, tmp_path):
    with opened(tmp_path / "staging.sqlite", OVERLAY) as staging:
        staging.put_shipped([place(5, "Delhi", country="IN", population=11_000_000)])
        staging.put_shipped_names([("geonames:5", "Delhi", "official")])
        staging.put([place(9, **of, names={name: kind}), place(10, **of)])
        staging.put_names([OtherName(10, name, kind)])
        assert (name.lower() in names_of(staging, 9)) == (name.lower() in names_of(staging, 10)) == is_kept


def test_owner_takes_its_own_name(staging):
    staging.put_names([OtherName(1, "IRAQ", "alternate")])
    assert names_of(staging, 1)["iraq"] == "official"


def test_names_of_unknown_places_are_left_out(staging):
    assert staging.put_names([OtherName(99, "Nowhere", "official"), OtherName(3, "Ghazza", "alternate")]) == 1
    assert names_of(staging, 99) == {}


def test_second_country_of_one_code_is_a_region(staging):
    staging.put([place(9, "Iraq of old", "country", country="IQ"), place(10, "Syria", "country", country="SY")])
    assert columns_of(staging, 9, "kind") == ("region",)
    assert columns_of(staging, 10, "kind") == ("country",)


def test_own_place_keeps_no_name_that_its_row_no_longer_states(staging):
    for name in ("Depot", "Camp"):
        own = Entry("own:depot", name, "base", 1.0, 2.0, "x.csv")
        own.add_name(name, "official")
        staging.put([own])
    number = staging.number_of("own:depot")
    assert names_of(staging, number) == {"camp": "official"}
    assert columns_of(staging, number, "place_id", "name") == ("own:depot", "Camp")


def test_what_was_not_committed_is_gone(tmp_path):
    path = tmp_path / "staging.sqlite"
    with opened(path, OVERLAY) as staging:
        assert staging.state() == {}
        staging.put([place(1, names={"A": "official"})])
        staging.commit({"line": 1})
        staging.put([place(2, names={"B": "official"})])
    with opened(path, OVERLAY) as staging:
        assert (len(staging), staging.state()) == (1, {"line": 1})


def test_file_that_was_made_and_not_filled_is_filled(tmp_path):
    path = tmp_path / "staging.sqlite"
    path.touch()
    with opened(path, OVERLAY) as staging:
        assert len(staging) == 0


def test_places_without_a_number_keep_theirs_when_the_file_is_opened_again(tmp_path):
    path = tmp_path / "staging.sqlite"
    for _ in range(2):
        with opened(path, OVERLAY) as staging:
            staging.put([Entry(f"own:{name}", name, "base", 1.0, 2.0, "x") for name in "ab"])
            staging.commit({})
            assert len(staging) == 2
            assert staging.number_of("own:a") + 1 == staging.number_of("own:b")
