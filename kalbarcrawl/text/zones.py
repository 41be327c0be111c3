"""Zones: what stands before the story, between its sentences and behind its last one.

Many a line is furniture only because of where it stands: a date above the story, a name under it, a headline amid it.
Whatever a zone's rules do not know stays.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from kalbarcrawl.text import captions, credit, furniture, stamps
from kalbarcrawl.text.initials import cut_initials
from kalbarcrawl.text.lead import HEADER_LINES, is_stamp
from kalbarcrawl.text.outlets import is_office
from kalbarcrawl.text.rows import Row, is_caption, is_headline, is_question, is_titled, looks_posed, may_be_caption
from kalbarcrawl.text.whitespace import first_word

_AMID_A_LIST = ("pointer", "caption", "video", "ad", "junk", "title", "related")
_AMID_ANNOUNCED_LIST = ("share", "ui", "count", "views", "pagination", "follow")
# "2", "01:05": a page's number, a video's length.
_NUMBER = re.compile(r"\d{1,3}|\d{1,2}:\d\d(?::\d\d)?")
_TIME = re.compile(r"(?i)(?:jam |pukul )?\d{1,2}[:.]\d\d(?: ?(?:wib|wita|wit))?")
# "foto Damkar Sambas": above the story, whatever a picture shows.
_PHOTO = re.compile(r"(?i:foto) [A-Z][^.!?:]{2,60}")
# "DNU": the writer, by the first letters.
_MARK = re.compile(r"[A-Z]{2,4}(?:/[A-Z]{2,4})?")
_SMALL_WORD = re.compile(r" (?:Yang|Di|Dan|Dalam|Pada|Dari|Untuk|Oleh|Saat|Ke|Dengan|Usai) ")
_SHORTEST_STRAY = 40
_LIST_LINES, _LONGEST_ITEM = 5, 40
_LONGEST_LABEL = 60
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
    # Right under a date or a byline a short line is a section's name or a picture's words.
    furnished = last_furniture >= 0 and rows[last_furniture].rule in ("date", "byline", "label", "count", "ui")
    for place, row in enumerate(rows):
        if row.rule or (row.prose and not is_question(row.text) and not _is_caption_in_capitals(row.text)):
            continue
        if ends or (row.prose and last_furniture >= 0):
            headline = not row.prose and is_headline(row.text) and "," not in row.text
            if not (headline and headline_seen and place > last_furniture and row.text[0] not in _BULLETS):
                row.rule = "head"
            headline_seen = headline_seen or headline
        elif place < last_furniture or (furnished and _is_names(row.text)):
            row.rule = "head"


def _is_names(text: str) -> bool:
    """Whether a short line has a capital on every word: somebody's name and office, a section."""
    return len(text) < _LONGEST_LABEL and all(word[0] in "(&" or not word[0].islower() for word in text.split())


def _is_caption_in_capitals(text: str) -> bool:
    """Whether a sentence in a headline's capitals is a picture's: with a comma it names a place or a person."""
    return "," in text and is_titled(text)


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
    if barred := _barred_credit(row.text):
        row.credit = barred
        return "byline"
    if stamps.is_barred(row.text):
        return "date"
    if row.prose:
        return "caption" if is_caption(row) else None
    posed = _PHOTO.fullmatch(row.text) or is_caption(row) or may_be_caption(rows, place)
    return "caption" if posed else None


def _barred_credit(text: str) -> str:
    """The byline in a line of names and dates parted by bars: "Ani Wijaya | Senin, 12 Februari 2024 | 13:30 WIB"."""
    if "|" not in text:
        return ""
    parts = [part.strip() for part in text.split("|")]
    dates = [part for part in parts if stamps.is_date(part) or _TIME.fullmatch(part)]
    names = [part for part in parts if part not in dates]
    if not (dates and names) or not all(
        credit.is_name(name) or credit.is_credit_line(name, first_word(name)) for name in names
    ):
        return ""
    return " | ".join(names)


