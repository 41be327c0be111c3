"""What `kalbarcrawl browse` costs: making its index, keeping it in step, and answering.

    python bench/browse.py [ARTICLES] [--keep FOLDER]

The articles are made up of a few hundred words (tests/dataset_stories.py), so that nearly every word is in nearly every
article: for ranking that is the worst case. The bare insert into FTS5 of the same texts is what the index is measured
against.
"""

from __future__ import annotations

import argparse
import sqlite3
import statistics
import tempfile
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from urllib.request import urlopen

from kalbarcrawl.browse.app import application
from kalbarcrawl.browse.index import refresh
from kalbarcrawl.browse.search import Asked, reading, search
from kalbarcrawl.browse.serving import address_of, listen, serve
from kalbarcrawl.items import Article
from kalbarcrawl.store import Store, Visit, store_at
from kalbarcrawl.store.newest import newest_texts
from kalbarcrawl.store.tables import ARTICLES, REVISIONS
from tests.dataset_stories import OUTLETS, planted, revised

TIMES = 15
ASKED = {
    "a word of one article": Asked("20000360"),
    "a word of most articles, best first": Asked("jembatan"),
    "the same, newest first": Asked("jembatan", sort="newest"),
    "the same of one publisher and month": Asked(
        "jembatan", publisher=OUTLETS[0], since="2024-03-01", until="2024-03-31"
    ),
    "three words of most articles": Asked("jembatan warga pasar"),
    "a phrase": Asked('"jembatan gantung"'),
    "a beginning": Asked("jemb*"),
    "no words, newest first": Asked(),
    "no words, one publisher and section": Asked(publisher=OUTLETS[1], section="Ekonomi"),
    "page 400 of a word of most articles": Asked("jembatan", page=400),
}


def main() -> None:
    """Print the figures."""
    parser = argparse.ArgumentParser()
    parser.add_argument("articles", nargs="?", type=int, default=100_000)
    parser.add_argument("--keep", type=Path, help="Leave the store and the index there.")
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        data = asked.keep or Path(folder)
        store = store_at(data)
        articles = [one for block in filled(store, asked.articles) for one in block]
        size = (data / "kalbarcrawl.sqlite").stat().st_size
        print(f"{len(articles):,} articles, store of {size / 1e6:,.0f} MB")
        index = data / "browse.sqlite"
        plain = timed("bare insert into FTS5", len(articles), lambda: bare(store, articles, data / "bare.sqlite"))
        made = timed("the index, from nothing", len(articles), lambda: refreshed(store, index))
        print(f"    {made / plain:.2f} times the bare insert, {index.stat().st_size / 1e6:,.0f} MB")
        timed("again, nothing new", len(articles), lambda: refreshed(store, index))
        changed = [revised(one) for one in articles[:: len(articles) // 100]]
        for one in changed:
            store.save(one, Visit(one.url, "ok"), run="later", now=datetime.now(UTC))
        timed("again, 100 changed", len(articles), lambda: refreshed(store, index))
        searches(index)
        pages(store, index)
        store.close()


def filled(store: Store, count: int) -> Iterator[list[Article]]:
    """Made-up articles, put into the store in bulk."""
    for first in range(0, count, 10_000):
        articles, _ = planted(min(10_000, count - first), first=first)
        unique = list({one.id: replace(one, revision=1) for one in articles}.values())
        with store.engine.begin() as connection:
            more = {"gone_at": None, "run": "bench"}
            rows = [vars(one) | more | {"content_hash": one.content_hash, "record": one.to_json()} for one in unique]
            for table in (ARTICLES, REVISIONS):
                names = table.columns.keys()
                connection.execute(table.insert(), [{name: row[name] for name in names} for row in rows])
        yield unique


def bare(store: Store, articles: list[Article], path: Path) -> None:
    """The least a full-text index does: read the texts, put them into FTS5."""
    path.unlink(missing_ok=True)
    index = sqlite3.connect(path)
    index.execute("CREATE VIRTUAL TABLE texts USING fts5(title, body, tokenize = 'unicode61 remove_diacritics 2')")
    for first in range(0, len(articles), 500):
        texts = newest_texts(store, [one.id for one in articles[first : first + 500]])
        index.executemany("INSERT INTO texts VALUES (?, ?)", [(one.title, one.body) for one in texts])
    index.commit()
    index.close()
    path.unlink()


def refreshed(store: Store, index: Path) -> None:
    """The index brought up to date."""
    refresh(store, index, now=datetime.now(UTC))


def timed(name: str, rows: int, work: Callable[[], None]) -> float:
    """Run something once and print how long it took."""
    begun = time.perf_counter()
    work()
    seconds = time.perf_counter() - begun
    print(f"{name:40} {seconds:8.2f} s {rows / seconds:10,.0f} articles/s")
    return seconds


def searches(index: Path) -> None:
    """The median and the longest of some searches of each kind."""
    print(f"\n{'search':40} {'hits':>8} {'median':>9} {'longest':>9}")
    for name, asked in ASKED.items():
        times = []
        for _ in range(TIMES):
            begun = time.perf_counter()
            with reading(index) as connection:
                found = search(connection, asked)
            times.append(1000 * (time.perf_counter() - begun))
        hits = f"{found.total:,}{'+' if found.more else ''}"
        print(f"{name:40} {hits:>8} {statistics.median(times):6.1f} ms {max(times):6.1f} ms")


def pages(store: Store, index: Path) -> None:
    """The same over HTTP, whole pages."""
    with reading(index) as connection:
        hit = search(connection, Asked("20000360")).hits[0]
    print(f"\n{'page':40} {'':8} {'median':>9} {'longest':>9}")
    with served(store, index) as address:
        paths = {"the first page": "", "a search": "?q=jembatan+pasar", "an article": f"article/{hit.id}"}
        for name, path in paths.items():
            times = []
            for _ in range(TIMES):
                begun = time.perf_counter()
                with urlopen(address + path) as answer:
                    answer.read()
                times.append(1000 * (time.perf_counter() - begun))
            print(f"{name:40} {'':8} {statistics.median(times):6.1f} ms {max(times):6.1f} ms")


@contextmanager
def served(store: Store, index: Path) -> Iterator[str]:
    """The application on a port of its own, for as long as the process runs."""
    opened = listen("127.0.0.1", 0)
    app = application(store, index, {}, "127.0.0.1")
    threading.Thread(target=serve, args=(app, opened), daemon=True).start()
    yield address_of(opened)


if __name__ == "__main__":
    main()
