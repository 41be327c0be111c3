"""Manners: robots.txt's Crawl-delay, Retry-After, conditional requests, and no request into a private network."""

from __future__ import annotations

import ipaddress
import logging
from collections.abc import Mapping
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from time import monotonic
from typing import Any, Self

from scrapy import Request, signals
from scrapy.crawler import Crawler
from scrapy.exceptions import CannotResolveHostError, IgnoreRequest
from scrapy.http import Response
from scrapy.robotstxt import RobotParser
from scrapy.utils.defer import maybe_deferred_to_future
from scrapy.utils.httpobj import urlparse_cached

from kalbarcrawl.outcomes import is_challenge
from kalbarcrawl.store import Validators

logger = logging.getLogger(__name__)

ROBOTS_NAME = "kalbarcrawl"
"""The name robots.txt files know us by."""
LONGEST_DELAY = 60.0
"""Seconds: a Crawl-delay beyond this would make a crawl endless, so it is held to this."""
FIRST_WAIT = 5.0
"""Seconds to wait after a first 429 or 503 that names no time; doubled at each further one."""


class PrivateAddressError(IgnoreRequest):
    """A request was about to go to this machine or a private network."""


class CrawlDelay:
    """Applies the Crawl-delay of robots.txt to the host it is for, which Scrapy leaves to others."""

    def __init__(self, crawler: Crawler) -> None:
        self.crawler = crawler

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> Self:
        """Listen for every robots.txt that was read."""
        extension = cls(crawler)
        crawler.signals.connect(extension.robots_parsed, signal=signals.robots_parsed)
        return extension

    def robots_parsed(self, robotparser: RobotParser, request: Request) -> None:
        """Hold the host of a robots.txt to its delay: one request at a time, never sooner."""
        delay = robotparser.crawl_delay(ROBOTS_NAME)
        if delay:
            slow_down(self.crawler, request, min(delay, LONGEST_DELAY))


class RobotsUnavailable:
    """Takes a robots.txt that a server fails to give (5xx, 429) for one that forbids everything, as RFC 9309 has it."""

    def process_response(self, request: Request, response: Response) -> Response:
        """The answer, or a robots.txt that allows nothing; its status is left in the request's meta."""
        failed = response.status >= 500 or response.status == 429
        if failed and urlparse_cached(request).path == "/robots.txt":
            request.meta["robots_failed"] = response.status
            return response.replace(status=200, body=b"User-agent: *\nDisallow: /\n")
        return response


class Backoff:
    """Holds a host's requests back after 429 and 503, for as long as Retry-After says or ever longer.

    A wait beyond KALBARCRAWL_LONGEST_WAIT seconds is not waited for: the answer goes on as it is, without a retry.
    """

    def __init__(self, crawler: Crawler) -> None:
        self.crawler = crawler
        self.longest = crawler.settings.getfloat("KALBARCRAWL_LONGEST_WAIT")

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> Self:
        """Read the longest wait from the settings."""
        return cls(crawler)

    def process_response(self, request: Request, response: Response) -> Response:
        """Pause the host; the retry that follows waits in the same queue."""
        if response.status in (429, 503):
            if is_challenge(headers_of(response), response.body):
                request.meta["dont_retry"] = True  # a wall: it will not open for the asking
                return response
            seconds = retry_after(header(response, "Retry-After"), datetime.now(UTC))
            if seconds is None:
                seconds = FIRST_WAIT * 2 ** request.meta.get("retry_times", 0)
            if seconds > self.longest:
                request.meta["dont_retry"] = True
            else:
                pause(self.crawler, request, seconds)
        return response


