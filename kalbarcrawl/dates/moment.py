"""A moment in time as a newsroom printed it: the value, how precise it is, and how it was read."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Literal

Precision = Literal["second", "minute", "day"]


@dataclass(frozen=True, slots=True)
class Moment:
    """A date read from a string, never more precise than the string was."""

    value: datetime
    """Always aware; at "day" precision the midnight that opens the day in the publisher's zone."""
    precision: Precision
    raw: str
    """The string as it was given, untouched."""
    how: str
    """The form that read it: iso, long, numeric, month_first, range, partial, relative, epoch, address, ..."""
    flags: tuple[str, ...] = ()
    """What to know before trusting it: weekday_mismatch, relative, partial, future, epoch, false_zone, ..."""

    def __str__(self) -> str:
        """ISO 8601 with offset, or YYYY-MM-DD when only the day is known."""
        return self.value.date().isoformat() if self.precision == "day" else self.value.isoformat()
