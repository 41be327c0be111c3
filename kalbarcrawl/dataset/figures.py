"""The figures of a dataset, counted while its records pass by."""

from __future__ import annotations

from array import array
from collections import Counter, defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, field
from statistics import median
from typing import Any

COVERED = (
    "published_at", "modified_at", "authors", "editors", "section", "tags", "dateline", "description", "canonical_url",
    "language", "images", "agency", "paywalled", "rights",
)  # fmt: skip
"""The fields that may be unknown, as the coverage table shows them."""


@dataclass
class Figures:
    """Counts over the records of a dataset."""

    rows: int = 0
    publishers: Counter[str] = field(default_factory=Counter)
    months: Counter[tuple[str, str]] = field(default_factory=Counter)
    """Articles by month (YYYY-MM) and publisher."""
    days: Counter[tuple[str, str]] = field(default_factory=Counter)
    """Articles by day (YYYY-MM-DD) and publisher."""
    sections: Counter[str] = field(default_factory=Counter)
    hours: Counter[int] = field(default_factory=Counter)
    """Articles by hour of publication on the newsroom's own clock, where the hour is known."""
    precisions: Counter[str] = field(default_factory=Counter)
    languages: Counter[str] = field(default_factory=Counter)
    splits: Counter[str] = field(default_factory=Counter)
    covered: dict[str, Counter[str]] = field(default_factory=lambda: defaultdict(Counter))
    """By publisher: how many of its records hold each field."""
    words: array[int] = field(default_factory=lambda: array("L"))
    clusters: Counter[int] = field(default_factory=Counter)
    """Clusters by the number of articles in them, before any were dropped; those of one article too."""
    selected: int = 0
    """Records before duplicates were dropped."""
    crawled: tuple[str, str] | None = None
    """When the first and the last of the pages were fetched."""

    def add(self, record: Mapping[str, Any], split: str) -> None:
        """Count a record in."""
        self.rows += 1
        publisher, published = record["publisher"], record["published_at"]
        self.publishers[publisher] += 1
        self.splits[split] += 1
        self.sections[record["section"] or ""] += 1
        self.languages[record["language"] or ""] += 1
        self.precisions[record["published_precision"] or "unknown"] += 1
        self.words.append(len(record["body"].split()))
        for name in COVERED:
            if record.get(name) not in (None, []):
                self.covered[publisher][name] += 1
        if published:
            self.months[published[:7], publisher] += 1
            self.days[published[:10], publisher] += 1
            if len(published) > 10:
                self.hours[int(published[11:13])] += 1

    @property
    def period(self) -> tuple[str, str] | None:
        """The days of the first and the last article; None where no date is known."""
        days = [day for day, _ in self.days]
        return (min(days), max(days)) if days else None

    @property
    def copies(self) -> int:
        """How many of the selected articles are near copies of an earlier one."""
        return sum((size - 1) * count for size, count in self.clusters.items())

    @property
    def middle_length(self) -> int:
        """The median number of words; 0 of nothing."""
        return round(median(self.words)) if self.words else 0
