"""Fit the models of events anew, on the project's own texts alone: trust in a trigger, who takes part, and where.

    pip install -e ".[fit]"
    python -m benchmarks.fitting.events [FOLDER]          writes event*.csv and participants.csv

FOLDER: data/models unless told. It takes half a minute.
"""

import sys
import tempfile
from importlib.util import find_spec
from pathlib import Path

from benchmarks.fitting.event_places import fit_event_places
from benchmarks.fitting.linear import round_table
from benchmarks.fitting.participants import fit_participants
from benchmarks.fitting.trust import fit_trust
from dashboard.settings import shipped

TABLES = ("event", "event_main", "participants", "event_places")


def main(words: list[str]) -> None:
    if not find_spec("sklearn"):
        sys.exit('benchmarks.fitting.events needs scikit-learn: pip install -e ".[fit]"')
    out = Path(words[0]) if words else shipped("data") / "models"
    with tempfile.TemporaryDirectory() as folder:
        fit_trust(Path(folder))
        fit_participants(Path(folder) / "participants.csv")
        fit_event_places(Path(folder) / "event_places.csv")
        for name in TABLES:
            round_table(Path(folder) / f"{name}.csv", out / f"{name}.csv")
            print(out / f"{name}.csv")


if __name__ == "__main__":
    main(sys.argv[1:])
