"""Datelines: the place and the outlet that open a story ("PONTIANAK, KalbarOnline - ")."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from functools import lru_cache

from kalbarcrawl.text.language import is_english, is_indonesian
from kalbarcrawl.text.outlets import Kind, is_acronym, kinds
from kalbarcrawl.text.places import is_place
from kalbarcrawl.text.whitespace import sameness

# No dateline is longer; the rest of a line is not looked at.
_REACH = 110
_MOST_PARTS = 5
# Of a sentence behind a place nobody knows: "POLITIK- PEMERINTAHAN" is a section.
_FEWEST_WORDS = 3
# A dateline and enough of the text behind it to tell its language.
_WINDOW = 520

# What parts and ends a dateline. "I" is a bar that somebody typed as a letter; "-RK." is an outlet's abbreviation.
_MONTHS_CUT_SHORT = "|".join("Jan Feb Mar Apr Jun Jul Aug Sep Oct Nov Dec Okt Dis Des Agt Agu Mac".split())
_HOUSE = r"(?P<house>[-–—][A-Z]{2,4}[.,]\s+(?=\S))"
_DASH = (
    r"(?P<dash>(?:\.?-{2,3}|\.?-(?!(?i:[a-z0-9-]+\.[a-z]{2}))|\.?[‐–—―−]{1,2}-?|[âà]€“|โ€“|&[nm]dash;|_{1,3}|={1,3})\s*"
    r"|(?<=\s)[~•]\s+)"
)
_BAR = r"(?P<bar>\|{1,2}\s*|//\s*|(?<=\s)[Il]\s+(?=[A-Z]))"
_STOP = (
    rf"(?P<dot>(?<!Kab)(?<!Kec)(?<!\b(?:{_MONTHS_CUT_SHORT}))(?<!\b(?:Sept|Ogos))"
    r"\.(?:\s+(?!(?i:com|co|id|net)\b)(?=\S)|(?=[A-Z][a-z]+ [a-z])))"
)
# The look-ahead is there for speed: it turns most characters away at once.
_MARK = re.compile(
    rf"(?=[-‐–—―−|:()\[\],._/Ilâàโ&~•=])(?:{_HOUSE}|{_DASH}|{_BAR}|(?P<colon>:\s*)|(?P<open>[(\[]\s*)"
    rf"|(?P<close>[)\]]\s*)|(?P<comma>,\s*)|{_STOP})"
)
# Short words with capitals, or domains, and then a mark: what has not this shape need not be read. A word ends at the
# first mark: most lines are turned away here, and quickly.
_TO_MARK = r"[^\s,(\[|:.–—―−‐_/âà~•โ-]*+"
_DOMAIN_WORD = r"[a-z0-9-]+(?:\.\s?[A-Za-z-]{2,})+"
_HEAD = re.compile(
    rf"(?:[A-Z0-9]{_TO_MARK}|{_DOMAIN_WORD}|[a-z]{{1,3}}[A-Z]{_TO_MARK})"
    rf"(?:\s+(?:[A-Z0-9]{_TO_MARK}|&(?![nm]){_TO_MARK}|{_DOMAIN_WORD}|[Il]|id|com)){{0,5}}"
    r"\s*(?:[-,(\[|:.–—―−‐_/âà~•โ=]|&[nm]|$)"
)
_SMALL_NAME = re.compile(r"[a-z]{6,20}")
_ENDS = ("dash", "bar", "colon", "dot")
_TITLES = ("dr. ", "drg. ", "drh. ", "drs. ", "dr ")
_QUOTES = "\"'“‘«(@[`"
_DATE_AHEAD = re.compile(r"\d{1,2}[/ .-](?:\d{1,2}|[A-Za-z]{3,9})[/ .-]\d{4}")
_DATE_AT_END = re.compile(r"\s*\(\d{1,2}[/.-]\d{1,2}[^()]{0,6}\)$")
_BARE_OUTLET = re.compile(r"[A-Z0-9-]{3,}\.(?:COM|CO\.ID|CO|ID|NET)[,:]?(?= [A-Z][a-z])")

# "Sambas Kalbar Kabarbening.com Warga ...", "SAMBAS, BeningTV Warga ...": no mark behind the outlet.
_PLACED_OUTLET = re.compile(
    r"(?P<place>[A-Z][\w'’]*(?:[ -][A-Z][\w'’]*){0,3}?)(?:,? | ?- ?)"
    r"(?P<outlet>[A-Za-z0-9-]{3,}\.(?:com|co\.id|id|net)|[A-Z][a-z]+[A-Za-z]*TV)\s+(?=[A-Z][a-z]+ [a-z]|[A-Z]\w+ [A-Z])"
)
_IN_BRACKETS = re.compile(r"[(\[](?P<place>[A-Z][\w' ]{2,30})(?:, ?[^()\[\]]{2,14})?[)\]]\s*[-–—:]?\s*(?=[A-Z])")
# "KORTOR, SAMBAS Warga ...": two words in capitals, the second a place.
_SHOUTED_PLACE = re.compile(r"(?P<place>[A-Z]{4,}(?: [A-Z]{3,}){0,2}) (?=[A-Z][a-z]+ [a-z])")
_OUTLETS_END = re.compile(r"(?:\.(?:com|co\.id|id|net)|TV) ")


@dataclass(frozen=True)
class Dateline:
    """Where a story was filed and by which outlet; `raw` is the prefix as it stood, dash and all."""

    place: str | None
    outlet: str | None
    raw: str


@dataclass(frozen=True)
class Opening:
    """A line that opens with a dateline: the dateline, the text behind it, and whether an outlet makes it certain."""

    dateline: Dateline
    text: str
    certain: bool
    known: bool
    """Whether its place is a known one."""
    capitals: bool
    """Whether a known place in capitals opens it: after a summary, too, that is a dateline."""


@dataclass(slots=True)
class _Prefix:
    """The parts of a would-be dateline read so far, and where they end."""

    parts: list[tuple[Kind, str]] = field(default_factory=list)
    brackets: bool = False
    end: int = 0

    def of(self, *wanted: Kind) -> list[str]:
        return [text for kind, text in self.parts if kind in wanted] if self.parts else []


def opening(line: str, names: Sequence[str] = (), *, context: Callable[[], str] = str) -> Opening | None:
    """The dateline that opens `line`, which is folded text; None where it opens with none.

    `names` are the publisher's own names. A domain, a wire's name or a publisher's own name makes a dateline
    certain; a place alone needs a dash, and an unknown place needs Indonesian text behind it: the line's own, and as
    much of the following as `context` gives.
    """
    if line[0] in "[(":
        return _bracketed(line)
    own = _own_names(tuple(names))
    whole, end = _chain(line, 0, own, context)
    if not end:
        return None
    # What follows is cut too where it is another dateline: cleaning leaves none to find.
    further, close = whole, end
    while end < len(line) and further.parts:
        further, close = _chain(line, close, own, context)
        end = max(end, close)
    known, named = whole.of("place"), whole.of("outlet")
    places = known or whole.of("placeish")
    outlets = named or whole.of("outletish") or whole.of("org")
    place, outlet = ", ".join(dict.fromkeys(places)) or None, outlets[0] if outlets else None
    certain = bool(named or (known and outlets))
    return Opening(
        Dateline(place, outlet, line[: whole.end].strip()),
        line[end:].strip(),
        certain,
        bool(known),
        bool(known) and known[0].isupper(),
    )


def _bracketed(line: str) -> Opening | None:
    """ "[SAMBAS] Warga ...", "(Sibu, 19hb) Seorang ...": a known place in brackets, with a date or without."""
    found = _IN_BRACKETS.match(line)
    if not found or not is_place(found["place"]):
        return None
    place = found["place"].strip()
    return Opening(Dateline(place, None, found[0].strip()), line[found.end() :], False, True, place.isupper())


def _chain(line: str, start: int, own: frozenset[str], context: Callable[[], str]) -> tuple[_Prefix, int]:
    """One dateline of `line` from `start`, and its end: an outlet may follow its place or a place its outlet.

    "JURNALIS.co.id – Mempawah – " is one of two links. Only a window of the line is read, however long it is.
    """
    whole, end = _Prefix(), start
    while end < len(line) and _HEAD.match(line, end):
        prefix = _read(line[end : end + _WINDOW], own, whole, context)
        if prefix is None:
            break
        if whole.of("outlet") and whole.of("place", "placeish") and len(prefix.of("place")) < len(prefix.parts):
            break
        whole.parts += prefix.parts
        end += prefix.end
        if len(whole.parts) > _MOST_PARTS:
            break
    if end < len(line) < end + _REACH and (last := _last_part(line[end:], own, whole)):
        whole.parts.append(last)
        end = len(line)
    whole.end = end
    return whole, end


def _last_part(rest: str, own: frozenset[str], whole: _Prefix) -> tuple[Kind, str] | None:
    """The end of a line that is all dateline: "Cybernews.id - Melawi - Kalbar", "Pangkalpinang — kabarbening.com"."""
    if whole.of("outlet") and is_place(rest):
        return "place", rest
    if whole.of("place", "placeish") and not whole.of("outlet"):
        found = kinds(rest, own)
        return found[0] if found and len(found) == 1 and found[0][0] in ("outlet", "outletish") else None
    return None


def may_open(line: str) -> bool:
    """Whether a line begins as datelines do, with short words in capitals and a mark; a dateline need not follow."""
    return _HEAD.match(line) is not None or line[0] in "[("


@lru_cache(maxsize=256)
def _own_names(names: tuple[str, ...]) -> frozenset[str]:
    return frozenset(filter(None, map(sameness, names)))


def _read(line: str, own: frozenset[str], before: _Prefix, context: Callable[[], str]) -> _Prefix | None:
    """The first complete dateline at the head of `line`; `before` holds the parts already read in front of it."""
    head, prefix = line[:_REACH], _Prefix()
    if line[-1] == ")" and len(line) < _REACH and (dated := _DATE_AT_END.search(line)):
        return _dated_line(line, dated.start(), own)
    commas: list[_Prefix] = []
    for mark in _MARK.finditer(head):
        text = head[prefix.end : mark.start()].strip()
        ends_with = mark.lastgroup or ""
        found = kinds(text, own) if text else ()
        if found is None and len(prefix.parts) == 1 and ends_with in ("close", "dash") and _SMALL_NAME.fullmatch(text):
            # "SAMBAS (kabarbening) -", "Sambas, beningnews –"
            found = (("outletish", text),) if prefix.of("place") else None
        if found is None or not (found or prefix.parts) or len(prefix.parts) > _MOST_PARTS:
            return _first_unended(line, commas, before) or _undashed(head, prefix)
        prefix.parts += found
        prefix.end = mark.end()
        prefix.brackets = prefix.brackets or ends_with == "open"
        if ends_with == "house" and prefix.of("place", "placeish"):
            prefix.parts.append(("outlet", mark[0].strip(" -–—.,")))
            return prefix
        if ends_with in _ENDS and _complete(prefix, mark, line, before, context):
            return prefix
        if ends_with == "comma":
            commas.append(_Prefix(list(prefix.parts), end=prefix.end))
    unended = _first_unended(line, commas, before)
    if len(line) > _REACH:
        return unended or _undashed(head, prefix)
    return _whole_line(head, prefix, own) or unended


def _first_unended(line: str, commas: Sequence[_Prefix], before: _Prefix) -> _Prefix | None:
    return next(filter(None, (_unended(line, prefix, before) for prefix in commas)), None)


def _dated_line(line: str, end: int, own: frozenset[str]) -> _Prefix | None:
    """A line that is a dateline with its date in brackets: "SAMBAS (27/9-2018)", "SAMBAS, Bening Pos.com (2/8)"."""
    place, _, outlet = line[:end].partition(",")
    if not is_place(place) or (outlet and not kinds(outlet.strip(), own)):
        return None
    parts: list[tuple[Kind, str]] = [("place", place.strip())]
    return _Prefix([*parts, ("outlet", outlet.strip())] if outlet else parts, end=len(line))


def _unended(line: str, prefix: _Prefix, before: _Prefix) -> _Prefix | None:
    """What a place and a mere comma make of a prefix, unless a dash follows: "Monga.id – Ketapang, Di ..."."""
    head, alone = line[:_REACH], len(prefix.parts) == 1
    named = bool(prefix.of("outlet", "outletish")) or (bool(before.of("outlet", "outletish")) and alone)
    # "PONTIANAK – KABARBENING.COM, Warga ...": the other way round.
    placed = bool(before.of("place") and prefix.of("outlet")) and alone
    if (placed or (named and prefix.of("place"))) and head[prefix.end : prefix.end + 1].isupper():
        return None if _lists_places(head[prefix.end :]) else _Prefix(list(prefix.parts), end=prefix.end)
    if prefix.of("outlet") and len(prefix.parts) == 1:
        return _undashed(head, _Prefix(list(prefix.parts), end=prefix.end))
    if alone and prefix.parts[0][1].isupper() and (shouted_place := _SHOUTED_PLACE.match(line, prefix.end)):
        place = shouted_place["place"]
        if is_place(place):
            return _Prefix([*prefix.parts, ("place", place)], end=shouted_place.end())
    # "BANJARMASIN, Keributan sempat terjadi ...", "BENINGPOST, Warga ...": capitals, and a sentence behind them.
    word, _, rest = line[prefix.end : prefix.end + 300].partition(" ")
    shouted = alone and bool(prefix.of("place", "outletish")) and prefix.parts[0][1].isupper()
    if shouted and word.istitle() and rest[:1].islower() and not is_place(word) and _is_told(rest, prefix):
        return _Prefix(list(prefix.parts), end=prefix.end)
    return None


def _is_told(rest: str, prefix: _Prefix) -> bool:
    return is_indonesian(rest) or (bool(prefix.of("place")) and is_english(rest))


def _lists_places(text: str) -> bool:
    """Whether a text goes on with another place: "Sambas, Singkawang dan Bengkayang ..." is no dateline."""
    words = text.split(maxsplit=2)[:2]
    return bool(words) and (is_place(words[0].rstrip(",")) or is_place(" ".join(words).rstrip(",")))


def _whole_line(head: str, prefix: _Prefix, own: frozenset[str]) -> _Prefix | None:
    """A line that is a dateline and nothing else; the text is the next one's."""
    rest = head[prefix.end :].strip("(). ")
    if not rest and head[-1] == ")" and prefix.of("place") and prefix.of("outlet", "outletish"):
        return prefix  # "Sambas, (Kabar Bening)"
    found = kinds(rest, own) if rest else None
    if found:
        parts = _Prefix([*prefix.parts, *found], end=len(head))
        # "Sambas, KabarBening.com"; "Ambon | Jurnal Bening", where a bar or a dash stands between.
        mark = head[: prefix.end].rstrip()[-1:]
        barred = bool(parts.of("outletish")) and (mark in "|-–—" or (mark == "," and parts.parts[0][1].isupper()))
        # "SAMBAS, BENING", "Sambas, KBN."
        barred = barred or (mark == "," and len(parts.parts) == 2 and (head.isupper() or is_acronym(rest)))
        if parts.of("place") and (parts.of("outlet") or barred):
            return parts
    return _undashed(head, prefix)


