"""The lead: where the story begins, and what of the lines above is no part of it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from kalbarcrawl.text import captions, credit, stamps
from kalbarcrawl.text.dateline import Opening, opening
from kalbarcrawl.text.language import is_indonesian
from kalbarcrawl.text.places import is_place
from kalbarcrawl.text.rows import Row, is_caption, is_headline, is_question, is_titled, is_undated, may_be_caption

# Where the first paragraph may stand: behind this many lines of head, this many of them sentences.
_HEAD_LINES, HEAD_SENTENCES = 25, 3
HEADER_LINES = 5
_MOST_SUMMARIES, _LONGEST_SUMMARY, _FEWEST_SENTENCES = 2, 400, 3
_LONGEST_TITLE, _LONGEST_HEADER = 150, 12
_ENDS_OF_SENTENCES = ".!?…\"”’'*)]"
# A title's words of four letters and more, and how many of them the first sentences say again.
_WORD = re.compile(r"[^\W\d_]{4,}")
_TOLD, _FORETOLD = 6, 0.6
# "... itu. (Bening TV/ Rina)", above a dateline
_CREDIT_BEHIND = re.compile(r"[(\[][^()\[\]\d]{2,40}/\s?[^()\[\]\d]{2,40}[)\]]$")
# "(SP/Rina)", "Foto: Antara/Budi"; the slashes of "(2/5/2025)" are a date's.
_CREDITED = re.compile(r"[^\W\d]/[^\W\d]")


def first_paragraph(rows: Sequence[Row], names: Sequence[str]) -> tuple[int, list[tuple[Row, Opening]]]:
    """Where the story begins, and the datelines it opens with: the first sentence, or a later one with an outlet.

    A text of several pages, or a dateline on a line of its own, repeats it within the next sentences.
    """
    start, perhaps, sentences, found = None, None, 0, list[tuple[Row, Opening]]()
    _drop_summary(rows)
    _drop_long_title(rows)

    asked = False

    def context() -> str:
        nonlocal asked
        asked = True
        return " ".join(row.text[:200] for row in rows[:_HEAD_LINES:2] if row.prose)

    for place, row in enumerate(rows[:_HEAD_LINES]):
        if row.rule:
            continue
        asked = False
        dateline = None if is_undated(row) else opening(row.text, names, context=context)
        row.undated = row.undated or (dateline is None and not asked)
        if dateline and dateline.text and not (row.prose or dateline.certain or dateline.known):
            continue  # "Market - Ani Wijaya, Bening Indonesia": a section and a writer
        if dateline and _is_believed(rows, place, start, dateline):
            _unmask(found, dateline)
            if not found:
                _drop_decks(rows[:place], certain=dateline.certain)
                start = place
            found.append((row, dateline))
        elif not row.plain and (
            not row.prose
            or (not found and is_caption(row))
            or is_titled(row.text)
            or (not sentences and is_question(row.text))
        ):
            continue
        elif not found and may_be_caption(rows, place):
            perhaps = place if perhaps is None else perhaps
            continue
        start = place if start is None else start
        sentences += 1
        if sentences >= HEAD_SENTENCES:
            break
    if not found and perhaps is not None:
        start = perhaps if start is None else min(start, perhaps)
    return (_last_resort(rows) if start is None else start), found


def _is_believed(rows: Sequence[Row], place: int, start: int | None, found: Opening) -> bool:
    """Whether what looks like a dateline is one: below a sentence it needs an outlet, capitals, or furniture between.

    Above a known place one short sentence may stand, a picture's or a summary.
    """
    if found.certain or found.capitals:
        return True
    if start is None:
        return not _is_shouted_caption(rows[place].text, found)
    above = rows[start:place]
    short = len(above[0].text) < _LONGEST_TITLE and sum(row.prose and not row.rule for row in above) == 1
    # "Pontianak - pukul 04.20.", "Sambas - pukul 04.22.": a list of places is no dateline.
    listed = above[0].text[-1] == ":" or any(_opens_with_place(row) for row in rows[place + 1 : place + 3])
    return short and not listed and (found.known or any(row.rule for row in above))


def _opens_with_place(row: Row) -> bool:
    found = None if row.rule else opening(row.text)
    return found is not None and found.known


def _unmask(found: list[tuple[Row, Opening]], later: Opening) -> None:
    """A word in capitals above a better dateline opened a picture's words: "PENYU - Sarang penyu di ..."."""
    if not found or len(found[0][0].text) >= _LONGEST_TITLE:
        return
    if (later.certain or later.known) and not (found[0][1].certain or found[0][1].known):
        found[0][0].rule = "caption"
        found.clear()


