"""A store that fails, in words: what the database or the system said, and what to do about it."""

from __future__ import annotations

import errno
import os
import shutil
from pathlib import Path

from kalbarcrawl.logs import safe
from kalbarcrawl.store.readonly import sqlite_file

LITTLE = 1 << 20
"""So few bytes left free are a full disk: SQLite's readers need some beside the file as well."""
FULL = "; the disk is full"
BY_ANOTHER = "run this as the user who crawls, or name a folder of yours with --data"
MAY_NOT = "; this user may not write {}: {}"
NO_WRITING = "; SQLite's readers write beside the file: copy it to a folder of yours, and name that with --data"
NO_RIGHT = "; the user in KALBARCRAWL_STORE may only read that database: name one who may write it"
REFUSED = frozenset({errno.EACCES, errno.EPERM, errno.EROFS})
READ_ONLY = frozenset({"42501", "25006"})
"""PostgreSQL's codes for a right that is not granted, and for a database that is read only."""


def in_words(error: BaseException, folder: Path, url: str | None, *, writing: bool = True) -> str:
    """Why the store in a folder, or at a URL, failed one who reads or writes, and what to do where that is known.

    SQLite says "disk I/O error", or that a database is "readonly", of which nobody knows which one and why.
    """
    return f"{safe(error)}{_advice(error, folder, url, writing=writing)}"


def _advice(error: BaseException, folder: Path, url: str | None, *, writing: bool) -> str:
    if isinstance(error, OSError):
        return f"; {BY_ANOTHER}" if error.errno in REFUSED else ""
    file = sqlite_file(url) if url else folder / "kalbarcrawl.sqlite"
    if file is None:
        return NO_RIGHT if getattr(getattr(error, "orig", None), "sqlstate", None) in READ_ONLY else ""
    there = [one for one in (file, file.parent) if os.access(one, os.F_OK)]
    if there and shutil.disk_usage(there[-1]).free < LITTLE:
        return FULL
    barred = [one for one in there if not os.access(one, os.W_OK)]
    if not barred:
        return ""
    return MAY_NOT.format(barred[0], BY_ANOTHER) if writing else NO_WRITING
