"""Zones: what stands before the story and between its sentences; what stands behind its last one is the tail.

Many a line is furniture only because of where it stands: a date above the story, a name under it, a headline amid it.
Whatever a zone's rules do not know stays.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from kalbarcrawl.text import captions, credit, stamps
from kalbarcrawl.text.decks import is_stamp
from kalbarcrawl.text.initials import cut_initials
from kalbarcrawl.text.lead import HEADER_LINES
from kalbarcrawl.text.outlets import is_office
from kalbarcrawl.text.rows import (
    BULLETS,
    ENDS,
    Row,
    in_small_letters,
    is_caption,
    is_credit,
    is_headline,
    is_question,
    label_above,
    may_be_caption,
)
from kalbarcrawl.text.whitespace import first_word

# Behind these the story goes on, whatever was pointed to above.
_OF_THE_PAGE = ("pagination", "notice", "follow")
# "foto Damkar Sambas": above the story, whatever a picture shows.
_PHOTO = re.compile(r"(?i:foto) [A-Z][^.!?:]{2,60}")
# "Pupils choose books. – RINA SARI"
_SHOUTED_CREDIT = re.compile(r"[.!] [–—-] [A-Z]{3,}(?: [A-Z]{2,}){1,3}$")
# "Penulis: Ani Wijaya", "Penerbit : Bening", "Tebal: 212 halaman"
_FACT = re.compile(r"[A-Z][\w ]{2,24}\s?: ?\S")
_OF_A_WORK = re.compile(r"(?i)(?:penerbit|tebal|cetakan|isbn|(?:jumlah )?halaman|sutradara|pemain|durasi|produser)\s?:")
_FEWEST_FACTS, _LONGEST_FACT = 3, 28
_LIST_LINES, _LONGEST_ITEM = 5, 40
_FEWEST_VERSES = 3
_LONGEST_LABEL = 60
_FIGURE = re.compile(r"\w: |^\d+\. |\d[.:]\d")


def head(rows: Sequence[Row], *, ends: bool, told: bool) -> None:
    """Rules for what stands before the story: section, headline, byline, date, picture.

    Where a dateline or a byline `ends` the head everything short is furniture but a second headline, which is the
    story's own sub-heading; elsewhere only what stands above furniture is, and nothing where no story is `told`.
    """
    last_furniture = -1
    for place, row in enumerate(rows):
        if row.rule is None:
            row.rule = _head_rule(rows, place)
        if row.rule:
            last_furniture = place
    verse = _verse(rows)
    headline_seen = any(row.rule == "title" for row in rows)
    # Right under a date or a byline a short line is a section's name or a picture's words.
    furnished = last_furniture >= 0 and rows[last_furniture].rule in ("date", "byline", "label", "count", "ui")
    for place, row in enumerate(rows):
        if row.rule or place in verse or (row.prose and not is_question(row.text)):
            continue
        if ends or (row.prose and last_furniture >= 0):
            headline = not row.prose and is_headline(row.text) and "," not in row.text
            if not (headline and headline_seen and place > last_furniture and row.text[0] not in BULLETS):
                row.rule = "head"
            headline_seen = headline_seen or headline
        elif (place < last_furniture and told) or (furnished and _is_names(row.text)):
            row.rule = "head"


def _verse(rows: Sequence[Row]) -> range:
    """Where a poem stands: its lines, its title and what is written under it; one line of it is none."""
    small = [row.rule is None and not row.prose and _may_be_verse(row.text) for row in rows]
    if True not in small:
        return range(0)
    amid = [0 < place < len(rows) - 1 and all(small[place - 1 : place + 2]) for place in range(len(rows))]
    verses = [place for place in range(len(rows)) if small[place] and (amid[place] or _is_near_verse(rows, place))]
    if not verses:
        return range(0)
    if len(verses) < _FEWEST_VERSES and not any(amid):
        return range(verses[0], verses[-1] + 1)
    return range(max(0, verses[0] - 1), verses[-1] + 3)


def _may_be_verse(text: str) -> bool:
    """Whether a line is one of several small words, or the number of a verse, "1/"."""
    return text[:-1].isdigit() or (text.count(" ") > 1 and in_small_letters(text))


def _is_near_verse(rows: Sequence[Row], place: int) -> bool:
    """Whether the line above or below begins with a small letter, as the lines of a poem do."""
    near = [rows[other] for other in (place - 1, place + 1) if 0 <= other < len(rows)]
    return any(row.rule is None and row.text[0].islower() and " " in row.text for row in near)


def _is_names(text: str) -> bool:
    """Whether a short line has a capital on every word: somebody's name and office, a section."""
    if len(text) > _LONGEST_LABEL or _FIGURE.search(text):
        return False  # "Imsak: 04.18 WIB", "Perdana Menteri: Ani": a list's
    return all(word[0] in "(&" or not word[0].islower() for word in text.split())


