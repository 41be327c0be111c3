"""The states a publisher can be in, and what is known of the one it is in."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, get_args

State = Literal["broken", "blocked", "down", "slow", "no news", "never", "fine"]
"""The worst first: what is broken or blocked waits for a person, what is down mostly comes back by itself; "never" is a
publisher whose listings were never read by a run that measured."""
STATES: tuple[State, ...] = get_args(State)
NEEDS_A_LOOK: frozenset[State] = frozenset({"broken", "blocked", "down"})
"""The states in which something is being lost; "no news" and "slow" are worth knowing and lose nothing."""


@dataclass(frozen=True)
class Health:
    """How a publisher is; every moment is ISO 8601, None where there is none."""

    publisher: str
    state: State
    what: str = ""
    """What is broken: fields ("body", "authors, tags"), "pages", "source", "crawl" or its "file"; else ""."""
    reason: str = ""
    """One line for people that says what was seen, with the evidence in numbers."""
    since: str | None = None
    """When the first of the runs began in which it was so, without a good one after it; None where fine or never."""
    example: str | None = None
    """An address at which it can be seen."""
    runs: int = 0
    """How many runs, up to the last, speak for the state: one alone may be a hiccup, three are none."""
    last_run: str | None = None
    """When the last run that measured anything began."""
    last_success: str | None = None
    """When the last run began that read a listing, or was told that it had not changed."""
    last_article: str | None = None
    """When the last run began that kept a new article."""
    newest: str | None = None
    """When the newest article that measured runs kept was published, as its page says: a moment or a date."""

    @property
    def needs_a_look(self) -> bool:
        """Whether something is being lost until somebody looks."""
        return self.state in NEEDS_A_LOOK


@dataclass(frozen=True)
class Verdict:
    """What one examination of a publisher's runs found."""

    state: State
    what: str
    reason: str
    first: int
    """The place of the first run in which it was so."""
    runs: int
    example: str | None = None
