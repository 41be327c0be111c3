"""The article and nothing but the article: lines of furniture out, dateline, byline and initials into fields."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache

from kalbarcrawl.text import captions, credits, furniture, initials
from kalbarcrawl.text.byline import people
from kalbarcrawl.text.dateline import Dateline, Opening, opening
from kalbarcrawl.text.whitespace import fold, sameness


@dataclass(frozen=True)
class Cleaned:
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


@dataclass(slots=True)
class _Row:
    """One line on its way: as given, folded, and the rule that takes it out, if any."""

    index: int
    raw: str
    text: str
    rule: str | None = None
    prose: bool = False


@dataclass(slots=True)
class _Findings:
    dateline: Dateline | None = None
    authors: list[str] | None = None
    editors: list[str] | None = None
    agency: str | None = None
    initials: str | None = None


# A pass over clean text changes nothing; each pass over other text takes something away. Two or three are usual.
_MAX_PASSES = 12
_SENTENCE_END = (".", "!", "?", "…", '"', "”", "’", "'")
# Where the first paragraph may stand: behind this many lines of head, this many of them sentences.
_HEAD_LINES, _HEAD_SENTENCES = 25, 3


def clean(
    lines: Sequence[str], *, title: str = "", names: Sequence[str] = (), patterns: Sequence[str] = ()
) -> Cleaned:
    """The article's own lines out of a page's: furniture dropped, dateline and initials cut off, people named.

    `lines` are a page's blocks of text in reading order; `title` is the page's headline, whose repetitions go;
    `names` are the publisher's own names as they open a story; `patterns` are regular expressions for whole lines
    of furniture only this publisher has. Kept lines come back as they were given; blank ones are no lines.
    """
    rows = [_Row(index, line, text) for index, line in enumerate(lines) if (text := fold(line))]
    findings = _Findings(authors=[], editors=[])
    dropped: list[_Row] = []
    own = _compiled(tuple(patterns))
    for _ in range(_MAX_PASSES):
        kept, changed = _pass(rows, sameness(title), names, own, findings)
        dropped += [row for row in rows if row.rule]
        rows = kept
        if not changed:
            break
    dropped.sort(key=lambda row: row.index)
    return Cleaned(
        lines=tuple(row.raw for row in rows),
        dropped=tuple((row.raw, row.rule or "") for row in dropped),
        dateline=findings.dateline,
        authors=tuple(findings.authors or ()),
        editors=tuple(findings.editors or ()),
        agency=findings.agency,
        initials=findings.initials,
    )


@lru_cache(maxsize=512)
def _compiled(patterns: tuple[str, ...]) -> tuple[re.Pattern[str], ...]:
    return tuple(re.compile(pattern, re.IGNORECASE) for pattern in patterns)


def _pass(
    rows: list[_Row], title: str, names: Sequence[str], own: tuple[re.Pattern[str], ...], findings: _Findings
) -> tuple[list[_Row], bool]:
    for row in rows:
        row.rule = _rule_of(row.text, title, own, findings)
        row.prose = row.rule is None and _is_prose(row.text)
    _drop_teasers(rows)
    start, found = _first_paragraph(rows, names)
    _head(rows[:start], found, findings)
    body = rows[start:]
    last = max((place for place, row in enumerate(body) if row.prose and not row.rule), default=-1)
    _interior(body[: last + 1])
    if last >= 0 or start:
        _tail(body[last + 1 :], findings)
    changed = False
    if found and start < len(rows):
        changed = True
        findings.dateline = findings.dateline or found.dateline
        _replace(rows[start], found.text)
        if not found.text:
            rows[start].rule = "dateline"
    if last >= 0:
        text, mark = initials.cut_initials(body[last].text)
        if mark:
            changed = True
            _credit_mark(mark, findings)
            _replace(body[last], text)
    kept = [row for row in rows if not row.rule]
    return kept, changed or len(kept) < len(rows)


def _replace(row: _Row, text: str) -> None:
    row.text = text
    row.raw = text


def _credit_mark(mark: str, findings: _Findings) -> None:
    if ":" in mark:
        _note(mark, findings)
    elif findings.initials is None and any(letter.isalnum() for letter in mark):
        findings.initials = mark.strip("()[] ")


def _note(text: str, findings: _Findings) -> None:
    """Remember whom a line of credits names."""
    byline = people(text)
    for known, new in ((findings.authors, byline.authors), (findings.editors, byline.editors)):
        if known is not None:
            known += [name for name in new if name not in known]
    findings.agency = findings.agency or byline.agency


def _rule_of(text: str, title: str, own: tuple[re.Pattern[str], ...], findings: _Findings) -> str | None:
    """The rule that takes a line out wherever it stands; None where its place must decide."""
    if own and any(pattern.fullmatch(text) for pattern in own):
        return "publisher"
    if title and len(text) < 300 and sameness(text) == title:
        return "title"
    if initials.stands_alone(text):
        if findings.initials is None and any(letter.isalpha() for letter in text):
            findings.initials = text.strip("()[]*. ")
        return "initials"
    if kind := furniture.by_words(text) or furniture.by_pattern(text):
        return kind
    if credits.credit_line(text):
        _note(text, findings)
        return "byline"
    return "video" if furniture.is_video_line(text) else None


def _is_prose(text: str) -> bool:
    """Whether a line reads as a sentence: it ends as one, or it is too long for anything else."""
    return len(text) >= 110 or (text.endswith(_SENTENCE_END) and text.count(" ") >= 2)


def _drop_teasers(rows: list[_Row]) -> None:
    """Teasers of other stories: behind a header such as "Recent Posts", what breaks off or opens with a dateline."""
    header = None
    for row in rows:
        if row.rule == "related":
            header = row
        elif header and row.prose and row.text.endswith(("…", "...")):
            row.rule, row.prose = "related", False


def _first_paragraph(rows: list[_Row], names: Sequence[str]) -> tuple[int, Opening | None]:
    """Where the story begins, and its dateline: the first sentence, or a later one that opens with an outlet."""
    first, sentences = None, 0
    for place, row in enumerate(rows[:_HEAD_LINES]):
        if row.rule:
            continue
        found = opening(row.text, names)
        if found and (found.certain or first is None):
            return place, found
        if row.prose and not _is_caption(rows, place):
            first = place if first is None else first
            sentences += 1
            if sentences >= _HEAD_SENTENCES:
                break
    if first is None:
        first = next((place for place, row in enumerate(rows) if row.prose and not _is_caption(rows, place)), len(rows))
    return first, None


def _is_caption(rows: list[_Row], place: int) -> bool:
    """Whether a line before the story is a picture's: by its own words, or because a credit stands above it."""
    text = rows[place].text
    if captions.is_credit(text) or captions.looks_posed(text):
        return True
    return place > 0 and len(text) < 350 and captions.is_credit(rows[place - 1].text) and len(rows[place - 1].text) < 60


