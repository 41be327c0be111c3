"""The year of a date printed without one, as seen from the day the page was fetched."""

from __future__ import annotations

import re
from datetime import date

_PAST_OR_COMING = re.compile(r"(?<=[ )])(?:(lalu|kemarin|silam)|mendatang|nanti|besok)\b")

NEAR = 100
"""Days from today within which a day and month alone are taken to be this year's round."""
SLIP = 7
"""Days from today within which a weekday that contradicts is the writer's slip, not another year's."""


def year_near(month: int, day: int, weekday: int | None, plain: str, today: date) -> int | None:
    """The year that puts the day nearest to `today`, or None where two years are as likely.

    "Selasa (31/12)" read on 1 January is last year's. Far from today only a weekday that agrees decides, so that an
    old page is not read as this year's.
    """
    days = [found for year in (today.year, today.year - 1, today.year + 1) if (found := _day(year, month, day))]
    told = _PAST_OR_COMING.search(plain)
    if told is not None:
        days = [each for each in days if (each <= today if told[1] else each >= today)]
    if not days:
        return None
    nearest = min(days, key=lambda each: abs(each - today))
    if abs(nearest - today).days <= (NEAR if weekday in (None, nearest.weekday()) else SLIP):
        return nearest.year
    agreeing = [each.year for each in days if each.weekday() == weekday]
    return agreeing[0] if len(agreeing) == 1 else None


def _day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None
