"""The database behind a store: SQLite in a file, or PostgreSQL by URL; what they do differently is all here."""

from __future__ import annotations

import sqlite3
import time
from collections.abc import Callable
from typing import Any

from sqlalchemy import Connection, Engine, Table, create_engine, event, false, inspect, text
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.engine import make_url
from sqlalchemy.exc import ArgumentError, SQLAlchemyError
from sqlalchemy.pool import StaticPool

from kalbarcrawl.store.readonly import reader_of, sqlite_file
from kalbarcrawl.store.tables import LOCKS, METADATA

_PATIENCE, _PAUSE = 30.0, 0.02  # seconds a locked file is waited for, and between two looks at it
MEMORY = "sqlite://"
"""A store that is forgotten when the process ends."""
INSERTS: dict[str, Callable[[Table], Any]] = {"sqlite": sqlite.insert, "postgresql": postgresql.insert}
"""The INSERT of each database that knows ON CONFLICT."""


class MissingDriverError(SQLAlchemyError):
    """The database's driver is not installed; the message says what to install."""


class StoreAddressError(SQLAlchemyError):
    """An address names no database that a store can be in; the message repeats nothing of it but the kind."""


def opened(url: str, *, reading: bool = False) -> Engine:
    """The database a SQLAlchemy URL names, its tables made where they are missing; raises like `engine_at`.

    Raises DBAPIError for one that cannot be written. One opened for `reading` is not written to, and may lie where
    nothing can be, unless tables are missing.
    """
    if reading:
        file = sqlite_file(url)
        engine = reader_of(file) if file is not None and file.exists() else engine_at(url)
        if set(METADATA.tables) <= set(inspect(engine).get_table_names()):
            return engine
        engine.dispose()
    engine = engine_at(url)
    with engine.begin() as connection:
        alone(connection, "tables")
        METADATA.create_all(connection)
        # SQLite takes a reader who says it will write for one who may.
        connection.execute(LOCKS.delete().where(false()))
    return engine


def engine_at(url: str) -> Engine:
    """The database a SQLAlchemy URL names.

    Raises StoreAddressError where it names none, MissingDriverError where the database's driver is not installed.
    """
    try:
        address = make_url(url)
    except (ArgumentError, ValueError):
        # Their words hold what could not be read, which may be half a password: they are not repeated, nor chained to.
        raise StoreAddressError(
            "KALBARCRAWL_STORE is no address of a database: postgresql://user:password@host:port/name, where special"
            " characters of the password are percent-encoded"
        ) from None
    if address.drivername.partition("+")[0] not in (*INSERTS, "postgres"):
        raise StoreAddressError(f"a store is in SQLite or PostgreSQL, not in {address.drivername}")
    if address.get_backend_name() == "sqlite":
        return _sqlite(url)
    if address.drivername in ("postgresql", "postgres"):
        address = address.set(drivername="postgresql+psycopg")
    try:
        return create_engine(address, pool_pre_ping=True)
    except ModuleNotFoundError as error:
        raise MissingDriverError(
            f"the store needs {error.name}: pip install 'kalbarcrawl[cluster]' (KALBARCRAWL_STORE names PostgreSQL)"
        ) from error


def alone(connection: Connection, name: str) -> None:
    """Keep every other writer of that name out until the transaction ends: what was read stays true.

    SQLite has one writer at a time anyway.
    """
    if connection.dialect.name == "postgresql":
        connection.execute(text("SELECT pg_advisory_xact_lock(hashtextextended(:name, 0))"), {"name": name})


def upsert(connection: Connection, table: Table, key: dict[str, Any], values: dict[str, Any]) -> None:
    """Insert a row, or update the one of that key, in one statement."""
    insert = INSERTS[connection.dialect.name](table).values(**key, **values)
    connection.execute(insert.on_conflict_do_update(index_elements=list(key), set_=values))


def _sqlite(url: str) -> Engine:
    memory: dict[str, Any] = {"poolclass": StaticPool} if url == MEMORY else {}
    engine = create_engine(url, connect_args={"timeout": _PATIENCE, "check_same_thread": False}, **memory)

    @event.listens_for(engine, "connect")
    def _prepare(connection: Any, _: Any) -> None:
        # WAL: readers never wait for the crawl. NORMAL: safe against kill -9; a power cut may cost the last commits.
        _write_ahead(connection)
        connection.execute("PRAGMA synchronous=NORMAL")
        # The driver would begin a read and upgrade it to a write, which fails when two processes do it at once.
        connection.isolation_level = None

    @event.listens_for(engine, "begin")
    def _begin(connection: Connection) -> None:
        reading = connection.get_execution_options().get("reading", False)
        connection.exec_driver_sql("BEGIN" if reading else "BEGIN IMMEDIATE")

    return engine


def _write_ahead(connection: sqlite3.Connection) -> None:
    """Switch a file to its write-ahead log; SQLite gives up at once where another makes the file, so the wait is here.

    Raises sqlite3.OperationalError where it stays locked.
    """
    given_up = time.monotonic() + _PATIENCE
    while True:
        try:
            connection.execute("PRAGMA journal_mode=WAL")
            return
        except sqlite3.OperationalError as error:
            if error.sqlite_errorcode != sqlite3.SQLITE_BUSY or time.monotonic() > given_up:
                raise
        time.sleep(_PAUSE)
