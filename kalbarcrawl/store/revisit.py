"""When to look at an address again: the growing intervals, and what makes a listing's word for a change believable."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from email.utils import parsedate_to_datetime

from kalbarcrawl.store.visit import PASSING

HOUR = timedelta(hours=1)
DAY = timedelta(days=1)
PATIENCE = (timedelta(0), HOUR, 6 * HOUR, DAY, 3 * DAY)
"""How long until the next look, and how many in all, after a visit that failed for a passing reason."""
DOUBT = (DAY, 7 * DAY)
"""The same for a page that was read and gave no article: a rule of ours may have been mended since."""


@dataclass(frozen=True)
class Rechecks:
    """The bounded recheck of articles: listings do not tell of every correction, and of no removal."""

    intervals: tuple[timedelta, ...] = (6 * HOUR, DAY, 3 * DAY)
    """How long until each further look at an article; their number bounds the looks."""
    recent: timedelta = 3 * DAY
    """Only articles this young are looked at again: corrections come early."""

    @classmethod
    def of(cls, hours: tuple[float, ...], days: float) -> Rechecks:
        """Rechecks by hours until each look, and the days an article counts as recent."""
        return cls(tuple(hour * HOUR for hour in hours), days * DAY)


def next_look(
    outcome: str,
    looks: int,
    now: datetime,
    *,
    published: datetime | None = None,
    rechecks: Rechecks,
) -> datetime | None:
    """When to visit an address again that ended so after `looks` visits; None for never of our own accord."""
    if outcome in ("ok", "changed", "unchanged"):
        if published is not None and now - published > rechecks.recent:
            return None
        intervals = rechecks.intervals
    elif outcome in PASSING or outcome.startswith("error:"):
        intervals = PATIENCE
    elif outcome.startswith("incomplete") or outcome in ("robots", "http_error", "empty", "not_found"):
        intervals = DOUBT
    else:
        return None
    return now + intervals[looks - 1] if 1 <= looks <= len(intervals) else None


def believable(modified: datetime, known: datetime | None, visited: datetime, unchanged: int, now: datetime) -> bool:
    """Whether a listing that dates a change at `modified` is reason to fetch the article again.

    `known` is the newest change already seen, `unchanged` how many looks in a row found nothing new: a listing that
    cried wolf (some date every article "now") is heard ever less, at most once in 2 ** unchanged hours.
    """
    if known is not None and modified <= known:
        return False
    return unchanged < 2 or now - visited >= HOUR * 2 ** min(unchanged, 10)


def moment(text: str | None) -> datetime | None:
    """A listing's own date (ISO 8601 or RFC 822), aware; None where it is neither.

    Without an offset it is taken as UTC: such dates are compared with one another only.
    """
    if not text:
        return None
    for read in (datetime.fromisoformat, parsedate_to_datetime):
        try:
            found = read(text.strip())
        except ValueError:
            continue
        return found if found.tzinfo else found.replace(tzinfo=UTC)
    return None
