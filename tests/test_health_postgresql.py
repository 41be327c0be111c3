"""What health, status and metrics ask the store, asked of PostgreSQL: the same answers as of SQLite."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from kalbarcrawl.health import Health, healths
from kalbarcrawl.metrics import written
from kalbarcrawl.store import Store, store_at
from kalbarcrawl.store.history import arrivals, kept
from kalbarcrawl.store.measured import measures_of, recent, unmeasured
from kalbarcrawl.store.measures import Measures, Reading
from kalbarcrawl.store.visit import Visit
from tests.services.postgresql import PostgreSQL
from tests.test_store import article

pytestmark = pytest.mark.integration
NOW = datetime(2026, 3, 20, 6, tzinfo=UTC)
RUNS = 24 * 12


def filled(store: Store) -> Store:
    """Twelve days of hourly runs, the last two of them shut out, and two after them that were killed."""
    for hour in range(RUNS):
        at = NOW - timedelta(hours=RUNS - hour)
        outcome = "blocked" if hour >= RUNS - 2 else "listing"
        store.begin(f"run{hour}", "warta", now=at)
        if hour == RUNS - 5:
            store.save(article(), Visit("https://warta.id/berita/1", "ok"), run=f"run{hour}", now=at)
        reading = Reading(outcome, listed=10 if outcome == "listing" else 0)
        text = at.isoformat(timespec="microseconds")
        new = {"ok": 1} if hour == RUNS - 5 or hour % 7 == 0 else {}
        measures = Measures(
            f"run{hour}", "warta", text, text, sources={"https://warta.id/feed/": reading}, outcomes=new
        )
        store.finish(f"run{hour}", "warta", now=at, complete=True, measures=measures)
    return store


@dataclass(frozen=True)
class Answers:
    before: list[Health]
    after: list[Health]
    killed: dict[str, Sequence[str]]
    others: Sequence[object]


def asked(store: Store) -> Answers:
    before = healths(store, ["lain"], now=NOW)
    for minutes in (20, 10):
        store.begin(f"killed{minutes}", "warta", now=NOW - timedelta(minutes=minutes))
    after, killed = healths(store, now=NOW), unmeasured(store)
    of_today = arrivals(store, NOW - timedelta(days=1))
    others = [recent(store, NOW), list(measures_of(store)), kept(store), of_today, written(store, [], NOW)]
    store.close()
    return Answers(before, after, killed, others)


def test_postgresql_answers_as_sqlite_does(postgresql: PostgreSQL, tmp_path: Path) -> None:
    found = asked(filled(store_at(tmp_path, postgresql.database("health"))))
    assert found == asked(filled(store_at(tmp_path)))
    assert [(one.publisher, one.state, one.runs) for one in found.before] == [
        ("warta", "blocked", 2),
        ("lain", "never", 0),
    ]
    assert [(one.state, one.what, one.runs) for one in found.after] == [("broken", "crawl", 2)]
    assert len(found.killed["warta"]) == 2
