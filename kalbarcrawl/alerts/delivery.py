"""Telling a destination: a message through apprise, with nothing of the destination's secret said or logged."""

from __future__ import annotations

import hashlib
import logging
import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from apprise import Apprise, AppriseAsset, NotifyType

SCHEME = re.compile(r"([a-z][a-z0-9+-]{1,20})://", re.IGNORECASE)
ERROR = re.compile(r"error=(\d{3})\b")


class DestinationError(Exception):
    """A destination that apprise does not know; the message holds nothing of its address but the scheme."""


@dataclass(frozen=True)
class Destination:
    """Where alerts go: an address of apprise's, which mostly is a secret as a whole."""

    url: str
    number: int
    """Which of those given it is, for people."""

    @property
    def name(self) -> str:
        """How people may know it: its place and its kind."""
        scheme = SCHEME.match(self.url)
        return f"destination {self.number} ({scheme[1].lower() if scheme else 'no address'})"

    @property
    def id(self) -> str:
        """How the store knows it: a hash, from which nobody gets the address back."""
        return hashlib.sha256(self.url.encode()).hexdigest()[:16]


def destinations(urls: list[str]) -> list[Destination]:
    """The destinations by address, each once. Raises DestinationError for one that apprise does not know."""
    found = [Destination(url, number) for number, url in enumerate(dict.fromkeys(urls), start=1)]
    for one in found:
        with _silence():
            known = _service(one)
        if not known:
            raise DestinationError(f"{one.name}: apprise knows no such address (see its list of services)")
    return found


def send(destination: Destination, title: str, text: str, *, good: bool) -> str | None:
    """Send a message; None once it was taken, else why it was not, in words that hold no secret."""
    with _silence() as said:
        service = _service(destination)
        kind = NotifyType.SUCCESS if good else NotifyType.WARNING
        taken = bool(service.notify(body=text, title=title, notify_type=kind))
    if taken:
        return None
    # What apprise says may hold parts of the address; a number of HTTP's does not.
    statuses = [match[1] for message in said for match in ERROR.finditer(message)]
    return f"HTTP {statuses[-1]}" if statuses else "it did not answer"


def _service(destination: Destination) -> Apprise:
    service = Apprise(asset=AppriseAsset(app_id="kalbarcrawl", secure_logging=True))
    service.add(destination.url)
    return service


class _Heard(logging.Handler):
    """Keeps what is logged instead of showing it."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.said: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        """Keep a message."""
        self.said.append(record.getMessage())


@contextmanager
def _silence() -> Iterator[list[str]]:
    """Keep to ourselves what apprise and its HTTP log meanwhile: addresses are in it."""
    heard = _Heard()
    loggers = [logging.getLogger(name) for name in ("apprise", "urllib3")]
    before = [logger.propagate for logger in loggers]
    for logger in loggers:
        logger.addHandler(heard)
        logger.propagate = False
    try:
        yield heard.said
    finally:
        for logger, propagate in zip(loggers, before, strict=True):
            logger.removeHandler(heard)
            logger.propagate = propagate
