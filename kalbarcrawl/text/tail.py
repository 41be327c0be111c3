"""The tail: what follows a story's last sentence. Once furniture has begun, nothing but furniture comes."""

from __future__ import annotations

import re
from collections.abc import Sequence

from kalbarcrawl.text import credit, furniture, stamps
from kalbarcrawl.text.initials import cut_initials
from kalbarcrawl.text.newsrooms import is_newsroom
from kalbarcrawl.text.rows import BULLETS, Row, in_small_letters, is_credit, is_headline, label_above
from kalbarcrawl.text.teasers import is_whole

_AMID_A_LIST = ("pointer", "caption", "video", "ad", "junk", "title", "related")
_AMID_ANNOUNCED_LIST = ("share", "ui", "count", "views", "pagination", "follow")
# "2", "01:05": a page's number, a video's length.
_NUMBER = re.compile(r"\d{1,3}|\d{1,2}:\d\d(?::\d\d)?")
# "DNU": the writer, by the first letters.
_MARK = re.compile(r"[A-Z]{2,4}(?:/[A-Z]{2,4})?")
# "– BENING", "- KabarBening.com": the newsroom
_SIGN_OFF = re.compile(r"[-–—]\s?(?P<name>[A-Z][\w.]+(?: [A-Z][\w.]*){0,3})")
# "*** Jauhari"
_STARRED = re.compile(r"\*{2,3}\s?[A-Z][a-z]+(?: [A-Z][a-z]+)?")
_SHORTEST_STRAY = 40
# What stands below a story and seldom amid it: one of the first, or two kinds of the others, end it. Of what the page
# says below, how much and how long may it be.
_ENDING = ("comment", "copyright", "tags")
_CLOSING = frozenset({*_ENDING, "share", "follow", "views", "byline", "source", "notice", "ui"})
_FEWEST_CLOSING, _FEWEST_TOLD, _MOST_BEHIND, _LONGEST_BEHIND = 2, 2, 5, 250
# A sentence that speaks to the reader, and what makes it somebody's words.
_LONGEST_TO_THE_READER = 180
_QUOTES = frozenset('"“”')
_SPOKEN = re.compile(
    r", (?:kata|ujar|tutur|ungkap|jelas|pesan|saran|pinta|ucap|bunyi|bantah|ajak|imbau|tegas|terang)(?:nya)?\b"
    r"|\b(?:said|says)\b"
)
_SENTENCES = re.compile(r"(?<=[.!?])\s+(?=[A-Z])")
# Lines that are no sentence: at a text's end, and above furniture.
_MOST_AT_END, _MOST_STRAYS = 1, 2
_FEWEST_OF_A_SENTENCE = 4
_NEAR = 8
_LONGEST_CODE = 14  # "BN2/TM1"
_FEWEST_TAGS = 3  # above a listing
# "... pagi. - HT", "“Tinggal tunggu,” tutupnya"
_SENTENCE_INSIDE = re.compile(r"[a-z\d)][.!?][\"”’]?\s|[\"“”].*[\"“”]")
# "Kasus ditangani Polresta Sambas (Polda Kalbar)"
_VERB = re.compile(r" (?:(?:di|ber|ter)[a-z]{4,}|me[mnr]?[a-z]{4,}(?:kan|i)|me(?:ng|ny|m|n)[a-z]{3,})\b(?=.* )")
# "Telur ayam Rp 4.500 per butir", "Lokasi: Balai Desa"
_FACT = re.compile(r"(?<!\S)[(]?\d|\w:\s")


