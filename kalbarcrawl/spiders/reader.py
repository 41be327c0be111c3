"""Pages for commands that decide as they read which one to ask for next: a crawl's manners, and nothing kept."""

from __future__ import annotations

from collections.abc import AsyncIterator, Awaitable, Callable
from dataclasses import replace
from typing import Any, TypeVar, cast

from scrapy import Request, Spider
from scrapy.crawler import AsyncCrawlerProcess

from kalbarcrawl.outcomes import of_failure, of_response
from kalbarcrawl.owners import Fetch
from kalbarcrawl.page import Page
from kalbarcrawl.politeness import headers_of
from kalbarcrawl.spiders.process import settings_with
from kalbarcrawl.spiders.visits import page_of, visit_of
from kalbarcrawl.store.visit import Visit

Result = TypeVar("Result")
Hears = Callable[[str, int, int | None], None]


def silent(stage: str, done: int, total: int | None) -> None:
    """Hears how far the work is, and says nothing."""


class Reader(Spider):
    """Lets `work` ask for pages, and ends when it does."""

    name = "reader"

    def __init__(self, work: Callable[[Fetch], Awaitable[Any]], hears: Hears, **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self.work = work
        self.hears = hears
        self.asked = 0
        self.results: list[Any] = []
        self.error: Exception | None = None

    async def start(self) -> AsyncIterator[Any]:
        """Do the work; Scrapy gets no request to schedule."""
        try:
            self.results.append(await self.work(self.fetch))
        except Exception as error:  # noqa: BLE001 - raised again where the command waits for the result
            self.error = error
        return
        yield

    async def fetch(self, url: str) -> Page | Visit:
        """The page at an address, or the visit that says why there is none."""
        self.hears(f"asking for {url}", self.asked, None)
        self.asked += 1
        try:
            response = await self.crawler.engine.download_async(Request(url, dont_filter=True))
        except Exception as error:
            outcome, what = of_failure(error)
            if outcome.startswith("error:"):
                raise
            return Visit(url, outcome, error=what)
        refused = of_response(response.status, headers_of(response), response.body, listing=True)
        if refused:
            return replace(visit_of(response, refused[0]), error=refused[1])
        return page_of(response)


def read(
    work: Callable[[Fetch], Awaitable[Result]], changes: dict[str, Any], *, hears: Hears = silent, verbose: bool = False
) -> Result:
    """What `work` returns, which is handed a function to fetch pages with.

    `hears` is told which page is asked for, and how many were before; `changes` are Scrapy settings that overrule all
    others. Raises what `work` raises; a process can do this once.
    """
    process = AsyncCrawlerProcess(settings_with({"ITEM_PIPELINES": {}} | changes, verbose=verbose))
    crawler = process.create_crawler(Reader)
    process.crawl(crawler, work=work, hears=hears)
    # Nothing is kept, so nothing need be finished: Ctrl-C ends the command at once.
    process.start(install_signal_handlers=False)
    reader = cast(Reader | None, crawler.spider)
    if reader is None:
        raise RuntimeError("Scrapy could not start")
    if reader.error:
        raise reader.error
    result: Result = reader.results[0]
    return result


def page_at(url: str, changes: dict[str, Any], *, verbose: bool = False) -> Page | Visit:
    """The one page at an address, or the visit that says why there is none."""
    # One page and its robots.txt: nobody is hurried by leaving the delay out, unless robots.txt asks for one.
    return read(lambda fetch: fetch(url), {"DOWNLOAD_DELAY": 0} | changes, verbose=verbose)
