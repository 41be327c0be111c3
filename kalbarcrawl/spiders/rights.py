"""What a host reserves for all its pages: its robots.txt, as it was read, and its tdmrep.json, asked for once."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from dataclasses import replace
from typing import Any
from urllib.parse import urlsplit

from scrapy import Request
from scrapy.http import Response
from scrapy.utils.httpobj import urlparse_cached

from kalbarcrawl.outcomes import of_response
from kalbarcrawl.politeness import headers_of
from kalbarcrawl.rights import robots_rights, tdmrep_rights
from kalbarcrawl.store.visit import Visit

TDMREP = "/.well-known/tdmrep.json"


class HostRights:
    """The rights of each host of a crawl; `fetch` asks for a page with the crawl's manners."""

    def __init__(self, fetch: Callable[[str], Awaitable[Response]]) -> None:
        self.fetch = fetch
        self.robots: dict[str, str] = {}
        self.failing: dict[str, int] = {}
        """The status by host of a robots.txt that the server failed to give."""
        self.tdmrep: dict[str, asyncio.Future[str]] = {}

    def heard(self, response: Response, request: Request) -> None:
        """Keep a robots.txt that Scrapy read; any other answer is let pass."""
        parts = urlparse_cached(request)
        if parts.path == "/robots.txt":
            if status := request.meta.get("robots_failed"):
                self.failing[parts.netloc] = status
            found = response.status == 200
            self.robots[parts.netloc] = response.body.decode("utf-8", "replace") if found else ""

    def judged(self, visit: Visit) -> Visit:
        """The same visit; one that a failing robots.txt forbade tells of a failing server, not of a newsroom's no."""
        status = self.failing.get(urlsplit(visit.url).netloc)
        if visit.outcome != "robots" or status is None:
            return visit
        refused = of_response(status, {}, b"")
        return replace(visit, outcome=refused[0], error=f"robots.txt: {refused[1]}") if refused else visit

    async def ask(self, url: str) -> str:
        """The tdmrep.json of an address' host; "" where it has none.

        Asked before the host's articles, so that no article that was fetched waits for it behind a page that hangs.
        """
        parts = urlsplit(url)
        if parts.netloc not in self.tdmrep:
            # A task, since several articles ask before the answer is there.
            self.tdmrep[parts.netloc] = asyncio.ensure_future(self._text(f"{parts.scheme}://{parts.netloc}{TDMREP}"))
        return await self.tdmrep[parts.netloc]

    async def of(self, url: str) -> dict[str, Any]:
        """What the host of an address reserves for it."""
        found = tdmrep_rights(await self.ask(url), url)
        parts = urlsplit(url)
        if parts.netloc in self.robots:
            found |= robots_rights(self.robots[parts.netloc], url)
        return found

    async def _text(self, url: str) -> str:
        try:
            response = await self.fetch(url)
        except Exception:  # noqa: BLE001 - most hosts have no such file, and why matters to nobody
            return ""
        refused = of_response(response.status, headers_of(response), response.body, listing=True)
        return "" if refused else response.body.decode("utf-8", "replace")
