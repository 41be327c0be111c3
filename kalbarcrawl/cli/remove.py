"""`kalbarcrawl remove`: leave an article or a publisher out of every dataset from now on."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from kalbarcrawl.store import Store
    from kalbarcrawl.store.removals import Tombstone


@click.command("remove")
@click.argument("url", required=False)
@click.option("--publisher", metavar="NAME", help="Leave out a whole publisher instead.")
@click.option("--why", help="The reason; it is published with the list of removals.")
@click.option("--list", "lists", is_flag=True, help="List what is left out, and remove nothing.")
@click.option("--undo", is_flag=True, help="Let the article at URL, or the publisher, into datasets again.")
@click.option("--data", type=click.Path(file_okay=False, path_type=Path), help="Data folder [KALBARCRAWL_DATA, data].")
@click.option("--json", "as_json", is_flag=True, help="One line of JSON for each tombstone.")
def command(
    url: str | None,
    publisher: str | None,
    why: str | None,
    lists: bool,
    undo: bool,
    data: Path | None,
    as_json: bool,
) -> None:
    """Put a tombstone on the article at URL (or on a publisher): no export holds it again, whatever is crawled later.

    The text stays in the store. Exports list the hash of what was removed in removed.jsonl, so that whoever holds an
    older copy can follow. Exit status: 0, 1 where there is nothing to undo, 2 where it could not run.

    \b
    Examples:
      kalbarcrawl remove https://example.com/berita/1 --why "the person named asked for it"
      kalbarcrawl remove --publisher example --why "asked by the newsroom"
      kalbarcrawl remove --list
      kalbarcrawl remove --undo https://example.com/berita/1
    """
    if lists and (url or publisher or undo or why):
        raise click.UsageError("--list goes alone")
    if not lists and (url is None) == (publisher is None):
        raise click.UsageError("name either an address or --publisher NAME")
    if undo and why:
        raise click.UsageError("--why goes with a removal; an undone one leaves no trace")

    from kalbarcrawl.cli.options import open_store
    from kalbarcrawl.store.removals import restore_address, restore_publisher, tombstones

    store = open_store(data, writing=not lists)
    if lists:
        _say(tombstones(store), as_json, "left out since {removed_at}")
        return
    if undo:
        raised = restore_address(store, url) if url is not None else restore_publisher(store, publisher or "")
        _say(raised, as_json, "no longer left out")
        if not raised:
            click.echo(f"nothing to undo: {url or publisher} is not left out (see --list)", err=True)
        raise SystemExit(int(not raised))
    _remove(store, url, publisher, why, as_json)


def _remove(store: Store, url: str | None, publisher: str | None, why: str | None, as_json: bool) -> None:
    """Put the tombstones up, and say where nothing is kept that they would cover."""
    from kalbarcrawl.cli.options import known_publishers
    from kalbarcrawl.store.removals import remove_address, remove_publisher
    from kalbarcrawl.store.run import clock

    if url is not None:
        buried = remove_address(store, url, now=clock(), why=why)
    else:
        known_publishers(store, [publisher or ""])
        buried = remove_publisher(store, publisher or "", now=clock(), why=why)
    _say(buried, as_json, "left out since {removed_at}")
    if url is not None and len(buried) == 1:
        click.echo("no article is kept under this address; it stays out if one ever comes", err=True)
    elif publisher is not None and next(iter(store.records((publisher,))), None) is None:
        click.echo(f"no article of {publisher} is kept; it stays out if one ever comes", err=True)


def _say(some: Iterable[Tombstone], as_json: bool, what: str) -> None:
    """A line for each tombstone."""
    for one in some:
        if as_json:
            click.echo(json.dumps(asdict(one) | {"hash": one.hash}, ensure_ascii=False))
        else:
            why = f" ({one.why})" if one.why else ""
            click.echo(f"{one.kind} {one.value}: {what.format(removed_at=one.removed_at)}{why}")
