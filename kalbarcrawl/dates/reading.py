"""Finds the one calendar day a plain text prints, with the time, weekday and words that stand around it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any, NamedTuple

from kalbarcrawl.dates.clock import Clock, read_clock
from kalbarcrawl.dates.forms import DATE, DATE_GROUPS, MONTH_FIRST, TIME_BEFORE, TO
from kalbarcrawl.dates.words import ANNOUNCING, FILLERS, MONTHS, NUMBERED, WEEKDAYS

_SHORTEST = len("5/2/2024")
"""Where fewer characters are left there is no second date to look for."""

_WORD = re.compile(r"[a-z']+|[0-9]+|[()]")
_DIGIT = re.compile("[0-9]")
_PART_OF_DAY = re.compile(r"\b(?:pagi|siang|sore|petang|malam)\b")
_NUMBER_NEXT = re.compile(r"[ ,./'-]{0,3}[0-9]")
"""After a day and month without a year: a year mistyped, or a count."""
_HOUR_WORD = re.compile(r"puku|pkl|pk|jam|at")
_RANGE = re.compile(rf"[\s,)]*{TO}")
_UPDATED = re.compile(r"perbarui|perbaharui|update|modif|ubah")
_PUBLISHED = re.compile(r"terbit|tayang|publi|post|unggah|creat")


class Reading(NamedTuple):
    """A calendar day found in a text, with what stands around it."""

    year: int | None
    month: int
    day: int
    clock: Clock | None
    how: str
    weekday: int | None
    start: int
    end: int
    z: bool = False
    literal_z: bool = False
    """Whether the stamp is one no ISO writer prints, so that its Z is a letter and says nothing of the zone."""


def one_reading(plain: str) -> Reading | None:
    """The one date of the text; of two different dates the start of a range, or the one called published."""
    match = DATE.search(plain)
    reading = _day_first(match) if match is not None else None
    if reading is not None and len(plain) - reading.end < _SHORTEST and not _DIGIT.search(plain, 0, reading.start):
        return reading
    readings = _month_firsts(plain)
    while match is not None:
        if reading is not None:
            readings.append(reading)
        match = DATE.search(plain, match.end())
        reading = _day_first(match) if match is not None else None
    if not readings:
        return None
    readings.sort(key=lambda each: each.start)
    first = readings[0]
    whole = [reading for reading in readings if reading.year is not None]
    if first.year is None and whole:
        if not _RANGE.match(plain, first.end):
            first = whole[0]
        elif first[1:3] <= whole[0][1:3]:
            return first._replace(year=whole[0].year, how="range")  # "Senin (5/2) - Rabu (7/2/2024)"
    other = next((reading for reading in whole if reading[:3] != first[:3]), None)
    if other is None or first.year is None:
        return first
    between = plain[first.end : other.start]
    if _UPDATED.search(between) or (_RANGE.match(between) and first[:3] < other[:3]):
        return first
    if _UPDATED.search(plain, 0, first.start) and _PUBLISHED.search(between):
        return other
    return first if _PUBLISHED.search(plain, 0, first.start) else None


def _month_firsts(plain: str) -> list[Reading]:
    found = (_month_first(match) for match in MONTH_FIRST.finditer(plain))
    return [reading for reading in found if reading is not None]


def _day_first(match: re.Match[str]) -> Reading | None:
    """A match of forms.DATE as a reading; None where its numbers cannot be one, so that the search goes on."""
    groups = match.groups()
    day_of = _calendar_day(groups[:DATE_GROUPS])
    if day_of is None:
        return None
    year, month, day, how = day_of
    start, plain = match.start(), match.string
    weekday, context = _before(plain, start)
    if context in NUMBERED or (how == "short" and weekday is None):
        return None
    if year is None and not _is_partial(match, weekday, context):
        return None
    gap, *time = groups[DATE_GROUPS:]
    if time[0] is None:
        clock = _clock_before(plain, start) if start else None
        return Reading(year, month, day, clock, how, weekday, start, match.end())
    if how == "numeric" and month != day <= 12 and time[3] and time[4] in ("am", "pm"):
        return None  # "2/5/2024, 10:00:00 AM" is how browsers write an American's 5 February
    clock = None if time[1] == "." and _is_amount(match, gap, time) else read_clock(time, gap)
    if clock is not None and _contradicts(plain[max(0, start - 12) : start] + gap, clock.hour):
        clock = None
    z = time[6] == "z"
    literal_z = z and how == "iso" and (time[1] == "-" or gap.startswith(" t"))
    return Reading(year, month, day, clock, how, weekday, start, match.end(), z, literal_z)


def _calendar_day(groups: tuple[str | Any, ...]) -> tuple[int | None, int, int, str] | None:
    """Year (None where none is printed), month, day and form of what forms.DATE captures, if they can be such."""
    (number, iso, iso_month, iso_day, word, word_day, numeric_until, slash_month, slash_year,
     _, sign_month, sign_year, word_until, month_word, end_month, word_year) = groups  # fmt: skip
    year: int | None
    until = None
    if iso:
        year, month, day, how = int(number), int(iso_month), int(iso_day), "iso"
    elif word:
        year, month, day, how = int(number), MONTHS[word], int(word_day), "year_first"
    elif month_word:
        year, month, day, how, until = _full_year(word_year), MONTHS[month_word], int(number), "long", word_until
        if end_month:
            how = "range"
            if year and MONTHS[end_month] < month:
                year -= 1  # "30 Desember hingga 2 Januari 2024"
    else:
        year, month, day = _full_year(slash_year or sign_year), int(slash_month or sign_month), int(number)
        how, until = "short" if sign_year and len(sign_year) == 2 else "numeric", numeric_until
    if until:
        how = "range"
        if int(until) <= day:
            return None
    if not 1 <= month <= 12 or not 1 <= day <= 31 or (year is not None and not 1900 <= year <= 2099):
        return None
    return year, month, day, how


def _month_first(match: re.Match[str]) -> Reading | None:
    month, day, year = MONTHS[match["month"]], int(match["day"]), int(match["year"])
    if not 1 <= day <= 31 or not 1900 <= year <= 2099:
        return None
    weekday, _ = _before(match.string, match.start())
    groups = match.groups()
    clock, later = read_clock(groups[2:10]), read_clock(groups[-8:], match["gap"] or "")
    if clock is None or (later is not None and later.zone is not None):
        clock = later
    if clock is None and match.start():
        clock = _clock_before(match.string, match.start())
    return Reading(year, month, day, clock, "month_first", weekday, match.start(), match.end())


def _full_year(printed: str | None) -> int | None:
    """The year; of two digits 2000 to 2049 or 1990 to 1999, and else none there is."""
    if printed is None:
        return None
    year = int(printed)
    if len(printed) == 4:
        return year
    return 2000 + year if year < 50 else 1900 + year if year >= 90 else 0


def _before(plain: str, start: int) -> tuple[int | None, str]:
    """The weekday that names the date at `start`, and the word that stands directly before it."""
    if start == 0:
        return None, ""
    head = plain[:start].rstrip(" ,(.")
    weekday = WEEKDAYS.get(head[head.rfind(" ") + 1 :])
    if weekday is not None:  # as nearly always
        return weekday, ""
    words = _WORD.findall(plain, max(0, start - 40), start)
    for word in reversed(words):
        weekday = WEEKDAYS.get(word)
        if weekday is not None:
            return weekday, words[-1]
        if word not in FILLERS and word != "(":
            break
    return None, words[-1] if words else ""


def _contradicts(around: str, hour: int) -> bool:
    """Whether "Kamis malam (8/2/2024) pukul 07.30" leaves open which half of the day is meant."""
    part = _PART_OF_DAY.search(around)
    if part is None:
        return False
    if part[0] == "malam":
        return 4 <= hour < 12
    return hour > 12 if part[0] == "pagi" else hour < (10 if part[0] == "siang" else 12)


def _is_amount(match: re.Match[str], gap: str, time: Sequence[str | None]) -> bool:
    """Whether what looks like a dotted time counts something: "5 Februari 2024 12.30 persen"."""
    _, _, _, _, period, _, zone, _ = time
    if period or zone or _HOUR_WORD.search(gap):
        return False
    return match.string[match.end() :][:2].strip().isalpha()


def _is_partial(match: re.Match[str], weekday: int | None, context: str) -> bool:
    """Whether a day and month without year are a date: "Senin (5/2)", "tanggal 5 Februari"; not "skor 3/2"."""
    if match["gap"] is None and _NUMBER_NEXT.match(match.string, match.end()):
        return False
    if len(context) > 2 and context.isdigit():  # "2023, 5 Februari"
        return False
    if weekday is not None:
        return True
    month_word = match["month_word"]
    if month_word:
        return (not context or context in ANNOUNCING) and (len(month_word) > 3 or month_word == "mei")
    if context in ANNOUNCING and context != "(":
        return True
    after = match.string[match.end("slash_month") :][:2]
    return (context == "(" and after[:1] == ")") or after == " ("


def _clock_before(plain: str, start: int) -> Clock | None:
    """The time printed before its date: "pukul 10.00 WIB, Senin (5/2/2024)"."""
    if _DIGIT.search(plain, 0, start) is None:
        return None
    found = TIME_BEFORE.search(plain[max(0, start - 60) : start])
    if found is None or (found[3] == "." and not found[1] and not found[8]):
        return None
    return read_clock(found.groups()[1:])
