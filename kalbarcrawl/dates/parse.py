"""Reads one printed date: the forms in order, from the fullest to the barest, and None where none is certain."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta, tzinfo

from kalbarcrawl.dates.address import date_in_url
from kalbarcrawl.dates.clock import zone_named
from kalbarcrawl.dates.fallback import read_strictly
from kalbarcrawl.dates.forms import DATE, MONTH_FIRST
from kalbarcrawl.dates.moment import Moment, Precision
from kalbarcrawl.dates.partial import year_near
from kalbarcrawl.dates.reading import Reading, one_reading
from kalbarcrawl.dates.relative import read_relative
from kalbarcrawl.dates.stamp import read_stamp
from kalbarcrawl.dates.typography import normalise

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)


def parse_date(
    text: str, *, zone: str = "Asia/Jakarta", reference: datetime | None = None, trust_z: bool = True
) -> Moment | None:
    """Read the date a newsroom printed, or None when there is none or more than one reading is possible.

    `zone` (IANA) is the publisher's and holds wherever the text names no other; `reference` is when the page was
    fetched, without which relative ("2 jam lalu") and partial ("Senin (5/2)") dates are None; `trust_z=False` reads
    a stamp's "Z" as the publisher's own zone. An unknown `zone` raises zoneinfo.ZoneInfoNotFoundError; no text does.
    """
    plain = normalise(text)
    if "://" in plain[:9] or (plain[:1] == "/" and " " not in plain):
        return date_in_url(text, zone=zone)
    tz = zone_named(zone)
    if reference is not None and reference.tzinfo is None:
        reference = reference.replace(tzinfo=tz)
    reading = one_reading(plain)
    if reading is not None:
        return _moment(reading, text, plain, tz, reference, trust_z)
    moment = read_stamp(plain, text, tz, reference, trust_z=trust_z)
    if moment is None and reference is not None:
        moment = read_relative(plain, text, tz, reference.astimezone(tz))
    if moment is None and DATE.search(plain) is None and MONTH_FIRST.search(plain) is None:
        moment = read_strictly(plain, text, zone)
    return None if moment is None else _flag_future(moment, reference)


def _moment(
    reading: Reading, raw: str, plain: str, tz: tzinfo, reference: datetime | None, trust_z: bool
) -> Moment | None:
    year, month, day, clock, how, weekday = reading[:6]
    flags = []
    if year is None:
        year = year_near(month, day, weekday, plain, reference.astimezone(tz).date()) if reference is not None else None
        if year is None:
            return None
        how, flags = "partial", ["partial"]
    precision: Precision = "day"
    try:
        if clock is None:
            value = datetime(year, month, day, tzinfo=tz)
        else:
            precision = "minute" if clock.second is None else "second"
            false_z = reading.literal_z or (reading.z and not trust_z)
            if false_z:
                flags.append("false_zone")
            own = tz if false_z else clock.zone or tz
            value = datetime(year, month, day, clock.hour, clock.minute, clock.second or 0, tzinfo=own)
    except ValueError:
        return None
    if year <= 1970 and abs((value - _EPOCH).total_seconds()) <= 86400:
        return None
    if weekday is not None and value.weekday() != weekday:
        flags.append("weekday_mismatch")
    return _flag_future(Moment(value, precision, raw, how, tuple(flags)), reference)


def _flag_future(moment: Moment, reference: datetime | None) -> Moment:
    if reference is None or moment.value <= reference + timedelta(days=1):
        return moment
    return replace(moment, flags=(*moment.flags, "future"))
