"""How many articles each publisher has, and of which days."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from sqlalchemy import func, select

from kalbarcrawl.store.corpus import Store
from kalbarcrawl.store.tables import ARTICLES, REVISIONS


@dataclass(frozen=True)
class Tally:
    """What is kept of one publisher."""

    articles: int
    revisions: int
    gone: int
    """Articles whose pages are gone from the web."""
    days: Mapping[str, int]
    """Articles by the day they were published, from the first day that was asked for."""


def tallies(store: Store, since: date) -> dict[str, Tally]:
    """What is kept of each publisher; days are the newsrooms' own."""
    a, r = ARTICLES.c, REVISIONS.c
    days: dict[str, Counter[str]] = defaultdict(Counter)
    day = func.substr(a.published_at, 1, 10)
    recent = select(a.publisher, day.label("day"), func.count().label("number"))
    recent = recent.where(a.published_at >= since.isoformat()).group_by(a.publisher, day)
    kept = select(a.publisher, func.count().label("number"), func.count(a.gone_at).label("gone")).group_by(a.publisher)
    texts = select(r.publisher, func.count().label("number")).group_by(r.publisher)
    with store.reading.connect() as connection:
        for row in connection.execute(recent):
            days[row.publisher][row.day] = row.number
        revisions = {row.publisher: row.number for row in connection.execute(texts)}
        return {
            row.publisher: Tally(row.number, revisions.get(row.publisher, 0), row.gone, dict(days[row.publisher]))
            for row in connection.execute(kept)
        }
