"""`kalbarcrawl queue`: what waits, runs and failed."""

from __future__ import annotations

from collections import Counter

import click

from kalbarcrawl.cli.options import the_queue


@click.command("queue")
@click.option("--retry", metavar="TARGET", help="Put a failed job back: its publisher or archive, or `all`.")
@click.option("--drop", metavar="TARGET", help="Forget a job that does not run: its publisher or archive, or `all`.")
def command(retry: str | None, drop: str | None) -> None:
    """Print each job in the queue at KALBARCRAWL_QUEUE: its state (waits, runs, later, failed), kind, target, reason.

    A job that fails is tried three times more, after 1, 5 and 15 minutes; then it stays here as failed for 30 days.

    \b
    Examples:
      kalbarcrawl queue
      kalbarcrawl queue --retry all
      kalbarcrawl queue --drop kalbaronline
    """
    queue = the_queue()
    jobs = list(queue.jobs())
    for job in jobs:
        if retry in (job.target, "all") and job.state == "failed":
            queue.retry(job)
        if drop in (job.target, "all") and job.state != "runs":
            queue.drop(job)
    if retry or drop:
        jobs = list(queue.jobs())
    for job in sorted(jobs, key=lambda job: (job.state, job.kind, job.target)):
        click.echo("\t".join((job.state, job.kind, job.target, job.reason or "")).rstrip())
    states = Counter(job.state for job in jobs)
    click.echo(
        ", ".join(f"{count} {state}" for state, count in sorted(states.items())) or "the queue is empty", err=True
    )
