"""The lines that were taken off the newest articles of each publisher, and by which rule: an over-eager one shows."""

from __future__ import annotations

import json

from sqlalchemy import Connection, select

from kalbarcrawl.items import Article
from kalbarcrawl.store.engine import upsert
from kalbarcrawl.store.tables import DROPS
from kalbarcrawl.store.visit import Visit

NEWEST = 20
"""Articles of a publisher whose dropped lines are kept: `inspect` and the archives explain all others."""
MOST_LINES = 200
LONGEST = 500
"""Characters of a line that are kept: enough to know it by."""


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
