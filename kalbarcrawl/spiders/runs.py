"""The run that a crawl's settings describe, and its store."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

from scrapy.crawler import Crawler
from scrapy.settings import BaseSettings

from kalbarcrawl.publisher import Publisher
from kalbarcrawl.store.corpus import Store, store_at
from kalbarcrawl.store.failing import in_words
from kalbarcrawl.store.revisit import Rechecks
from kalbarcrawl.store.run import Run, clock, new_run


def within(limit: int | None, run: Run, budget: int) -> int | None:
    """The limit, lowered to what is left of the hour's budget of visits to a publisher; 0 is a budget without end."""
    if not budget:
        return limit
    left = max(0, budget - run.visits_of_the_hour())
    return left if limit is None else min(limit, left)


def begin(run: Run, settings: BaseSettings, limit: int | None) -> int | None:
    """Open a run whose kind is set; the limit, lowered to the hour's budget.

    Raises BusyError where the publisher is left to another process, SQLAlchemyError or OSError where the store fails.
    """
    chosen = settings.get("KALBARCRAWL_CHOSEN")
    run.open(alone=run.kind != "address", chosen=datetime.fromisoformat(chosen) if chosen else None)
    return within(limit, run, settings.getint("KALBARCRAWL_HOURLY_BUDGET"))


def run_of(crawler: Crawler, publisher: Publisher) -> Run:
    """The run a crawl's settings describe."""
    settings = crawler.settings
    data = settings.get("KALBARCRAWL_DATA")
    name = settings.get("KALBARCRAWL_RUN") or new_run(clock())
    return Run(store_of(settings), publisher.name, name, Path(data) if data else None)


def store_of(settings: BaseSettings) -> Store:
    """The store a crawl's settings name, made where it is missing; raises like `store_at`."""
    hours = tuple(float(number) for number in settings.getlist("KALBARCRAWL_RECHECK_HOURS"))
    rechecks = Rechecks.of(hours, settings.getfloat("KALBARCRAWL_RECHECK_DAYS"))
    return store_at(_folder(settings), settings.get("KALBARCRAWL_STORE"), rechecks=rechecks)


def failure(error: Exception, settings: BaseSettings) -> str:
    """Why the store a crawl's settings name failed, and what to do."""
    return in_words(error, _folder(settings), settings.get("KALBARCRAWL_STORE"))


def _folder(settings: BaseSettings) -> Path:
    return Path(settings.get("KALBARCRAWL_DATA") or ".")
