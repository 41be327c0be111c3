"""Searching the index: words, publisher, section and days, a page of hits at a time."""

from __future__ import annotations

import sqlite3
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Literal
from urllib.parse import quote

from markupsafe import Markup, escape

from kalbarcrawl.browse.words import match

Sort = Literal["best", "newest", "oldest"]
PAGE = 25
"""Hits on a page."""
LAST_PAGE = 400
"""Whoever wants more than 10,000 hits wants an export."""
COUNTED = PAGE * LAST_PAGE
"""Hits are counted to here; beyond it is said that there are more."""
PATIENCE = 10.0
"""Seconds after which a search is given up."""
SECTIONS = 200
"""Sections to choose from: the most frequent ones."""
OPEN, CLOSE = "\x02", "\x03"
"""Around what was found, in text that is not yet escaped."""
WEIGHTS = "8.0, 3.0, 1.0, 2.0, 2.0"
"""How much a word in title, description, body, authors or tags says."""


class SlowError(Exception):
    """The search took longer than patience lasts."""


@dataclass(frozen=True)
class Asked:
    """What is looked for; None and "" leave something open. Days are the newsrooms' own, both included."""

    text: str = ""
    publisher: str | None = None
    section: str | None = None
    since: str | None = None
    until: str | None = None
    sort: Sort | None = None
    page: int = 1

    @property
    def sorted_by(self) -> Sort:
        """The order: what fits best where words are asked for, else the newest."""
        return self.sort or ("best" if self.text.strip() else "newest")


@dataclass(frozen=True)
class Hit:
    """One article found."""

    id: str
    publisher: str
    section: str | None
    published_at: str | None
    revision: int
    gone_at: str | None
    title: Markup
    """With marks around what was found."""
    excerpt: Markup


@dataclass(frozen=True)
class Found:
    """A page of hits."""

    hits: tuple[Hit, ...]
    total: int
    more: bool
    """Whether there are more than `total`."""

    @property
    def pages(self) -> int:
        """How many pages may be turned."""
        return -(-self.total // PAGE)


@dataclass(frozen=True)
class Contents:
    """What the index holds."""

    articles: int
    refreshed_at: str | None
    publishers: tuple[tuple[str, int], ...]
    """Names with their number of articles."""


@contextmanager
def reading(path: Path) -> Iterator[sqlite3.Connection]:
    """The index, for reading only; a search longer than PATIENCE ends in SlowError. Raises sqlite3.Error."""
    end = time.monotonic() + PATIENCE
    with closing(sqlite3.connect(f"file:{quote(str(path.resolve()))}?mode=ro", uri=True, timeout=10)) as index:
        index.row_factory = sqlite3.Row
        index.set_progress_handler(lambda: time.monotonic() > end, 1_000)
        try:
            yield index
        except sqlite3.OperationalError as error:
            if "interrupted" in str(error):
                raise SlowError(f"The search took longer than {PATIENCE:.0f} seconds.") from error
            raise


def contents(index: sqlite3.Connection) -> Contents:
    """What there is to search, publishers by name."""
    publishers = index.execute("SELECT publisher, count(*) FROM articles GROUP BY publisher ORDER BY publisher")
    refreshed = index.execute("SELECT at, articles FROM refreshed").fetchone()
    at, articles = tuple(refreshed) if refreshed else (None, 0)
    return Contents(articles, at, tuple((row[0], row[1]) for row in publishers))


def sections(index: sqlite3.Connection, publisher: str | None) -> list[str]:
    """The most frequent sections of a publisher, or of all, by name."""
    frequent = index.execute(
        """SELECT section FROM articles WHERE section IS NOT NULL AND (?1 IS NULL OR publisher = ?1)
        GROUP BY section ORDER BY count(*) DESC LIMIT ?2""",
        (publisher, SECTIONS),
    )
    return sorted((row[0] for row in frequent), key=str.casefold)


def search(index: sqlite3.Connection, asked: Asked) -> Found:
    """A page of what was asked for. Raises QueryError for words that cannot be read, SlowError."""
    words = match(asked.text)
    chosen, values = _conditions(asked, words)
    counting = f"SELECT count(*) FROM (SELECT 1 {chosen} LIMIT {COUNTED + 1})"  # noqa: S608 (words of ours only)
    total = int(index.execute(counting, values).fetchone()[0])
    by = asked.sorted_by if words or asked.sorted_by != "best" else "newest"
    order = {
        "best": f"bm25(texts, {WEIGHTS}), a.number",
        "newest": "a.at DESC, a.number DESC",
        "oldest": "a.at = '', a.at, a.number",
    }[by]
    page = f"SELECT a.number {chosen} ORDER BY {order} LIMIT {PAGE} OFFSET ?"
    numbers = [row[0] for row in index.execute(page, (*values, (asked.page - 1) * PAGE))]
    return Found(_hits(index, numbers, words), min(total, COUNTED), total > COUNTED)


def _conditions(asked: Asked, words: str) -> tuple[str, tuple[str, ...]]:
    """FROM and WHERE of what is asked for, and the values for its question marks."""
    wanted = {
        "texts MATCH ?": words,
        "a.publisher = ?": asked.publisher,
        "a.section = ?": asked.section,
        "a.day >= ?": asked.since,
        "a.day <= ?": asked.until,
    }
    chosen = {condition: value for condition, value in wanted.items() if value}
    tables = "texts CROSS JOIN articles a ON a.number = texts.rowid" if words else "articles a"
    return f"FROM {tables}{' WHERE ' if chosen else ''}{' AND '.join(chosen)}", tuple(chosen.values())


def _hits(index: sqlite3.Connection, numbers: list[int], words: str) -> tuple[Hit, ...]:
    """The articles of these numbers in their order, with what was found in them marked."""
    if words:
        query = """SELECT a.*, highlight(texts, 0, ?1, ?2) AS title, snippet(texts, 2, ?1, ?2, '…', 40) AS excerpt
            FROM texts JOIN articles a ON a.number = texts.rowid WHERE texts MATCH ?3 AND texts.rowid = ?4"""
        rows = [index.execute(query, (OPEN, CLOSE, words, number)).fetchone() for number in numbers]
    else:
        query = """SELECT a.*, texts.title AS title, substr(texts.body, 1, 260) AS excerpt
            FROM articles a JOIN texts ON texts.rowid = a.number WHERE a.number = ?"""
        rows = [index.execute(query, (number,)).fetchone() for number in numbers]
    return tuple(
        Hit(
            row["id"],
            row["publisher"],
            row["section"],
            row["published_at"],
            row["revision"],
            row["gone_at"],
            title=_marked(row["title"]),
            excerpt=_marked(_cut(row["excerpt"])),
        )
        for row in rows
        if row is not None
    )


def _cut(excerpt: str) -> str:
    """An excerpt that ends with a whole word."""
    return excerpt if len(excerpt) < 260 or OPEN in excerpt else excerpt.rpartition(" ")[0] + " …"


def _marked(text: str) -> Markup:
    """Text as HTML, escaped, with what was found in it marked."""
    return Markup(str(escape(text)).replace(OPEN, "<mark>").replace(CLOSE, "</mark>"))  # noqa: S704 (escaped just before)
