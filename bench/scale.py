"""Where a cluster saturates: the store's writers, the queue, and the processor under one crawl.

python -m bench.scale [--articles N]
"""

from __future__ import annotations

import argparse
import json
import os
import resource
import subprocess
import sys
import tempfile
import time
from concurrent.futures import ProcessPoolExecutor
from dataclasses import replace
from datetime import UTC, datetime
from multiprocessing import get_context
from pathlib import Path

from kalbarcrawl.items import Article, article_id
from kalbarcrawl.page import Page
from kalbarcrawl.store import store_at
from kalbarcrawl.store.visit import Visit
from tests.archives import HOST, pages_of
from tests.crawls import desk
from tests.forks import ROOT
from tests.newsroom.generated import generated
from tests.services.postgresql import PostgreSQL
from tests.services.redis import Redis

NOW = datetime(2025, 6, 5, 12, tzinfo=UTC)
JOBS = 1000
WRITERS = 2


def an_article(body: str) -> Article:
    """An article as a crawl keeps it."""
    from kalbarcrawl.extract import extract
    from kalbarcrawl.generic import undescribed
    from kalbarcrawl.refine import refine

    [(url, page)] = pages_of(generated(1))
    publisher = undescribed(url)
    found = refine(extract(Page(url, page, NOW), publisher), publisher)
    if not isinstance(found, Article):
        raise TypeError(found.outcome)
    return replace(found, body=body)


def write(folder: str, url: str, writer: int, articles: int) -> float:
    """Keep so many new articles of one publisher; the seconds that took."""
    store = store_at(Path(folder), url)
    body = "\n\n".join(generated(1)[0].paragraphs)
    first = an_article(body)
    began = time.perf_counter()
    for number in range(articles):
        address = f"{HOST}/{writer}/{number}/"
        name = f"warta{writer}"
        article = replace(first, id=article_id(name, address), publisher=name, url=address, canonical_url=address)
        store.save(article, Visit(address, "ok", status=200, bytes=50_000), run="bench", now=NOW)
    took = time.perf_counter() - began
    store.close()
    return took


def writing(folder: Path, url: str, writers: int, articles: int) -> float:
    """Articles kept a second by so many writers at once, each in a process of its own."""
    with ProcessPoolExecutor(writers, get_context("spawn")) as pool:
        done = [pool.submit(write, str(folder), url, writer, articles) for writer in range(writers)]
        return writers * articles / max(one.result() for one in done)


def stores(folder: Path, articles: int) -> dict[str, float]:
    """The store's writers, and what an article takes on disk."""
    figures: dict[str, float] = {}
    for writers in (1, WRITERS):
        place = folder / f"sqlite{writers}"
        place.mkdir()
        figures[f"sqlite_articles_a_second_{writers}_writers"] = writing(place, "", writers, articles)
    size = sum(file.stat().st_size for file in (folder / "sqlite1").glob("kalbarcrawl.sqlite*"))
    figures["sqlite_bytes_an_article"] = size / articles
    server = PostgreSQL(folder / "postgresql.log", durable=True)
    try:
        for writers in (1, WRITERS):
            url = server.database(f"bench{writers}")
            figures[f"postgresql_articles_a_second_{writers}_writers"] = writing(folder, url, writers, articles)
    finally:
        server.stop()
    return figures


def queue(folder: Path) -> dict[str, float]:
    """Jobs put into the queue and listed, a second."""
    from kalbarcrawl.jobs import Queue

    server = Redis(folder / "redis.log")
    try:
        jobs = Queue(server.url)
        began = time.perf_counter()
        jobs.add(("crawl", f"warta{number}") for number in range(JOBS))
        added = time.perf_counter()
        count = sum(1 for _ in jobs.jobs())
        listed = time.perf_counter()
        memory = jobs.redis.info("memory")["used_memory"]
    finally:
        server.stop()
    return {
        "jobs_enqueued_a_second": JOBS / (added - began),
        "jobs_listed_a_second": count / (listed - added),
        "redis_megabytes_with_them": memory / 1e6,
    }


def crawl(folder: Path, articles: int) -> dict[str, float]:
    """What one crawl of a newsroom on this machine takes of a processor, its newsroom in another process."""
    with desk(folder, articles=articles) as d:
        command = [sys.executable, "-m", "kalbarcrawl", *d.crawling()]
        before = resource.getrusage(resource.RUSAGE_CHILDREN)
        subprocess.run(command, env=os.environ | d.environment, cwd=ROOT, check=True, capture_output=True)
        after = resource.getrusage(resource.RUSAGE_CHILDREN)
        requests = len(d.newsroom.requests)
    used = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    return {"requests": requests, "requests_a_processor_second": requests / used}


def main() -> None:
    """Print the figures as JSON."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--articles", type=int, default=1000)
    articles = parser.parse_args().articles
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        folder.chmod(0o755)
        figures = stores(folder, articles) | queue(folder) | crawl(folder, articles)
    print(json.dumps({key: round(value, 1) for key, value in figures.items()}, indent=2))


if __name__ == "__main__":
    main()
