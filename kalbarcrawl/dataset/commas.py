"""CSV for spreadsheets: nested values as JSON, and no cell that a spreadsheet would run as a formula."""

from __future__ import annotations

import csv
import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
"""How a cell begins that some spreadsheet program takes for a formula."""
GUARD = "'"


class Commas:
    """Writes rows as CSV in UTF-8, its first line the columns."""

    suffix = "csv"

    def __init__(self, path: Path, schema: Mapping[str, Any]) -> None:
        """Begin a file."""
        self._file = path.open("w", encoding="utf-8", newline="")
        self._csv = csv.writer(self._file, lineterminator="\n")
        self._csv.writerow(schema["properties"])

    def write(self, row: Mapping[str, Any]) -> None:
        """One row more."""
        self._csv.writerow([cell(value) for value in row.values()])

    def close(self) -> None:
        """End the file."""
        self._file.close()


def cell(value: Any) -> str:
    """A value as a cell: null is empty, lists and objects are JSON, text is guarded."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, int):
        return str(value)
    return guarded(value if isinstance(value, str) else json.dumps(value, ensure_ascii=False))


def guarded(text: str) -> str:
    """Text that no spreadsheet takes for a formula: an apostrophe goes before what looks like one.

    Text that begins with an apostrophe gets another, so that taking one off always gives the text back.
    """
    return GUARD + text if text.startswith(GUARD) or text.lstrip(" ").startswith(FORMULA) else text


def unguarded(text: str) -> str:
    """The text as it was before it was guarded."""
    return text.removeprefix(GUARD)
