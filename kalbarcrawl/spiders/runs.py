"""The run that a crawl's settings describe."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

from scrapy.crawler import Crawler
from scrapy.settings import BaseSettings

from kalbarcrawl.publisher import Publisher
from kalbarcrawl.store.corpus import store_at
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
    hours = tuple(float(number) for number in settings.getlist("KALBARCRAWL_RECHECK_HOURS"))
    rechecks = Rechecks.of(hours, settings.getfloat("KALBARCRAWL_RECHECK_DAYS"))
    return Run(
        store_at(Path(data or "."), settings.get("KALBARCRAWL_STORE"), rechecks=rechecks),
        publisher.name,
        settings.get("KALBARCRAWL_RUN") or new_run(clock()),
        Path(data) if data else None,
    )
