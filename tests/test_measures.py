"""What a run measures, and that the store keeps it with the run's end."""

import signal
from datetime import UTC, datetime, timedelta
from pathlib import Path

from kalbarcrawl.store import MEMORY, Store, store_at
from kalbarcrawl.store.measures import A_DAY, NEWEST, Filled, Measures, keep, measures_from, measures_of, recent
from kalbarcrawl.store.measuring import Measuring
from kalbarcrawl.store.tables import MEASURES
from kalbarcrawl.store.visit import Visit
from tests.crawls import Desk, desk

NOW = datetime(2026, 3, 1, 6, tzinfo=UTC)


def measured(d: Desk) -> list[Measures]:
    store = store_at(d.data)
    found = list(measures_of(store))
    store.close()
    return found


def test_a_run_leaves_what_it_measured(tmp_path: Path) -> None:
    with desk(tmp_path) as d:
        d.newsroom.delete("festival-layang-layang-pantai-konon")
        assert d.crawl().returncode == 0
        assert d.crawl().returncode == 0
        first, second = measured(d)
        feed, index = (f"{d.newsroom.url}{path}" for path in ("/feed/", "/sitemap_index.xml"))
    assert (first.publisher, first.kind, first.ended, first.complete) == ("warta_contoh", "latest", "finished", True)
    assert (first.new, first.changed, dict(first.outcomes)) == (11, 0, {"ok": 11})
    assert (first.sources[feed].outcome, first.sources[feed].listed, first.sources[feed].new) == ("listing", 11, 11)
    assert (first.sources[index].answers, first.sources[index].failed, first.sources[index].new) == (5, 0, 0)
    assert first.fields["body"] == Filled(read=11, filled=11, tried=11, own=11)
    assert (first.fields["title"].filled, first.fields["title"].tried) == (11, 0)
    assert 0 < first.fields["editors"].filled < 11
    assert first.fields["editors"].empty_at
    assert first.dropped["comment"] == 11
    assert first.answered == 11 + 6
    assert first.median_ms is not None
    assert first.p90_ms is not None
    assert 0 < first.median_ms <= first.p90_ms
    assert first.newest == "2025-06-05T11:02:00+07:00"
    assert first.started_at < first.finished_at < second.started_at
    assert second.sources[feed].outcome == second.sources[index].outcome == "not_modified"
    assert (second.new, dict(second.fields), second.answered) == (0, {}, 2)


def test_a_killed_run_leaves_none_and_shows_as_unfinished(tmp_path: Path) -> None:
    with desk(tmp_path) as d:
        d.newsroom.delay = 0.1
        command = d.start(*d.crawling())
        d.wait(lambda: len(d.asked()) > 4)
        command.signal(signal.SIGKILL)
        command.wait()
        assert measured(d) == []
        store = store_at(d.data)
        assert len(store.unfinished("warta_contoh")) == 1
        store.close()


def test_a_run_that_is_stopped_leaves_what_it_had(tmp_path: Path) -> None:
    with desk(tmp_path) as d:
        d.newsroom.delay = 0.1
        command = d.start(*d.crawling())
        d.wait(lambda: len(d.asked()) > 4)
        command.signal(signal.SIGTERM)
        command.wait()
        (only,) = measured(d)
    assert (only.ended, only.complete) == ("shutdown", False)


def test_one_address_and_an_archive_are_of_another_kind(tmp_path: Path) -> None:
    with desk(tmp_path) as d:
        address = d.newsroom.address("festival-layang-layang-pantai-konon")
        assert d.scrapy("crawl", "warta_contoh", "-a", f"url={address}", "-s", "KALBARCRAWL_ALLOW_PRIVATE=1")
        assert d.crawl("--since", "2025-06-01").returncode == 0
        kinds = [one.kind for one in measured(d)]
        store = store_at(d.data)
        assert recent(store, datetime.now(UTC)) == {}
        store.close()
    assert kinds == ["address", "archive"]


def test_a_store_of_before_goes_on_working(tmp_path: Path) -> None:
    store = store_at(tmp_path)
    with store.engine.begin() as connection:
        MEASURES.drop(connection)
    store.close()
    again = store_at(tmp_path)
    assert list(measures_of(again)) == []
    again.close()


def test_measures_survive_json_and_what_later_versions_add() -> None:
    one = Measures("r", "p", "2026-03-01T00:00:00+00:00", "2026-03-01T00:01:00+00:00", fields={"body": Filled(3, 2)})
    assert measures_from(one.to_json()) == one
    assert measures_from(one.to_json().replace('{"run"', '{"later": 1, "run"')) == one


def test_recent_runs_whole_and_of_older_days_those_that_read_most() -> None:
    store = Store(MEMORY)
    hours = 24 * 20
    with store.engine.begin() as connection:
        for hour in range(hours):
            at = (NOW - timedelta(hours=hours - hour)).isoformat()
            read = {"body": Filled(read=hour % 24, filled=hour % 24)}
            keep(connection, Measures(f"r{hour}", "p", at, at, fields=read))
            keep(connection, Measures(f"a{hour}", "p", at, at, kind="archive", fields=read))
    runs = recent(store, NOW)["p"]
    assert [one.started_at for one in runs] == sorted(one.started_at for one in runs)
    newest = (NOW - timedelta(hours=NEWEST)).isoformat()
    older = [one for one in runs if one.started_at < newest]
    assert len(runs) - len(older) == NEWEST
    days = {one.started_at[:10] for one in older}
    assert len(older) <= A_DAY * len(days)
    assert min(one.fields["body"].read for one in older[A_DAY:-A_DAY]) > 24 - 2 * A_DAY
    assert sum(1 for _ in measures_of(store, since=NOW - timedelta(hours=2, minutes=1))) == 4
    store.close()


def test_times_are_counted_in_classes_and_stay_true() -> None:
    measuring = Measuring()
    assert measuring.time(0.5) is None
    for milliseconds in range(1, 10_001):
        measuring.answer(Visit("https://contoh.example/", "ok", status=200, milliseconds=milliseconds))
    measuring.answer(Visit("https://contoh.example/", "timeout", milliseconds=30_000))
    measuring.answer(Visit("https://contoh.example/", "ok", status=200))
    assert measuring.times.total() == 10_000
    assert len(measuring.times) < 120
    median, late = measuring.time(0.5), measuring.time(0.9)
    assert median is not None
    assert late is not None
    assert abs(median - 5000) < 300
    assert abs(late - 9000) < 500
