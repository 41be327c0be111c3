"""Addresses shared without their texts, beside what is found there now."""

from __future__ import annotations

import csv
import hashlib
import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from kalbarcrawl.addresses import clean_address
from kalbarcrawl.dataset.commas import unguarded
from kalbarcrawl.dataset.reading import UnreadableError, opened, records_in

GONE = frozenset({"not_found", "gone"})
"""Outcomes of a visit by which an article is no longer there."""


@dataclass(frozen=True)
class Row:
    """An article as a list of addresses knows it."""

    id: str
    url: str
    title_sha256: str
    body_sha256: str


def rows_to_fetch(path: Path) -> Iterator[Row]:
    """The rows of a list of addresses: .jsonl, .jsonl.gz or .csv. Raises UnreadableError for a row without hashes."""
    with opened(path) as file:
        found: Iterable[Mapping[str, Any]]
        if path.suffix == ".csv":
            found = ({name: unguarded(cell) for name, cell in row.items()} for row in csv.DictReader(file))
        else:
            found = map(json.loads, file)
        try:
            for row in found:
                yield Row(row["id"], row["url"], row["title_sha256"], row["body_sha256"])
        except (KeyError, ValueError, TypeError, AttributeError) as error:
            raise UnreadableError(f"{path}: no list of addresses with hashes: {error!r}") from error


def compared(rows: Iterable[Row], data: Path, run: str) -> Iterator[tuple[Row, str, dict[str, Any] | None]]:
    """Each row with "same", "changed", "gone" or how else its visit ended, and the record found; by a run's files."""
    records = {clean_address(one["url"]): one for one in records_in(sorted(data.glob(f"articles/*/{run}.jsonl")))}
    outcomes: dict[str, str] = {}
    visits = data / "runs" / f"{run}.csv"
    if visits.is_file():
        with visits.open(encoding="utf-8", newline="") as file:
            outcomes = {clean_address(visit["url"]): visit["outcome"] for visit in csv.DictReader(file)}
    for row in rows:
        address = clean_address(row.url)
        record = records.get(address)
        if record is None:
            outcome = outcomes.get(address, "not_visited")
            yield row, "gone" if outcome in GONE else outcome, None
            continue
        same = (_hash(record["title"]), _hash(record["body"])) == (row.title_sha256, row.body_sha256)
        yield row, "same" if same else "changed", record


def _hash(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()
