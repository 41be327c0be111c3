"""Zones: what stands before the story, between its sentences and behind its last one.

Many a line is furniture only because of where it stands: a date above the story, a name under it, a headline amid it.
Whatever a zone's rules do not know stays.
"""

from __future__ import annotations

from collections.abc import Sequence

from kalbarcrawl.text import captions, credit, stamps
from kalbarcrawl.text.initials import cut_initials
from kalbarcrawl.text.lead import HEADER_LINES
from kalbarcrawl.text.rows import Row, is_headline, may_be_caption

_AMID_A_LIST = ("pointer", "caption", "video", "ad", "junk", "title", "related")
_AMID_ANNOUNCED_LIST = ("share", "ui", "count", "views", "pagination", "follow")
_BULLETS = "-•·*–▪►"


def head(rows: Sequence[Row], *, ends: bool) -> None:
    """Rules for what stands before the story: section, headline, byline, date, picture.

    Where a dateline or a byline `ends` the head everything short is furniture but a second headline, which is the
    story's own sub-heading; elsewhere only what stands above furniture is.
    """
    last_furniture = -1
    for place, row in enumerate(rows):
        if row.rule is None:
            row.rule = _head_rule(rows, place)
        if row.rule:
            last_furniture = place
    headline_seen = any(row.rule == "title" for row in rows)
    for place, row in enumerate(rows):
        if row.rule or row.prose:
            continue
        if ends:
            headline = is_headline(row.text) and "," not in row.text
            if not (headline and headline_seen and row.text[0] not in _BULLETS):
                row.rule = "head"
            headline_seen = headline_seen or headline
        elif place < last_furniture:
            row.rule = "head"


def _head_rule(rows: Sequence[Row], place: int) -> str | None:
    row = rows[place]
    if stamps.is_date(row.text):
        return "date"
    if row.text.isdigit() and len(row.text) < 4:
        return "count"
    if stamps.is_tags(row.text):
        return "tags"
    if credit.is_label(row.text):
        return "label"
    above = rows[place - 1] if place else None
    below = rows[place + 1].text if place + 1 < len(rows) else ""
    labelled = above is not None and above.rule == "label"
    if credit.is_name(row.text, labelled=labelled) and (labelled or stamps.is_date(below)):
        row.credit = _credit(row.text, above)
        return "byline"
    if _is_name_and_date(row.text):
        row.credit = row.text
        return "byline"
    return "caption" if captions.is_caption(row.text) or (not row.prose and may_be_caption(rows, place)) else None


def _is_name_and_date(text: str) -> bool:
    """Whether a line is a name, a bar and a date: "Ani Wijaya | Senin, 12 Februari 2024 - 13:30 wib"."""
    name, bar, date = text.partition("|")
    return bool(bar) and credit.is_name(name.strip()) and stamps.is_date(date.strip())


def _credit(name: str, above: Row | None) -> str:
    """The byline a name makes with the label on the line above it."""
    return f"{above.text.strip(' :|')}: {name}" if above and above.rule == "label" else name


def interior(rows: Sequence[Row], *, dated: bool) -> None:
    """Rules for what interrupts the story: pictures, pointers to other stories and the headlines under them."""
    under = 0
    for place, row in enumerate(rows):
        if row.rule == "ui" and 0 < place < len(rows) - 1 and rows[place - 1].prose and rows[place + 1].prose:
            # "Menu", "Simpan Foto": a word of the page's and a heading of the text's, as long as sentences surround it.
            row.rule, row.known = None, False
        if row.rule in ("related", "pointer"):
            # A pointer with no headline of its own has it, or several, on the lines below.
            under = 6 if _is_header_of_links(row.text) else 0
        elif row.rule is None and under and _may_be_link(row):
            row.rule, under = "related", under - 1
        elif row.rule is None:
            under = 0
            row.rule = None if row.plain else _interior_rule(rows, place)
    if dated:
        _drop_lone_headline(rows)


def _is_header_of_links(text: str) -> bool:
    """Whether a pointer has its headlines below it: "Baca juga:" has, "Selengkapnya baca di sini" has not."""
    return len(text) < 40 and ":" not in text.rstrip(" :|") and "elengkapnya" not in text


def _may_be_link(row: Row) -> bool:
    """Whether a line below a pointer may be its link: several words, no sentence, no numbered heading."""
    return not row.prose and row.text.count(" ") >= 3 and row.text[-1] != ":" and not row.text[0].isdigit()


