"""Scrapy's answers and failures as the project's own values: pages and visits."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from scrapy import Request
from scrapy.http import Response
from twisted.python.failure import Failure

from kalbarcrawl.outcomes import of_failure
from kalbarcrawl.page import Page
from kalbarcrawl.politeness import headers_of
from kalbarcrawl.store.run import clock
from kalbarcrawl.store.visit import Visit


def page_of(response: Response) -> Page:
    """An answer as a page, fetched when the archive says; where there is none, the reader's clock is read."""
    headers = headers_of(response)
    fetched_at = response.meta.get("fetched_at") or clock()
    return Page(response.url, response.body, fetched_at, headers.get("content-type", ""), response.status, headers)


def asked_for(response: Response) -> str:
    """The address that was asked for, before redirects."""
    urls: list[str] = response.meta.get("redirect_urls") or [response.url]
    return urls[0]


def visit_of(response: Response, outcome: str, *, source: str | None = None) -> Visit:
    """The visit an answer ends."""
    return Visit(
        asked_for(response),
        outcome,
        status=response.status,
        bytes=len(response.body),
        milliseconds=milliseconds_of(response.meta),
        source=source,
        archived=response.meta.get("archived"),
    )


def failed_visit(failure: Failure) -> Visit:
    """The visit that ends without an answer."""
    request: Request = failure.request  # type: ignore[attr-defined]
    assert failure.value is not None
    outcome, what = of_failure(failure.value)
    urls = request.meta.get("redirect_urls") or [request.url]
    return Visit(urls[0], outcome, error=what, milliseconds=milliseconds_of(request.meta))


def milliseconds_of(meta: Mapping[str, Any]) -> int:
    """How long a download took; 0 for one that never left."""
    return round(float(meta.get("took", 0.0)) * 1000)


def of_end(response: Response) -> bool:
    """Whether a further listing's answer may mean that there are no more: numbered pages end in a 400 or 404."""
    return response.status in (400, 404)
