"""Crawls run from the command line: Scrapy's process, a progress line, a stop within seconds, a summary."""

from __future__ import annotations

import asyncio
import logging
import signal
import sys
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any, TextIO, cast

import click
from rich.console import Console
from rich.live import Live
from rich.text import Text
from scrapy import signals
from scrapy.crawler import AsyncCrawlerProcess, Crawler
from scrapy.settings import Settings
from sqlalchemy.exc import SQLAlchemyError

from kalbarcrawl.generic import undescribed
from kalbarcrawl.items import Article
from kalbarcrawl.logs import say, set_up
from kalbarcrawl.publisher import Publisher
from kalbarcrawl.publishers import publisher_of
from kalbarcrawl.spiders.again import again
from kalbarcrawl.spiders.loader import spider_for
from kalbarcrawl.spiders.news import NewsSpider
from kalbarcrawl.spiders.runs import failure, store_of
from kalbarcrawl.store import MEMORY
from kalbarcrawl.store.run import BUSY, CANNOT_WRITE, DONE, clock, new_run
from kalbarcrawl.store.visit import explained

GRACE = 3.0
"""Seconds for the requests under way after the first signal; then they are cut off."""
AT_ONCE = 16
"""Publishers crawled side by side: each has its own host and its own delay."""


def crawl(
    publishers: list[Publisher],
    arguments: dict[str, Any],
    changes: dict[str, Any],
    *,
    verbose: bool = False,
    chosen: datetime | None = None,
    deadline: timedelta | None = None,
) -> int:
    """Crawl the publishers side by side and say how it went; the exit status.

    `arguments` are the spider's own, `changes` Scrapy settings that overrule all others. `chosen` is when they were
    found to be due: one that another process took since is then left to it. After `deadline` nothing begins any more.
    """
    own = {"KALBARCRAWL_RUN": new_run(clock()), "KALBARCRAWL_CHOSEN": chosen.isoformat() if chosen else ""}
    settings = settings_with(own | changes, verbose=verbose)
    if not settings["KALBARCRAWL_CONTACT"]:
        say("note: set KALBARCRAWL_CONTACT to a page or address, so that newsrooms can reach you", "note")
    try:
        store_of(settings).close()
    except (SQLAlchemyError, OSError) as error:
        # Else every publisher would say so.
        say(f"the store does not open: {failure(error, settings)}", "store_failed", level=logging.ERROR)
        return 2
    process = AsyncCrawlerProcess(settings)
    crawlers = [process.create_crawler(spider_for(publisher)) for publisher in publishers]
    stopped = _run(process, crawlers, arguments, deadline)
    spiders = [spider for crawler in crawlers if (spider := spider_in(crawler))]
    for spider in spiders:
        if spider.run is not None:
            # Cut off by a signal, it had no time to close; after a proper end this does nothing.
            spider.keep(spider.run.close, complete=False if spider.usual else None)
    # An error nobody expected, before a spider has its run, Scrapy logs and ends as if all were well.
    begun = bool(stopped) or (len(spiders) == len(crawlers) and all(one.run or one.fault for one in spiders))
    if chosen:
        spiders, others = [one for one in spiders if not is_left(one)], [one.name for one in spiders if is_left(one)]
        if others:
            say(f"left to other processes: {', '.join(others)}", "left", {"publishers": others})
    for spider in spiders:
        summarise(spider)
    if stopped:
        say(f"stopped by {stopped}; everything fetched so far is kept", "stopped", {"by": stopped})
    return status_of(spiders, begun=begun)


def fetch(url: str, changes: dict[str, Any], *, verbose: bool = False) -> tuple[Article | None, str]:
    """The article at an address, kept nowhere; None and the reason in one line where there is none."""
    publisher = publisher_of(url) or undescribed(url)
    # One page and its robots.txt: nobody is hurried by leaving the delay out, unless robots.txt asks for one.
    forgetful = {"KALBARCRAWL_STORE": MEMORY, "KALBARCRAWL_DATA": "", "DOWNLOAD_DELAY": 0}
    process = AsyncCrawlerProcess(settings_with(forgetful | changes, verbose=verbose))
    crawler = process.create_crawler(spider_for(publisher))
    found: list[Article] = []

    def scraped(item: Article) -> None:
        found.append(item)

    crawler.signals.connect(scraped, signal=signals.item_scraped)
    _run(process, [crawler], {"url": url})
    if found:
        return found[0], ""
    spider = spider_in(crawler)
    last = spider.run.last if spider and spider.run else None
    return None, explained(last) if last else f"{url}: {spider.fault if spider else 'the crawl could not run'}"


def refetch(wanted: list[tuple[Publisher, tuple[str, ...]]], run: str, data: Path, changes: dict[str, Any]) -> bool:
    """Fetch each publisher's addresses into a data folder of their own, side by side; whether a signal cut it off."""
    own = {"KALBARCRAWL_STORE": "", "KALBARCRAWL_DATA": str(data), "KALBARCRAWL_RUN": run}
    process = AsyncCrawlerProcess(settings_with(own | changes, verbose=False))
    return bool(_run(process, [process.create_crawler(again(publisher, urls)) for publisher, urls in wanted], {}))


def settings_with(changes: dict[str, Any], *, verbose: bool) -> Settings:
    """The project's settings with changes that overrule the publishers' own facts too; logging set up by them."""
    settings = Settings()
    settings.setmodule("kalbarcrawl.settings", priority="project")
    settings.setdict(changes, priority="cmdline")
    level = logging.DEBUG if verbose else logging.WARNING
    set_up(settings["KALBARCRAWL_LOG_FORMAT"], verbose=verbose, secrets=[settings["KALBARCRAWL_STORE"] or ""])
    settings.setdict({"LOG_INSTALL_ROOT_HANDLER": False, "LOG_LEVEL": logging.getLevelName(level)}, priority="cmdline")
    return settings


