"""Scrapy's SPIDER_LOADER_CLASS: one NewsSpider under each publisher's name."""

from __future__ import annotations

import builtins
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Self

from scrapy import Request
from scrapy.exceptions import UsageError
from scrapy.settings import BaseSettings

from kalbarcrawl.publisher import Publisher
from kalbarcrawl.publishers import UnloadableError, all_publishers, publisher_named, publisher_of
from kalbarcrawl.spiders.news import NewsSpider


class PublisherLoader:
    """Lists the publishers as spiders, so that `scrapy list`, `crawl`, `parse` and `shell` know them."""

    @classmethod
    def from_settings(cls, settings: BaseSettings) -> Self:
        """The loader; no setting changes what it lists."""
        return cls()

    def load(self, spider_name: str) -> type[NewsSpider]:
        """The spider of a publisher. Raises KeyError where nobody is called so, UsageError where its file fails."""
        with _said():
            return spider_for(publisher_named(spider_name))

    def list(self) -> builtins.list[str]:
        """Every publisher's name. Raises UsageError where a folder of theirs is not there."""
        with _said():
            return list(all_publishers())

    def find_by_request(self, request: Request) -> builtins.list[str]:
        """The publisher an address belongs to. Raises like `list`."""
        with _said():
            publisher = publisher_of(request.url)
        return [publisher.name] if publisher else []


@contextmanager
def _said() -> Iterator[None]:
    """What keeps publishers from being read as the error that Scrapy's commands say in a line, with exit status 2."""
    try:
        yield
    except UnloadableError as error:
        raise UsageError(str(error), print_help=False) from error


def spider_for(publisher: Publisher) -> type[NewsSpider]:
    """NewsSpider as Scrapy wants it: a class of that name, with its publisher."""
    return type("NewsSpider", (NewsSpider,), {"name": publisher.name, "publisher": publisher})
