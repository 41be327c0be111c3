"""What a run measures, and that the store keeps it with the run's end."""

import signal
from datetime import UTC, datetime, timedelta
from pathlib import Path

from kalbarcrawl.health import healths
from kalbarcrawl.store import MEMORY, Store, store_at
from kalbarcrawl.store.measured import A_DAY, NEWEST, latest, measures_of, recent, unmeasured
from kalbarcrawl.store.measures import WHOLE, Filled, Measures, Reading, keep, measures_from, thin
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


def test_old_runs_are_thinned_and_no_verdict_changes(database: str, tmp_path: Path) -> None:
    store = store_at(tmp_path, database)
    fates = {"warta_baik": None, "warta_mati": 3, "warta_lama_mati": 700, "warta_ditinggalkan": None}
    for name, fallen in fates.items():
        with store.engine.begin() as connection:
            for left in range(800, 0, -1):
                begun = NOW - timedelta(hours=6 * left) - (timedelta(days=150) if name.endswith("an") else timedelta())
                down = fallen is not None and left <= fallen
                reading = Reading("timeout", "no answer", failed=1) if down else Reading("listing", listed=20, new=1)
                at = begun.isoformat(timespec="microseconds")
                keep(connection, Measures(f"r{left}", name, at, at, sources={"/feed/": reading}, outcomes={"ok": 1}))
    before, newest = healths(store, now=NOW), list(latest(store))
    assert {one.state for one in before} == {"down", "fine"}
    kept = {name: sum(1 for _ in measures_of(store, publisher=name)) for name in fates}
    for name in fates:
        store.begin("last", name, now=NOW)
        with store.engine.begin() as connection:
            gone = thin(connection, name, NOW)
            assert thin(connection, name, NOW) == 0
        thinned = list(measures_of(store, publisher=name))
        assert len(thinned) == kept[name] - gone
        assert gone > 200
        days = [one.started_at[:10] for one in thinned if one.started_at < (NOW - WHOLE).isoformat()]
        assert len(days) == len(set(days)) >= 99
        assert all(len(one) == 1 for one in unmeasured(store).values())
    assert healths(store, now=NOW) == before
    assert list(latest(store)) == newest
    store.close()


def test_the_end_of_a_run_thins() -> None:
    store = Store(MEMORY)
    old = NOW - WHOLE - timedelta(days=2)
    for number in range(4):
        begun = old + timedelta(hours=number)
        store.begin(f"r{number}", "p", now=begun)
        at = begun.isoformat(timespec="microseconds")
        store.finish(f"r{number}", "p", now=begun, complete=True, measures=Measures(f"r{number}", "p", at, at))
    store.begin("now", "p", now=NOW)
    at = NOW.isoformat(timespec="microseconds")
    store.finish("now", "p", now=NOW, complete=True, measures=Measures("now", "p", at, at))
    assert [one.run for one in measures_of(store)] == ["r3", "now"]
    store.close()
