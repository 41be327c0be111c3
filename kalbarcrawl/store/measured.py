"""What the runs before measured, read back: the ground that health, report and alerts stand on."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from datetime import UTC, datetime

from sqlalchemy import and_, func, or_, select

from kalbarcrawl.store.corpus import Store
from kalbarcrawl.store.measures import PAST, Measures, measures_from
from kalbarcrawl.store.tables import MEASURES, RUNS

NEWEST = 50
"""So many of a publisher's newest runs are read whole, ..."""
A_DAY = 3
"""... of the runs before them the few of each day that read most articles: a fault of months ago keeps its before, and
reading stays cheap however often a newsroom is crawled."""


def measures_of(store: Store, *, since: datetime | None = None, publisher: str | None = None) -> Iterator[Measures]:
    """What every run measured, of all kinds, oldest first; those begun since then, of one publisher, where so asked."""
    c = MEASURES.c
    query = select(c.record).order_by(c.started_at, c.publisher)
    if since is not None:
        query = query.where(c.started_at >= _utc(since))
    if publisher is not None:
        query = query.where(c.publisher == publisher)
    with store.reading.connect() as connection:
        for record in connection.execute(query).scalars():
            yield measures_from(record)


def recent(store: Store, now: datetime, publisher: str | None = None) -> dict[str, Sequence[Measures]]:
    """By publisher, the runs of listings that tell how it is and how it used to be, newest last.

    The `NEWEST` runs, and of each day of the `PAST` before them the `A_DAY` that read most articles.
    """
    c = MEASURES.c
    age = func.row_number().over(partition_by=c.publisher, order_by=c.started_at.desc())
    day = func.substr(c.started_at, 1, 10)
    rank = func.row_number().over(partition_by=(c.publisher, day), order_by=(c.articles.desc(), c.started_at))
    query = select(c.run, c.publisher, age.label("age"), rank.label("rank"))
    query = query.where(c.kind == "latest", c.started_at >= _utc(now - PAST))
    if publisher is not None:
        query = query.where(c.publisher == publisher)
    ranked = query.subquery()
    # Ranked without their records, which are the most of a row.
    chosen = select(c.publisher, c.record).join(ranked, and_(ranked.c.run == c.run, ranked.c.publisher == c.publisher))
    wanted = or_(ranked.c.age <= NEWEST, ranked.c.rank <= A_DAY)
    found: dict[str, list[Measures]] = defaultdict(list)
    with store.reading.connect() as connection:
        for row in connection.execute(chosen.where(wanted).order_by(c.started_at)):
            found[row.publisher].append(measures_from(row.record))
    return dict(found)


def latest(store: Store) -> Iterator[Measures]:
    """The last run of each publisher that read its listings."""
    c = MEASURES.c
    newest = select(c.publisher, func.max(c.started_at).label("at")).where(c.kind == "latest").group_by(c.publisher)
    last = newest.subquery()
    same = and_(c.publisher == last.c.publisher, c.started_at == last.c.at)
    with store.reading.connect() as connection:
        for record in connection.execute(select(c.record).join(last, same).order_by(c.publisher)).scalars():
            yield measures_from(record)


def unmeasured(store: Store) -> dict[str, Sequence[str]]:
    """By publisher, when the runs began that no measures are kept of and none that are kept came after, oldest first.

    They were killed, except one that goes on; of a publisher without any measures, only runs that have no end count.
    """
    m = MEASURES.c
    newest = select(m.publisher, func.max(m.started_at).label("at")).group_by(m.publisher).subquery()
    query = select(RUNS.c.publisher, RUNS.c.started_at).outerjoin(newest, newest.c.publisher == RUNS.c.publisher)
    later = or_(RUNS.c.started_at > newest.c.at, and_(newest.c.at.is_(None), RUNS.c.finished_at.is_(None)))
    found: dict[str, list[str]] = defaultdict(list)
    with store.reading.connect() as connection:
        for row in connection.execute(query.where(later).order_by(RUNS.c.started_at)):
            found[row.publisher].append(row.started_at)
    return dict(found)


def _utc(moment: datetime) -> str:
    return moment.astimezone(UTC).isoformat(timespec="microseconds")
