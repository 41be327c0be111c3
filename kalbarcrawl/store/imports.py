"""Records of another store or of a dataset, brought into a store: the same ones twice change nothing."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import Any

from sqlalchemy import select

from kalbarcrawl.items import Article, article_from
from kalbarcrawl.store.corpus import Store
from kalbarcrawl.store.removals import LeftOut
from kalbarcrawl.store.tables import ARTICLES, REVISIONS
from kalbarcrawl.store.visit import Visit


def bring_in(store: Store, records: Iterable[Mapping[str, Any]], *, run: str, left_out: LeftOut) -> Counter[str]:
    """Keep what the store has not; how many were "ok" (new), "changed", "known", "older", "removed".

    "older" is a text crawled before the newest one kept: revisions are in the order of time, so it is not taken.
    Raises KeyError for a record without one of an article's fields.
    """
    counts: Counter[str] = Counter()
    for record in records:
        if left_out.covers(record):
            counts["removed"] += 1
            continue
        article = article_from(record)
        reason = _reason_against(store, article)
        if reason:
            counts[reason] += 1
            continue
        crawled = datetime.fromisoformat(article.crawled_at)
        outcome, _ = store.save(article, Visit(article.url, "ok", source="import"), run=run, now=crawled)
        counts[outcome] += 1
    return counts


def _reason_against(store: Store, article: Article) -> str | None:
    """Why a text is not taken; None where it is."""
    a, r = ARTICLES.c, REVISIONS.c
    same = select(r.revision).where(r.id == article.id, r.content_hash == article.content_hash)
    with store.reading.connect() as connection:
        if connection.execute(same).first() is not None:
            return "known"
        newest = connection.execute(select(a.crawled_at).where(a.id == article.id)).scalar()
    if newest is not None and datetime.fromisoformat(newest) > datetime.fromisoformat(article.crawled_at):
        return "older"
    return None
