"""The lexicon: its file is sound, and its notation means what it says."""

import csv
import re

import pytest

from dashboard.events.inflect import Form
from dashboard.events.lexicon import NONE, Entry, Lexicon, lexicon
from dashboard.events.types import event_types
from dashboard.settings import shipped

ROOTS = set(
    "AGREE CONSULT SUPPORT COOPERATE AID RETREAT CONCEDE REQUEST ACCUSE REJECT THREATEN PROTEST SANCTION MOBILIZE COERCE ASSAULT".split()
)
NEEDS = {"in", "not", "near", "far", "before", "after", "prev", "notprev", "next", "notnext"}


def rows() -> list[dict[str, str]]:
    with (shipped("data") / "events" / "lexicon.csv").open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines))


ROWS = rows()


def test_every_type_has_triggers() -> None:
    assert {row["type"] for row in ROWS} == event_types().keys() - {"background"} | {NONE}


def test_no_trigger_stands_twice() -> None:
    keys = [(row["trigger"], row["type"], row["part"], row["needs"]) for row in ROWS]
    assert [key for key in keys if keys.count(key) > 1] == []


def test_codes_are_those_of_the_schemes() -> None:
    assert {row["plover"] for row in ROWS} <= ROOTS | {""}
    assert {row["part"] for row in ROWS} == {"verb", "noun", "phrase"}
    for row in ROWS:
        allowed = event_types()[row["type"]].acled if row["type"] != NONE else ()
        assert row["acled"] in {*allowed, ""}, row


def test_elections_and_disasters_have_no_plover_root() -> None:
    assert not {r["plover"] for r in ROWS if r["type"] in ("elections_government", "disaster_displacement")} - {""}


def test_needs_are_of_known_kinds_and_weights_are_shares() -> None:
    for row in ROWS:
        assert {need.partition(":")[0] for need in row["needs"].split()} <= NEEDS, row
        assert not row["weight"] or 0 < float(row["weight"]) < 1, row


def test_every_word_class_exists_and_is_used() -> None:
    used = set(re.findall(r"@(\w+)", " ".join(row["trigger"] + " " + row["needs"] for row in ROWS)))
    assert used <= lexicon().classes.keys()
    assert lexicon().classes.keys() - used <= {"sport", "business", "obituary", "art"}


def test_triggers_are_lower_case_words_without_hyphens() -> None:
    assert [row["trigger"] for row in ROWS if row["trigger"] != row["trigger"].lower() or "-" in row["trigger"]] == []


def fitting(table: Lexicon, word: str, *others: str) -> list[tuple[Entry, Form]]:
    """The entries that a word can begin in a sentence of it and others."""
    return table.fitting(word, table.signs((word, *others)))


def a_word(table: Lexicon, written: str) -> str:
    """One of the words that a word of a trigger stands for."""
    first = written.lstrip("~").split("|")[0].lstrip("~")
    return min(table.classes[first[1:]]) if first.startswith("@") else first


def test_every_row_can_be_found_by_its_first_and_last_word() -> None:
    table = lexicon()
    for row in ROWS:
        written = row["trigger"].split()
        found = fitting(table, a_word(table, written[0]), a_word(table, written[-1]))
        assert row["trigger"] in {entry.trigger for entry, _ in found}, row


SMALL = Lexicon(
    [
        "raid,a,,,,noun,,",
        "raid,a,ASSAULT,,,verb,,",
        "~open|close … border,a,,,,phrase,not:@sea,0.9",
        "@sea patrol,a,,,,phrase,,",
        '"warn , … border",a,,,,phrase,,',
    ],
    {"sea": frozenset({"navy", "fleet"})},
)


@pytest.mark.parametrize(
    ("word", "forms"),
    [
        ("raids", ["", "third"]),
        ("raided", ["past"]),
        ("closing", ["ing"]),
        ("opened", ["past"]),
        ("navy", [""]),
        ("warn", [""]),
        ("patrol", []),
        ("", []),
    ],
)
def test_entries_and_forms_for(word: str, forms: list[str]) -> None:
    assert [form for _, form in fitting(SMALL, word, "border", "patrol")] == forms


def test_an_entry_whose_last_word_is_nowhere_does_not_fit() -> None:
    assert fitting(SMALL, "opened", "door") == []


def test_gap_needs_and_weight_are_read() -> None:
    entry, _ = fitting(SMALL, "open", "border")[0]
    assert (entry.slots[0].gap, entry.slots[0].forms, entry.weight) == (5, {"border"}, 0.9)
    assert entry.needs == (("not", {"navy", "fleet"}),)


def test_a_class_that_is_not_there_is_an_error() -> None:
    with pytest.raises(KeyError):
        fitting(Lexicon(["raid on|@land,a,,,,phrase,,"], {}), "raid", "on")
