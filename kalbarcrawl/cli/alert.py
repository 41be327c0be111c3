"""`kalbarcrawl alert`: telling that a newsroom's health changed."""

from __future__ import annotations

import os
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

from kalbarcrawl.cli.failures import failed
from kalbarcrawl.cli.options import all_healths, extra, open_store

if TYPE_CHECKING:
    from kalbarcrawl.alerts.delivery import Destination
    from kalbarcrawl.store import Store

LOCK = "*alert*"
"""The lock of those who tell, among the publishers' own: no publisher can be called so."""


@click.command("alert")
@click.option("--to", multiple=True, metavar="URL", help="Where to, as apprise writes it [KALBARCRAWL_ALERTS].")
@click.option("--dry-run", is_flag=True, help="Print what would be told, and remember nothing.")
@click.option("--data", type=click.Path(file_okay=False, path_type=Path), help="Data folder [KALBARCRAWL_DATA, data].")
def command(to: tuple[str, ...], dry_run: bool, data: Path | None) -> None:
    """Tell every destination what it has not been told: newsrooms that need a look, and those that are well again.

    One message a destination, with all that changed; nothing where nothing did. The same is not told twice within a
    day. Where to: addresses as apprise writes them, in KALBARCRAWL_ALERTS with blanks between them (--to shows them
    to whoever lists the machine's processes). They are never printed.

    Where the store itself fails, that is what is told, once a day, and once that it works again.

    Exit status: 0, 1 when a message was not taken (the next run sends it again) or the store fails, 2 when nothing
    could be told.

    \b
    Examples:
      kalbarcrawl alert --dry-run
      kalbarcrawl alert --to mailto://crawler@example.org
    """
    urls = [*to] or os.environ.get("KALBARCRAWL_ALERTS", "").split()
    found = _destinations(urls)
    folder = data or Path(os.environ.get("KALBARCRAWL_DATA", "data"))
    try:
        told = _alert(open_store(data, writing=not dry_run), folder, found, dry_run)
    except Exception as error:
        from sqlalchemy.exc import DBAPIError

        why = error.message if isinstance(error, click.ClickException) else failed(error)
        is_the_store = isinstance(error, (click.ClickException, OSError, DBAPIError))
        if why is None or not is_the_store or dry_run or not found:
            raise
        click.echo(why, err=True)
        _tell_of_the_store(folder, found, why)
        raise SystemExit(1) from error
    raise SystemExit(int(not told))


def _alert(store: Store, folder: Path, found: list[Destination], dry_run: bool) -> bool:
    """Tell every destination its news; whether all went well."""
    if not found and not dry_run:
        click.echo("nobody to tell: name addresses in KALBARCRAWL_ALERTS or --to", err=True)
        return True
    if dry_run:
        for one in found:
            _show(store, folder, one.name, one.id)
        if not found:
            _show(store, folder, "a destination that was told nothing yet", "")
        return True
    holder = store.lock(LOCK, now=datetime.now(UTC))
    if holder is not None:
        click.echo(f"another process is telling: {holder}", err=True)
        return True
    try:
        told = [_tell(store, one) for one in found]
        # Only now is it sure that it works.
        return _tell_that_it_works(folder, found) and all(told)
    finally:
        store.unlock(LOCK)


def _tell_of_the_store(folder: Path, found: list[Destination], why: str) -> None:
    """Tell every destination that the store fails, where it was not told within a day."""
    from kalbarcrawl.alerts.news import is_fresh
    from kalbarcrawl.alerts.storeless import FAILS, told_of_failure

    now = datetime.now(UTC)
    before = told_of_failure(folder)
    new = [one for one in found if one.id not in before or not is_fresh(before[one.id], now)]
    told = [one for one in new if _sent(one, FAILS, f"nothing is known of any newsroom: {why}", good=False)]
    if told:
        _remember(folder, before | {one.id: now for one in told})


def _tell_that_it_works(folder: Path, found: list[Destination]) -> bool:
    """Tell every destination that the store works again, which was told that it fails; whether all went well."""
    from kalbarcrawl.alerts.storeless import WORKS, told_of_failure

    before = told_of_failure(folder)
    text = "its failure was last told at {:%Y-%m-%d %H:%M} UTC"
    lost = [one for one in found if one.id in before and not _sent(one, WORKS, text.format(before[one.id]), good=True)]
    if before:
        _remember(folder, {one.id: before[one.id] for one in lost})
    return not lost


def _remember(folder: Path, told: dict[str, datetime]) -> None:
    from kalbarcrawl.alerts.storeless import remember

    if lost := remember(folder, told):
        click.echo(f"that it was told cannot be kept, the next run tells it again: {lost}", err=True)


def _destinations(urls: list[str]) -> list[Destination]:
    if not urls:
        return []
    with extra("schedule", "an alert"):
        from kalbarcrawl.alerts.delivery import DestinationError, destinations
    try:
        return destinations(urls)
    except DestinationError as error:
        raise click.UsageError(str(error)) from error


def _show(store: Store, folder: Path, name: str, destination: str) -> None:
    """Print what a destination would be told."""
    from kalbarcrawl.alerts.news import message, news_of
    from kalbarcrawl.alerts.storeless import WORKS, told_of_failure
    from kalbarcrawl.store.told import told

    now = datetime.now(UTC)
    news = news_of(all_healths(store, now, described=False), told(store, destination), now)
    lines = [*(message(news) if news else ()), *([WORKS] if destination in told_of_failure(folder) else ())]
    click.echo(f"{name} would be told:" if lines else f"{name}: nothing to tell", err=True)
    for line in lines:
        click.echo(line)


def _tell(store: Store, destination: Destination) -> bool:
    """Tell a destination its news and remember it; whether all went well."""
    from kalbarcrawl.alerts.news import message, news_of
    from kalbarcrawl.store.told import tell, told

    now = datetime.now(UTC)
    news = news_of(all_healths(store, now, described=False), told(store, destination.id), now)
    if not news:
        return True
    if not _sent(destination, *message(news), good=all(one.good for one in news)):
        return False
    tell(store, destination.id, [(one.health.publisher, one.kind) for one in news], now=now)
    return True


def _sent(destination: Destination, title: str, text: str, *, good: bool) -> bool:
    """Send a message and say how that went; whether it was taken."""
    from kalbarcrawl.alerts.delivery import send

    refused = send(destination, title, text, good=good)
    if refused is None:
        click.echo(f"{destination.name} was told: {title}", err=True)
    else:
        click.echo(f"{destination.name} was not told, the next run tries again: {refused}", err=True)
    return refused is None
