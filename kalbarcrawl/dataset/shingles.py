"""A text as the set of its word 6-grams, and the MinHash signature of that set.

The recipe is KoPI-CC's, so that results compare: 128 permutations, word 6-grams, Jaccard similarity 0.8.
"""

from __future__ import annotations

import re
from typing import Any

import numpy as np
from numpy.typing import NDArray
from rensa import RMinHash

Numbers = NDArray[Any]

PERMUTATIONS = 128
WORDS = 6
THRESHOLD = 0.8
SEED = 42
_WORD = re.compile(r"\w+")


def shingles(text: str) -> set[str]:
    """The word 6-grams of a text, whatever its case and punctuation; the whole of a text too short for one."""
    words = _WORD.findall(text.casefold())
    if len(words) < WORDS:
        return {" ".join(words) or text}
    return set(map(" ".join, zip(*(words[start:] for start in range(WORDS)), strict=False)))


def signature(found: set[str]) -> bytes:
    """The MinHash signature of a set, a byte a permutation.

    The low byte is enough: two sets that differ agree in it by chance once in 256 times, and whatever the signature
    proposes is compared word by word.
    """
    sketch = RMinHash(num_perm=PERMUTATIONS, seed=SEED)
    sketch.update(list(found))
    return bytes(value & 0xFF for value in sketch.digest())


def packed(found: set[str]) -> Numbers:
    """A set as an array of 64-bit hashes: a tenth of the memory, and none of two texts' few hundred ever meet."""
    return np.fromiter(map(hash, found), dtype=np.int64, count=len(found))


def jaccard(one: Numbers, other: Numbers) -> float:
    """The share of two packed sets that both hold."""
    every = np.concatenate((one, other))
    every.sort()
    both = int(np.count_nonzero(every[1:] == every[:-1]))
    return both / (len(every) - both)
