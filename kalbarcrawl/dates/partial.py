"""The year of a date printed without one, as seen from the day the page was fetched."""

from __future__ import annotations

import re
from datetime import date

_PAST = re.compile(r"\b(?:lalu|kemarin|silam)\b")
_COMING = re.compile(r"\b(?:mendatang|nanti|besok)\b")

NEAR = 100
"""Days from today within which a day and month alone are taken to be this year's round."""
SLIP = 7
"""Days from today within which a weekday that contradicts is the writer's slip, not another year's."""


def year_near(month: int, day: int, weekday: int | None, plain: str, today: date) -> int | None:
    """The year that puts the day nearest to `today`, or None where two years are as likely.

    "Selasa (31/12)" read on 1 January is last year's. Far from today only a weekday that agrees decides, so that an
    old page is not read as this year's.
    """
    days = []
    for year in (today.year - 1, today.year, today.year + 1):
        try:
            days.append(date(year, month, day))
        except ValueError:
            continue
    if _COMING.search(plain):
        days = [each for each in days if each >= today]
    elif _PAST.search(plain):
        days = [each for each in days if each <= today]
    days.sort(key=lambda each: abs(each - today))
    if not days:
        return None
    if abs(days[0] - today).days <= (NEAR if weekday in (None, days[0].weekday()) else SLIP):
        return days[0].year
    agreeing = [each.year for each in days if each.weekday() == weekday]
    return agreeing[0] if len(agreeing) == 1 else None
