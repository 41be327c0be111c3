"""`kalbarcrawl validate`: whether a dataset is whole and says the truth about itself."""

from __future__ import annotations

from pathlib import Path

import click

from kalbarcrawl.cli.options import extra


@click.command("validate")
@click.argument("folder", metavar="DIR", type=click.Path(exists=True, file_okay=False, path_type=Path))
@click.option("--json", "as_json", is_flag=True, help="One line of JSON for each problem.")
def command(folder: Path, as_json: bool) -> None:
    """Check a dataset against its manifest: files, hashes, rows, order, clusters and splits, removals, descriptions.

    Every line of JSON is held against article.schema.json, and all formats against each other. Exit status: 0 where
    all is well, 1 with a line for each problem.

    \b
    Example:
      kalbarcrawl validate corpus
    """
    with extra("dataset", "a check"):
        from kalbarcrawl.dataset.check import problems

    import json

    from kalbarcrawl.cli.progress import progress

    with progress() as hears:
        found = 0
        for line in problems(folder, hears):
            found += 1
            path, _, what = line.partition(": ")
            click.echo(json.dumps({"path": path, "problem": what}, ensure_ascii=False) if as_json else line)
    if not as_json:
        click.echo(f"{folder}: {found or 'no'} problems", err=bool(found))
    raise SystemExit(1 if found else 0)
