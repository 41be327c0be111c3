"""How much of a block of text reads as prose, and what a line says when it is none."""

from __future__ import annotations

import re

from kalbarcrawl.blocks import Block
from kalbarcrawl.furniture import HEADINGS

LEAVES = HEADINGS | {"p", "li", "td", "th", "tr", "blockquote", "dt", "dd", "pre", "ul", "ol", "tbody"}
"""Elements that hold a piece of a story, never all of it."""
SENTENCE_END = re.compile(r"[.!?…:;]\s?[\"'”’»)\]]*$")
SENTENCE = re.compile(r"(?<=[.!?])[\"”’]?\s+")
FEW, MANY = 8, 25
"""Fewer words than FEW are no sentence; MANY are one even without a full stop."""
MOSTLY = 0.6
"""A block with a larger share of linked letters is a link with some words around it."""


def prose(block: Block) -> float:
    """How many words of a block read as running text: those outside links, in blocks that are sentences."""
    words, linked = measure(block)
    if words < FEW or linked > MOSTLY or block.element.tag in HEADINGS:
        return 0
    if words < MANY and not is_sentence(block.text):
        return 0
    return words * (1 - linked)


def worth(block: Block) -> float:
    """What a block adds to the worth of its container: its prose, less what every block costs."""
    found = prose(block)
    if found:
        return found - 6
    words, linked = measure(block)
    if linked > MOSTLY:
        return -4 - words
    return 0 if block.element.tag in LEAVES else -2


def measure(block: Block) -> tuple[int, float]:
    """A block's words, and the share of its letters that is linked."""
    return block.text.count(" ") + 1, block.linked / max(1, letters(block))


def is_sentence(text: str) -> bool:
    """Whether a text ends as a sentence does."""
    return SENTENCE_END.search(text) is not None


def letters(block: Block) -> int:
    """How many characters a block has, blanks aside."""
    return len(block.text) - block.text.count(" ")


def is_pointer(block: Block) -> bool:
    """Whether a paragraph is nothing but a link with its label ("Baca juga: ...")."""
    words, linked = measure(block)
    return linked > 0.7 and words > 3 and block.element.tag not in HEADINGS | {"li", "td", "tr", "th"}


def folded(text: str) -> str:
    """A text's letters and digits alone, without case: equal for texts that differ in typography only."""
    return re.sub(r"\W+", "", text).casefold()


def told_once(lines: list[str]) -> list[str]:
    """The lines without repeated ones, and without openings whose every sentence is said again further down."""
    plain = [folded(line) for line in lines]
    kept, seen = [], set()
    for n, line in enumerate(lines):
        if len(plain[n]) > 40 and plain[n] in seen:
            continue
        seen.add(plain[n])
        if n < 3 and line.count(" ") > 15:
            rest = " ".join(plain[n + 1 :])
            sentences = {folded(sentence) for sentence in SENTENCE.split(line)}
            if len(sentences) > 1 and all(sentence in rest for sentence in sentences):
                continue
        kept.append(line)
    return kept
