"""Verdicts on runs made up for them: what is an alarm, and what is an ordinary day."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from kalbarcrawl.health import State, health_of
from kalbarcrawl.store.measures import Filled, Measures, Reading

START = datetime(2026, 3, 1, tzinfo=UTC)
FEED, SECTION = "https://warta.example/feed/", "https://warta.example/daerah/"
Made = list[Measures]


def run(hour: float, new: int = 0, **changes: Any) -> Measures:
    """A run like any other: so many new articles off a feed of twelve, whole and by the publisher's own rules."""
    at = (START + timedelta(hours=hour)).isoformat()
    whole = Filled(read=new, filled=new, tried=new, own=new)
    plain = Measures(
        f"run{hour}",
        "warta",
        at,
        at,
        complete=True,
        sources={FEED: Reading("listing", listed=12, new=new), SECTION: Reading("listing", listed=10)},
        outcomes={"ok": new} if new else {},
        fields=dict.fromkeys(("title", "body", "published", "authors"), whole) if new else {},
        answered=new + 2,
        median_ms=200,
        p90_ms=400,
    )
    return replace(plain, **changes)


def usual(hours: int = 48, new: int = 1) -> Made:
    """So many hourly runs as usual."""
    return [run(hour, new) for hour in range(hours)]


def then(*changes: dict[str, Any], new: int = 2, after: int = 48) -> Made:
    """Runs as usual, then a run for each of the changes."""
    return usual(after) + [
        run(after + place, new) if not one else run(after + place, **{"new": new} | one)
        for place, one in enumerate(changes)
    ]


def fails(outcome: str, error: str | None = None, *, only: str | None = None) -> dict[str, Any]:
    """A run to which the sources (or one of them) answered so."""
    bad = Reading(outcome, error, failed=1)
    if only:
        return {"sources": {FEED: Reading("not_modified"), SECTION: Reading("not_modified"), only: bad}, "new": 0}
    return {"sources": {FEED: bad, SECTION: bad}, "new": 0}


def reads(new: int = 2, **filled: tuple[int, int, int]) -> dict[str, Any]:
    """A run whose fields came out so: filled, tried, own of `new` articles."""
    fields = {
        name: Filled(
            new, *filled.get(name, (new, new, new)), empty_at="https://e.example/", generic_at="https://g.example/"
        )
        for name in ("title", "body", "published", "authors")
    }
    return {"new": new, "fields": fields}


def ended(**outcomes: int) -> dict[str, Any]:
    """A run whose articles' addresses ended so."""
    named = {name.replace("__", ":"): count for name, count in outcomes.items()}
    return {"outcomes": named, "fields": {}, "examples": {name: f"https://x.example/{name}" for name in named}}


EMPTY = {"sources": {FEED: Reading("listing"), SECTION: Reading("listing")}, "new": 0}
EMPTY_AMONG = {"sources": {FEED: Reading("listing"), SECTION: Reading("listing", listed=10, new=3)}, "new": 3}
ALARMS: list[tuple[str, Made, State, str, int]] = [
    ("refused connections", then(fails("network", "ConnectionRefused")), "down", "", 1),
    ("dns, then timeouts", then(fails("dns"), fails("timeout")), "down", "", 2),
    ("5xx", then(fails("server_error", "HTTP 500"), fails("unavailable", "HTTP 503")), "down", "", 2),
    ("403", then(fails("blocked", "HTTP 403")), "blocked", "", 1),
    ("429", then(fails("rate_limited", "HTTP 429")), "blocked", "", 1),
    ("robots.txt", then(fails("robots")), "blocked", "", 1),
    ("every source gone", then(fails("not_found", "HTTP 404")), "broken", "source", 1),
    ("one source gone", then(*[fails("not_found", "HTTP 404", only=FEED)] * 3), "broken", "source", 3),
    ("one source hangs", then(*[fails("timeout", only=FEED)] * 4), "broken", "source", 4),
    ("articles behind a wall", then(ended(blocked=2), ended(blocked=1)), "blocked", "", 2),
    ("articles' database down", then(ended(server_error=4)), "down", "", 1),
    ("body by generic rules, at once", then(reads(12, body=(12, 12, 0))), "broken", "body", 1),
    ("body by generic rules, few a run", then(*[reads(2, body=(2, 2, 0))] * 4), "broken", "body", 4),
    ("bodies lost", then(*[reads(3, body=(0, 0, 0))] * 3), "broken", "body", 3),
    ("dates not read", then(*[reads(3, published=(0, 0, 0))] * 3), "broken", "published", 3),
    ("no more authors", then(*[reads(3, authors=(0, 0, 0))] * 25), "broken", "authors", 25),
    ("pages give nothing", then(*[ended(incomplete__body=3)] * 3), "broken", "pages", 3),
    ("addresses changed", then(*[ended(not_found=3)] * 3), "broken", "pages", 3),
    ("a fault of ours", then(*[ended(error__KeyError=3)] * 3), "broken", "pages", 3),
    ("slow", then(*[{"median_ms": 2500, "p90_ms": 9000}] * 2), "slow", "", 2),
    ("an empty feed", then(EMPTY), "no news", "", 1),
    ("one feed empty, news from others", then(*[EMPTY_AMONG] * 4), "broken", "source", 4),
    ("never anything new", usual(1, 0) + [run(24 * day) for day in range(1, 9)], "no news", "", 9),
    ("silent", usual(48) + [run(48 + hour) for hour in range(30)], "no news", "", 30),
]


def test_rules_that_were_given_up_are_broken_no_more() -> None:
    broken = then(reads(12, body=(12, 12, 0)))
    assert health_of(broken).what == "body"
    given_up = [run(60 + hour, **reads(2, body=(2, 0, 0))) for hour in range(3)]
    assert health_of([*broken, *given_up]).state == "fine"


@pytest.mark.parametrize(("runs", "state", "what", "count"), [case[1:] for case in ALARMS], ids=[c[0] for c in ALARMS])
def test_alarm(runs: Made, state: State, what: str, count: int) -> None:
    found = health_of(runs)
    assert (found.state, found.what, found.runs) == (state, what, count), found
    assert found.since == runs[-count].started_at
    assert found.reason
    assert found.needs_a_look is (state in ("down", "blocked", "broken"))
    assert count == len(runs) or health_of(runs[:-count]).state == "fine"
    healed = [*runs, run(100, 5), run(101, 5)]
    assert health_of(healed).state == "fine", health_of(healed)
