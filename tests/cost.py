"""What a piece of work costs, for tests that compare two such costs: a time alone says nothing on a busy machine."""

from __future__ import annotations

import time
from collections.abc import Callable


def cost(work: Callable[[str], object], text: str) -> float:
    """The least of a few runs, in seconds of this process alone, so that a busy machine does not fail the test."""
    runs = []
    for _ in range(5):
        started = time.process_time()
        work(text)
        runs.append(time.process_time() - started)
    return min(runs)
