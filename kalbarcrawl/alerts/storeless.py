"""What is told where the store itself fails, which otherwise remembers what was told: a file beside it remembers."""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import datetime
from pathlib import Path

NAME = "alert-store.json"
FAILS = "kalbarcrawl: the store fails"
WORKS = "kalbarcrawl: the store works again"


def told_of_failure(folder: Path) -> dict[str, datetime]:
    """When each destination, by its hash, was last told that the store fails, and since then not that it works again.

    {} where that cannot be read.
    """
    try:
        found = json.loads((folder / NAME).read_text(encoding="utf-8"))
        return {str(name): datetime.fromisoformat(at) for name, at in found.items()}
    except (OSError, ValueError, AttributeError, TypeError):
        # Better told twice than not at all.
        return {}


def remember(folder: Path, told: Mapping[str, datetime]) -> str | None:
    """Keep when who was told of the failure; None, or why it could not be kept: on a full disk they are told again."""
    half = folder / f"{NAME}.part"
    try:
        if told:
            half.write_text(json.dumps({name: at.isoformat() for name, at in sorted(told.items())}), encoding="utf-8")
            half.replace(folder / NAME)
        else:
            (folder / NAME).unlink(missing_ok=True)
    except OSError as error:
        return error.strerror or str(error)
    return None
