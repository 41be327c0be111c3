"""The store's tables, in SQL that SQLite and PostgreSQL both speak; moments are ISO 8601 strings in UTC."""

from __future__ import annotations

from sqlalchemy import BigInteger, Column, Dialect, Index, Integer, MetaData, String, Table
from sqlalchemy import Text as PlainText
from sqlalchemy.types import TypeDecorator

from kalbarcrawl.text import without_controls

METADATA = MetaData()


class Text(TypeDecorator[str]):
    """Text from outside, without what PostgreSQL refuses: what is kept and what is asked for alike."""

    impl = PlainText
    cache_ok = True

    def process_bind_param(self, value: str | None, dialect: Dialect) -> str | None:
        """The text as the database gets it."""
        return value if value is None else without_controls(value)


ARTICLES = Table(
    "articles",
    METADATA,
    Column("id", String(16), primary_key=True),
    Column("publisher", String, nullable=False),
    Column("url", Text, nullable=False),
    Column("canonical_url", Text),
    Column("published_at", String),
    Column("revision", Integer, nullable=False),
    Column("content_hash", String(64), nullable=False),
    Column("crawled_at", String, nullable=False),
    Column("gone_at", String),
    Index("articles_by_publisher", "publisher", "published_at"),
)
"""One row an article: which revision is the newest, and since when its page is gone."""

REVISIONS = Table(
    "revisions",
    METADATA,
    Column("id", String(16), primary_key=True),
    Column("revision", Integer, primary_key=True, autoincrement=False),
    Column("publisher", String, nullable=False),
    Column("content_hash", String(64), nullable=False),
    Column("record", Text, nullable=False),
    Column("crawled_at", String, nullable=False),
    Column("run", String, nullable=False),
    Index("revisions_by_run", "run", "publisher"),
)
"""Every text an article ever had: `record` is its line of JSON, whole."""

CAPTURES = Table(
    "captures",
    METADATA,
    Column("id", String(16), primary_key=True),
    Column("revision", Integer, primary_key=True, autoincrement=False),
    Column("file", Text, nullable=False),
    Column("offset", BigInteger, nullable=False),
    Column("re_extracted", Integer, nullable=False),
)
"""The archive a revision was read from, and at which byte its response begins; `re_extracted` is 1 where not by the
crawl itself but from the archive, by later rules."""

DROPS = Table(
    "drops",
    METADATA,
    Column("article", String(16), primary_key=True),
    Column("publisher", String, nullable=False),
    Column("revision", Integer, nullable=False),
    Column("kept_at", String, nullable=False),
    Column("lines", Text, nullable=False),
    Column("count", Integer, nullable=False),
    Index("drops_by_publisher", "publisher", "kept_at"),
)
"""The lines taken off the newest articles of each publisher: `lines` is JSON, a list of [line, name of the rule]."""

ADDRESSES = Table(
    "addresses",
    METADATA,
    Column("publisher", String, primary_key=True),
    Column("url", Text, primary_key=True),
    Column("outcome", String, nullable=False),
    Column("status", Integer),
    Column("error", Text),
    Column("bytes", Integer, nullable=False),
    Column("milliseconds", Integer, nullable=False),
    Column("source", Text),
    Column("visited_at", String, nullable=False),
    Column("looks", Integer, nullable=False),
    Column("unchanged", Integer, nullable=False),
    Column("modified", String),
    Column("next_look", String),
    Column("article", String(16)),
    Index("addresses_due", "publisher", "next_look"),
    Index("addresses_by_article", "article"),
)
"""How the last visit to each article's address ended.

`looks` counts the visits that ended alike, `unchanged` those in a row that found nothing new; `modified` is the newest
change a listing or the page itself told of; `next_look` when to visit it of our own accord.
"""

LISTINGS = Table(
    "listings",
    METADATA,
    Column("publisher", String, primary_key=True),
    Column("url", Text, primary_key=True),
    Column("outcome", String, nullable=False),
    Column("error", Text),
    Column("visited_at", String, nullable=False),
    Column("etag", Text),
    Column("last_modified", Text),
)
"""How the last visit to each listing ended, and the validators for a conditional request."""

RUNS = Table(
    "runs",
    METADATA,
    Column("run", String, primary_key=True),
    Column("publisher", String, primary_key=True),
    Column("started_at", String, nullable=False),
    Column("finished_at", String),
    Column("complete", Integer),
)
"""The crawls of each publisher; one that has not finished and holds no lock was killed.

`complete` is 1 where all that the listings listed was visited, 0 where not, null for a crawl of something else.
"""

LOOKS = Table(
    "looks",
    METADATA,
    Column("publisher", String, primary_key=True),
    Column("failed", Integer, nullable=False),
    Column("cut", Integer, nullable=False),
)
"""How the last look at a publisher's listings ended: `failed` counts the looks in a row that got no answer or a
refusal, `cut` is 1 where it was broken off before all that was listed had been visited."""

MEASURES = Table(
    "measures",
    METADATA,
    Column("run", String, primary_key=True),
    Column("publisher", String, primary_key=True),
    Column("kind", String, nullable=False),
    Column("started_at", String, nullable=False),
    Column("articles", Integer, nullable=False),
    Column("record", Text, nullable=False),
    Index("measures_by_publisher", "publisher", "started_at"),
)
"""What each finished run measured: `record` is its line of JSON, `articles` how many articles it read."""

LOCKS = Table(
    "locks",
    METADATA,
    Column("publisher", String, primary_key=True),
    Column("owner", String, nullable=False),
    Column("expires_at", String, nullable=False),
)
"""Who crawls a publisher now; past `expires_at` nobody does."""

REMOVALS = Table(
    "removals",
    METADATA,
    Column("kind", String, primary_key=True),
    Column("value", Text, primary_key=True),
    Column("why", Text),
    Column("removed_at", String, nullable=False),
)
"""What was asked to be left out of every dataset: `value` is an address, an article's id or a publisher's name."""

ALERTS = Table(
    "alerts",
    METADATA,
    Column("destination", String(16), primary_key=True),
    Column("publisher", String, primary_key=True),
    Column("kind", String, primary_key=True),
    Column("told_at", String, nullable=False),
)
"""Which news of a publisher's health were told where: `destination` is a hash of the address, `kind` a state and what
it concerns, or "well after" one."""
