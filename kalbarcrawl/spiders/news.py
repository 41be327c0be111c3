"""The spider: a publisher's listings, then the articles they list that are new or changed."""

from __future__ import annotations

from collections.abc import AsyncIterator, Iterator
from dataclasses import replace
from datetime import datetime, time, timedelta
from typing import Any, Self
from urllib.parse import urljoin
from zoneinfo import ZoneInfo

from scrapy import Request, Spider, signals
from scrapy.crawler import Crawler
from scrapy.http import Response
from scrapy.settings import BaseSettings
from scrapy.utils.defer import deferred_from_coro
from sqlalchemy.exc import SQLAlchemyError
from twisted.python.failure import Failure

from kalbarcrawl.addresses import clean_address
from kalbarcrawl.items import Link, RawArticle
from kalbarcrawl.outcomes import of_failure, of_response
from kalbarcrawl.page import Page
from kalbarcrawl.politeness import conditional, headers_of, validators_of
from kalbarcrawl.publisher import Publisher
from kalbarcrawl.sources import Source, WordPressPosts
from kalbarcrawl.spiders.joining import RefusedError, article_of
from kalbarcrawl.spiders.rights import HostRights
from kalbarcrawl.spiders.runs import begin, failure, run_of
from kalbarcrawl.spiders.visits import asked_for, failed_visit, of_end, page_of, visit_of
from kalbarcrawl.store import Validators
from kalbarcrawl.store.measuring import Given
from kalbarcrawl.store.revisit import moment
from kalbarcrawl.store.run import CANNOT_WRITE, BusyError, Found, Run, clock
from kalbarcrawl.store.visit import REFUSALS, Visit, explained

LISTING = 10
"""Priority of listings over articles: what there is to do is known early, and old news waits."""


