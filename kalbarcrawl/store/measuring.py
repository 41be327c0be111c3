"""Measuring a run while it goes on, in memory that does not grow with it."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime

from kalbarcrawl.items import Article, Incomplete, RawArticle
from kalbarcrawl.rules import Rules
from kalbarcrawl.store.measures import FIELDS, Filled, Reading
from kalbarcrawl.store.revisit import moment
from kalbarcrawl.store.visit import GOOD, Visit

STEP = 1.1
"""Times are counted in classes each a tenth longer than the one before: a median within 5 %, and some 120 numbers at
most, where a back-fill of years would otherwise remember millions."""
IN_ARTICLE = {"published": "published_at", "modified": "modified_at"}
IN_RAW = {"body": "lines"}


@dataclass
class Given:
    """What one answer of a listing gave."""

    listed: int = 0
    new: int = 0
    whole: bool = True


@dataclass
class Measuring:
    """What a run has measured so far."""

    sources: dict[str, Reading] = field(default_factory=dict)
    examples: dict[str, str] = field(default_factory=dict)
    fields: dict[str, Filled] = field(default_factory=dict)
    times: Counter[int] = field(default_factory=Counter)
    """Answers by the class of their time."""
    newest: tuple[datetime, str] | None = None

    def answer(self, visit: Visit) -> None:
        """Count how long an answer took; what never came, and what was no request of its own, took no time."""
        if visit.status is not None and visit.milliseconds > 0:
            self.times[int(math.log(visit.milliseconds, STEP))] += 1

    def listing(self, source: str, visit: Visit, given: Given) -> None:
        """Add an answer to what a source gave; the first one says how the source is."""
        failed = visit.outcome not in GOOD
        before = self.sources.get(source) or Reading(visit.outcome, visit.error, answers=0)
        self.sources[source] = Reading(
            before.outcome,
            before.error,
            answers=before.answers + 1,
            failed=before.failed + failed,
            listed=before.listed + given.listed,
            new=before.new + given.new,
            whole=before.whole and given.whole,
        )

    def outcome(self, visit: Visit) -> None:
        """Remember an example of what gave no article."""
        if visit.outcome not in GOOD:
            self.examples.setdefault(visit.outcome, visit.url)

    def kept(self, article: Article) -> None:
        """Note that an article is new or changed."""
        published = moment(article.published_at)
        if published and article.published_at and (self.newest is None or published > self.newest[0]):
            self.newest = published, article.published_at

    def article(self, raw: RawArticle, refined: Article | Incomplete, rules: Rules) -> None:
        """Count which fields of an article were found, and by whose rules; a page of another kind says nothing."""
        if raw.kind != "article":
            return
        for name in FIELDS:
            found = _found(name, raw, refined)
            own = _own_won(raw.won.get(name), getattr(rules, name))
            tried = found and own is not None
            before = self.fields.get(name, Filled())
            self.fields[name] = Filled(
                read=before.read + 1,
                filled=before.filled + found,
                tried=before.tried + tried,
                own=before.own + (tried and own is True),
                empty_at=before.empty_at or (None if found else raw.url),
                generic_at=before.generic_at or (raw.url if tried and own is False else None),
            )

    def time(self, share: float) -> int | None:
        """The time that this share of the answers stayed within, in milliseconds; None where there was no answer."""
        wanted = share * self.times.total()
        for place in sorted(self.times):
            wanted -= self.times[place]
            if wanted <= 0:
                return round(float(STEP ** (place + 0.5)))
        return None


def _found(name: str, raw: RawArticle, refined: Article | Incomplete) -> bool:
    if isinstance(refined, Article):
        return bool(getattr(refined, IN_ARTICLE.get(name, name)))
    if refined.outcome == f"incomplete:{name}":
        return False
    return bool(getattr(raw, IN_RAW.get(name, name)))


def _own_won(winner: str | None, rules: Sequence[object]) -> bool | None:
    """Whether one of the publisher's own rules won a field; None where it has none, or the page was not read by any."""
    if not winner or not rules:
        return None
    # Of dates all rules that found one are named.
    return any(winner == str(rule) or winner.startswith(f"{rule}, ") for rule in rules)
