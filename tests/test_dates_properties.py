"""Whatever is written in a supported form is read back; nothing raises; no text takes more than linear time."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta, timezone

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kalbarcrawl.dates import Candidate, choose, date_in_url, parse_date
from kalbarcrawl.dates.forms import DATE, MONTH_FIRST
from kalbarcrawl.dates.typography import LONGEST
from kalbarcrawl.dates.words import MONTHS, WEEKDAYS

from .cost import cost

ZONES = {"WIB": 7, "WITA": 8, "WIT": 9, "Wita": 8, "wib": 7}
MONTH_WORDS = {number: [word for word, at in MONTHS.items() if at == number] for number in range(1, 13)}
DAY_WORDS = {number: [word for word, at in WEEKDAYS.items() if at == number] for number in range(7)}

FIRST, LAST = datetime.fromisoformat("1995-01-01"), datetime.fromisoformat("2099-12-31")
moments = st.datetimes(FIRST, LAST).map(lambda moment: moment.replace(microsecond=0))
cases = st.sampled_from([str.lower, str.upper, str.title])
dashes = st.sampled_from(["-", "–", "—", "|", ",", " ", "•", " | ", " - "])
labels = st.sampled_from(["", "Diterbitkan: ", "Oleh Redaksi | ", "pada ", "Tayang ", "Last updated: ", "(", "\n\t"])


@given(moments, st.data())
def test_words_are_read_back(moment: datetime, data: st.DataObject) -> None:
    weekday = data.draw(st.sampled_from(["", *DAY_WORDS[moment.weekday()]]))
    month = data.draw(st.sampled_from(MONTH_WORDS[moment.month]))
    day = data.draw(st.sampled_from([f"{moment.day}", f"{moment.day:02}"]))
    sign = data.draw(st.sampled_from(":."))
    zone = data.draw(st.sampled_from([*ZONES]))
    between = data.draw(
        st.sampled_from([" ", ", ", " - ", " | ", " – ", " pukul ", ", pkl. ", " jam ", " sekitar pukul "])
    )
    text = f"{weekday}{', ' if weekday else ''}{day} {month} {moment:%Y}"
    text = data.draw(labels) + data.draw(cases)(f"{text}{between}{moment:%H}{sign}{moment:%M} {zone}")
    read = parse_date(text)
    assert read is not None, text
    assert read.value == moment.replace(second=0, tzinfo=timezone(timedelta(hours=ZONES[zone]))), text
    assert (read.precision, read.flags, read.raw) == ("minute", (), text)


@given(moments, st.data())
def test_numbers_are_read_back(moment: datetime, data: st.DataObject) -> None:
    date_form = data.draw(
        st.sampled_from(["{0:%d/%m/%Y}", "{0.day}/{0.month}/{0.year}", "{0:%d-%m-%Y}", "{0:%d.%m.%Y}"])
    )
    shape = data.draw(st.sampled_from(["{}", "({})", "Senin ({})", "{} WIB", "| {} |"]))
    text = shape.format(date_form.format(moment))
    read = parse_date(text)
    assert read is not None, text
    assert (str(read), read.precision) == (f"{moment:%Y-%m-%d}", "day"), text
    with_time = parse_date(date_form.format(moment) + data.draw(dashes) + f"{moment:%H:%M:%S}")
    assert with_time is not None
    assert with_time.value.replace(tzinfo=None) == moment


@given(moments, st.integers(-12 * 4, 14 * 4), st.data())
def test_iso_and_rfc_822_are_read_back(moment: datetime, quarters: int, data: st.DataObject) -> None:
    aware = moment.replace(tzinfo=timezone(timedelta(minutes=15 * quarters)))
    text = data.draw(
        st.sampled_from(
            [
                aware.isoformat(),
                aware.isoformat(sep=" "),
                f"{aware:%Y-%m-%dT%H:%M:%S%z}",
                f"{aware:%a, %d %b %Y %H:%M:%S %z}",
                f"{aware:%a %b %d %Y %H:%M:%S} GMT{aware:%z}",
                f"{aware:%a %b %d %H:%M:%S %z %Y}",
            ]
        )
    )
    read = parse_date(text)
    assert read is not None, text
    assert (read.value, read.precision, read.flags) == (aware, "second", ()), text
    assert read.value.utcoffset() == aware.utcoffset()


@given(moments, st.data())
def test_english_is_read_back(moment: datetime, data: st.DataObject) -> None:
    month = data.draw(st.sampled_from([f"{moment:%B}", f"{moment:%b}"]))
    text = data.draw(
        st.sampled_from(
            [
                f"{month} {moment.day}, {moment.year} at {moment:%I:%M %p}",
                f"{month} {moment.day}, {moment.year} {moment:%I:%M} {'a.m.' if moment.hour < 12 else 'p.m.'}",
                f"{moment:%A}, {month} {moment:%d}, {moment.year} {moment:%H:%M}",
                f"{moment.day} {month} {moment.year} {moment:%I:%M%p}",
            ]
        )
    )
    read = parse_date(text)
    assert read is not None, text
    assert read.value.replace(tzinfo=None) == moment.replace(second=0), text


@given(moments, st.integers(1, 59), st.integers(1, 23), st.integers(1, 6))
def test_relative_and_partial_forms_are_read_back(moment: datetime, minutes: int, hours: int, days: int) -> None:
    reference = moment.replace(tzinfo=timezone(timedelta(hours=7)))
    for text, ago in ((f"{minutes} menit lalu", {"minutes": minutes}), (f"{hours} jam yang lalu", {"hours": hours})):
        read = parse_date(text, reference=reference)
        assert read is not None
        assert read.value == (reference - timedelta(**ago)).replace(second=0)
    day = reference - timedelta(days=days)
    weekday = DAY_WORDS[day.weekday()][0]
    for text in (f"{days} hari lalu", f"{weekday} ({day.day}/{day.month})", f"{weekday} malam ({day:%d/%m}) lalu"):
        assert str(parse_date(text, reference=reference)) == f"{day:%Y-%m-%d}", text


@given(moments)
def test_machine_stamps_and_addresses_are_read_back(moment: datetime) -> None:
    seconds = int(moment.replace(tzinfo=timezone(timedelta(hours=7))).timestamp())
    for text in (f"{moment:%Y%m%dT%H%M%S}", *([str(seconds), f"{seconds}000"] if seconds >= 10**9 else [])):
        read = parse_date(text)
        assert read is not None, text
        assert read.value.replace(tzinfo=None) == moment
    for address in (f"https://x.id/{moment:%Y/%m/%d}/slug", f"https://x.id/{moment:%d/%m/%Y}/slug"):
        assert str(date_in_url(address)) == f"{moment:%Y-%m-%d}"


DATE_LIKE = st.text(alphabet="0123456789 /-.:,|()&'+zTseninfbraumjpkwibalu°–’\u0661\u00a0\x00", max_size=60)


@settings(max_examples=500)
@given(st.one_of(st.text(), DATE_LIKE), st.booleans(), st.one_of(st.none(), moments))
def test_no_text_raises(text: str, trust_z: bool, reference: datetime | None) -> None:
    for moment in (parse_date(text, trust_z=trust_z, reference=reference), date_in_url(text)):
        assert moment is None or (moment.value.utcoffset() is not None and 1900 <= moment.value.year <= 2099)
    choose([Candidate(text, "byline"), Candidate(text, "address")], zone="Asia/Makassar", reference=reference)


HOSTILE = {
    "digits": lambda size: "1" * size,
    "slashes": lambda size: "1/" * (size // 2),
    "dashes": lambda size: "1 - " * (size // 4),
    "list of days": lambda size: "1, " * (size // 3) + "x",
    "words between": lambda size: "5 februari 2024" + " sekitar pukul" * (size // 14),
    "signs between": lambda size: "5 februari 2024" + " ,|()" * (size // 5),
    "months": lambda size: "februari " * (size // 9),
    "half dates": lambda size: "5 februari hingga " * (size // 18),
    "times": lambda size: "10:15 wib pada hari senin " * (size // 26) + "x",
    "ago": lambda size: "sejam " * (size // 6),
    "entities": lambda size: "&nbsp;" * (size // 6),
    "spaces": lambda size: "5" + " " * size + "februari 2024",
    "ligatures": lambda size: "\ufdfa" * size,
}


@pytest.mark.parametrize("make", HOSTILE.values(), ids=HOSTILE.keys())
def test_time_is_linear_in_hostile_text(make: Callable[[int], str]) -> None:
    """What is looked at is bounded; and the expressions, without that bound, grow in step with their text."""
    text = make(100_000)
    assert cost(parse_date, text) < 200 * cost(parse_date, make(LONGEST)) + 0.05
    for search in (DATE.search, MONTH_FIRST.search):
        # Four times the text: 16 would be quadratic.
        assert cost(search, text[:20_000]) < 10 * cost(search, text[:5_000]) + 0.01
