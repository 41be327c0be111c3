"""`kalbarcrawl verify`: the store's own invariants."""

from __future__ import annotations

from pathlib import Path

import click


@click.command("verify")
@click.option("--data", type=click.Path(file_okay=False, path_type=Path), help="Data folder [KALBARCRAWL_DATA, data].")
def command(data: Path | None) -> None:
    """Check that the store contradicts itself nowhere: revisions, texts, identifiers, addresses.

    Exit status: 0 where all holds, 1 with a line for each contradiction.

    \b
    Example:
      kalbarcrawl verify --data data
    """
    from kalbarcrawl.cli.options import open_store
    from kalbarcrawl.store.history import broken, counts

    store = open_store(data)
    contradictions = list(broken(store))
    for line in contradictions:
        click.echo(line)
    kept = ", ".join(f"{count} {name}" for name, count in counts(store).items())
    click.echo(f"{kept}: {len(contradictions) or 'no'} contradictions")
    raise SystemExit(1 if contradictions else 0)
