"""Datelines: the place and the outlet that open a story ("PONTIANAK, KalbarOnline - ")."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import lru_cache
from typing import NamedTuple

from kalbarcrawl.text.outlets import SMALL_OUTLET, WEEKDAY, Kind, kinds
from kalbarcrawl.text.places import is_place
from kalbarcrawl.text.prefix import MOST_PARTS, REACH, Prefix, complete, is_sentence
from kalbarcrawl.text.undashed import closes, first_unended, undashed, whole_line
from kalbarcrawl.text.whitespace import sameness

# What parts and ends a dateline; "-RK." is an outlet's abbreviation. The empty group behind each mark names it: a mark
# that begins with a character, not with a group, is told from the others by that character alone.
_MONTHS_CUT_SHORT = "|".join("Jan Feb Mar Apr Jun Jul Aug Sep Oct Nov Dec Okt Dis Des Agt Agu Mac".split())
_HOUSE = r"[-–—][A-Z]{2,4}[.,]\s+(?!(?i:com|co|id|net)\b)(?=\S)(?P<house>)"
_DASH = (
    r"(?:\.?-{2,3}|\.?-(?!(?i:[a-z0-9-]+\.[a-z]{2}))|\.?[‐–—―−]{1,2}-?|[âà]€“|โ€“|&[nm]dash;|_{1,3}|={1,3}"
    r"|[~•](?<=\s.)(?=\s))\s*(?P<dash>)"
)
_BAR = r"[|/](?:(?<=\|)\|?|(?<=/)/)\s*(?P<bar>)"
_STOP = (
    rf"\.(?<!Kab\.)(?<!Kec\.)(?<!\b(?:{_MONTHS_CUT_SHORT})\.)(?<!\b(?:Sept|Ogos)\.)"
    r"(?:\s+(?!(?i:com|co|id|net)\b)(?=\S)|(?=[A-Z][a-z]+ [a-z])|(?<=\.id\.)(?=[A-Z][a-z]+ ))(?P<dot>)"
)
_MARKS = rf",\s*(?P<comma>)|{_HOUSE}|{_DASH}|{_BAR}|:\s*(?P<colon>)|[(\[]\s*(?P<open>)|[)\]]\s*(?P<close>)|{_STOP}"
# A part and the mark behind it. A mark begins with one of few characters, and most of them begin none.
_BEGIN = r"-‐–—―−|:()\[\],._/âàโ&~•="
_PART = re.compile(rf"(?P<part>[^{_BEGIN}]*+(?:[{_BEGIN}][^{_BEGIN}]*+)*?)(?:{_MARKS})")
_TYPED_BAR = re.compile(r"(?<=\s)[Il](?=\s+[A-Z])")
_SMALL_NAME = re.compile(r"[a-z]{6,20}")
_ENDS = ("dash", "bar", "colon", "dot")
# A dateline and enough of the text behind it to tell its language.
_WINDOW = 520
# Short words with capitals, or domains, and then a mark: what has not this shape need not be read. A word ends at the
# first mark: most lines are turned away here, and quickly.
_TO_MARK = r"[^ ,(\[|:.–—―−‐_/âà~•โ-]*+"
_DOMAIN_WORD = r"[a-z0-9-]+(?:\.\s?[A-Za-z-]{2,})+"
_HEAD = re.compile(
    # Not a day: "Kamis, 5 November 2015 14:56 WIB" is the page's own date.
    r"(?!(?:Senin|Selasa|Rabu|Kamis|Jum['’]?at|Sabtu|Minggu|Ahad) ?[,\d]|\d{1,2}[ /-])"
    rf"(?:{SMALL_OUTLET}(?=\s?[-–—])|[Tt]ribratanews(?: [a-z]+){{1,4}}(?=\.)|[A-Z0-9]{_TO_MARK}"
    rf"|{_DOMAIN_WORD}|[a-z]{{1,12}}[A-Z]{_TO_MARK})"
    rf"(?:\s+(?:[A-Z0-9]{_TO_MARK}|&(?![nm]){_TO_MARK}|{_DOMAIN_WORD}|[Il]|id|com)){{0,5}}"
    r"\s*(?:[-,(\[|:.–—―−‐_/âà~•โ=]|&[nm])"
)
# "CILACAP | Kabarbening.id - Selasa, 3 Maret 2026 – Warga ...": a date of its own
_DATED = re.compile(rf"(?:{WEEKDAY}\s?[,/]\s*)?\d{{1,2}} [A-Z][a-z]{{2,8}} \d{{4}}\s*[-–—|:]\s*", re.IGNORECASE)
_IN_BRACKETS = re.compile(
    r"[(\[](?P<place>[A-Z][\w' ]{2,30})(?:(?:, ?| ?[|/] ?)[^()\[\]]{2,24})?[)\]]\s*[-–—:]?\s*(?=[A-Z])"
)
# "(Bening, Sambas) – Warga ...", "(Bening): Warga ..."
_OUTLET_IN_BRACKETS = re.compile(
    r"\((?P<outlet>[A-Z][\w.]+(?: [A-Z][\w.]+)?)(?:, ?(?P<place>[A-Z][\w' ]{2,24}))?\)\s?[-–—:]\s*(?=[A-Z\"“])"
)
_NO_NAMES = frozenset[str]()


class Dateline(NamedTuple):
    """Where a story was filed and by which outlet; `raw` is the prefix as it stood, dash and all."""

    place: str | None
    outlet: str | None
    raw: str


class Opening(NamedTuple):
    """A line that opens with a dateline: the dateline, the text behind it, and whether an outlet makes it certain."""

    dateline: Dateline
    text: str
    certain: bool
    known: bool
    """Whether its place is a known one."""
    capitals: bool
    """Whether a known place in capitals opens it: after a summary, too, that is a dateline."""

    def is_sure(self) -> bool:
        """Whether an outlet or a known place makes it a dateline, whatever the text behind it is."""
        return self.certain or self.known


def opening(line: str, own: frozenset[str] = _NO_NAMES, *, context: Callable[[], str] = str) -> Opening | None:
    """The dateline that opens `line`, which is folded text; None where it opens with none.

    `own` are the publisher's `known_names`. A domain, a wire's name or a publisher's own name makes a dateline
    certain; a place alone needs a dash, and an unknown place needs Indonesian text behind it: the line's own, and as
    much of the following as `context` gives.
    """
    if line[0] in "[(":
        return _bracketed(line)
    if not _HEAD.match(line):
        return None
    whole, end, more = _chain(line, 0, own, context)
    if not end:
        return None
    # What follows is cut too where it is another dateline: cleaning leaves none to find.
    further, close = whole, end
    while more and further.parts:
        further, close, more = _chain(line, close, own, context)
        end = max(end, close)
    if dated := _DATED.match(line, end):
        end = dated.end()
    parts: dict[Kind, list[str]] = {}
    for kind, text in whole.parts:
        parts.setdefault(kind, []).append(text)
    known, named = parts.get("place"), parts.get("outlet")
    places = known or parts.get("placeish") or []
    outlets = named or parts.get("outletish") or parts.get("org")
    place, outlet = ", ".join(dict.fromkeys(places)) or None, outlets[0] if outlets else None
    certain = bool(named or (known and outlets))
    return Opening(
        Dateline(place, outlet, line[:end].strip()),
        line[end:].strip(),
        certain,
        bool(known),
        known is not None and known[0].isupper(),
    )


def _bracketed(line: str) -> Opening | None:
    """ "[SAMBAS] Warga ...", "(Sibu, 19hb) Seorang ...": a known place in brackets, with a date or without."""
    found = _IN_BRACKETS.match(line)
    if not found or not is_place(found["place"]):
        return _outlet_in_brackets(line)
    place = found["place"].strip()
    return Opening(Dateline(place, None, found[0].strip()), line[found.end() :], False, True, place.isupper())


def _outlet_in_brackets(line: str) -> Opening | None:
    """ "(Bening, Sambas) – Warga ...", or the outlet alone where a sentence follows: "(Bening): Warga ..."."""
    found = _OUTLET_IN_BRACKETS.match(line)
    if not found or not kinds(found["outlet"], _NO_NAMES):
        return None
    place, text = found["place"], line[found.end() :]
    if is_place(found["outlet"]) or not (is_place(place) if place else is_sentence(text)):
        return None
    return Opening(Dateline(place, found["outlet"], found[0].strip()), text, True, place is not None, False)


def _chain(line: str, start: int, own: frozenset[str], context: Callable[[], str]) -> tuple[Prefix, int, bool]:
    """One dateline of `line` from `start`, where its head was seen, its end, and whether a head is seen behind it.

    An outlet may follow its place or a place its outlet: "JURNALIS.co.id – Mempawah – " is one of two links. Only a
    window of the line is read, however long it is.
    """
    whole, end, more = Prefix(), start, True
    while more and len(whole.parts) <= MOST_PARTS:
        prefix = _read(line[end : end + _WINDOW], own, whole, context)
        if prefix is None:
            break
        if whole.has("outlet") and whole.has("place", "placeish") and len(prefix.of("place")) < len(prefix.parts):
            break
        whole.parts += prefix.parts
        end += prefix.end
        more = end < len(line) and _HEAD.match(line, end) is not None
    if end < len(line) < end + REACH and (last := _last_part(line[end:], own, whole)):
        whole.parts.append(last)
        end, more = len(line), False
    return whole, end, more


def _read(line: str, own: frozenset[str], before: Prefix, context: Callable[[], str]) -> Prefix | None:
    """The first complete dateline at the head of `line`; `before` holds the parts already read in front of it."""
    head, prefix = line[:REACH], Prefix()
    if " I " in head or " l " in head:
        head = _TYPED_BAR.sub("|", head)  # somebody typed a letter for a bar
    commas: list[Prefix] = []
    while mark := _PART.match(head, prefix.end):
        text = mark["part"].strip()
        ends_with = mark.lastgroup or ""
        found = kinds(text, own) if text else ()
        if found is None and prefix.parts:
            found = _behind_place(prefix, text, ends_with)
        if found is None or not (found or prefix.parts) or len(prefix.parts) > MOST_PARTS:
            return first_unended(line, commas, before) or undashed(head, prefix)
        prefix.parts += found
        prefix.end = mark.end()
        prefix.brackets = prefix.brackets or ends_with == "open"
        if ends_with == "house" and prefix.has("place", "placeish"):
            house = head[mark.end("part") : mark.end()].strip(" -–—.,")
            if not is_place(house):
                prefix.parts.append(("outlet", house))
                return prefix
            prefix.parts.append(("place", house))  # "Kupang-NTT, Bening Indonesia | Warga ..."
        if ends_with == "close":
            _name_in_brackets(prefix, line)
            if closes(prefix, line):
                return prefix
        if ends_with in _ENDS and complete(prefix, mark, line, before, context):
            return prefix
        if ends_with == "comma":
            commas.append(Prefix(prefix.parts, prefix.end))
    unended = first_unended(line, commas, before)
    if len(line) > REACH:
        return unended or undashed(head, prefix)
    return whole_line(head, prefix, own) or unended


def _behind_place(prefix: Prefix, text: str, ends_with: str) -> tuple[tuple[Kind, str], ...] | None:
    """What is part of a dateline behind a place only: "SAMBAS (kabarbening) -", "PUTUSSIBAU, Indonesia —"."""
    if len(prefix.parts) == 1 and ends_with in ("close", "dash") and _SMALL_NAME.fullmatch(text):
        return (("outletish", text),) if prefix.has("place") else None
    return (("place", text),) if text == "Indonesia" and prefix.has("place", "placeish") else None


def _name_in_brackets(prefix: Prefix, line: str) -> None:
    """ "MEDAN (Bening): Warga ...": what stands in brackets before a colon and a sentence is the outlet, no place."""
    kind, text = prefix.parts[-1]
    rest = line[prefix.end + 1 : prefix.end + _WINDOW] if line.startswith(":", prefix.end) else ""
    if kind == "placeish" and len(prefix.parts) > 1 and is_sentence(rest):
        prefix.parts[-1] = ("outletish", text)


def _last_part(rest: str, own: frozenset[str], whole: Prefix) -> tuple[Kind, str] | None:
    """The end of a line that is all dateline: "Cybernews.id - Melawi - Kalbar", "Pangkalpinang — kabarbening.com"."""
    if whole.has("outlet") and is_place(rest):
        return "place", rest
    if whole.has("place", "placeish") and not whole.has("outlet"):
        found = kinds(rest, own)
        return found[0] if found and len(found) == 1 and found[0][0] in ("outlet", "outletish") else None
    return None


def may_open(line: str) -> bool:
    """Whether a line begins as datelines do, with short words in capitals and a mark; a dateline need not follow."""
    return _HEAD.match(line) is not None or line[0] in "[("


@lru_cache(maxsize=256)
def known_names(names: tuple[str, ...]) -> frozenset[str]:
    """A publisher's own names as the parts of a dateline are compared with them."""
    return frozenset(filter(None, map(sameness, names)))
