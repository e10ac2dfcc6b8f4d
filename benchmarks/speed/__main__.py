"""How fast the engine is: cold start, articles a second, memory; against spaCy's small model where it is installed.

    python -m benchmarks.speed            from the root of a checkout

Cold start: a whole process from nothing to the result of the seed article, median of RUNS. Articles a second: one core,
warm, articles of the seeds' own paragraphs. The budgets are in docs; nothing fails here.
"""

import os
import platform
import random
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Iterable
from importlib.util import find_spec
from pathlib import Path
from typing import NamedTuple

from dashboard.articles.files import make_article
from dashboard.pipeline import read
from dashboard.settings import shipped

RUNS = 7  # whole processes; the median of them settles within some 5 %
ARTICLES = 300
PARAGRAPHS = 9  # of an article: some 350 words, as a news story has
SPACY_MODEL = "en_core_web_sm"
SPACY_COLD = f"import spacy; spacy.load('{SPACY_MODEL}')"


class Cold(NamedTuple):
    """Median seconds of a whole process, and its peak memory in MB."""

    seconds: float
    peak_mb: float


def cold(command: list[str]) -> Cold:
    runs = [_one_process(command) for _ in range(RUNS)]
    return Cold(statistics.median(run.seconds for run in runs), max(run.peak_mb for run in runs))


def _one_process(command: list[str]) -> Cold:
    start = time.perf_counter()
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL)
    _, status, usage = os.wait4(process.pid, 0)
    seconds = time.perf_counter() - start
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        sys.exit(f"{' '.join(command)} failed")
    return Cold(seconds, usage.ru_maxrss / (2**20 if sys.platform == "darwin" else 2**10))


def articles(seeds: Iterable[Path]) -> list[str]:
    """Texts mixed from the paragraphs of the seeds, the same on every run."""
    paragraphs = [line for seed in seeds for line in seed.read_text(encoding="utf-8").splitlines() if line.strip()]
    draw = random.Random(0)
    return ["\n\n".join(draw.choices(paragraphs, k=PARAGRAPHS)) for _ in range(ARTICLES)]


def a_second(work: Callable[[str], object], texts: list[str]) -> float:
    for text in texts[: ARTICLES // 10]:
        work(text)  # warm
    start = time.perf_counter()
    for text in texts:
        work(text)
    return len(texts) / (time.perf_counter() - start)


def main() -> None:
    seeds = sorted(shipped("seeds").glob("*.txt"))
    texts = articles(seeds)
    words = statistics.mean(len(text.split()) for text in texts)
    here = cold([sys.executable, "-m", "dashboard", "geoparse", str(seeds[0]), "--format", "jsonl"])
    bare = cold([sys.executable, "-c", "pass"])
    places = a_second(lambda text: read(make_article(text), only="places"), texts)
    whole = a_second(lambda text: read(make_article(text)), texts)
    print(f"{platform.platform()}, Python {platform.python_version()}, {len(texts)} articles of {words:.0f} words\n")
    print(f"{'gazette geoparse SEED, whole process':44s}{here.seconds:8.3f} s {here.peak_mb:8.0f} MB")
    print(f"{'  of that, Python alone':44s}{bare.seconds:8.3f} s {bare.peak_mb:8.0f} MB")
    print(f"{'places, one core':44s}{places:8.1f} articles/s")
    print(f"{'places, events and dates, one core':44s}{whole:8.1f} articles/s")
    if find_spec(SPACY_MODEL):
        against_spacy(texts, here, places, whole)
    else:
        print(f"\n{SPACY_MODEL} is not installed: no comparison")


def against_spacy(texts: list[str], here: Cold, places: float, whole: float) -> None:
    import spacy

    other = cold([sys.executable, "-c", SPACY_COLD])
    ner = a_second(spacy.load(SPACY_MODEL, exclude=["parser", "tagger", "attribute_ruler", "lemmatizer"]), texts)
    print(f"\n{f'{SPACY_MODEL}: import and load':44s}{other.seconds:8.3f} s {other.peak_mb:8.0f} MB")
    print(f"{f'{SPACY_MODEL}: named entities alone':44s}{ner:8.1f} articles/s")
    print(f"{'ours to theirs: cold, places, everything':44s}", end="")
    print(f"{here.seconds / other.seconds:8.2f}   {places / ner:.1f} x   {whole / ner:.1f} x")


if __name__ == "__main__":
    main()
