"""`kalbarcrawl browse`: the corpus in a browser."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

import click

from kalbarcrawl.cli.options import extra, open_store

if TYPE_CHECKING:
    from kalbarcrawl.store import Store


@click.command("browse")
@click.option("--data", type=click.Path(file_okay=False, path_type=Path), help="Data folder [KALBARCRAWL_DATA, data].")
@click.option("--host", default="127.0.0.1", show_default=True, help="Where to listen.")
@click.option("--port", type=click.IntRange(0, 65535), default=8001, show_default=True, help="0 takes a free one.")
@click.option("--index", type=click.Path(dir_okay=False, path_type=Path),
              help="The file of the full-text index [browse.sqlite in the data folder].")  # fmt: skip
@click.option("--open", "opens", is_flag=True, help="Open a browser.")
@click.option("--refresh-only", is_flag=True, help="Bring the index up to date and end.")
def command(data: Path | None, host: str, port: int, index: Path | None, opens: bool, refresh_only: bool) -> None:
    """Search and read the corpus in a browser: words, publisher, section, days; each article beside its revisions.

    Reads only. An index beside the store is brought up to date first, and every minute or so while it runs: a crawl may
    run meanwhile. Whoever can reach HOST can read everything, so only this machine can unless --host says otherwise.

    \b
    Examples:
      kalbarcrawl browse
      kalbarcrawl browse --data data --port 8080 --open
      kalbarcrawl browse --refresh-only
    """
    with extra("web", "browsing"):
        from kalbarcrawl.browse.app import application
        from kalbarcrawl.browse.serving import address_of, is_own, kept_fresh, listen, serve
    from kalbarcrawl.publishers import all_publishers

    store = open_store(data)
    path = index or (data or Path(os.environ.get("KALBARCRAWL_DATA", "data"))) / "browse.sqlite"
    if refresh_only:
        _refresh(store, path)
        return
    try:
        opened = listen(host, port)
    except OSError as error:
        raise click.UsageError(f"cannot listen at {host}:{port}: {error.strerror}; see --port") from error
    _refresh(store, path)
    titles = {name: publisher.title for name, publisher in all_publishers().items()}
    with kept_fresh(store, path, lambda text: click.echo(text, err=True)):
        click.echo(address_of(opened))
        if not is_own(opened):
            click.echo("whoever can reach this machine can read all of it: there is no password", err=True)
        click.echo("Ctrl-C ends it", err=True)
        if opens:
            click.launch(address_of(opened))
        serve(application(store, path, titles, host), opened)


def _refresh(store: Store, path: Path) -> None:
    import sqlite3
    from datetime import UTC, datetime

    from kalbarcrawl.browse.index import ForeignIndexError, refresh
    from kalbarcrawl.cli.progress import progress

    try:
        with progress() as hears:
            done = refresh(store, path, now=datetime.now(UTC), hears=hears)
    except ForeignIndexError as error:
        raise click.UsageError(str(error)) from error
    except (sqlite3.Error, OSError) as error:
        raise click.UsageError(
            f"cannot write the index {path}: {error}; delete it to have it made anew, or name another with --index"
        ) from error
    click.echo(
        f"{path}: {done.articles:,} articles ({done.added:,} new, {done.changed:,} changed, {done.dropped:,} dropped)",
        err=True,
    )
