"""What the newsrooms reserve, as recorded with their articles: one row for each publisher and set of rules."""

from __future__ import annotations

import csv
import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from kalbarcrawl.dataset.commas import guarded

RULES = ("robots_sha256", "ai_agents_refused", "tdm_reservation", "tdm_policy", "directives", "licence")
"""Keys of a record's `rights` that have a column of their own; see `kalbarcrawl.rights` for what they mean."""
COLUMNS = ("publisher", "articles", "recorded", *RULES, "other", "first_crawled", "last_crawled")


@dataclass
class _Seen:
    articles: int = 0
    first: str = ""
    last: str = ""


@dataclass
class Rights:
    """Collects the rights of records."""

    seen: dict[tuple[str, ...], _Seen] = field(default_factory=dict)

    def add(self, record: Mapping[str, Any]) -> None:
        """Count a record's rights in."""
        rights = record.get("rights")
        known = dict(rights or {})
        at: str = record["crawled_at"]
        rules = tuple(_text(known.pop(name, None)) for name in RULES)
        key = (record["publisher"], _text(rights is not None), *rules, _text(known or None))
        row = self.seen.setdefault(key, _Seen())
        row.articles += 1
        row.first = min(filter(None, (row.first, at)), default="")
        row.last = max(row.last, at)

    def write(self, path: Path) -> None:
        """Write the table, publishers in order; a publisher of which nothing was recorded has a row that says so."""
        with path.open("w", encoding="utf-8", newline="") as file:
            table = csv.writer(file, lineterminator="\n")
            table.writerow(COLUMNS)
            for (publisher, recorded, *rules), seen in sorted(self.seen.items(), key=lambda pair: pair[0]):
                cells = [publisher, str(seen.articles), recorded, *rules, seen.first, seen.last]
                table.writerow(map(guarded, cells))

    def recorded(self) -> int:
        """How many articles have their rights recorded."""
        return sum(seen.articles for key, seen in self.seen.items() if key[1] == "true")


def _text(value: Any) -> str:
    if value is None:
        return ""
    return value if isinstance(value, str) else json.dumps(value, ensure_ascii=False, sort_keys=True)
