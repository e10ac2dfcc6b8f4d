import subprocess
import sys
from pathlib import Path

import pytest

import dashboard

ROOT = Path(__file__).parents[1]
PUBLIC = [
    "Article", "Candidate", "DateSpan", "Event", "Gazetteer", "Participant", "Place", "Reading", "Resolution", "Result",
    "Segment", "Span", "Toponym", "exports", "geoparse", "read_article",
]  # fmt: skip


def loaded_by(code: str) -> set[str]:
    """The modules that are loaded after `code` ran in a process of its own."""
    command = [sys.executable, "-c", f"{code}\nimport sys; print(*sys.modules)"]
    return set(subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True).stdout.split())


def test_public_names_are_these() -> None:
    assert dashboard.__all__ == PUBLIC == dir(dashboard)


@pytest.mark.parametrize("name", PUBLIC)
def test_every_public_name_is_there(name) -> None:
    assert getattr(dashboard, name).__name__.rpartition(".")[2] == name


def test_other_names_are_not() -> None:
    with pytest.raises(AttributeError, match="no attribute 'geocode'"):
        dashboard.geocode  # noqa: B018


def test_import_alone_loads_nothing_of_the_engine() -> None:
    assert {name for name in loaded_by("import dashboard") if name.startswith("dashboard")} == {"dashboard"}


def test_engine_loads_no_heavy_library() -> None:
    code = "from dashboard import geoparse, read_article, exports; exports.geojson(geoparse(read_article('pyproject.toml')))"
    heavy = {"pandas", "numpy", "pyarrow", "streamlit", "folium", "geopy", "shapely"}
    assert not heavy & loaded_by(code)
