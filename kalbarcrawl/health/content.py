"""Whether what we get is still what it was: do pages give articles, are their fields found, by whose rules."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from datetime import datetime, timedelta
from functools import partial

from kalbarcrawl.health.access import counted, example_of, tells
from kalbarcrawl.health.drift import Fall, fallen
from kalbarcrawl.health.state import Verdict
from kalbarcrawl.store.measures import FIELDS, Filled, Measures
from kalbarcrawl.store.visit import GOOD

WITHOUT = frozenset({"gone", "reserved", "bad_address", "private"})
"""Outcomes that tell nothing of how pages read: an article taken down, one we leave out ourselves, a broken link."""
VITAL = ("title", "body", "published")
"""Fields without which a record is of little use: one run may be enough to say that one broke."""
SERIES = 3
SPECIAL = timedelta(days=1)
"""Runs that must bear out the fall of any other field, and for how long: a day's special has no byline."""
ONE_RUN = {"vital": 10.0, "pages": 5.0, "other": 2.0}
"""For how many articles one run counts at most: every article has a body, whatever it is of, but a series of a dozen
without a byline is one decision of one desk."""
NEVER = 5
"""Pages that gave no article, and never one that did, before the rules are to blame."""


def pages_give_nothing(runs: Sequence[Measures]) -> Verdict | None:
    """Addresses that are listed give articles no more: a redesign, a new kind of address, a fault of ours."""
    counts = [_pages(run) for run in runs]
    hits, trials = sum(one[0] for one in counts), sum(one[1] for one in counts)
    if not hits and trials >= NEVER:
        places = [place for place, one in enumerate(counts) if one[1]]
        bad = _bad(runs)
        reason = f"none of {trials} pages ever gave an article: {counted(bad)}"
        return Verdict("broken", "pages", reason, places[0], len(places), example_of(runs, bad.most_common(1)[0][0]))
    fall = fallen(counts, one_run=ONE_RUN["pages"], runs=2)
    if fall is None:
        return None
    bad = _bad(runs[fall.first :])
    reason = f"{_of(fall.after)} pages gave an article ({counted(bad)}), before {_of(fall.before)}"
    outcome = bad.most_common(1)[0][0]
    return Verdict("broken", "pages", reason, fall.first, fall.runs, example_of(runs[fall.first :], outcome))


def fields_are_lost(runs: Sequence[Measures]) -> Verdict | None:
    """Fields that used to be found are not, or only generic rules find them where the publisher's own used to."""
    found: list[tuple[str, Fall, str, str | None]] = []
    ended = datetime.fromisoformat(runs[-1].started_at) - SPECIAL
    old = sum(datetime.fromisoformat(run.started_at) <= ended for run in runs) - 1
    for name in (*VITAL, *(name for name in FIELDS if name not in VITAL)):
        filled = [run.fields.get(name, Filled()) for run in runs]
        look = partial(fallen, one_run=ONE_RUN["other"], runs=SERIES, latest=old)
        if name in VITAL:
            look = partial(fallen, one_run=ONE_RUN["vital"])
        if fall := look([(one.filled, one.read) for one in filled]):
            example = next((one.empty_at for one in reversed(filled[fall.first :]) if one.empty_at), None)
            found.append((name, fall, f"found in {_of(fall.after)} articles, before in {_of(fall.before)}", example))
        elif not _without_rules(filled) and (fall := look([(one.own, one.tried) for one in filled])):
            example = next((one.generic_at for one in reversed(filled[fall.first :]) if one.generic_at), None)
            said = f"its own rules found it in {_of(fall.after)} articles, before in {_of(fall.before)}"
            found.append((name, fall, f"{said}; generic ones did", example))
    if not found:
        return None
    name, fall, said, example = found[0]
    reason = said if len(found) == 1 else f"{name} {said}"
    return Verdict("broken", ", ".join(one[0] for one in found), reason, fall.first, fall.runs, example)


def _without_rules(filled: Sequence[Filled]) -> bool:
    """Whether the publisher has no rules of its own for a field any more, or all its articles come by other ways."""
    newest = [one for one in filled if one.filled][-SERIES:]
    return all(one.tried == 0 for one in newest)


def _pages(run: Measures) -> tuple[int, int]:
    """How many pages of a run gave an article, of how many that could be read."""
    good = sum(count for outcome, count in run.outcomes.items() if outcome in GOOD)
    return good, good + _bad([run]).total()


def _bad(runs: Sequence[Measures]) -> Counter[str]:
    found: Counter[str] = Counter()
    for run in runs:
        found.update(
            {
                outcome: count
                for outcome, count in run.outcomes.items()
                if tells(outcome) and outcome not in GOOD and outcome not in WITHOUT
            }
        )
    return found


def _of(counts: tuple[int, int]) -> str:
    return f"{counts[0]} of {counts[1]}"
