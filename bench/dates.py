"""Accuracy beside speed of kalbarcrawl.dates, dateparser and htmldate on the same printed dates, in one run.

    python bench/dates.py [GOLD]

GOLD holds one JSON object a line: "raw", "expected" (ISO 8601, a date, a range "a/b", a month, or null where no date
must be read) and, for relative strings, "reference_time". A range counts by its start and a month as no date. Ours
must hit date, time, offset and precision; dateparser, which knows no precision, the date of a day and the instant of
a time; htmldate, which knows days, the date. Speed is the best of a few runs of each string.
"""

from __future__ import annotations

import json
import statistics
import sys
import time
from collections.abc import Callable
from datetime import datetime, timedelta
from pathlib import Path
from typing import NamedTuple
from zoneinfo import ZoneInfo

import dateparser

from kalbarcrawl.dates import parse_date

DEFAULT_GOLD = Path(__file__).parents[2] / "shared" / "gold" / "dates.jsonl"
ZONE = "Asia/Jakarta"
STRICT = {
    "DATE_ORDER": "DMY",
    "TIMEZONE": ZONE,
    "RETURN_AS_TIMEZONE_AWARE": True,
    "REQUIRE_PARTS": ["day", "month", "year"],
    "PARSERS": ["absolute-time", "custom-formats"],
}


class Row(NamedTuple):
    """A printed date, what must be read of it ("" for nothing), and when it was read."""

    raw: str
    expected: str
    reference: datetime | None


Reader = Callable[[Row], str]


def ours(row: Row) -> str:
    """What kalbarcrawl reads."""
    moment = parse_date(row.raw, zone=ZONE, reference=row.reference)
    return str(moment) if moment else ""


def dateparser_default(row: Row) -> str:
    """dateparser as it comes, told only when the page was read."""
    value = dateparser.parse(row.raw, settings={"RELATIVE_BASE": row.reference} if row.reference else None)
    return _isoformat(value)


def dateparser_strict(row: Row) -> str:
    """dateparser told languages, order and zone, and forbidden to fill in what is not printed."""
    settings = STRICT | ({"RELATIVE_BASE": row.reference.replace(tzinfo=None)} if row.reference else {})
    return _isoformat(dateparser.parse(row.raw, languages=["id", "en", "ms"], settings=settings))


def htmldate_expression(row: Row) -> str:
    """htmldate's reader of one expression; it knows days only."""
    from htmldate.extractors import try_date_expr

    earliest, latest = datetime(1995, 1, 1), datetime(2099, 12, 31)  # noqa: DTZ001 htmldate compares naive dates
    # Past its cache: a crawl does not meet the same string over and over.
    return try_date_expr.__wrapped__(row.raw, "%Y-%m-%d", True, earliest, latest) or ""


def _isoformat(value: datetime | None) -> str:
    if value is None:
        return ""
    return (value if value.tzinfo else value.replace(tzinfo=ZoneInfo(ZONE))).isoformat(timespec="seconds")


def read_gold(path: Path) -> list[Row]:
    """The rows of a gold file; a range by its start, a month as nothing."""
    rows = []
    for line in path.read_text(encoding="utf-8").splitlines():
        entry = json.loads(line)
        expected = (entry["expected"] or "").split("/")[0]
        told = entry.get("reference_time")
        rows.append(
            Row(
                entry["raw"],
                expected if len(expected) != len("2024-02") else "",
                datetime.fromisoformat(told) if told else None,
            )
        )
    return rows


def is_right(reader: Reader, read: str, expected: str) -> bool:
    """Whether the answer says what is expected, as far as its reader can say it."""
    if not read or not expected or reader is ours:
        return read == expected
    if len(expected) == len("2024-02-05") or reader is htmldate_expression:
        return read[:10] == expected[:10]
    return abs(datetime.fromisoformat(read) - datetime.fromisoformat(expected)) < timedelta(seconds=1)


def microseconds(reader: Reader, row: Row, budget: float) -> float:
    """The best of a few runs, each long enough for the clock, within a budget of seconds."""
    started = time.perf_counter()
    reader(row)
    once = time.perf_counter() - started
    calls = max(1, min(20, int(budget / 5 / max(once, 1e-7))))
    runs = [once]
    for _ in range(4 if once < budget / 4 else 0):
        started = time.perf_counter()
        for _ in range(calls):
            reader(row)
        runs.append((time.perf_counter() - started) / calls)
    return 1e6 * min(runs)


def main(arguments: list[str]) -> int:
    """Print the table; 2 when there is no gold."""
    path = Path(arguments[0]) if arguments else DEFAULT_GOLD
    if not path.is_file():
        print(f"no gold at {path}: give the path of a JSON Lines file of printed dates", file=sys.stderr)
        return 2
    rows = read_gold(path)
    readers: dict[str, Reader] = {
        "kalbarcrawl": ours,
        "dateparser, strict": dateparser_strict,
        "dateparser": dateparser_default,
    }
    try:
        import htmldate  # noqa: F401
    except ImportError:
        print("htmldate is not installed: pip install 'kalbarcrawl[bench]'", file=sys.stderr)
    else:
        readers["htmldate, days only"] = htmldate_expression
    print(f"{len(rows)} strings of {path.name}")
    print(f"{'':22}{'right':>8}{'wrong':>8}{'median us':>11}{'mean us':>10}{'ratio':>8}")
    base = 0.0
    for name, reader in readers.items():
        reader(rows[0])  # what is loaded lazily is loaded before the clock starts
        answers = [(reader(row), row.expected) for row in rows]
        right = sum(is_right(reader, read, expected) for read, expected in answers)
        wrong = sum(read != "" and not is_right(reader, read, expected) for read, expected in answers)
        times = [microseconds(reader, row, budget=0.002) for row in rows]
        median = statistics.median(times)
        base = base or median
        shares = f"{100 * right / len(rows):7.1f}%{100 * wrong / len(rows):7.1f}%"
        print(f"{name:22}{shares}{median:11.1f}{statistics.mean(times):10.1f}{median / base:7.1f}x")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
