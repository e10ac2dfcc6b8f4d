from dataclasses import FrozenInstanceError, fields, is_dataclass

import pytest

from dashboard import records
from tests.conftest import BASRA

RECORDS = [thing for thing in vars(records).values() if isinstance(thing, type) and is_dataclass(thing)]


@pytest.mark.parametrize("record", RECORDS, ids=lambda record: record.__name__)
def test_a_record_is_frozen_slotted_and_described(record: type) -> None:
    assert record.__dataclass_params__.frozen
    assert hasattr(record, "__slots__")
    assert record.__doc__
    assert not record.__doc__.startswith(f"{record.__name__}(")


def test_a_place_cannot_be_moved() -> None:
    with pytest.raises(FrozenInstanceError):
        BASRA.lat = 0.0


def test_what_is_not_known_is_none_and_never_a_point_in_the_gulf_of_guinea() -> None:
    defaults = {field.name: field.default for field in fields(records.Place)}
    assert "lat" in defaults
    assert defaults["lat"] is not None
    assert defaults["population"] is None
    assert defaults["extent_km"] is None
