"""One raw article out of a page and the further pages it goes on over."""

from __future__ import annotations

from collections.abc import Awaitable, Callable

from scrapy.http import Response

from kalbarcrawl.extract import extract
from kalbarcrawl.items import Link, RawArticle
from kalbarcrawl.outcomes import of_response
from kalbarcrawl.page import Page
from kalbarcrawl.parts import MOST, further_pages, joined
from kalbarcrawl.politeness import headers_of
from kalbarcrawl.publisher import Publisher
from kalbarcrawl.spiders.visits import page_of


class RefusedError(Exception):
    """A part of an article was refused: the outcome, and the error class."""


async def article_of(
    page: Page, publisher: Publisher, link: Link, fetch: Callable[[str], Awaitable[Response]]
) -> RawArticle:
    """The raw article of a page, with those of its further pages joined to it.

    Raises RefusedError where a part is refused, and whatever `fetch` raises: better no article than half of one.
    """
    parts = [extract(page, publisher, link=link)]
    asked, waiting = {page.url}, further_pages(page)
    while waiting and len(parts) < MOST:
        address = waiting.pop(0)
        if address in asked:
            continue
        asked.add(address)
        response = await fetch(address)
        refused = of_response(response.status, headers_of(response), response.body)
        if refused and refused[0] == "not_found":
            continue  # a link to a part that does not exist
        if refused:
            raise RefusedError(*refused)
        part = page_of(response)
        parts.append(extract(part, publisher, link=link))
        waiting.extend(further_pages(part))
    return joined(parts)
