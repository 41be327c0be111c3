"""A run: one crawl of one publisher, and the files it leaves beside the store."""

from __future__ import annotations

import csv
import io
import os
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from itertools import chain
from pathlib import Path

from kalbarcrawl.items import Article, Link, RawArticle
from kalbarcrawl.store.corpus import LOCK_LASTS, Known, Store, Validators
from kalbarcrawl.store.looks import last_look, looked
from kalbarcrawl.store.measures import Kind, Measures
from kalbarcrawl.store.measuring import Given, Measuring
from kalbarcrawl.store.visit import GOOD, Visit

COLUMNS = ("url", "outcome", "status", "error", "bytes", "milliseconds", "source", "publisher")
BUSY = "is being crawled by"
"""What the fault of a run says whose publisher another process crawls."""
DONE = "was crawled by another meanwhile"
"""What the fault of a run says whose publisher was due when it was chosen, and is no longer."""
CANNOT_WRITE = "cannot write"
"""How the fault of a run begins that the disk or the database refused."""
SKEW = timedelta(hours=1)
"""How far a newsroom's clock may be behind ours: what is told twice costs nothing."""


class BusyError(Exception):
    """The publisher is being crawled already; the message says by whom."""


def new_run(now: datetime) -> str:
    """A run's name: when it began, and the process, so that two begun at once are told apart."""
    return f"{now.astimezone(UTC):%Y%m%dT%H%M%SZ}-{os.getpid()}"


def clock() -> datetime:
    """Now."""
    return datetime.now(UTC)


@dataclass(frozen=True)
class Found:
    """A raw article on its way through the pipelines, with the visit that gave it."""

    raw: RawArticle
    visit: Visit
    modified: datetime | None = None
    """The change its listing told of."""


@dataclass(frozen=True)
class Refined:
    """The same after refining."""

    article: Article
    visit: Visit
    modified: datetime | None = None


