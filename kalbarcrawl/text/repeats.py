"""Repeats: lines that stand twice on a page, as its title, its teaser and its pictures' words do."""

from __future__ import annotations

import itertools
from collections import Counter
from collections.abc import Sequence

from kalbarcrawl.text.rows import Row, is_caption, is_headline
from kalbarcrawl.text.whitespace import sameness

_BEGINNING = 25
_SENTENCE_END = '.!?…"”'
_ELLIPSES = ("…", "...", "[…]", "[...]")
_BULLETS = "-•·*–▪► "
_SHORTEST_TEASER = 40


def drop_repeated(rows: Sequence[Row]) -> None:
    """A headline that stands twice above the first sentence is the page's title, whether it was given or not.

    So is a line above the second sentence, or a picture's words, that comes again further down: the later one stays.
    """
    if not may_repeat(rows):
        return  # as on nearly every page
    beginnings = _beginnings(rows)
    _drop_doubled_captions(rows, beginnings)
    end = next((place for place, row in enumerate(rows) if row.prose and not row.rule), len(rows))
    if end == len(rows):
        return
    for above, below in itertools.pairwise(rows):
        if above.text == below.text and not above.prose and is_headline(above.text) and not above.rule:
            above.rule = "repeated"  # a picture's words and its caption
    times = Counter(row.text for row in rows[:end])
    for row in rows[:end]:
        if row.rule is None and times[row.text] > 1 and row.text.count(" ") > 2:
            row.rule = "repeated"
    _drop_foretold(rows, beginnings, end + 2)


def may_repeat(rows: Sequence[Row]) -> bool:
    """Whether any two lines begin alike."""
    return len(rows) > 1 and len(set(_beginnings(rows))) < len(rows)


def _beginnings(rows: Sequence[Row]) -> list[str]:
    return [row.text.lstrip(_BULLETS)[:_BEGINNING].casefold() for row in rows]


def _drop_doubled_captions(rows: Sequence[Row], beginnings: Sequence[str]) -> None:
    """A picture's words and its caption, one below the other: the same sentence, with a credit behind one.

    With none it may as well be a first paragraph that stands in a box above the story too.
    """
    for place in range(1, len(rows)):
        above, below = rows[place - 1], rows[place]
        if beginnings[place - 1] != beginnings[place] or len(beginnings[place]) < _BEGINNING // 2:
            continue
        if not (_begins_with(below.text, above.text) or _begins_with(above.text, below.text)):
            continue
        if (is_caption(above) or is_caption(below)) and place + 1 < len(rows):
            for row in (above, below):
                row.rule, row.prose = row.rule or "caption", False


def _begins_with(text: str, beginning: str) -> bool:
    key = sameness(beginning)
    return len(key) >= _BEGINNING and sameness(text).startswith(key)


def _drop_foretold(rows: Sequence[Row], beginnings: Sequence[str], end: int) -> None:
    """Drop a title, a teaser or a picture's words above the story's second sentence that come again.

    Of two full sentences none is a title: a page may hold its story twice.
    """
    for place, row in enumerate(rows[:end]):
        if row.rule or len(beginnings[place]) < _BEGINNING or beginnings[place] not in beginnings[place + 1 :]:
            continue
        key = sameness(row.text)
        teaser = row.prose and (row.text.endswith(_ELLIPSES) or row.text[0] in _BULLETS) and len(key) > _SHORTEST_TEASER
        for other in rows[place + 1 :]:
            if other.rule:
                continue
            full = row.text[-1] in _SENTENCE_END and other.text[-1] in _SENTENCE_END and not teaser
            again = sameness(other.text)
            if not full and (again == key or (teaser and again.startswith(key))):
                row.rule = "repeated"
