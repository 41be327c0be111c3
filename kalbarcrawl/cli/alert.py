"""`kalbarcrawl alert`: telling that a newsroom's health changed."""

from __future__ import annotations

import os
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

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

    Exit status: 0, 1 when a message was not taken (the next run sends it again), 2 when nothing could be told.

    \b
    Examples:
      kalbarcrawl alert --dry-run
      kalbarcrawl alert --to mailto://crawler@example.org
    """
    urls = [*to] or os.environ.get("KALBARCRAWL_ALERTS", "").split()
    store = open_store(data)
    if not urls and not dry_run:
        click.echo("nobody to tell: name addresses in KALBARCRAWL_ALERTS or --to", err=True)
        return
    found = _destinations(urls)
    if dry_run:
        for one in found:
            _show(store, one.name, one.id)
        if not found:
            _show(store, "a destination that was told nothing yet", "")
        return
    holder = store.lock(LOCK, now=datetime.now(UTC))
    if holder is not None:
        click.echo(f"another process is telling: {holder}", err=True)
        return
    try:
        failed = [one for one in found if not _tell(store, one)]
    finally:
        store.unlock(LOCK)
    raise SystemExit(int(bool(failed)))


def _destinations(urls: list[str]) -> list[Destination]:
    if not urls:
        return []
    with extra("schedule", "an alert"):
        from kalbarcrawl.alerts.delivery import DestinationError, destinations
    try:
        return destinations(urls)
    except DestinationError as error:
        raise click.UsageError(str(error)) from error


def _show(store: Store, name: str, destination: str) -> None:
    """Print what a destination would be told."""
    from kalbarcrawl.alerts.news import message, news_of
    from kalbarcrawl.store.told import told

    now = datetime.now(UTC)
    news = news_of(all_healths(store, now, described=False), told(store, destination), now)
    if news:
        click.echo(f"{name} would be told:", err=True)
        click.echo("\n".join(message(news)))
    else:
        click.echo(f"{name}: nothing to tell", err=True)


def _tell(store: Store, destination: Destination) -> bool:
    """Tell a destination its news and remember it; whether all went well."""
    from kalbarcrawl.alerts.delivery import send
    from kalbarcrawl.alerts.news import message, news_of
    from kalbarcrawl.store.told import tell, told

    now = datetime.now(UTC)
    news = news_of(all_healths(store, now, described=False), told(store, destination.id), now)
    if not news:
        return True
    title, text = message(news)
    why = send(destination, title, text, good=all(one.good for one in news))
    if why is None:
        tell(store, destination.id, [(one.health.publisher, one.kind) for one in news], now=now)
        click.echo(f"{destination.name} was told: {title}", err=True)
        return True
    click.echo(f"{destination.name} was not told, the next run tries again: {why}", err=True)
    return False
