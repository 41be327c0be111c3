"""The article and nothing but the article: lines of furniture out, dateline, byline and initials into fields."""

from __future__ import annotations

import itertools
import re
import string
from collections.abc import Iterable, Sequence
from functools import lru_cache
from typing import NamedTuple

from kalbarcrawl.text import (
    captions,
    credit,
    decks,
    furniture,
    initials,
    lead,
    notices,
    repeats,
    stamps,
    teasers,
    zones,
)
from kalbarcrawl.text.byline import people
from kalbarcrawl.text.dateline import Dateline, known_names
from kalbarcrawl.text.newsrooms import agency_of
from kalbarcrawl.text.prefix import REACH
from kalbarcrawl.text.rows import ELLIPSES, Row, is_caption, is_plain, is_prose, is_undated
from kalbarcrawl.text.tail import drop_tail, end_of_story
from kalbarcrawl.text.whitespace import first_word, fold, is_same, sameness

# A pass over clean text changes nothing; each pass over other text takes something away. Two are usual, and the last
# one of them only looks.
_MAX_PASSES = 12
_LONGEST_TITLE = 300
# A line that begins with one of these is the title only where that begins so too.
_LETTERS = frozenset(string.ascii_letters + string.digits)
_SHORT = 80
_LONGEST_LETTERS, _LONGEST_LEFT = 4, 60
_FEWEST_LINES = 3  # in a text with another story's headline at its end, or a word to the reader
_FULL_STOPS = '.!?"”)'


class Cleaned(NamedTuple):
    """An article's own lines, and what was taken off them.

    `dropped` holds every line left out with the name of the rule that did it, in the order of the text.
    """

    lines: tuple[str, ...]
    dropped: tuple[tuple[str, str], ...] = ()
    dateline: Dateline | None = None
    authors: tuple[str, ...] = ()
    editors: tuple[str, ...] = ()
    agency: str | None = None
    initials: str | None = None


def clean(lines: Sequence[str], *, title: str = "", names: Sequence[str] = (), patterns: Sequence[str] = ()) -> Cleaned:
    """The article's own lines out of a page's: furniture dropped, dateline and initials cut off, people named.

    `lines` are a page's blocks of text in reading order; `title` is the page's headline, whose repetitions go;
    `names` are the publisher's own names as they open a story; `patterns` are regular expressions for whole lines
    of furniture only this publisher has. Kept lines come back as they were given; blank ones are no lines.
    Cleaning what was cleaned changes nothing. Raises re.error for a pattern that does not parse.
    """
    rows = given = [Row(line, line, text) for line in lines if (text := fold(line))]
    own, key = _compiled(tuple(patterns)) if patterns else (), sameness(title) if title else ""
    known = known_names(tuple(names)) if names else frozenset[str]()
    marks: list[str] = []
    dateline: Dateline | None = None
    for _ in range(_MAX_PASSES):
        for row in rows:
            if not row.known:
                _judge(row, key, own)
        found, mark = _pass(rows, known)
        left = [row for row in rows if row.rule is None]
        if not (found or mark or len(left) < len(rows)):
            break
        dateline, rows = dateline or found, left
        marks += [mark] if mark else []
    return _cleaned(rows, [row for row in given if row.rule] if len(rows) < len(given) else (), dateline, marks)


@lru_cache(maxsize=512)
def _compiled(patterns: tuple[str, ...]) -> tuple[re.Pattern[str], ...]:
    return tuple(re.compile(pattern, re.IGNORECASE) for pattern in patterns)


def _is_own(text: str, own: Iterable[re.Pattern[str]]) -> bool:
    for pattern in own:  # noqa: SIM110  a loop is quicker than a generator
        if pattern.fullmatch(text):
            return True
    return False


def _judge(row: Row, title: str, own: tuple[re.Pattern[str], ...]) -> None:
    """Try the rules that need no neighbours on a line, once for every text it has."""
    text, row.known = row.text, True
    if own and _is_own(text, own):
        row.rule, row.prose, row.plain = "publisher", False, False
    elif title and (text[0].lower() == title[0] or text[0] not in _LETTERS) and _is_title(text, title):
        row.rule, row.prose, row.plain = "title", False, False
    else:
        judged = _judged_before if len(text) <= _SHORT else _judged
        row.rule, row.prose, row.plain, row.caption = judged(text)
        if row.rule == "byline":
            row.credit = text


def _is_title(text: str, title: str) -> bool:
    return len(text) < _LONGEST_TITLE and is_same(text, title)


def _judged(text: str) -> tuple[str | None, bool, bool, bool | None]:
    """The rule that takes a line out for its own words, or whether it is prose, plain and a picture's."""
    if len(text) <= _SHORT:
        rule = _rule_of_short(text)
    else:
        word = first_word(text)
        rule = notices.kind(text, word)
        if rule is None and word in credit.FIRST_WORDS and credit.is_credit_line(text, word):
            rule = "byline"
    if rule:
        return rule, False, False, None
    prose, caption = is_prose(text), captions.is_caption(text)
    return None, prose, prose and not caption and is_plain(text), caption


# Short lines are furniture mostly, and a site's furniture repeats on each of its pages.
_judged_before = lru_cache(maxsize=4096)(_judged)


def _rule_of_short(text: str) -> str | None:
    """The rule for a line of up to `_SHORT` characters, which may also be a label, a count and words of the page."""
    if initials.stands_alone(text):
        return "initials"
    word = first_word(text)
    if kind := furniture.by_words(text) or notices.kind(text, word):
        return kind
    if credit.is_credit_line(text, word):
        return "byline"
    if captions.is_label(text):
        return "label"
    if word and text[-1] in ":：":
        if credit.is_label(text):
            return "label"
        if stamps.is_date_label(text):
            return "date"
    if word in ("tag", "tags") and stamps.is_tags(text):
        return "tags"
    return "count" if not text.isdigit() and stamps.is_count(text) else None


