"""Tombstones: what somebody asked to be left out of every dataset, and stays out however often it is crawled."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any, Literal, get_args

from sqlalchemy import select

from kalbarcrawl.addresses import clean_address
from kalbarcrawl.store.corpus import Store
from kalbarcrawl.store.engine import alone
from kalbarcrawl.store.history import history_of
from kalbarcrawl.store.tables import REMOVALS

Kind = Literal["address", "article", "publisher"]
"""What a tombstone names."""


@dataclass(frozen=True)
class Tombstone:
    """One thing to leave out, since when and why."""

    kind: Kind
    value: str
    removed_at: str
    why: str | None = None

    @property
    def hash(self) -> str:
        """SHA-256 of the value: whoever holds an older dataset finds the row by it, others learn nothing."""
        return hashlib.sha256(self.value.encode()).hexdigest()


class LeftOut:
    """All tombstones, to ask records against."""

    def __init__(self, tombstones: Iterable[Tombstone]) -> None:
        """Sort them by what they name."""
        self.tombstones = tuple(tombstones)
        self._values: dict[Kind, set[str]] = {kind: set() for kind in get_args(Kind)}
        for one in self.tombstones:
            self._values[one.kind].add(one.value)

    def covers(self, record: Mapping[str, Any]) -> bool:
        """Whether a record's article, publisher or one of its addresses was asked to be left out."""
        if record["publisher"] in self._values["publisher"] or record["id"] in self._values["article"]:
            return True
        addresses = self._values["address"]
        own = (record["url"], record.get("canonical_url"))
        return bool(addresses) and any(url and clean_address(url) in addresses for url in own)


def remove_address(store: Store, url: str, *, now: datetime, why: str | None = None) -> list[Tombstone]:
    """Leave out whatever is at an address, now and after any later crawl; the tombstones, the address's own first."""
    articles = [history.revisions[-1].id for history in history_of(store, url)]
    found: list[tuple[Kind, str]] = [("address", clean_address(url))]
    return _bury(store, [*found, *(("article", one) for one in articles)], now=now, why=why)


def remove_publisher(store: Store, publisher: str, *, now: datetime, why: str | None = None) -> list[Tombstone]:
    """Leave out all that a publisher ever wrote or will write."""
    return _bury(store, [("publisher", publisher)], now=now, why=why)


def restore_address(store: Store, url: str) -> list[Tombstone]:
    """Undo `remove_address`; the tombstones taken away, [] where none stood."""
    articles = [history.revisions[-1].id for history in history_of(store, url)]
    return _raise(store, [("address", clean_address(url)), *(("article", one) for one in articles)])


def restore_publisher(store: Store, publisher: str) -> list[Tombstone]:
    """Undo `remove_publisher`; the tombstone taken away, [] where none stood."""
    return _raise(store, [("publisher", publisher)])


def tombstones(store: Store) -> list[Tombstone]:
    """Everything that is left out, in a stable order."""
    c = REMOVALS.c
    query = select(c.kind, c.value, c.removed_at, c.why).order_by(c.removed_at, c.kind, c.value)
    with store.reading.connect() as connection:
        return [Tombstone(row.kind, row.value, row.removed_at, row.why) for row in connection.execute(query)]


def _raise(store: Store, things: Iterable[tuple[Kind, str]]) -> list[Tombstone]:
    """Take tombstones away in one transaction; those that stood."""
    c = REMOVALS.c
    raised = []
    with store.engine.begin() as connection:
        alone(connection, "removals")
        for kind, value in things:
            own = (c.kind == kind) & (c.value == value)
            row = connection.execute(select(REMOVALS).where(own)).one_or_none()
            if row is not None:
                connection.execute(REMOVALS.delete().where(own))
                raised.append(Tombstone(kind, value, row.removed_at, row.why))
    return raised


def _bury(store: Store, things: Iterable[tuple[Kind, str]], *, now: datetime, why: str | None) -> list[Tombstone]:
    """Keep tombstones in one transaction; one that stands already keeps its date and reason."""
    c = REMOVALS.c
    at = now.astimezone(UTC).isoformat(timespec="seconds")
    buried = []
    with store.engine.begin() as connection:
        alone(connection, "removals")
        for kind, value in things:
            row = connection.execute(select(REMOVALS).where(c.kind == kind, c.value == value)).one_or_none()
            if row is None:
                connection.execute(REMOVALS.insert().values(kind=kind, value=value, why=why, removed_at=at))
            buried.append(Tombstone(kind, value, row.removed_at, row.why) if row else Tombstone(kind, value, at, why))
    return buried
