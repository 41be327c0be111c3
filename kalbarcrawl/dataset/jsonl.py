"""JSON Lines, gzipped: the same rows give the same bytes."""

from __future__ import annotations

import gzip
import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any


class JsonLines:
    """Writes rows as lines of JSON into a gzip file that names no file and no time."""

    suffix = "jsonl.gz"

    def __init__(self, path: Path, schema: Mapping[str, Any]) -> None:
        """Begin a file."""
        self._raw = path.open("wb")
        self._file = gzip.GzipFile(filename="", mode="wb", fileobj=self._raw, mtime=0, compresslevel=6)

    def write(self, row: Mapping[str, Any]) -> None:
        """One line more."""
        self._file.write(json.dumps(row, ensure_ascii=False).encode() + b"\n")

    def close(self) -> None:
        """End the file."""
        self._file.close()
        self._raw.close()
