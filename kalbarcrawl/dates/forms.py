"""The forms a date is printed in, as regular expressions over lower-case text with single spaces.

Nothing here nests one unbounded repetition in another, so every search is linear in the text.
"""

from __future__ import annotations

import re

from kalbarcrawl.dates.words import MONTHS, UNCERTAIN_ZONES, WEEKDAYS, ZONES, any_of

MONTH = any_of(MONTHS) + r"(?![a-z])"
WEEKDAY = any_of(WEEKDAYS) + r"(?![a-z])"

TO = r"(?:-|s/d|s\.d\.?|sd\b|sampai(?:\ dengan)?|hingga|to\b|until|dan\b|atau|&)"
PERIOD = r"[ap]\.?m\b\.?|pagi|tengah\ hari|siang|sore|petang|(?:tengah\ )?malam|subuh|dini\ ?hari|ptg\b|pg\b"
OFFSET = r"[+-][0-9]{2}(?::?[0-9]{2})?(?![0-9])"
ZONE = rf"""
    (?:gmt|utc)\ ?[+-]\ ?[0-9]{{1,2}}(?::?[0-9]{{2}})? | {OFFSET}
  | (?:{any_of(ZONES)}|{any_of(UNCERTAIN_ZONES)}|waktu\ [a-z]+)(?![a-z])
"""

_BARE_HOUR = r"(?<=(?:kul|pkl|jam)\ [0-9]) | (?<=(?:kul|pkl|jam)\ [0-9]{2}) | (?=\ ?(?:[ap]\.?m\b|wib\b|wita\b|wit\b))"
# The end of a range, "13.30-15.00"; what follows seconds or an ISO time is a zone west of Greenwich instead.
_RANGE_END = rf"""
    (?<![:.][0-9]{{2}}[:.][0-9]{{2}})(?<!t[0-9]{{2}}:[0-9]{{2}})
    \ ?{TO}\ ?[0-9]{{1,2}}(?:[:.][0-9]{{2}})?(?![0-9]) (?:\ ?({PERIOD}))?
"""
# Hour, what parts it from the minute, minute, second, time of day; a range end's time of day; zone, time of day.
TIME = rf"""
    ([0-9]{{1,2}})
    (?: ([:.]|(?<=t[0-9]{{2}})-)([0-9]{{2}}) (?:(?:[:.]|(?<=-[0-9]{{2}})-)([0-9]{{2}})(?:[.,][0-9]+)?)? | {_BARE_HOUR} )
    (?![0-9])
    (?:\ ?\(?({PERIOD}))? (?:{_RANGE_END})? (?:\ ?,?\ ?\(?({ZONE}))? (?:\ ?\(?({PERIOD}))?
"""

# What may stand between a date and its time. A word not listed ends the date, and its time is not guessed at.
_BETWEEN = r"[\ ,|()./•·;:@_-]*+"
GAP = rf"""
    {_BETWEEN}
    (?:(?=[a-z])(?:
        pukul|puku|pkl|pk|jam|at|from|dari|mulai|sejak|sekitar|sekira|antara|around|about|kira-kira|kurang\ lebih
      | tepatnya|tepat|(?:pada|di)(?=\ (?:pukul|jam))
      | pagi|siang|sore|petang|malam|subuh|dini\ ?hari|tengah|hari|kemarin|lalu|tadi|ini|besok|depan|mendatang|nanti
      | t(?=\ ?[0-9])|wib|wita|wit|wp
    ) {_BETWEEN}){{0,6}}+
"""

_YEAR = r"[0-9]{4}(?![0-9])"
# Two digits are a year only where nothing but a time follows: "24 Apr 26" is one, "24 April 26 orang" is not.
_SHORT_YEAR = r"[0-9]{2}(?=\ ?(?:$|[|)]|[-,|]?\ ?(?:pukul|pkl|jam|at)?\ ?[0-9]{1,2}[:.][0-9]{2}))"

