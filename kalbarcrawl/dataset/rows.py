"""The rows of a dataset's files, of whatever format, as they are in JSON Lines."""

from __future__ import annotations

import csv
import json
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import pyarrow.parquet as pq

from kalbarcrawl.dataset.columns import MOMENTS, bare
from kalbarcrawl.dataset.commas import unguarded
from kalbarcrawl.dataset.parquet import is_free_object
from kalbarcrawl.dataset.reading import opened


def rows_in(path: Path, schema: Mapping[str, Any]) -> Iterator[dict[str, Any]]:
    """The rows of a file named .jsonl.gz, .jsonl, .parquet or .csv."""
    columns = schema["properties"]
    if path.suffix == ".parquet":
        yield from _parquet(path, columns)
    elif path.suffix == ".csv":
        yield from _csv(path, columns)
    else:
        with opened(path) as file:
            yield from (json.loads(line) for line in file)


def _parquet(path: Path, columns: Mapping[str, Any]) -> Iterator[dict[str, Any]]:
    objects = [name for name, spec in columns.items() if is_free_object(spec)]
    with pq.ParquetFile(path) as file:
        for batch in file.iter_batches(batch_size=1_000):
            for row in batch.to_pylist():
                for name in MOMENTS:
                    if name in row:
                        row[name] = row.pop(f"{name}_text")
                for name in objects:
                    row[name] = None if row[name] is None else json.loads(row[name])
                yield row


def _csv(path: Path, columns: Mapping[str, Any]) -> Iterator[dict[str, Any]]:
    csv.field_size_limit(sys.maxsize)
    with path.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            yield {name: _value(cell, bare(columns[name])) for name, cell in row.items()}


def _value(cell: str, spec: Mapping[str, Any]) -> Any:
    if cell == "":
        return None
    if spec["type"] == "boolean":
        return cell == "true"
    if spec["type"] == "integer":
        return int(cell)
    text = unguarded(cell)
    return text if spec["type"] == "string" else json.loads(text)
