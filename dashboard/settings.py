"""Where things are: shipped data, seed articles, the user's own folder.

A GAZETTE_* environment variable overrides each: GAZETTE_DATA, GAZETTE_SEEDS, GAZETTE_HOME.
"""

import os
import sys
from pathlib import Path

CURRENT = "current"  # in home()/gazetteer: a file with the name of the folder beside it that is in use
_PACKAGE = Path(__file__).resolve().parent


def shipped(name: str) -> Path:
    """The folder `name` ("data" or "seeds") that came with Gazette: in a wheel, else beside a checkout's package."""
    override = os.environ.get(f"GAZETTE_{name.upper()}")
    if override:
        return Path(override)
    in_wheel = _PACKAGE / "_shipped" / name
    return in_wheel if in_wheel.is_dir() else _PACKAGE.parent / name


def home() -> Path:
    """The user's own folder for what Gazette writes, where the system keeps programs' data; not created here."""
    override = os.environ.get("GAZETTE_HOME")
    return Path(override) if override else _data_of_programs() / "gazette"


def _data_of_programs() -> Path:
    # Three lines instead of platformdirs, whose import would cost every start of the engine 12 ms.
    if sys.platform == "win32":
        return Path(os.environ.get("LOCALAPPDATA") or Path.home() / "AppData" / "Local") / "gazette"
    if sys.platform == "darwin":
        return Path.home() / "Library" / "Application Support"
    return Path(os.environ.get("XDG_DATA_HOME") or Path.home() / ".local" / "share")


def own_gazetteer() -> Path | None:
    """The folder of the user's own gazetteer, index and all; None: there is none, and the shipped one is in use."""
    folder = home() / "gazetteer"
    try:
        return folder / (folder / CURRENT).read_text(encoding="utf-8", errors="replace").strip()
    except (FileNotFoundError, NotADirectoryError):
        return None
