"""Teasers: the beginnings of other stories, below this one or under a header of their own."""

from __future__ import annotations

import itertools
import re
from collections.abc import Sequence

from kalbarcrawl.text import furniture
from kalbarcrawl.text.dateline import opening
from kalbarcrawl.text.initials import cut_initials
from kalbarcrawl.text.rows import ELLIPSES, ENDS, Row, is_caption, is_headline, is_question, is_undated

_LONGEST_LINK = 120
_MORE = re.compile(r"(?i)[.\w] (?:read more|continue reading|baca selengkapnya|selengkapnya)\W*$")
_SHORTEST, _LONGEST = 60, 350
# Of a story before another may begin, and of another that is no more than its beginning.
_FEWEST_TOLD, _MOST_BEGUN, _FEWEST_UNENDED = 2, 2, 2
_MOST_BEHIND_MARK, _LONGEST_TOLD_AGAIN = 5, 100
_HEAD_LINES = 12
_BETWEEN = ("count", "date", "byline")


def drop_listed(rows: Sequence[Row]) -> None:
    """Teasers behind a header such as "Recent Posts": sentences that break off, headlines that ask."""
    listing = below = headed = False
    for row in rows:
        if row.rule:
            below = row.rule in ("related", "pagination") or (below and row.rule == "junk")
            listing = listing or below
            headed = row.rule == "related" and (headed or furniture.opens_listing(row.text))
        elif headed and row.prose and len(row.text) < _LONGEST_LINK and not is_whole(row.text):
            row.rule, row.prose = "related", False  # a headline as long as a sentence
        elif listing and (
            row.text.endswith(("…", "..."))
            or _MORE.search(row.text[-30:])
            or (below and row.prose and is_question(row.text))
        ):
            row.rule, row.prose = "related", False
        elif row.prose:
            below = headed = False


def is_whole(text: str) -> bool:
    """Whether a sentence is at its end, with a mark of its writer's behind it or not."""
    return text[-1] in ENDS or bool(cut_initials(text)[1])


def drop_unlisted(rows: Sequence[Row], names: frozenset[str]) -> None:
    """Teasers with no header above: sentences that break off, headlines as long as sentences, stories begun below."""
    told = [place for place, row in enumerate(rows) if row.prose and not row.rule]
    if len(told) < _FEWEST_TOLD:
        return
    last = rows[told[-1]].text
    if last.endswith(ELLIPSES):
        _drop_broken_off(rows, told)
    elif last[-1].isalnum():
        _drop_unended(rows, told)
    _drop_behind_mark(rows, told)
    if told[-1] - told[0] >= len(told):
        _drop_stories_below(rows, told, names)


def _drop_stories_below(rows: Sequence[Row], told: Sequence[int], names: frozenset[str]) -> None:
    """Stories begun behind this one's second sentence, each below a line that is none of its sentences."""
    sentences = (place for place in told if not is_caption(rows[place]))
    second = next(itertools.islice(sentences, 1, None), len(rows))
    for above, place in itertools.pairwise(told[_FEWEST_TOLD - 1 :]):
        if place - above > 1 and above >= second and not is_undated(rows[place]):
            _drop_begun(rows, above, place, names)


def _drop_broken_off(rows: Sequence[Row], told: Sequence[int]) -> None:
    """The sentences that end a page and break off, where they are two or more or have a headline above."""
    broken: list[int] = []
    for place in reversed(told):
        if not (rows[place].text.endswith(ELLIPSES) and _SHORTEST < len(rows[place].text) < _LONGEST):
            break
        broken.append(place)
    if not broken or len(broken) == len(told):
        return  # not a whole sentence: a page of teasers, or something else that ought to be seen
    if len(broken) == 1:
        headline = _headline_above(rows, broken[0])
        if headline is None or len(told) <= _FEWEST_TOLD:
            return
        rows[headline].rule = "related"
    for place in broken:
        rows[place].rule, rows[place].prose = "related", False


