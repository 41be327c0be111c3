"""`kalbarcrawl status`: how every newsroom is."""

from __future__ import annotations

import json
import shutil
import sys
from collections import Counter
from dataclasses import asdict, dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

if TYPE_CHECKING:
    from kalbarcrawl.due import Turn
    from kalbarcrawl.health import Health
    from kalbarcrawl.store import Store

COLOURS = {"broken": "red", "blocked": "red", "down": "red", "slow": "yellow", "no news": "yellow", "fine": "green"}
HEADS = ("publisher", "state", "since", "read", "new 24h", "7d", "next", "why")
RIGHT = ("since", "read", "new 24h", "7d", "next")
SEVERAL = 3
"""So many newsrooms that are all down at once are a sign that the fault lies nearer."""
ARTICLES = 50
"""Of so many articles, the newest read, NAME's fields are shown."""
BESIDE = 100
"""Columns from which on the reason stands in the publisher's own line; in a narrower terminal it gets the next one."""


@dataclass(frozen=True)
class Row:
    """What there is to say of one publisher."""

    health: Health
    today: int
    week: int
    turn: Turn | None
    now: datetime

    def cells(self) -> tuple[str, ...]:
        """The columns, all but why."""
        health = self.health
        state = f"{health.state}: {health.what}" if health.what else health.state
        since, read = (_ago(moment, self.now) for moment in (health.since, health.last_success))
        return health.publisher, state, since, read, _number(self.today), _number(self.week), self.next_turn

    @property
    def crawled(self) -> bool:
        """Whether a crawl read any of its listings, also one that measured nothing (a back-fill's)."""
        return self.health.state != "never" or (self.turn is not None and self.turn.last is not None)

    @property
    def next_turn(self) -> str:
        """In how long it is to be crawled next."""
        from kalbarcrawl.rhythm import spoken

        if self.turn is None:
            return "-"
        if self.turn.busy:
            return "runs"
        return spoken(self.turn.at - self.now) if self.turn.at > self.now else "due"

    def record(self) -> dict[str, Any]:
        """The row as JSON would have it."""
        due = self.turn.at.astimezone(UTC).isoformat(timespec="seconds") if self.turn else None
        own = {"new_24h": self.today, "new_7d": self.week, "next_due": due, "why_then": self.turn and self.turn.why}
        return {**asdict(self.health), "needs_a_look": self.health.needs_a_look, **own}


@click.command("status")
@click.argument("name", required=False)
@click.option("--data", type=click.Path(file_okay=False, path_type=Path), help="Data folder [KALBARCRAWL_DATA, data].")
@click.option("--json", "as_json", is_flag=True, help="One line of JSON a publisher.")
def command(name: str | None, data: Path | None, as_json: bool) -> None:
    """Show how every newsroom is, the worst first, or all that is known of NAME.

    State, since when, when its listings were last read, articles found in the last 24 hours and 7 days, when it is
    crawled next, and why. What the states mean: docs/health.md. Exit status: 0 when all is well, 1 when a newsroom
    needs a look (broken, blocked, down), 2 when there is nothing to show.

    \b
    Examples:
      kalbarcrawl status
      kalbarcrawl status kalbaronline
      kalbarcrawl status --json | jq -r 'select(.needs_a_look) | .publisher'
    """
    from kalbarcrawl.cli.options import known_publishers, open_store

    store = open_store(data)
    now = datetime.now(UTC)
    rows = rows_of(store, now)
    if name is not None:
        rows = [row for row in rows if row.health.publisher == name]
        if not rows:
            known_publishers(store, [name])
            raise click.UsageError(f"{name} is not described, and no crawl of its listings was ever measured")
    if as_json:
        for row in rows:
            extra = details(store, row) if name else {}
            click.echo(json.dumps(row.record() | extra, ensure_ascii=False))
    elif name:
        show_one(store, rows[0])
    else:
        show_table(rows)
    raise SystemExit(int(any(row.health.needs_a_look for row in rows)))


def rows_of(store: Store, now: datetime) -> list[Row]:
    """A row for every publisher that is described or was crawled, the worst first."""
    from kalbarcrawl.cli.options import all_healths
    from kalbarcrawl.due import turns
    from kalbarcrawl.publishers import all_publishers
    from kalbarcrawl.store.history import arrivals

    publishers = all_publishers()
    next_turns = {turn.publisher.name: turn for turn in turns(store, publishers.values(), now)}
    today, week = (arrivals(store, now - timedelta(days=days)) for days in (1, 7))
    return [
        Row(
            health, today.get(health.publisher, 0), week.get(health.publisher, 0), next_turns.get(health.publisher), now
        )
        for health in all_healths(store, now)
    ]


