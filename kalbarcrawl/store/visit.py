"""A visit to an address, and what its outcomes mean to those who remember them."""

from __future__ import annotations

from dataclasses import dataclass

GOOD = frozenset({"ok", "changed", "unchanged", "duplicate", "listing", "not_modified"})
"""Outcomes of visits that gave what they were made for."""
PASSING = frozenset(
    {"timeout", "dns", "network", "tls", "truncated", "rate_limited", "unavailable", "server_error", "blocked"}
)
"""Outcomes that say more of the moment than of the address: worth another look soon."""

REFUSALS = frozenset({"blocked", "rate_limited", "unavailable", "timeout"})
"""Outcomes by which a host says that it has had enough of us, when they come one after the other."""


@dataclass(frozen=True)
class Visit:
    """One visit to one address and how it ended."""

    url: str
    outcome: str
    """One word to group by, such as "ok", "not_found", "incomplete:body"."""
    status: int | None = None
    """The HTTP status, where there was an answer."""
    error: str | None = None
    """What exactly went wrong: a failure in plain words or by its class, an HTTP status, the wall's name."""
    bytes: int = 0
    """Length of the body, unpacked."""
    milliseconds: int = 0
    """From sending the request to the last byte of its answer."""
    source: str | None = None
    """The listing the address came from."""
    archived: tuple[str, int] | None = None
    """The archive its answer lies in, relative to the data folder, and at which byte."""
    dropped: tuple[tuple[str, str], ...] | None = None
    """The lines taken off the article it gave, each with the name of the rule; None where nobody knows."""


def explained(visit: Visit) -> str:
    """A visit as one line for people: address, outcome and error class."""
    detail = f" ({visit.error})" if visit.error else ""
    return f"{visit.url}: {visit.outcome}{detail}"