def end_of_story(rows: Sequence[Row]) -> int:
    """Where the tail begins: behind the last sentence, or above few short ones that stand below the page's own lines.

    Below its tags, its share buttons and its form for comments a page speaks for itself, in sentences too. Last
    sentences that speak to the page's reader are marked.
    """
    told = [place for place, row in enumerate(rows) if row.prose and row.rule is None]
    while len(told) > _FEWEST_TOLD and _is_said_to_reader(rows, told):
        rows[told[-1]].rule, rows[told[-1]].prose = "notice", False
        told.pop()
    if not told:
        return 0
    # Never more than is told above.
    fewest = max(_FEWEST_TOLD - 1, (len(told) - 1) // 2, len(told) - 1 - _MOST_BEHIND)
    for number in range(len(told) - 1, fewest, -1):
        if len(rows[told[number]].text) > _LONGEST_BEHIND or rows[told[number]].text[0] in _QUOTES:
            break
        if told[number - 1] + 1 == told[number]:
            continue
        rules = {row.rule for row in rows[told[number - 1] + 1 : told[number]]}
        ended = len(rules & _CLOSING) >= _FEWEST_CLOSING or not rules.isdisjoint(_ENDING)
        if ended or (any(rules) and furniture.addresses_reader(rows[told[number]].text)):
            return told[number - 1] + 1
    return told[-1] + 1


def _is_said_to_reader(rows: Sequence[Row], told: Sequence[int]) -> bool:
    """Whether the last line speaks to the reader of the page, every sentence of it, and no other speaks to "you"."""
    text = rows[told[-1]].text
    if len(text) > _LONGEST_TO_THE_READER or not furniture.may_address_reader(text) or not _QUOTES.isdisjoint(text):
        return False
    if _SPOKEN.search(text) or not all(map(furniture.addresses_reader, _SENTENCES.split(text))):
        return False
    return not any(map(furniture.has_second_person, (rows[place].text for place in told[:-1])))


def drop_tail(rows: Sequence[Row], last: str) -> None:
    """Mark what of the lines behind `last`, the story's last sentence, is the page's.

    A sentence that ends with a colon announces more; behind one that its writer's mark ends nothing follows.
    """
    ends_open = last.endswith(":")
    code = last[-_LONGEST_CODE:].rpartition(" ")[2]
    marked = last.endswith((")", "]", ").")) or ("/" in code and code.isupper())
    signed = marked and bool(cut_initials(last)[1])
    opened = signed and not ends_open
    listed = False
    for place, row in enumerate(rows):
        if row.rule is None:
            row.rule = _rule(rows, place, opened=opened, listed=listed, ends_open=ends_open)
        ends_open = ends_open or (row.rule is None and row.text.endswith(":"))
        opened = opened or _closes(row, ends_open=ends_open)
        listed = listed or row.rule == "related"
    if last and not ends_open and any(row.rule is None for row in rows) and (signed or is_whole(last)):
        _drop_strays(rows)


def _drop_strays(rows: Sequence[Row]) -> None:
    """Short lines above the page's furniture, or one at the text's end: a story ends with a sentence.

    Not where there are several of them, as in a list or a poem.
    """
    run: list[Row] = []
    for row in rows:
        if row.rule is None:
            run.append(row)
            continue
        if row.rule not in _AMID_A_LIST or furniture.opens_listing(row.text):
            _drop_run(run, _MOST_STRAYS)
        run = []
    _drop_run(run, _MOST_AT_END)


def _drop_run(run: Sequence[Row], most: int) -> None:
    if not 0 < len(run) <= most or not all(_may_be_stray(row.text) for row in run):
        return
    for row in run:
        row.rule = "trailing"


def _may_be_stray(text: str) -> bool:
    """Whether a line holds no sentence and no figure, and is no part of a list or of a sentence broken off."""
    if text[0].islower() or text[0] in BULLETS or text[-1] in ':,;.!?"”':
        return False
    if text.count(" ") + 1 >= _FEWEST_OF_A_SENTENCE and in_small_letters(text):
        return False
    return not (_SENTENCE_INSIDE.search(text) or _FACT.search(text) or _VERB.search(text))


def _closes(row: Row, *, ends_open: bool) -> bool:
    """Whether a line dropped behind the last sentence shows that the story is over.

    Pointers, pictures and advertisements also stand amid a list that ends the story, and where one was announced
    so do share buttons.
    """
    if row.rule == "related" and not ends_open and furniture.opens_listing(row.text):
        return True
    return bool(row.rule) and row.rule not in _AMID_A_LIST and not (ends_open and row.rule in _AMID_ANNOUNCED_LIST)


def _rule(rows: Sequence[Row], place: int, *, opened: bool, listed: bool, ends_open: bool) -> str | None:
    row, text = rows[place], rows[place].text
    above = rows[place - 1] if place else None
    below = rows[place + 1] if place + 1 < len(rows) else None
    if stamp := _stamp_rule(rows, place, opened=opened, ends_open=ends_open):
        return stamp
    if place == 0 and not ends_open and (below is None or below.rule) and (signed := _signature(text)):
        return signed
    name = text.strip(": ")
    label = label_above(rows, place)
    signs = place == 0 and not ends_open and _signs_off(rows)
    named = label or (signs and (name.count(" ") < 3 or " - " in name))
    if named and credit.is_name(name, labelled=bool(label)):
        row.credit = credit.under(label, name)
        return "byline"
    if barred := credit.barred(text):
        row.credit = barred
        return "byline"
    if signs and text.isalpha() and text.istitle() and len(text) > 3 and below is not None and below.rule:
        row.credit = text
        return "byline"
    if is_credit(row):
        return "caption"
    if opened:
        return "trailing"
    if text[0] == "•" and not ends_open and is_headline(text, words=8, capitals=0.7):
        return "related"
    if listed and (text[0] in BULLETS or is_headline(text)):
        return "related"
    if not ends_open and text[0] not in _QUOTES and furniture.names_page(text) and not _FACT.search(text):
        return "trailing"
    return None if ends_open and above is None else _stray_headline(text, above, below)


def _signature(text: str) -> str | None:
    """The rule for a line right behind the story that is the writer's letters, or the newsroom's name."""
    if _MARK.fullmatch(text) or _STARRED.fullmatch(text):
        return "initials"
    signed = _SIGN_OFF.fullmatch(text)
    name = signed["name"] if signed else ""
    return "source" if len(name) > 3 and (" " not in name or name.isupper() or is_newsroom(name)) else None


def _signs_off(rows: Sequence[Row]) -> bool:
    """Whether furniture or a date stands so near the first line that it may be who wrote the story."""
    if any(row.rule for row in rows[1:3]):
        return True
    return any(stamps.is_date(row.text) for row in rows[1:3]) and not _is_scheduled(rows[:_NEAR])


def _stamp_rule(rows: Sequence[Row], place: int, *, opened: bool, ends_open: bool) -> str | None:
    """The rule for a line that only says when, under which tags, from which source or by whom."""
    text = rows[place].text
    if (opened or not ends_open) and stamps.is_date(text):
        return None if not opened and _is_scheduled(rows[max(0, place - _NEAR) : place + _NEAR]) else "date"
    if stamps.is_tags(text) or (stamps.is_list(text) and (opened or place)):
        return "tags"
    listed = place + 1 < len(rows) and rows[place + 1].rule == "related"
    if listed and not ends_open and stamps.is_list(text, _FEWEST_TAGS):
        return "tags"
    if stamps.is_source(text):
        return "source"
    if not ends_open and _NUMBER.fullmatch(text):
        return "count"
    return "label" if credit.is_label(text) else None


def _is_scheduled(rows: Sequence[Row]) -> bool:
    """Whether several lines near one another are dates: those of a schedule, not the page's own."""
    return sum(row.rule is None and stamps.is_date(row.text) for row in rows) > 1


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
