import pytest

from dashboard.errors import GazetteerDamaged, ImportStopped
from dashboard.gazetteer.imports import editions
from dashboard.settings import own_gazetteer


def made(folder, text="places"):
    """A next edition that is whole."""
    importing = editions.begin(folder, afresh=True)
    (importing / editions.STAGING).write_text(text)
    return importing


def test_published_edition_is_the_one_in_use_and_the_one_before_is_gone(home):
    with editions.only_one() as folder:
        made(folder)
        first = editions.publish(folder)
        assert own_gazetteer() == first
        made(folder)
        second = editions.publish(folder)
    assert own_gazetteer() == second
    assert sorted(p.name for p in folder.iterdir()) == sorted(["current", "lock", second.name])


def test_next_edition_begins_with_the_places_of_the_present_one_unless_afresh(home):
    with editions.only_one() as folder:
        made(folder, "old")
        editions.publish(folder)
        assert (editions.begin(folder, afresh=False) / editions.STAGING).read_text() == "old"
        assert list(editions.begin(folder, afresh=True).iterdir()) == []


def test_half_a_copy_is_no_import_that_can_go_on(home):
    with editions.only_one() as folder:
        (editions.begin(folder, afresh=True) / f"{editions.STAGING}.copy").write_text("half")
        assert editions.unfinished(folder) is None


def test_edition_left_by_an_import_killed_before_it_was_named_is_taken_away(home):
    with editions.only_one() as folder:
        made(folder).rename(folder / "edition-1")
        made(folder)
        assert editions.publish(folder).name == "edition-2"
        assert not (folder / "edition-1").exists()


def test_two_imports_at_a_time_are_refused_and_after_the_first_the_next_may(home):
    with editions.only_one(), pytest.raises(ImportStopped, match="Another import works in"), editions.only_one():
        pass
    with editions.only_one():
        pass


@pytest.mark.parametrize("current", ["edition-9", "../..", "\0", ""])
def test_present_edition_that_is_not_there_says_how_to_go_back(current, home):
    with editions.only_one() as folder:
        (folder / "current").write_text(current)
        with pytest.raises(GazetteerDamaged, match="gazette gazetteer reset"):
            editions.begin(folder, afresh=False)


def test_removing_takes_away_everything_and_tells_the_folder(home):
    assert editions.remove() is None
    with editions.only_one() as folder:
        made(folder)
    assert editions.remove() == folder
    assert not folder.exists()
    assert editions.remove() is None


def test_removing_leaves_what_is_not_of_an_import(home):
    with editions.only_one() as folder:
        made(folder)
        editions.publish(folder)
    (folder / "notes.txt").write_text("mine")
    assert editions.remove() == folder
    assert own_gazetteer() is None
    assert sorted(path.name for path in folder.iterdir()) == ["notes.txt"]


def test_folder_that_cannot_be_made_is_said_so(home):
    home.write_text("a file")
    with pytest.raises(ImportStopped, match=r"cannot be written to .* Set GAZETTE_HOME"), editions.only_one():
        pass


def test_folder_that_cannot_be_written_to_is_said_so(home):
    (home / "gazetteer" / "lock").mkdir(parents=True)
    with pytest.raises(ImportStopped, match=r"cannot be written to .* Set GAZETTE_HOME"), editions.only_one():
        pass
