"""The day an address carries: /2024/02/05/slug, /2024/feb/05/slug, /05/02/2024/slug, updated-max=..."""

from __future__ import annotations

import re
from datetime import datetime
from urllib.parse import unquote

from kalbarcrawl.dates.clock import fixed, zone_named
from kalbarcrawl.dates.moment import Moment
from kalbarcrawl.dates.words import MONTHS

_LONGEST = 2000
_YEAR_FIRST = re.compile(
    r"/((?:19|20)[0-9]{2})([/_-])([0-9]{1,2})\2([0-9]{1,2})(?=/|\.|$|(?<=[_-][0-9]{2})[_-])", re.ASCII
)
# The Guardian and others: /2023/dec/21/slug.
_NAMED_MONTH = re.compile(r"/((?:19|20)[0-9]{2})/([a-zA-Z]{3,9})/([0-9]{1,2})(?=/|$)", re.ASCII)
_DAY_FIRST = re.compile(r"/([0-9]{1,2})([/-])([0-9]{1,2})\2((?:19|20)[0-9]{2})(?=/|$)", re.ASCII)
_JOINED = re.compile(r"/((?:19|20)[0-9]{2})([01][0-9])([0-3][0-9])(?:[0-9]{4}|[0-9]{6})?(?=[/-]|$)", re.ASCII)
# Republika until 2022: /15/11/05/nxc181330-slug. Its own kind of id is what tells the year from a day.
_SHORT_YEAR = re.compile(r"/([0-9]{2})/([0-9]{2})/([0-9]{2})/(?=[a-z]+[0-9])[a-z0-9]{6,10}(?:-|$)", re.ASCII)
_UPDATED_MAX = re.compile(
    r"(?:^|&)updated-max=([0-9]{4})-([0-9]{2})-([0-9]{2})T([0-9]{2}):([0-9]{2}):([0-9]{2})"
    r"(?:\.[0-9]+)?(Z|[+ -][0-9]{2}:[0-9]{2})",
    re.ASCII,
)


def date_in_url(url: str, *, zone: str = "Asia/Jakarta") -> Moment | None:
    """The day in an article's address, or the moment in a Blogger page's `updated-max`; a month alone is None.

    An address can be a day older than its article; it is the last of the witnesses.
    """
    path, _, query = url[:_LONGEST].partition("?")
    found = _day_of(path)
    try:
        if found is not None:
            return Moment(datetime(*found, tzinfo=zone_named(zone)), "day", url, "address")
        if "updated-max=" in query:
            return _updated_max(url, query)
    except ValueError:
        return None
    return None


def _day_of(path: str) -> tuple[int, int, int] | None:
    if (match := _YEAR_FIRST.search(path)) is not None:
        return int(match[1]), int(match[3]), int(match[4])
    if (match := _NAMED_MONTH.search(path)) is not None and match[2].casefold() in MONTHS:
        return int(match[1]), MONTHS[match[2].casefold()], int(match[3])
    if (match := _DAY_FIRST.search(path)) is not None:
        return int(match[4]), int(match[3]), int(match[1])
    if (match := _JOINED.search(path)) is not None:
        return int(match[1]), int(match[2]), int(match[3])
    if (match := _SHORT_YEAR.search(path)) is not None:
        return 2000 + int(match[1]), int(match[2]), int(match[3])
    return None


def _updated_max(url: str, query: str) -> Moment | None:
    match = _UPDATED_MAX.search(unquote(query))
    if match is None:
        return None
    offset = match[7]
    minutes = 0 if offset == "Z" else 60 * int(offset[1:3]) + int(offset[4:6])
    year, month, day, hour, minute, second = map(int, match.groups()[:6])
    value = datetime(year, month, day, hour, minute, second, tzinfo=fixed(-minutes if offset[0] == "-" else minutes))
    return Moment(value, "second", url, "address")
