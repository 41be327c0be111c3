"""`kalbarcrawl list`: the newsrooms described here."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from kalbarcrawl.publisher import Publisher
    from kalbarcrawl.sources import Source

LONGEST = 80
"""An address longer than this would fill a terminal's line."""


@click.command("list")
@click.option("--region", help="Only publishers whose region contains this, whatever its case.")
@click.option("--json", "as_json", is_flag=True, help="One line of JSON a publisher.")
def command(region: str | None, as_json: bool) -> None:
    """List the publishers with region, family, sources and the evidence their facts rest on.

    \b
    Examples:
      kalbarcrawl list
      kalbarcrawl list --region "Kalimantan Barat" --json
    """
    from kalbarcrawl.publishers import all_publishers

    chosen = [
        publisher
        for publisher in all_publishers().values()
        if region is None or region.casefold() in publisher.region.casefold()
    ]
    for publisher in chosen:
        click.echo(json.dumps(_facts(publisher), ensure_ascii=False) if as_json else _described(publisher))
    if not as_json:
        click.echo(f"{len(chosen)} publishers", err=True)


def _facts(publisher: Publisher) -> dict[str, object]:
    return {
        "name": publisher.name,
        "title": publisher.title,
        "home": publisher.home,
        "region": publisher.region,
        "family": publisher.family or None,
        "sources": [
            {"kind": type(source).__name__, "url": source.url, "reach": source.reach} for source in publisher.sources
        ],
        "evidence": publisher.evidence,
    }


def _address(source: Source) -> str:
    """A source's address for people: its pattern where it has one, without the query where that runs on."""
    address = getattr(source, "template", "") or source.url
    return address if len(address) <= LONGEST else address.split("?")[0]


def _described(publisher: Publisher) -> str:
    sources = ", ".join(f"{type(source).__name__} {_address(source)} ({source.reach})" for source in publisher.sources)
    return (
        f"{click.style(publisher.name, bold=True)}  {publisher.title}  {publisher.home}\n"
        f"    region    {publisher.region}\n"
        f"    family    {publisher.family or 'its own'}\n"
        f"    sources   {sources or 'none'}\n"
        f"    evidence  {publisher.evidence}"
    )
