"""`kalbarcrawl metrics`: the newsrooms' health for Prometheus."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import click

from kalbarcrawl.cli.options import extra, open_store


@click.command("metrics")
@click.option("--output", type=click.Path(dir_okay=False, path_type=Path), help="File to write, whole or not at all.")
@click.option("--data", type=click.Path(file_okay=False, path_type=Path), help="Data folder [KALBARCRAWL_DATA, data].")
def command(output: Path | None, data: Path | None) -> None:
    """Write the state of every newsroom, its articles, outcomes, lag and response times in Prometheus' text format.

    Made for the textfile collector of node exporter: run it after each crawl, into a file of its folder that ends in
    .prom. Without --output it goes to standard output.

    \b
    Examples:
      kalbarcrawl metrics
      kalbarcrawl metrics --output /var/lib/prometheus/node-exporter/kalbarcrawl.prom
    """
    with extra("schedule", "a metrics file"):
        from kalbarcrawl.metrics import written
    from kalbarcrawl.publishers import all_publishers

    store = open_store(data)
    try:
        click.echo(written(store, all_publishers().values(), datetime.now(UTC), output), nl=False)
    except OSError as error:
        raise click.UsageError(f"{output} cannot be written: {error.strerror or error}") from error