class Guard:
    """Lets no request go to loopback, private or link-local addresses, not by name and not by redirect.

    Runs last before the network, so redirects and robots.txt requests pass it too. The address a name resolves to is
    the one that will be connected to: both come out of one cache, so a name cannot change its mind in between.
    """

    def __init__(self, crawler: Crawler) -> None:
        self.crawler = crawler
        self.allow = crawler.settings.getbool("KALBARCRAWL_ALLOW_PRIVATE")

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> Self:
        """Read from the settings whether private addresses are allowed."""
        return cls(crawler)

    async def process_request(self, request: Request) -> None:
        """Raise PrivateAddressError for a private address."""
        host = urlparse_cached(request).hostname
        if self.allow or not host:
            return
        if host == "localhost" or host.endswith(".localhost") or is_private(host):
            raise PrivateAddressError(f"{request.url} is on this machine or a private network")
        # Behind a proxy the name is the proxy's to resolve; ours may not resolve at all.
        if "proxy" not in request.meta and is_private(await resolved(host)):
            raise PrivateAddressError(f"{host} resolves to an address of a private network")


async def resolved(host: str) -> str:
    """The address Scrapy's own resolver gives for a name. Raises CannotResolveHostError when there is none."""
    from twisted.internet import reactor
    from twisted.internet.error import DNSLookupError

    try:
        address: str = await maybe_deferred_to_future(reactor.resolve(host))  # type: ignore[arg-type]
    except (DNSLookupError, OSError) as error:
        raise CannotResolveHostError(f"{host}: {error}") from error
    return address


def is_private(host: str) -> bool:
    """Whether a host is an IP address that the public internet does not route to; False for names."""
    try:
        address = ipaddress.ip_address(host.strip("[]").partition("%")[0])
    except ValueError:
        return False
    mapped = getattr(address, "ipv4_mapped", None) or getattr(address, "sixtofour", None)
    return any(not one.is_global or one.is_multicast for one in (address, mapped) if one is not None)


def retry_after(value: str | None, now: datetime) -> float | None:
    """Seconds to wait by a Retry-After header, which holds seconds or a date; None where it says nothing."""
    if not value:
        return None
    if value.strip().isdigit():
        return float(value)
    try:
        return max(0.0, (parsedate_to_datetime(value) - now).total_seconds())
    except (ValueError, TypeError):
        return None


def conditional(known: Validators) -> dict[str, str]:
    """The headers of a conditional request.

    Servers that get both want both to match, and a proxy that compresses changes the tag: a weak or marked tag is left
    out wherever there is a date.
    """
    headers = {}
    doubtful = known.etag is not None and (known.etag.startswith("W/") or known.etag.endswith(('-gzip"', '-br"')))
    if known.etag and not (doubtful and known.last_modified):
        headers["If-None-Match"] = known.etag
    if known.last_modified:
        headers["If-Modified-Since"] = known.last_modified
    return headers


def validators_of(response: Response) -> Validators:
    """What an answer gives to ask conditionally with next time."""
    return Validators(header(response, "ETag"), header(response, "Last-Modified"))


def header(response: Response, name: str) -> str | None:
    """A header of an answer as text."""
    value = response.headers.get(name)
    return value.decode("latin-1") if value else None


def headers_of(response: Response) -> Mapping[str, str]:
    """An answer's headers as text, by lower-case name."""
    return {name.decode("latin-1").lower(): header(response, name.decode("latin-1")) or "" for name in response.headers}


def slow_down(crawler: Crawler, request: Request, delay: float) -> None:
    """Send a host no two requests within `delay` seconds from now on, and one at a time."""
    downloader = crawler.engine.downloader
    key = downloader.get_slot_key(request)
    # The settings too: an idle slot is thrown away, and the next one made from these.
    kept: dict[str, Any] = downloader.per_slot_settings.setdefault(key, {})
    slot = downloader.slots.get(key)
    known = max(float(kept.get("delay", 0.0)), slot.delay if slot else crawler.settings.getfloat("DOWNLOAD_DELAY"))
    if delay <= known:
        return
    kept.update(delay=delay, concurrency=1, jitter=0.0)
    if slot:
        slot.delay, slot.concurrency, slot.jitter = delay, 1, 0.0


def pause(crawler: Crawler, request: Request, seconds: float) -> None:
    """Send a host nothing for `seconds`."""
    downloader = crawler.engine.downloader
    slot = downloader.slots.get(downloader.get_slot_key(request))
    if slot:
        # The slot counts its delay from the last request; without any delay it would not look at the clock at all.
        slot.delay = max(slot.delay, 0.05)
        slot.lastseen = max(slot.lastseen, monotonic() + seconds)