def _drop_unended(rows: Sequence[Row], told: Sequence[int]) -> None:
    """Headlines as long as sentences, two or more at the end of a text all of whose sentences have their full stop."""
    run = 0
    while run < len(told) and _is_unended(rows[told[-1 - run]].text):
        run += 1
    above = [rows[place].text for place in told[: len(told) - run]]
    signed = bool(above) and bool(cut_initials(above[-1])[1])
    if run >= _FEWEST_UNENDED and len(above) >= _FEWEST_TOLD - signed and all(map(is_whole, above)):
        for place in told[-run:]:
            rows[place].rule, rows[place].prose = "related", False


def _drop_behind_mark(rows: Sequence[Row], told: Sequence[int]) -> None:
    """What is short, breaks off or has a headline above, behind the writer's mark: "(ani)" ends a story."""
    for number in range(len(told) - 1, max(0, len(told) - 1 - _MOST_BEHIND_MARK), -1):
        last = rows[told[number - 1]]
        if last.text[-1] not in ")]" or last.rule or is_caption(last):
            continue
        if not cut_initials(last.text)[1].startswith(("(", "[")):
            continue
        behind = told[number:]
        if len(behind) > number or cut_initials(rows[told[-1]].text)[1]:
            return  # more than is told above, or a mark at its own end: a picture's name stood amid the story
        if all(_is_short_teaser(rows, place) for place in behind):
            for place in behind:
                rows[place].rule, rows[place].prose = "related", False
        return


def _is_short_teaser(rows: Sequence[Row], place: int) -> bool:
    text = rows[place].text
    if len(text) < _LONGEST_TOLD_AGAIN or text.endswith(ELLIPSES) or text[-1] not in ENDS:
        return True
    return _headline_above(rows, place) is not None


def _is_unended(text: str) -> bool:
    return text[-1] not in ":,;" and not is_whole(text)


def _drop_begun(rows: Sequence[Row], above: int, place: int, names: frozenset[str]) -> None:
    """Another story's headline and first sentences, which open with a dateline as this one's do.

    `above` is where the last sentence before them stands. Not where more of it is told than a teaser holds: then the
    page has two stories.
    """
    headline = _headline_above(rows, place)
    found = opening(rows[place].text, names) if headline is not None and headline > above else None
    if headline is None or found is None or not (found.certain or rows[place].text.endswith(ELLIPSES)):
        return
    begun = _sentences_from(rows, place)
    if len(begun) <= _MOST_BEGUN and _is_over(rows, above, headline, names):
        for row in (rows[headline], *begun):
            row.rule, row.prose = "related", False


def _headline_above(rows: Sequence[Row], place: int) -> int | None:
    """Where the headline of the sentence at `place` stands: above it, or above a count, a date or a name."""
    above = place - 1
    while above > 0 and (rows[above].rule in _BETWEEN or rows[above].text.isdigit()):
        above -= 1
    row = rows[above]
    if row.text[0].isdigit():
        return None  # "1. ...": one of several stories told one below the other
    if above < 1 or row.rule or row.prose or not (is_headline(row.text, capitals=0.5) or row.text.isupper()):
        return None
    return above


def _sentences_from(rows: Sequence[Row], place: int) -> list[Row]:
    """The sentences from `place` to the next line that is none."""
    begun = []
    for row in rows[place:]:
        if row.rule is None and not row.prose:
            break
        if row.rule is None:
            begun.append(row)
    return begun


def _is_over(rows: Sequence[Row], last: int, headline: int, names: frozenset[str]) -> bool:
    """Whether the story above a headline is told: it had a dateline, or furniture or its writer's mark ends it."""
    if any(row.rule for row in rows[last:headline]) or cut_initials(rows[last].text)[1]:
        return True
    head = rows[: min(last + 1, _HEAD_LINES)]
    return any(row.prose and not is_undated(row) and opening(row.text, names) for row in head)
