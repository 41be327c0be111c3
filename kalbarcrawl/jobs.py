"""The same crawl and extraction as jobs of many machines: Dramatiq over Redis, a child process for each job.

A job is a publisher to crawl or an archive to read. Run twice it changes nothing, so it is given to another worker
whenever the one that had it falls silent; the store's lock on each publisher keeps two crawls off one newsroom.

A job that fails is tried again after each of BACKOFF; after the last it stays in the queue as failed, with its reason.
A job whose publisher another process crawls waits up to BUSY_WAITS times BUSY_WAIT. One cut off by a worker's stop is
as if it had not begun.
"""

from __future__ import annotations

import logging
import os
import signal
import subprocess
import sys
import threading
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any, Literal, cast
from uuid import uuid4

import dramatiq
from dramatiq.brokers.redis import RedisBroker
from dramatiq.errors import Retry
from dramatiq.middleware import AgeLimit, Callbacks, Middleware, ShutdownNotifications, SkipMessage

from kalbarcrawl.child import start

logger = logging.getLogger(__name__)
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
BUSY_WAITS = 20
BACKOFF = (60.0, 300.0, 900.0)
"""Seconds until each further try of a job that failed: a database restarts within them."""
PATIENCE = 15
"""Seconds for a child to end after SIGTERM, before it is killed; a crawl takes three."""
KEPT = 30 * 24 * 3600 * 1000
"""Milliseconds for which a failed job is kept."""

DROPPED = "kalbarcrawl:dropped"
"""The set of jobs to pass over when their turn comes."""

ADD = """
local function job(message) return string.match(message, '"args":(.-),"kwargs":') end
local there, added = {}, 0
for place = 2, 3 do
    for _, message in ipairs(redis.call("HVALS", KEYS[place])) do there[job(message)] = true end
end
for i = 1, #ARGV, 2 do
    local id, message = ARGV[i], ARGV[i + 1]
    if not there[job(message)] then
        there[job(message)] = true
        redis.call("HSET", KEYS[2], id, message)
        redis.call("RPUSH", KEYS[1], id)
        added = added + 1
    end
end
return added
"""
"""Puts messages into a queue whose jobs are not there, for Redis to run as one step: neither two who add at once nor a
worker that puts a job off meanwhile make it two. A job is what Dramatiq writes of its arguments; no text ends them.
"""

State = Literal["waits", "runs", "later", "failed"]


# Dramatiq prints a traceback for whatever is no Retry; ours say all in one line.


class JobFailedError(Retry):
    """A job's command ended badly; the message says how."""


class JobBusyError(Retry):
    """A job's publisher is being crawled by another process."""


class JobCutOffError(Retry):
    """The worker stops: the job is another's."""


@dataclass(frozen=True)
class Job:
    """A job in the queue: what it runs, and how it stands."""

    id: str
    message: str
    kind: str
    target: str
    state: State
    failures: int = 0
    reason: str | None = None


class Again(Middleware):
    """What happens to a job that did not end well; what was dropped while it was put off is passed over."""

    def __init__(self, backoff: Sequence[float]) -> None:
        self.backoff = backoff

    def before_process_message(self, broker: Any, message: Any) -> None:
        """Raises SkipMessage for a job that was dropped."""
        if broker.client.srem(DROPPED, message.message_id):
            raise SkipMessage("dropped")

    def after_process_message(
        self, broker: Any, message: Any, *, result: object = None, exception: BaseException | None = None
    ) -> None:
        """Put the job off, or leave it as failed."""
        if exception is None:
            return
        options = message.options
        options["reason"] = str(exception) or type(exception).__name__
        if isinstance(exception, JobCutOffError):
            broker.enqueue(message, delay=1000)
            return
        kind, delays = "failures", [1000 * seconds for seconds in self.backoff]
        if isinstance(exception, JobBusyError):
            kind, delays = "waits", [BUSY_WAIT] * BUSY_WAITS
        options[kind] = options.get(kind, 0) + 1
        logger.warning("%s %s: %s (%d of %d)", *message.args, options["reason"], options[kind], len(delays) + 1)
        if options[kind] <= len(delays):
            broker.enqueue(message, delay=int(delays[options[kind] - 1]))
            return
        # Redis moves what it holds: without this the reason would be that of the try before.
        held = f"kalbarcrawl:{message.queue_name}.msgs"
        broker.client.hset(held, options["redis_message_id"], message.encode())
        message.fail()


