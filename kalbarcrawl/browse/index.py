"""The index: a file of SQLite beside the store that holds the newest text of each article for full-text search.

It is made from the store and can be thrown away at any time. Bringing it up to date reads what is new and changed only;
every batch is a transaction, so that a kill leaves an index that the next run completes.
"""

from __future__ import annotations

import sqlite3
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from kalbarcrawl.items import Article
from kalbarcrawl.store import Store
from kalbarcrawl.store.newest import newest, newest_texts
from kalbarcrawl.store.removals import LeftOut, tombstones

OURS = 0x6B616C62
"""The application id in the file's header: what has another is not ours to write to."""
VERSION = 1
"""The index's own form; one of another version is made anew."""
BATCH = 500
"""Articles of one transaction."""
TABLES = f"""
PRAGMA application_id = {OURS};
PRAGMA user_version = {VERSION};
PRAGMA journal_mode = WAL;
CREATE TABLE articles (
    number INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, revision INTEGER NOT NULL, content_hash TEXT NOT NULL,
    publisher TEXT NOT NULL, section TEXT, day TEXT, at TEXT NOT NULL, published_at TEXT, gone_at TEXT
);
CREATE INDEX articles_by_time ON articles (at, number);
CREATE INDEX articles_by_publisher ON articles (publisher, section, at);
CREATE INDEX articles_by_section ON articles (section, at);
CREATE VIRTUAL TABLE texts USING fts5(
    title, description, body, authors, tags, tokenize = "unicode61 remove_diacritics 2"
);
CREATE TABLE refreshed (one INTEGER PRIMARY KEY CHECK (one = 1), at TEXT NOT NULL, articles INTEGER NOT NULL);
"""
Hears = Callable[[str, int, int | None], None]


class ForeignIndexError(Exception):
    """The file at the index's place is something else; the message says which."""


@dataclass(frozen=True)
class Refreshed:
    """What bringing the index up to date did."""

    added: int
    changed: int
    dropped: int
    articles: int
    """How many it holds now."""


def refresh(store: Store, path: Path, *, now: datetime, hears: Hears = lambda stage, done, total: None) -> Refreshed:
    """Bring the index at `path` up to date with the store, making it where it is missing or of an older form.

    Articles left out by request are not in it. The store is only read. Raises ForeignIndexError, sqlite3.Error.
    """
    left_out = LeftOut(tombstones(store))
    with closing(_opened(path)) as index:
        hears("looking what is new", 0, None)
        _take_stock(index, store, left_out)
        dropped = _drop(index, index.execute("SELECT id FROM articles WHERE id NOT IN (SELECT id FROM stock)"))
        index.execute("""UPDATE articles SET gone_at = (SELECT gone_at FROM stock WHERE stock.id = articles.id)
            WHERE gone_at IS NOT (SELECT gone_at FROM stock WHERE stock.id = articles.id)""")
        old = "SELECT id, 1 FROM stock JOIN articles a USING (id) WHERE a.content_hash != stock.content_hash"
        new = "SELECT id, 0 FROM stock WHERE id NOT IN (SELECT id FROM articles)"
        due = dict(index.execute(f"{old} UNION ALL {new}").fetchall())
        counts = Counter[str]()
        for begin in range(0, len(due), BATCH):
            hears("indexing articles", begin, len(due))
            articles = newest_texts(store, list(due)[begin : begin + BATCH])
            covered = [article.id for article in articles if left_out.covers(vars(article))]
            dropped += _drop(index, ((one,) for one in covered if due[one]))
            with transaction(index):
                for article in articles:
                    if article.id not in covered:
                        _put(index, article)
                        counts["changed" if due[article.id] else "added"] += 1
        if due:
            hears("indexing articles", len(due), len(due))
        held = int(index.execute("SELECT count(*) FROM articles").fetchone()[0])
        stamp = now.astimezone(UTC).isoformat(timespec="seconds")
        index.execute("INSERT OR REPLACE INTO refreshed VALUES (1, ?, ?)", (stamp, held))
    return Refreshed(added=counts["added"], changed=counts["changed"], dropped=dropped, articles=held)


@contextmanager
def transaction(index: sqlite3.Connection) -> Iterator[None]:
    """All of a block's writes or none of them."""
    index.execute("BEGIN IMMEDIATE")
    try:
        yield
    except BaseException:
        index.execute("ROLLBACK")
        raise
    index.execute("COMMIT")


