"""Whether we get in: is the newsroom down, are we blocked, is a source no longer where it was."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from urllib.parse import urlsplit

from kalbarcrawl.health.state import State, Verdict
from kalbarcrawl.store.measures import Measures, Reading
from kalbarcrawl.store.visit import GOOD

BLOCKED = frozenset({"blocked", "rate_limited", "robots"})
"""Outcomes by which a newsroom, or what stands before it, says no to us."""
DOWN = frozenset({"timeout", "dns", "network", "tls", "truncated", "unavailable", "server_error"})
"""Outcomes by which it says nothing at all, to anybody."""
REFUSED_ARTICLES = 3
"""Article addresses refused, and none given meanwhile, before listings that answer are no excuse."""
MOVED = 3
"""Readings in a row of one source among others that fail before it counts as broken: a CMS has its moments."""
ASLEEP = 4
"""The same where it fails as what is down fails: that passes more often."""


def no_source_answers(runs: Sequence[Measures]) -> Verdict | None:
    """All sources fail: the newsroom is down, we are blocked, or nothing is where it was. One run is enough to say."""
    first = len(runs)
    state = _shut(runs[-1])
    while first and state and _shut(runs[first - 1]) == state:
        first -= 1
    if state is None:
        return None
    failing = [(url, one) for url, one in runs[-1].sources.items() if _state_of(one.outcome) == state]
    url, reading = failing[0]
    others = f" and {len(failing) - 1} more" if len(failing) > 1 else ""
    count = len(runs) - first
    reason = f"{path_of(url)}{others}: {_said(reading)}, " + (
        f"{count} runs in a row" if count > 1 else "at the last run"
    )
    return Verdict(state, "source" if state == "broken" else "", reason, first, count, url)


def articles_refused(runs: Sequence[Measures]) -> Verdict | None:
    """Listings answer, articles do not: a wall before the pages alone, or a database that fails."""
    refused: Counter[str] = Counter()
    first, seen = len(runs), 0
    for place in range(len(runs) - 1, -1, -1):
        # What robots.txt excludes is a choice of the newsroom's, of some of its pages.
        outcomes = {outcome: count for outcome, count in runs[place].outcomes.items() if outcome != "robots"}
        if any(outcome in GOOD or _state_of(outcome) == "broken" for outcome in outcomes):
            break
        refused.update(outcomes)
        if outcomes:
            first, seen = place, seen + 1
    if refused.total() < REFUSED_ARTICLES:
        return None
    outcome, _ = refused.most_common(1)[0]
    reason = f"listings answer, of {refused.total()} articles none: {counted(refused)}"
    return Verdict(_state_of(outcome), "", reason, first, seen, example_of(runs[first:], outcome))


def a_source_fails(runs: Sequence[Measures]) -> Verdict | None:
    """One source among others that answer was good and fails at every reading since."""
    for url, last in runs[-1].sources.items():
        if last.outcome in GOOD:
            continue
        readings = [(place, run.sources[url]) for place, run in enumerate(runs) if url in run.sources]
        bad = 0
        while bad < len(readings) and readings[-1 - bad][1].outcome not in GOOD:
            bad += 1
        if bad < len(readings) and bad >= (ASLEEP if last.outcome in DOWN else MOVED):
            reason = f"{path_of(url)}: {_said(last)}, {bad} readings in a row; other sources answer"
            return Verdict("broken", "source", reason, readings[-bad][0], bad, url)
    return None


def path_of(url: str) -> str:
    """An address without its host, for people who know whose it is."""
    parts = urlsplit(url)
    return (parts.path or "/") + (f"?{parts.query}" if parts.query else "")


def tells(outcome: str) -> bool:
    """Whether an outcome tells of the page rather than of the way there."""
    return outcome not in BLOCKED and outcome not in DOWN


def _shut(run: Measures) -> State | None:
    """How a run was shut out of every source; None where one gave what it should."""
    outcomes = [one.outcome for one in run.sources.values()]
    if any(outcome in GOOD for outcome in outcomes):
        return None
    return Counter(map(_state_of, outcomes)).most_common(1)[0][0]


def _state_of(outcome: str) -> State:
    return "blocked" if outcome in BLOCKED else "down" if outcome in DOWN else "broken"


def _said(reading: Reading) -> str:
    return f"{reading.outcome} ({reading.error})" if reading.error else reading.outcome


def counted(outcomes: Counter[str]) -> str:
    """The commonest outcomes with their numbers, as a phrase."""
    return ", ".join(f"{count} {outcome}" for outcome, count in outcomes.most_common(3))


def example_of(runs: Sequence[Measures], outcome: str) -> str | None:
    """The newest example of an outcome; None where there is none."""
    return next((run.examples[outcome] for run in reversed(runs) if outcome in run.examples), None)
