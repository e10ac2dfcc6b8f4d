from pathlib import Path

import pytest

from dashboard.settings import home, shipped


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