@dataclass
class Run:
    """One crawl of one publisher: keeps its articles and visits, counts its outcomes.

    `data` is where its files go; None leaves none. Every method may raise SQLAlchemyError or OSError where the disk
    or the database refuses.
    """

    store: Store
    publisher: str
    name: str
    data: Path | None = None
    now: Callable[[], datetime] = clock
    counts: Counter[str] = field(default_factory=Counter)
    """Article addresses by outcome."""
    dropped: Counter[str] = field(default_factory=Counter)
    """Lines taken off the articles, by rule: an over-eager one shows."""
    listings: Counter[str] = field(default_factory=Counter)
    """Listings by outcome."""
    failures: list[Visit] = field(default_factory=list)
    """The listings that could not be read."""
    last: Visit | None = None
    """The visit that ended last."""
    kind: Kind = "address"
    """What it reads."""
    measured: Measuring = field(default_factory=Measuring)
    opened: bool = False
    caught_up: bool = False
    """Whether the run before visited all that was listed: then what lies behind known articles is known."""
    _renew_at: datetime | None = None
    _started: datetime | None = None

    def open(self, *, alone: bool = True, chosen: datetime | None = None) -> None:
        """Begin: take the publisher's lock and write out what a killed run left unwritten.

        Raises BusyError while another process crawls the publisher, unless `alone` is False, and where another has
        looked at it since it was `chosen` for being due.
        """
        if alone:
            holder = self.store.lock(self.publisher, now=self.now())
            if holder is not None:
                raise BusyError(f"{self.publisher} {BUSY} {holder}")
            last = last_look(self.store, self.publisher) if chosen else None
            if chosen and last and last > chosen:
                self.store.unlock(self.publisher)
                raise BusyError(f"{self.publisher} {DONE}")
            self._renew_at = self.now() + LOCK_LASTS / 10
            for killed in self.store.unfinished(self.publisher):
                self._write_out(killed, complete=False)
        self.caught_up = self.store.caught_up(self.publisher)
        self._started = self.now()
        self.store.begin(self.name, self.publisher, now=self._started)
        self.opened = True

    def save(self, found: Refined) -> tuple[str, Article]:
        """Keep an article and its visit; the outcome and the article as kept."""
        outcome, kept = self.store.save(
            found.article, found.visit, run=self.name, now=self.now(), modified=found.modified
        )
        if outcome != "unchanged":
            self.measured.kept(kept)
        self._count(replace(found.visit, outcome=outcome))
        return outcome, kept

    def miss(self, visit: Visit, *, modified: datetime | None = None, article: str | None = None) -> None:
        """Keep a visit that gave no article, or one of which another address was kept before."""
        self._count(self.store.visited(self.publisher, visit, now=self.now(), modified=modified, article=article))

    def listing(self, visit: Visit, *, source: str | None = None, given: Given | None = None) -> None:
        """Keep how the visit to a listing of a source ended, and what it gave.

        The failure of one that is no `source`'s, asked on the side, worries nobody.
        """
        self.store.listed(self.publisher, visit, now=self.now())
        self.listings[visit.outcome] += 1
        if source is not None:
            self.measured.listing(source, visit, given or Given())
            if visit.outcome not in GOOD:
                self.failures.append(visit)
        self._note(visit)

    def known(self, url: str) -> Known | None:
        """What the store knows of an address."""
        return self.store.known(self.publisher, url)

    def told(self, url: str, modified: datetime) -> None:
        """Keep what a second listing says of an address this run has been to."""
        self.store.told(self.publisher, url, modified)

    def corrections_since(self, listing: str, every: timedelta) -> datetime | None:
        """From when on to ask a listing for changed articles; None where it was asked within `every`."""
        last = self.store.last_look(self.publisher, listing) or self.store.first_run(self.publisher)
        return last - SKEW if last is not None and self.now() - last >= every else None

    def due(self) -> list[Link]:
        """The addresses to look at again."""
        return self.store.due(self.publisher, self.now())

    def visits_of_the_hour(self) -> int:
        """How many of the publisher's addresses were visited within the last hour."""
        return self.store.visits_since(self.publisher, self.now() - timedelta(hours=1))

    def validators(self, url: str) -> Validators:
        """What to ask a listing conditionally with."""
        return self.store.validators(self.publisher, url)

    def close(
        self,
        validators: dict[str, Validators] | None = None,
        *,
        complete: bool | None = False,
        reason: str = "shutdown",
    ) -> None:
        """End: trust `validators` of listings followed whole, write the new articles out, give the lock back.

        `complete` says whether all that the listings listed was visited; None for a run that read none of them.
        `reason` is "finished", "shutdown" for a run cut off by a signal or a deadline, "refused" or "fault".
        """
        if not self.opened:
            return
        self.opened = False
        if validators:
            self.store.trust(self.publisher, validators)
        self._write_out(self.name, complete=complete, measures=self._measures(reason, complete))
        if complete is not None and self.listings:
            failed = reason == "refused" or not GOOD.intersection(self.listings)
            looked(self.store, self.publisher, failed=failed, cut=reason == "shutdown")
        self.store.unlock(self.publisher)

    @property
    def articles_file(self) -> Path | None:
        """Where the run's new articles are, once it is closed; None where it found none."""
        path = self._path_of(self.name)
        return path if path and path.exists() else None

    @property
    def needs_a_look(self) -> bool:
        """Whether a person should look: a source failed, a fault of ours, or pages that gave no article at all."""
        if self.failures or any(name.startswith("error:") for name in self.counts):
            return True
        return bool(self.counts) and not any(name in GOOD for name in self.counts)

    def _measures(self, reason: str, complete: bool | None) -> Measures:
        measured, now = self.measured, self.now()
        return Measures(
            self.name,
            self.publisher,
            _utc(self._started or now),
            _utc(now),
            kind=self.kind,
            ended=reason,
            complete=complete,
            sources=measured.sources,
            outcomes=dict(self.counts),
            listings=dict(self.listings),
            examples=measured.examples,
            fields=measured.fields,
            dropped=dict(self.dropped),
            answered=measured.times.total(),
            median_ms=measured.time(0.5),
            p90_ms=measured.time(0.9),
            newest=measured.newest[1] if measured.newest else None,
        )

    def _write_out(self, run: str, *, complete: bool | None, measures: Measures | None = None) -> None:
        """Write a run's JSON Lines from the store: whole or not at all, and the same however often it is done."""
        path = self._path_of(run)
        if path is not None:
            half = path.with_suffix(".jsonl.part")
            lines = self.store.lines_of(run, self.publisher)
            for first in lines:
                path.parent.mkdir(parents=True, exist_ok=True)
                with half.open("w", encoding="utf-8") as out:
                    out.writelines(f"{line}\n" for line in chain([first], lines))
                    out.flush()
                    os.fsync(out.fileno())
                half.replace(path)
        self.store.finish(run, self.publisher, now=self.now(), complete=complete, measures=measures)

    def _path_of(self, run: str) -> Path | None:
        return self.data / "articles" / self.publisher / f"{run}.jsonl" if self.data else None

    def _count(self, visit: Visit) -> None:
        self.counts[visit.outcome] += 1
        self.measured.outcome(visit)
        self._note(visit)

    def _note(self, visit: Visit) -> None:
        """One line in the run's outcome file, in one write; and the lock renewed before it runs out."""
        self.last = visit
        self.measured.answer(visit)
        now = self.now()
        if self._renew_at is not None and now >= self._renew_at:
            holder = self.store.lock(self.publisher, now=now)
            if holder is not None:
                raise OSError(f"the lock on {self.publisher} went to {holder}")
            self._renew_at = now + LOCK_LASTS / 10
        if self.data is None:
            return
        path = self.data / "runs" / f"{self.name}.csv"
        if not path.exists():
            path.parent.mkdir(parents=True, exist_ok=True)
            _append(path, COLUMNS)
        row = (getattr(visit, column) for column in COLUMNS[:-1])
        _append(path, (*row, self.publisher))


def _utc(moment: datetime) -> str:
    return moment.astimezone(UTC).isoformat(timespec="microseconds")


def _append(path: Path, row: tuple[object, ...]) -> None:
    line = io.StringIO()
    csv.writer(line, lineterminator="\n").writerow(row)
    with path.open("a", encoding="utf-8", newline="") as file:
        file.write(line.getvalue())
