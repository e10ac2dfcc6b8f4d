"""How fast the gazetteer is: opening, exact look-ups, scanning a text, memory, files.

    python -m benchmarks.speed.gazetteer            from the root of a checkout

Opening: a process that imports what it needs, opens the index and finds one name, less a process that does nothing;
median of RUNS. Look-ups: names drawn from the gazetteer, in normal form, one core, warm. Scanning: tokens, normal forms
and every name from every word on. Processor time, so that what else the machine does counts less.
"""

import random
import statistics
import time

from benchmarks.speed.__main__ import articles, cold
from dashboard.gazetteer.index import Index, open_index
from dashboard.gazetteer.names import normal_word
from dashboard.language.tokens import tokenise
from dashboard.settings import shipped

LOOKUPS = 500_000
DISTINCT = 100_000  # names that are looked up
OPEN = "from dashboard.gazetteer.index import open_index; open_index().find('Baghdad')"
LOOK = "from benchmarks.speed.gazetteer import *; look_up(open_index(), drawn_names(open_index()), senses=True)"


def drawn_names(index: Index) -> list[str]:
    """Names in normal form, the same on every run, in the order they are looked up."""
    draw = random.Random(0)
    names = draw.sample(index.names_beginning(""), DISTINCT)
    return draw.choices(names, k=LOOKUPS)


def look_up(index: Index, names: list[str], *, senses: bool) -> float:
    """Look-ups a second: the key of each name, and with `senses` every place it means."""
    start = time.process_time()
    for name in names:
        key = index.key(name)
        assert key is not None
        if senses:
            index.senses(key)
    return len(names) / (time.process_time() - start)


def words_of(text: str) -> list[str]:
    return [normal_word(token.text) for token in tokenise(text)]


def scan(index: Index, text: str, words: list[str] | None) -> float:
    """Megabytes of text a second in which the longest names are found; words: of the text, if they are known."""
    start = time.process_time()
    assert sum(1 for _ in index.scan(words or words_of(text)).longest())
    return len(text.encode()) / 1e6 / (time.process_time() - start)


def main() -> None:
    nothing, opened = cold("-c", "pass"), cold("-c", OPEN)
    print(f"open, with its imports {1000 * (opened.seconds - nothing.seconds):6.0f} ms by the clock, ", end="")
    print(f"{1000 * (opened.processor - nothing.processor):.0f} ms of processor time, {opened.peak_mb:.0f} MB resident")
    index = open_index()
    names, text = drawn_names(index), "\n\n".join(articles())
    keys, senses = (statistics.median(look_up(index, names, senses=also) for _ in range(3)) for also in (False, True))
    print(f"exact look-ups         {keys / 1e6:6.2f} M/s; with the places of {DISTINCT:,} names {senses / 1e6:.2f} M/s")
    words = words_of(text)
    known, whole = (statistics.median(scan(index, text, given) for _ in range(5)) for given in (words, None))
    print(f"scanning               {known:6.2f} MB/s; with its tokens and normal forms {whole:.2f} MB/s")
    print(f"after {LOOKUPS:,} look-ups {cold('-c', LOOK).peak_mb:4.0f} MB resident, the drawn names among them")
    folder = shipped("data") / "gazetteer"
    print(f"files                  {sum(f.stat().st_size for f in folder.rglob('*') if f.is_file()) / 1e6:6.1f} MB")


if __name__ == "__main__":
    main()
