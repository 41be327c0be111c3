"""`kalbarcrawl worker`: run jobs from the queue."""

from __future__ import annotations

import os
from datetime import timedelta

import click

from kalbarcrawl.cli.options import LOG_FORMAT, spans, the_queue
from kalbarcrawl.logs import Format, set_up


@click.command("worker")
@click.option("--processes", type=click.IntRange(1), default=1, show_default=True, help="Jobs side by side.")
@click.option(
    "--retry-after",
    "backoff",
    multiple=True,
    callback=spans,
    metavar="SPAN",
    help="Until a failed job's next try, such as 30s, 5m; say it once for each further try [1m 5m 15m].",
)
@LOG_FORMAT
def command(processes: int, backoff: tuple[timedelta, ...], log_format: Format) -> None:
    """Run jobs from the queue at KALBARCRAWL_QUEUE until SIGINT or SIGTERM; a job cut off goes to another worker.

    \b
    Examples:
      kalbarcrawl worker --processes 8
      KALBARCRAWL_QUEUE=redis://queue.example/0 kalbarcrawl worker
    """
    os.environ["KALBARCRAWL_LOG_FORMAT"] = log_format  # for the children that do the jobs
    set_up(log_format)
    the_queue(backoff=[span.total_seconds() for span in backoff]).work(processes)
