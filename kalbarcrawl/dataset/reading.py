"""Records out of files of JSON Lines: a run's, an export's, another machine's."""

from __future__ import annotations

import gzip
import json
import re
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import IO, Any

ID = re.compile(r"[0-9a-f]{16}")
NEEDED = {
    "publisher": str,
    "url": str,
    "title": str,
    "body": str,
    "revision": int,
    "crawled_at": str,
    "published_at": str | None,
    "published_precision": str | None,
    "section": str | None,
    "language": str | None,
}
"""The fields a record cannot do without, and their types."""


class UnreadableError(Exception):
    """A line holds no record; the message says where and why."""


def records_in(paths: Iterable[Path]) -> Iterator[dict[str, Any]]:
    """The records of files of JSON Lines, gzipped or not, in their order. Raises UnreadableError."""
    for path in paths:
        with opened(path) as file:
            try:
                for number, line in enumerate(file, 1):
                    if line.strip():
                        yield _record(line, f"{path}:{number}")
            except (EOFError, gzip.BadGzipFile, UnicodeDecodeError) as error:
                raise UnreadableError(f"{path}: {error}") from error


def opened(path: Path) -> IO[str]:
    """A file of lines, gzipped or not, to read as text."""
    if path.suffix == ".gz":
        return gzip.open(path, "rt", encoding="utf-8")
    return path.open(encoding="utf-8")


def _record(line: str, where: str) -> dict[str, Any]:
    try:
        record = json.loads(line)
    except ValueError as error:
        raise UnreadableError(f"{where}: no JSON: {error}") from error
    if not isinstance(record, dict) or not isinstance(record.get("id"), str) or not ID.fullmatch(record["id"]):
        raise UnreadableError(f"{where}: no record: `id` is not 16 hex digits")
    for name, kind in NEEDED.items():
        if name not in record or not isinstance(record[name], kind):
            raise UnreadableError(f"{where}: no record with a text: `{name}` is missing or of another type")
    return record
