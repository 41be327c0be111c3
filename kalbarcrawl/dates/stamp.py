"""Machine-made stamps without separators: 20240205T101500Z, 20240205, epoch seconds and milliseconds."""

from __future__ import annotations

import re
from datetime import UTC, datetime, timedelta, tzinfo

from kalbarcrawl.dates.moment import Moment

_BASIC = re.compile(
    r"((?:19|20)[0-9]{2})([01][0-9])([0-3][0-9])(?:t? ?([0-2][0-9])([0-5][0-9])([0-5][0-9])(z)?)?", re.ASCII
)
_EPOCH = re.compile(r"([0-9]{10})(?:[0-9]{3}|\.[0-9]{1,6})?", re.ASCII)
_EPOCH_FROM, _EPOCH_TO = 631152000, 4102444800  # 1990, 2100: other ten-digit numbers are article ids and telephones


def read_stamp(plain: str, raw: str, tz: tzinfo, reference: datetime | None, *, trust_z: bool = True) -> Moment | None:
    """The moment of a stamp that is the whole text, or None; seconds that lie after `reference` are some id."""
    if not plain[:8].isdigit():
        return None
    basic = _BASIC.fullmatch(plain)
    if basic is not None:
        return _basic(basic, raw, tz, trust_z)
    epoch = _EPOCH.fullmatch(plain)
    if epoch is None or not _EPOCH_FROM <= int(epoch[1]) < _EPOCH_TO:
        return None
    value = datetime.fromtimestamp(int(epoch[1]), tz)
    if reference is not None and value > reference + timedelta(days=1):
        return None
    return Moment(value, "second", raw, "epoch", ("epoch",))


def _basic(found: re.Match[str], raw: str, tz: tzinfo, trust_z: bool) -> Moment | None:
    year, month, day, hour, minute, second = (int(part) if part else 0 for part in found.groups()[:6])
    try:
        value = datetime(year, month, day, hour, minute, second, tzinfo=UTC if found[7] and trust_z else tz)
    except ValueError:
        return None
    flags = ("false_zone",) if found[7] and not trust_z else ()
    return Moment(value, "second" if found[4] else "day", raw, "iso_basic", flags)
