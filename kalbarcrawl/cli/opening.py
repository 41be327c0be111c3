"""The store a command reads, which it never makes."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from kalbarcrawl.store import Store


def open_store(data: Path | None) -> Store:
    """The store of a data folder, or the one the environment names. Raises click.UsageError where there is none."""
    from kalbarcrawl.store import store_at

    folder = data or Path(os.environ.get("KALBARCRAWL_DATA", "data"))
    url = os.environ.get("KALBARCRAWL_STORE")
    if not url and not (folder / "kalbarcrawl.sqlite").exists():
        raise click.UsageError(f"{folder} holds no store yet; `kalbarcrawl crawl` makes one (or see --data)")
    return store_at(folder, url)
