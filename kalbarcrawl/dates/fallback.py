"""dateparser behind the known forms, for short strings that name a day, a month and a year; strict, and checked."""

from __future__ import annotations

import re
from datetime import datetime
from typing import TYPE_CHECKING

from kalbarcrawl.dates.clock import zone_named
from kalbarcrawl.dates.forms import MONTH
from kalbarcrawl.dates.moment import Moment

if TYPE_CHECKING:
    from dateparser.date import DateDataParser

_LONGEST = 60
# The day stands beside its month: "Februari 2024 (24)" counts articles, and dateparser takes the count for a day.
_DAY_AND_MONTH = re.compile(
    rf"(?<![0-9])[0-9]{{1,2}}[^a-z0-9()]{{0,3}}{MONTH}|(?<![a-z]){MONTH}[^a-z0-9()]{{0,3}}[0-9]{{1,2}}(?![0-9])",
    re.ASCII,
)
_NUMBER = re.compile(r"[0-9]+", re.ASCII)
_CLOCK = re.compile(r"[0-9]:[0-9]{2}(:[0-9]{2})?", re.ASCII)


def read_strictly(plain: str, raw: str, zone: str) -> Moment | None:
    """What dateparser reads, if the text itself holds the day and the year of the answer; else None."""
    numbers = {int(number) for number in _NUMBER.findall(plain)} if len(plain) <= _LONGEST else set()
    if len(numbers) < 2 or not any(1990 <= number <= 2099 for number in numbers) or not _DAY_AND_MONTH.search(plain):
        return None
    value = _parser(zone).get_date_data(plain).date_obj
    if value is None or value.year not in numbers or value.day not in numbers or not 1990 <= value.year <= 2099:
        return None
    return _moment(value, plain, raw, zone)


def _moment(value: datetime, plain: str, raw: str, zone: str) -> Moment:
    clock = _CLOCK.search(plain)
    if value.tzinfo is None:
        value = value.replace(tzinfo=zone_named(zone))
    if clock is None:
        return Moment(value.replace(hour=0, minute=0, second=0, microsecond=0), "day", raw, "dateparser")
    return Moment(value.replace(microsecond=0), "second" if clock[1] else "minute", raw, "dateparser")


_parsers: dict[str, DateDataParser] = {}


def _parser(zone: str) -> DateDataParser:
    """Imported late: it takes longer to load than a whole page takes to read."""
    if zone not in _parsers:
        from dateparser.date import DateDataParser

        _parsers[zone] = DateDataParser(
            languages=["id", "en", "ms"],
            settings={
                "DATE_ORDER": "DMY",
                "TIMEZONE": zone,
                "RETURN_AS_TIMEZONE_AWARE": True,
                "RELATIVE_BASE": datetime(2000, 1, 1),  # noqa: DTZ001 never used: only whole dates are asked for
                "REQUIRE_PARTS": ["day", "month", "year"],
                "PARSERS": ["absolute-time", "custom-formats"],
            },
        )
    return _parsers[zone]
