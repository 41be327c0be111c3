"""Repeats: lines that stand twice on a page, as its title, its teaser and its pictures' words do."""

from __future__ import annotations

import itertools
from collections import Counter
from collections.abc import Sequence

from kalbarcrawl.text.rows import BULLETS, ELLIPSES, ENDS, Row, is_caption, is_headline
from kalbarcrawl.text.whitespace import sameness

_BEGINNING, _BEFORE = 25, f"{BULLETS} "
_HEAD_LINES = 30
_SHORTEST_TEASER, _SHORTEST_COPY = 40, 60
# More lines than this that begin alike are no copies.
_MOST_ALIKE = 8


def drop_repeated(rows: Sequence[Row]) -> bool:
    """A headline that stands twice above the first sentence is the page's title, whether it was given or not.

    So is a line above the second sentence, or a picture's words, that comes again further down: the later one stays.
    Says whether any two lines begin alike.
    """
    if not may_repeat(rows):
        return False  # as on nearly every page
    beginnings = _beginnings(rows)
    _drop_doubled_captions(rows, beginnings)
    end = next((place for place, row in enumerate(rows) if row.prose and not row.rule), len(rows))
    if end == len(rows):
        return True
    for above, below in itertools.pairwise(rows):
        if above.text == below.text and not above.prose and is_headline(above.text) and not above.rule:
            above.rule = "repeated"  # a picture's words and its caption
    times = Counter(row.text for row in rows[:end])
    for row in rows[:end]:
        if row.rule is None and times[row.text] > 1 and row.text.count(" ") > 2:
            row.rule = "repeated"
    _drop_foretold(rows, beginnings, min(end + 2, _HEAD_LINES))
    _drop_copies_cut_short(rows, beginnings)
    return True


def drop_again(rows: Sequence[Row]) -> None:
    """A line that went as the page's goes where it comes again, and a sentence that went as a picture's."""
    beginnings = _beginnings(rows)
    gone = [place for place, row in enumerate(rows) if row.rule in ("head", "caption", "title")]
    first = {beginnings[place] for place in gone}
    shown = {sameness(rows[place].text): rows[place].rule == "caption" for place in gone}
    for row, beginning in zip(rows, beginnings, strict=True):
        if row.rule is None and beginning in first:
            caption = shown.get(sameness(row.text))
            if caption or (caption is not None and not row.prose):
                row.rule, row.prose = "repeated", False


def _drop_copies_cut_short(rows: Sequence[Row], beginnings: Sequence[str]) -> None:
    """A sentence that breaks off where another line goes on with the same words: it tells nothing of its own."""
    alike: dict[str, list[Row]] = {}
    for row, beginning in zip(rows, beginnings, strict=True):
        alike.setdefault(beginning, []).append(row)
    for same in alike.values():
        for row in same if 1 < len(same) <= _MOST_ALIKE else ():
            if row.rule or not row.prose or row.text[-1] in ENDS or len(row.text) < _SHORTEST_COPY:
                continue
            if any(other.text.startswith(row.text) and other.text != row.text and not other.rule for other in same):
                row.rule, row.prose = "repeated", False


def may_repeat(rows: Sequence[Row]) -> bool:
    """Whether any two lines begin alike."""
    return len(rows) > 1 and len(set(_beginnings(rows))) < len(rows)


def _beginnings(rows: Sequence[Row]) -> list[str]:
    return [(row.text.lstrip(_BEFORE) if row.text[0] in BULLETS else row.text)[:_BEGINNING].casefold() for row in rows]


def _drop_doubled_captions(rows: Sequence[Row], beginnings: Sequence[str]) -> None:
    """A picture's words and its caption, one below the other: the same sentence, with a credit behind one.

    With none it is a picture's amid the story; above it, it may as well be a first paragraph that a box holds too.
    """
    told = False
    for place in range(1, len(rows)):
        above, below = rows[place - 1], rows[place]
        if above.text == below.text and below.prose and not below.rule and place + 1 < len(rows):
            listed = place > 1 and rows[place - 2].rule == "related"  # below "Headline": another story's, in a box
            kind = "related" if listed else "caption" if told else "repeated"
            # Of two first paragraphs the later stays: the dateline may have opened it.
            for row in (above, below) if told or listed else (below if above.rule else above,):
                row.rule, row.prose = kind, False
        told = told or (above.prose and not above.rule)
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
        teaser = row.prose and (row.text.endswith(ELLIPSES) or row.text[0] in BULLETS) and len(key) > _SHORTEST_TEASER
        for other in rows[place + 1 :]:
            if other.rule:
                continue
            full = row.text[-1] in ENDS and other.text[-1] in ENDS and not teaser
            again = sameness(other.text)
            if not full and (again == key or (teaser and again.startswith(key))):
                row.rule = "repeated"
