import re
from pathlib import Path

import pytest
from streamlit_folium import _get_feature_group_string, _get_map_string

from dashboard.maps.layer import command, place_map
from tests.hostile import ALL


def script(**scene: object) -> str:
    a_map = place_map({"places": [], "frame": None, **scene})
    a_map.get_root().render()
    a_map.render()
    return str(_get_map_string(a_map))


def test_the_script_is_the_same_from_rerun_to_rerun() -> None:
    scene = {"places": [{"name": "Baghdad", "lat": 33.3, "lon": 44.4}]}
    assert script(**scene) == script(**scene)


def test_a_command_changes_with_its_nonce_alone() -> None:
    a_map = place_map({"places": []})
    one, same, other = (_get_feature_group_string(command({"go": True}, nonce=n), map=a_map) for n in (1, 1, 2))
    assert one == same
    assert one != other


def test_a_hostile_name_does_not_run_on_the_server(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    rendered = script(places=[{"name": ALL}])
    assert list(tmp_path.iterdir()) == []
    assert "49" not in rendered
    assert re.search(r"</?script|\$\{|\{\{", rendered) is None


def test_the_map_refers_to_its_own_files_only() -> None:
    a_map = place_map({"places": []}, base_path="/news")
    links = [address for _, address in (*a_map.default_js, *a_map.default_css)]
    assert all(link.startswith("/news/app/static/") for link in links)
    assert type(a_map).default_js is not a_map.default_js
