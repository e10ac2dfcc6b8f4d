import sys
from pathlib import Path

import pytest

from dashboard.settings import CURRENT, home, own_gazetteer, shipped


@pytest.mark.parametrize(("name", "holds"), [("data", "SOURCES.md"), ("seeds", "seeds.toml")])
def test_shipped_folders_are_found(name: str, holds: str) -> None:
    assert (shipped(name) / holds).is_file()


def test_a_variable_of_the_environment_wins(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GAZETTE_DATA", str(tmp_path))
    monkeypatch.setenv("GAZETTE_HOME", str(tmp_path))
    assert shipped("data") == home() == tmp_path


def test_asking_for_the_users_folder_does_not_make_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GAZETTE_HOME", str(tmp_path / "not there"))
    assert not home().exists()


@pytest.mark.parametrize(
    ("system", "variables", "folder"),
    [
        ("linux", {}, "me/.local/share/gazette"),
        ("linux", {"XDG_DATA_HOME": "/elsewhere"}, "/elsewhere/gazette"),
        ("darwin", {}, "me/Library/Application Support/gazette"),
        ("win32", {}, "me/AppData/Local/gazette/gazette"),
        ("win32", {"LOCALAPPDATA": "/local"}, "/local/gazette/gazette"),
    ],
)
def test_users_folder_is_where_the_system_keeps_it(system, variables, folder, tmp_path, monkeypatch) -> None:
    for name in ("GAZETTE_HOME", "XDG_DATA_HOME", "LOCALAPPDATA"):
        monkeypatch.delenv(name, raising=False)
    for name, value in variables.items():
        monkeypatch.setenv(name, value)
    monkeypatch.setattr(Path, "home", lambda: tmp_path / "me")
    monkeypatch.setattr(sys, "platform", system)
    assert home() == tmp_path / folder


def test_own_gazetteer_is_the_one_that_is_named_and_else_there_is_none(tmp_path, monkeypatch) -> None:
    monkeypatch.setenv("GAZETTE_HOME", str(tmp_path))
    assert own_gazetteer() is None
    folder = tmp_path / "gazetteer"
    folder.mkdir()
    assert own_gazetteer() is None
    (folder / CURRENT).write_text("edition-3\n")
    assert own_gazetteer() == folder / "edition-3"
