"""What several commands take: the store to read, settings to change."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

import click

from kalbarcrawl.cli.failures import unopened
from kalbarcrawl.logs import safe

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime, timedelta

    from kalbarcrawl.due import Turn
    from kalbarcrawl.health import Health
    from kalbarcrawl.jobs import Queue
    from kalbarcrawl.publisher import Publisher
    from kalbarcrawl.store import Store


LOG_FORMAT = click.option(
    "--log-format",
    type=click.Choice(["human", "json"]),
    default="human",
    envvar="KALBARCRAWL_LOG_FORMAT",
    help="What standard error gets: words, or a line of JSON an event [KALBARCRAWL_LOG_FORMAT, human].",
)


@contextmanager
def extra(name: str, what: str) -> Iterator[None]:
    """Imports that an extra brings. Raises click.UsageError with how to install it where it is not."""
    try:
        yield
    except ModuleNotFoundError as error:
        raise click.UsageError(f"{what} needs {error.name}: pip install 'kalbarcrawl[{name}]'") from error


def is_address(url: str) -> bool:
    """Whether this is a web address with a host."""
    try:
        parts = urlsplit(url)
    except ValueError:
        return False
    return parts.scheme in ("http", "https") and bool(parts.hostname)


def address(ctx: click.Context, param: click.Parameter, value: str | None) -> str | None:
    """An option's web address. Raises click.BadParameter for what is none."""
    if value is not None and not is_address(value):
        raise click.BadParameter(f"{value!r} is no web address: it begins with http:// or https://", ctx, param)
    return value


def span(ctx: click.Context, param: click.Parameter, value: str | None) -> timedelta | None:
    """An option's span of time, such as 90s, 20m, 2h. Raises click.BadParameter for what is none."""
    from kalbarcrawl.publisher import span_of

    try:
        return span_of(value) if value else None
    except ValueError as error:
        raise click.BadParameter(str(error), ctx, param) from error


def spans(ctx: click.Context, param: click.Parameter, values: tuple[str, ...]) -> tuple[timedelta, ...]:
    """The spans of an option that may be given several times. Raises click.BadParameter for what is none."""
    return tuple(found for value in values if (found := span(ctx, param, value)) is not None)


def open_store(data: Path | None, *, writing: bool = False) -> Store:
    """The store of a data folder, or the one the environment names, to be read only unless it is for `writing`.

    Raises click.UsageError where there is none yet, CouldNotRunError where it does not open.
    """
    folder = data or Path(os.environ.get("KALBARCRAWL_DATA", "data"))
    url = os.environ.get("KALBARCRAWL_STORE")
    if not url and not (folder / "kalbarcrawl.sqlite").exists():
        raise click.UsageError(f"{folder} holds no store yet; `kalbarcrawl crawl` makes one (or see --data)")
    return _opened(folder, url, writing=writing)


def store_to_fill(data: Path | None) -> Store:
    """The same to be written, made where it is missing. Raises CouldNotRunError where it does not open."""
    folder = data or Path(os.environ.get("KALBARCRAWL_DATA", "data"))
    return _opened(folder, os.environ.get("KALBARCRAWL_STORE"), writing=True)


def _opened(folder: Path, url: str | None, *, writing: bool) -> Store:
    from sqlalchemy.exc import SQLAlchemyError

    from kalbarcrawl.store import store_at

    try:
        return store_at(folder, url, reading=not writing)
    except (SQLAlchemyError, OSError) as error:
        raise unopened(error, folder, url, writing=writing) from error


def turns_at(data: Path | None, now: datetime) -> list[Turn]:
    """When every publisher is due, by the store; where there is none, none is made.

    Raises CouldNotRunError where it cannot be read.
    """
    from sqlalchemy.exc import SQLAlchemyError

    from kalbarcrawl.due import turns
    from kalbarcrawl.publishers import all_publishers
    from kalbarcrawl.store import store_at
    from kalbarcrawl.store.engine import MEMORY

    folder = data or Path(os.environ.get("KALBARCRAWL_DATA", "data"))
    url = os.environ.get("KALBARCRAWL_STORE") or (None if (folder / "kalbarcrawl.sqlite").exists() else MEMORY)
    try:
        store = store_at(folder, url, reading=True)
        found = turns(store, all_publishers().values(), now)
        store.close()
    except (SQLAlchemyError, OSError) as error:
        raise unopened(error, folder, url) from error
    return found


def known_publishers(store: Store, names: Iterable[str]) -> None:
    """Check names of whose articles are kept: raises click.UsageError with the nearest for one nobody ever had.

    One that is in the store is known, also where no file describes it any more.
    """
    from kalbarcrawl.publishers import all_publishers, left_out, nobody_called
    from kalbarcrawl.store.history import publishers_in

    described = {*all_publishers(), *left_out()}
    if others := [name for name in names if name not in described]:
        known = described | publishers_in(store)
        for name in others:
            if name not in known:
                raise click.UsageError(nobody_called(name, sorted(known)))


def all_healths(store: Store, now: datetime, *, described: bool = True) -> list[Health]:
    """How every publisher is that was crawled (or is `described`), those first whose file does not load."""
    from kalbarcrawl.health import Health, healths
    from kalbarcrawl.publishers import all_publishers, left_out

    lacking = [Health(name, "broken", "file", f"{error}: it is not crawled") for name, error in left_out().items()]
    found = healths(store, all_publishers() if described else (), now=now)
    return [*lacking, *(one for one in found if one.publisher not in left_out())]


def due_publishers(data: Path | None) -> list[Publisher]:
    """The publishers whose time has come and whom nobody crawls, the longest due first."""
    from datetime import UTC, datetime

    from kalbarcrawl.due import is_due

    now = datetime.now(UTC)
    return [turn.publisher for turn in turns_at(data, now) if is_due(turn, now)]


def the_queue(backoff: Sequence[float] = ()) -> Queue:
    """The queue that KALBARCRAWL_QUEUE names, with another `backoff` than its own where given.

    Raises click.UsageError where it cannot be had.
    """
    try:
        from kalbarcrawl.jobs import BACKOFF, Queue
    except ModuleNotFoundError as error:
        raise click.UsageError(f"the queue needs {error.name}: pip install 'kalbarcrawl[cluster]'") from error
    from redis.exceptions import RedisError

    try:
        queue = Queue(backoff=backoff or BACKOFF)
        queue.redis.ping()
    except RedisError as error:
        raise click.UsageError(f"no Redis at KALBARCRAWL_QUEUE: {safe(error)}") from error
    except ValueError:
        # Its words hold what it could not read, which may be half a password: they are not repeated, nor chained to.
        raise click.UsageError(
            "KALBARCRAWL_QUEUE is no address of a Redis: redis://[user:password@]host:port/number, where special"
            " characters of the password are percent-encoded"
        ) from None
    return queue


def pairs(settings: tuple[str, ...], *, allow_private: bool) -> dict[str, Any]:
    """Settings given as NAME=VALUE on the command line. Raises click.UsageError for one that is not."""
    parted = [setting.partition("=") for setting in settings]
    if any(not name or not sign for name, sign, _ in parted):
        raise click.UsageError("--setting: write NAME=VALUE")
    changes: dict[str, Any] = {name: value for name, _, value in parted}
    return changes | {"KALBARCRAWL_ALLOW_PRIVATE": True} if allow_private else changes
