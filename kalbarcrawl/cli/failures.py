"""What failed a command from outside, in words: a folder, a disk, the store's database, a publisher's file."""

from __future__ import annotations

import errno
import sys
from pathlib import Path

import click

from kalbarcrawl.logs import safe


class CouldNotRunError(click.ClickException):
    """What a command works with failed it: a folder, a disk, the store's database, a publisher's file."""

    exit_code = 2


def failed(error: Exception) -> str | None:
    """What failed a command from outside, in a line; None for what is a fault of ours, or a reader that went away."""
    if isinstance(error, OSError):
        return None if error.errno == errno.EPIPE else safe(error)
    # Imported by whoever raised their errors, if anybody did.
    publishers, database = sys.modules.get("kalbarcrawl.publishers"), sys.modules.get("sqlalchemy.exc")
    if publishers and isinstance(error, publishers.UnloadableError):
        return str(error)
    if database and isinstance(error, database.DBAPIError):
        return f"the store failed: {safe(error)}"
    return None


def unopened(error: BaseException, folder: Path, url: str | None, *, writing: bool = False) -> CouldNotRunError:
    """That a store does not open, and what to do."""
    from kalbarcrawl.store.failing import in_words

    return CouldNotRunError(f"the store does not open: {in_words(error, folder, url, writing=writing)}")