def _undashed(head: str, prefix: _Prefix) -> _Prefix | None:
    """ "Liputan6.com, Jakarta Warga ...": an outlet and a known place need no dash before a capital."""
    placed = _PLACED_OUTLET.match(head) if _OUTLETS_END.search(head) else None
    if placed:
        found = kinds(placed["place"], frozenset()) or ()
        if found and all(kind == "place" for kind, _ in found):
            return _Prefix([*found, ("outlet", placed["outlet"])], end=placed.end())
    named = bool(prefix.of("outlet"))
    if (prefix.parts and not named) or prefix.of("place", "placeish"):
        return None
    words = head[prefix.end :].split() if named else []
    for size in (4, 3, 2, 1):
        place = " ".join(words[:size])
        if len(words) > size and is_place(place) and not words[size][0].islower():
            return _Prefix([*prefix.parts, ("place", place)], end=head.index(place, prefix.end) + len(place) + 1)
    bare = _BARE_OUTLET.match(head) if len(prefix.parts) < 2 else None
    if bare and is_indonesian(head):
        return _Prefix([("outlet", bare[0].rstrip(",:"))], end=bare.end() + 1)
    return None


def _complete(prefix: _Prefix, mark: re.Match[str], line: str, before: _Prefix, context: Callable[[], str]) -> bool:
    """Whether the parts before a dash, a bar, a colon or a full stop make a dateline."""
    ends_with, rest = mark.lastgroup, line[mark.end() : mark.end() + 400]
    if rest and not (
        rest[0].isupper()
        or rest[0].isdigit()
        or rest[0] in _QUOTES
        or rest.startswith(_TITLES)
        or (before.parts and prefix.of("outlet"))
        or (ends_with == "dash" and prefix.of("outlet") and prefix.of("place"))
    ):
        return False
    # "Sambas,-Warga ...": a comma before the hyphen serves as a space; so does an outlet that stands before all.
    spaced = not rest or mark[0][-1] == " " or line[mark.start() - 1] in " ," or bool(before.of("outlet"))
    places = prefix.of("place")
    somewhere = places or prefix.of("placeish")
    if prefix.of("outlet"):
        if _DATE_AHEAD.match(rest):
            return False  # "Kompas.com - 05/05/2022": the page's stamp
        if ends_with == "colon" and len(prefix.parts) == 1:
            # "Bening.id: Warga ...", "SAMBAS | KABARBENING.COM : Warga ..."
            return bool(before.of("place")) or ("." in prefix.parts[0][1] and is_indonesian(rest))
        return bool(somewhere) or (ends_with in ("dash", "bar") and len(prefix.parts) <= 2)
    if ends_with == "dot":
        return bool(places) and _ends_with_stop(prefix, before, rest)
    if ends_with == "colon" and prefix.brackets and prefix.of("outletish"):
        return bool(places) and prefix.parts[0][0] == "place"
    if ends_with == "colon":
        return bool(places) and _ends_with_colon(prefix, places, rest)
    if ends_with == "bar":
        if prefix.of("outletish"):
            return bool(somewhere)
        return bool(places) and (
            bool(before.of("outlet", "outletish")) or (len(prefix.parts) == 1 and places[0].isupper())
        )
    if places:
        # "Bangka Selatan–Warga ...", "Blora-Warga ...", but "Jakarta–Bandung" is a way.
        spaced = spaced or (not _lists_places(rest) and (mark[0].strip() in "–—" or is_indonesian(rest)))
        return _with_place(prefix, places, spaced=spaced)
    # "MURAI--Warga ...": nobody writes a word with two hyphens.
    spaced = spaced or mark[0].startswith("--")
    if (
        (rest and rest.count(" ") < _FEWEST_WORDS)
        or before.parts
        or not _with_unknown_place(prefix, spaced=spaced)
        or is_place(rest.partition(" ")[0])
    ):
        return False
    return is_indonesian(rest) or (not is_english(rest) and is_indonesian(context()))


