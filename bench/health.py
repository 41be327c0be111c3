"""False alarms over ordinary newsrooms, and how many articles a breakage takes to be told from an ordinary day.

    python bench/health.py [NEWSROOMS]

The newsrooms are those of tests/test_health_false_alarms.py: each with habits of its own in how much it publishes and
which fields it fills, with galleries, 404s, nights, series without a byline, late answers, and sources that fail one
time in a hundred. Each is judged after every run of twelve days. Then each is broken half-way in several ways, and
judged on until it shows.
"""

from __future__ import annotations

import statistics
import sys
import time
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))

from kalbarcrawl.health import health_of
from kalbarcrawl.store.measures import Filled, Measures
from tests.test_health_false_alarms import newsroom

RUNS = 24 * 12
SHUT = ("timeout", "server_error", "not_found")


def lost(name: str) -> Callable[[Measures], Measures]:
    """A field that is found no more."""
    return lambda run: replace(run, fields=_with(run, name, lambda one: Filled(one.read)))


def generic(name: str) -> Callable[[Measures], Measures]:
    """A field that only generic rules find."""
    return lambda run: replace(run, fields=_with(run, name, lambda one: replace(one, own=0)))


def moved(run: Measures) -> Measures:
    """Articles whose addresses are not there."""
    return replace(run, outcomes={"not_found": sum(run.outcomes.values())} if run.outcomes else {}, fields={})


def _with(run: Measures, name: str, change: Callable[[Filled], Filled]) -> Mapping[str, Filled]:
    return {field: change(one) if field == name else one for field, one in run.fields.items()}


BREAKAGES: dict[str, Callable[[Measures], Measures]] = {
    "the body by generic rules": generic("body"),
    "no body": lost("body"),
    "no authors, where most had one": lost("authors"),
    "every address 404": moved,
}


def alarms(rooms: Sequence[Sequence[Measures]]) -> tuple[int, Counter[str]]:
    """How many verdicts were given after each run, and the alarms among them."""
    given, found = 0, Counter[str]()
    for runs in rooms:
        for last in range(1, len(runs) + 1):
            if all(one.outcome in SHUT for one in runs[last - 1].sources.values()):
                continue  # both sources at once: that is down, and is to be called so
            health = health_of(runs[:last])
            given += 1
            found.update([f"{health.state} {health.what}"] if health.state not in ("fine", "no news") else [])
    return given, found


def noticed(runs: Sequence[Measures], breaks: Callable[[Measures], Measures]) -> int | None:
    """How many articles' addresses were visited after the break until it showed; None where it never did."""
    half = len(runs) // 2
    broken = [*runs[:half], *map(breaks, runs[half:])]
    for last in range(half + 1, len(runs) + 1):
        if broken[last - 1].outcomes and health_of(broken[:last]).state == "broken":
            return sum(sum(run.outcomes.values()) for run in broken[half:last])
    return None


def main() -> None:
    """Judge and break so many newsrooms."""
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 40
    rooms = [newsroom(10_000 + number, RUNS) for number in range(count)]
    began = time.perf_counter()
    given, found = alarms(rooms)
    each = 1000 * (time.perf_counter() - began) / given
    print(f"{count} newsrooms, {given:,} verdicts, {sum(found.values())} false alarms {dict(found) or ''}")
    print(f"{each:.1f} ms a verdict")
    for name, breaks in BREAKAGES.items():
        usual = [runs for runs in rooms if "authors" not in name or _usual(runs, "authors")]
        took = [noticed(runs, breaks) for runs in usual]
        seen = sorted(one for one in took if one is not None)
        typical = (
            f"{statistics.median(seen):.0f} articles, nine in ten within {seen[int(0.9 * (len(seen) - 1))]}"
            if seen
            else "-"
        )
        print(f"{name:32} noticed at {len(seen)} of {len(usual)} newsrooms after {typical}")


def _usual(runs: Sequence[Measures], name: str) -> bool:
    fields = [run.fields[name] for run in runs[: len(runs) // 2] if name in run.fields]
    return sum(one.filled for one in fields) > 0.5 * sum(one.read for one in fields)


if __name__ == "__main__":
    main()
