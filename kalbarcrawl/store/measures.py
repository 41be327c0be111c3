"""What one run of one publisher measures, and how the store keeps and thins it."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import MISSING, Field, dataclass, field, fields
from datetime import UTC, datetime, timedelta
from functools import cache
from types import MappingProxyType
from typing import Any, Literal

from sqlalchemy import Connection, select

from kalbarcrawl.store.engine import upsert
from kalbarcrawl.store.tables import MEASURES

FIELDS = (
    *("title", "description", "published", "modified", "authors", "editors", "section", "tags", "body", "images"),
)
"""The fields a run measures, named as in `Rules`."""
Kind = Literal["latest", "archive", "address"]
"""What a run read: the listings of the latest articles as at every visit, an archive or a narrower choice, or addresses
somebody named. Only the first kind says how a newsroom is."""
PAST = timedelta(days=90)
"""So far back runs are read."""
WHOLE = PAST + timedelta(days=10)
"""So long all runs are kept, some days longer than any is read; of each day before, the last run of each kind."""


@dataclass(frozen=True)
class Reading:
    """How a run read one of a publisher's sources, its further pages and child sitemaps included."""

    outcome: str
    """How the first answer ended: "listing", "not_modified", or what went wrong."""
    error: str | None = None
    """What exactly went wrong: "HTTP 404", "connection refused", why it is no listing."""
    answers: int = 1
    failed: int = 0
    """How many of the answers were no listing."""
    listed: int = 0
    """Articles it listed."""
    new: int = 0
    """Those of them that were fetched, for being new, changed or due for another look."""
    whole: bool = True
    """False where a limit ended the reading: then `listed` is too few."""


@dataclass(frozen=True)
class Filled:
    """How one field came out over the articles a run read (new, changed, unchanged or incomplete; no other pages)."""

    read: int = 0
    filled: int = 0
    """The articles in which it was found; a date counts where it could be read as one."""
    tried: int = 0
    """The pages on which it was found and the publisher has rules of its own for it ..."""
    own: int = 0
    """... and those of them on which one of these won, not a generic one."""
    empty_at: str | None = None
    """An article in which it was not found."""
    generic_at: str | None = None
    """An article in which a generic rule had to find it."""


@dataclass(frozen=True)
class Measures:
    """What one run of one publisher measured; moments are ISO 8601 in UTC, times milliseconds.

    Written in the transaction that notes the run's end: a killed run has none, and shows as a run that never finished.
    """

    run: str
    publisher: str
    started_at: str
    finished_at: str
    kind: Kind = "latest"
    ended: str = "finished"
    """How: "finished", "shutdown" by a signal or deadline, "refused" too often in a row, or by a "fault" of ours."""
    complete: bool | None = None
    """Whether all that was listed was visited; None for a run that is not of kind "latest"."""
    sources: Mapping[str, Reading] = field(default_factory=lambda: MappingProxyType({}))
    """The sources read, by their whole address."""
    outcomes: Mapping[str, int] = field(default_factory=lambda: MappingProxyType({}))
    """Article addresses by outcome: "ok" new, "changed", "unchanged", "duplicate", and what went wrong."""
    listings: Mapping[str, int] = field(default_factory=lambda: MappingProxyType({}))
    """The answers of listings by outcome."""
    examples: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    """An address for each outcome that gave no article."""
    fields: Mapping[str, Filled] = field(default_factory=lambda: MappingProxyType({}))
    """By name, of `FIELDS`: empty where no article was read."""
    dropped: Mapping[str, int] = field(default_factory=lambda: MappingProxyType({}))
    """Lines taken off the articles, by rule."""
    answered: int = 0
    """Requests of listings and articles that were answered, whatever with."""
    median_ms: int | None = None
    """Of their times, from sending to the last byte, within 5 %; None where nothing was answered."""
    p90_ms: int | None = None
    newest: str | None = None
    """When the newest article that the run kept as new or changed was published: ISO 8601, or a date."""

    @property
    def new(self) -> int:
        """New articles."""
        return self.outcomes.get("ok", 0)

    @property
    def changed(self) -> int:
        """New revisions of known articles."""
        return self.outcomes.get("changed", 0)

    def to_json(self) -> str:
        """These measures as one line of JSON, without what is as in a run that found nothing: most runs find little."""
        return json.dumps(_sparse(self), ensure_ascii=False)


def measures_from(record: str) -> Measures:
    """The measures a line of JSON holds; what a later version added is left out."""
    values = _known(Measures, json.loads(record))
    values["sources"] = {url: Reading(**_known(Reading, one)) for url, one in values.get("sources", {}).items()}
    values["fields"] = {name: Filled(**_known(Filled, one)) for name, one in values.get("fields", {}).items()}
    return Measures(**values)


def keep(connection: Connection, measures: Measures) -> None:
    """Keep what a run measured, within the caller's transaction."""
    read = max((one.read for one in measures.fields.values()), default=0)
    values = {
        "kind": measures.kind,
        "started_at": measures.started_at,
        "articles": read,
        "record": measures.to_json(),
    }
    upsert(connection, MEASURES, {"run": measures.run, "publisher": measures.publisher}, values)


def thin(connection: Connection, publisher: str, now: datetime) -> int:
    """Forget a publisher's runs that nothing reads any more, within the caller's transaction; how many.

    The newest of all is never among them: by it is known which runs were killed.
    """
    c = MEASURES.c
    query = select(c.run, c.kind, c.started_at).where(c.publisher == publisher, c.started_at < _utc(now - WHOLE))
    old = connection.execute(query.order_by(c.started_at)).all()
    last = {(row.kind, row.started_at[:10]): row.run for row in old}
    gone = [row.run for row in old if last[row.kind, row.started_at[:10]] != row.run]
    for start in range(0, len(gone), 500):
        some = gone[start : start + 500]
        connection.execute(MEASURES.delete().where(c.publisher == publisher, c.run.in_(some)))
    return len(gone)


def _utc(moment: datetime) -> str:
    return moment.astimezone(UTC).isoformat(timespec="microseconds")


def _sparse(value: Any) -> Any:
    """A value as JSON holds it: of a dataclass only the fields that differ from their defaults."""
    if isinstance(value, Mapping):
        return {name: _sparse(one) for name, one in value.items()}
    if not isinstance(value, (Measures, Reading, Filled)):
        return value
    own = {
        spec.name: getattr(value, spec.name) for spec in fields(value) if getattr(value, spec.name) != _default(spec)
    }
    return {name: _sparse(one) for name, one in own.items()}


def _default(spec: Field[Any]) -> Any:
    return spec.default if spec.default_factory is MISSING else spec.default_factory()


def _known(kind: type, record: Mapping[str, Any]) -> dict[str, Any]:
    names = _names(kind)
    return {name: value for name, value in record.items() if name in names}


@cache
def _names(kind: type) -> frozenset[str]:
    return frozenset(spec.name for spec in fields(kind))
