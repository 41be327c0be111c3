"""The lines that were taken off the newest articles of each publisher, and by which rule: an over-eager one shows."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING

from sqlalchemy import Connection, select

from kalbarcrawl.items import Article
from kalbarcrawl.store.engine import upsert
from kalbarcrawl.store.tables import DROPS, REVISIONS
from kalbarcrawl.store.visit import Visit

if TYPE_CHECKING:
    from kalbarcrawl.store.corpus import Store

NEWEST = 20
"""Articles of a publisher whose dropped lines are kept: `inspect` and the archives explain all others."""
MOST_LINES = 200
LONGEST = 500
"""Characters of a line that are kept: enough to know it by."""


@dataclass(frozen=True)
class Dropped:
    """What was taken off one article."""

    article: Article
    """The revision it was taken off."""
    lines: tuple[tuple[str, str], ...]
    """(line, name of the rule), in the order of the page; the first MOST_LINES, each cut at LONGEST."""
    count: int
    """How many there were in all."""


def keep_drops(connection: Connection, article: Article, visit: Visit, at: str) -> None:
    """Keep the lines taken off the article a visit gave, and forget those of all but the newest of its publisher."""
    if visit.dropped is None:
        return
    lines = [[line[:LONGEST], rule] for line, rule in visit.dropped[:MOST_LINES]]
    values = {
        "publisher": article.publisher,
        "revision": article.revision,
        "kept_at": at,
        "lines": json.dumps(lines, ensure_ascii=False),
        "count": len(visit.dropped),
    }
    upsert(connection, DROPS, {"article": article.id}, values)
    c = DROPS.c
    own = select(c.kept_at).where(c.publisher == article.publisher)
    last = connection.execute(own.order_by(c.kept_at.desc()).offset(NEWEST).limit(1)).scalar()
    if last is not None:
        connection.execute(DROPS.delete().where(c.publisher == article.publisher, c.kept_at <= last))


def newest_drops(store: Store, publisher: str) -> list[Dropped]:
    """The newest articles of a publisher with what was taken off them, the newest first."""
    from kalbarcrawl.store.corpus import revision_from

    c, r = DROPS.c, REVISIONS.c
    query = select(r.record, c.lines, c.count.label("all")).join(
        REVISIONS, (r.id == c.article) & (r.revision == c.revision)
    )
    query = query.where(c.publisher == publisher).order_by(c.kept_at.desc())
    with store.reading.connect() as connection:
        rows = connection.execute(query).all()
    return [
        Dropped(revision_from(row.record), tuple((line, rule) for line, rule in json.loads(row.lines)), row.all)
        for row in rows
    ]
