"""Work in a process of its own, whose engine reads other models than the shipped ones."""

import os
from collections.abc import Callable
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from pathlib import Path
from typing import ParamSpec, TypeVar

Given = ParamSpec("Given")
Made = TypeVar("Made")


def with_data(data: Path, work: Callable[Given, Made], *args: Given.args, **options: Given.kwargs) -> Made:
    """What `work` makes in a process of its own whose engine reads the models in `data`, afresh."""
    with ProcessPoolExecutor(1, get_context("spawn"), _read_from, (str(data),)) as process:
        return process.submit(work, *args, **options).result()


def _read_from(data: str) -> None:
    os.environ["GAZETTE_DATA"] = data
