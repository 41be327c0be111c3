"""Near-duplicate clusters: texts that share a band of their signatures are compared, those alike are joined."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import numpy as np

from kalbarcrawl.dataset.shingles import PERMUTATIONS, THRESHOLD, Numbers, jaccard
from kalbarcrawl.dataset.spool import Spool

ROWS = 6
BANDS = PERMUTATIONS // ROWS
"""21 bands of 6: a pair just at the threshold shares one with probability 0.998, a pair at 0.5 with 0.28."""
DOUBT = 0.7
"""A pair whose signatures agree in less than this is not compared word by word.

At the threshold that is nearly three deviations off. Stories of one template agree in 0.6 and come by the thousand.
"""


def clusters(spool: Spool, places: Numbers, progress: Callable[[int, int], None]) -> Numbers:
    """For each place of the spool, the place of the earliest text of its cluster.

    `places` are those that count, in the dataset's order; the others stay alone. `progress` hears the band and of how
    many.
    """
    rank = np.full(len(spool), len(spool), dtype=np.int64)
    rank[places] = np.arange(len(places))
    forest = Forest(rank)
    # An article's revisions belong together whatever they say, and so do equal texts.
    for column in (spool.ids, spool.texts):
        for run in _runs(column[places], places):
            for place in run[1:]:
                forest.join(int(run[0]), int(place))
    # One of each text is compared: equal ones would meet again in every band.
    _, first = np.unique(spool.texts[places], return_index=True)
    distinct = places[np.sort(first)]
    for band in range(BANDS):
        for run in _runs(_band(spool.signatures, distinct, band), distinct):
            _compare(spool, forest, run, band)
        progress(band + 1, BANDS)
    return forest.roots()


class Forest:
    """Disjoint sets of places; the root of each is the place that comes first in the dataset's order."""

    def __init__(self, rank: Numbers) -> None:
        """Begin with every place alone; `rank` is a place's position in the order."""
        self.rank = rank
        self.parent: Numbers = np.arange(len(rank), dtype=np.int64)

    def root(self, place: int) -> int:
        """The earliest place of the set this one is in."""
        parent = self.parent
        while (above := int(parent[place])) != place:
            parent[place] = parent[above]
            place = int(parent[place])
        return place

    def join(self, one: int, other: int) -> None:
        """Make one set of two."""
        first, second = self.root(one), self.root(other)
        if self.rank[first] > self.rank[second]:
            first, second = second, first
        self.parent[second] = first

    def roots(self) -> Numbers:
        """The root of every place."""
        parent = self.parent
        while not np.array_equal(above := parent[parent], parent):
            parent = above
        return parent


def _band(signatures: Numbers, places: Numbers, band: int) -> Numbers:
    """One band of the signatures at these places, each packed into a number."""
    packed = np.zeros((len(places), 8), dtype=np.uint8)
    packed[:, :ROWS] = signatures[places, band * ROWS : (band + 1) * ROWS]
    return packed.view(np.uint64).ravel()


def _runs(keys: Numbers, places: Numbers) -> Iterator[Numbers]:
    """The places whose keys are equal, wherever two or more are; each run in the order of `places`."""
    order = np.argsort(keys, kind="stable")
    ordered = keys[order]
    edges = np.flatnonzero(np.r_[True, ordered[1:] != ordered[:-1], True]) if len(keys) else np.zeros(1, dtype=np.int64)
    for start in np.flatnonzero(np.diff(edges) > 1):
        yield places[order[edges[start] : edges[start + 1]]]


def _compare(spool: Spool, forest: Forest, run: Numbers, band: int) -> None:
    """Join the texts of a run that are alike: each against those before it that are not of its set yet."""
    signatures = spool.signatures[run]
    for later in range(1, len(run)):
        agreed = signatures[:later] == signatures[later]
        shared = np.bitwise_count(agreed.view(np.uint64)).sum(axis=1)
        likely = np.flatnonzero(shared >= DOUBT * PERMUTATIONS)
        # A pair that shared an earlier band was compared there.
        seen = agreed[likely, : band * ROWS].reshape(len(likely), band, ROWS).all(axis=2).any(axis=1)
        place = int(run[later])
        for earlier in run[likely[~seen]]:
            if forest.root(int(earlier)) == forest.root(place):
                continue
            if jaccard(spool.shingles_of(int(earlier)), spool.shingles_of(place)) >= THRESHOLD:
                forest.join(int(earlier), place)