def _pass(rows: list[Row], names: frozenset[str]) -> tuple[Dateline | None, str]:
    """Mark every line that has to go, cut dateline and initials off their lines, and return the two."""
    if _is_nothing_but_story(rows):
        return None, _cut_marks(rows[-1:])
    rules = {row.rule for row in rows}
    repeated = repeats.drop_repeated(rows)
    if "byline" in rules:
        zones.keep_facts(rows)
    if "label" in rules:
        _drop_labelled_captions(rows)
    _drop_credited_captions(rows)
    if "related" in rules or "pagination" in rules:
        teasers.drop_listed(rows)
    teasers.drop_unlisted(rows, names)
    start, openings = lead.first_paragraph(rows, names)
    body = rows[start:]
    if start:
        zones.head(rows[:start], ends=bool(openings) or lead.is_header(body), told=bool(body))
        decks.drop_title(rows[:start], body)
    end = end_of_story(body)
    if "ui" in rules or "byline" in rules:
        zones.give_back(body)
    zones.interior(body[:end])
    if end < len(body) and (end or start):
        drop_tail(body[end:], body[end - 1].text if end else "")
    if repeated:
        repeats.drop_again(rows)
    for row, found in openings:
        _cut(row, found.text, "dateline")
    return (openings[0][1].dateline if openings else None), _cut_marks(body[:end])


def _is_nothing_but_story(rows: Sequence[Row]) -> bool:
    """Whether a text is sentences only, none of them twice: what stands where can tell nothing of such a one."""
    for row in rows:
        if not row.plain or (row.text[-1] in ")]" and row is not rows[-1]):
            return False  # a writer's mark may end the story there
    return (
        all(map(is_undated, rows[: lead.HEAD_SENTENCES]))
        and not repeats.may_repeat(rows)
        and not (rows and rows[-1].text.endswith(ELLIPSES))
        and (len(rows) < _FEWEST_LINES or _ends_as_a_story(rows[-1].text))
    )


def _ends_as_a_story(text: str) -> bool:
    return text[-1] in _FULL_STOPS and not furniture.may_address_reader(text)


def _cut_marks(body: Sequence[Row]) -> str:
    """Cut initials off the last sentence, and off any other where a page holds several stories; return the last."""
    mark, last = "", len(body) - 1
    for place, row in enumerate(body):
        if place != last and row.text[-1] not in ")]":
            continue
        if row.prose and not row.unmarked and row.rule is None:
            text, found = initials.cut_initials(row.text)
            row.unmarked = not found
            if found and (place == last or body[place + 1].rule or initials.is_plain(found)):
                _cut(row, text, "initials")
                mark = found
    return mark


def _cut(row: Row, text: str, rule: str) -> None:
    """Leave only `text` of a line, and drop the line where nothing is left."""
    if text:
        row.cut_to(text)
        # What is left of a short line may be a dateline and nothing else.
        row.undated = len(text) > _LONGEST_LEFT if rule == "dateline" else row.undated and len(text) > REACH
    else:
        row.rule = rule


def _drop_labelled_captions(rows: Sequence[Row]) -> None:
    """The line below "Keterangan Foto:" is the picture's."""
    for label, row in itertools.pairwise(rows):
        if label.rule == "label" and captions.is_label(label.text) and row.rule is None:
            row.rule, row.prose = "caption", False


def _drop_credited_captions(rows: Sequence[Row]) -> None:
    """A short line above a credit in brackets of its own, "(Foto: Ani)", is what the picture shows."""
    for above, row in itertools.pairwise(rows):
        if row.text[0] in "([" and above.rule is None and not above.prose and row.text[-1] in ")]" and is_caption(row):
            above.rule = "caption"


def _cleaned(rows: Iterable[Row], dropped: Sequence[Row], dateline: Dateline | None, marks: list[str]) -> Cleaned:
    """The answer: what was kept, what was dropped, and what the dropped lines say of people."""
    lines, gone, credited = tuple([row.kept for row in rows]), [], []
    for row in dropped:
        gone.append((row.given, row.rule or ""))
        if row.credit:
            credited.append(row.credit)
        elif row.rule == "initials":
            marks.append(row.text)
    if not (credited or marks):
        return Cleaned(lines, tuple(gone), dateline)
    bylines = [people(credit.strip("()[]")) for credit in (*credited, *filter(_is_credit, marks))]
    letters = [mark.lstrip("*").strip("()[]. ") for mark in marks if not _is_credit(mark)]
    agency = next(filter(None, [*(byline.agency for byline in bylines), *map(_agency, letters)]), None)
    return Cleaned(
        lines=lines,
        dropped=tuple(gone),
        dateline=dateline,
        authors=tuple(dict.fromkeys([name for byline in bylines for name in byline.authors])),
        editors=tuple(dict.fromkeys([name for byline in bylines for name in byline.editors])),
        agency=agency,
        initials=next((mark for mark in letters if any(map(str.isalpha, mark)) and not _agency(mark)), None),
    )


def _agency(mark: str) -> str | None:
    """The agency a mark names, "(ANTARA)"; few letters may be a writer's, "(ANI)"."""
    return agency_of(mark) if len(mark) > _LONGEST_LETTERS or mark == "AFP" else None


def _is_credit(mark: str) -> bool:
    """Whether a mark cut off a line's end is a credit in words: "Editor: Ade", "— Bernama"."""
    return (":" in mark and "://" not in mark) or mark[0] in "—–-"
