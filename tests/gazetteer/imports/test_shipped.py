import pytest

from dashboard.errors import GazetteerMissing
from dashboard.gazetteer.build.entries import NAME_KINDS
from dashboard.gazetteer.imports.shipped import put_shipped
from dashboard.gazetteer.imports.staging import opened
from tests.gazetteer.imports.dumps import OVERLAY, shipped_entries


def test_tables_are_read_whole_with_what_the_overlay_laid(small_data, tmp_path):
    with opened(tmp_path / "staging.sqlite", OVERLAY) as staging:
        put_shipped(staging, small_data / "gazetteer", {"geonames:2", "gazette:hormuz"})
        places = list(staging.execute("SELECT name, in_overlay, shipped, population FROM places ORDER BY number"))
        names = set(staging.execute("SELECT place, key, kind FROM names WHERE place = 1"))
    assert places == [
        ("Iraq", 0, 1, None),
        ("Gaza Strip", 1, 1, None),
        ("Gaza", 0, 1, 410_000),
        ("Akre", 0, 1, None),
        ("Hormuz", 1, 1, None),
    ]
    assert len(places) == len(shipped_entries())
    assert names == {(1, "iraq", NAME_KINDS.index("official")), (1, "iraqi", NAME_KINDS.index("demonym"))}


def test_gazetteer_without_tables_is_said_to_be_missing(tmp_path):
    with opened(tmp_path / "staging.sqlite", OVERLAY) as staging, pytest.raises(GazetteerMissing):
        put_shipped(staging, tmp_path, ())
