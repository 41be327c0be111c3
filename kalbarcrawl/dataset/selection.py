"""Which records a dataset holds."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from datetime import date
from typing import Any


@dataclass(frozen=True, kw_only=True)
class Selection:
    """What a record must be to be taken; an empty part asks nothing.

    `since` and `until` are days, both included, by the newsroom's own clock; a record without a date lies in no period.
    """

    publishers: tuple[str, ...] = ()
    since: date | None = None
    until: date | None = None
    sections: tuple[str, ...] = ()
    languages: tuple[str, ...] = ()
    min_words: int = 0

    def wants(self, record: Mapping[str, Any]) -> bool:
        """Whether a record is taken."""
        if self.publishers and record["publisher"] not in self.publishers:
            return False
        if (self.since or self.until) and not self._in_period(record["published_at"]):
            return False
        sections = {name.casefold() for name in self.sections}
        if sections and (record["section"] or "").casefold() not in sections:
            return False
        if self.languages and record["language"] not in self.languages:
            return False
        return not self.min_words or len(record["body"].split()) >= self.min_words

    def in_words(self) -> str:
        """The selection as the card tells it."""
        asked = {name: value for name, value in asdict(self).items() if value}
        parts = (
            f"{name.replace('_', ' ')}: {', '.join(value) if isinstance(value, tuple) else value}"
            for name, value in asked.items()
        )
        return "; ".join(parts) or "everything kept"

    def _in_period(self, published: str | None) -> bool:
        if published is None:
            return False
        day = date.fromisoformat(published[:10])
        return (self.since is None or day >= self.since) and (self.until is None or day <= self.until)
