"""`kalbarcrawl check`: publishers' facts proved on their live sites."""

from __future__ import annotations

import json
from dataclasses import asdict
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

import click

if TYPE_CHECKING:
    from kalbarcrawl.owners.checking import Checked
    from kalbarcrawl.publisher import Publisher

COLOURS = {"ok": "green", "note": "yellow", "fails": "red"}
WIDTH = 140
"""Columns of the table where no terminal says how many there are."""


@click.command("check")
@click.argument("names", nargs=-1, metavar="[NAME...]")
@click.option("--articles", type=click.IntRange(1, 50), default=3, show_default=True, help="Latest articles to read.")
@click.option("--json", "as_json", is_flag=True, help="One line of JSON a publisher.")
@click.option("--allow-private", is_flag=True, help="Allow requests to this machine and private networks.")
@click.option("--setting", "-s", "settings", multiple=True, metavar="NAME=VALUE", help="Any setting of Scrapy's.")
@click.option("--verbose", "-v", is_flag=True, help="Scrapy's own log as well.")
def command(
    names: tuple[str, ...],
    articles: int,
    as_json: bool,
    allow_private: bool,
    settings: tuple[str, ...],
    verbose: bool,
) -> None:
    """Put the facts of publishers NAME... (of all, without a name) to the test on their sites.

    Does each source list articles, does each field fill on the latest ones, and by which rule? For what fails: what
    was found instead, and which element looks right. Exit status: 0 when nothing fails, 1 when something does, 2 when
    nothing could be tried (no such publisher, no answer from any site).

    \b
    Examples:
      kalbarcrawl check kalbaronline
      kalbarcrawl check kalbaronline --articles 10 --json
    """
    from kalbarcrawl.cli.options import pairs
    from kalbarcrawl.cli.progress import progress
    from kalbarcrawl.cli.target import publishers_called
    from kalbarcrawl.spiders.reader import read

    publishers = publishers_called(names)
    changes = {"DOWNLOAD_SLOTS": _slots(publishers)} | pairs(settings, allow_private=allow_private)
    with progress() as hears:
        checked = read(lambda fetch: _all(publishers, fetch, articles), changes, hears=hears, verbose=verbose)
    for one in checked:
        if as_json:
            click.echo(json.dumps({"ok": one.ok} | asdict(one), ensure_ascii=False))
        else:
            _print(one)
    if not any(one.reached for one in checked):
        raise SystemExit(2)
    raise SystemExit(0 if all(one.ok for one in checked) else 1)


async def _all(publishers: list[Publisher], fetch: Any, articles: int) -> list[Checked]:
    """Every publisher's proof; they run side by side, each at its own site's pace."""
    import asyncio

    from kalbarcrawl.owners.checking import Checked, Row, check

    async def one(publisher: Publisher) -> Checked:
        try:
            return await check(publisher, fetch, articles=articles)
        except Exception as error:  # noqa: BLE001 - what one publisher's facts break must not hide the others'
            return Checked(publisher.name, (Row("check", "fails", f"{type(error).__name__}: {error}"),))

    return await asyncio.gather(*map(one, publishers))


def _slots(publishers: list[Publisher]) -> dict[str, dict[str, Any]]:
    """The pace that publishers ask for, as Scrapy takes it: by host."""
    return {
        urlsplit(publisher.home).hostname or "": {"concurrency": publisher.concurrency, "delay": publisher.delay}
        for publisher in publishers
        if publisher.delay is not None
    }


def _print(checked: Checked) -> None:
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    console = Console()
    if not console.is_terminal:
        console = Console(width=WIDTH)
    table = Table(title=checked.publisher, title_justify="left", title_style="bold", show_edge=False, pad_edge=False)
    for column in ("", "what", "found"):
        table.add_column(column, overflow="fold")
    for row in checked.rows:
        found = Text(row.said)
        if row.instead:
            found.append(f"\n→ {row.instead}", style="cyan")
        table.add_row(Text(row.verdict, style=COLOURS[row.verdict]), Text(row.what), found)
    console.print(table)
    console.print()
