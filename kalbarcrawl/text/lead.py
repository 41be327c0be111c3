"""The lead: where the story begins, and what of the lines above is no part of it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from kalbarcrawl.text import captions, stamps
from kalbarcrawl.text.dateline import Opening, opening
from kalbarcrawl.text.language import is_indonesian
from kalbarcrawl.text.places import is_place
from kalbarcrawl.text.rows import Row, is_titled, may_be_caption

# Where the first paragraph may stand: behind this many lines of head, this many of them sentences.
_HEAD_LINES, _HEAD_SENTENCES = 25, 3
HEADER_LINES = 5
# "(SP/Rina)", "Foto: Antara/Budi"; the slashes of "(2/5/2025)" are a date's.
_CREDITED = re.compile(r"[^\W\d]/[^\W\d]")


def first_paragraph(rows: Sequence[Row], names: Sequence[str]) -> tuple[int, list[tuple[Row, Opening]]]:
    """Where the story begins, and the datelines it opens with: the first sentence, or a later one with an outlet.

    A text of several pages, or a dateline on a line of its own, repeats it within the next sentences.
    """
    start, perhaps, sentences, found = None, None, 0, list[tuple[Row, Opening]]()

    def context() -> str:
        return " ".join(row.text[:200] for row in rows[:_HEAD_LINES:2] if row.prose)

    for place, row in enumerate(rows[:_HEAD_LINES]):
        if row.rule:
            continue
        dateline = None if row.plain else opening(row.text, names, context=context)
        if dateline and (
            dateline.certain or dateline.capitals or (start is None and not _is_shouted_caption(row.text, dateline))
        ):
            if not found:
                _drop_decks(rows[:place], certain=dateline.certain)
                start = place
            found.append((row, dateline))
        elif not row.plain and (not row.prose or (not found and captions.is_caption(row.text)) or is_titled(row.text)):
            continue
        elif not found and may_be_caption(rows, place):
            perhaps = place if perhaps is None else perhaps
            continue
        start = place if start is None else start
        sentences += 1
        if sentences >= _HEAD_SENTENCES:
            break
    if not found and perhaps is not None:
        start = perhaps if start is None else min(start, perhaps)
    return (_last_resort(rows) if start is None else start), found


def _is_shouted_caption(text: str, found: Opening) -> bool:
    """Whether capitals and a dash open a picture's caption, not a story: "BANJIR KIRIMAN - Warga ... (SP/Rina)"."""
    if captions.is_credit(text):
        return True
    return (
        _CREDITED.search(text, max(0, len(text) - 40)) is not None
        and not is_place(found.dateline.place or "")
        and captions.looks_posed(text)
    )


def _last_resort(rows: Sequence[Row]) -> int:
    """Where a story begins that has no sentence but what may be captions: the last, unless a credit says otherwise."""
    for place in range(len(rows) - 1, -1, -1):
        if rows[place].prose and not captions.is_credit(rows[place].text):
            return place
    return len(rows)


def _drop_decks(rows: Sequence[Row], *, certain: bool) -> None:
    """Sentences before a dateline: a summary or a caption, one or two of them; a certain dateline tells it."""
    decks = [place for place, row in enumerate(rows) if row.rule is None and row.prose]
    for place in decks if len(decks) <= 2 else ():
        row = rows[place]
        if may_be_caption(rows, place):
            row.rule = "caption"
        elif is_titled(row.text) or (certain and len(row.text) < 400 and is_indonesian(row.text)):
            row.rule = "head"


def is_header(rows: Sequence[Row]) -> bool:
    """Whether a byline or a date stands so near the first sentences that all above them was the page's header."""
    return any(
        row.rule in ("byline", "label") or (row.rule is None and not row.prose and stamps.is_date(row.text))
        for row in rows[:HEADER_LINES]
    ) and any(row.prose for row in rows[HEADER_LINES:])
