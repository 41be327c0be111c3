"""A month of made-up runs of a few newsrooms, each with a fate of its own, in a store: what a report shows."""

from __future__ import annotations

import random
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta

from kalbarcrawl.items import Article
from kalbarcrawl.store import Store, Visit
from kalbarcrawl.store.measures import FIELDS, Filled, Measures, Reading, keep
from tests.dataset_stories import OUTLETS, article, original

AT = datetime(2026, 3, 31, 9, 30, tzinfo=UTC)
"""When the report is written."""
HOURS = 4
"""Between two runs."""
RUNS = 180
LATELY = 9
"""So many runs before the end something happens to a newsroom."""
FATES = dict(zip(OUTLETS, ("fine", "redesigned", "down", "was blocked", "fine"), strict=True))
SHARES = {"modified": 0.6, "editors": 0.85, "tags": 0.9, "section": 0.95, "authors": 0.97}
DROPPED = (
    ("Baca juga: Jembatan gantung rampung sebelum musim hujan", "read_also"),
    ("Ikuti kami di saluran WhatsApp untuk berita terbaru", "follow"),
    ("Penulis: Rara Contohwati", "byline"),
    ("Komentar", "comment"),
    ("Bagikan", "share"),
)


def fill(store: Store) -> None:
    """Put the newsrooms' articles and runs into an empty store."""
    for place, (name, fate) in enumerate(FATES.items()):
        with store.engine.begin() as connection:
            for run in runs(name, fate, random.Random(place)):
                keep(connection, run)
        for one, dropped in stories(name, random.Random(place)):
            visit = Visit(one.url, "ok", status=200, milliseconds=210, dropped=dropped)
            store.save(one, visit, run="made-up", now=datetime.fromisoformat(one.crawled_at))


def runs(name: str, fate: str, dice: random.Random) -> Iterator[Measures]:
    """A publisher's runs, the oldest first."""
    home = f"https://{name}.example"
    for number in range(RUNS):
        left = RUNS - number
        at = AT - timedelta(hours=HOURS * left)
        late = left <= LATELY
        new = dice.randrange(5) if 6 <= at.hour + 7 <= 22 else 0
        again = dice.randrange(3)
        run = Measures(
            f"{at:%Y%m%dT%H%M%SZ}-1",
            name,
            at.isoformat(timespec="microseconds"),
            (at + timedelta(minutes=2)).isoformat(timespec="microseconds"),
            complete=True,
            sources={
                f"{home}/feed/": Reading("listing", listed=20, new=new),
                f"{home}/sitemap_index.xml": Reading("not_modified"),
            },
            outcomes={"ok": new, "changed": dice.randrange(2), "unchanged": again},
            fields=_fields(home, new + again, dice),
            dropped={"read_also": 3 * new, "byline": new, "share": new, "comment": new} if new else {},
            answered=2 + new + again,
            median_ms=dice.randrange(150, 260),
            p90_ms=dice.randrange(300, 700),
        )
        yield _struck(run, fate, new=new, late=late, blocked=140 <= number < 146)


def _struck(run: Measures, fate: str, *, new: int, late: bool, blocked: bool) -> Measures:
    """The run as it was where the newsroom's fate had struck."""
    feed = next(iter(run.sources))
    if fate == "redesigned" and late:
        bodies = {"incomplete:body": max(new, 2)}
        lost = replace(run.fields.get("body", Filled()), read=max(new, 2), filled=0, empty_at=f"{feed}berita")
        return replace(
            run, outcomes=bodies, examples={"incomplete:body": f"{feed}berita"}, fields={"body": lost}, dropped={}
        )
    if fate == "down" and late:
        bad = Reading("timeout", "TimeoutError", failed=1)
        return replace(
            run,
            sources=dict.fromkeys(run.sources, bad),
            outcomes={},
            fields={},
            dropped={},
            median_ms=None,
            p90_ms=None,
        )
    if fate == "was blocked" and blocked:
        bad = Reading("blocked", "HTTP 403", failed=1)
        return replace(
            run, sources=dict.fromkeys(run.sources, bad), outcomes={}, fields={}, dropped={}, ended="refused"
        )
    return run


def _fields(home: str, read: int, dice: random.Random) -> dict[str, Filled]:
    if not read:
        return {}
    filled = {name: sum(dice.random() < SHARES.get(name, 1) for _ in range(read)) for name in FIELDS}
    return {
        name: Filled(read, count, count, count, None if count == read else f"{home}/berita/{dice.randrange(99)}")
        for name, count in filled.items()
    }


def stories(name: str, dice: random.Random) -> Iterator[tuple[Article, tuple[tuple[str, str], ...]]]:
    """A publisher's articles of the last weeks, each with the lines taken off it."""
    for number in range(90):
        published = AT - timedelta(hours=dice.randrange(12, 24 * 60))
        like = original(number)
        one = article(number, name, like.title, like.body, published)
        crawled = (published + timedelta(hours=1)).isoformat(timespec="seconds")
        yield replace(one, crawled_at=crawled), DROPPED[: dice.randrange(len(DROPPED) + 1)]
