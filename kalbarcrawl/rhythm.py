"""How long to leave a publisher alone: its `every`, bent towards how often it really publishes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from itertools import pairwise

FLOOR = timedelta(minutes=10)
"""No publisher is looked at more often. Feeds and sitemaps come from caches that live for minutes: asked sooner, the
same answer comes again and only costs the newsroom."""
LONGEST = timedelta(days=1)
"""No publisher is looked at less often, unless its `every` says so. One that reaches this bound gives fewer than two
articles a day, and a feed shows ten or more: a sudden burst of a day still stands in the listing."""
FASTER = 4
"""So many times more often than `every` at most: whoever wrote it knew what the newsroom can bear."""
WANTED = 2
"""New articles that a look should find: where they come by chance, one look in seven (e ** -2) is then in vain."""
PATIENCE = 8
"""After a silence, wait an eighth of it: the article that ends a night of eight hours is found within an hour, that
which ends a week's silence within a day."""
TRUST = timedelta(days=1)
"""For how long `every` is believed as if it had been seen: the first looks alone say little."""
WINDOW = PATIENCE * LONGEST
"""How far back looks count: after so long a silence the longest wait is reached."""


@dataclass(frozen=True)
class Look:
    """One look at a publisher's listings."""

    at: datetime
    new: int
    """Articles it found that were never seen before."""
    whole: bool = True
    """Whether it visited all that was listed: else the next one finds old news too, which says nothing."""


@dataclass(frozen=True)
class Past:
    """What the store remembers of the looks at a publisher."""

    looks: Sequence[Look] = ()
    """The oldest first, within `WINDOW`."""
    failed: int = 0
    """How many looks in a row, up to the last, got no answer or a refusal."""
    cut: bool = False
    """Whether the last look was cut off (a deadline, a signal, a kill) before it had visited all."""


def wait(every: timedelta, past: Past) -> tuple[timedelta, str]:
    """How long to wait between the last look and the next, and why, in words.

    Never less than `FLOOR`, and else between every/`FASTER` and `LONGEST` (or `every` itself, where that is longer):

    - a look that was cut off goes on after `FLOOR`: its rest is known to be there;
    - a look that failed is repeated after `every`, then after twice that, and so on: a newsroom that is down or has
      shut us out is not knocked at as if nothing were, and one that is back is found within the time it was away;
    - else until `WANTED` new articles can be expected, or an eighth of the silence where nothing came: `TRUST` and
      `WINDOW` say from which looks.
    """
    low = max(every / FASTER, FLOOR)
    high = max(every, LONGEST)
    if past.failed:
        doubled = every * 2 ** min(past.failed - 1, 16)
        return min(max(doubled, low), high), f"{past.failed} failed in a row"
    if past.cut:
        return FLOOR, "the last look was cut off"
    span, new = _seen(past.looks)
    usual = WANTED * (span + TRUST) / (new + WANTED * (TRUST / every))
    silence = _silence(past.looks)
    if silence / PATIENCE > usual:
        reason = f"nothing new for {spoken(silence)}"
    elif span:
        reason = f"{new} new in {spoken(span)}"
    else:
        reason = "nothing known of its rhythm yet"
    return min(max(usual, silence / PATIENCE, low), high), reason


def spoken(span: timedelta) -> str:
    """A span of time as people say it, in its greatest unit: 40s, 15m, 36h, 8d."""
    seconds = round(span.total_seconds())
    for unit, size, until in (("s", 1, 60), ("m", 60, 7200), ("h", 3600, 172_800)):
        if seconds < until:
            return f"{seconds // size}{unit}"
    return f"{seconds // 86_400}d"


def _seen(looks: Sequence[Look]) -> tuple[timedelta, int]:
    """For how long new articles were watched coming, and how many came."""
    steps = [(later.at - before.at, later.new) for before, later in pairwise(looks) if before.whole]
    return sum((span for span, _ in steps), timedelta(0)), sum(new for _, new in steps)


def _silence(looks: Sequence[Look]) -> timedelta:
    """How long ago, at the last look, the last one was that found something (or the first of all)."""
    if not looks:
        return timedelta(0)
    return looks[-1].at - max((look.at for look in looks if look.new), default=looks[0].at)
