"""`gazette gazetteer`: what it holds, building it anew, importing into one of one's own, going back."""

import argparse
from typing import TYPE_CHECKING

from dashboard.cli_geoparse import say

if TYPE_CHECKING:
    from dashboard.gazetteer.imports import Outcome
    from dashboard.gazetteer.imports.geonames import Wanted


def info(_: argparse.Namespace) -> int:
    """Print what the gazetteer in use holds. Raises GazetteerMissing, GazetteerDamaged."""
    from dashboard.gazetteer.index import open_index
    from dashboard.gazetteer.summary import as_text, summarise

    print(as_text(summarise(open_index())), end="")
    return 0


def build(args: argparse.Namespace) -> int:
    """Build the shipped gazetteer. Raises BuildError."""
    from dashboard.gazetteer.build import build as build_gazetteer
    from dashboard.gazetteer.shapes import BASEMAP
    from dashboard.settings import shipped

    # The basemap and Leaflet belong to the gazetteer in use; another folder gets places, names and shapes alone.
    static = None if args.out else BASEMAP.parent
    build_gazetteer(args.out or shipped("data") / "gazetteer", progress=say, static=static)
    return 0


def import_file(args: argparse.Namespace) -> int:
    """Import a file into the user's gazetteer. Raises ImportRefused, ImportStopped."""
    from dashboard.gazetteer import imports

    try:
        outcome = imports.import_file(args.file, progress=say, replace=args.replace, wanted=_wanted(args))
    except KeyboardInterrupt:
        say("Stopped; the gazetteer is as it was. The same command goes on where the import stopped.")
        raise
    _tell(args, outcome)
    return 0


def reset(_: argparse.Namespace) -> int:
    """Take away the user's gazetteer. Raises ImportStopped."""
    from dashboard.gazetteer import imports

    folder = imports.reset()
    if folder is None:
        print("There is no gazetteer of your own; the one that came with Gazette is in use.")
    else:
        print(f"Removed your own gazetteer in {folder}. The one that came with Gazette is in use again.")
    return 0


def _wanted(args: argparse.Namespace) -> "Wanted | None":
    from dashboard.gazetteer.imports.geonames import Wanted

    if not (args.country or args.feature_classes or args.min_population):
        return None
    return Wanted(frozenset(args.country), frozenset(args.feature_classes), args.min_population)


def _tell(args: argparse.Namespace, outcome: "Outcome") -> None:
    tally = outcome.tally
    if tally.broken:
        say(f"Lines that could not be read: {tally.broken:,}. The first:")
        for line in tally.first_broken:
            say(line)
    print(f"{tally.taken:,} of the {tally.lines:,} lines of {args.file.name} were taken.")
    print(f"Your gazetteer has {outcome.places:,} places, in {outcome.folder}.")
