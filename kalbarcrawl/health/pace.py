"""Whether it goes on as it used to: does news come, and do answers come as fast."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta
from itertools import accumulate, pairwise

from kalbarcrawl.health.access import path_of
from kalbarcrawl.health.state import Verdict
from kalbarcrawl.rhythm import spoken
from kalbarcrawl.store.measures import Measures
from kalbarcrawl.store.visit import GOOD

ALWAYS = 5
"""Readings of a source that all listed something make it one that always does."""
MISSED = 10
"""New articles that others told of before an empty source is a broken one: a night's silence empties a news sitemap."""
SILENCE = 3
"""So many times as long as nearly every wait for news before is much longer than its own rhythm."""
NEARLY_ALL = 0.95
NIGHT = timedelta(days=1)
"""No silence shorter than this is worth a word, ..."""
UNKNOWN = timedelta(days=7)
"""... and none shorter than this of a newsroom whose rhythm is not known."""
WAITS = 5
"""Waits for news that make a rhythm."""
SLOWER = 3
"""Answers take so many times as long as nearly all did before, ..."""
WAITED = 1000
"""... and so many milliseconds: below a second nobody is kept waiting."""
KNOWN_ANSWERS = 20
SLOW_ANSWERS = 6
SLOW_RUNS = 2


def listings_are_empty(runs: Sequence[Measures]) -> Verdict | None:
    """Every source answers as it should and lists nothing, where it used to list articles."""
    first = len(runs)
    while first and _lists_nothing(runs, first - 1):
        first -= 1
    listed = {url: one.listed for run in runs[:first] for url, one in run.sources.items() if one.listed}
    if first == len(runs) or not listed:
        return None
    url = next((url for url in runs[-1].sources if url in listed), None)
    if url is None:
        return None
    reason = f"{path_of(url)} is valid and lists nothing, before {listed[url]}"
    return Verdict("no news", "", reason, first, len(runs) - first, url)


def a_source_lists_nothing(runs: Sequence[Measures]) -> Verdict | None:
    """One source that always listed articles lists none, while others tell of news that it should list."""
    for url, last in runs[-1].sources.items():
        readings = [(place, run.sources[url]) for place, run in enumerate(runs) if url in run.sources]
        read = [(place, one.listed) for place, one in readings if one.outcome == "listing" and one.whole]
        full = next((count for count, (_, listed) in enumerate(reversed(read)) if listed), len(read))
        before = read[: len(read) - full]
        if last.outcome not in GOOD or not full or len(before) < ALWAYS or not all(listed for _, listed in before):
            continue
        first = read[-full][0]
        missed = sum(run.new for run in runs[first:])
        if missed >= MISSED:
            reason = f"{path_of(url)} lists nothing, before {before[-1][1]}; others told of {missed} new articles"
            return Verdict("broken", "source", reason, first, full, url)
    return None


def is_silent(runs: Sequence[Measures]) -> Verdict | None:
    """Nothing new came for much longer than the newsroom ever waits."""
    news = [place for place, run in enumerate(runs) if run.new]
    if not news:
        looked = _began(runs[-1]) - _began(runs[0])
        reason = f"nothing new in the {spoken(looked)} since it is looked at"
        return Verdict("no news", "", reason, 0, len(runs)) if looked > UNKNOWN else None
    began = [_began(runs[place]) for place in news]
    waits = sorted(later - before for before, later in pairwise(began))
    longest = SILENCE * waits[int(NEARLY_ALL * (len(waits) - 1))] if len(waits) >= WAITS else UNKNOWN
    silence = _began(runs[-1]) - began[-1]
    if silence <= max(longest, NIGHT):
        return None
    usual = f"usually within {spoken(waits[int(NEARLY_ALL * (len(waits) - 1))])}" if len(waits) >= WAITS else ""
    first = news[-1] + 1
    reason = ", ".join(filter(None, (f"nothing new for {spoken(silence)}", usual)))
    return Verdict("no news", "", reason, first, len(runs) - first)


def is_slow(runs: Sequence[Measures]) -> Verdict | None:
    """Half the answers take much longer than nearly all did: compared so, since pages are slower than listings."""
    past = sorted((run.p90_ms, run.answered) for run in runs[:-SLOW_RUNS] if run.p90_ms is not None)
    known = sum(answers for _, answers in past)
    if known < KNOWN_ANSWERS:
        return None
    counted = accumulate(answers for _, answers in past)
    usual = next(time for (time, _), so_far in zip(past, counted, strict=True) if so_far >= NEARLY_ALL * known)
    bar = max(SLOWER * usual, WAITED)
    first = len(runs)
    while first and (runs[first - 1].median_ms or 0) >= bar:
        first -= 1
    answers = sum(run.answered for run in runs[first:])
    if len(runs) - first < SLOW_RUNS or answers < SLOW_ANSWERS:
        return None
    times = sorted(run.median_ms or 0 for run in runs[first:])
    reason = f"answers take {times[len(times) // 2]} ms ({answers} of them), before {usual} ms at most"
    return Verdict("slow", "", reason, first, len(runs) - first)


def _lists_nothing(runs: Sequence[Measures], place: int) -> bool:
    """Whether all that the sources of a run last listed, then or at a reading before, was nothing."""
    return all(
        one.outcome in GOOD and one.whole and _last_listed(runs[: place + 1], url) == 0
        for url, one in runs[place].sources.items()
    )


def _last_listed(runs: Sequence[Measures], url: str) -> int | None:
    """What a source listed when it was last read, not only told to be unchanged; None where it never was."""
    for run in reversed(runs):
        if url in run.sources and run.sources[url].outcome == "listing":
            return run.sources[url].listed
    return None


def _began(run: Measures) -> datetime:
    return datetime.fromisoformat(run.started_at)
