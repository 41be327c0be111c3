"""How long a publisher is left alone: cases, and the bounds whatever its past was."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kalbarcrawl.rhythm import FASTER, FLOOR, LONGEST, WINDOW, Look, Past, spoken, wait

NOON = datetime(2026, 3, 2, 12, tzinfo=UTC)
MINUTE, HOUR, DAY = timedelta(minutes=1), timedelta(hours=1), timedelta(days=1)


def past(days: float, every: timedelta, a_day: float, *, silent: timedelta = timedelta(0)) -> Past:
    """Looks at a publisher of so many articles a day, evenly spread, which then fell silent for so long."""
    looks, given = [], 0
    for number in range(int(days * DAY / every) + 1):
        at = number * every
        seen = int(a_day * min(at, days * DAY - silent) / DAY)
        looks.append(Look(NOON + at, seen - given))
        given = seen
    return Past(tuple(looks))


CASES = [
    # Nothing is known yet: every.
    (HOUR, Past(), HOUR),
    (HOUR, Past((Look(NOON, 20),)), HOUR),
    (2 * DAY, Past(), 2 * DAY),
    # Busy: oftener, down to a quarter of every and never below ten minutes.
    (HOUR, past(7, HOUR, 100), 32 * MINUTE),
    (HOUR, past(7, HOUR, 1000), 15 * MINUTE),
    (30 * MINUTE, past(7, HOUR, 1000), FLOOR),
    (5 * MINUTE, past(7, HOUR, 1000), FLOOR),
    # A regional newsroom of ten articles a day: every three hours or so; of one a day: twice or thrice a day.
    (HOUR, past(7, HOUR, 10), 195 * MINUTE),
    (HOUR, past(7, HOUR, 1), 7 * HOUR),
    # Silent: an eighth of the silence, up to a day, or to every where that is longer.
    (HOUR, past(7, HOUR, 100, silent=8 * HOUR), HOUR),
    (HOUR, past(7, HOUR, 100, silent=2 * DAY), 6 * HOUR),
    (HOUR, past(8, HOUR, 0), DAY),
    (3 * DAY, past(8, DAY, 0), 3 * DAY),
    # What a look finds after one that left something over says nothing.
    (HOUR, Past((Look(NOON, 500, whole=False), Look(NOON + HOUR, 500))), HOUR),
    # Failed: every, twice that, ... up to a day; and whatever the rhythm was.
    (HOUR, Past(failed=1), HOUR),
    (HOUR, Past(failed=2), 2 * HOUR),
    (HOUR, Past(failed=4), 8 * HOUR),
    (HOUR, Past(failed=9), DAY),
    (2 * DAY, Past(failed=9), 2 * DAY),
    (HOUR, Past(past(7, HOUR, 1000).looks, failed=1), HOUR),
    (HOUR, Past(past(8, HOUR, 0).looks, failed=1), HOUR),
    # Cut off: soon; but a failure weighs more.
    (HOUR, Past(cut=True), FLOOR),
    (HOUR, Past(failed=3, cut=True), 4 * HOUR),
]


@pytest.mark.parametrize(("every", "before", "expected"), CASES)
def test_a_table_of_waits(every: timedelta, before: Past, expected: timedelta) -> None:
    span, why = wait(every, before)
    assert why
    assert abs(span - expected) <= expected / 20


spans = st.timedeltas(min_value=MINUTE, max_value=30 * DAY)
looks = st.lists(
    st.builds(
        lambda ago, new, whole: Look(NOON - ago, new, whole),
        st.timedeltas(min_value=timedelta(0), max_value=WINDOW),
        st.integers(0, 5000),
        st.booleans(),
    ),
    max_size=30,
).map(lambda found: tuple(sorted(found, key=lambda look: look.at)))
pasts = st.builds(Past, looks, st.integers(0, 10_000), st.booleans())


@given(spans, pasts)
def test_the_bounds_hold_for_every_past(every: timedelta, before: Past) -> None:
    span, _ = wait(every, before)
    assert FLOOR <= span <= max(every, LONGEST)
    assert before.cut or span >= every / FASTER - timedelta(microseconds=1)


@given(spans, looks, st.integers(0, 29), st.integers(1, 100))
def test_more_articles_never_lengthen_the_wait(every: timedelta, found: tuple[Look, ...], at: int, more: int) -> None:
    richer = tuple(Look(look.at, look.new + more * (n == at), look.whole) for n, look in enumerate(found))
    assert wait(every, Past(richer))[0] <= wait(every, Past(found))[0]


@given(spans, pasts)
def test_one_more_failure_never_shortens_the_wait(every: timedelta, before: Past) -> None:
    again = Past(before.looks, max(1, before.failed) + 1, before.cut)
    assert wait(every, again)[0] >= wait(every, Past(before.looks, max(1, before.failed), before.cut))[0]


@pytest.mark.parametrize(
    ("span", "words"),
    [(40, "40s"), (59.6, "1m"), (900, "15m"), (7199, "119m"), (7200, "2h"), (172_799, "47h"), (172_800, "2d")],
)
def test_spans_in_words(span: float, words: str) -> None:
    assert spoken(timedelta(seconds=span)) == words
