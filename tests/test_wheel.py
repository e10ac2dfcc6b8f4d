"""A wheel has everything: data, seeds, the page's files; and works from any folder."""

import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]


@pytest.fixture(scope="module")
def unpacked(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("wheel")
    subprocess.run(
        [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", folder],
        cwd=ROOT,
        check=True,
        capture_output=True,
    )
    (wheel,) = folder.glob("*.whl")
    zipfile.ZipFile(wheel).extractall(folder / "site")
    return folder / "site"


@pytest.mark.parametrize(
    "path",
    [
        "dashboard/app.py",
        "dashboard/.streamlit/config.toml",
        "dashboard/static/leaflet.js",
        "dashboard/views/reader/reader.js",
        "dashboard/_shipped/data/SOURCES.md",
        "dashboard/_shipped/seeds/seeds.toml",
    ],
)
def test_a_wheel_holds(unpacked: Path, path: str) -> None:
    assert (unpacked / path).is_file()


def test_the_wheel_reads_its_own_seed_from_any_folder(unpacked: Path, tmp_path: Path) -> None:
    seed = next((unpacked / "dashboard/_shipped/seeds").glob("*.txt"))
    env = {**os.environ, "PYTHONPATH": str(unpacked), "PYTHONDONTWRITEBYTECODE": "1"}
    script = "import dashboard; assert '_shipped' not in dashboard.__file__; print(dashboard.__file__)"
    where = subprocess.run(
        [sys.executable, "-c", script], cwd=tmp_path, env=env, capture_output=True, text=True, check=True
    )
    done = subprocess.run(
        [sys.executable, "-m", "dashboard", "geoparse", seed],
        cwd=tmp_path,
        env=env,
        capture_output=True,
        text=True,
        check=True,
    )
    assert str(unpacked) in where.stdout
    assert "Altun Kupri" in done.stdout
