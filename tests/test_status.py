"""`kalbarcrawl status` after real crawls: a table for people, JSON for machines, an exit code for cron."""

import json
import os
import pty
import signal
from datetime import UTC, datetime
from functools import partial
from pathlib import Path

import pytest
from click.testing import CliRunner

from kalbarcrawl.cli import main
from kalbarcrawl.cli.status import Row, totals
from kalbarcrawl.health import Health, State
from kalbarcrawl.publishers import all_publishers
from kalbarcrawl.store import store_at
from tests.crawls import Desk, desk
from tests.forks import begin, kalbarcrawl

KNOWN = len(all_publishers())


@pytest.fixture(scope="module")
def crawled(tmp_path_factory: pytest.TempPathFactory) -> Desk:
    """A desk whose newsroom was crawled twice and shut us out at the third time."""
    with desk(tmp_path_factory.mktemp("status")) as d:
        assert d.crawl().returncode == 0
        well = d.run("status")
        assert well.returncode == 0, well.stderr
        assert well.stdout.splitlines()[1].split()[:2] == ["warta_contoh", "fine"]
        d.newsroom.wall()
        d.crawl()
    return d


def test_a_line_a_publisher_and_the_sums(crawled: Desk) -> None:
    ended = crawled.run("status")
    assert (ended.returncode, ended.stderr) == (1, "")
    head, only, sums = ended.stdout.splitlines()
    assert head.split() == ["publisher", "state", "since", "read", "new", "24h", "7d", "next", "why"]
    assert only.split()[:2] == ["warta_contoh", "blocked"]
    assert only.split()[4:6] == ["12", "12"]
    assert only.endswith("/feed/ and 1 more: blocked (challenge), at the last run")
    assert sums.startswith(
        f"{KNOWN + 1} publishers: 1 blocked, {KNOWN} never crawled; 12 new articles in 24h, 12 in 7d"
    )


def test_json(crawled: Desk) -> None:
    ended = crawled.run("status", "--json")
    assert ended.returncode == 1
    records = [json.loads(line) for line in ended.stdout.splitlines()]
    assert len(records) == KNOWN + 1
    first = records[0]
    assert (first["publisher"], first["state"], first["needs_a_look"], first["runs"]) == (
        "warta_contoh",
        "blocked",
        True,
        1,
    )
    assert first["since"] == first["last_run"] > first["last_success"] == first["last_article"]
    assert (first["new_24h"], first["new_7d"]) == (12, 12)
    assert first["next_due"] > first["last_run"]
    assert {one["state"] for one in records[1:]} == {"never"}


def test_all_of_one_publisher(crawled: Desk) -> None:
    ended = crawled.run("status", "warta_contoh")
    assert ended.returncode == 1
    said = ended.stdout
    assert said.startswith("warta_contoh  blocked\n  /feed/ and 1 more: blocked (challenge)")
    for line in (
        f"see            {crawled.newsroom.url}/feed/",
        "12 in 24h, 12 in 7d",
        "body           100 %, by its own rules 100 %",
    ):
        assert line in said
    assert "    12 article  ok" in said
    record = json.loads(crawled.run("status", "warta_contoh", "--json").stdout)
    assert record["fields"]["body"] == {"read": 12, "filled": 12, "tried": 12, "own": 12}
    assert {one["outcome"]: one["count"] for one in record["endings"] if one["kind"] == "article"} == {"ok": 12}


def test_a_name_nobody_has(crawled: Desk) -> None:
    ended = crawled.run("status", "tidak_ada")
    assert ended.returncode == 2
    assert "no publisher is called 'tidak_ada'" in ended.stderr


def test_a_store_where_nothing_was_crawled(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("KALBARCRAWL_STORE", raising=False)
    assert CliRunner().invoke(main, ["status", "--data", str(tmp_path)]).exit_code == 2
    store_at(tmp_path).close()
    ended = CliRunner().invoke(main, ["status", "--data", str(tmp_path)])
    assert ended.exit_code == 0
    assert ended.output.startswith(f"{KNOWN} publishers: {KNOWN} never crawled; 0 new articles")


@pytest.mark.parametrize(("states", "hint"), [("ddd", True), ("dddn", True), ("dd", False), ("dddf", False)])
def test_when_all_are_down_the_fault_may_lie_nearer(states: str, hint: bool) -> None:
    named: dict[str, State] = {"d": "down", "n": "never", "f": "fine"}
    rows = [Row(Health(f"p{place}", named[one]), 0, 0, None, datetime.now(UTC)) for place, one in enumerate(states)]
    assert ("is the network up?" in totals(rows)) is hint


def shown_on(terminal: str, arguments: tuple[str, ...]) -> None:
    """A command whose standard output is a terminal."""
    os.dup2(os.open(terminal, os.O_WRONLY | os.O_NOCTTY), 1)
    kalbarcrawl(arguments)


@pytest.mark.parametrize(("columns", "lines"), [(80, 4), (120, 3)])
def test_no_line_is_longer_than_the_terminal(columns: int, lines: int, crawled: Desk) -> None:
    ours, theirs = pty.openpty()
    environment = crawled.environment | {"COLUMNS": str(columns), "NO_COLOR": "1"}
    ended = begin(partial(shown_on, os.ttyname(theirs)), ("status",), crawled.folder, environment).wait()
    os.close(theirs)
    shown = os.read(ours, 65536).decode()
    os.close(ours)
    assert ended.returncode == 1
    plain = [line.replace("\x1b[0m", "") for line in shown.splitlines()]
    assert len(plain) == lines
    assert "blocked (challenge)" in shown


def test_one_that_was_only_back_filled_is_shown_and_not_measured(tmp_path: Path) -> None:
    with desk(tmp_path) as d:
        assert d.crawl("--since", "2024-01-01").returncode == 0
        ended = d.run("status")
        assert ended.returncode == 0, ended.stderr
        _, only, sums = ended.stdout.splitlines()
        assert only.split()[:2] == ["warta_contoh", "never"]
        assert only.endswith("no crawl of its latest listings measured it yet")
        assert f": {KNOWN} never crawled, 1 not measured yet; 12 new articles" in sums


def test_runs_that_are_always_killed_are_a_break(tmp_path: Path) -> None:
    with desk(tmp_path) as d:
        d.crawl()
        d.newsroom.publish(d.newsroom.edit(next(iter(d.newsroom.articles))))
        d.newsroom.delay = 0.2
        for times in (1, 2):
            command = d.start(*d.crawling())
            d.newsroom.requests.clear()
            d.wait(lambda: bool(d.asked()))
            command.signal(signal.SIGKILL)
            command.wait()
            ended = d.run("status", "warta_contoh", "--json")
            record = json.loads(ended.stdout)
            assert record["state"] == ("fine" if times == 1 else "broken"), record
        assert (record["what"], record["runs"], ended.returncode) == ("crawl", 2, 1)
        d.newsroom.delay = 0
        d.crawl()
        assert d.run("status").returncode == 0
