import pytest

from dashboard.gazetteer.index import open_index


@pytest.fixture(scope="session")
def index():
    """The gazetteer that comes with Gazette."""
    return open_index()
