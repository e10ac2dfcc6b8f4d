"""Where things are: shipped data, seed articles, the user's own folder.

A GAZETTE_* environment variable overrides each: GAZETTE_DATA, GAZETTE_SEEDS, GAZETTE_HOME.
"""

import os
from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent


def shipped(name: str) -> Path:
    """The folder `name` ("data" or "seeds") that came with Gazette: in a wheel, else beside a checkout's package."""
    override = os.environ.get(f"GAZETTE_{name.upper()}")
    if override:
        return Path(override)
    in_wheel = _PACKAGE / "_shipped" / name
    return in_wheel if in_wheel.is_dir() else _PACKAGE.parent / name


def home() -> Path:
    """The user's own folder for what Gazette writes; not created here."""
    from platformdirs import user_data_path

    override = os.environ.get("GAZETTE_HOME")
    return Path(override) if override else user_data_path("gazette")
