"""Which news of which publisher each destination of alerts was told, and when."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from datetime import UTC, datetime

from sqlalchemy import select

from kalbarcrawl.store.corpus import Store
from kalbarcrawl.store.engine import upsert
from kalbarcrawl.store.tables import ALERTS


def told(store: Store, destination: str) -> dict[str, dict[str, datetime]]:
    """By publisher and kind of news, when a destination was last told."""
    c = ALERTS.c
    found: dict[str, dict[str, datetime]] = defaultdict(dict)
    with store.reading.connect() as connection:
        for row in connection.execute(select(ALERTS).where(c.destination == destination)):
            found[row.publisher][row.kind] = datetime.fromisoformat(row.told_at)
    return dict(found)


def tell(store: Store, destination: str, news: Iterable[tuple[str, str]], *, now: datetime) -> None:
    """Keep that a destination was told: each piece of news as a publisher and a kind."""
    at = now.astimezone(UTC).isoformat(timespec="microseconds")
    with store.engine.begin() as connection:
        for publisher, kind in news:
            key = {"destination": destination, "publisher": publisher, "kind": kind}
            upsert(connection, ALERTS, key, {"told_at": at})
            # What a clock that ran ahead has left would come after this one day.
            c = ALERTS.c
            connection.execute(
                ALERTS.delete().where(c.destination == destination, c.publisher == publisher, c.told_at > at)
            )
