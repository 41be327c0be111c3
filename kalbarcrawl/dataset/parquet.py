"""Parquet: typed columns, timestamps with zone, zstd."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq

from kalbarcrawl.dataset.columns import MOMENTS, bare, nullable

WORDS_OF_FEW = ("publisher", "section", "language", "published_precision", "agency", "source")
"""Columns with few distinct values, which are stored as a dictionary."""
ROWS = 1_000
"""Rows turned to Arrow at once, which bounds memory."""
GROUP = 10
"""Batches in a row group."""
MOMENT = pa.timestamp("us", tz="UTC")
PLAIN = {"string": pa.string(), "integer": pa.int32(), "boolean": pa.bool_()}


class Parquet:
    """Writes rows into a Parquet file in row groups of 10,000."""

    suffix = "parquet"

    def __init__(self, path: Path, schema: Mapping[str, Any]) -> None:
        """Begin a file whose columns follow a dataset's JSON Schema."""
        self.schema = arrow_schema(schema)
        self._objects = [name for name, spec in schema["properties"].items() if is_free_object(spec)]
        self._rows: list[dict[str, Any]] = []
        self._batches: list[pa.RecordBatch] = []
        self._file = pq.ParquetWriter(
            path,
            self.schema,
            compression="zstd",
            compression_level=9,
            use_dictionary=[name for name in WORDS_OF_FEW if name in self.schema.names],
        )

    def write(self, row: Mapping[str, Any]) -> None:
        """One row more."""
        whole = dict(row)
        for name in MOMENTS:
            if name in whole:
                whole[f"{name}_text"] = whole[name]
                whole[name] = timestamp(whole[name])
        for name in self._objects:
            whole[name] = None if whole[name] is None else json.dumps(whole[name], ensure_ascii=False, sort_keys=True)
        self._rows.append(whole)
        if len(self._rows) >= ROWS:
            self._batch()

    def close(self) -> None:
        """End the file."""
        self._batch()
        self._group()
        self._file.close()

    def _batch(self) -> None:
        if self._rows:
            self._batches.append(pa.RecordBatch.from_pylist(self._rows, schema=self.schema))
            self._rows = []
        if len(self._batches) >= GROUP:
            self._group()

    def _group(self) -> None:
        if self._batches:
            table = pa.Table.from_batches(self._batches, schema=self.schema)
            self._file.write_table(table, row_group_size=ROWS * GROUP)
            self._batches = []


def timestamp(text: str | None) -> datetime | None:
    """The moment a date string names; a day is its midnight in UTC, so that its date reads right."""
    if text is None:
        return None
    found = datetime.fromisoformat(text)
    return found if found.tzinfo else found.replace(tzinfo=UTC)


def arrow_schema(schema: Mapping[str, Any]) -> pa.Schema:
    """A dataset's JSON Schema as an Arrow schema; each date has its string beside it, as NAME_text."""
    return pa.schema(list(_fields(schema)))


def is_free_object(spec: Mapping[str, Any]) -> bool:
    """Whether a column holds objects of no fixed shape, which Parquet keeps as JSON text."""
    kind = bare(spec)
    return kind.get("type") == "object" and "properties" not in kind


def _fields(schema: Mapping[str, Any]) -> Iterator[pa.Field]:
    for name, spec in schema["properties"].items():
        meaning = {"description": spec["description"]}
        if name in MOMENTS:
            yield pa.field(name, MOMENT, nullable(spec), {"description": f"{spec['description']} In UTC."})
            yield pa.field(f"{name}_text", pa.string(), nullable(spec), meaning)
        else:
            yield pa.field(name, _type(spec), nullable(spec), meaning)


def _type(spec: Mapping[str, Any]) -> pa.DataType:
    kind = bare(spec)
    if kind["type"] == "array":
        return pa.list_(_type(kind["items"]))
    if kind["type"] == "object":
        parts = kind.get("properties")
        return pa.struct([(name, _type(part)) for name, part in parts.items()]) if parts else pa.string()
    return PLAIN[kind["type"]]
