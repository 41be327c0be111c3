"""What the scheduled crawl asks the store, asked of PostgreSQL."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from kalbarcrawl.due import is_due, turns
from kalbarcrawl.publishers import all_publishers
from kalbarcrawl.rhythm import Look
from kalbarcrawl.store import store_at
from kalbarcrawl.store.looks import looked, pasts
from kalbarcrawl.store.told import tell, told
from kalbarcrawl.store.visit import Visit
from tests.services.postgresql import PostgreSQL
from tests.test_store import article

pytestmark = pytest.mark.integration


def test_looks_turns_and_alerts_on_postgresql(postgresql: PostgreSQL, tmp_path: Path) -> None:
    store = store_at(tmp_path, postgresql.database("scheduled"))
    now = datetime.now(UTC)
    hour = timedelta(hours=1)
    store.begin("run1", "warta", now=now - hour)
    store.save(article(), Visit("https://warta.id/berita/1", "ok"), run="run1", now=now - hour)
    store.listed("warta", Visit("https://warta.id/feed/", "listing"), now=now - hour)
    store.finish("run1", "warta", now=now, complete=True)
    for failed in (True, True, False):
        looked(store, "warta", failed=failed, cut=False)
    assert pasts(store, now)["warta"].looks == (Look(now - hour, 1),)
    assert pasts(store, now)["warta"].failed == 0
    found = turns(store, all_publishers().values(), now)
    assert all(is_due(turn, now) for turn in found)
    store.lock(found[0].publisher.name, now=now)
    assert sum(is_due(turn, now) for turn in turns(store, all_publishers().values(), now)) == len(found) - 1
    for at in (now - hour, now):
        tell(store, "a", [("warta", "down")], now=at)
    assert (told(store, "a"), told(store, "b")) == ({"warta": {"down": now}}, {})
    store.close()
