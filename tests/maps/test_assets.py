import re

import pytest

from dashboard.maps.assets import SCRIPTS, STATIC, STYLES, address


@pytest.mark.parametrize("name", [*SCRIPTS, *STYLES])
def test_every_file_is_vendored(name: str) -> None:
    assert (STATIC / name).stat().st_size > 100


@pytest.mark.parametrize("name", [name for name in (*SCRIPTS, *STYLES) if not name.startswith("leaflet")])
def test_no_file_of_ours_fetches_anything(name: str) -> None:
    text = (STATIC / name).read_text(encoding="utf-8").replace("http://www.w3.org/2000/svg", "")
    assert re.findall(r"https?://|url\(|@import|fetch\(", text) == []


@pytest.mark.parametrize("base", ["/news", "news/", "/news/"])
def test_an_address_follows_the_base_path(base: str) -> None:
    assert address("map.js", base) == "/news/app/static/map.js"
