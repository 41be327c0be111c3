"""Dates told from the moment of reading: "2 jam yang lalu", "kemarin, 14:05", "just now"."""

from __future__ import annotations

import re
from datetime import datetime, timedelta, tzinfo

from kalbarcrawl.dates.clock import read_clock
from kalbarcrawl.dates.forms import GAP, TIME
from kalbarcrawl.dates.moment import Moment, Precision

_SECONDS = {"detik": 1, "saat": 1, "second": 1, "sec": 1, "s": 1, "menit": 60, "mnt": 60, "minit": 60, "minute": 60,
            "min": 60, "m": 60, "jam": 3600, "hour": 3600, "hr": 3600, "h": 3600}  # fmt: skip
_DAYS = {"hari": 1, "day": 1, "d": 1, "minggu": 7, "pekan": 7, "week": 7, "wk": 7, "w": 7}
_MONTHS = {"bulan": 1, "bln": 1, "month": 1, "mo": 1, "tahun": 12, "thn": 12, "year": 12, "yr": 12, "y": 12}
_UNITS = _SECONDS | _DAYS | _MONTHS
_UNIT = f"(?:{'|'.join(sorted(_UNITS, key=len, reverse=True))})"
_NUMBERS = {"se": 1, "a": 1, "an": 1, "satu": 1, "one": 1, "dua": 2, "two": 2, "tiga": 3, "three": 3, "empat": 4,
            "lima": 5, "enam": 6, "tujuh": 7, "delapan": 8, "sembilan": 9, "sepuluh": 10}  # fmt: skip

_LABEL = r"[a-z]*(?:perbarui|terbit|tayang|publikasi|unggah)[a-z]*|updated|posted|published|pada|on"
_ROUGHLY = r"sejak|sekitar|sekira|kurang\ dari|less\ than|about"


def _alone(form: str) -> re.Pattern[str]:
    """The form with at most a label or a separated part around it: in a sentence it dates something else."""
    before = rf"(?:.{{0,40}}[:|•·,()-]\ ?)?(?:(?:terakhir\ |last\ )?(?:{_LABEL})\ ?:?\ )?(?:(?:{_ROUGHLY})\ )?"
    return re.compile(rf"{before}(?:{form})(?:\W*|\ ?[|•(-].{{0,40}})$", re.ASCII | re.VERBOSE)


_SPAN = rf"([0-9]{{1,3}}|{'|'.join(sorted(_NUMBERS, key=len, reverse=True))})\ ?({_UNIT})s?\.?"
_AGO = _alone(rf"{_SPAN}(?:,?\ (?:dan\ |and\ )?{_SPAN})?\ (?:yang\ |yg\ )?(?:lalu|silam|lepas|ago)")
_HALF_AN_HOUR = _alone(r"setengah\ jam\ (?:yang\ )?lalu|half\ an\ hour\ ago")
_NOW = _alone(r"baru\ saja|baru\ sahaja|just\ now|beberapa\ (?:detik|saat)\ (?:yang\ )?lalu|(?:a\ )?few\ seconds\ ago")
_DAY = _alone(
    rf"""
    (?: (kemarin\ dulu|kemarin\ lusa) | (kemarin|kemaren|yesterday|kelmarin) | (hari\ ini|today) )
    (?: ({GAP}) {TIME} )?
    """
)


def read_relative(plain: str, raw: str, tz: tzinfo, reference: datetime) -> Moment | None:
    """The moment so long before `reference`; hours and minutes to the minute, days and longer to the day."""
    if len(plain) > 80:
        return None
    ago = _AGO.match(plain)
    if ago is not None:
        return _ago(ago, raw, tz, reference)
    if _HALF_AN_HOUR.match(plain):
        return _moment(reference - timedelta(minutes=30), "minute", raw)
    if _NOW.match(plain):
        return _moment(reference, "minute", raw)
    named = _DAY.match(plain)
    if named is None:
        return None
    back = 2 if named[1] else 1 if named[2] else 0
    day = datetime.combine(reference.date() - timedelta(days=back), datetime.min.time(), tz)
    clock = read_clock(named.groups()[4:], named[4] or "") if named[5] else None
    if clock is None:
        return _moment(day, "day", raw)
    value = day.replace(hour=clock.hour, minute=clock.minute, second=clock.second or 0, tzinfo=clock.zone or tz)
    return _moment(value, "minute" if clock.second is None else "second", raw)


def _ago(ago: re.Match[str], raw: str, tz: tzinfo, reference: datetime) -> Moment | None:
    value = reference
    precision: Precision = "second"
    for number, unit in ((ago[1], ago[2]), (ago[3], ago[4])):
        if number is None:
            continue
        count = _NUMBERS[number] if number in _NUMBERS else int(number)
        try:
            if unit in _SECONDS:
                value -= timedelta(seconds=count * _SECONDS[unit])
                if _SECONDS[unit] > 1 and precision == "second":
                    precision = "minute"
            elif unit in _DAYS:
                value, precision = value - timedelta(days=count * _DAYS[unit]), "day"
            else:
                value, precision = _months_before(value, count * _MONTHS[unit]), "day"
        except (OverflowError, ValueError):
            return None
    return _moment(value, precision, raw)


def _months_before(value: datetime, months: int) -> datetime:
    """The same day so many months earlier, or the month's last where it has no such day."""
    total = 12 * value.year + value.month - 1 - months
    year, month = total // 12, total % 12 + 1
    for day in (value.day, 30, 29, 28):
        try:
            return value.replace(year=year, month=month, day=day)
        except ValueError:
            if day == 28:
                raise
    raise ValueError(months)


def _moment(value: datetime, precision: Precision, raw: str) -> Moment:
    if precision == "day":
        value = value.replace(hour=0, minute=0)
    if precision != "second":
        value = value.replace(second=0)
    return Moment(value.replace(microsecond=0), precision, raw, "relative", ("relative",))
