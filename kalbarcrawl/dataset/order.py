"""Which of the spooled records count, and their order in the dataset."""

from __future__ import annotations

import numpy as np

from kalbarcrawl.dataset.shingles import Numbers
from kalbarcrawl.dataset.spool import Spool


def ordered(spool: Spool, *, every_revision: bool = False, sample: int | None = None) -> Numbers:
    """The places of the records that count, by publication, then identifier, then revision; undated ones last.

    Of records given twice the first counts; of revisions the newest, unless all are asked for. A sample is of so many
    articles, always the same ones: those whose identifiers, which are hashes, are the smallest.
    """
    arrival = np.arange(len(spool))
    by_article = np.lexsort((arrival, spool.revisions, spool.ids))
    ids, revisions = spool.ids[by_article], spool.revisions[by_article]
    first = np.ones(len(spool), dtype=bool)
    first[1:] = (ids[1:] != ids[:-1]) | (revisions[1:] != revisions[:-1])
    by_article, ids = by_article[first], ids[first]
    if not every_revision:
        newest = np.ones(len(ids), dtype=bool)
        newest[:-1] = ids[1:] != ids[:-1]
        by_article, ids = by_article[newest], ids[newest]
    if sample is not None:
        chosen = np.unique(ids)[:sample]
        by_article = by_article[np.isin(ids, chosen)]
    order = np.lexsort((spool.revisions[by_article], spool.ids[by_article], spool.instants[by_article]))
    places: Numbers = by_article[order]
    return places


def without_copies(spool: Spool, places: Numbers, roots: Numbers, dedup: str) -> Numbers:
    """The places that stay: all for "none", one article a text for "exact", one article a cluster for "near"."""
    if dedup == "none":
        return places
    if dedup == "near":
        originals = roots[places]
    else:
        _, first, inverse = np.unique(spool.texts[places], return_index=True, return_inverse=True)
        originals = places[first][inverse]
    kept: Numbers = places[spool.ids[places] == spool.ids[originals]]
    return kept
