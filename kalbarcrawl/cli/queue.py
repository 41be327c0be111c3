"""`kalbarcrawl queue`: what waits, runs and failed."""

from __future__ import annotations

import difflib
import json
from collections import Counter
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Literal

import click

from kalbarcrawl.cli.options import the_queue

if TYPE_CHECKING:
    from kalbarcrawl.jobs import Job

DONE = {"retry": "put back", "drop": "dropped"}
LEFT = {"retry": ", it did not fail", "drop": "; it is left to end"}
"""Why a job that is there is not touched."""


@click.command("queue")
@click.option("--retry", metavar="TARGET", help="Put a failed job back: its publisher or archive, or `all`.")
@click.option("--drop", metavar="TARGET", help="Forget a job that does not run: its publisher or archive, or `all`.")
@click.option("--json", "as_json", is_flag=True, help="One line of JSON a job.")
def command(retry: str | None, drop: str | None, as_json: bool) -> None:
    """Print each job in the queue at KALBARCRAWL_QUEUE: its state (waits, runs, later, failed), kind, target, reason.

    A job that fails is tried three times more, after 1, 5 and 15 minutes; then it stays here as failed for 30 days.
    Exit status: 0, 1 where there was nothing to retry or to drop, 2 where there is no queue.

    \b
    Examples:
      kalbarcrawl queue
      kalbarcrawl queue --retry all
      kalbarcrawl queue --drop kalbaronline
    """
    queue = the_queue()
    missed = False
    if retry:
        missed |= not _done("retry", retry, list(queue.jobs()), queue.retry)
    if drop:
        missed |= not _done("drop", drop, list(queue.jobs()), queue.drop)
    jobs = sorted(queue.jobs(), key=lambda job: (job.state, job.kind, job.target))
    for job in jobs:
        click.echo(_line(job, as_json))
    states = Counter(job.state for job in jobs)
    click.echo(
        ", ".join(f"{count} {state}" for state, count in sorted(states.items())) or "the queue is empty", err=True
    )
    raise SystemExit(int(missed))


def _done(what: Literal["retry", "drop"], target: str, jobs: Sequence[Job], do: Callable[[Job], None]) -> bool:
    """Retry or drop the jobs for a target, and say how many there were; whether there were any."""
    named = [job for job in jobs if target in (job.target, "all")]
    meant = [job for job in named if (job.state == "failed" if what == "retry" else job.state != "runs")]
    for job in meant:
        do(job)
    if meant:
        click.echo(f"{len(meant)} job{'s'[: len(meant) != 1]} {DONE[what]}", err=True)
    else:
        click.echo(f"nothing to {what}: {_why(what, target, named, jobs)}", err=True)
    return bool(meant)


def _why(what: Literal["retry", "drop"], target: str, named: Sequence[Job], jobs: Sequence[Job]) -> str:
    if target == "all":
        return "no job failed" if what == "retry" else "every job runs" if jobs else "there is no job"
    if named:
        return f"the job for {target!r} {named[0].state}{LEFT[what]}"
    near = difflib.get_close_matches(target, {job.target for job in jobs}, n=3)
    return f"no job is for {target!r}" + (f"; did you mean {', '.join(near)}?" if near else "")


def _line(job: Job, as_json: bool) -> str:
    if not as_json:
        return "\t".join((job.state, job.kind, job.target, job.reason or "")).rstrip()
    names = ("state", "kind", "target", "failures", "reason")
    return json.dumps({name: getattr(job, name) for name in names}, ensure_ascii=False)
