"""`kalbarcrawl rehydrate`: the texts behind a list of addresses, fetched again."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from kalbarcrawl.publisher import Publisher


@click.command("rehydrate")
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option("--out", type=click.Path(dir_okay=False, path_type=Path), help="Write the articles found there as JSON.")
@click.option("--allow-private", is_flag=True, help="Allow requests to this machine and private networks.")
@click.option("--setting", "-s", "settings", multiple=True, metavar="NAME=VALUE", help="Any setting of Scrapy's.")
def command(file: Path, out: Path | None, allow_private: bool, settings: tuple[str, ...]) -> None:
    """Fetch the addresses of an export made with --urls-only (.jsonl, .jsonl.gz or .csv), with a crawl's manners.

    A line of JSON for each row says whether title and text are the same, changed, gone, or how else the visit ended
    (blocked, timeout, robots, ...). Exit status: 0 when every row is same or changed, else 1.

    \b
    Examples:
      kalbarcrawl rehydrate links/data/train-00000-of-00001.jsonl.gz --out articles.jsonl
      kalbarcrawl rehydrate links/data/train-00000-of-00001.csv | jq -r .status | sort | uniq -c
    """
    import json
    from collections import Counter
    from contextlib import ExitStack
    from tempfile import TemporaryDirectory

    from kalbarcrawl.cli.options import pairs
    from kalbarcrawl.dataset.reading import UnreadableError
    from kalbarcrawl.dataset.rehydrate import compared, rows_to_fetch
    from kalbarcrawl.spiders.process import refetch
    from kalbarcrawl.store.run import clock, new_run

    changes = pairs(settings, allow_private=allow_private)
    try:
        rows = list(rows_to_fetch(file))
    except UnreadableError as error:
        raise click.ClickException(str(error)) from error
    counts: Counter[str] = Counter()
    with TemporaryDirectory() as folder, ExitStack() as stack:
        run = new_run(clock())
        refetch(by_publisher(row.url for row in rows), run, Path(folder), changes)
        articles = stack.enter_context(out.open("w", encoding="utf-8")) if out else None
        for row, status, record in compared(rows, Path(folder), run):
            counts[status] += 1
            click.echo(json.dumps({"id": row.id, "url": row.url, "status": status}, ensure_ascii=False))
            if articles and record:
                articles.write(json.dumps(record, ensure_ascii=False) + "\n")
    click.echo(", ".join(f"{count:,} {status}" for status, count in counts.most_common()) or "no rows", err=True)
    raise SystemExit(0 if counts.keys() <= {"same", "changed"} else 1)


def by_publisher(urls: Iterable[str]) -> list[tuple[Publisher, tuple[str, ...]]]:
    """Addresses by the publisher they belong to, each once."""
    from kalbarcrawl.addresses import clean_address
    from kalbarcrawl.generic import undescribed
    from kalbarcrawl.publishers import publisher_of

    found: dict[str, tuple[Publisher, dict[str, None]]] = {}
    for url in map(clean_address, urls):
        publisher = publisher_of(url) or undescribed(url)
        found.setdefault(publisher.name, (publisher, {}))[1][url] = None
    return [(publisher, tuple(own)) for publisher, own in found.values()]
