"""Whether what a listing dates lies surely outside a period; only dates that need no guessing are read."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from email.utils import parsedate_to_datetime

from kalbarcrawl.items import Link

SLACK = timedelta(days=1)
"""A listing's date may be a bare day, or lack its zone: it is held to be this far off."""
OLDEST = 1990
"""Earlier years are a machine's zero, not a date."""


def moment_of(raw: str | None) -> datetime | None:
    """The moment of an ISO 8601 or RFC 822 string, in UTC where it names no zone; None where it is neither."""
    for parse in (datetime.fromisoformat, parsedate_to_datetime):
        try:
            found = parse((raw or "").strip())
            found = found if found.tzinfo else found.replace(tzinfo=UTC)
            return found.astimezone(UTC) if found.year >= OLDEST else None
        except (ValueError, OverflowError, IndexError, TypeError):
            continue
    return None


@dataclass(frozen=True)
class Period:
    """From `since` to `until`, either of them open."""

    since: datetime | None = None
    until: datetime | None = None

    def surely_before(self, raw: str | None) -> bool:
        """Whether a listing's date is certain to be earlier than the period."""
        found = moment_of(raw) if self.since and raw else None
        return bool(found and self.since and found + SLACK < _aware(self.since))

    def surely_after(self, raw: str | None) -> bool:
        """Whether a listing's date is certain to be later than the period."""
        found = moment_of(raw) if self.until and raw else None
        return bool(found and self.until and found - SLACK > _aware(self.until))

    def excludes(self, link: Link) -> bool:
        """Whether the article was surely published outside the period (never later than it was modified)."""
        return self.is_over(link) or self.surely_after(link.published)

    def is_over(self, link: Link) -> bool:
        """Whether the article is surely older than the period."""
        return self.surely_before(link.published) or self.surely_before(link.modified)

    def all_over(self, links: Sequence[Link]) -> bool:
        """Whether a listing that goes back in time has left the period behind."""
        return bool(links) and self.since is not None and all(map(self.is_over, links))


EVER = Period()
"""The period that leaves nothing out."""


def _aware(moment: datetime) -> datetime:
    return moment if moment.tzinfo else moment.replace(tzinfo=UTC)
