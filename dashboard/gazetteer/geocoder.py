"""The gazetteer as a geopy geocoder: it stands wherever one can, and asks nobody."""

from collections.abc import Iterable
from dataclasses import asdict
from pathlib import Path
from typing import Any, NoReturn

from geopy.adapters import BaseSyncAdapter
from geopy.exc import GeocoderQueryError, GeocoderServiceError
from geopy.geocoders.base import DEFAULT_SENTINEL, Geocoder
from geopy.location import Location
from geopy.point import Point

from dashboard.gazetteer.index import Index, open_index
from dashboard.gazetteer.search import search
from dashboard.records import Candidate

_DEFAULT_LIMIT = 10  # places; as many as the online geocoders give


class Gazetteer(Geocoder):  # type: ignore[misc]
    """geopy's interface to the places of Gazette, offline.

    folder: of an index; None = the one in use. Raises GazetteerMissing or GazetteerDamaged when it is first used.

    >>> Gazetteer().geocode("Altun Kupri").point.format_decimal()
    '35.7533, 44.1436'
    """

    def __init__(self, *, folder: Path | None = None) -> None:
        super().__init__(adapter_factory=_NoNetwork)
        self._folder = folder

    @property
    def _index(self) -> Index:
        return open_index(self._folder)

    def geocode(
        self,
        query: str,
        *,
        exactly_one: bool = True,
        timeout: object = DEFAULT_SENTINEL,  # noqa: ARG002 - part of geopy's interface; nothing here can time out
        country_codes: str | Iterable[str] | None = None,
        limit: int | None = None,
    ) -> Location | list[Location] | None:
        """The place a name means, or with exactly_one=False all of them, best first; None if there is none.

        query: "Najaf", or with what it lies in: "Najaf, Iraq", "Paris, Texas, US"; where no place is called so, names
        with a letter or two wrong ("Tehrann"). country_codes: ISO 3166 alpha-2.
        raw: the fields of `records.Place` and the score. Raises GeocoderQueryError for an empty query or a bad code.
        """
        if not isinstance(query, str) or not query.strip():
            raise GeocoderQueryError(f"{query!r} is no name of a place")
        countries = _countries(country_codes)
        kept = [c for c in search(self._index, query).candidates if not countries or c.place.country in countries]
        return _answer(kept, exactly_one=exactly_one, limit=limit)

    def reverse(
        self,
        query: Point | tuple[float, float] | str,
        *,
        exactly_one: bool = True,
        timeout: object = DEFAULT_SENTINEL,  # noqa: ARG002 - part of geopy's interface
        limit: int | None = None,
    ) -> Location | list[Location] | None:
        """The place nearest to a point, or with exactly_one=False the nearest ones. Raises GeocoderQueryError."""
        try:
            point = Point(query or "nothing")  # geopy takes None for the point 0, 0
        except (ValueError, TypeError) as error:
            raise GeocoderQueryError(f"{query!r} is no point: {error}") from error
        wanted = 1 if exactly_one else limit or _DEFAULT_LIMIT
        found = self._index.reverse(point.latitude, point.longitude, limit=wanted)
        return _answer(found, exactly_one=exactly_one, limit=limit)


class _NoNetwork(BaseSyncAdapter):  # type: ignore[misc]
    """geopy's way to the network, closed."""

    def get_json(self, url: str, *, timeout: object, headers: object) -> NoReturn:  # noqa: ARG002
        raise GeocoderServiceError("The gazetteer asks nobody: it has no network.")

    get_text = get_json


def _countries(codes: str | Iterable[str] | None) -> frozenset[str]:
    given = [codes] if isinstance(codes, str) else list(codes or ())
    for code in given:
        if not (isinstance(code, str) and len(code) == 2 and code.isalpha()):
            raise GeocoderQueryError(f"{code!r} is no country code; ISO 3166 alpha-2 has two letters, for example IQ")
    return frozenset(code.upper() for code in given)


def _answer(found: list[Candidate], *, exactly_one: bool, limit: int | None) -> Location | list[Location] | None:
    if limit is not None and limit < 1:
        raise GeocoderQueryError(f"limit is {limit}; ask for at least one place")
    if not found:
        return None
    if exactly_one:
        return _location(found[0])
    return [_location(candidate) for candidate in found[: limit or _DEFAULT_LIMIT]]


def _location(candidate: Candidate) -> Location:
    place = candidate.place
    raw: dict[str, Any] = {**asdict(place), "score": candidate.score}
    address = dict.fromkeys(filter(None, (place.name, place.admin1_name, place.country_name)))
    return Location(", ".join(address), (place.lat, place.lon), raw)