class Queue:
    """The queue in a Redis, and the jobs it can hold."""

    def __init__(self, url: str | None = None, *, backoff: Sequence[float] = BACKOFF) -> None:
        """Open the queue at an address, KALBARCRAWL_QUEUE's, or this machine's own."""
        # No limit of time: a back-fill of years takes its days.
        middleware = [AgeLimit(), ShutdownNotifications(), Callbacks(), Again(backoff)]
        self.broker = RedisBroker(  # type: ignore[no-untyped-call]
            url=url or os.environ.get("KALBARCRAWL_QUEUE") or ADDRESS,
            middleware=middleware,
            namespace="kalbarcrawl",
            heartbeat_timeout=SILENCE,
            maintenance_chance=LOOK_FOR_THE_DEAD,
            dead_message_ttl=KEPT,
        )
        self.redis = self.broker.client
        self._add = self.redis.register_script(ADD)
        self.stopping = threading.Event()
        self.children: set[subprocess.Popen[bytes]] = set()
        options: dict[str, Any] = {"actor_name": "run", "queue_name": QUEUE, "broker": self.broker}
        self.run = dramatiq.actor(**options)(self._run)

    def add(self, jobs: Iterable[tuple[str, str]]) -> int:
        """Put jobs, each a kind and a target, into the queue, all or none; how many were not there already."""
        messages = []
        for job in jobs:
            key = str(uuid4())
            # Dramatiq's own enqueuing looks at nothing that is there; what it would write is the same.
            message = self.run.message(*job).copy(options={"redis_message_id": key})
            messages += [key, message.encode()]
        places = (QUEUE, f"{QUEUE}.msgs", f"{QUEUE}.DQ.msgs")
        return int(self._add(keys=[f"kalbarcrawl:{place}" for place in places], args=messages))

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
                kind, target = message.args
                yield Job(
                    key.decode(),
                    message.message_id,
                    kind,
                    target,
                    state="runs" if state == "waits" and key in running else state,
                    failures=int(message.options.get("failures", 0)),
                    reason=message.options.get("reason"),
                )

    def drop(self, job: Job) -> None:
        """Forget a job that failed, waits or was put off; one that runs goes on."""
        place = {"failed": f"{QUEUE}.XQ", "later": f"{QUEUE}.DQ"}.get(job.state, QUEUE)
        self.redis.hdel(f"kalbarcrawl:{place}.msgs", job.id)
        if job.state == "failed":
            self.redis.zrem(f"kalbarcrawl:{place}", job.id)
        else:
            self.redis.lrem(f"kalbarcrawl:{place}", 0, job.id)
            # A worker may hold it already, to run it when its time comes.
            self.redis.sadd(DROPPED, job.message)
            self.redis.pexpire(DROPPED, KEPT)

    def retry(self, job: Job) -> None:
        """Put a failed job back; killed midway it is there still as failed too, not never."""
        self.add([(job.kind, job.target)])
        self.drop(job)

    def work(self, processes: int) -> None:
        """Run jobs, so many side by side, until SIGINT or SIGTERM; what is cut off goes back into the queue."""
        from dramatiq.worker import Worker

        worker = Worker(self.broker, worker_threads=processes)
        # Dramatiq would take twice as many as it runs, which another worker could run meanwhile.
        worker.queue_prefetch = processes
        worker.start()
        for name in (signal.SIGINT, signal.SIGTERM):
            signal.signal(name, lambda *_: self.stopping.set())
        while not self.stopping.wait(1):
            pass
        for child in list(self.children):
            child.terminate()
        hung = threading.Timer(PATIENCE, self._kill)
        hung.start()
        worker.stop(timeout=2000 * PATIENCE)
        hung.cancel()

    def _kill(self) -> None:
        for child in list(self.children):
            child.kill()

    def _run(self, kind: str, target: str) -> None:
        if self.stopping.is_set():
            raise JobCutOffError("its worker stopped")
        options = [] if kind == "crawl" else ["--store"]
        child = start(kind, target, *options, heard=True)
        self.children.add(child)
        if self.stopping.is_set():
            child.terminate()  # the stop came while it was being started, and passed it over
        try:
            said = _last_line(child)
            status = child.wait()
        finally:
            self.children.discard(child)
        if self.stopping.is_set():
            raise JobCutOffError("its worker stopped")
        if status == BUSY:
            raise JobBusyError(f"{target} is being crawled by another")
        # 1: it ran, and somebody should look at what it found; the store has it all.
        if status not in (0, 1):
            raise JobFailedError(f"ended with status {status}: {said}" if said else f"ended with status {status}")


def _last_line(child: subprocess.Popen[bytes]) -> str:
    """Hand on what a command says on standard error, until it ends; its last line."""
    last = b""
    for line in child.stderr or ():
        sys.stderr.buffer.write(line)
        sys.stderr.buffer.flush()
        last = line.strip() or last
    return last.decode("utf-8", "replace")[:300]
