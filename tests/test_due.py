"""Which publishers are due: those whose `every` has passed since their listings were last looked at."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from click.testing import CliRunner

from kalbarcrawl.cli import main
from kalbarcrawl.cli.options import due_publishers
from kalbarcrawl.publishers import all_publishers
from kalbarcrawl.store import store_at
from kalbarcrawl.store.visit import Visit


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
    assert [publisher.name for publisher in due_publishers(data)] == ["detik", "kalbaronline"]


def test_a_crawl_with_nothing_due_is_well(data: Path) -> None:
    ended = CliRunner().invoke(main, ["crawl", "--due", "--data", str(data)])
    assert (ended.exit_code, ended.stderr) == (0, "no publisher is due\n")


@pytest.mark.parametrize("arguments", [[], ["--due", "--all"], ["--due", "kalbaronline"]])
def test_one_way_to_choose(arguments: list[str]) -> None:
    assert CliRunner().invoke(main, ["crawl", *arguments]).exit_code == 2


@pytest.mark.parametrize(("every", "minutes"), [("15m", 15), ("2h", 120), ("1d", 1440)])
def test_every_as_a_span(every: str, minutes: int) -> None:
    from dataclasses import replace

    publisher = replace(all_publishers()["kalbaronline"], every=every)
    assert publisher.interval == timedelta(minutes=minutes)
