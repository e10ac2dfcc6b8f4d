"""Text that is safe to show: what would move the cursor, turn the line round or break an encoder is taken out."""

import unicodedata

UNSHOWABLE = "\ufffd"


def harmless(text: str) -> str:
    """`text` on one line for a terminal: white space as one space, no invisible marks, control characters as U+FFFD.

    So an escape sequence of an article is shown and not obeyed, and right-to-left marks do not turn the columns.
    """
    return "".join(map(_shown, " ".join(text.split())))


def _shown(char: str) -> str:
    match unicodedata.category(char):
        case "Cc" | "Cs":
            return UNSHOWABLE
        case "Cf":
            return ""
        case _:
            return char


def without_surrogates(text: str) -> str:
    """`text` with each lone surrogate, which no encoding can carry, as U+FFFD."""
    return text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")


def width(text: str) -> int:
    """Columns that `text` takes in a terminal: two for wide East Asian characters, none for combining accents."""
    if text.isascii():
        return len(text)
    return sum(_columns(char) for char in text)


def _columns(char: str) -> int:
    if unicodedata.combining(char):
        return 0
    return 2 if unicodedata.east_asian_width(char) in "WF" else 1
