"""Ordinary newsrooms, thousands of runs of them: nothing but fine and, at times, no news."""

from __future__ import annotations

import random
from collections import Counter
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from kalbarcrawl.health import health_of
from kalbarcrawl.store.measures import FIELDS, Filled, Measures, Reading

START = datetime(2026, 3, 1, tzinfo=UTC)
FEED, SITEMAP = "https://warta.example/feed/", "https://warta.example/sitemap-news.xml"
MISHAPS = {"not_found": 0.01, "not_article:gallery": 0.06, "not_article:video": 0.03, "incomplete:body": 0.01}
"""How the addresses of an ordinary newsroom's articles end, now and then."""
SPECIAL = 0.02
"""How often a run with any news finds a series of one desk: no bylines and the like, and every third page a film."""
UNUSUAL = ("authors", "editors", "tags", "section", "images")
APART = {"timeout": 0.004, "robots": 0.02, "server_error": 0.004, "blocked": 0.002}


def newsroom(seed: int, runs: int) -> list[Measures]:
    """The runs of a newsroom of its own habits: how much it publishes, which fields it fills, how fast it answers."""
    chance = random.Random(seed)
    a_run = chance.choice([0.1, 0.5, 1, 3, 8])
    shares = {
        name: 1.0 if name in ("title", "body") else chance.choice([1, 0.97, 0.6, 0.3, 0.05, 0]) for name in FIELDS
    }
    own = {name: chance.choice([1, 0.98, 0.7, 0.4]) for name in FIELDS}
    usual = chance.choice([40, 300, 900])
    return [_run(chance, START + timedelta(hours=hour), a_run, shares, own, usual) for hour in range(runs)]


def _run(
    chance: random.Random, at: datetime, a_run: float, shares: dict[str, float], own: dict[str, float], usual: int
) -> Measures:
    asleep = at.hour < 6
    count = 0 if asleep else sum(chance.random() < a_run / 10 for _ in range(10))
    special = count > 0 and chance.random() < SPECIAL
    if special:
        count += chance.randint(3, 12)
    ends = chance.choices([*MISHAPS, *APART, "ok"], [*MISHAPS.values(), *APART.values(), 0.86], k=count)
    outcomes = Counter(ends)
    if special:
        outcomes += Counter({"not_article:video": count // 3})
    new = outcomes["ok"]
    fields = {}
    for name in FIELDS if new else ():
        filled = sum(chance.random() < shares[name] for _ in range(new))
        fields[name] = Filled(new, filled, filled, sum(chance.random() < own[name] for _ in range(filled)))
        if special and name in UNUSUAL:
            fields[name] = Filled(new)
    answers = count + 2
    median = round(usual * chance.lognormvariate(0, 0.4))
    moment = at.isoformat()
    return Measures(
        f"run-{moment}",
        "warta",
        moment,
        moment,
        sources=_sources(chance, new),
        outcomes=outcomes,
        fields=fields,
        answered=answers,
        median_ms=median,
        p90_ms=round(median * chance.uniform(1, 3)),
    )


def _sources(chance: random.Random, new: int) -> dict[str, Reading]:
    """A feed of twelve, a sitemap of recent news that a silence empties; once in a hundred one of them fails."""
    unchanged = Reading("not_modified")
    read = {
        FEED: Reading("listing", listed=12, new=new) if new else unchanged,
        SITEMAP: Reading("listing", listed=chance.randint(0 if not new else 1, 9)) if new else unchanged,
    }
    for source in read:
        if chance.random() < 0.01:
            read[source] = Reading(chance.choice(["timeout", "server_error", "not_found"]), "once", failed=1)
    return read


@pytest.mark.parametrize("seed", range(24))
def test_an_ordinary_newsroom_raises_no_alarm(seed: int) -> None:
    runs = newsroom(seed, 180)
    for last in range(1, len(runs) + 1):
        found = health_of(runs[:last])
        if all(one.outcome in ("timeout", "server_error", "not_found") for one in runs[last - 1].sources.values()):
            continue  # both sources at once: that is a newsroom that does not answer, and is to be called so
        assert found.state in ("fine", "no news"), f"run {last}: {found}"


def test_the_same_newsrooms_raise_one_when_something_breaks() -> None:
    """The simulation can fail: taken off half-way, what every article had is missed within a day's news or two."""
    many = [runs for runs in (newsroom(seed, 160) for seed in range(20)) if sum(run.new for run in runs[120:]) >= 12]
    assert len(many) > 6
    for runs in many:
        cut = [run if place < 120 else _without(run, "body") for place, run in enumerate(runs)]
        found = health_of(cut)
        assert (found.state, found.what) == ("broken", "body"), found


def _without(run: Measures, name: str) -> Measures:
    return replace(run, fields={field: Filled(one.read) if field == name else one for field, one in run.fields.items()})
