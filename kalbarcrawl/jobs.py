"""The same crawl and extraction as jobs of many machines: Dramatiq over Redis, a child process for each job.

A job is a publisher to crawl or an archive to read. Run twice it changes nothing, so it is given to another worker
whenever the one that had it falls silent; the store's lock on each publisher keeps two crawls off one newsroom.
"""

from __future__ import annotations

import os
import signal
import subprocess
import threading
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Literal, cast

import dramatiq
from dramatiq.brokers.redis import RedisBroker
from dramatiq.errors import Retry
from dramatiq.middleware import AgeLimit, Callbacks, Retries, ShutdownNotifications

from kalbarcrawl.child import start

ADDRESS = "redis://127.0.0.1:6379/0"
QUEUE = "kalbarcrawl"
SILENCE = 15_000
"""Milliseconds without a sign of life after which a worker's jobs go to others; a living one gives one every five."""
LOOK_FOR_THE_DEAD = 100_000
"""In how many of a million commands to look for silent workers; Dramatiq's own 1,000 suits busier queues."""
BUSY = 3
"""The exit status of a crawl whose publisher another process crawls."""
BUSY_WAIT = 60_000
"""Milliseconds until such a job is tried again: a dead machine's lock runs out after ten minutes."""
TRIES = 20
KEPT = 30 * 24 * 3600 * 1000
"""Milliseconds for which a failed job is kept."""

State = Literal["waits", "runs", "later", "failed"]


class JobFailedError(Exception):
    """A job's command ended badly; the message says how."""


@dataclass(frozen=True)
class Job:
    """A job in the queue: what it runs, and how it stands."""

    id: str
    kind: str
    target: str
    state: State
    tries: int = 0
    error: str | None = None


class Queue:
    """The queue in a Redis, and the jobs it can hold."""

    def __init__(self, url: str | None = None) -> None:
        """Open the queue at an address, KALBARCRAWL_QUEUE's, or this machine's own."""
        # No limit of time: a back-fill of years takes its days.
        middleware = [AgeLimit(), ShutdownNotifications(), Callbacks(), Retries(max_retries=TRIES)]
        self.broker = RedisBroker(  # type: ignore[no-untyped-call]
            url=url or os.environ.get("KALBARCRAWL_QUEUE") or ADDRESS,
            middleware=middleware,
            namespace="kalbarcrawl",
            heartbeat_timeout=SILENCE,
            maintenance_chance=LOOK_FOR_THE_DEAD,
            dead_message_ttl=KEPT,
        )
        self.redis = self.broker.client
        self.stopping = threading.Event()
        self.children: set[subprocess.Popen[bytes]] = set()
        options: dict[str, Any] = {
            "actor_name": "run",
            "queue_name": QUEUE,
            "broker": self.broker,
            "min_backoff": BUSY_WAIT,
        }
        self.run = dramatiq.actor(**options)(self._run)

    def add(self, kind: str, target: str) -> bool:
        """Put a job into the queue; False where the same one is there already."""
        if any((job.kind, job.target) == (kind, target) for job in self.jobs() if job.state != "failed"):
            return False
        self.run.send(kind, target)
        return True

    def jobs(self) -> Iterator[Job]:
        """Every job that waits, runs, was put off or failed."""
        running = set()
        for key in self.redis.scan_iter("kalbarcrawl:__acks__.*"):
            running |= set(cast("set[bytes]", self.redis.smembers(key)))
        places: dict[str, State] = {QUEUE: "waits", f"{QUEUE}.DQ": "later", f"{QUEUE}.XQ": "failed"}
        for place, state in places.items():
            found = cast("dict[bytes, bytes]", self.redis.hgetall(f"kalbarcrawl:{place}.msgs"))
            for key, data in found.items():
                message = dramatiq.Message.decode(data)
                trace = str(message.options.get("traceback", "")).strip().splitlines()
                kind, target = message.args
                yield Job(
                    key.decode(),
                    kind,
                    target,
                    state="runs" if state == "waits" and key in running else state,
                    tries=int(message.options.get("retries", 0)),
                    error=trace[-1] if trace else None,
                )

    def drop(self, job: Job) -> None:
        """Forget a job that failed, waits or was put off; one that runs goes on."""
        place = {"failed": f"{QUEUE}.XQ", "later": f"{QUEUE}.DQ"}.get(job.state, QUEUE)
        self.redis.hdel(f"kalbarcrawl:{place}.msgs", job.id)
        if job.state == "failed":
            self.redis.zrem(f"kalbarcrawl:{place}", job.id)
        else:
            self.redis.lrem(f"kalbarcrawl:{place}", 0, job.id)

    def retry(self, job: Job) -> None:
        """Put a failed job back."""
        self.drop(job)
        self.run.send(job.kind, job.target)

    def work(self, processes: int) -> None:
        """Run jobs, so many side by side, until SIGINT or SIGTERM; what is cut off goes back into the queue."""
        # Dramatiq takes twice as many as it runs, which another worker could run meanwhile.
        os.environ["dramatiq_queue_prefetch"] = str(processes)  # noqa: SIM112 - its own name
        from dramatiq.worker import Worker

        worker = Worker(self.broker, worker_threads=processes)
        worker.start()
        for name in (signal.SIGINT, signal.SIGTERM):
            signal.signal(name, lambda *_: self.stopping.set())
        while not self.stopping.wait(1):
            pass
        for child in list(self.children):
            child.terminate()
        worker.stop(timeout=30_000)

    def _run(self, kind: str, target: str) -> None:
        if self.stopping.is_set():
            raise Retry("the worker stops", delay=1000)
        options = [] if kind == "crawl" else ["--store"]
        child = start(kind, target, *options)
        self.children.add(child)
        try:
            status = child.wait()
        finally:
            self.children.discard(child)
        if self.stopping.is_set():
            raise Retry("the worker stopped", delay=1000)
        if status == BUSY:
            raise Retry(f"{target} is being crawled by another", delay=BUSY_WAIT)
        # 1: it ran, and somebody should look at what it found; the store has it all.
        if status not in (0, 1):
            raise JobFailedError(f"kalbarcrawl {kind} {target} ended with status {status}")
