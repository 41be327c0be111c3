"""What the store remembers of the looks at publishers' listings: when, what came of them, and who looks now."""

from __future__ import annotations

from collections import defaultdict
from datetime import UTC, datetime

from sqlalchemy import and_, func, select

from kalbarcrawl.rhythm import WINDOW, Look, Past
from kalbarcrawl.store.corpus import Store
from kalbarcrawl.store.engine import upsert
from kalbarcrawl.store.owner import is_dead
from kalbarcrawl.store.tables import LISTINGS, LOCKS, LOOKS, REVISIONS, RUNS


def looked(store: Store, publisher: str, *, failed: bool, cut: bool) -> None:
    """Keep how a look at a publisher's listings ended: one that failed counts on, any other begins anew."""
    with store.engine.begin() as connection:
        before = select(LOOKS.c.failed).where(LOOKS.c.publisher == publisher)
        failures = (connection.execute(before).scalar() or 0) + 1 if failed else 0
        upsert(connection, LOOKS, {"publisher": publisher}, {"failed": failures, "cut": int(cut)})


def last_looks(store: Store) -> dict[str, datetime]:
    """When each publisher's listings were last looked at, whatever came of it."""
    query = select(LISTINGS.c.publisher, func.max(LISTINGS.c.visited_at)).group_by(LISTINGS.c.publisher)
    with store.reading.connect() as connection:
        return {name: datetime.fromisoformat(at) for name, at in connection.execute(query)}


def last_look(store: Store, publisher: str) -> datetime | None:
    """When a publisher's listings were last looked at; None for never."""
    query = select(func.max(LISTINGS.c.visited_at)).where(LISTINGS.c.publisher == publisher)
    with store.reading.connect() as connection:
        at = connection.execute(query).scalar()
    return datetime.fromisoformat(at) if at else None


def pasts(store: Store, now: datetime) -> dict[str, Past]:
    """The recent looks at every publisher, as far as they tell of its rhythm."""
    c, since = RUNS.c, (now - WINDOW).astimezone(UTC).isoformat(timespec="microseconds")
    first = and_(REVISIONS.c.run == c.run, REVISIONS.c.publisher == c.publisher, REVISIONS.c.revision == 1)
    found = select(func.count()).where(first).correlate(RUNS).scalar_subquery()
    query = select(c.publisher, c.started_at, c.finished_at, c.complete, found.label("new"))
    looks: dict[str, list[Look]] = defaultdict(list)
    killed = set()
    with store.reading.connect() as connection:
        for row in connection.execute(query.where(c.started_at >= since).order_by(c.started_at)):
            if row.finished_at is None:
                killed.add(row.publisher)
            elif row.complete is not None:
                looks[row.publisher].append(Look(datetime.fromisoformat(row.started_at), row.new, row.complete == 1))
        ends = {row.publisher: (row.failed, row.cut == 1) for row in connection.execute(select(LOOKS))}
    return {
        name: Past(tuple(looks[name]), *ends.get(name, (0, False)))
        if name not in killed
        else Past(tuple(looks[name]), ends.get(name, (0, False))[0], cut=True)
        for name in {*looks, *ends, *killed}
    }


def held(store: Store, now: datetime) -> set[str]:
    """The publishers that a living process is crawling."""
    c = LOCKS.c
    query = select(c.publisher, c.owner).where(c.expires_at > now.astimezone(UTC).isoformat(timespec="microseconds"))
    with store.reading.connect() as connection:
        return {row.publisher for row in connection.execute(query) if not is_dead(row.owner)}
