"""`kalbarcrawl worker`: run jobs from the queue."""

from __future__ import annotations

import click

from kalbarcrawl.cli.options import the_queue


@click.command("worker")
@click.option("--processes", type=click.IntRange(1), default=1, show_default=True, help="Jobs side by side.")
def command(processes: int) -> None:
    """Run jobs from the queue at KALBARCRAWL_QUEUE until SIGINT or SIGTERM; a job cut off goes to another worker.

    \b
    Examples:
      kalbarcrawl worker --processes 8
      KALBARCRAWL_QUEUE=redis://queue.example/0 kalbarcrawl worker
    """
    the_queue().work(processes)
