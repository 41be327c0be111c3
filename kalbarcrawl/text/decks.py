"""Decks: sentences above the story, its title and its summary among them."""

from __future__ import annotations

import itertools
import re
from collections.abc import Sequence

from kalbarcrawl.text import captions, credit, stamps
from kalbarcrawl.text.initials import cut_initials
from kalbarcrawl.text.language import is_indonesian
from kalbarcrawl.text.rows import BULLETS, Row, is_caption, is_headline, is_titled, may_be_caption

_LONGEST_HEADER = 12
LONGEST_TITLE = 150
"""Characters of a title."""
_LONGEST_SUMMARY, _FEWEST_SENTENCES = 400, 2
_QUOTES = '"“”‘'
_ENDS_OF_SENTENCES = ".!?…\"”’'*)]"
_TWO_SENTENCES = re.compile(r"[a-z\d)][.!?][\"”]? [\"“A-Z]")
_LONGEST_SUMMED = 250
# Above points that sum the story up.
_QUICK = re.compile(r"(?i)baca \d+ (?:detik|menit)|ringkasan berita\s?:?")
# The words of four letters and more, and how many of a title's or a summary's the first sentences say again.
_WORD = re.compile(r"[^\W\d_]{4,}")
# Between title and byline stands the newsroom's own summary; below the byline it may as well be a picture's words.
_TOLD, _FORETOLD, _SUMMED, _SUMMED_UP, _TOLD_AGAIN = 6, 0.6, 12, 0.5, 0.75
# "... itu. (Bening TV/ Rina)", above a dateline
_REACH = 90
_CREDIT_BEHIND = re.compile(
    r"[(\[][^()\[\]\d]{2,40}/\s?[^()\[\]\d]{2,40}[)\]]$|[.!]\s[(\[][A-Z][a-z]+(?: [A-Z][a-z.]+){1,2}[)\]]$"
)


def drop_summaries(rows: Sequence[Row]) -> None:
    """Mark the sentences above a story that the page's own lines around them tell from it, with dateline or without."""
    first = -1
    for place, row in enumerate(rows[:_LONGEST_HEADER]):
        if row.rule is None:
            if row.prose and not row.caption:
                first = place
                break
        elif row.rule in ("count", "related") and _QUICK.fullmatch(row.text):
            _drop_points(rows[place + 1 :])
    if 0 < first < len(rows) - 1:
        _drop_bylined(rows, first)


def _drop_bylined(rows: Sequence[Row], place: int) -> None:
    """A sentence between the title and a byline or a stamp sums the story up, where the story below tells it again."""
    title, below, text = rows[place - 1], rows[place + 1 :], rows[place].text
    titled = title.rule in (None, "title") and is_headline(title.text, capitals=0.5)
    if not titled or len(text) > _LONGEST_SUMMED or not _opens_with_byline(rows, place + 1):
        return
    told = sum(row.prose and not row.rule for row in below) >= _FEWEST_SENTENCES
    if told and _is_told(text, _words_of(below, _SUMMED), _TOLD_AGAIN):
        rows[place].rule = "head"


def _opens_with_byline(rows: Sequence[Row], place: int) -> bool:
    """Whether a byline, the page's own stamp or a name above a date stands there."""
    if rows[place].rule in ("byline", "label") or is_stamp(rows, place):
        return True
    return place + 1 < len(rows) and stamps.is_date(rows[place + 1].text) and credit.is_name(rows[place].text)


def _drop_points(rows: Sequence[Row]) -> None:
    """What stands in points below "Baca 10 detik" or "Ringkasan Berita:" sums the story up."""
    for row in rows:
        if row.rule or row.text[0] not in BULLETS:
            return
        row.rule, row.prose = "head", False


def is_stamp(rows: Sequence[Row], place: int) -> bool:
    """Whether a line is the page's own date: it tells the hour, and is no entry of a schedule."""
    text = rows[place].text
    if not stamps.is_date(text) or not stamps.has_clock(text) or (place and rows[place - 1].text.endswith(":")):
        return False
    return sum(stamps.is_date(row.text) for row in rows[max(0, place - 9) : place + 9]) == 1


def drop_decks(rows: Sequence[Row], body: Sequence[Row], *, certain: bool) -> None:
    """Sentences before a dateline: a summary or a caption, one or two of them; a certain dateline tells it.

    A summary is told again by the story in `body`; a sentence of which the story says nothing is the story's own.
    """
    if not rows:
        return
    told: set[str] | None = None
    decks = [place for place, row in enumerate(rows) if row.rule is None and row.prose]
    different = len({rows[place].text for place in decks})
    for place in decks if different <= 2 else ():
        row = rows[place]
        if row.text[0] in _QUOTES:
            continue  # what somebody said is the story's
        several = _TWO_SENTENCES.search(row.text) is not None
        unended = row.text[-1] not in _ENDS_OF_SENTENCES
        above_byline = any(_opens_with_byline(rows, below) for below in range(place + 1, len(rows)))
        if is_caption(row) or (not several and _is_picture(rows, place)):
            row.rule = "caption"
        elif is_titled(row.text) or (unended and is_headline(row.text, capitals=0.5)):
            row.rule = "head"
        elif above_byline or ((certain or different == 1) and _may_be_summary(row.text)):
            told = _words_of(body, _SUMMED) if told is None else told
            row.rule = "head" if _is_told(row.text, told, _TOLD_AGAIN if above_byline else _SUMMED_UP) else None
        elif unended and len(row.text) < LONGEST_TITLE:
            row.rule = "head"  # a title in small letters


def _is_picture(rows: Sequence[Row], place: int) -> bool:
    """Whether a sentence above a dateline is a picture's: by its words, a credit above it, or a name behind it."""
    text = rows[place].text
    if may_be_caption(rows, place) or captions.opens_scene(text, above=True):
        return True
    return text[-1] in ")]" and (is_credited(text) or bool(cut_initials(text)[1]))  # "... itu. (Rina)"


def _may_be_summary(text: str) -> bool:
    """Whether one sentence is short enough for what stands between a title and a dateline; two tell something."""
    if _TWO_SENTENCES.search(text):
        return False
    return len(text) < 90 or (len(text) < _LONGEST_SUMMARY and is_indonesian(text))


def is_credited(text: str) -> bool:
    """Whether a sentence ends with who took a picture: "... itu. (Bening TV/ Rina)", "... itu. (Rina Sari)"."""
    return text[-1] in ")]" and _CREDIT_BEHIND.search(text[-_REACH:]) is not None


def drop_title(head: Sequence[Row], body: Sequence[Row]) -> None:
    """A headline above the story whose words the story's first sentences say again is its title."""
    told: set[str] | None = None
    for row in head:
        if row.rule in ("head", "title") and is_headline(row.text, capitals=0.5):
            return  # a second one is the story's own
        if row.rule is None and not row.prose and is_headline(row.text, capitals=0.5):
            told = _words_of(body, _TOLD) if told is None else told
            if _is_told(row.text, told, _FORETOLD) and not row.text[-4:].isdigit():
                row.rule = "title"


def _words_of(body: Sequence[Row], sentences: int) -> set[str]:
    """The long words of a story's first sentences."""
    told = itertools.islice((row.text[:_LONGEST_SUMMARY] for row in body if row.prose), sentences)
    return _long_words(" ".join(told))


def _is_told(text: str, told: set[str], share: float) -> bool:
    """Whether so great a share of a line's long words is among the story's."""
    words = _long_words(text)
    return len(words & told) >= share * len(words) > 0


def _long_words(text: str) -> set[str]:
    return set(_WORD.findall(text.casefold()))
