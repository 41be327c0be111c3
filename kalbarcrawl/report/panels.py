"""The charts and tables of one newsroom's page, as values that its template only has to draw."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from kalbarcrawl.look.writing import day, number
from kalbarcrawl.report.charts import Bar, bars, ceiling, line
from kalbarcrawl.report.facts import RUNS, Newsroom
from kalbarcrawl.store.measures import FIELDS, Measures

GROUPS = {"ok": "new", "changed": "changed", "unchanged": "known", "duplicate": "known"}
"""Outcomes of visits that gave an article, and what the charts call them."""
NOTHING = ("not_found", "gone", "robots", "reserved", "not_article")
"""How outcomes begin of visits that gave none, with nobody to blame."""
KINDS = ("new", "changed", "known", "none", "failed")
"""What becomes of a visit to an article, from the bottom of a bar to its top."""


@dataclass(frozen=True)
class Chart:
    """One chart: bars, or lines by kind; and what it says in words."""

    title: str
    told: str
    """The chart in a sentence, for whoever does not see it."""
    top: str
    """What the upper edge stands for."""
    first: str
    last: str
    """What the left and the right edge stand for."""
    bars: tuple[Bar, ...] = ()
    lines: Mapping[str, str] | None = None
    """Paths by kind."""
    kinds: tuple[str, ...] = ()
    """What the colours stand for."""


@dataclass(frozen=True)
class Coverage:
    """How often one field was found, run by run."""

    name: str
    path: str
    last: float | None
    """The share of the articles in which it was found, in the newest run that read any; from 0 to 1."""
    usual: float | None
    """The same over all runs that are shown."""
    empty_at: str | None
    """An article of the newest run in which it was not found."""


def articles(newsroom: Newsroom, days: Sequence[str]) -> Chart:
    """Articles by the day they were published."""
    counts = [newsroom.tally.days.get(one, 0) for one in days]
    top = ceiling(max(counts))
    total = sum(counts)
    columns = [(f"{day(one)}: {count}", {"new": float(count)}) for one, count in zip(days, counts, strict=True)]
    return Chart(
        "Articles by day of publication",
        f"{number(total)} articles in {len(days)} days, {max(counts)} on the fullest and {counts[-1]} on the last."
        if total
        else f"None in the last {len(days)} days.",
        number(top),
        day(days[0]),
        day(days[-1]),
        bars=bars(columns, ("new",), top) if total else (),
    )


def spark(newsroom: Newsroom, days: Sequence[str]) -> tuple[Bar, ...]:
    """The same as bars for a line of a table."""
    counts = [newsroom.tally.days.get(one, 0) for one in days]
    columns = [(one, {"new": float(count)}) for one, count in zip(days, counts, strict=True)]
    return bars(columns, ("new",), max(max(counts), 1))


def outcomes(newsroom: Newsroom) -> Chart | None:
    """What became of the articles' addresses, run by run; None where no run visited any."""
    runs = [run for run in newsroom.runs if run.outcomes][-RUNS:]
    if not runs:
        return None
    groups = [grouped(run.outcomes) for run in runs]
    top = ceiling(max(group.total() for group in groups))
    columns = [
        (f"{day(run.started_at)}: {', '.join(f'{group[kind]} {kind}' for kind in KINDS if group[kind])}", group)
        for run, group in zip(runs, groups, strict=True)
    ]
    whole = sum(groups, Counter[str]())
    told = ", ".join(f"{number(whole[kind])} {kind}" for kind in KINDS if whole[kind])
    return Chart(
        "What became of the articles visited",
        f"In the last {f'{len(runs)} runs' if len(runs) > 1 else 'run'} that visited any: {told}.",
        number(top),
        day(runs[0].started_at),
        day(runs[-1].started_at),
        bars=bars(columns, KINDS, top),
        kinds=tuple(kind for kind in KINDS if whole[kind]),
    )


def grouped(by_outcome: Mapping[str, int]) -> Counter[str]:
    """Visits by what became of them, in KINDS."""
    found: Counter[str] = Counter()
    for outcome, count in by_outcome.items():
        found[GROUPS.get(outcome) or ("none" if outcome.startswith(NOTHING) else "failed")] += count
    return found


def times(newsroom: Newsroom) -> Chart | None:
    """How long answers took, run by run; None where none came."""
    runs = [run for run in newsroom.runs if run.median_ms is not None][-RUNS:]
    if not runs:
        return None
    top = ceiling(max(run.p90_ms or run.median_ms or 0 for run in runs))
    last = runs[-1]
    return Chart(
        "How long answers took",
        f"In the newest run half came within {number(last.median_ms)} ms, nine of ten within {number(last.p90_ms)} ms.",
        f"{number(top)} ms",
        day(runs[0].started_at),
        day(last.started_at),
        lines={
            "nine of ten within": line([run.p90_ms for run in runs], top),
            "half within": line([run.median_ms for run in runs], top),
        },
        kinds=("half within", "nine of ten within"),
    )


def coverage(newsroom: Newsroom) -> list[Coverage]:
    """How often each field was found, over the last runs that read articles; [] where none did."""
    runs = _reading(newsroom.runs)
    return [_coverage(name, runs) for name in FIELDS] if runs else []


def _reading(runs: Sequence[Measures]) -> list[Measures]:
    return [run for run in runs if any(one.read for one in run.fields.values())][-RUNS:]


def _coverage(name: str, runs: Sequence[Measures]) -> Coverage:
    found = [run.fields.get(name) for run in runs]
    shares = [one.filled / one.read if one is not None and one.read else None for one in found]
    filled = sum(one.filled for one in found if one is not None)
    read = sum(one.read for one in found if one is not None)
    newest = found[-1]
    return Coverage(
        name,
        line(shares, 1),
        shares[-1],
        filled / read if read else None,
        newest.empty_at if newest is not None else None,
    )


def rules(newsroom: Newsroom) -> list[tuple[str, int]]:
    """Lines taken off articles by rule, over the last runs, the most first."""
    whole: Counter[str] = Counter()
    for run in newsroom.runs[-RUNS:]:
        whole.update(run.dropped)
    return sorted(whole.items(), key=lambda pair: (-pair[1], pair[0]))


def endings(newsroom: Newsroom) -> list[tuple[str, int, str | None]]:
    """How visits to articles ended over the last runs, the most first: outcome, how often, the newest example."""
    whole: Counter[str] = Counter()
    examples: dict[str, str] = {}
    for run in newsroom.runs[-RUNS:]:
        whole.update(run.outcomes)
        examples |= run.examples
    ordered = sorted(whole.items(), key=lambda pair: (-pair[1], pair[0]))
    return [(outcome, count, examples.get(outcome)) for outcome, count in ordered]
