import pytest

from dashboard import cli
from dashboard.gazetteer.index import open_index
from tests.gazetteer.imports.dumps import place_line, ship, write

WORDS = ["gazetteer", "import"]


@pytest.fixture(autouse=True)
def folders(tmp_path, monkeypatch):
    """A small shipped gazetteer and an empty folder of the user's own."""
    data = ship(tmp_path / "data")
    monkeypatch.setenv("GAZETTE_DATA", str(data))
    monkeypatch.setenv("GAZETTE_HOME", str(tmp_path / "home"))
    open_index.cache_clear()
    yield tmp_path
    open_index.cache_clear()


@pytest.fixture
def dump(folders):
    return write(folders / "IQ.txt", place_line(90, "Zakho"), place_line(91, "Duhok", lat="x"), place_line(92, "Amedi"))


@pytest.mark.parametrize("action", ["import", "reset"])
def test_action_has_help_with_an_example(action, capsys):
    with pytest.raises(SystemExit) as stopped:
        cli.main(["gazetteer", action, "--help"])
    assert stopped.value.code == 0
    assert f"example:\n  gazette gazetteer {action}" in capsys.readouterr().out


def test_import_tells_the_result_on_standard_output_and_the_rest_on_standard_error(dump, folders, capsys):
    assert cli.main([*WORDS, str(dump)]) == 0
    captured = capsys.readouterr()
    assert captured.out == (
        "2 of the 3 lines of IQ.txt were taken.\n"
        f"Your gazetteer has 7 places, in {folders / 'home' / 'gazetteer' / 'edition-1'}.\n"
    )
    assert "gazette: Lines that could not be read: 1. The first:\ngazette: line 2: latitude 'x'" in captured.err
    assert "beginning with the gazetteer that came with Gazette" in captured.err


def test_lookup_and_info_are_of_what_was_imported_until_it_is_reset(dump, capsys):
    cli.main([*WORDS, str(dump)])
    capsys.readouterr()
    assert cli.main(["lookup", "Zakho"]) == 0
    assert capsys.readouterr().out.splitlines()[1].startswith("Zakho")
    cli.main(["gazetteer", "info"])
    assert "your own" in capsys.readouterr().out
    assert cli.main(["gazetteer", "reset"]) == 0
    assert capsys.readouterr().out.startswith("Removed your own gazetteer in ")
    open_index.cache_clear()
    cli.main(["lookup", "Zakho", "--format", "json"])
    assert capsys.readouterr().out == "[]\n"


def test_reset_without_a_gazetteer_of_ones_own_says_so(capsys):
    assert cli.main(["gazetteer", "reset"]) == 0
    assert capsys.readouterr().out.startswith("There is no gazetteer of your own")


@pytest.mark.parametrize(
    ("options", "taken"),
    [
        (["--country", "iq,sy"], 2),
        (["--feature-classes", "A,H"], 0),
        (["--min-population", "1"], 0),
        (["--replace"], 2),
    ],
    ids=["country", "classes", "population", "replace"],
)
def test_options_choose_what_is_taken(options, taken, dump, capsys):
    assert cli.main([*WORDS, str(dump), *options]) == (0 if taken else 1)
    assert capsys.readouterr().out.startswith("2 of the 3 lines") == bool(taken)


@pytest.mark.parametrize(
    ("words", "why"),
    [
        ("", "FILE"),
        ("x --country IRQ", "'IRQ' is no country code"),
        ("x --feature-classes X", "'X' are no feature classes"),
        ("x --min-population few", "'few' is no number of people"),
    ],
)
def test_wrong_use_is_one_line_and_exit_code_2(words, why, capsys):
    with pytest.raises(SystemExit) as stopped:
        cli.main([*WORDS, *words.split()])
    err = capsys.readouterr().err
    assert (stopped.value.code, err.count("\n")) == (2, 1)
    assert why in err


def test_wrong_file_is_one_line_and_exit_code_1(folders, capsys):
    assert cli.main([*WORDS, str(write(folders / "prose.txt", "It was a quiet day."))]) == 1
    captured = capsys.readouterr()
    assert (captured.out, captured.err.count("\n")) == ("", 1)
    assert "prose.txt cannot be imported" in captured.err


def test_stop_by_the_keyboard_says_how_to_go_on(dump, monkeypatch, capsys):
    def stop(*_, **__):
        raise KeyboardInterrupt

    monkeypatch.setattr("dashboard.gazetteer.imports.write_index_of", stop)
    assert cli.main([*WORDS, str(dump)]) == cli.STOPPED
    assert capsys.readouterr().err.endswith("The same command goes on where the import stopped.\n")
