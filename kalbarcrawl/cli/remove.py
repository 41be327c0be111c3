"""`kalbarcrawl remove`: leave an article or a publisher out of every dataset from now on."""

from __future__ import annotations

from pathlib import Path

import click


@click.command("remove")
@click.argument("url", required=False)
@click.option("--publisher", metavar="NAME", help="Leave out a whole publisher instead.")
@click.option("--why", help="The reason; it is published with the list of removals.")
@click.option("--data", type=click.Path(file_okay=False, path_type=Path), help="Data folder [KALBARCRAWL_DATA, data].")
@click.option("--json", "as_json", is_flag=True, help="One line of JSON for each tombstone.")
def command(url: str | None, publisher: str | None, why: str | None, data: Path | None, as_json: bool) -> None:
    """Put a tombstone on the article at URL (or on a publisher): no export holds it again, whatever is crawled later.

    The text stays in the store. Exports list the hash of what was removed in removed.jsonl, so that whoever holds an
    older copy can follow.

    \b
    Examples:
      kalbarcrawl remove https://example.com/berita/1 --why "the person named asked for it"
      kalbarcrawl remove --publisher example --why "asked by the newsroom"
    """
    if (url is None) == (publisher is None):
        raise click.UsageError("name either an address or --publisher NAME")

    import json
    from dataclasses import asdict

    from kalbarcrawl.cli.options import known_publishers, open_store
    from kalbarcrawl.store.removals import remove_address, remove_publisher
    from kalbarcrawl.store.run import clock

    store = open_store(data, writing=True)
    if url is not None:
        buried = remove_address(store, url, now=clock(), why=why)
    else:
        known_publishers(store, [publisher or ""])
        buried = remove_publisher(store, publisher or "", now=clock(), why=why)
    for one in buried:
        if as_json:
            click.echo(json.dumps(asdict(one) | {"hash": one.hash}, ensure_ascii=False))
        else:
            click.echo(f"{one.kind} {one.value}: left out since {one.removed_at}")
    if url is not None and len(buried) == 1:
        click.echo("no article is kept under this address; it stays out if one ever comes", err=True)
    elif publisher is not None and next(iter(store.records((publisher,))), None) is None:
        click.echo(f"no article of {publisher} is kept; it stays out if one ever comes", err=True)
