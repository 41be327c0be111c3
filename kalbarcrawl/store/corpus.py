"""The corpus on disk: articles with their revisions, addresses visited, what listings last said, who crawls whom."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, func, select

from kalbarcrawl.items import Article, Link
from kalbarcrawl.store.drops import keep_drops
from kalbarcrawl.store.engine import alone, opened, upsert
from kalbarcrawl.store.measures import Measures, keep, thin
from kalbarcrawl.store.owner import is_dead, this_process
from kalbarcrawl.store.revisit import Rechecks, believable, moment, next_look
from kalbarcrawl.store.tables import ADDRESSES, ARTICLES, CAPTURES, LISTINGS, LOCKS, REVISIONS, RUNS
from kalbarcrawl.store.visit import GOOD, Visit

LOCK_LASTS = timedelta(minutes=10)
"""A crawl that has not renewed its lock for so long is taken for dead."""


@dataclass(frozen=True)
class Known:
    """What the store knows of an article's address."""

    outcome: str
    visited_at: datetime
    modified: datetime | None
    unchanged: int
    next_look: datetime | None
    article: str | None

    def is_due(self, told: datetime | None, now: datetime) -> bool:
        """Whether to look again: its time has come, or a listing told of a change that can be believed."""
        if self.next_look is not None and self.next_look <= now:
            return True
        return told is not None and believable(told, self.modified, self.visited_at, self.unchanged, now)


@dataclass(frozen=True)
class Validators:
    """What a listing's last answer gave to ask conditionally with."""

    etag: str | None = None
    last_modified: str | None = None


def store_at(data: Path, url: str | None = None, *, rechecks: Rechecks | None = None, reading: bool = False) -> Store:
    """The store in a data folder (made where it is missing), or the one a SQLAlchemy URL names."""
    if not url:
        data.mkdir(parents=True, exist_ok=True)
        url = f"sqlite:///{data / 'kalbarcrawl.sqlite'}"
    return Store(url, rechecks=rechecks, reading=reading)


