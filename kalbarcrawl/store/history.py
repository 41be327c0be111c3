"""What the store remembers: revisions, lines taken off, how visits ended; and whether its own invariants hold."""

from __future__ import annotations

import difflib
import json
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from sqlalchemy import Connection, Row, and_, func, or_, select

from kalbarcrawl.addresses import clean_address
from kalbarcrawl.items import Article, article_from, article_id
from kalbarcrawl.store.corpus import Store
from kalbarcrawl.store.tables import ADDRESSES, ARTICLES, DROPS, LISTINGS, REVISIONS, RUNS


@dataclass(frozen=True)
class History:
    """An article's revisions, oldest first, and since when its page is gone."""

    revisions: tuple[Article, ...]
    gone_at: str | None


@dataclass(frozen=True)
class Ending:
    """How many addresses of a publisher ended so, and when the last of them did."""

    publisher: str
    kind: str
    """"article" or "listing"."""
    outcome: str
    count: int
    last: str


@dataclass(frozen=True)
class Dropped:
    """What was taken off one article."""

    article: Article
    """The revision it was taken off."""
    lines: tuple[tuple[str, str], ...]
    """(line, name of the rule), in the order of the page; as many and as long as `drops` keeps."""
    count: int
    """How many there were in all."""


def history_of(store: Store, url: str) -> list[History]:
    """The articles kept under an address, a canonical URL or an identifier; [] where there is none."""
    cleaned = clean_address(url)
    a, v = ARTICLES.c, ADDRESSES.c
    visited = select(v.article).where(v.url.in_([url, cleaned]), v.article.is_not(None))
    wanted = or_(a.id == url, a.url.in_([url, cleaned]), a.canonical_url.in_([url, cleaned]), a.id.in_(visited))
    with store.reading.connect() as connection:
        found = connection.execute(select(a.id, a.gone_at).where(wanted).order_by(a.publisher)).all()
        return [_history(connection, *row) for row in found]


def history_by_id(store: Store, article: str) -> History | None:
    """The revisions of the article of that identifier; None where it is not kept."""
    a = ARTICLES.c
    with store.reading.connect() as connection:
        row = connection.execute(select(a.id, a.gone_at).where(a.id == article)).one_or_none()
        return _history(connection, *row) if row is not None else None


def difference(older: Article, newer: Article) -> list[str]:
    """What changed from one text to the next, as the lines of a unified diff."""
    before, after = (f"{article.title}\n\n{article.body}".splitlines() for article in (older, newer))
    names = [f"revision {article.revision}, {article.crawled_at}" for article in (older, newer)]
    return list(difflib.unified_diff(before, after, names[0], names[1], lineterm="", n=1))


def newest_drops(store: Store, publisher: str) -> list[Dropped]:
    """The newest articles of a publisher with what was taken off them, the newest first."""
    c, r = DROPS.c, REVISIONS.c
    query = select(r.record, c.lines, c.count.label("all")).join(
        REVISIONS, (r.id == c.article) & (r.revision == c.revision)
    )
    query = query.where(c.publisher == publisher).order_by(c.kept_at.desc())
    with store.reading.connect() as connection:
        rows = connection.execute(query).all()
    return [
        Dropped(
            article_from(json.loads(row.record)), tuple((line, rule) for line, rule in json.loads(row.lines)), row.all
        )
        for row in rows
    ]


def endings(store: Store, publisher: str | None = None) -> list[Ending]:
    """How the last visits ended, by publisher: listings first, then articles by frequency."""
    found: list[Ending] = []
    with store.reading.connect() as connection:
        for kind, table in (("listing", LISTINGS), ("article", ADDRESSES)):
            c = table.c
            query = select(c.publisher, c.outcome, func.count(), func.max(c.visited_at))
            query = query.group_by(c.publisher, c.outcome)
            if publisher:
                query = query.where(c.publisher == publisher)
            for name, outcome, count, last in connection.execute(query):
                found.append(Ending(name, kind, outcome, count, last))
    return sorted(found, key=lambda one: (one.publisher, one.kind == "article", -one.count, one.outcome))


def kept(store: Store) -> dict[str, tuple[int, int]]:
    """How many articles and revisions are kept, by publisher; neither is ever deleted."""
    counted = []
    with store.reading.connect() as connection:
        for table in (ARTICLES, REVISIONS):
            query = select(table.c.publisher, func.count()).group_by(table.c.publisher)
            counted.append({row[0]: row[1] for row in connection.execute(query)})
    return {name: (count, counted[1].get(name, 0)) for name, count in counted[0].items()}


