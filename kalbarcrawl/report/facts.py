"""What a report says, as values: gathered once from the store, so that every page of it says the same."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta, timezone

from kalbarcrawl.health import Health, State, health_of, healths
from kalbarcrawl.publisher import Publisher
from kalbarcrawl.store import Store
from kalbarcrawl.store.history import Dropped, newest_drops
from kalbarcrawl.store.measured import recent
from kalbarcrawl.store.measures import Measures
from kalbarcrawl.store.removals import LeftOut, tombstones
from kalbarcrawl.store.tallies import Tally, tallies

DAYS = 60
"""Days of articles that are shown."""
RUNS = 60
"""Runs that charts show."""
WESTERN = timezone(timedelta(hours=7))
"""The clock of Jakarta and Pontianak, by which days begin here: articles have the day of their newsroom's clock."""
BREAKAGES = 30
"""That many of the latest are shown."""
BACK = timedelta(days=14)
"""So far back breakages are looked for, by the last run of each day ..."""
LATELY = 12
"""... and run by run in so many of the newest."""
BEFORE = 120
"""Runs by which an earlier moment is judged: some weeks are past enough, and judging takes time with their number."""

Hears = Callable[[str, int, int | None], None]


@dataclass(frozen=True)
class Newsroom:
    """All that is shown of one publisher."""

    health: Health
    title: str
    home: str | None
    evidence: str | None
    runs: Sequence[Measures]
    """Those of its listings that tell how it is and used to be, the newest last."""
    tally: Tally
    latest: tuple[Dropped, ...]
    """Its newest articles with the lines taken off them."""

    @property
    def name(self) -> str:
        """The publisher's name."""
        return self.health.publisher


@dataclass(frozen=True)
class Breakage:
    """A time in which a publisher was broken, blocked or down."""

    publisher: str
    title: str
    state: State
    what: str
    reason: str
    since: str | None
    until: str | None
    """When the run began that was well again; None while it lasts."""
    example: str | None


@dataclass(frozen=True)
class Facts:
    """A whole report."""

    at: datetime
    newsrooms: tuple[Newsroom, ...]
    """Those that were looked at, the worst first."""
    never: tuple[Newsroom, ...]
    """Those that are described and were never looked at, by title."""
    breakages: tuple[Breakage, ...]
    """The latest first."""

    @property
    def states(self) -> Mapping[State, int]:
        """How many newsrooms are in each state."""
        return Counter(one.health.state for one in self.newsrooms)

    @property
    def days(self) -> list[str]:
        """The days that are shown, the oldest first."""
        return days_until(self.at)


def days_until(at: datetime) -> list[str]:
    """The last DAYS days, the oldest first, as dates."""
    last = at.astimezone(WESTERN).date()
    return [(last - timedelta(days=ago)).isoformat() for ago in range(DAYS - 1, -1, -1)]


def facts_of(
    store: Store, publishers: Mapping[str, Publisher], at: datetime, hears: Hears = lambda stage, done, total: None
) -> Facts:
    """Gather a report on everything in the store, and on described publishers that are not in it."""
    left_out = LeftOut(tombstones(store))
    kept = tallies(store, datetime.fromisoformat(days_until(at)[0]).date())
    runs = recent(store, at)
    found: list[Newsroom] = []
    for health in healths(store, publishers, now=at):
        name, described = health.publisher, publishers.get(health.publisher)
        found.append(
            Newsroom(
                health=health,
                title=described.title if described else name,
                home=described.home if described else None,
                evidence=described.evidence if described else None,
                runs=runs.get(name, ()),
                tally=kept.get(name, Tally(0, 0, 0, {})),
                latest=tuple(one for one in newest_drops(store, name) if not left_out.covers(vars(one.article))),
            )
        )
    looked = tuple(one for one in found if one.health.state != "never")
    never = sorted((one for one in found if one.health.state == "never"), key=lambda one: one.title.casefold())
    breakages: list[Breakage] = []
    for done, one in enumerate(looked):
        hears("looking for breakages", done, len(looked))
        breakages += breakages_of(one, at)
    breakages.sort(key=lambda breakage: breakage.publisher)
    breakages.sort(key=lambda breakage: breakage.since or "", reverse=True)
    return Facts(at, looked, tuple(never), tuple(breakages[:BREAKAGES]))


def breakages_of(newsroom: Newsroom, at: datetime) -> Iterable[Breakage]:
    """The times in which a newsroom needed a look, each with what was last said of it.

    One that was over within a day may be missed, unless it was lately; ends are then told to within a day.
    """
    runs = newsroom.runs
    judged = [
        (health_of(runs[max(0, count - BEFORE) : count]), runs[count - 1].started_at) for count in _looked_at(runs, at)
    ]
    broken: Health | None = None
    for health, begun in [*judged, (newsroom.health, newsroom.health.last_run)]:
        if broken is not None and health.state != broken.state:
            yield _breakage(newsroom, broken, until=begun)
        broken = health if health.needs_a_look else None
    if broken is not None:
        yield _breakage(newsroom, broken, until=None)


def _looked_at(runs: Sequence[Measures], at: datetime) -> list[int]:
    """After how many of the runs to look how the newsroom was; after all of them is known."""
    first = (at - BACK).astimezone(UTC).isoformat(timespec="microseconds")
    ends = {run.started_at[:10]: place for place, run in enumerate(runs, 1) if run.started_at >= first}
    return sorted({*ends.values(), *range(max(1, len(runs) - LATELY + 1), len(runs))} - {len(runs)})


def _breakage(newsroom: Newsroom, health: Health, until: str | None) -> Breakage:
    return Breakage(
        newsroom.name,
        newsroom.title,
        health.state,
        health.what,
        health.reason,
        health.since,
        until,
        health.example,
    )
