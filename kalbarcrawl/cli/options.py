"""What several commands take: the store to read, settings to change."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

if TYPE_CHECKING:
    from kalbarcrawl.jobs import Queue
    from kalbarcrawl.publisher import Publisher
    from kalbarcrawl.store import Store


def open_store(data: Path | None) -> Store:
    """The store of a data folder, or the one the environment names. Raises click.UsageError where there is none."""
    from kalbarcrawl.store import store_at

    folder = data or Path(os.environ.get("KALBARCRAWL_DATA", "data"))
    url = os.environ.get("KALBARCRAWL_STORE")
    if not url and not (folder / "kalbarcrawl.sqlite").exists():
        raise click.UsageError(f"{folder} holds no store yet; `kalbarcrawl crawl` makes one (or see --data)")
    return store_at(folder, url)


def due_publishers(data: Path | None) -> list[Publisher]:
    """The publishers whose `every` has passed since their listings were last looked at, or never were."""
    from datetime import UTC, datetime

    from kalbarcrawl.publishers import all_publishers
    from kalbarcrawl.store import store_at
    from kalbarcrawl.store.history import last_looks

    folder = data or Path(os.environ.get("KALBARCRAWL_DATA", "data"))
    store = store_at(folder, os.environ.get("KALBARCRAWL_STORE"))
    looks, now = last_looks(store), datetime.now(UTC)
    store.close()
    return [one for one in all_publishers().values() if one.name not in looks or now - looks[one.name] >= one.interval]


def the_queue() -> Queue:
    """The queue that KALBARCRAWL_QUEUE names. Raises click.UsageError where it cannot be had."""
    try:
        from kalbarcrawl.jobs import Queue
    except ModuleNotFoundError as error:
        raise click.UsageError(f"the queue needs {error.name}: pip install 'kalbarcrawl[cluster]'") from error
    from redis.exceptions import RedisError

    try:
        queue = Queue()
        queue.redis.ping()
    except (RedisError, ValueError) as error:
        raise click.UsageError(f"no Redis at KALBARCRAWL_QUEUE: {error}") from error
    return queue


def pairs(settings: tuple[str, ...], *, allow_private: bool) -> dict[str, Any]:
    """Settings given as NAME=VALUE on the command line. Raises click.UsageError for one that is not."""
    parted = [setting.partition("=") for setting in settings]
    if any(not name or not sign for name, sign, _ in parted):
        raise click.UsageError("--setting: write NAME=VALUE")
    changes: dict[str, Any] = {name: value for name, _, value in parted}
    return changes | {"KALBARCRAWL_ALLOW_PRIVATE": True} if allow_private else changes