def publishers_in(store: Store) -> set[str]:
    """The publishers that were crawled, or of whom articles were brought in."""
    with store.reading.connect() as connection:
        return {
            name
            for table in (ARTICLES, RUNS)
            for name in connection.execute(select(table.c.publisher).distinct()).scalars()
        }


def arrivals(store: Store, since: datetime) -> dict[str, int]:
    """How many articles runs begun since then found that were never seen before, by publisher."""
    c, r = RUNS.c, REVISIONS.c
    new = and_(r.run == c.run, r.publisher == c.publisher, r.revision == 1)
    at = since.astimezone(UTC).isoformat(timespec="microseconds")
    query = select(c.publisher, func.count()).join(REVISIONS, new).where(c.started_at >= at).group_by(c.publisher)
    with store.reading.connect() as connection:
        return {row[0]: row[1] for row in connection.execute(query)}


def broken(store: Store) -> Iterator[str]:
    """What contradicts the store's invariants, a line each; nothing where all hold."""
    with store.reading.connect() as connection:
        if store.engine.dialect.name == "sqlite":
            damage = connection.exec_driver_sql("PRAGMA quick_check").scalars().all()
            if damage != ["ok"]:
                yield from (f"database: {line}" for line in damage)
                return
        a, r, v = ARTICLES.c, REVISIONS.c, ADDRESSES.c
        numbers = select(r.id, func.count().label("kept"), func.max(r.revision).label("newest"))
        counted = numbers.group_by(r.id).subquery()
        query = select(ARTICLES, counted.c.kept, counted.c.newest).outerjoin(counted, counted.c.id == a.id)
        for row in connection.execute(query):
            if not row.kept == row.newest == row.revision:
                yield f"article {row.id}: is at revision {row.revision}, of which {row.kept or 0} are kept"
            if row.id != article_id(row.publisher, row.canonical_url or row.url):
                yield f"article {row.id}: is not the identifier of {row.canonical_url or row.url}"
        texts = select(REVISIONS, a.revision.label("newest"), a.content_hash.label("newest_hash"))
        for row in connection.execute(texts.outerjoin(ARTICLES, a.id == r.id)):
            yield from _broken_revision(row)
        lost = select(v.url, v.article).outerjoin(ARTICLES, a.id == v.article)
        for row in connection.execute(lost.where(v.article.is_not(None), a.id.is_(None))):
            yield f"address {row.url}: names an article that is not kept, {row.article}"
        unvisited = select(a.id, a.url).outerjoin(ADDRESSES, (v.publisher == a.publisher) & (v.url == a.url))
        for row in connection.execute(unvisited.where(v.url.is_(None))):
            yield f"article {row.id}: its address was never visited, {row.url}"


def counts(store: Store) -> dict[str, int]:
    """How many articles, revisions, addresses, listings and runs are kept."""
    tables = {"articles": ARTICLES, "revisions": REVISIONS, "addresses": ADDRESSES, "listings": LISTINGS, "runs": RUNS}
    with store.reading.connect() as connection:
        return {
            name: connection.execute(select(func.count()).select_from(table)).scalar_one()
            for name, table in tables.items()
        }


def _history(connection: Connection, article: str, gone_at: str | None) -> History:
    query = select(REVISIONS.c.record).where(REVISIONS.c.id == article).order_by(REVISIONS.c.revision)
    records = connection.execute(query).scalars()
    return History(tuple(article_from(json.loads(record)) for record in records), gone_at)


def _broken_revision(row: Row[Any]) -> Iterator[str]:
    name = f"revision {row.revision} of {row.id}"
    try:
        article = article_from(json.loads(row.record))
    except (ValueError, KeyError, TypeError) as error:
        yield f"{name}: its record does not read: {error!r}"
        return
    if (article.id, article.revision, article.publisher) != (row.id, row.revision, row.publisher):
        yield f"{name}: its record says {article.revision} of {article.id}"
    if article.content_hash != row.content_hash:
        yield f"{name}: its text is not what was kept"
    if row.newest is None:
        yield f"{name}: its article is not kept"
    elif row.revision == row.newest and row.content_hash != row.newest_hash:
        yield f"{name}: is the newest, but not the text the article is said to have"
