"""The verdict on each publisher: every examination in turn, the gravest first."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import UTC, datetime

from kalbarcrawl.health.access import a_source_fails, articles_refused, no_source_answers
from kalbarcrawl.health.content import fields_are_lost, pages_give_nothing
from kalbarcrawl.health.pace import a_source_lists_nothing, is_silent, is_slow, listings_are_empty
from kalbarcrawl.health.state import STATES, Health
from kalbarcrawl.store import Store
from kalbarcrawl.store.looks import held
from kalbarcrawl.store.measured import recent, unmeasured
from kalbarcrawl.store.measures import Measures, Reading
from kalbarcrawl.store.revisit import moment
from kalbarcrawl.store.visit import GOOD

KILLED = 2
"""Runs killed in a row, before that is no accident any more."""
EXAMINATIONS = (
    no_source_answers,
    articles_refused,
    pages_give_nothing,
    fields_are_lost,
    a_source_fails,
    a_source_lists_nothing,
    is_slow,
    listings_are_empty,
    is_silent,
)


def health_of(runs: Sequence[Measures]) -> Health:
    """How a publisher is by its runs, newest last.

    Runs of other kinds, runs that read no source and those that a fault of ours ended may be among them and say
    nothing. Raises ValueError for no runs.
    """
    if not runs:
        raise ValueError("no runs to judge a publisher by")
    name, telling = runs[0].publisher, [run for run in runs if tells(run)]
    if not telling:
        return Health(name, "never", reason="no run has read a source yet")
    fine = Health(
        name,
        "fine",
        runs=len(telling),
        last_run=telling[-1].started_at,
        last_success=_last(telling, [any(map(_good, run.sources.values())) for run in telling]),
        last_article=_last(telling, [run.new > 0 for run in telling]),
        newest=max((run.newest for run in telling if run.newest), key=_moment, default=None),
    )
    for examine in EXAMINATIONS:
        if found := examine(telling):
            return replace(
                fine,
                state=found.state,
                what=found.what,
                reason=found.reason,
                since=telling[found.first].started_at,
                example=found.example,
                runs=found.runs,
            )
    return fine


def tells(run: Measures) -> bool:
    """Whether a run tells how its newsroom is."""
    return run.kind == "latest" and bool(run.sources) and run.ended != "fault"


def healths(store: Store, publishers: Iterable[str] = (), *, now: datetime | None = None) -> list[Health]:
    """How every publisher with measured runs is, and those of `publishers` without any ("never"); the worst first."""
    now = now or datetime.now(UTC)
    past, running = recent(store, now), held(store, now)
    found = {name: health_of(runs) for name, runs in past.items()}
    for name, begun in unmeasured(store).items():
        killed = begun[:-1] if name in running else begun
        if len(killed) >= KILLED:
            found[name] = _killed(found.get(name, Health(name, "never")), killed)
    missing = dict.fromkeys(name for name in publishers if name not in found)
    found |= {name: Health(name, "never", reason="no crawl of its latest listings measured it yet") for name in missing}
    return sorted(found.values(), key=lambda one: (STATES.index(one.state), one.publisher))


def _killed(before: Health, runs: Sequence[str]) -> Health:
    """The health of a publisher whose newest runs were all killed: what they would have found nobody knows."""
    reason = f"the last {len(runs)} runs were killed before their end: by hand, for want of memory, with the machine?"
    return replace(before, state="broken", what="crawl", reason=reason, since=runs[0], example=None, runs=len(runs))


def _last(runs: Sequence[Measures], wanted: Sequence[bool]) -> str | None:
    return next((run.started_at for run, right in zip(reversed(runs), reversed(wanted), strict=True) if right), None)


def _good(reading: Reading) -> bool:
    return reading.outcome in GOOD


def _moment(text: str) -> datetime:
    return moment(text) or datetime.min.replace(tzinfo=UTC)
