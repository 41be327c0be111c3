"""Which publishers are due: those whose time has come since their listings were last looked at, and why."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from click.testing import CliRunner

from kalbarcrawl.cli import main
from kalbarcrawl.cli.options import due_publishers
from kalbarcrawl.items import article_id
from kalbarcrawl.publishers import all_publishers
from kalbarcrawl.rhythm import WINDOW
from kalbarcrawl.store import store_at
from kalbarcrawl.store.looks import looked, pasts
from kalbarcrawl.store.visit import Visit
from tests.test_store import article


def look(data: Path, name: str, ago: timedelta) -> None:
    """A listing of a publisher looked at so long ago."""
    store = store_at(data)
    store.listed(name, Visit("https://contoh.example/feed/", "not_modified"), now=datetime.now(UTC) - ago)
    store.close()


@pytest.fixture
def data(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A data folder in which every publisher was looked at a moment ago."""
    monkeypatch.delenv("KALBARCRAWL_STORE", raising=False)
    for name in all_publishers():
        look(tmp_path, name, timedelta(seconds=1))
    return tmp_path


def test_all_are_due_where_nothing_was_looked_at(tmp_path: Path) -> None:
    assert [publisher.name for publisher in due_publishers(tmp_path)] == list(all_publishers())


def test_due_again_when_its_time_has_passed(data: Path) -> None:
    assert due_publishers(data) == []
    for name in ("kalbaronline", "detik"):
        look(data, name, all_publishers()[name].interval + timedelta(seconds=1))
    assert [publisher.name for publisher in due_publishers(data)] == ["kalbaronline", "detik"]
    store = store_at(data)
    store.lock("detik", now=datetime.now(UTC))
    assert [publisher.name for publisher in due_publishers(data)] == ["kalbaronline"], "the other is being crawled"
    looked(store, "kalbaronline", failed=True, cut=False)
    assert [publisher.name for publisher in due_publishers(data)] == ["kalbaronline"]
    looked(store, "kalbaronline", failed=True, cut=False)
    assert due_publishers(data) == [], "twice in a row without an answer"
    looked(store, "kalbaronline", failed=False, cut=False)
    assert [publisher.name for publisher in due_publishers(data)] == ["kalbaronline"]
    store.close()


def test_a_look_that_was_cut_off_or_killed_is_due_after_ten_minutes(data: Path) -> None:
    store = store_at(data)
    for name in ("detik", "kalbaronline", "suarakalbar"):
        look(data, name, timedelta(minutes=11))
    looked(store, "detik", failed=False, cut=True)
    store.begin("20260101T000000Z-1", "suarakalbar", now=datetime.now(UTC) - timedelta(minutes=11))
    assert {publisher.name for publisher in due_publishers(data)} == {"detik", "suarakalbar"}
    store.close()


def test_while_nobody_answers_all_are_tried_as_after_one_failure(tmp_path: Path) -> None:
    names = ["antaranews", "detik", "jawapos", "kompas", "merdeka", "suara"]
    store = store_at(tmp_path)
    for minutes, name in enumerate(names):
        look(tmp_path, name, timedelta(minutes=35 - minutes / 10))
        for _ in range(6):
            looked(store, name, failed=True, cut=False)
    due = {publisher.name for publisher in due_publishers(tmp_path)}
    assert due >= set(names), "each was to be left alone for a day"
    looked(store, "suara", failed=False, cut=False)
    assert {publisher.name for publisher in due_publishers(tmp_path)} & set(names) == {"suara"}, "the network is up"
    store.close()


def test_the_past_is_what_runs_found_new(data: Path) -> None:
    store, now = store_at(data), datetime.now(UTC)
    for number, complete in ((1, True), (2, False), (3, None)):
        run, at = f"run{number}", now - timedelta(hours=4 - number)
        store.begin(run, "detik", now=at)
        for n in range(number):
            url = f"https://contoh.example/{number}/{n}"
            kept = replace(article(url), id=article_id("detik", url), publisher="detik")
            assert store.save(kept, Visit(url, "ok"), run=run, now=at)[0] == "ok"
            assert store.save(replace(kept, body="lain"), Visit(url, "ok"), run=run, now=at)[0] == "changed"
        store.finish(run, "detik", now=at, complete=complete)
    past = pasts(store, now)["detik"]
    assert [(look.new, look.whole) for look in past.looks] == [(1, True), (2, False)], "a back-fill is no look"
    assert pasts(store, now + WINDOW) == {}
    store.close()


def test_a_dry_run_says_who_and_why(data: Path) -> None:
    look(data, "detik", timedelta(hours=1, seconds=1))
    said = CliRunner().invoke(main, ["crawl", "--due", "--dry-run", "--data", str(data)])
    assert said.exit_code == 0
    assert said.stdout == "detik\tlooked 60m ago, every 30m: nothing known of its rhythm yet\n"
    assert said.stderr.startswith(f"1 due, 0 being crawled, {len(all_publishers()) - 1} later, the next in ")
    assert CliRunner().invoke(main, ["crawl", "detik", "--dry-run", "--data", str(data)]).exit_code == 2


def test_a_store_that_does_not_open_is_said(tmp_path: Path) -> None:
    (tmp_path / "kalbarcrawl.sqlite").write_bytes(b"this is no database, whatever its name says" * 30)
    ended = CliRunner().invoke(main, ["crawl", "--due", "--data", str(tmp_path)])
    assert ended.exit_code == 2
    assert "the store does not open: file is not a database" in ended.stderr


def test_a_crawl_with_nothing_due_is_well(data: Path) -> None:
    ended = CliRunner().invoke(main, ["crawl", "--due", "--data", str(data)])
    assert (ended.exit_code, ended.stderr) == (0, "no publisher is due\n")


@pytest.mark.parametrize("arguments", [[], ["--due", "--all"], ["--due", "kalbaronline"]])
def test_one_way_to_choose(arguments: list[str]) -> None:
    assert CliRunner().invoke(main, ["crawl", *arguments]).exit_code == 2


@pytest.mark.parametrize(("every", "minutes"), [("15m", 15), ("2h", 120), ("1d", 1440)])
def test_every_as_a_span(every: str, minutes: int) -> None:
    publisher = replace(all_publishers()["kalbaronline"], every=every)
    assert publisher.interval == timedelta(minutes=minutes)