def _ends_with_colon(prefix: _Prefix, places: list[str], rest: str) -> bool:
    """Whether parts with a known place and a colon make a dateline: "Jambi: ...", "Kabarbening, Sambas : ..."."""
    # A whole sentence, no entry of a list.
    told = prefix.end < 45 and len(rest) > 80 and is_indonesian(rest)
    if len(prefix.parts) == len(places) + len(prefix.of("date")):
        return places[0].isupper() or told
    named = bool(prefix.of("outletish", "placeish")) and len(prefix.parts) == 2
    return named and (prefix.parts[-1][0] == "place" or bool(prefix.of("outletish"))) and told


def _ends_with_stop(prefix: _Prefix, before: _Prefix, rest: str) -> bool:
    """Whether parts with a known place and a full stop make a dateline: "KONTAN.CO.ID - JAKARTA.", "PENA, DEMAK."."""
    alone = len(prefix.parts) == 1
    shouted = all(text.isupper() for _, text in prefix.parts)
    dated = prefix.parts[-1][0] == "date"
    if ((alone and shouted) or dated) and is_indonesian(rest):
        return True  # "SAMARINDA. Ketua ...", "Sambas, 26 Mei 2023. Ketua ...", where a sentence follows
    named = (
        before.of("outlet", "outletish")
        or prefix.of("outletish")
        or (prefix.brackets and prefix.parts[0][1].isupper())
        or (prefix.parts[-1][0] == "place" and shouted)
    )
    return bool(named and (before.parts or not alone))


