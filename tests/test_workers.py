"""Workers on one queue and one store: jobs once, a worker killed, a publisher's pace kept throughout."""

import json
import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from kalbarcrawl.store import store_at
from kalbarcrawl.store.history import broken, counts
from tests.crawls import ROOT, Desk, desk
from tests.services.postgresql import PostgreSQL
from tests.services.redis import Redis

pytestmark = pytest.mark.integration
ARTICLES = 1000
ALL = ARTICLES + 12
PACE = 0.02
"""Seconds between two requests that the newsroom's robots.txt asks for."""
LATE = 0.25
"""Seconds by which a busy machine may note a request later than it came."""


class Cluster:
    """A newsroom, a queue and a store, and commands that see all three."""

    def __init__(self, d: Desk, store: str, queue: str) -> None:
        self.desk = d
        self.store = store
        self.environment = d.environment | {
            "KALBARCRAWL_STORE": store, "KALBARCRAWL_QUEUE": queue, "KALBARCRAWL_ALLOW_PRIVATE": "1",
        }  # fmt: skip
        self.workers: list[subprocess.Popen[bytes]] = []
        file = d.folder / "publishers" / "warta_contoh.py"
        file.write_text(file.read_text().replace("sources=", "delay=0, sources="))

    def run(self, *arguments: str) -> str:
        """What `kalbarcrawl ARGUMENTS` prints."""
        command = [sys.executable, "-m", "kalbarcrawl", *arguments]
        done = subprocess.run(command, env=self.environment, cwd=ROOT, capture_output=True, text=True, timeout=60)
        assert done.returncode == 0, done.stderr
        return done.stdout + done.stderr

    def worker(self) -> None:
        """Start one more worker, in a session of its own."""
        command = [sys.executable, "-m", "kalbarcrawl", "worker"]
        with (self.desk.folder / f"worker{len(self.workers)}.log").open("wb") as log:
            self.workers.append(
                subprocess.Popen(command, env=self.environment, cwd=ROOT, stderr=log, start_new_session=True)
            )

    def busy(self) -> subprocess.Popen[bytes] | None:
        """The worker that runs a job."""
        for worker in self.workers:
            tasks = Path(f"/proc/{worker.pid}/task").glob("*/children")
            if worker.poll() is None and any(task.read_text() for task in tasks):
                return worker
        return None

    def stop(self) -> None:
        """End all workers."""
        for worker in self.workers:
            if worker.poll() is None:
                worker.terminate()
        for worker in self.workers:
            worker.wait(40)


def test_one_of_two_workers_killed_and_nothing_is_lost_or_doubled(
    tmp_path: Path, postgresql: PostgreSQL, redis: Redis
) -> None:
    with desk(tmp_path, articles=ARTICLES) as d:
        d.newsroom.robots = f"User-agent: *\nCrawl-delay: {PACE}\n"
        cluster = Cluster(d, postgresql.database("workers"), redis.url)
        try:
            cluster.worker()
            cluster.worker()
            assert "1 jobs enqueued" in cluster.run("enqueue", "warta_contoh")
            assert "0 jobs enqueued, 1 were there already" in cluster.run("enqueue", "warta_contoh")
            d.wait(lambda: len(d.newsroom.requests) > ARTICLES // 3, 120)
            assert cluster.run("queue").startswith("runs\tcrawl\twarta_contoh\n")
            victim = cluster.busy()
            assert victim is not None
            os.killpg(victim.pid, signal.SIGKILL)
            before = len(d.newsroom.requests)
            d.wait(lambda: "the queue is empty" in cluster.run("queue"), 240)
        finally:
            cluster.stop()
        assert ARTICLES // 3 < before < ALL
        store = store_at(d.data, cluster.store)
        assert counts(store)["articles"] == counts(store)["revisions"] == ALL
        assert list(broken(store)) == []
        assert len({json.loads(line)["id"] for line in d.lines()}) == len(d.lines()) == ALL
        moments = [request.at for request in d.newsroom.requests]
        most = int((1 + LATE) / PACE) + 1
        fastest = max(sum(at <= other < at + 1 for other in moments[n : n + 2 * most]) for n, at in enumerate(moments))
        assert fastest <= most, f"{fastest} requests within a second"
        again = len(d.asked()) - len(set(d.asked()))
        print(f"killed after {before} requests; {again} paths asked for twice; at most {fastest} requests in a second")


def test_a_failed_job_is_shown_retried_and_dropped(tmp_path: Path, postgresql: PostgreSQL, redis: Redis) -> None:
    with desk(tmp_path) as d:
        cluster = Cluster(d, postgresql.database("failed"), redis.url)
        try:
            cluster.run("enqueue", "warta_contoh")
            assert cluster.run("queue").startswith("waits\tcrawl\twarta_contoh\n")
            cluster.run("queue", "--drop", "warta_contoh")
            assert "the queue is empty" in cluster.run("queue")
            (tmp_path / "tidak.warc.gz").write_bytes(b"")
            cluster.run("enqueue", "--archives", str(tmp_path / "*.warc.gz"))
            (tmp_path / "tidak.warc.gz").unlink()
            cluster.worker()
            d.wait(lambda: "later" in cluster.run("queue") and "status 2" in cluster.run("queue"), 60)
        finally:
            cluster.stop()
        cluster.run("queue", "--drop", "all")
        assert "the queue is empty" in cluster.run("queue")
