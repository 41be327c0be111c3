"""What there is to tell of the newsrooms' health, given what was told before."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from kalbarcrawl.health import NEEDS_A_LOOK, Health

TOLD = NEEDS_A_LOOK | {"no news"}
"""The states that are told. "slow" loses nothing and passes; "never" is what all are before their first run."""
AGAIN = timedelta(days=1)
"""How long the same news of the same publisher is not told again: one that comes and goes would cry all day."""
AHEAD = timedelta(minutes=10)
"""Two machines' clocks may differ by so much; what was told later than that from now was not told."""
WELL = "well after "
"""How the kind of a recovery begins."""
MOST = 30
"""Lines of a message: more would not arrive everywhere, and when so many fail at once the fault lies nearer."""
LONGEST = 300
"""Characters of a line."""


@dataclass(frozen=True)
class News:
    """A change of a publisher's health worth telling."""

    health: Health
    kind: str
    """The state and what it concerns ("broken: body"), or "well after" that: what was told before is known by it."""

    @property
    def good(self) -> bool:
        """Whether it is a recovery."""
        return self.kind.startswith(WELL)


Told = Mapping[str, Mapping[str, datetime]]
"""By publisher and kind of news, when one destination was last told."""


def news_of(healths: Iterable[Health], told: Told, now: datetime) -> list[News]:
    """What a destination has yet to be told, in the order of `healths`.

    A state is news where it is not what was last told, a recovery where the last told was no recovery; and neither is,
    where the same was told within a day. A state that stays is told once.
    """
    found = []
    for health in healths:
        # A clock that ran ahead once must not silence an alert until it is caught up with.
        before = {kind: at for kind, at in told.get(health.publisher, {}).items() if at - now < AHEAD}
        last = max(before, key=lambda kind: before[kind], default="")
        kind = _kind_of(health, last)
        if kind and kind != last and not (kind in before and is_fresh(before[kind], now)):
            found.append(News(health, kind))
    return found


def is_fresh(at: datetime, now: datetime) -> bool:
    """Whether what was told then is not to be told again yet."""
    return -AHEAD < now - at < AGAIN


def message(news: Sequence[News]) -> tuple[str, str]:
    """A title and a text, a line each, the bad news first."""
    good = [one for one in news if one.good]
    bad = [one for one in news if not one.good and one.health.needs_a_look]
    silent = [one for one in news if not one.good and not one.health.needs_a_look]
    needs = "needs a look" if len(bad) == 1 else "need a look"
    counts = [(bad, needs), (silent, "without news"), (good, "well again")]
    lines = [line_of(one) for one in (*bad, *silent, *good)]
    if len(lines) > MOST:
        lines[MOST:] = [f"and {len(lines) - MOST} more: see `kalbarcrawl status`"]
    return "kalbarcrawl: " + ", ".join(f"{len(some)} {what}" for some, what in counts if some), "\n".join(lines)


def line_of(news: News) -> str:
    """One line for people: who, what, since when, why, and where it can be seen."""
    health = news.health
    if news.good:
        return f"{health.publisher}: {news.kind}"
    since = f" since {health.since[:16].replace('T', ' ')} UTC" if health.since else ""
    reason = f": {health.reason}" if health.reason else ""
    example = f" ({health.example})" if health.example else ""
    line = f"{health.publisher}: {news.kind}{since}{reason}"
    return " ".join(f"{line[: LONGEST - len(example)]}{example}".split())


def _kind_of(health: Health, last: str) -> str:
    """The kind of news a health would be; "" where it can be none."""
    if health.state in TOLD:
        return f"{health.state}: {health.what}" if health.what else health.state
    if health.state == "never" or not last or last.startswith(WELL):
        return ""
    return f"{WELL}{last}"
