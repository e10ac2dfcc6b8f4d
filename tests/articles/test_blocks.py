"""Which lines belong together."""

import pytest

from dashboard.articles.blocks import Block, blocks_of, is_item

WRAPPED = """\
GOMA, Congo (AP) -- The army said on Tuesday that it had retaken the
airport of Goma after a week of fighting in which at least 40 people
died. The United Nations confirmed it and asked both sides to let food.
Aid groups said that some 20,000 people had fled to the hills. They had
no water.

    The rebels, who hold most of the province, denied it, and said that
    they would go on.
"""
INDENTED = """\
The army said on Tuesday that it had retaken the airport of Goma after a week in which
            at least 40 people died.
            Aid groups said that some 20,000 people had fled to the hills around the city since
            Friday.
            No water
            "We have no water," one of them said by telephone on Tuesday, and asked for tents and
            medicine.
"""

JOINED = {
    "one line": ("Fighting erupted.", ["Fighting erupted."]),
    "a paragraph a line": (
        "The army left.\nIt came back.\n\nIt stayed.",
        ["The army left.", "It came back.", "It stayed."],
    ),
    "title above a paragraph": ("Army Retakes Goma Airport After Week of War\nThe army left.", ["Army", "The army"]),
    "wrapped, empty lines between": (WRAPPED, ["GOMA", "The rebels"]),
    "wrapped, no empty lines": (INDENTED, ["The army", "Aid groups", "No water", '"We have']),
    "two wrapped lines": ("Fighting erupted in Goma on Tuesday, where the\narmy said three died.", ["Fighting"]),
    "broken at a link": (
        "A" * 150 + ".\nThe mayor of the city said on Tuesday that\nhe would go.",
        ["AAA", "The mayor"],
    ),
    "short lines in small letters": ("fighting in goma\nthe army left", ["fighting", "the army"]),
    "a name with a small letter": ("Iraq Awaits a Visit From the President of Iran\nal-Sudani spoke.", ["Iraq", "al-"]),
    "byline under a long title": ("Army Retakes Goma Airport After a Long Week\nby Jane Doe", ["Army", "by Jane"]),
    "list": ("The army needs from the town of Goma\n- water and\n- food", ["The army", "- water", "- food"]),
}


@pytest.mark.parametrize(("text", "heads"), JOINED.values(), ids=JOINED)
def test_blocks_begin_with(text, heads):
    blocks = blocks_of(text)
    assert len(blocks) == len(heads)
    assert all(block.text.startswith(head) for block, head in zip(blocks, heads, strict=True))


def test_a_block_is_a_slice_of_the_text_without_the_space_around():
    assert blocks_of("\r\n  Goma fell. \t\r\n\r\nIt burned.") == [
        Block(4, 14, "Goma fell.", apart=True),
        Block(20, 30, "It burned.", apart=True),
    ]


def test_the_joined_lines_of_a_paragraph_are_one_slice():
    first, second = blocks_of(WRAPPED)
    assert WRAPPED[first.start : first.end] == first.text
    assert (first.text.count("\n"), second.text.count("\n")) == (4, 1)
    assert (first.apart, second.apart) == (False, True)


@pytest.mark.parametrize("line", ["- water", "• water", "3. water", "12) water", "— water"])
def test_is_an_item(line):
    assert is_item(line)


@pytest.mark.parametrize("line", ["water", "-water", "2003 was dry", "3.5 percent", "2003. A year"])
def test_is_no_item(line):
    assert not is_item(line)
