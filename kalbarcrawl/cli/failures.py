"""What failed a command from outside, in words: a folder, a disk, the store's database, a publisher's file."""

from __future__ import annotations

import errno
import os
import shutil
import sys
from pathlib import Path

import click

from kalbarcrawl.logs import safe

LITTLE = 1 << 20
"""So few bytes left free are a full disk: SQLite's readers need some beside the file as well."""
FULL = "; the disk is full"
MAY_NOT = "; this user may only read {file}, and this command writes it: run it as the user who crawls"
NO_WRITING = "; SQLite's readers write beside the file: copy it to a folder of yours, and name that with --data"


class CouldNotRunError(click.ClickException):
    """What a command works with failed it: a folder, a disk, the store's database, a publisher's file."""

    exit_code = 2


def failed(error: Exception) -> str | None:
    """What failed a command from outside, in a line; None for what is a fault of ours, or a reader that went away."""
    if isinstance(error, OSError):
        said = error.strerror or str(error)
        return None if error.errno == errno.EPIPE else f"{error.filename}: {said}" if error.filename else said
    # Imported by whoever raised their errors, if anybody did.
    publishers, database = sys.modules.get("kalbarcrawl.publishers"), sys.modules.get("sqlalchemy.exc")
    if publishers and isinstance(error, publishers.UnloadableError):
        return str(error)
    if database and isinstance(error, database.DBAPIError):
        return f"the store failed: {safe(error)}"
    return None


def unopened(error: BaseException, folder: Path, url: str | None, *, writing: bool = False) -> click.UsageError:
    """That a store does not open, and what to do where the fault is its folder's: SQLite says "disk I/O error"."""
    hint = ""
    if not url and folder.exists():
        full = shutil.disk_usage(folder).free < LITTLE
        file = folder / "kalbarcrawl.sqlite"
        writable = os.access(folder, os.W_OK) and os.access(file, os.W_OK)
        hint = FULL if full else "" if writable else MAY_NOT.format(file=file) if writing else NO_WRITING
    return click.UsageError(f"the store does not open: {safe(error)}{hint}")