def _drop_summary(rows: Sequence[Row]) -> None:
    """Sentences above the page's own stamp, one or two of them, are a summary or a caption, or the title.

    The stamp is the page's where it tells the hour or stands under a name, and where a story follows it.
    """
    above: list[Row] = []
    for place, row in enumerate(rows[:_LONGEST_HEADER]):
        if row.rule:
            continue
        if row.prose:
            above.append(row)
            if len(above) > _MOST_SUMMARIES:
                return
        elif above and _is_pages_stamp(rows, place):
            break
    else:
        return
    if sum(row.prose for row in rows[place:]) < _FEWEST_SENTENCES:
        return
    if all(len(row.text) < _LONGEST_SUMMARY and not opening(row.text) for row in above):
        for row in above:
            row.rule = "head"


def _drop_long_title(rows: Sequence[Row]) -> None:
    """A first line as long as a sentence, but with no full stop, is the title where a date or a count is under it."""
    if len(rows) < _FEWEST_SENTENCES or rows[0].rule or not rows[0].prose or len(rows[0].text) > _LONGEST_TITLE:
        return
    below = rows[1]
    if rows[0].text[-1] not in _ENDS_OF_SENTENCES and (below.rule in ("count", "date") or stamps.is_date(below.text)):
        rows[0].rule = "title"


def _is_pages_stamp(rows: Sequence[Row], place: int) -> bool:
    text = rows[place].text
    if is_stamp(rows, place):
        return True
    return bool(place) and stamps.is_date(text) and credit.is_name(rows[place - 1].text)


def is_stamp(rows: Sequence[Row], place: int) -> bool:
    """Whether a line is the page's own date: it tells the hour, and is no entry of a schedule."""
    text = rows[place].text
    if not stamps.is_date(text) or not stamps.has_clock(text) or (place and rows[place - 1].text.endswith(":")):
        return False
    return sum(stamps.is_date(row.text) for row in rows[max(0, place - 9) : place + 9]) == 1


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
        if may_be_caption(rows, place) or _CREDIT_BEHIND.search(row.text[-80:]):
            row.rule = "caption"
        elif is_titled(row.text) or ((certain or len(decks) == 1) and _may_be_summary(row.text)):
            row.rule = "head"
        elif len(row.text) < _LONGEST_TITLE and row.text[-1] not in _ENDS_OF_SENTENCES:
            row.rule = "head"  # a title in small letters


def _may_be_summary(text: str) -> bool:
    """Whether a sentence is short enough for what stands between a title and a dateline."""
    return len(text) < 90 or (len(text) < _LONGEST_SUMMARY and is_indonesian(text))


def is_header(rows: Sequence[Row]) -> bool:
    """Whether a byline or a date stands so near the first sentences that all above them was the page's header."""
    return any(
        row.rule in ("byline", "label") or (row.rule is None and not row.prose and stamps.is_date(row.text))
        for row in rows[:HEADER_LINES]
    ) and any(row.prose for row in rows[HEADER_LINES:])


def drop_title(head: Sequence[Row], body: Sequence[Row]) -> None:
    """A headline above the story whose words the story's first sentences say again is its title."""
    told: set[str] | None = None
    for row in head:
        if row.rule is None and not row.prose and is_headline(row.text, capitals=0.5):
            words = _long_words(row.text)
            if told is None:
                told = _long_words(" ".join(other.text for other in [one for one in body if one.prose][:_TOLD]))
            if len(words & told) >= _FORETOLD * len(words) > 0 and not row.text[-4:].isdigit():
                row.rule = "title"


def _long_words(text: str) -> set[str]:
    return set(_WORD.findall(text.casefold()))
