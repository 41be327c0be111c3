"""Splits by time: train is the past, test the most recent, and no cluster lies in two of them."""

from __future__ import annotations

import re
from datetime import date

import numpy as np

from kalbarcrawl.dataset.shingles import Numbers
from kalbarcrawl.dataset.spool import microseconds

NAMES = ("train", "validation", "test")
SHARES = (0.8, 0.9)
"""Where validation and test begin by default, as shares of the articles."""
DAY = 86_400 * 1_000_000


def borders(asked: str, moments: Numbers) -> list[int] | None:
    """Where validation and test begin, in microseconds: days named in "time:DAY,DAY", or by share for "time".

    None for "none". Raises ValueError for anything else.
    """
    if asked == "none":
        return None
    if found := re.fullmatch(r"time:(\d{4}-\d\d-\d\d),(\d{4}-\d\d-\d\d)", asked):
        first, second = (date.fromisoformat(day) for day in found.groups())
        if second < first:
            raise ValueError(f"splits {asked!r}: the test split begins before the validation split")
        return [microseconds(first.isoformat()), microseconds(second.isoformat())]
    if asked != "time":
        raise ValueError(f"splits {asked!r}: write none, time, or time:YYYY-MM-DD,YYYY-MM-DD")
    if not len(moments):
        return [0, 0]
    ordered = np.sort(moments)
    # The whole day goes to the later split, so that a day is never cut.
    return [int(ordered[int(share * len(ordered))]) // DAY * DAY for share in SHARES]


def split_of(moments: Numbers, roots: Numbers, begins: list[int] | None) -> Numbers:
    """The number of each place's split: that of the earliest text of its cluster. `moments` covers every place."""
    if begins is None:
        return np.zeros(len(roots), dtype=np.int64)
    return np.searchsorted(np.array(begins), moments[roots], side="right")


def when(instants: Numbers, crawled: Numbers) -> Numbers:
    """The moment an article counts by: published, or crawled where no date is known, which is never too early."""
    return np.minimum(instants, crawled)
