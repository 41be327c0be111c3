"""Which publishers' time has come, and why."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from kalbarcrawl.publisher import Publisher
from kalbarcrawl.rhythm import Past, spoken, wait
from kalbarcrawl.store import Store
from kalbarcrawl.store.looks import held, last_looks, pasts


@dataclass(frozen=True)
class Turn:
    """When a publisher is to be looked at next."""

    publisher: Publisher
    last: datetime | None
    """When its listings were last looked at."""
    at: datetime
    """When they are due again."""
    why: str
    busy: bool = False
    """Whether a living process crawls it now."""


def turns(store: Store, publishers: Iterable[Publisher], now: datetime) -> list[Turn]:
    """The turn of every publisher that has sources: one never looked at first, then by when they are due.

    So what a deadline kept from beginning comes first in the next run.
    """
    looks, past, busy = last_looks(store), pasts(store, now), held(store, now)
    found = []
    for publisher in publishers:
        last = looks.get(publisher.name)
        if publisher.sources and last is None:
            found.append(Turn(publisher, None, now, "never looked at", publisher.name in busy))
        elif publisher.sources and last is not None:
            span, why = wait(publisher.interval, past.get(publisher.name, Past()))
            why = f"looked {spoken(now - last)} ago, every {spoken(span)}: {why}"
            found.append(Turn(publisher, last, last + span, why, publisher.name in busy))
    return sorted(found, key=lambda turn: (turn.last is not None, turn.at))


def is_due(turn: Turn, now: datetime) -> bool:
    """Whether a publisher's time has come, and nobody else is at it."""
    return turn.at <= now and not turn.busy
