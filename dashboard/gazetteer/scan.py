"""Every gazetteer name in a row of words, found by walking the trie from each word on."""

from collections.abc import Iterator, Sequence

import marisa_trie

_LONGEST_NAME = 120  # characters; the longest name of the shipped gazetteer has 86


class Scan:
    """The names of the gazetteer in one text.

    words: the normal form of each token. "" is a mark that may stand inside a name (a hyphen between words); for a mark
    no name goes across (a comma, a quote) give a text that is no normal form, such as the mark itself.
    """

    def __init__(self, trie: marisa_trie.Trie, words: Sequence[str]) -> None:
        self._walk = trie.iter_prefixes_with_ids
        self._joined = " ".join(filter(None, words))
        self._starts: list[int] = []  # by token: where it begins in `_joined`; of a mark, where the next word does
        self._ends: dict[int, int] = {}  # where a word ends in `_joined`: its token and one
        at = 0
        for position, word in enumerate(words, 1):
            self._starts.append(at)
            if word:
                self._ends[at + len(word)] = position
                at += len(word) + 1
        self._words = words

    def at(self, first: int) -> list[tuple[int, int]]:
        """Every name that starts at token `first`, as (end, key), shortest first; end is exclusive."""
        if not self._words[first]:
            return []
        start = self._starts[first]
        names = self._walk(self._joined[start : start + _LONGEST_NAME])
        return [(end, key) for name, key in names if (end := self._ends.get(start + len(name)))]

    def longest(self) -> Iterator[tuple[int, int, int]]:
        """The longest name at each place as (first, end, key), left to right, without overlaps."""
        first = 0
        while first < len(self._words):
            found = self.at(first)
            if found:
                end, key = found[-1]
                yield first, end, key
            first = found[-1][0] if found else first + 1
