"""The title of a page and what stands under it."""

import pytest

from dashboard.articles.blocks import blocks_of
from dashboard.articles.head import find_title, is_headline, name_head

PROSE = "The army has retaken the airport, the government said on Tuesday."
TITLES = {
    "above a paragraph": (["Army Retakes Goma", PROSE], 0),
    "question": (["Do You Need a Visa?", PROSE], 0),
    "U.S. at its end": (["Army Awaits the U.S.", PROSE], 0),
    "quoted": (["‘No Water’ in Goma", PROSE], 0),
    "under a date": (["Sept. 11, 2024", "Army Retakes Goma", PROSE], 1),
    "under the name of a section": (["Central Africa", "Army Retakes Goma Airport Again", PROSE], 1),
    "two words above a byline": (["Goma Falls", "Jane van der Berg Doe", PROSE], 0),
    "first line stops": (["Army retakes Goma.", PROSE], None),
    "two sentences": (["Who knows? Not me!", PROSE], None),
    "alone": (["Army Retakes Goma"], None),
    "one word": (["Goma", PROSE], None),
    "dateline": (["GOMA, Congo (AP) —", PROSE], None),
    "small letters": (["army retakes goma", PROSE], None),
    "breaks off": (["What the army needs:", PROSE], None),
    "item": (["- Army Retakes Goma", PROSE], None),
    "too long": (["Army Retakes Goma " * 12, PROSE], None),
    "nothing": ([], None),
}
KNOWN = {"By Jane Doe": "byline", "(Jane Doe/AFP)": "caption"}
HEADS = {
    "line without a stop": (["The city has no water and no power", PROSE], ["dek", None]),
    "sentence above a byline": (["The city has no water.", "By Jane Doe", PROSE], ["dek", "byline", None]),
    "sentence above another": (["The city has no water.", PROSE], [None, None]),
    "line under the byline": (["By Jane Doe", "", "The city has no water", PROSE], ["byline", None, None]),
    "sentence, byline, no text": (["The city has no water.", "By Jane Doe"], [None, "byline"]),
    "bare name": (["Jane Doe", PROSE], ["byline", None]),
    "bare name between paragraphs": (["It rained.", "Jane Doe", PROSE], [None, None, None]),
    "heading under a sentence and a picture": (
        ["It rained.", "(Jane Doe/AFP)", "Rebels Deny It", PROSE],
        [None, "caption", None, None],
    ),
    "name of a section of the text": (["The Lake", "It is deep.", PROSE], [None, None, None]),
    "name and date": (["Jane Doe", "Sept. 11, 2024", PROSE], ["byline", "updated", None]),
    "agency under the name": (["By Jane Doe", "The Associated Press", PROSE], ["byline", "byline", None]),
    "office under the name": (["By Jane Doe", "Herald, Kinshasa", PROSE], ["byline", "byline", None]),
}


@pytest.mark.parametrize(("lines", "title"), TITLES.values(), ids=TITLES)
def test_the_title_is(lines, title):
    assert find_title(blocks_of("\n".join(lines)), [None] * len(lines)) == title


def test_what_stands_above_the_title_is_marked():
    kinds = [None] * 4
    find_title(blocks_of(f"Sept. 11, 2024\nCentral Africa\nArmy Retakes Goma Airport Again\n{PROSE}"), kinds)
    assert kinds == ["updated", "notice", None, None]


@pytest.mark.parametrize(("lines", "expected"), HEADS.values(), ids=HEADS)
def test_under_the_title_stands(lines, expected):
    blocks = blocks_of("\n".join(["Army Retakes Goma", *lines]))
    kinds = ["title", *(KNOWN.get(block.text) for block in blocks[1:])]
    name_head(blocks, kinds, 0)
    assert kinds[1:] == expected


def test_a_dek_stands_above_the_copy_of_the_title():
    kinds = ["title", None, "title", None]
    name_head(blocks_of(f"Goma Falls\nThe army fled.\nGoma Falls\n{PROSE}"), kinds, 0)
    assert kinds == ["title", "dek", "title", None]


@pytest.mark.parametrize("line", ["Army Retakes Goma", "al-Sudani in Goma", "2 Die in Goma", "“No Water”"])
def test_is_a_headline(line):
    assert is_headline(line)


@pytest.mark.parametrize("line", ["It fell.", "“It fell,”", "in goma", "- Goma", "Timeline:", "GOMA —"])
def test_is_no_headline(line):
    assert not is_headline(line)
