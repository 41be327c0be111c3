"""A list of addresses fetched again, with the crawl's manners and none of its memory."""

from __future__ import annotations

from collections.abc import AsyncIterator
from typing import Any

from sqlalchemy.exc import SQLAlchemyError

from kalbarcrawl.items import Link
from kalbarcrawl.publisher import Publisher
from kalbarcrawl.spiders.news import NewsSpider
from kalbarcrawl.spiders.runs import run_of


class AgainSpider(NewsSpider):
    """Fetches one publisher's addresses and reads no listing."""

    addresses: tuple[str, ...]

    async def start(self) -> AsyncIterator[Any]:
        """Every address, once."""
        try:
            run = self.run = run_of(self.crawler, self.publisher)
            run.open(alone=False)
        except (SQLAlchemyError, OSError) as error:
            self.give_up(error)
            return
        for address in self.addresses:
            yield self.article(Link(address, source="list"))


def again(publisher: Publisher, addresses: tuple[str, ...]) -> type[AgainSpider]:
    """AgainSpider as Scrapy wants it: a class of the publisher's name."""
    attributes = {"name": publisher.name, "publisher": publisher, "addresses": addresses}
    return type("AgainSpider", (AgainSpider,), attributes)
