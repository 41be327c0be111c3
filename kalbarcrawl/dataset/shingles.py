"""A text as the set of its word 6-grams, and the MinHash signature of that set.

The recipe is KoPI-CC's, so that results compare: 128 permutations, word 6-grams, Jaccard similarity 0.8.
"""

from __future__ import annotations

import re

from rensa import RMinHash

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


def jaccard(one: set[str], other: set[str]) -> float:
    """The share of two sets that both hold."""
    both = len(one & other)
    return both / (len(one) + len(other) - both)
