"""The newest text of each article, for whoever keeps something of his own in step with the store."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from sqlalchemy import select

from kalbarcrawl.items import Article, article_from
from kalbarcrawl.store.corpus import Store
from kalbarcrawl.store.tables import ARTICLES, REVISIONS


@dataclass(frozen=True)
class Kept:
    """An article without its text."""

    id: str
    publisher: str
    content_hash: str
    """Of its newest text."""
    gone_at: str | None


def newest(store: Store) -> Iterator[Kept]:
    """Every article, in no order."""
    c = ARTICLES.c
    with store.reading.connect().execution_options(yield_per=5_000) as connection:
        for row in connection.execute(select(c.id, c.publisher, c.content_hash, c.gone_at)):
            yield Kept(row.id, row.publisher, row.content_hash, row.gone_at)


def newest_texts(store: Store, articles: Sequence[str]) -> list[Article]:
    """The newest revisions of these articles (some hundreds at a time), in no order; what is not kept is left out."""
    a, r = ARTICLES.c, REVISIONS.c
    joined = select(r.record).join(ARTICLES, (a.id == r.id) & (a.revision == r.revision))
    with store.reading.connect() as connection:
        records = connection.execute(joined.where(a.id.in_(articles))).scalars()
        return [article_from(json.loads(record)) for record in records]
