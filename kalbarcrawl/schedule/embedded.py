"""A scheduler of our own, in the foreground: for containers, and for machines on which nobody may use cron."""

from __future__ import annotations

import logging
import signal
import subprocess
import threading
from collections.abc import Sequence
from datetime import UTC, datetime

from apscheduler.schedulers.background import BackgroundScheduler

from kalbarcrawl.child import start

PATIENCE = 60.0
"""Seconds that a child may take to end after SIGTERM; it needs a few."""
LOG = logging.getLogger(__name__)


class Rounds:
    """Commands run one after the other, as children of this process, until it is told to stop.

    A crawl must be a process of its own: Scrapy's reactor runs once in a process's life.
    """

    def __init__(self, *commands: Sequence[str]) -> None:
        self.commands = commands
        self.stopping = threading.Event()
        self._child: subprocess.Popen[bytes] | None = None
        self._starting = threading.Lock()

    def once(self) -> None:
        """Run each command to its end, whatever became of the one before it."""
        for command in self.commands:
            with self._starting:
                if self.stopping.is_set():
                    return
                self._child = start(*command)
            status = self._child.wait()
            # 1 says that somebody should look, which the command has said itself.
            if status not in (0, 1) and not self.stopping.is_set():
                LOG.warning("kalbarcrawl %s ended with status %s", command[0], status)

    def every(self, minutes: float) -> None:
        """Run a round now and then every so many minutes, never two at once, until SIGINT or SIGTERM."""
        for name in (signal.SIGINT, signal.SIGTERM):
            signal.signal(name, lambda *_: self.stopping.set())
        scheduler = BackgroundScheduler(timezone=UTC)
        # What comes due during a round is one round, at once after it.
        scheduler.add_job(
            self.once,
            "interval",
            minutes=minutes,
            next_run_time=datetime.now(UTC),
            max_instances=1,
            coalesce=True,
            misfire_grace_time=None,
        )
        # It would warn of every round that waits for the one before.
        logging.getLogger("apscheduler").setLevel(logging.ERROR)
        scheduler.start()
        while not self.stopping.wait(1):
            pass
        self._end()
        scheduler.shutdown()

    def _end(self) -> None:
        """End the command that runs, by force only where it does not."""
        with self._starting:
            child = self._child
        if child is None or child.poll() is not None:
            return
        child.terminate()
        try:
            child.wait(PATIENCE)
        except subprocess.TimeoutExpired:
            LOG.warning("a command did not end within %s seconds of SIGTERM and was killed", PATIENCE)
            child.kill()