def spider_in(crawler: Crawler) -> NewsSpider | None:
    """The spider of a crawl; None where it never began."""
    return cast(NewsSpider | None, crawler.spider)


def _run(
    process: AsyncCrawlerProcess, crawlers: list[Crawler], arguments: dict[str, Any], deadline: timedelta | None = None
) -> str:
    """Run the crawls to their end; what stopped them before it, in words, or ""."""
    loop = asyncio.get_event_loop()
    stop = asyncio.Event()
    reasons: list[str] = []
    slots = asyncio.Semaphore(AT_ONCE)

    async def one(crawler: Crawler) -> None:
        async with slots:
            if not stop.is_set():
                await process.crawl(crawler, **arguments)

    def halt(reason: str) -> None:
        reasons.append(reason)
        stop.set()

    async def everything() -> None:
        from twisted.internet import reactor

        for name in (signal.SIGINT, signal.SIGTERM):
            loop.add_signal_handler(name, halt, "a signal")
        if deadline is not None:
            loop.call_later(deadline.total_seconds(), halt, "the deadline")
        work: asyncio.Future[Any] = asyncio.gather(*map(one, crawlers), return_exceptions=True)
        line = asyncio.ensure_future(_progress(crawlers))
        stopping: asyncio.Future[Any] = asyncio.ensure_future(stop.wait())
        await asyncio.wait([work, stopping], return_when=asyncio.FIRST_COMPLETED)
        if not work.done():
            # Scrapy waits for the requests under way, which may hang for half a minute.
            ended: asyncio.Future[Any] = asyncio.ensure_future(process.stop())
            await asyncio.wait([ended, work], timeout=GRACE)
        line.cancel()
        stopping.cancel()
        await asyncio.gather(line, return_exceptions=True)
        for failed in work.result() if work.done() else ():
            if isinstance(failed, Exception):
                say(f"the crawl could not begin: {failed}", "not_begun", level=logging.ERROR)
        reactor.stop()  # type: ignore[misc]

    task = loop.create_task(everything())
    process.start(stop_after_crawl=False, install_signal_handlers=False)
    if task.done():
        task.result()
    return reasons[0] if reasons else ""


async def _progress(crawlers: list[Crawler]) -> None:
    """A line on standard error that says what has been done so far; nothing where that is no terminal."""
    console = Console(stderr=True)
    if not console.is_terminal:
        return
    with Live(console=console, transient=True, auto_refresh=False) as live, logging_to(sys.stderr):
        while True:
            runs = [spider.run for crawler in crawlers if (spider := spider_in(crawler)) and spider.run]
            counts = sum((run.counts for run in runs), Counter[str]())
            under_way = [run.publisher for run in runs if run.opened]
            words = " · ".join(filter(None, (in_words(counts), ", ".join(under_way[:3]))))
            live.update(Text(words, overflow="ellipsis", no_wrap=True), refresh=True)
            await asyncio.sleep(0.25)


@contextmanager
def logging_to(stream: TextIO) -> Iterator[None]:
    """Have the log written to what stands in for standard error meanwhile, so that it does not break the line."""
    handlers = [handler for handler in logging.root.handlers if isinstance(handler, logging.StreamHandler)]
    before = [handler.setStream(stream) for handler in handlers]
    try:
        yield
    finally:
        for handler, own in zip(handlers, before, strict=True):
            if own is not None:
                handler.setStream(own)


def in_words(counts: Counter[str]) -> str:
    """Counts by outcome, the most frequent first."""
    return ", ".join(f"{count} {outcome}" for outcome, count in counts.most_common()) or "nothing yet"


def summarise(spider: NewsSpider) -> None:
    """What happened: a line for each source that failed, one for the publisher, and where the articles are."""
    run, name = spider.run, spider.name
    for visit in run.failures if run else ():
        facts = {"publisher": name, "url": visit.url, "outcome": visit.outcome, "error": visit.error}
        say(f"{name}: source {explained(visit)}", "source_failed", facts, level=logging.WARNING)
    if spider.fault:
        say(f"{name}: {spider.fault}", "fault", {"publisher": name, "fault": spider.fault}, level=logging.WARNING)
    if run and (run.counts or run.listings):
        articles = in_words(run.counts) if run.counts else "no article to fetch"
        counts = {"publisher": name, "run": run.name, "articles": run.counts, "listings": run.listings}
        say(f"{name}: {articles}; listings: {in_words(run.listings)}", "run_ended", counts)
        if run.dropped:
            say(
                f"{name}: lines taken off: {in_words(run.dropped)}",
                "lines_dropped",
                {"publisher": name, "rules": run.dropped},
            )
        if run.articles_file:
            click.echo(run.articles_file)


def is_left(spider: NewsSpider) -> bool:
    """Whether another process crawls the publisher, or did so a moment ago."""
    return spider.fault is not None and (BUSY in spider.fault or DONE in spider.fault)


def status_of(spiders: list[NewsSpider], *, begun: bool) -> int:
    """The exit status: 2 where a crawl could not run, 3 where others crawl all, 1 where one needs a look, or 0."""
    if not begun or any(spider.fault and spider.fault.startswith(CANNOT_WRITE) for spider in spiders):
        return 2
    if spiders and all(spider.fault and BUSY in spider.fault for spider in spiders):
        return 3
    return int(any(spider.fault or (spider.run and spider.run.needs_a_look) for spider in spiders))
