"""A small shipped gazetteer, and a user's folder of one's own."""

import pytest

from dashboard.gazetteer.imports import import_file
from dashboard.gazetteer.index import Index
from dashboard.settings import own_gazetteer, shipped
from tests.gazetteer.imports.dumps import ship


@pytest.fixture(scope="session")
def small_data(tmp_path_factory):
    return ship(tmp_path_factory.mktemp("shipped") / "data")


@pytest.fixture(autouse=True)
def home(small_data, tmp_path, monkeypatch):
    """The user's folder."""
    monkeypatch.setenv("GAZETTE_DATA", str(small_data))
    monkeypatch.setenv("GAZETTE_HOME", str(tmp_path / "home"))
    return tmp_path / "home"


@pytest.fixture
def in_use():
    """The index that would be opened now."""
    return lambda: Index(own_gazetteer() or shipped("data") / "gazetteer" / "index")


@pytest.fixture
def told():
    """What an import said of its progress."""
    return []


@pytest.fixture
def importing(told):
    return lambda path, **options: import_file(path, progress=told.append, **options)
