"""Crawls that are cut off: killed, stopped by a signal, or refused by the disk; then the same command again."""

import json
import random
import signal
import time
from pathlib import Path

import pytest

from tests.crawls import Desk, desk
from tests.newsroom.reply import Reply

KILLS = 20
ARTICLES = 48


def whole(d: Desk, articles: int) -> None:
    """Assert: every article exactly once, no line cut in half, nothing left over, no contradiction in the store."""
    lines = d.lines()
    assert len({json.loads(line)["id"] for line in lines}) == len(lines) == articles
    for file in (d.data / "articles").rglob("*"):
        assert file.is_dir() or (file.suffix == ".jsonl" and file.read_bytes().endswith(b"\n"))
    assert "no contradictions" in d.run("verify").stdout


def kill(d: Desk, *, after: int, later: float) -> int:
    """Kill a crawl so many requests and then seconds after its beginning; the status it ended with."""
    command = d.start(*d.crawling())
    d.wait(lambda: len(d.newsroom.requests) >= after or command.over)
    time.sleep(later)
    command.signal(signal.SIGKILL)
    return command.wait().returncode


def test_kill_at_random_moments_loses_nothing_and_doubles_nothing(tmp_path: Path) -> None:
    chance = random.Random(2025)
    with desk(tmp_path, articles=ARTICLES) as d:
        d.newsroom.delay = 0.004
        killed = 0
        for _ in range(KILLS):
            d.newsroom.requests.clear()
            killed += kill(d, after=chance.randrange(12), later=chance.random() * 0.03) == -signal.SIGKILL
        assert killed == KILLS
        d.newsroom.delay = 0
        ended = d.crawl()
        assert ended.returncode == 0, ended.stderr
        whole(d, ARTICLES + 12)
        d.newsroom.requests.clear()
        d.crawl()
        assert [request.status for request in d.newsroom.requests] == [200, 304, 304]


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_a_signal_stops_within_seconds_and_keeps_what_was_fetched(tmp_path: Path, number: signal.Signals) -> None:
    with desk(tmp_path) as d:
        # One page hangs: the stop must not wait for it.
        stories = list(d.newsroom.articles)
        urls = [*map(d.newsroom.address, stories[:3]), d.newsroom.faults["hang"], *map(d.newsroom.address, stories[3:])]
        items = "".join(f"<item><link>{url}</link></item>" for url in urls)
        d.newsroom.serve("/feed/", Reply(200, f"<rss><channel>{items}</channel></rss>".encode(), "text/xml"))
        command = d.start(*d.crawling())
        d.wait(lambda: bool(d.newsroom.asked("/faults/hang/")) or command.over)
        began = time.monotonic()
        command.signal(number)
        ended = command.wait()
        assert time.monotonic() - began < 5
        assert "stopped by a signal; everything fetched so far is kept" in ended.stderr
        assert "Traceback" not in ended.stderr
        articles = len([row for row in d.visits() if row["outcome"] == "ok"])
        assert articles > 0
        whole(d, articles)


def test_a_full_disk_is_said_and_the_next_run_makes_it_whole(tmp_path: Path) -> None:
    with desk(tmp_path, articles=ARTICLES) as d:
        ended = d.crawl(largest=150_000)
        assert ended.returncode == 2, ended.stderr
        assert "cannot write: " in ended.stderr
        assert "Traceback" not in ended.stderr
        assert d.crawl().returncode == 0
        whole(d, ARTICLES + 12)