def _opened(path: Path) -> sqlite3.Connection:
    path.parent.mkdir(parents=True, exist_ok=True)
    index = sqlite3.connect(path, timeout=60, isolation_level=None)
    try:
        if _form(index, path) != VERSION:
            index.close()
            for end in ("", "-wal", "-shm"):
                path.with_name(path.name + end).unlink(missing_ok=True)
            index = sqlite3.connect(path, timeout=60, isolation_level=None)
            index.executescript(TABLES)
        # In WAL mode a power cut then costs the last batches at most, which are made again from the store.
        index.execute("PRAGMA synchronous = NORMAL")
    except BaseException:
        index.close()
        raise
    return index


def _form(index: sqlite3.Connection, path: Path) -> int:
    """The form of the index in a file, 0 for an empty file. Raises ForeignIndexError for one that is no index."""
    foreign = ForeignIndexError(f"{path} is no index of ours: move it, or name another place with --index")
    try:
        owner = index.execute("PRAGMA application_id").fetchone()[0]
        tables = index.execute("SELECT count(*) FROM sqlite_master").fetchone()[0]
    except sqlite3.DatabaseError as error:
        if isinstance(error, sqlite3.OperationalError):
            raise
        raise foreign from error
    if owner != OURS and tables:
        raise foreign
    return int(index.execute("PRAGMA user_version").fetchone()[0]) if tables else 0


def _take_stock(index: sqlite3.Connection, store: Store, left_out: LeftOut) -> None:
    """What the store holds and may be shown, without texts, into a table of this connection's own."""
    index.execute("CREATE TEMP TABLE stock (id TEXT PRIMARY KEY, content_hash TEXT, gone_at TEXT) WITHOUT ROWID")
    rows = (
        (one.id, one.content_hash, one.gone_at)
        for one in newest(store)
        # Addresses are asked about when a text is read: whoever removes one buries the article kept there as well.
        if not left_out.covers({"id": one.id, "publisher": one.publisher, "url": None})
    )
    with transaction(index):
        index.executemany("INSERT INTO temp.stock VALUES (?, ?, ?)", rows)


def _drop(index: sqlite3.Connection, articles: Iterable[tuple[str]]) -> int:
    """Take articles out; how many."""
    ids = list(articles)
    for begin in range(0, len(ids), BATCH):
        with transaction(index):
            some = ids[begin : begin + BATCH]
            index.executemany("DELETE FROM texts WHERE rowid = (SELECT number FROM articles WHERE id = ?)", some)
            index.executemany("DELETE FROM articles WHERE id = ?", some)
    return len(ids)


def _put(index: sqlite3.Connection, article: Article) -> None:
    """Index one article, in the place of what was indexed of it before."""
    before = index.execute("SELECT number FROM articles WHERE id = ?", (article.id,)).fetchone()
    if before:
        index.execute("DELETE FROM texts WHERE rowid = ?", before)
    published = article.published_at
    values = (
        *(article.revision, article.content_hash, article.publisher, article.section),
        *(published[:10] if published else None, _instant(published), published),
    )
    number = index.execute(
        """INSERT INTO articles (number, id, revision, content_hash, publisher, section, day, at, published_at, gone_at)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, (SELECT gone_at FROM stock WHERE id = ?))
        ON CONFLICT (id) DO UPDATE SET revision = excluded.revision, content_hash = excluded.content_hash,
            publisher = excluded.publisher, section = excluded.section, day = excluded.day, at = excluded.at,
            published_at = excluded.published_at, gone_at = excluded.gone_at
        RETURNING number""",
        (before[0] if before else None, article.id, *values, article.id),
    ).fetchone()[0]
    people, tags = "; ".join(article.authors), "; ".join(article.tags)
    index.execute(
        "INSERT INTO texts (rowid, title, description, body, authors, tags) VALUES (?, ?, ?, ?, ?, ?)",
        (number, article.title, article.description or "", article.body, people, tags),
    )


def _instant(published: str | None) -> str:
    """The moment in UTC, to sort by; a day is its midnight, "" stands for none."""
    if published is None:
        return ""
    found = datetime.fromisoformat(published)
    return (found if found.tzinfo else found.replace(tzinfo=UTC)).astimezone(UTC).isoformat(timespec="seconds")
