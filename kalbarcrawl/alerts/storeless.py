"""What is told where the store itself fails, which otherwise remembers what was told: a file beside it remembers."""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import datetime
from pathlib import Path

from kalbarcrawl.alerts.news import is_fresh

NAME = "alert-store.json"
TITLE = "kalbarcrawl: the store fails"


def told_lately(folder: Path, now: datetime) -> dict[str, datetime]:
    """When each destination, by its hash, was told within a day that the store fails; {} where that cannot be read."""
    try:
        found = json.loads((folder / NAME).read_text(encoding="utf-8"))
        moments = {str(name): datetime.fromisoformat(at) for name, at in found.items()}
        return {name: at for name, at in moments.items() if is_fresh(at, now)}
    except (OSError, ValueError, AttributeError, TypeError):
        # Better told twice than not at all.
        return {}


def remember(folder: Path, told: Mapping[str, datetime]) -> str | None:
    """Keep when who was told; None, or why it could not be kept: on a full disk they are told again."""
    half = folder / f"{NAME}.part"
    try:
        half.write_text(json.dumps({name: at.isoformat() for name, at in sorted(told.items())}), encoding="utf-8")
        half.replace(folder / NAME)
    except OSError as error:
        return error.strerror or str(error)
    return None


def forget(folder: Path) -> None:
    """The store works again: its next failure is news."""
    (folder / NAME).unlink(missing_ok=True)
