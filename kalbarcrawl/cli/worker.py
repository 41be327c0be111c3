"""`kalbarcrawl worker`: run jobs from the queue."""

from __future__ import annotations

import os

import click

from kalbarcrawl.cli.options import LOG_FORMAT, the_queue
from kalbarcrawl.logs import Format, set_up


@click.command("worker")
@click.option("--processes", type=click.IntRange(1), default=1, show_default=True, help="Jobs side by side.")
@LOG_FORMAT
def command(processes: int, log_format: Format) -> None:
    """Run jobs from the queue at KALBARCRAWL_QUEUE until SIGINT or SIGTERM; a job cut off goes to another worker.

    \b
    Examples:
      kalbarcrawl worker --processes 8
      KALBARCRAWL_QUEUE=redis://queue.example/0 kalbarcrawl worker
    """
    os.environ["KALBARCRAWL_LOG_FORMAT"] = log_format  # for the children that do the jobs
    set_up(log_format)
    the_queue().work(processes)