def _interior_rule(rows: Sequence[Row], place: int) -> str | None:
    row = rows[place]
    above = rows[place - 1] if place else None
    if above is not None and above.rule == "label" and not row.prose and len(row.text) < 60:
        row.credit = _credit(row.text, above)
        return "byline"
    if not row.prose and len(row.text) < 20 and place + 1 < len(rows) and credit.is_label(row.text):
        return "label" if credit.is_name(rows[place + 1].text, labelled=True) else None
    if place <= HEADER_LINES and _is_stamp(rows, place):
        return "date"
    if 0 < place < len(rows) - 1 and (
        captions.places_people(row.text) or (captions.is_credit(row.text) and not cut_initials(row.text)[1])
    ):
        return "caption"
    if above is not None and above.rule == "caption" and row.prose and captions.looks_posed(row.text):
        return "caption"
    # "• Headline Of Another Story" amid sentences; a list's items follow a colon.
    if (
        row.text[0] == "•"
        and place
        and rows[place - 1].text[-1] != ":"
        and is_headline(row.text, words=8, capitals=0.7)
    ):
        return "related"
    return None


def _is_stamp(rows: Sequence[Row], place: int) -> bool:
    """Whether a line is the page's own date: it tells the hour, and is no entry of a schedule."""
    text = rows[place].text
    if not stamps.is_date(text) or not stamps.has_clock(text) or (place and rows[place - 1].text.endswith(":")):
        return False
    return sum(stamps.is_date(row.text) for row in rows[max(0, place - 9) : place + 9]) == 1


def _drop_lone_headline(rows: Sequence[Row]) -> None:
    """A single headline amid the sentences of a news story is another story's: sub-headings are short, and several."""
    headings = [place for place, row in enumerate(rows) if row.rule is None and not row.prose]
    if len(headings) == 1 and headings[0] > 0 and is_headline(rows[headings[0]].text, words=8, capitals=0.75):
        rows[headings[0]].rule = "related"


def tail(rows: Sequence[Row], *, ends_open: bool) -> None:
    """Rules for what follows the last sentence: once furniture has begun, nothing but furniture comes.

    `ends_open` says that the last sentence announces more (a list, with a colon).
    """
    opened = listed = False
    for place, row in enumerate(rows):
        if row.rule is None:
            row.rule = _tail_rule(rows, place, opened=opened, listed=listed, ends_open=ends_open)
        ends_open = ends_open or (row.rule is None and row.text.endswith(":"))
        opened = opened or _closes(row, ends_open=ends_open)
        listed = listed or row.rule == "related"


def _closes(row: Row, *, ends_open: bool) -> bool:
    """Whether a line dropped behind the last sentence shows that the story is over.

    Pointers, pictures and advertisements also stand amid a list that ends the story, and where one was announced
    so do share buttons.
    """
    return bool(row.rule) and row.rule not in _AMID_A_LIST and not (ends_open and row.rule in _AMID_ANNOUNCED_LIST)


def _tail_rule(rows: Sequence[Row], place: int, *, opened: bool, listed: bool, ends_open: bool) -> str | None:
    row, text = rows[place], rows[place].text
    above = rows[place - 1] if place else None
    below = rows[place + 1] if place + 1 < len(rows) else None
    if (opened and stamps.is_date(text)) or (not ends_open and _is_stamp(rows, place)):
        return "date"
    if stamps.is_tags(text) or (stamps.is_list(text) and (opened or above)):
        return "tags"
    if stamps.is_source(text):
        return "source"
    if credit.is_label(text):
        return "label"
    name = text.strip(": ")
    labelled = above is not None and above.rule == "label"
    signs = place == 0 and not ends_open and any(row.rule for row in rows[1:3])
    if credit.is_name(name, labelled=labelled) and (labelled or (signs and (name.count(" ") < 3 or " - " in name))):
        row.credit = _credit(name, above)
        return "byline"
    if _is_name_and_date(text):
        row.credit = text
        return "byline"
    if signs and credit.is_odd_label(text):
        return "byline"
    if captions.is_credit(text):
        return "caption"
    if opened:
        return "trailing"
    if listed and (text[0] in _BULLETS or is_headline(text)):
        return "related"
    stands_between = (
        above is not None and above.rule and below is not None and (below.rule or stamps.is_date(below.text))
    )
    return "trailing" if stands_between and is_headline(text, capitals=0.1) else None
