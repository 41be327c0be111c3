"""A printed time of day and its zone: "pukul 9.30 malam WITA", "3:04 p.m.", "T14:34:19+00:00"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import timedelta, timezone, tzinfo
from functools import cache, lru_cache
from typing import NamedTuple
from zoneinfo import ZoneInfo

from kalbarcrawl.dates.words import ZONES

_OFFSET = re.compile(r"(?:gmt|utc)? ?([+-]) ?([0-9]{1,2}):?([0-9]{2})?", re.ASCII)
_ZONE_IN_GAP = re.compile(r"wita|wib|wit|wp")
_MORNING = frozenset(("am", "pagi", "pg", "subuh"))
_AFTERNOON = frozenset(("pm", "sore", "petang", "ptg"))

TimeGroups = Sequence[str | None]
"""What forms.TIME captures: hour, parting sign, minute, second, time of day, the range end's, zone, time of day."""


class Clock(NamedTuple):
    """A time of day; `zone` is None where none is printed."""

    hour: int
    minute: int
    second: int | None
    zone: tzinfo | None


@cache
def zone_named(key: str) -> ZoneInfo:
    """The zone of an IANA name, kept for the next call."""
    return ZoneInfo(key)


@cache
def fixed(minutes: int) -> timezone:
    """The zone so many minutes east of Greenwich."""
    return timezone(timedelta(minutes=minutes))


def read_clock(groups: TimeGroups, gap: str = "") -> Clock | None:
    """The time in what forms.TIME captured, or None where it cannot be known: "10.00 waktu setempat", "24.00"."""
    printed_hour, _, printed_minute, printed_second, before, until, zone_word, after = groups
    if printed_hour is None:
        return None
    hour = int(printed_hour)
    minute = int(printed_minute) if printed_minute else 0
    second = int(printed_second) if printed_second else None
    period = before or after
    if until and not period:
        return None  # "10.00-2.00 pm" opens in the morning, "8.00-10.00 pm" in the evening
    if period:
        known = _on_24_hours(hour, period)
        if known is None:
            return None
        hour = known
    if hour > 23 or minute > 59 or (second is not None and second > 59):
        return None
    if zone_word is None:
        in_gap = _ZONE_IN_GAP.search(gap) if "w" in gap else None
        return Clock(hour, minute, second, fixed(60 * ZONES[in_gap[0]]) if in_gap else None)
    zone = _zone(zone_word)
    return Clock(hour, minute, second, zone) if zone else None


def _on_24_hours(hour: int, period: str) -> int | None:
    """The hour on the 24-hour clock; what already stands on it stays; None where the words leave it open."""
    period = period.replace(".", "")
    if (period == "am" and hour > 12) or (period == "pm" and hour == 0):
        return None
    if hour > 12 or hour == 0:
        return hour
    if period in _MORNING or period.startswith("dini"):
        return hour % 12 if period in ("am", "pagi", "pg") else hour
    if period in _AFTERNOON:
        return hour % 12 + 12
    if period.endswith("malam"):
        if hour == 12:
            return None  # the midnight that ends the day, or that opens it
        return hour + 12 if hour >= 6 else hour
    return hour + 12 if hour <= 4 else hour  # siang, tengah hari


@lru_cache(maxsize=256)  # bounded: "waktu" may be followed by any word
def _zone(word: str) -> timezone | None:
    hours = ZONES.get(word)
    if hours is not None:
        return fixed(60 * hours)
    offset = _OFFSET.fullmatch(word)
    if offset is None:
        return None
    minutes = 60 * int(offset[2]) + int(offset[3] or 0)
    if minutes > 14 * 60:
        return None
    return fixed(-minutes if offset[1] == "-" else minutes)
