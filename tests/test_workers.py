"""Workers on one queue and one store: jobs once, a worker killed, a publisher's pace kept throughout."""

import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from kalbarcrawl.store import store_at
from kalbarcrawl.store.history import broken, counts
from tests.crawls import Desk, desk
from tests.forks import ROOT
from tests.services.postgresql import PostgreSQL
from tests.services.redis import Redis

pytestmark = pytest.mark.integration
ARTICLES = 1000
ALL = ARTICLES + 12
PACE = 0.02
"""Seconds between two requests that the newsroom's robots.txt asks for."""
SOON = 30
"""Seconds for a worker to end in: its child has half of them, and none needs as many."""
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

    def worker(self, *arguments: str) -> None:
        """Start one more worker, in a session of its own."""
        command = [sys.executable, "-m", "kalbarcrawl", "worker", *arguments]
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

    def wait_for(self, *lines: str) -> None:
        """Wait until the queue holds these jobs and no others."""
        wanted, said = sorted(lines), [""]

        def found() -> bool:
            said[0] = self.run("queue")
            return sorted(said[0].splitlines()[:-1]) == wanted

        try:
            self.desk.wait(found, 60)
        except AssertionError:
            raise AssertionError(f"waited for {wanted}, last saw {said[0]}") from None

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


def test_a_failed_job_is_shown_with_its_reason_retried_and_dropped(
    tmp_path: Path, postgresql: PostgreSQL, redis: Redis
) -> None:
    with desk(tmp_path) as d:
        cluster = Cluster(d, postgresql.database("failed"), redis.url)
        archive = (tmp_path / "tidak.warc.gz").resolve()
        archive.write_bytes(b"")
        reason = f"ended with status 2: Error: Invalid value for '[FILES]...': File '{archive}' does not exist."
        failed = f"failed\textract\t{archive}\t{reason}"
        try:
            cluster.run("enqueue", "--archives", str(archive))
            archive.unlink()
            cluster.worker("--retry-after", "1s", "--retry-after", "2s")
            cluster.wait_for(failed)
            log = tmp_path / "worker0.log"
            assert log.read_text().count("\nError: ") == 3, "one try and two more"
            assert "Traceback" not in log.read_text()
            cluster.run("queue", "--retry", "all")
            cluster.wait_for(failed)
            assert log.read_text().count("\nError: ") == 6
            cluster.run("queue", "--drop", str(archive))
            cluster.wait_for()
            # Mended, the same job succeeds.
            d.run(*d.crawling("--archive"))
            [whole] = (d.data / "warc").rglob("*.warc.gz")
            archive.write_bytes(whole.read_bytes())
            cluster.run("enqueue", "--archives", str(archive))
            cluster.wait_for()
        finally:
            cluster.stop()
        assert counts(store_at(d.data, cluster.store))["articles"] == 12


def test_jobs_that_wait_or_were_put_off_are_dropped(tmp_path: Path, postgresql: PostgreSQL, redis: Redis) -> None:
    with desk(tmp_path) as d:
        cluster = Cluster(d, postgresql.database("dropped"), redis.url)
        archive = (tmp_path / "tidak.warc.gz").resolve()
        archive.write_bytes(b"")
        try:
            cluster.run("enqueue", "warta_contoh")
            cluster.wait_for("waits\tcrawl\twarta_contoh")
            cluster.run("queue", "--drop", "warta_contoh")
            cluster.wait_for()
            cluster.run("enqueue", "--archives", str(archive))
            archive.unlink()
            cluster.worker("--retry-after", "6s")
            d.wait(lambda: cluster.run("queue").startswith("later\textract"), 60)
            cluster.run("queue", "--drop", "all")
            cluster.wait_for()
            time.sleep(9)  # its worker held it all the same, for six seconds
            cluster.wait_for()
        finally:
            cluster.stop()
        assert (tmp_path / "worker0.log").read_text().count("\nError: ") == 1


def test_a_worker_told_to_stop_ends_soon_and_the_next_goes_on(
    tmp_path: Path, postgresql: PostgreSQL, redis: Redis
) -> None:
    with desk(tmp_path, articles=300) as d:
        d.newsroom.robots = f"User-agent: *\nCrawl-delay: {PACE}\n"
        cluster = Cluster(d, postgresql.database("stopped"), redis.url)
        try:
            cluster.worker()
            cluster.run("enqueue", "warta_contoh")
            d.wait(lambda: len(d.newsroom.requests) > 100, 120)
            began = time.monotonic()
            cluster.workers[0].terminate()
            assert cluster.workers[0].wait(SOON) == 0
            took, before = time.monotonic() - began, len(d.newsroom.requests)
            assert before < 312
            cluster.wait_for("later\tcrawl\twarta_contoh\tits worker stopped")
            cluster.worker()
            d.wait(lambda: "the queue is empty" in cluster.run("queue"), 120)
        finally:
            cluster.stop()
        store = store_at(d.data, cluster.store)
        assert counts(store)["articles"] == counts(store)["revisions"] == 312
        assert list(broken(store)) == []
        assert len({json.loads(line)["id"] for line in d.lines()}) == len(d.lines()) == 312
        print(f"stopped after {before} requests in {took:.1f} s")
