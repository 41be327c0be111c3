"""From a raw article to a kept one: refine, duplicates, keep."""

from __future__ import annotations

import logging
from dataclasses import replace
from datetime import datetime
from typing import Protocol, Self, cast

from scrapy.crawler import Crawler
from scrapy.exceptions import DropItem
from sqlalchemy.exc import SQLAlchemyError

from kalbarcrawl.items import Article, Incomplete
from kalbarcrawl.publisher import Publisher
from kalbarcrawl.refine import cleaned_text, refine_cleaned
from kalbarcrawl.rights import reserves
from kalbarcrawl.store.run import Found, Refined, Run
from kalbarcrawl.store.visit import Visit

logger = logging.getLogger(__name__)


class Crawl(Protocol):
    """What the pipelines need of a spider: whose articles these are, and the run to feed (none in `scrapy parse`)."""

    publisher: Publisher
    run: Run | None
    url: str | None
    """The one address asked for by hand."""

    def miss(self, visit: Visit, modified: datetime | None, article: str | None = None) -> None:
        """Keep a visit that gave no new article."""

    def give_up(self, error: Exception) -> None:
        """End the crawl."""


class _Pipeline:
    """What all three share: the spider whose run they feed."""

    def __init__(self, crawler: Crawler) -> None:
        self.crawler = crawler

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> Self:
        """A pipeline of this crawl."""
        return cls(crawler)

    @property
    def spider(self) -> Crawl:
        """The spider; there is none yet when Scrapy builds its pipelines."""
        return cast(Crawl, self.crawler.spider)


class Refine(_Pipeline):
    """Reads dates and cleans text; a page that holds no whole article ends here with the reason as its outcome."""

    def __init__(self, crawler: Crawler) -> None:
        super().__init__(crawler)
        self.obey_rights = crawler.settings.getbool("KALBARCRAWL_OBEY_RIGHTS")

    def process_item(self, item: Found) -> Refined:
        """The refined article. Raises DropItem where there is none."""
        try:
            cleaned = cleaned_text(item.raw, self.spider.publisher)
            refined = refine_cleaned(item.raw, self.spider.publisher, cleaned)
        except Exception as error:  # one page must not end a crawl, whatever it holds
            name = type(error).__name__
            logger.error("%s: refining failed: %s: %s (-v shows where)", item.raw.url, name, error)
            logger.debug("%s: refining failed", item.raw.url, exc_info=error)
            self.spider.miss(
                replace(item.visit, outcome=f"error:{name}", error=str(error)[:200] or name), item.modified
            )
            raise DropItem(f"error:{name}") from error
        if self.spider.run is not None:
            self.spider.run.measured.article(item.raw, refined, self.spider.publisher.rules)
        if isinstance(refined, Incomplete):
            self.spider.miss(replace(item.visit, outcome=refined.outcome), item.modified)
            raise DropItem(refined.outcome)
        if self.obey_rights and reserves(refined.rights or {}):
            self.spider.miss(replace(item.visit, outcome="reserved"), item.modified)
            raise DropItem("reserved")
        if self.spider.run is not None:
            self.spider.run.dropped.update(rule for _, rule in cleaned.dropped)
        return Refined(refined, replace(item.visit, dropped=cleaned.dropped), item.modified)


class Duplicates(_Pipeline):
    """Two addresses of one article are one article: the one it calls canonical is its own, else the one kept first."""

    def process_item(self, item: Refined) -> Refined:
        """The same article. Raises DropItem where another address holds it."""
        run = self.spider.run
        if run is None or self.spider.url:
            return item
        article = item.article
        own = run.store.address_of(article.id)
        if own not in (None, article.url) and article.url != article.canonical_url:
            self.spider.miss(
                replace(item.visit, outcome="duplicate", error=f"of {own}"), item.modified, article=article.id
            )
            raise DropItem("duplicate")
        return item


class Keep(_Pipeline):
    """Keeps the article in the store, with the visit that gave it; hands on what is new, or was asked for by hand."""

    def process_item(self, item: Refined) -> Article:
        """The article as kept. Raises DropItem where nothing changed, or the store refuses."""
        run = self.spider.run
        if run is None:
            return item.article
        try:
            outcome, kept = run.save(item)
        except (SQLAlchemyError, OSError) as error:
            self.spider.give_up(error)
            raise DropItem("the store refused") from error
        if outcome == "unchanged" and not self.spider.url:
            raise DropItem(outcome)
        return kept
