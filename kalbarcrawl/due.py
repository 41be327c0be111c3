"""Which publishers' time has come, and why."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime

from kalbarcrawl.publisher import Publisher
from kalbarcrawl.rhythm import Past, spoken, wait
from kalbarcrawl.store import Store
from kalbarcrawl.store.looks import held, last_looks, pasts

NEARER = 5
"""Where the publishers looked at last, so many, all failed, the fault lies nearer than any of them: our own network."""


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

    So what a deadline kept from beginning comes first in the next run. While nobody answers at all, everyone is tried
    after `every`: a night without a network must not keep us from newsrooms that were never down.
    """
    looks, past, busy = last_looks(store), pasts(store, now), held(store, now)
    newest = sorted(looks, key=lambda name: looks[name])[-NEARER:]
    alone = len(newest) == NEARER and all(name in past and past[name].failed for name in newest)
    found = []
    for publisher in publishers:
        last = looks.get(publisher.name)
        if publisher.sources and last is None:
            found.append(Turn(publisher, None, now, "never looked at", publisher.name in busy))
        elif publisher.sources and last is not None:
            before = past.get(publisher.name, Past())
            if alone and before.failed:
                before = replace(before, failed=1)
            span, why = wait(publisher.interval, before)
            why = "nobody answers, is the network up?" if alone and before.failed else why
            why = f"looked {spoken(now - last)} ago, every {spoken(span)}: {why}"
            found.append(Turn(publisher, last, last + span, why, publisher.name in busy))
    return sorted(found, key=lambda turn: (turn.last is not None, turn.at))


def is_due(turn: Turn, now: datetime) -> bool:
    """Whether a publisher's time has come, and nobody else is at it."""
    return turn.at <= now and not turn.busy