def _head_rule(rows: Sequence[Row], place: int) -> str | None:
    row = rows[place]
    if stamps.is_date(row.text):
        return "date"
    if row.text.isdigit() and len(row.text) < 4:
        return "count"
    if stamps.is_tags(row.text):
        return "tags"
    if row.text.count(" | ") > 2 and not row.prose:
        return "breadcrumb"
    if credit.is_label(row.text):
        return "label"
    label = label_above(rows, place)
    named = label or (place + 1 < len(rows) and stamps.is_date(rows[place + 1].text))
    if named and credit.is_name(row.text, labelled=bool(label)):
        row.credit = credit.under(label, row.text)
        return "byline"
    if barred := credit.barred(row.text):
        row.credit = barred
        return "byline"
    if stamps.is_barred(row.text):
        return "date"
    if row.prose:
        return "caption" if is_caption(row) else None
    if _PHOTO.fullmatch(row.text) or is_caption(row):
        return "caption"
    posed = may_be_caption(rows, place) and (row.prose or not is_headline(row.text, words=2))
    return "caption" if posed else None


def keep_facts(rows: Sequence[Row]) -> None:
    """Keep what a review says of a book or a film, "Penulis: Ani", "Penerbit: Bening": no credit of the story's."""
    last = -1
    for place, row in enumerate(rows):
        if row.rule != "byline" or place <= last:
            continue
        first = last = place
        while first and _is_fact(rows[first - 1]):
            first -= 1
        while last + 1 < len(rows) and _is_fact(rows[last + 1]):
            last += 1
        facts = rows[first : last + 1]
        if len(facts) >= _FEWEST_FACTS and any(_OF_A_WORK.match(fact.text) for fact in facts):
            for fact in facts:
                fact.rule, fact.prose, fact.plain, fact.credit = None, True, True, ""
                fact.known = False  # another look: a fact among them may yet go


def _is_fact(row: Row) -> bool:
    return (
        row.rule in (None, "byline")
        and not row.prose
        and ":" in row.text[:_LONGEST_FACT]
        and _FACT.match(row.text) is not None
    )


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
        if row.plain and not under and row.rule is None:
            continue
        if row.rule in ("related", "pointer"):
            # A pointer with no headline of its own has it, or several, on the lines below.
            under = 6 if _is_header_of_links(row.text) else 0
        elif row.rule is None and under and (_may_be_link(row) or _is_numbered_link(rows, place)):
            row.rule, under = "related", under - 1
        elif row.rule is None and under and place and rows[place - 1].rule == "related" and stamps.is_date(row.text):
            row.rule = "date"
        elif row.rule in _OF_THE_PAGE:
            under = 0
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


def _interior_rule(rows: Sequence[Row], place: int) -> str | None:
    row = rows[place]
    above = rows[place - 1] if place else None
    if place and is_caption(row) and captions.describes(row.text):
        return "caption"
    if 0 < place < len(rows) - 1 and captions.opens_scene(row.text):
        return "caption"
    if (label := label_above(rows, place)) and not row.prose and len(row.text) < 60:
        row.credit = credit.under(label, row.text)
        return "byline"
    if not row.prose and len(row.text) < 20 and place + 1 < len(rows) and credit.is_label(row.text):
        return "label" if credit.is_name(rows[place + 1].text, labelled=True) else None
    if (place <= HEADER_LINES and is_stamp(rows, place)) or (place and stamps.is_labelled_date(row.text)):
        return "date"
    if place and place == len(rows) - 1 and captions.is_signed(row.text):
        return "caption"
    if 0 < place < len(rows) - 1 and not row.prose and _names_an_officer(row.text):
        return "caption" if rows[place - 1].prose and rows[place + 1].prose else None
    if 0 < place < len(rows) - 1 and (
        _SHOUTED_CREDIT.search(row.text, max(0, len(row.text) - 40))
        or (is_credit(row) and not cut_initials(row.text)[1])
    ):
        return "caption"
    if above is not None and above.rule == "caption" and row.prose and captions.looks_posed(row.text):
        return "caption"
    return "related" if row.text[0] in "•-" and _is_linked_headline(rows, place) else None


def _is_linked_headline(rows: Sequence[Row], place: int) -> bool:
    """Whether a line is "• Headline Of Another Story", below a sentence or another such; a list follows a colon."""
    if not is_headline(rows[place].text, words=8, capitals=0.7):
        return False
    while place and rows[place].text[0] in BULLETS:
        place -= 1
    return rows[place].prose and rows[place].text[-1] in ENDS


def _names_an_officer(text: str) -> bool:
    """Whether a line is an office and its holder's name: "Ketua Kelompok Tani Sambas, Hj. Ani Wijaya"."""
    office, comma, name = text.partition(", ")
    return bool(comma) and is_office(first_word(office)) and _is_names(text) and name[0].isupper()
