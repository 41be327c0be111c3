"""Whether a share fell, and when: pure numbers, and how much evidence they are."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate

SURE = 12.0
"""How much likelier a fall must make what was seen than no fall, as a natural logarithm: e ** 12 is 160,000 to 1.

Some ten fields of some forty newsrooms are examined after every run, and each at every place where it may have fallen:
with less, chance alone would raise an alarm every few weeks."""
CURED = math.log(10)
"""When the newest runs are ten times likelier as the old share than as the new one, it is over."""
USUAL = 0.3
"""A share below this was never usual, and its fall is no news."""
HALF = 0.5
"""Only a fall to less than this part of what it was counts."""


@dataclass(frozen=True)
class Fall:
    """A share that fell and has stayed down."""

    first: int
    """The place of the first count after the fall."""
    runs: int
    """How many counts of something there are since."""
    before: tuple[int, int]
    """Hits and trials before it ..."""
    after: tuple[int, int]
    """... and since."""


def fallen(
    counts: Sequence[tuple[int, int]], *, one_run: float, runs: int = 1, latest: int | None = None
) -> Fall | None:
    """The fall that best explains the counts (hits and trials, a pair a run, oldest first); None where none does.

    What one run finds is alike (the films of a day, a series by one desk), so no run counts for more trials than
    `one_run`. The fall must have lasted for so many `runs` with any trials, must have come at the place `latest` or
    before it, and the newest must not speak for the old share again.
    """
    weighed = [_weighed(hits, trials, one_run) for hits, trials in counts]
    hits = list(accumulate((one[0] for one in weighed), initial=0.0))
    trials = list(accumulate((one[1] for one in weighed), initial=0.0))
    places = [place for place, (_, one) in enumerate(counts) if one]
    found: tuple[float, int] | None = None
    for place in places[1 : len(places) - runs + 1]:
        if latest is not None and place > latest:
            break
        before, after = (hits[place], trials[place]), (hits[-1] - hits[place], trials[-1] - trials[place])
        gain = _gain(before, after)
        if gain >= SURE and (found is None or gain > found[0]) and not _cured(weighed[place:], before, after):
            found = gain, place
    if found is None:
        return None
    place = found[1]
    return Fall(place, sum(one >= place for one in places), _sums(counts[:place]), _sums(counts[place:]))


def _weighed(hits: int, trials: int, most: float) -> tuple[float, float]:
    share = min(1.0, most / trials) if trials else 0.0
    return hits * share, trials * share


def _gain(before: tuple[float, float], after: tuple[float, float]) -> float:
    """How much likelier two shares make the counts than one, as a logarithm; 0 where that is no fall that matters."""
    old, new = before[0] / before[1], after[0] / after[1]
    if old < USUAL or new >= HALF * old:
        return 0.0
    return _likelihood(*before) + _likelihood(*after) - _likelihood(before[0] + after[0], before[1] + after[1])


def _likelihood(hits: float, trials: float) -> float:
    share = hits / trials
    return sum(count * math.log(part) for count, part in ((hits, share), (trials - hits, 1 - share)) if count > 0)


def _cured(since: Sequence[tuple[float, float]], before: tuple[float, float], after: tuple[float, float]) -> bool:
    """Whether some number of the newest runs, taken together, look like before the fall."""
    old, new = ((hits + 0.5) / (trials + 1) for hits, trials in (before, after))
    hit, miss = math.log(old / new), math.log((1 - old) / (1 - new))
    speaks = 0.0
    for hits, trials in reversed(since):
        speaks += hits * hit + (trials - hits) * miss
        if speaks > CURED:
            return True
    return False


def _sums(counts: Sequence[tuple[int, int]]) -> tuple[int, int]:
    return sum(hits for hits, _ in counts), sum(trials for _, trials in counts)