def _credit(name: str, above: Row | None) -> str:
    """The byline a name makes with the label on the line above it."""
    return f"{above.text.strip(' :|')}: {name}" if above and above.rule == "label" else name


def give_back(rows: Sequence[Row]) -> None:
    """Keep what is a page's word and a text's: "Menu" between two sentences, a heading; "Nama" in an announced list."""
    announced = False
    for place in range(1, len(rows)):
        above, row = rows[place - 1], rows[place]
        announced = above.rule is None and (above.text[-1] == ":" or (announced and not above.prose))
        if row.rule == "byline" and above.prose and _is_heading_of_reporters(row.text) and place + 1 < len(rows):
            if rows[place + 1].prose:
                row.rule, row.known, row.credit = None, False, ""
        elif row.rule == "ui":
            below = rows[place + 1 : place + _LIST_LINES]
            between = above.prose and bool(below) and below[0].prose
            if between or (announced and any(_may_be_item(other) for other in below)):
                row.rule, row.known = None, False


def _is_heading_of_reporters(text: str) -> bool:
    """Whether what looks like a byline may be a heading: "Wartawan Turun Tangan"."""
    return ":" not in text and text.count(" ") < 4 and first_word(text) in ("wartawan", "jurnalis", "reporter")


def _may_be_item(row: Row) -> bool:
    return row.rule is None and not row.prose and len(row.text) < _LONGEST_ITEM


def interior(rows: Sequence[Row]) -> None:
    """Rules for what interrupts the story: pictures, pointers to other stories and the headlines under them."""
    under = 0
    for place, row in enumerate(rows):
        if row.rule in ("related", "pointer"):
            # A pointer with no headline of its own has it, or several, on the lines below.
            under = 6 if _is_header_of_links(row.text) else 0
            if under and place + 1 < len(rows) and rows[place + 1].prose:
                _drop_bullets_above(rows[:place])
        elif row.rule is None and under and (_may_be_link(row) or _is_numbered_link(rows, place)):
            row.rule, under = "related", under - 1
        elif row.rule is None and under and place and rows[place - 1].rule == "related" and stamps.is_date(row.text):
            row.rule = "date"
        elif row.rule is None:
            under = 0
            row.rule = None if row.plain else _interior_rule(rows, place)


def _is_header_of_links(text: str) -> bool:
    """Whether a pointer has its headlines below it: "Baca juga:" has, "Selengkapnya baca di sini" has not."""
    return len(text) < 40 and ":" not in text.rstrip(" :|") and "elengkapnya" not in text


def _may_be_link(row: Row) -> bool:
    """Whether a line below a pointer may be its link: several words, no sentence, no numbered heading."""
    return not row.prose and row.text.count(" ") >= 3 and row.text[-1] != ":" and not row.text[0].isdigit()


def _is_numbered_link(rows: Sequence[Row], place: int) -> bool:
    """Whether a numbered headline stands among others of its kind: a numbered heading has its text below it."""
    text = rows[place].text
    numbered = text[0].isdigit() and not rows[place].prose and is_headline(text.lstrip("0123456789.) "), capitals=0.7)
    around = rows[place - 1 : place + 2 : 2]
    return numbered and any(row.text[0].isdigit() for row in around)


def _drop_bullets_above(rows: Sequence[Row]) -> None:
    """Headlines with bullets above a pointer that has none below belong to it."""
    for row in reversed(rows):
        if row.rule or row.text[0] not in _BULLETS or row.text[-1] in ".!?:":
            return
        row.rule, row.prose = "related", False


def _interior_rule(rows: Sequence[Row], place: int) -> str | None:
    row = rows[place]
    above = rows[place - 1] if place else None
    if above is not None and above.rule == "label" and not row.prose and len(row.text) < 60:
        row.credit = _credit(row.text, above)
        return "byline"
    if not row.prose and len(row.text) < 20 and place + 1 < len(rows) and credit.is_label(row.text):
        return "label" if credit.is_name(rows[place + 1].text, labelled=True) else None
    if place <= HEADER_LINES and is_stamp(rows, place):
        return "date"
    if _is_headline_with_a_stop(row) and 0 < place < len(rows) - 1:
        return "caption"
    if place and place == len(rows) - 1 and captions.is_signed(row.text):
        return "caption"
    if 0 < place < len(rows) - 1 and not row.prose and _names_an_officer(row.text):
        return "caption" if rows[place - 1].prose and rows[place + 1].prose else None
    if 0 < place < len(rows) - 1 and (
        captions.places_people(row.text) or (captions.is_credit(row.text) and not cut_initials(row.text)[1])
    ):
        return "caption"
    if above is not None and above.rule == "caption" and row.prose and looks_posed(row):
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