class NewsSpider(Spider):
    """Reads one publisher's listings and follows what the store has not seen, or not in its newest text.

    `url` fetches that one address whatever is stored; `since` and `until` (YYYY-MM-DD, both included) read the archive
    sources for that period; `limit` bounds the articles; `sources` is "latest", "archive" or "all".
    """

    publisher: Publisher

    def __init__(
        self,
        url: str | None = None,
        since: str | None = None,
        until: str | None = None,
        limit: str | int | None = None,
        sources: str | None = None,
        **kwargs: Any,
    ) -> None:
        """Raises ValueError for a date, number or kind of sources that is none."""
        super().__init__(**kwargs)
        zone = ZoneInfo(self.publisher.timezone)
        self.url = url
        self.since = datetime.combine(datetime.fromisoformat(since), time.min, zone) if since else None
        self.until = datetime.combine(datetime.fromisoformat(until), time.max, zone) if until else None
        self.limit = int(limit) if limit is not None else None
        self.reach = sources or ("archive" if since or until else "latest")
        if self.reach not in ("latest", "archive", "all"):
            raise ValueError(f"sources is {self.reach!r}: latest, archive or all")
        self.usual = not (url or since or until or sources)
        """Whether listings are read as at every visit: a narrower reading must not pass for all they list."""
        self.run: Run | None = None
        self.fault: str | None = None
        """Why the crawl could not begin or broke off."""
        self.articles_asked = 0
        self._followed: dict[str, datetime | None] = {}
        """The addresses of articles asked for in this run, with the newest change a listing told of."""
        self._listings: set[str] = set()
        self._waiting: list[tuple[Source, str | None]] = []
        """The sources still to read, each with the address it is remembered by, where that is not its own."""
        self._reading = 0
        """Listings asked for and not yet read, all of one source, which is remembered by this address."""
        self._source: str | None = None
        self._whole = False
        """Whether the source being read hands over whole articles."""
        self._validators: dict[str, Validators] = {}
        self.host_rights = HostRights(self.fetch)
        self._refusals = 0  # in a row
        self._complete = True
        """Whether all that the listings listed was followed."""

    @classmethod
    def from_crawler(cls, crawler: Crawler, *args: Any, **kwargs: Any) -> Self:
        """The spider, which hears every robots.txt that is read."""
        spider = super().from_crawler(crawler, *args, **kwargs)
        crawler.signals.connect(spider.host_rights.heard, signal=signals.response_received)
        return spider

    @classmethod
    def update_settings(cls, settings: BaseSettings) -> None:
        """The publisher's own delay and concurrency, which the command line may overrule."""
        super().update_settings(settings)
        settings.set("CONCURRENT_REQUESTS_PER_DOMAIN", cls.publisher.concurrency, priority="spider")
        if cls.publisher.delay is not None:
            settings.set("DOWNLOAD_DELAY", cls.publisher.delay, priority="spider")

    # -- what to ask for

    async def start(self) -> AsyncIterator[Any]:
        """The one address asked for; else what is due for another look, then the listings, one after the other."""
        try:
            run = self.run = run_of(self.crawler, self.publisher)
            run.kind = "address" if self.url else "latest" if self.usual else "archive"
            self.limit = begin(run, self.settings, self.limit)
        except BusyError as error:
            self.fault = str(error)
            return
        except (SQLAlchemyError, OSError) as error:
            self.give_up(error)
            return
        if self.url:
            for request in self.follow(Link(self.url, source="url")):
                yield request
            return
        if not self.publisher.sources:
            self.fault = "no source is described"
        for link in run.due():
            self._followed[link.url] = None
            yield self.article(link)
        self._waiting = [(source, None) for source in self.chosen_sources()]
        self._waiting.extend(self.corrections())
        for request in self.next_source():
            yield request

    def chosen_sources(self) -> list[Source]:
        """The sources to read: of the reach asked for, or whatever there is where the publisher has none of it."""
        own = self.publisher.sources
        chosen = [source for source in own if self.reach in ("all", source.reach)] or list(own)
        return [source.between(self.since, self.until) for source in chosen]

    def corrections(self) -> Iterator[tuple[Source, str]]:
        """What to ask, once a day, for changes of articles that no listing of the latest shows any more."""
        every = timedelta(hours=self.settings.getfloat("KALBARCRAWL_CORRECTIONS_HOURS"))
        for source in self.publisher.sources if self.usual else ():
            if isinstance(source, WordPressPosts) and self.run:
                address = urljoin(self.publisher.home, source.url)
                if since := self.run.corrections_since(address, every):
                    yield source.changed_since(since), address

    def next_source(self) -> Iterator[Request]:
        """The next source, once the one before was read to its end.

        One that handed over its whole archive as articles leaves nothing for other archives to add.
        """
        if self._reading:
            return
        if self.full:
            self._complete = self._complete and not self._waiting
            return
        if self._whole:
            self._waiting = [pair for pair in self._waiting if pair[0].reach != "archive"]
        self._whole = False
        if self._waiting:
            source, name = self._waiting.pop(0)
            self._source = urljoin(self.publisher.home, source.url) if name is None else None
            yield from self.listing(source, first=True, name=name)

    def listing(self, source: Source, *, first: bool, name: str | None = None) -> Iterator[Request]:
        """The request for a listing, conditional where its last answer is known."""
        url = urljoin(self.publisher.home, source.url)
        if url in self._listings:
            return
        self._listings.add(url)
        self._reading += 1
        known = self.run.validators(url) if self.run and self.usual else Validators()
        yield Request(
            url,
            callback=self.parse_listing,
            errback=self.listing_failed,
            headers=conditional(known),
            cb_kwargs={"source": source, "first": first, "name": name},
            priority=LISTING,
            dont_filter=True,
        )

    def article(self, link: Link) -> Request:
        """The request for an article; our own memory, not Scrapy's filter, says what was asked for already."""
        return Request(
            link.url, callback=self.parse, errback=self.article_failed, cb_kwargs={"link": link}, dont_filter=True
        )

    # -- listings

    async def parse_listing(
        self, response: Response, source: Source, first: bool, name: str | None = None
    ) -> AsyncIterator[Any]:
        """What a listing gives: articles to follow, whole articles, further listings; then the next source."""
        visit, given, asked = visit_of(response, "listing"), Given(), asked_for(response)
        ended = None if first else of_end(response)
        refused = None if ended else of_response(response.status, headers_of(response), response.body, listing=True)
        if response.status == 304:
            visit = replace(visit, outcome="not_modified")
        elif refused:
            visit = replace(visit, outcome=refused[0], error=refused[1])
        else:
            try:
                for found in self.read(source, page_of(response), given):
                    await self.host_rights.ask(response.url)
                    yield await self.with_rights(found) if isinstance(found, Found) else found
                if not ended:
                    self._validators[asked] = validators_of(response)
            except ValueError as error:
                visit = replace(visit, outcome="not_found" if ended else "not_listing", error=str(error))
            except Exception as error:  # noqa: BLE001 - one bad listing must not stop the others
                self.report(f"{asked}: reading the listing failed", error)
                visit = replace(visit, outcome=f"error:{type(error).__name__}", error=str(error)[:200])
        self.listed(visit, first=first, ended=bool(ended), name=name, given=given)
        for request in self.next_source():
            yield request

    def read(self, source: Source, page: Page, given: Given) -> Iterator[Any]:
        """A listing's entries as requests and items, counted in `given`; raises what `source.read` raises."""
        for found in source.read(page):
            if self.full:
                self._complete = given.whole = False
                return
            if isinstance(found, RawArticle):
                self._whole = source.reach == "archive"
                given.listed += 1
                for item in self.whole(found):
                    given.new += 1
                    yield item
            elif isinstance(found, Link):
                given.listed += 1
                for request in self.follow(found):
                    given.new += 1
                    yield request
            elif given.new or not given.listed or source.reach == "archive" or not (self.run and self.run.caught_up):
                # Else: behind a page on which everything is known lies only what is known.
                yield from self.listing(found, first=False)

    def listed(
        self, visit: Visit, *, first: bool, ended: bool = False, name: str | None = None, given: Given | None = None
    ) -> None:
        """Keep how a listing ended; one that failed leaves the run incomplete, so nothing it hid is forgotten."""
        self._reading -= 1
        if visit.outcome == "not_found" and ended:
            visit = replace(visit, outcome="listing", error=None)
        elif visit.outcome not in ("listing", "not_modified"):
            self._whole = False
            self._complete = self._complete and first
        if self.run:
            self.keep(self.run.listing, replace(visit, url=name or visit.url), source=self._source, given=given)

    async def listing_failed(self, failure: Failure) -> AsyncIterator[Any]:
        """A listing that gave no answer; the next source goes on."""
        asked = failure.request.cb_kwargs  # type: ignore[attr-defined]
        self.listed(self.host_rights.judged(failed_visit(failure)), first=asked["first"], name=asked["name"])
        for following in self.next_source():
            yield following

    # -- articles

    @property
    def full(self) -> bool:
        """Whether the limit, or the hour's budget, is reached."""
        return self.limit is not None and self.articles_asked >= self.limit

    def follow(self, link: Link) -> Iterator[Request]:
        """The request for a listed article, where it is new, changed or due."""
        try:
            link = replace(link, url=clean_address(link.url))
            if self.wanted(link):
                self.articles_asked += 1
                if len(link.url) > self.settings.getint("URLLENGTH_LIMIT"):
                    raise ValueError("longer than any server takes")  # Scrapy would drop it without a word
                yield self.article(link)
        except ValueError as error:
            self.miss(Visit(link.url, "bad_address", error=str(error), source=link.source), None)

    def whole(self, raw: RawArticle) -> Iterator[Found]:
        """An article that its listing holds whole, where it is new or changed."""
        raw, modified = replace(raw, url=clean_address(raw.url)), raw.modified[0][1] if raw.modified else None
        visit = Visit(raw.url, "ok", status=200, bytes=sum(map(len, raw.lines)), source=raw.source)
        try:
            if self.wanted(Link(raw.url, modified=modified)):
                self.articles_asked += 1
                yield Found(raw, visit, moment(modified))
        except ValueError as error:
            self.miss(replace(visit, outcome="bad_address", error=str(error)), None)

    def wanted(self, link: Link) -> bool:
        """Whether to fetch a listed article: never seen, or changed since as far as its listing can be believed."""
        modified = moment(link.modified)
        if link.url in self._followed:
            before = self._followed[link.url]
            if modified and (before is None or modified > before):
                # A second listing of the same run; the page was fetched after it changed.
                self._followed[link.url] = modified
                if self.run:
                    self.keep(self.run.told, link.url, modified)
            return False
        if self.url:
            return True
        if not self.publisher.owns(link.url):
            return False
        known = self.run.known(link.url) if self.run else None
        if known is not None and not known.is_due(modified, clock()):
            return False
        self._followed[link.url] = modified
        return True

    async def parse(self, response: Response, link: Link | None = None) -> AsyncIterator[Any]:
        """The raw article of a page; what is none ends as an outcome."""
        link = link or Link(response.url, source="url")
        visit = visit_of(response, "ok", source=link.source)
        modified = self._followed.get(link.url) or moment(link.modified)
        refused = of_response(response.status, headers_of(response), response.body)
        if not refused and not self.url and not self.publisher.owns(response.url):
            refused = "off_site", f"redirected to {response.url}"
        if refused:
            self.miss(replace(visit, outcome=refused[0], error=refused[1]), modified)
            return
        self._refusals = 0
        try:
            raw = await article_of(page_of(response), self.publisher, link, self.fetch)
        except RefusedError as error:
            outcome, reason = error.args
            self.miss(replace(visit, outcome=outcome, error=f"a further part: {reason}"), modified)
            return
        except Exception as error:  # noqa: BLE001 - one page must not end a crawl, whatever it holds
            outcome, what = of_failure(error)
            if outcome.startswith("error:"):
                self.report(f"{visit.url}: extraction failed", error)
            self.miss(replace(visit, outcome=outcome, error=what), modified)
            return
        if raw.url != visit.url:
            # After a redirect: the record keeps the address that was asked for, the new one speaks for the article.
            raw = replace(raw, url=visit.url, canonical_url=raw.canonical_url or raw.url)
        yield await self.with_rights(Found(raw, visit, modified))

    async def with_rights(self, found: Found) -> Found:
        """The same with what the host reserves, which the page itself may overrule."""
        if self.run is None:
            return found
        rights = await self.host_rights.of(found.raw.url) | dict(found.raw.rights)
        return replace(found, raw=replace(found.raw, rights=rights))

    async def fetch(self, url: str) -> Response:
        """The answer for what belongs to an article beside its page, through the same robots.txt, delay and guard."""
        return await self.crawler.engine.download_async(Request(url, dont_filter=True))

    def article_failed(self, failure: Failure) -> None:
        """An article's address that gave no answer."""
        link: Link = failure.request.cb_kwargs["link"]  # type: ignore[attr-defined]
        visit = replace(self.host_rights.judged(failed_visit(failure)), url=link.url, source=link.source)
        self.miss(visit, self._followed.get(link.url) or moment(link.modified))

    # -- the run

    def report(self, what: str, error: Exception) -> None:
        """Say that code of ours failed: in one line, and where in the debug log."""
        self.logger.error("%s: %s: %s (-v shows where)", what, type(error).__name__, error)
        self.logger.debug("%s", what, exc_info=error)

    def miss(self, visit: Visit, modified: datetime | None, article: str | None = None) -> None:
        """Keep a visit that gave no new article."""
        if self.run:
            self.keep(self.run.miss, visit, modified=modified, article=article)
            self._refusals = self._refusals + 1 if visit.outcome in REFUSALS else 0
            if self._refusals >= self.settings.getint("KALBARCRAWL_REFUSALS"):
                self.end(f"ended after {self._refusals} refusals in a row, the last: {explained(visit)}", "refused")

    def keep(self, how: Any, *args: Any, **kwargs: Any) -> None:
        """Call a method of the run that writes; the crawl ends where the disk or the database refuses."""
        try:
            how(*args, **kwargs)
        except (SQLAlchemyError, OSError) as error:
            self.give_up(error)

    def give_up(self, error: Exception) -> None:
        """End the crawl: what cannot be kept need not be fetched."""
        self.end(f"{CANNOT_WRITE}: {failure(error, self.settings)}")

    def end(self, fault: str, reason: str = "fault") -> None:
        """End the crawl before its time, and say why."""
        if not self.fault:
            self.fault = fault
            if self.crawler.crawling:
                deferred_from_coro(self.crawler.engine.close_spider_async(reason=reason))

    def closed(self, reason: str) -> None:
        """Write the run out; listings are trusted to be known only after a whole one."""
        if self.run:
            whole = reason == "finished" and self._complete
            validators = self._validators if whole and self.usual else None
            self.keep(self.run.close, validators, complete=whole if self.usual else None, reason=reason)
