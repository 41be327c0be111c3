"""Rows: the lines on their way through the rules, and what their shape alone says."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from kalbarcrawl.text import captions, stamps
from kalbarcrawl.text.dateline import may_open
from kalbarcrawl.text.initials import cut_initials

_SENTENCE_END = (".", "!", "?", "…")
_QUOTATION_MARKS = ('"', "”", "’", "'")
_QUOTES = '"“”'
# "“Tinggal tunggu,” tutupnya": what somebody said and who said it, with no full stop
_SAID = re.compile(r'["“”][^"“”]{12,}[,.!?]["“”],?\s?[A-Za-z]+nya\b')
_STOPS_OF_A_HEADLINE = frozenset(".:,;")
BULLETS = "-•·*–▪►"
"""What a line of a list may begin with."""
ENDS = '.!?…"”'
"""What a whole sentence ends with."""
ELLIPSES = ("…", "...", "[…]", "[...]")
"""What a sentence that breaks off ends with."""
_LONGEST_HEADLINE, _LONGEST_TITLED = 150, 110
_FEWEST_COMMAS = 3  # in a list


@dataclass(slots=True)
class Row:
    """One line on its way through the rules."""

    given: str
    """The line as it came."""
    kept: str
    """What goes out of it."""
    text: str
    """`kept`, folded: what the rules read."""
    rule: str | None = None
    """The rule that takes the line out."""
    credit: str = ""
    """The byline this line is or completes, for `people` to read."""
    prose: bool = False
    plain: bool = False
    """A sentence that speaks of no picture and is no headline: what stands around it decides nothing."""
    known: bool = False
    """Whether the rules that need no neighbours have seen it."""
    undated: bool = False
    """Whether it was seen to open with no dateline, whatever stands around it; a cut leaves none to find."""
    caption: bool | None = None
    """Whether it is a picture's by its own words, once somebody asked."""
    unmarked: bool = False
    """Whether its end was seen to bear no writer's mark."""

    def cut_to(self, text: str) -> None:
        """Leave only `text` of the line: what was known of it is known no more."""
        self.kept = self.text = text
        self.known = False
        self.caption = None
        self.unmarked = False


def is_prose(text: str) -> bool:
    """Whether a line reads as a sentence: it ends as one, before initials or not, or is too long for anything else."""
    if text.endswith(_SENTENCE_END) and text.find(" ", text.find(" ") + 1) >= 0:
        return True
    # A quotation mark ends a sentence behind its full stop; behind a word it may end a headline.
    quoted = text.endswith(_QUOTATION_MARKS) and text.count(" ") >= 2
    if quoted and (text[-2:-1] in ".!?,…" or (len(text) >= 80 and in_small_letters(text))):
        return True
    if text[0] in _QUOTES and _SAID.match(text):
        return True
    if len(text) >= _LONGEST_TITLED:
        if (commas := text.count(",")) >= _FEWEST_COMMAS:
            return not stamps.is_list(text)
        return commas > 1 or text[-1] in ")]*" or not is_headline(text, capitals=0.85)
    signed = text.endswith((")", "*", "]")) or "://" in text[-60:] or "– " in text[-40:] or ". " in text[-14:]
    if signed and cut_initials(text)[1]:
        return True
    return text.count(" ") > 10 and in_small_letters(text)


def in_small_letters(text: str) -> bool:
    """Whether most words of a line begin with a small letter, as a sentence's do."""
    words = text.split()
    return sum([word[0].islower() for word in words]) > 0.6 * len(words)


def is_plain(text: str) -> bool:
    """Whether a sentence that is no caption can be nothing but the story's, with a dateline or without."""
    return not (text[-1].isupper() or is_titled(text) or captions.looks_posed(text))


def is_undated(row: Row) -> bool:
    """Whether a line has not the shape of one with a dateline, looked at once."""
    row.undated = row.undated or not may_open(row.text)
    return row.undated


def is_caption(row: Row) -> bool:
    """Whether a line is a picture's by its own words, looked at once."""
    if row.caption is None:
        row.caption = captions.is_caption(row.text)
    return row.caption


def is_credit(row: Row) -> bool:
    """Whether a line is a photo's credit, or a caption that begins or ends with one; such a line is a picture's."""
    return is_caption(row) and captions.is_credit(row.text)


def is_headline(text: str, *, words: int = 4, capitals: float = 0.6) -> bool:
    """Whether a line has a headline's shape: several words, most of them capitalised, and no full stop."""
    if len(text) > _LONGEST_HEADLINE or text[-1:] in _STOPS_OF_A_HEADLINE:
        return False
    parts = text.split()
    if not words <= len(parts) <= 22:
        return False
    small, most = 0, len(parts) - capitals * len(parts)
    for part in parts:
        small += part[0].islower()
        if small > most:
            return False
    return True


def is_question(text: str) -> bool:
    """Whether a line is a headline that asks or exclaims: "Setelah Banjir, Warga Mau ke Mana?"."""
    return text[-1] in "?!" and is_headline(text, capitals=0.7)


def is_titled(text: str) -> bool:
    """Whether a line is a headline for all its full stop: nearly every word has a capital."""
    return len(text) < _LONGEST_TITLED and is_headline(text.rstrip("."), words=6, capitals=0.8)


def may_be_caption(rows: Sequence[Row], place: int) -> bool:
    """Whether a sentence is a picture's if a dateline follows: it speaks of one, or a credit stands above it."""
    text = rows[place].text
    if not rows[place].plain and captions.looks_posed(text):
        return True
    above = rows[place - 1] if place else None
    return above is not None and len(above.text) < 60 and len(text) < 240 and is_credit(above)


def label_above(rows: Sequence[Row], place: int) -> str:
    """The label on the line above, "Penulis:"; "" where there is none."""
    return rows[place - 1].text if place and rows[place - 1].rule == "label" else ""