def show_one(store: Store, row: Row) -> None:
    """All that is known of a publisher."""
    from kalbarcrawl.health.access import path_of

    health, known = row.health, details(store, row)
    _, state, *_ = row.cells()
    click.echo(f"{click.style(health.publisher, bold=True)}  {click.style(state, fg=COLOURS.get(health.state))}")
    if health.reason:
        click.echo(f"  {health.reason}")
    runs = f", {health.runs} run{'s'[: health.runs != 1]}" if health.since else ""
    moments = {
        "since": health.since,
        "last run": health.last_run,
        "listings read": health.last_success,
        "new article": health.last_article,
    }
    lines = {name: _when(at, row.now) + (runs if name == "since" else "") for name, at in moments.items() if at}
    lines["newest"] = f"published {health.newest}" if health.newest else ""
    lines["see"] = health.example or ""
    lines["new"] = f"{row.today:,} in 24h, {row.week:,} in 7d"
    lines["next"] = f"{row.next_turn} ({row.turn.why})" if row.turn else ""
    for name, said in lines.items():
        if said:
            click.echo(f"  {name:14} {said}")
    _block(
        "sources, at the last run",
        [
            f"{one['outcome']:14} {one['listed']:5} listed {one['new']:5} to fetch  {path_of(url)}"
            for url, one in known["sources"].items()
        ],
    )
    _block(
        f"fields, of the last {known['articles']} articles read",
        [
            f"{name:14} {_share(one['filled'], one['read'])}"
            + (f", by its own rules {_share(one['own'], one['tried'])}" if one["tried"] else "")
            for name, one in known["fields"].items()
        ],
    )
    _block(
        "how the last visit to each address ended",
        [f"{one['count']:6} {one['kind']:8} {one['outcome']:24} last {one['last'][:19]}Z" for one in known["endings"]],
    )


def details(store: Store, row: Row) -> dict[str, Any]:
    """What the last runs of a publisher measured, and how the last visits to its addresses ended."""
    from kalbarcrawl.store.history import endings
    from kalbarcrawl.store.measured import recent

    name = row.health.publisher
    runs = [run for run in recent(store, row.now, name).get(name, ()) if run.sources]
    fields: dict[str, Counter[str]] = {}
    read = 0
    for run in reversed(runs):
        if read >= ARTICLES:
            break
        for field, one in run.fields.items():
            counted = {"read": one.read, "filled": one.filled, "tried": one.tried, "own": one.own}
            fields.setdefault(field, Counter()).update(counted)
        read = max((one["read"] for one in fields.values()), default=0)
    return {
        "articles": read,
        "sources": {url: asdict(one) for url, one in runs[-1].sources.items()} if runs else {},
        "fields": {field: dict(counts) for field, counts in fields.items()},
        "endings": [asdict(one) for one in endings(store, name)],
    }


def _block(head: str, lines: list[str]) -> None:
    if lines:
        click.echo(f"\n{click.style(head, dim=True)}")
    for line in lines:
        click.echo(f"  {line}")


def _share(part: int, whole: int) -> str:
    return f"{100 * part / whole:3.0f} %" if whole else "  - %"


def _when(moment: str, now: datetime) -> str:
    """A moment on the reader's own clock, and how long ago it was."""
    local = datetime.fromisoformat(moment).astimezone()
    return f"{local:%Y-%m-%d %H:%M %Z}, {_ago(moment, now)} ago"


def show_table(rows: list[Row]) -> None:
    """A line for each publisher that was crawled, and the sums."""
    shown = [row for row in rows if row.crawled]
    table = [HEADS[:-1], *(row.cells() for row in shown)]
    widths = [max(len(cells[place]) for cells in table) for place in range(len(HEADS) - 1)]
    width = shutil.get_terminal_size().columns if sys.stdout.isatty() else None
    if shown:
        click.echo(click.style(_line(HEADS[:-1], widths) + "  why" * (width is None or width >= BESIDE), dim=True))
    for row in shown:
        line, why = _line(row.cells(), widths), row.health.reason
        room = None if width is None else width - (len(line) + 2 if width >= BESIDE else 4)
        said = why if room is None or len(why) <= room else f"{why[: room - 1]}…"
        state = row.cells()[1]
        start = widths[0] + 2
        coloured = click.style(state, fg=COLOURS.get(row.health.state), bold=row.health.needs_a_look)
        beside = width is None or width >= BESIDE
        click.echo(
            f"{line[:start]}{coloured}{line[start + len(state) :]}{f'  {said}' if beside and said else ''}".rstrip()
        )
        if said and not beside:
            click.echo(f"    {said}")
    click.echo(totals(rows))


def totals(rows: list[Row]) -> str:
    """The last line: how many are how, what came in, who is due."""
    named = {"never": "not measured yet"}
    states = Counter(named.get(row.health.state, row.health.state) if row.crawled else "never crawled" for row in rows)
    counts = ", ".join(f"{count} {state}" for state, count in states.items())
    today, week = sum(row.today for row in rows), sum(row.week for row in rows)
    due = sum(row.next_turn == "due" for row in rows)
    judged = [row for row in rows if row.health.state != "never"]
    network = "; nobody answers, is the network up?" if states["down"] == len(judged) >= SEVERAL else ""
    return f"{len(rows)} publishers: {counts}; {today:,} new articles in 24h, {week:,} in 7d; {due} due now{network}"


def _line(cells: tuple[str, ...], widths: list[int]) -> str:
    return "  ".join(
        cell.rjust(width) if head in RIGHT else cell.ljust(width)
        for head, cell, width in zip(HEADS, cells, widths, strict=False)
    )


def _ago(moment: str | None, now: datetime) -> str:
    from kalbarcrawl.rhythm import spoken

    return spoken(now - datetime.fromisoformat(moment)) if moment else "-"


def _number(count: int) -> str:
    return f"{count:,}" if count else "-"
