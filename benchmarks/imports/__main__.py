"""What an import of a dump of GeoNames costs: time, memory, disk; extrapolated to the whole of GeoNames.

    python -m benchmarks.imports [ROWS]            from the root of a checkout; a million rows unless told

A dump in the real format is made up, the same on every run: names of syllables, some of them shared by many places,
with alternate names in several scripts. A quarter of it and the whole are imported, each by a process of its own into
an empty folder; what does not grow with the rows is thereby told from what does.
"""

import os
import platform
import random
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from itertools import accumulate
from pathlib import Path
from typing import NamedTuple

ROWS = 1_000_000
WHOLE = 13_000_000  # rows of allCountries.txt
FIRST_ID = 20_000_000  # above those of the shipped gazetteer: every row is one more place
POLL = 0.2  # seconds
ONSETS, VOWELS, CODAS = (
    "b d f g h j k l m n p r s t v z kh sh".split(),
    "a e i o u ā é".split(),
    ["", "", "n", "r", "s"],
)
SYLLABLES = [a + b + c for a in ONSETS for b in VOWELS for c in CODAS]
BEFORE = ["San", "Al", "Nova", "Río", "Mount", "Kampung", "Tell", "Lake", "Hotel"]
OTHER_SCRIPTS = ["بغداد", "Київ", "北京", "Αθήνα"]
# Class, code and share of GeoNames' rows, in per mille, about as its statistics page has them.
FEATURES = [
    ("P", "PPL", 370), ("P", "PPLX", 10), ("H", "STM", 150), ("H", "LK", 30), ("S", "HTL", 20), ("S", "SCH", 90),
    ("S", "FRM", 70), ("S", "AIRP", 3), ("T", "MT", 60), ("T", "HLL", 60), ("T", "ISL", 15), ("L", "LCTY", 60),
    ("A", "ADM4", 30), ("A", "ADM2", 4), ("R", "RD", 20), ("V", "FRST", 8),
]  # fmt: skip
COUNTRIES = ["US", "CN", "IN", "MX", "IQ", "TR", "NO", "RU", "IR", "ID", "PK", "DE", "FR", "BR", "TH", "MM"]


class Cost(NamedTuple):
    """Seconds by the clock, peak memory in MB, peak and final disk in MB."""

    seconds: float
    memory: float
    disk: float
    kept: float


def dump(rows: int) -> Iterator[str]:
    draw = random.Random(0)
    common = [name(draw) for _ in range(2_000)]
    weights = list(accumulate(share for *_, share in FEATURES))
    for number in range(FIRST_ID, FIRST_ID + rows):
        feature_class, code, _ = draw.choices(FEATURES, cum_weights=weights)[0]
        own = draw.choice(common) if draw.random() < 0.35 else name(draw)
        people = int(draw.paretovariate(0.8) * 50) if feature_class == "P" and draw.random() < 0.2 else 0
        columns = [
            str(number), own, own.translate(str.maketrans("āéí", "aei")), ",".join(alternates(draw)),
            f"{draw.uniform(-60, 75):.5f}", f"{draw.uniform(-180, 180):.5f}", feature_class, code,
            draw.choice(COUNTRIES), "", f"{draw.randrange(40):02}", str(draw.randrange(200)) if people else "", "", "",
            str(people), "", "300", "Asia/Baghdad", "2026-01-01",
        ]  # fmt: skip
        yield "\t".join(columns) + "\n"


def name(draw: random.Random) -> str:
    stem = "".join(draw.choices(SYLLABLES, k=draw.choice((2, 2, 3, 4)))).capitalize()
    return f"{draw.choice(BEFORE)} {stem}" if draw.random() < 0.3 else stem


def alternates(draw: random.Random) -> list[str]:
    count = draw.choice((0, 0, 0, 1, 1, 2, 4))
    return [draw.choice(OTHER_SCRIPTS) if draw.random() < 0.3 else name(draw) for _ in range(count)]


def write_dump(path: Path, rows: int) -> None:
    with path.open("w", encoding="utf-8", newline="\n") as file:
        file.writelines(dump(rows))


def cost(path: Path, folder: Path) -> Cost:
    """Import `path` into a gazetteer in `folder`, by a process of its own."""
    command = [sys.executable, "-m", "dashboard", "gazetteer", "import", str(path)]
    start, most = time.perf_counter(), 0
    process = subprocess.Popen(command, env={**os.environ, "GAZETTE_HOME": str(folder)})
    while True:
        done, status, usage = os.wait4(process.pid, os.WNOHANG)
        if done:
            break
        most = max(most, size_of(folder))
        time.sleep(POLL)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        sys.exit("the import failed")
    memory = usage.ru_maxrss / (2**20 if sys.platform == "darwin" else 2**10)
    return Cost(time.perf_counter() - start, memory, most / 1e6, size_of(folder) / 1e6)


def size_of(folder: Path) -> int:
    """Bytes in a folder in which files come and go; temporary files without a name are not seen."""
    sizes = 0
    for path in folder.rglob("*"):
        try:
            sizes += path.stat().st_size
        except FileNotFoundError:
            continue
    return sizes


def measure(rows: int, folder: Path) -> Cost:
    path = folder / f"{rows}.txt"
    write_dump(path, rows)
    size = path.stat().st_size / 1e6
    home = folder / "home"
    home.mkdir()
    found = cost(path, home)
    shutil.rmtree(home)
    path.unlink()
    print(
        f"{rows:>12,} rows {size:7.0f} MB  {found.seconds:8.1f} s  {rows / found.seconds:8,.0f} rows/s  "
        f"{found.memory:7.0f} MB memory  {found.disk:7.0f} MB disk at most  {found.kept:7.0f} MB kept",
        flush=True,
    )
    return found


def main() -> None:
    rows = int(sys.argv[1]) if len(sys.argv) > 1 else ROWS
    print(f"{platform.platform()}, Python {platform.python_version()}")
    with tempfile.TemporaryDirectory() as folder:
        quarter = measure(rows // 4, Path(folder))
        whole = measure(rows, Path(folder))
    steps = (WHOLE - rows) / (rows - rows // 4)
    far = Cost(*(b + (b - a) * steps for a, b in zip(quarter, whole, strict=True)))
    print(
        f"{WHOLE:>12,} rows, extrapolated: {far.seconds / 60:.0f} min, {far.memory:,.0f} MB memory, "
        f"{far.disk:,.0f} MB disk at most, {far.kept:,.0f} MB kept"
    )


if __name__ == "__main__":
    main()
