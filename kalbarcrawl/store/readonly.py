"""A store in SQLite opened to be read only: also a file, or a folder, that one may not write."""

from __future__ import annotations

import os
import sqlite3
from pathlib import Path

from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.engine import make_url
from sqlalchemy.exc import ArgumentError
from sqlalchemy.pool import NullPool

State = tuple[int, int, bool]
"""When a file was last written, how long it is, and whether another process has it open."""


class ChangedError(OSError):
    """A store that nobody seemed to write was written while it was read: what was read may be wrong."""


class _Reader(sqlite3.Connection):
    """A connection that knows how the file was, where it takes it for one that nobody writes."""

    before: State | None = None


def sqlite_file(url: str) -> Path | None:
    """The file of a store in SQLite; None for any other store, and for an address that cannot be read."""
    try:
        address = make_url(url)
    except (ArgumentError, ValueError):
        return None
    plain = address.get_backend_name() == "sqlite" and not address.query
    return Path(address.database) if plain and address.database not in (None, "", ":memory:") else None


def reader_of(file: Path) -> Engine:
    """The store in a file, never written to.

    SQLite's readers share a small file with the writer beside the store. Where that is missing and cannot be made
    nobody has the store open, and it is read as a file that does not change. Should it all the same, the end of what
    was read raises ChangedError.
    """
    engine = create_engine("sqlite://", creator=lambda: _connection(file), poolclass=NullPool)

    @event.listens_for(engine, "begin")
    def _begin(connection: Connection) -> None:
        connection.exec_driver_sql("BEGIN")

    @event.listens_for(engine, "rollback")
    @event.listens_for(engine, "commit")
    def _ended(connection: Connection) -> None:
        before = getattr(connection.connection.dbapi_connection, "before", None)
        if before is not None and _state(file) != before:
            raise ChangedError(f"{file} was written while it was read: run this again")

    return engine


def _connection(file: Path) -> _Reader:
    state = _state(file)
    alone = not state[2] and not os.access(file.parent, os.W_OK)
    how = "mode=ro&immutable=1" if alone else "mode=ro"
    address = f"{file.resolve().as_uri()}?{how}"
    connection = sqlite3.connect(
        address, uri=True, timeout=30, check_same_thread=False, isolation_level=None, factory=_Reader
    )
    connection.before = state if alone else None
    return connection


def _state(file: Path) -> State:
    found = file.stat()
    return found.st_mtime_ns, found.st_size, any(Path(f"{file}{end}").exists() for end in ("-wal", "-shm"))