def _head(rows: list[_Row], found: Opening | None, findings: _Findings) -> None:
    """What stands before the story: section, headline, byline, date, picture."""
    evidence = -1
    for place, row in enumerate(rows):
        if row.rule is None:
            row.rule = _head_rule(rows, place, findings)
        if row.rule:
            evidence = place
    headline = any(row.rule == "title" for row in rows)
    for place, row in enumerate(rows):
        if row.rule is not None or (row.prose and not _is_caption(rows, place)):
            continue
        if found:
            is_headline = _is_headline(row.text)
            if not (is_headline and headline):
                row.rule = "head"
            headline = headline or is_headline
        elif place < evidence:
            row.rule = "head"


def _head_rule(rows: list[_Row], place: int, findings: _Findings) -> str | None:
    text = rows[place].text
    if furniture.is_date_line(text):
        return "date"
    if furniture.is_tag_line(text):
        return "tags"
    if credits.is_label(text):
        return "label"
    if _is_caption(rows, place):
        return "caption"
    before = rows[place - 1] if place else None
    after = rows[place + 1].text if place + 1 < len(rows) else ""
    if credits.is_name(text) and ((before and before.rule == "label") or furniture.is_date_line(after)):
        _note(f"{before.text.strip(' :')}: {text}" if before and before.rule == "label" else text, findings)
        return "byline"
    return None


def _is_headline(text: str) -> bool:
    """Whether a line has a headline's shape: several words, most of them capitalised, no full stop."""
    words = text.split()
    if not 4 <= len(words) <= 22 or text.endswith((".", ":", ",", ";")):
        return False
    return sum(not word[0].islower() for word in words) >= 0.6 * len(words)


def _interior(rows: list[_Row]) -> None:
    """What interrupts the story: pictures, pointers to other stories and the headlines under them."""
    under = 0
    for place, row in enumerate(rows):
        if row.rule in ("related", "pointer"):
            under = 6 if len(row.text) < 40 and ":" not in row.text.rstrip(": ") else 0
        elif row.rule is None and not row.prose and under and row.text.count(" ") >= 3 and not row.text.endswith(":"):
            row.rule, under = "related", under - 1
        elif row.rule is None:
            under = 0
            if captions.is_credit(row.text) and place + 1 < len(rows) and not initials.cut_initials(row.text)[1]:
                row.rule = "caption"
            elif row.text[0] == "•" and _is_headline(row.text) and row.text.count(" ") >= 6 and not rows[place - 1].text.endswith(":"):
                row.rule = "related"


def _tail(rows: list[_Row], findings: _Findings) -> None:
    """What follows the last sentence: once furniture has begun, nothing but furniture comes."""
    opened = False
    for place, row in enumerate(rows):
        before = rows[place - 1] if place else None
        after = rows[place + 1] if place + 1 < len(rows) else None
        if row.rule is None:
            row.rule = _tail_rule(row, before, after, findings, opened=opened)
        if row.rule and row.rule not in ("pointer", "caption", "video", "ad", "related"):
            opened = True
        opened = opened or (row.rule == "related" and len(row.text) < 40)


def _tail_rule(row: _Row, before: _Row | None, after: _Row | None, findings: _Findings, *, opened: bool) -> str | None:
    text = row.text
    if furniture.is_date_line(text) and (opened or furniture.has_clock(text)):
        return "date"
    if furniture.is_tag_line(text) or furniture.is_source_line(text):
        return "tags" if furniture.is_tag_line(text) else "source"
    if credits.is_label(text):
        return "label"
    label = before.text.strip(" :") if before and before.rule == "label" else ""
    if credits.is_name(text.strip(": ")) and (label or (not opened and after and after.rule)):
        _note(f"{label}: {text.strip(': ')}" if label else text, findings)
        return "byline"
    if captions.is_credit(text):
        return "caption"
    return "trailing" if opened else None
