"""The chosen records on disk, in the order they came, and of each only a few numbers in memory."""

from __future__ import annotations

import hashlib
import json
import tempfile
from array import array
from collections.abc import Mapping
from datetime import UTC, datetime
from functools import lru_cache
from pathlib import Path
from typing import Any, cast

import numpy as np

from kalbarcrawl.dataset.shingles import PERMUTATIONS, Numbers, packed, shingles, signature

UNDATED = 2**62
"""Stands for the moment of an article without a date: later than any other."""


class Spool:
    """Records set aside until their order and their copies are known: about 200 bytes of memory for each.

    Records are added first; then `settle` once; then they are read by their place in the spool.
    """

    def __init__(self, folder: Path) -> None:
        """Begin a file in a folder; it is gone when the spool is closed or the process ends."""
        self._file = tempfile.TemporaryFile(dir=folder)  # noqa: SIM115 (open as long as the spool)
        self._end = 0
        self._offsets = array("Q")
        self._instants, self._crawled = array("q"), array("q")
        self._ids, self._texts = array("Q"), array("Q")
        self._revisions = array("L")
        self._signatures = bytearray()
        self.shingles_of = lru_cache(maxsize=32_768)(self._shingles_of)

    def __len__(self) -> int:
        return len(self._offsets)

    def add(self, record: Mapping[str, Any]) -> None:
        """Set a record aside. Raises ValueError for an identifier that is none, KeyError for a missing field."""
        self._offsets.append(self._end)
        self._instants.append(microseconds(record["published_at"]))
        self._crawled.append(microseconds(record["crawled_at"]))
        self._ids.append(int(record["id"], 16))
        self._revisions.append(record["revision"])
        body: str = record["body"]
        self._texts.append(int.from_bytes(hashlib.sha256(body.encode()).digest()[:8], "big"))
        self._signatures += signature(shingles(body))
        self._end += self._file.write(json.dumps(record, ensure_ascii=False).encode() + b"\n")

    def settle(self) -> None:
        """End adding: the columns become arrays."""
        self.instants: Numbers = np.frombuffer(self._instants, dtype=np.int64)
        self.crawled: Numbers = np.frombuffer(self._crawled, dtype=np.int64)
        self.ids: Numbers = np.frombuffer(self._ids, dtype=np.uint64)
        self.texts: Numbers = np.frombuffer(self._texts, dtype=np.uint64)
        self.revisions: Numbers = np.frombuffer(self._revisions, dtype=np.dtype("L"))
        self.signatures: Numbers = np.frombuffer(self._signatures, dtype=np.uint8).reshape(-1, PERMUTATIONS)

    def forget_signatures(self) -> None:
        """Give back the greater part of the memory, once the clusters are known."""
        self.signatures = np.empty((0, PERMUTATIONS), dtype=np.uint8)
        self._signatures = bytearray()
        self.shingles_of.cache_clear()

    def record(self, place: int) -> dict[str, Any]:
        """The record at a place."""
        self._file.seek(self._offsets[place])
        return cast(dict[str, Any], json.loads(self._file.readline()))

    def close(self) -> None:
        """Let go of the file."""
        self._file.close()

    def _shingles_of(self, place: int) -> Numbers:
        return packed(shingles(self.record(place)["body"]))


def microseconds(moment: str | None) -> int:
    """An ISO 8601 moment in microseconds since 1970; a day is its midnight in UTC, none is later than all.

    Raises ValueError for a string that is neither.
    """
    if moment is None:
        return UNDATED
    found = datetime.fromisoformat(moment)
    found = found if found.tzinfo else found.replace(tzinfo=UTC)
    whole = found - datetime(1970, 1, 1, tzinfo=UTC)
    return (whole.days * 86_400 + whole.seconds) * 1_000_000 + whole.microseconds


def identifier(number: int) -> str:
    """An article's identifier, of which the spool keeps the number."""
    return f"{number:016x}"