class Store:
    """Articles and visits in SQL. Every public method is one transaction, so a kill leaves all of it or none."""

    def __init__(self, url: str, *, rechecks: Rechecks | None = None, reading: bool = False) -> None:
        """Open the store at a SQLAlchemy URL, only to be read where so asked; tables that are missing are made."""
        self.engine = opened(url, reading=reading)
        self.reading = self.engine.execution_options(reading=True)
        self.rechecks = rechecks or Rechecks()

    def close(self) -> None:
        """Let go of the database."""
        self.engine.dispose()

    # -- articles and addresses

    def save(
        self, article: Article, visit: Visit, *, run: str, now: datetime, modified: datetime | None = None
    ) -> tuple[str, Article]:
        """Keep an article and that its address was visited; "ok", "changed" or "unchanged", and the article as kept.

        A text that differs from the newest revision becomes one more. `modified` is the change the listing told of.
        """
        with self.engine.begin() as connection:
            alone(connection, article.publisher)
            row = connection.execute(select(ARTICLES).where(ARTICLES.c.id == article.id)).one_or_none()
            if row is None:
                outcome, kept = "ok", replace(article, revision=1)
            elif row.content_hash != article.content_hash:
                outcome, kept = "changed", replace(article, revision=row.revision + 1)
            else:
                outcome, kept = "unchanged", replace(article, revision=row.revision)
            self._keep(connection, kept, known=row is not None, again=outcome == "unchanged", run=run)
            if outcome != "unchanged":
                _capture(connection, kept, visit, re_extracted=False)
                keep_drops(connection, kept, visit, _text(now))
            own = moment(kept.modified_at) or moment(kept.published_at)
            self._visit(
                connection,
                kept.publisher,
                replace(visit, outcome=outcome),
                now=now,
                modified=max(filter(None, (modified, own)), default=None),
                published=moment(kept.published_at),
                article=kept.id,
            )
        return outcome, kept

    def re_extracted(self, article: Article, visit: Visit, *, run: str, now: datetime) -> str:
        """Keep what today's rules read off an archived page, as one more revision; when to look again stays as it was.

        "known" where that text is kept, "older" where a newer page was read since: so doing it twice changes nothing.
        """
        with self.engine.begin() as connection:
            alone(connection, article.publisher)
            row = connection.execute(select(ARTICLES).where(ARTICLES.c.id == article.id)).one_or_none()
            if row is not None:
                if row.content_hash == article.content_hash:
                    return "known"
                if datetime.fromisoformat(row.crawled_at) > datetime.fromisoformat(article.crawled_at):
                    return "older"
            kept = replace(article, revision=row.revision + 1 if row is not None else 1)
            self._keep(connection, kept, known=row is not None, again=False, run=run)
            _capture(connection, kept, visit, re_extracted=True)
            c = ADDRESSES.c
            seen = select(c.url).where(c.publisher == kept.publisher, c.url == kept.url)
            if connection.execute(seen).first() is None:
                found = replace(visit, outcome="changed" if row is not None else "ok")
                # Visited at its capture and long past any recheck: a crawl looks again when a listing says so.
                old = datetime.min.replace(tzinfo=UTC)
                self._visit(connection, kept.publisher, found, now=now, published=old, article=kept.id)
        return "ok" if row is None else "changed"

    def visited(
        self,
        publisher: str,
        visit: Visit,
        *,
        now: datetime,
        modified: datetime | None = None,
        article: str | None = None,
    ) -> Visit:
        """Keep that an address was visited and gave no new text; the visit as kept.

        "not_found" at the address of a kept article becomes "gone": the article is marked, its text stays.
        """
        with self.engine.begin() as connection:
            alone(connection, publisher)
            if visit.outcome == "not_found":
                owned = select(ARTICLES.c.id).where(ARTICLES.c.publisher == publisher, ARTICLES.c.url == visit.url)
                kept = connection.execute(owned).scalar()
                if kept is not None:
                    visit, article = replace(visit, outcome="gone"), kept
                    gone = ARTICLES.update().where(ARTICLES.c.id == kept, ARTICLES.c.gone_at.is_(None))
                    connection.execute(gone.values(gone_at=_text(now)))
            self._visit(connection, publisher, visit, now=now, modified=modified, article=article)
        return visit

    def known(self, publisher: str, url: str) -> Known | None:
        """What is known of an address; None where it was never visited."""
        c = ADDRESSES.c
        with self.reading.connect() as connection:
            row = connection.execute(select(ADDRESSES).where(c.publisher == publisher, c.url == url)).one_or_none()
        if row is None:
            return None
        return Known(
            outcome=row.outcome,
            visited_at=datetime.fromisoformat(row.visited_at),
            modified=moment(row.modified),
            unchanged=row.unchanged,
            next_look=moment(row.next_look),
            article=row.article,
        )

    def told(self, publisher: str, url: str, modified: datetime) -> None:
        """Keep that a listing dates an address's last change so, without a visit."""
        c = ADDRESSES.c
        with self.engine.begin() as connection:
            connection.execute(
                ADDRESSES.update().where(c.publisher == publisher, c.url == url).values(modified=_text(modified))
            )

    def due(self, publisher: str, now: datetime) -> list[Link]:
        """The addresses to look at again by now, the longest due first."""
        c = ADDRESSES.c
        query = select(c.url, c.source).where(c.publisher == publisher, c.next_look <= _text(now)).order_by(c.next_look)
        with self.reading.connect() as connection:
            return [Link(row.url, source=row.source) for row in connection.execute(query)]

    def visits_since(self, publisher: str, moment: datetime) -> int:
        """How many addresses of a publisher, listings among them, were last visited since then."""
        with self.reading.connect() as connection:
            return sum(
                connection.execute(
                    select(func.count()).where(table.c.publisher == publisher, table.c.visited_at >= _text(moment))
                ).scalar_one()
                for table in (ADDRESSES, LISTINGS)
            )

    def address_of(self, article: str) -> str | None:
        """The address an article is kept under; None where it is not kept."""
        with self.reading.connect() as connection:
            return connection.execute(select(ARTICLES.c.url).where(ARTICLES.c.id == article)).scalar()

    # -- listings

    def validators(self, publisher: str, url: str) -> Validators:
        """What to ask a listing conditionally with."""
        c = LISTINGS.c
        query = select(c.etag, c.last_modified).where(c.publisher == publisher, c.url == url)
        with self.reading.connect() as connection:
            row = connection.execute(query).one_or_none()
        return Validators(*row) if row else Validators()

    def listed(self, publisher: str, visit: Visit, *, now: datetime) -> None:
        """Keep how the visit to a listing ended; its validators stay as they were."""
        values = {"outcome": visit.outcome, "error": visit.error, "visited_at": _text(now)}
        with self.engine.begin() as connection:
            upsert(connection, LISTINGS, {"publisher": publisher, "url": visit.url}, values)

    def last_look(self, publisher: str, listing: str) -> datetime | None:
        """When a listing was last read without a fault."""
        c = LISTINGS.c
        query = select(c.visited_at).where(c.publisher == publisher, c.url == listing, c.outcome.in_(GOOD))
        with self.reading.connect() as connection:
            return moment(connection.execute(query).scalar())

    def trust(self, publisher: str, validators: dict[str, Validators]) -> None:
        """Keep listings' validators by address, once all they listed was visited: from then on a 304 hides it."""
        with self.engine.begin() as connection:
            for url, found in validators.items():
                c = LISTINGS.c
                connection.execute(
                    LISTINGS.update()
                    .where(c.publisher == publisher, c.url == url)
                    .values(etag=found.etag, last_modified=found.last_modified)
                )

    # -- runs and locks

    def begin(self, run: str, publisher: str, *, now: datetime) -> None:
        """Note that a crawl of a publisher has begun."""
        with self.engine.begin() as connection:
            connection.execute(RUNS.insert().values(run=run, publisher=publisher, started_at=_text(now)))

    def finish(
        self, run: str, publisher: str, *, now: datetime, complete: bool | None, measures: Measures | None = None
    ) -> None:
        """Note that a crawl has ended, its articles written out, whether it visited all listed, what it measured."""
        values = {"finished_at": _text(now), "complete": None if complete is None else int(complete)}
        with self.engine.begin() as connection:
            if measures is not None:
                keep(connection, measures)
                thin(connection, publisher, now)
            connection.execute(RUNS.update().where(RUNS.c.run == run, RUNS.c.publisher == publisher).values(values))

    def caught_up(self, publisher: str) -> bool:
        """Whether the last crawl of a publisher's listings visited all they listed."""
        c = RUNS.c
        query = select(c.complete).where(c.publisher == publisher, c.complete.is_not(None))
        with self.reading.connect() as connection:
            return connection.execute(query.order_by(c.started_at.desc()).limit(1)).scalar() == 1

    def first_run(self, publisher: str) -> datetime | None:
        """When a publisher was first crawled."""
        with self.reading.connect() as connection:
            query = select(func.min(RUNS.c.started_at)).where(RUNS.c.publisher == publisher)
            return moment(connection.execute(query).scalar())

    def unfinished(self, publisher: str) -> list[str]:
        """The runs of a publisher that were begun and not finished."""
        c = RUNS.c
        query = select(c.run).where(c.publisher == publisher, c.finished_at.is_(None)).order_by(c.started_at)
        with self.reading.connect() as connection:
            return list(connection.execute(query).scalars())

    def lines_of(self, run: str, publisher: str) -> Iterator[str]:
        """The records a run found, new articles and new revisions, as lines of JSON in the order they were kept."""
        c = REVISIONS.c
        query = select(c.record).where(c.run == run, c.publisher == publisher).order_by(c.crawled_at, c.id, c.revision)
        with self.reading.connect().execution_options(yield_per=500) as connection:
            yield from connection.execute(query).scalars()

    def runs(self) -> Iterator[tuple[str, str, str, str | None]]:
        """Every crawl: its run, the publisher, when it began, when it ended (None where it was killed)."""
        c = RUNS.c
        query = select(c.run, c.publisher, c.started_at, c.finished_at).order_by(c.started_at, c.run, c.publisher)
        with self.reading.connect() as connection:
            yield from connection.execute(query)

    def records(self, publishers: Sequence[str] = (), *, every_revision: bool = False) -> Iterator[str]:
        """The records kept, as lines of JSON: the newest text of each article, or all; of these publishers, or all."""
        c = REVISIONS.c
        query = select(c.record).order_by(c.id, c.revision)
        if not every_revision:
            newest = (ARTICLES.c.id == c.id) & (ARTICLES.c.revision == c.revision)
            query = query.join(ARTICLES, newest)
        if publishers:
            query = query.where(c.publisher.in_(publishers))
        with self.reading.connect().execution_options(yield_per=500) as connection:
            yield from connection.execute(query).scalars()

    def lock(self, publisher: str, *, now: datetime) -> str | None:
        """Take (or renew) the lock on a publisher for this process; None when it is ours, else who holds it.

        The lock of a process of this machine that is no longer alive is taken over at once, others when they expire.
        """
        owner = this_process()
        values = {"owner": owner, "expires_at": _text(now + LOCK_LASTS)}
        c = LOCKS.c
        with self.engine.begin() as connection:
            alone(connection, publisher)
            row = connection.execute(select(LOCKS).where(c.publisher == publisher)).one_or_none()
            held = row is not None and row.owner != owner and row.expires_at > _text(now) and not is_dead(row.owner)
            if row is not None and held:
                return str(row.owner)
            upsert(connection, LOCKS, {"publisher": publisher}, values)
        return None

    def unlock(self, publisher: str) -> None:
        """Give the lock back, where it is ours."""
        with self.engine.begin() as connection:
            connection.execute(LOCKS.delete().where(LOCKS.c.publisher == publisher, LOCKS.c.owner == this_process()))

    # -- inside a transaction

    def _keep(self, connection: Connection, kept: Article, *, known: bool, again: bool, run: str) -> None:
        values = {
            "publisher": kept.publisher,
            "url": kept.url,
            "canonical_url": kept.canonical_url,
            "published_at": kept.published_at,
            "revision": kept.revision,
            "content_hash": kept.content_hash,
            "crawled_at": kept.crawled_at,
            "gone_at": None,
        }
        if known:
            connection.execute(ARTICLES.update().where(ARTICLES.c.id == kept.id).values(values))
        else:
            connection.execute(ARTICLES.insert().values(id=kept.id, **values))
        if not again:
            connection.execute(
                REVISIONS.insert().values(
                    id=kept.id,
                    revision=kept.revision,
                    publisher=kept.publisher,
                    content_hash=kept.content_hash,
                    record=kept.to_json(),
                    crawled_at=kept.crawled_at,
                    run=run,
                )
            )

    def _visit(
        self,
        connection: Connection,
        publisher: str,
        visit: Visit,
        *,
        now: datetime,
        modified: datetime | None = None,
        published: datetime | None = None,
        article: str | None = None,
    ) -> None:
        c = ADDRESSES.c
        last = connection.execute(select(ADDRESSES).where(c.publisher == publisher, c.url == visit.url)).one_or_none()
        alike = last is not None and (last.outcome in GOOD) == (visit.outcome in GOOD)
        looks = last.looks + 1 if last is not None and alike else 1
        unchanged = (last.unchanged if last is not None else 0) + 1 if visit.outcome == "unchanged" else 0
        newest = max(filter(None, (modified, moment(last.modified) if last is not None else None)), default=None)
        again = next_look(visit.outcome, looks, now, published=published, rechecks=self.rechecks)
        values = {
            "outcome": visit.outcome,
            "status": visit.status,
            "error": visit.error,
            "bytes": visit.bytes,
            "milliseconds": visit.milliseconds,
            "source": visit.source,
            "visited_at": _text(now),
            "looks": looks,
            "unchanged": unchanged,
            "modified": _text(newest) if newest else None,
            "next_look": _text(again) if again else None,
            "article": article or (last.article if last is not None else None),
        }
        upsert(connection, ADDRESSES, {"publisher": publisher, "url": visit.url}, values)


def _capture(connection: Connection, kept: Article, visit: Visit, *, re_extracted: bool) -> None:
    if visit.archived:
        file, offset = visit.archived
        values: dict[str, Any] = {"file": file, "offset": offset, "re_extracted": int(re_extracted)}
        upsert(connection, CAPTURES, {"id": kept.id, "revision": kept.revision}, values)


def _text(moment: datetime) -> str:
    return moment.astimezone(UTC).isoformat(timespec="microseconds")
