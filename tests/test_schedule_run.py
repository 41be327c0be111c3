"""The scheduler of our own: rounds that never overlap, and an end at a signal that loses nothing."""

from __future__ import annotations

import os
import signal
import subprocess
import threading
import time
from pathlib import Path

import pytest

from kalbarcrawl.schedule import embedded
from kalbarcrawl.schedule.embedded import Rounds
from tests.crawls import Desk
from tests.inbox import taking
from tests.test_kill import whole
from tests.test_scheduled import alone, articles_asked


def described(d: Desk) -> None:
    """Let the desk's publisher be crawled without delay."""
    file = d.folder / "publishers" / "warta_contoh.py"
    file.write_text(file.read_text().replace("sources=", "delay=0, sources="))


def children(pid: int | None) -> set[int]:
    """The children of a process, by number."""
    tasks = Path(f"/proc/{pid}/task").glob("*/children")
    return {int(number) for task in tasks for number in task.read_text().split()}


def test_it_crawls_what_is_due_until_it_is_told_to_stop(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with alone(tmp_path) as d:
        described(d)
        monkeypatch.setattr(Desk, "environment", d.environment | {"KALBARCRAWL_ALLOW_PRIVATE": "1"})
        d.newsroom.delay = 0.05
        command = d.start("schedule", "run", "--deadline", "5m")
        d.wait(lambda: len(articles_asked(d)) > 5 or command.over)
        [child] = children(command.process.pid)
        command.signal(signal.SIGTERM)
        ended = command.wait()
        assert ended.returncode == 0, ended.stderr
        assert not Path(f"/proc/{child}").exists(), "the crawl outlived its scheduler"
        assert "Traceback" not in ended.stderr
        assert ended.stderr.count("stopped by a signal; everything fetched so far is kept") == 1
        assert "no further round: stopped by a signal" in ended.stderr
        kept = len(d.lines())
        assert 5 < kept < 60
        whole(d, kept)
        assert list((d.data / "warc").glob("*/*.warc.gz"))


def test_a_round_crawls_and_then_alerts_and_between_rounds_it_stops_at_once(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with alone(tmp_path, articles=0) as d, taking() as inbox:
        described(d)
        more = {"KALBARCRAWL_ALLOW_PRIVATE": "1", "KALBARCRAWL_ALERTS": f"json://127.0.0.1:{inbox.port}/rahasia42"}
        monkeypatch.setattr(Desk, "environment", d.environment | more)
        d.newsroom.wall()
        command = d.start("schedule", "run")
        d.wait(lambda: bool(inbox.taken) or command.over)
        d.wait(lambda: not children(command.process.pid) or command.over)
        command.signal(signal.SIGINT)
        ended = command.wait()
        assert ended.returncode == 0, ended.stderr
        assert [message["title"] for message in inbox.taken] == ["kalbarcrawl: 1 needs a look"]
        assert "rahasia42" not in ended.stdout + ended.stderr
        assert "destination 1 (json) was told" in ended.stderr


def test_a_scheduler_killed_takes_its_crawl_along(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with alone(tmp_path) as d:
        described(d)
        monkeypatch.setattr(Desk, "environment", d.environment | {"KALBARCRAWL_ALLOW_PRIVATE": "1"})
        d.newsroom.delay = 0.05
        command = d.start("schedule", "run")
        d.wait(lambda: len(articles_asked(d)) > 5 or command.over)
        [child] = children(command.process.pid)
        command.signal(signal.SIGKILL)
        command.wait()
        d.wait(lambda: not Path(f"/proc/{child}").exists())
        whole(d, len(d.lines()))


def test_rounds_never_overlap_and_the_second_command_follows_the_first(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    log = tmp_path / "log"

    def start(*arguments: str) -> subprocess.Popen[bytes]:
        name = arguments[0]
        return subprocess.Popen(
            ["sh", "-c", f"echo {name} begins >>{log}; sleep 0.1; echo {name} ends >>{log}; exit 2"]
        )

    monkeypatch.setattr(embedded, "start", start)
    before = {number: signal.getsignal(number) for number in (signal.SIGINT, signal.SIGTERM)}

    def stop() -> None:
        end = time.monotonic() + 20
        while log.exists() is False or log.read_text().count("alert ends") < 3:
            assert time.monotonic() < end
            time.sleep(0.02)
        os.kill(os.getpid(), signal.SIGTERM)

    stopper = threading.Thread(target=stop)
    stopper.start()
    try:
        Rounds(["crawl"], ["alert"]).every(0.001)
    finally:
        stopper.join()
        for number, handler in before.items():
            signal.signal(number, handler)
    lines = log.read_text().splitlines()
    expected = ["crawl begins", "crawl ends", "alert begins", "alert ends"] * (len(lines) // 4 + 1)
    assert lines == expected[: len(lines)]
    assert len(lines) >= 12
