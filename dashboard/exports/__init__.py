"""What Gazette found, written for others: JSON lines, CSV, GeoJSON, and text for a terminal.

Each function takes a Result of `geoparse` or a Reading, several where it says so.
"""

from dashboard.exports.geo import geojson
from dashboard.exports.lines import Failure, candidate_record, dumps, record
from dashboard.exports.plain import harmless
from dashboard.exports.sheet import csv_lines
from dashboard.exports.terminal import candidate_table, table

__all__ = [
    "Failure",
    "candidate_record",
    "candidate_table",
    "csv_lines",
    "dumps",
    "geojson",
    "harmless",
    "record",
    "table",
]