def _with_place(prefix: _Prefix, places: list[str], *, spaced: bool) -> bool:
    """Whether a known place and what else stands before a dash make a dateline."""
    others = len(prefix.parts) - len(places) - len(prefix.of("date"))
    if not others:
        return spaced or places[0].isupper()
    opens_with_place = prefix.parts[0][0] == "place"
    return others == 1 and (
        opens_with_place or bool(prefix.of("outletish", "placeish")) or prefix.parts[0][1].isupper()
    )


def _with_unknown_place(prefix: _Prefix, *, spaced: bool) -> bool:
    """Whether parts with no known place have a dateline's shape: "Desa Baru (Lensa) -", "LensaKalbar -", "NGABUS -"."""
    placeish, outletish, count = prefix.of("placeish"), prefix.of("outletish"), len(prefix.parts)
    if outletish:
        alone = count == 1 and (spaced or " " in outletish[0])
        return bool(placeish) or alone or (count == 2 and (len(outletish) == 2 or is_acronym(prefix.parts[1][1])))
    if count == 1:
        word = prefix.parts[0][1]
        return spaced and (is_acronym(word) or bool(placeish and len(word.split()) <= (3 if word.isupper() else 2)))
    dated = bool(prefix.of("date"))  # "BANGAR, 17 Ogos –"
    return bool(placeish) and count == 2 and spaced and (prefix.brackets or dated or is_acronym(prefix.parts[1][1]))
