"""Everything a crawl fetches, kept as a WARC archive of its run."""

from __future__ import annotations

from datetime import UTC, datetime
from functools import cached_property
from pathlib import Path
from typing import Self, cast

from scrapy import Request
from scrapy.crawler import Crawler
from scrapy.exceptions import NotConfigured
from scrapy.http import Headers, Response
from scrapy.utils.httpobj import urlparse_cached
from twisted.web.http import RESPONSES

from kalbarcrawl.capture import Capture
from kalbarcrawl.pipelines import Crawl
from kalbarcrawl.store.run import clock, new_run


class Archive:
    """Writes each exchange, as it came off the network, before anything reads it."""

    def __init__(self, crawler: Crawler) -> None:
        self.crawler = crawler

    @cached_property
    def capture(self) -> Capture:
        """The run's archive, made when there is something to keep: by then the run has its name."""
        settings, spider = self.crawler.settings, cast(Crawl, self.crawler.spider)
        run = spider.run.name if spider.run else new_run(clock())
        data = Path(settings["KALBARCRAWL_DATA"])
        return Capture(data / "warc" / spider.publisher.name / f"{run}.warc.gz", settings["USER_AGENT"])

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> Self:
        """The archive, where the settings ask for one."""
        settings = crawler.settings
        if not settings.getbool("KALBARCRAWL_ARCHIVE") or not settings.get("KALBARCRAWL_DATA"):
            raise NotConfigured
        return cls(crawler)

    def process_response(self, request: Request, response: Response) -> Response:
        """The same answer; where it lies is left in the request's meta as `archived`, its moment as `fetched_at`.

        A page read a moment later, in the next second, would be newer than itself in the archive.
        """
        request.meta["fetched_at"] = moment = datetime.now(UTC)
        parts = urlparse_cached(request)
        target = (parts.path or "/") + (f"?{parts.query}" if parts.query else "")
        asked = [("Host", parts.netloc), *_pairs(request.headers)]
        reason = RESPONSES.get(response.status, b"").decode("latin-1")
        offset = self.capture.keep(
            request.url,
            moment,
            (f"{request.method} {target} HTTP/1.1", asked),
            (f"HTTP/1.1 {response.status} {reason}".rstrip(), _pairs(response.headers), response.body),
        )
        inside = self.capture.path.relative_to(self.crawler.settings["KALBARCRAWL_DATA"])
        request.meta["archived"] = (str(inside), offset)
        return response


def _pairs(headers: Headers) -> list[tuple[str, str]]:
    return [(name.decode("latin-1"), value.decode("latin-1")) for name in headers for value in headers.getlist(name)]
