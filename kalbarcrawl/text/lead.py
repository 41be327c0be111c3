"""The lead: where the story begins, and what of the lines above is no part of it."""

from __future__ import annotations

import itertools
import re
from collections.abc import Sequence

from kalbarcrawl.text import captions, decks, stamps
from kalbarcrawl.text.dateline import Dateline, Opening, opening
from kalbarcrawl.text.places import is_place
from kalbarcrawl.text.rows import Row, is_caption, is_credit, is_headline, is_question, is_titled, may_be_caption

# Where the first paragraph may stand: behind this many lines of head, this many of them sentences.
_HEAD_LINES, HEAD_SENTENCES = 25, 3
HEADER_LINES = 5
_FEW_SENTENCES, _REACH = 8, 200  # that tell a text's language
_LONGEST_PREFIX, _MARKS, _FEWEST_SPACES = 60, "-–—,", 3
# "(SP/Rina)", "Foto: Antara/Budi"; the slashes of "(2/5/2025)" are a date's.
_CREDITED = re.compile(r"[^\W\d]/[^\W\d]")


def first_paragraph(rows: Sequence[Row], names: frozenset[str]) -> tuple[int, list[tuple[Row, Opening]]]:
    """Where the story begins, and the datelines it opens with: the first sentence, or a later one with an outlet.

    A text of several pages, or a dateline on a line of its own, repeats it within the next sentences.
    """
    start, perhaps, sentences = None, None, 0
    found: list[tuple[Row, Opening]] = []
    decks.drop_summaries(rows)
    if split := _split_dateline(rows, names):
        return split
    for place, row in enumerate(rows[:_HEAD_LINES]):
        if row.rule:
            continue
        dateline = None if row.undated else _opening_of(row, rows, names)
        if dateline and dateline.text and not row.prose and (start is not None or not dateline.is_sure()):
            continue  # "Market - Ani Wijaya, Bening Indonesia": a section and a writer
        if dateline and _is_believed(rows, place, start, dateline):
            _unmask(found, dateline)
            if not found:
                start = place
                decks.drop_decks(rows[:place], rows[place:], certain=dateline.certain)
            found.append((row, dateline))
        elif not row.plain and (
            not row.prose
            or (not found and is_caption(row))
            or is_titled(row.text)
            or (not sentences and is_question(row.text))
        ):
            continue
        elif not found and (may_be_caption(rows, place) or decks.is_credited(row.text)):
            perhaps = place if perhaps is None else perhaps
            continue
        start = place if start is None else start
        sentences += 1
        if sentences >= HEAD_SENTENCES:
            break
    if not found and perhaps is not None:
        start = perhaps if start is None else min(start, perhaps)
    return (_last_resort(rows) if start is None else start), found


def _opening_of(row: Row, rows: Sequence[Row], names: frozenset[str]) -> Opening | None:
    """The dateline a line opens with; a line with none, whatever language the text around it is in, is marked."""
    asked = False

    def context() -> str:
        nonlocal asked
        asked = True
        told = (row.text[:_REACH] for row in rows if row.prose and not row.rule)
        return " ".join(itertools.islice(told, _FEW_SENTENCES))

    found = opening(row.text, names, context=context)
    row.undated = found is None and not asked
    return found


def _split_dateline(rows: Sequence[Row], names: frozenset[str]) -> tuple[int, list[tuple[Row, Opening]]] | None:
    """A dateline whose markup broke its line: "KABARBENING.COM" above "- Warga ...", a place on its own."""
    decks_seen = 0
    for place, row in enumerate(rows[: min(_HEAD_LINES, len(rows) - 1)]):
        decks_seen += row.plain
        if decks_seen > 1:
            return None
        if row.rule or row.prose or len(row.text) > _LONGEST_PREFIX:
            continue
        below = rows[place + 1]
        if below.rule or below.text.count(" ") < _FEWEST_SPACES:
            continue
        broken = below.text[0] in _MARKS and row.text[-1] != ":"
        if broken or (row.text[-1] == "," and is_place(row.text[:-1])):
            whole = opening(f"{row.text} {below.text}", names)
            if whole and len(whole.dateline.raw) > len(row.text):
                decks.drop_decks(rows[:place], rows[place + 1 :], certain=whole.certain)
                row.rule = "dateline"
                return place + 1, [(below, whole)]
        elif below.prose and row.text.isupper() and is_place(row.text) and not opening(below.text, names):
            return place + 1, [(row, Opening(Dateline(row.text, None, row.text), "", False, True, True))]
    return None


def _is_believed(rows: Sequence[Row], place: int, start: int | None, found: Opening) -> bool:
    """Whether what looks like a dateline is one: below a sentence it needs an outlet, capitals, or furniture between.

    Above a known place one short sentence may stand, a picture's or a summary.
    """
    if found.certain or found.capitals:
        return True
    if start is None:
        return not _is_shouted_caption(rows[place].text, found)
    above = rows[start:place]
    told = {row.text for row in above if row.prose and not row.rule and not is_caption(row)}
    short = len(above[0].text) < decks.LONGEST_TITLE and len(told) == 1
    # "Pontianak - pukul 04.20.", "Sambas - pukul 04.22.": a list of places is no dateline.
    listed = above[0].text[-1] == ":" or any(_opens_with_place(row) for row in rows[place + 1 : place + 3])
    titled = is_headline(above[0].text, capitals=0.5)
    return short and not listed and (found.known or titled or any(row.rule for row in above))


def _opens_with_place(row: Row) -> bool:
    found = None if row.rule else opening(row.text)
    return found is not None and found.known


def _unmask(found: list[tuple[Row, Opening]], later: Opening) -> None:
    """A word in capitals above a better dateline opened a picture's words: "PENYU - Sarang penyu di ..."."""
    if not found or not later.is_sure():
        return
    first, opened = found[0]
    # "KABARBENING.COM - Pedagang menata los. (Rina/KB)"
    shown = is_caption(first) or decks.is_credited(first.text)
    if shown or (len(first.text) < decks.LONGEST_TITLE and not opened.is_sure()):
        first.rule = "caption"
        found.clear()


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
        if rows[place].prose and not is_credit(rows[place]):
            return place
    return len(rows)


def is_header(rows: Sequence[Row]) -> bool:
    """Whether a byline or a date stands so near the first sentences that all above them was the page's header."""
    return any(
        row.rule in ("byline", "label") or (row.rule is None and not row.prose and stamps.is_date(row.text))
        for row in rows[:HEADER_LINES]
    ) and any(row.prose for row in rows[HEADER_LINES:])