def _names_an_officer(text: str) -> bool:
    """Whether a line is an office and its holder's name: "Ketua Kelompok Tani Sambas, Hj. Ani Wijaya"."""
    office, comma, name = text.partition(", ")
    return bool(comma) and is_office(first_word(office)) and _is_names(text) and name[0].isupper()


def _is_headline_with_a_stop(row: Row) -> bool:
    """Whether a line amid the story is a picture's words in a headline's capitals: "Tari Adat Yang Ditampilkan."."""
    return row.prose and "," not in row.text and is_titled(row.text) and bool(_SMALL_WORD.search(row.text))


def tail(rows: Sequence[Row], *, ends_open: bool, signed: bool) -> None:
    """Rules for what follows the last sentence: once furniture has begun, nothing but furniture comes.

    `ends_open` says that the last sentence announces more (a list, with a colon), `signed` that its writer's mark
    stands behind it.
    """
    opened, listed = signed and not ends_open, False
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
    if row.rule == "related" and not ends_open and furniture.opens_listing(row.text):
        return True
    return bool(row.rule) and row.rule not in _AMID_A_LIST and not (ends_open and row.rule in _AMID_ANNOUNCED_LIST)


def _tail_rule(rows: Sequence[Row], place: int, *, opened: bool, listed: bool, ends_open: bool) -> str | None:
    row, text = rows[place], rows[place].text
    above = rows[place - 1] if place else None
    below = rows[place + 1] if place + 1 < len(rows) else None
    if stamp := _stamp_rule(rows, place, opened=opened, ends_open=ends_open):
        return stamp
    if place == 0 and not ends_open and _MARK.fullmatch(text) and (below is None or below.rule):
        return "initials"
    name = text.strip(": ")
    labelled = above is not None and above.rule == "label"
    signs = place == 0 and not ends_open and any(row.rule or stamps.is_date(row.text) for row in rows[1:3])
    if credit.is_name(name, labelled=labelled) and (labelled or (signs and (name.count(" ") < 3 or " - " in name))):
        row.credit = _credit(name, above)
        return "byline"
    if barred := _barred_credit(text):
        row.credit = barred
        return "byline"
    if signs and text.isalpha() and text.istitle() and len(text) > 3 and below is not None and below.rule:
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
    return None if ends_open and above is None else _stray_headline(text, above, below)


def _stamp_rule(rows: Sequence[Row], place: int, *, opened: bool, ends_open: bool) -> str | None:
    """The rule for a line that only says when, under which tags, from which source or by whom."""
    text = rows[place].text
    if (opened or not ends_open) and stamps.is_date(text):
        return "date"
    if stamps.is_tags(text) or (stamps.is_list(text) and (opened or place)):
        return "tags"
    if stamps.is_source(text):
        return "source"
    if not ends_open and _NUMBER.fullmatch(text):
        return "count"
    return "label" if credit.is_label(text) else None


def _stray_headline(text: str, above: Row | None, below: Row | None) -> str | None:
    """Whether a headline behind the story is another's: with furniture below it, and above it too where it is short."""
    if below is None:
        return None
    if above is None:
        capitals = sum(word[0].isupper() for word in text.split())
        long = len(text) > _SHORTEST_STRAY and capitals > 5 and is_headline(text, words=7, capitals=0.75)
        return "related" if below.rule and long else None
    between = above.rule and (below.rule or stamps.is_date(below.text))
    return "trailing" if between and is_headline(text, capitals=0.1) else None
