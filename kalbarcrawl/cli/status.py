"""`kalbarcrawl status`: how the last visits ended."""

from __future__ import annotations

import json
from dataclasses import asdict
from pathlib import Path

import click


@click.command("status")
@click.argument("name", required=False)
@click.option("--data", type=click.Path(file_okay=False, path_type=Path), help="Data folder [KALBARCRAWL_DATA, data].")
@click.option("--json", "as_json", is_flag=True, help="One line of JSON for each publisher, kind and outcome.")
def command(name: str | None, data: Path | None, as_json: bool) -> None:
    """Show how the last visits to every publisher's listings and articles ended (or to those of NAME).

    \b
    Examples:
      kalbarcrawl status
      kalbarcrawl status kalbaronline --json
    """
    from kalbarcrawl.cli.options import open_store
    from kalbarcrawl.store.history import endings

    last_name = None
    for ending in endings(open_store(data), name):
        if as_json:
            click.echo(json.dumps(asdict(ending)))
            continue
        if ending.publisher != last_name:
            click.echo(ending.publisher)
            last_name = ending.publisher
        click.echo(f"  {ending.count:6} {ending.kind:8} {ending.outcome:24} last {ending.last[:19]}Z")
