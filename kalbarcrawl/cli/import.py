"""`kalbarcrawl import`: an export, or another machine's lines, into a store."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import click


@click.command("import")
@click.argument("files", nargs=-1, required=True, type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option("--data", type=click.Path(file_okay=False, path_type=Path), help="Data folder [KALBARCRAWL_DATA, data].")
@click.option("--json", "as_json", is_flag=True, help="The counts as one line of JSON.")
def command(files: tuple[Path, ...], data: Path | None, as_json: bool) -> None:
    """Bring records of JSON Lines (.jsonl or .jsonl.gz) into the store, which is made where it is missing.

    A text that is kept already is not taken again, nor what was removed, nor a text older than the newest one kept.

    \b
    Examples:
      kalbarcrawl import corpus/data/train-00000-of-00001.jsonl.gz
      kalbarcrawl import other-machine/articles/*/*.jsonl --data data
    """
    import json

    from kalbarcrawl.cli.options import store_to_fill
    from kalbarcrawl.cli.progress import progress
    from kalbarcrawl.dataset.reading import UnreadableError, records_in
    from kalbarcrawl.store.imports import bring_in
    from kalbarcrawl.store.removals import LeftOut, tombstones
    from kalbarcrawl.store.run import clock, new_run

    store = store_to_fill(data)
    with progress() as hears:

        def counted() -> Iterator[dict[str, Any]]:
            for number, record in enumerate(records_in(files), 1):
                if number % 100 == 0:
                    hears("importing", number, None)
                yield record

        try:
            counts = bring_in(store, counted(), run=new_run(clock()), left_out=LeftOut(tombstones(store)))
        except (UnreadableError, KeyError, TypeError) as error:
            raise click.ClickException(f"{error}; what came before it is kept") from error
    if as_json:
        click.echo(json.dumps(dict(counts)))
    else:
        click.echo(", ".join(f"{count:,} {outcome}" for outcome, count in counts.most_common()) or "nothing to import")