# A date does not begin inside a number, a price, a ratio, or a hyphened count ("Covid-19", "ke-17").
_BEGIN = r"[0-9](?<![\w+°][0-9])(?<![0-9][.,:-][0-9])(?<![0-9a-z]/[0-9])(?<![a-z]-[0-9])"

# After a first number of four digits: 2024-02-05, 2024/02/05, 2024 Feb 05.
_AFTER_YEAR = rf"""
    (?: (?P<iso>[-/]|\.(?=[0-9]{{2}}\.[0-9]{{2}}))
        (?P<iso_month>[0-9]{{1,2}}) (?P=iso) (?P<iso_day>[0-9]{{1,2}}) (?!-?[0-9])
      | [\ -](?P<year_month>{MONTH})[\ -](?P<year_day>[0-9]{{1,2}}) (?![0-9:.]|\ [a-z]) )
"""
# After a first number of one or two: 5/2/2024, 5/2, 5-7/2/2024, 5-2-2024, 5.2.2024.
_NUMERIC = r"""
    (?:\ ?-\ ?(?P<numeric_until>[0-9]{1,2}))?
    (?: \ ?/\ ?(?P<slash_month>[0-9]{1,2}) (?:(?:\ ?/\ ?|\ )(?P<slash_year>[0-9]{4}|[0-9]{2}(?!-[0-9])))?
      | (?P<sign>\ ?-\ ?|\.)(?P<sign_month>[0-9]{1,2})(?P=sign)(?P<sign_year>[0-9]{4}|[0-9]{2}) ) (?![0-9/])
"""
# Likewise: 5 Februari 2024, 5th of February, 5 hb Februari, 5-7 Februari 2024, 28 Februari hingga 2 Maret 2024.
_WORDED = rf"""
    (?:st\b|nd\b|rd\b|th\b|\ ?hb\b)?
    (?: (?:,\ ?[0-9]{{1,2}}){{0,5}},?\ ?{TO}\ ?(?P<word_until>[0-9]{{1,2}}) )?
    [\ ./-]{{0,3}}(?:of\ |bulan\ )?(?P<month_word>{MONTH})\.?
    (?: \ ?{TO}\ ?(?:{WEEKDAY},?\ )?[0-9]{{1,2}}\ (?P<until_month>{MONTH}) )?
    (?: [\ ,./'-]{{0,3}}(?:tahun\ |thn\ )?(?P<word_year>{_YEAR}|{_SHORT_YEAR}) )?
"""
DATE = re.compile(
    rf"""
    (?P<number>{_BEGIN}[0-9]{{0,3}}+)
    (?: (?<=[0-9]{{4}}) {_AFTER_YEAR} | (?<![0-9]{{3}}) (?:{_NUMERIC}|{_WORDED}) )
    (?: (?P<gap>{GAP}) {TIME} )?
    """,
    re.VERBOSE | re.ASCII,
)
DATE_GROUPS = DATE.groupindex["gap"] - 1
"""How many of the groups of DATE tell the day; the gap and what TIME captures follow them."""

MONTH_FIRST = re.compile(
    rf"""
    (?<![a-z])(?P<month>{MONTH})\.?\ (?P<day>[0-9]{{1,2}})(?:st|nd|rd|th)?(?![0-9:./])
    (?: ,?\ {TIME} )?
    ,?\ (?P<year>{_YEAR})
    (?: (?P<gap>{GAP}) {TIME} )?
    """,
    re.VERBOSE | re.ASCII,
)

# "pukul 10.00 WIB, Senin (5/2/2024)": what stands before the date, to its end.
TIME_BEFORE = re.compile(
    rf"""
    (?<![0-9.,:/-]) (pukul\ |pkl\.?\ |jam\ )? {TIME} \)?
    (?: [\ ,|(.-]*+ (?:pada|hari|ini|tadi|kemarin|tanggal|tgl|on|{PERIOD}|{WEEKDAY}) ){{0,5}}+ [\ ,|(.-]*+ $
    """,
    re.VERBOSE | re.ASCII,
)
