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
# The look-ahead is there for speed: it turns most characters away at once.
_MARK = re.compile(
    r"(?=[-‐–—―−|:(),._/Ilâàโ&~•])(?:(?P<house>-[A-Z]{2,4}\.\s+(?=\S))"
    r"|(?P<dash>(?:\.?-{2,3}|\.?-(?!(?i:[a-z0-9-]+\.[a-z]{2}))|\.?[‐–—―−]{1,2}|[âà]€“|โ€“|&[nm]dash;|_{2,3})\s*|(?<=\s)[~•]\s+)"
    r"|(?P<bar>\|{1,2}\s*|//\s*|(?<=\s)[Il]\s+(?=[A-Z]))|(?P<colon>:\s*)|(?P<open>\(\s*)|(?P<close>\)\s*)"
    r"|(?P<comma>,\s*)|(?P<dot>(?<!Kab)(?<!Kec)(?<!\b(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sep|Oct|Nov|Dec|Okt|Dis|Des|Agt|Agu|Mac))(?<!\b(?:Sept|Ogos))\.\s+(?!(?i:com|co|id|net)\b)(?=\S)))"
)
# Short words with capitals, or domains, and then a mark: what has not this shape need not be read.
_HEAD = re.compile(
    r"(?:[A-Z0-9][^\s,(|:–—]*|[a-z0-9-]+(?:\.\s?[A-Za-z-]{2,})+|[a-z]{1,3}[A-Z]\S*)"
    r"(?:\s+(?:[A-Z0-9&][^\s,(|:–—]*|[a-z0-9-]+(?:\.\s?[A-Za-z-]{2,})+|[Il]|id|com)){0,5}\s*(?:[-,(|:.–—―−‐_/âà~•]|โ"
    r"|&[nm]|$)|[A-Z0-9-]{3,}\.[A-Z.]{2,6}[,:]? [A-Z]"
)
_SMALL_NAME = re.compile(r"[a-z]{6,20}")
_ENDS = ("dash", "bar", "colon", "dot")
_QUOTES = "\"'“‘«(@[`"
_DATE_AHEAD = re.compile(r"\d{1,2}[/ .-](?:\d{1,2}|[A-Za-z]{3,9})[/ .-]\d{4}")
_BARE_OUTLET = re.compile(r"[A-Z0-9-]{3,}\.(?:COM|CO\.ID|CO|ID|NET)[,:]?(?= [A-Z][a-z])")


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
    capitals: bool
    """Whether a known place in capitals opens it: after a summary, too, that is a dateline."""


@dataclass(slots=True)
class _Prefix:
    """The parts of a would-be dateline read so far, and where they end."""

    parts: list[tuple[Kind, str]] = field(default_factory=list)
    brackets: bool = False
    end: int = 0

    def of(self, *wanted: Kind) -> list[str]:
        return [text for kind, text in self.parts if kind in wanted]


def opening(line: str, names: Sequence[str] = (), *, context: Callable[[], str] = str) -> Opening | None:
    """The dateline that opens `line`, which is folded text; None where it opens with none.

    `names` are the publisher's own names. A domain, a wire's name or a publisher's own name makes a dateline
    certain; a place alone needs a dash, and an unknown place needs Indonesian text behind it: the line's own, and as
    much of the following as `context` gives.
    """
    own = _own_names(tuple(names))
    whole, end = _chain(line, 0, own, context)
    if not end:
        return None
    # What follows is cut too where it is another dateline: cleaning leaves none to find.
    further, close = whole, end
    while end < len(line) and further.parts:
        further, close = _chain(line, close, own, context)
        end = max(end, close)
    places = whole.of("place") or whole.of("placeish")
    outlets = whole.of("outlet") or whole.of("outletish") or whole.of("org")
    place, outlet = ", ".join(dict.fromkeys(places)) or None, outlets[0] if outlets else None
    known = whole.of("place")
    certain = bool(whole.of("outlet") or (known and outlets))
    return Opening(
        Dateline(place, outlet, line[: whole.end].strip()),
        line[end:].strip(),
        certain,
        bool(known) and known[0].isupper(),
    )


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
    return _HEAD.match(line) is not None


@lru_cache(maxsize=256)
def _own_names(names: tuple[str, ...]) -> frozenset[str]:
    return frozenset(filter(None, map(sameness, names)))


def _read(line: str, own: frozenset[str], before: _Prefix, context: Callable[[], str]) -> _Prefix | None:
    """The first complete dateline at the head of `line`; `before` holds the parts already read in front of it."""
    head, prefix = line[:_REACH], _Prefix()
    unended: _Prefix | None = None
    for mark in _MARK.finditer(head):
        text = head[prefix.end : mark.start()].strip()
        ends_with = mark.lastgroup or ""
        found = kinds(text, own) if text else ()
        if found is None and ends_with == "close" and len(prefix.parts) == 1 and _SMALL_NAME.fullmatch(text):
            found = (("outletish", text),)  # "SAMBAS (kabarbening) -"
        if found is None or not (found or prefix.parts) or len(prefix.parts) > _MOST_PARTS:
            return unended or _undashed(head, prefix)
        prefix.parts += found
        prefix.end = mark.end()
        prefix.brackets = prefix.brackets or ends_with == "open"
        if ends_with == "house" and prefix.of("place", "placeish"):
            prefix.parts.append(("outlet", mark[0].strip(" -.")))
            return prefix
        if ends_with in _ENDS and _complete(prefix, mark, line, before, context):
            return prefix
        if ends_with == "comma":
            unended = unended or _unended(line, prefix, before)
    if len(line) > _REACH:
        return unended or _undashed(head, prefix)
    return _whole_line(head, prefix, own) or unended


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
    # "BANJARMASIN, Keributan sempat terjadi ...", "BENINGPOST, Warga ...": capitals, and a sentence behind them.
    word, _, rest = line[prefix.end : prefix.end + 300].partition(" ")
    shouted = alone and bool(prefix.of("place", "outletish")) and prefix.parts[0][1].isupper()
    if shouted and word.istitle() and rest[:1].islower() and not is_place(word) and is_indonesian(rest):
        return _Prefix(list(prefix.parts), end=prefix.end)
    return None


def _lists_places(text: str) -> bool:
    """Whether a text goes on with another place: "Sambas, Singkawang dan Bengkayang ..." is no dateline."""
    words = text.split(maxsplit=2)[:2]
    return bool(words) and (is_place(words[0].rstrip(",")) or is_place(" ".join(words).rstrip(",")))


def _whole_line(head: str, prefix: _Prefix, own: frozenset[str]) -> _Prefix | None:
    """A line that is a dateline and nothing else; the text is the next one's."""
    rest = head[prefix.end :].strip()
    found = kinds(rest, own) if rest else None
    if found:
        parts = _Prefix([*prefix.parts, *found], end=len(head))
        # "Sambas, KabarBening.com"; "Ambon | Jurnal Bening", where a bar or a dash stands between.
        mark = head[: prefix.end].rstrip()[-1:]
        barred = bool(parts.of("outletish")) and (mark in "|-–—" or (mark == "," and parts.parts[0][1].isupper()))
        if parts.of("place") and (parts.of("outlet") or barred):
            return parts
    return _undashed(head, prefix)


def _undashed(head: str, prefix: _Prefix) -> _Prefix | None:
    """ "Liputan6.com, Jakarta Warga ...": an outlet and a known place need no dash before a capital."""
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
        or (before.parts and prefix.of("outlet"))
        or (ends_with == "dash" and prefix.of("outlet") and prefix.of("place"))
    ):
        return False
    spaced = not rest or mark[0][-1] == " " or line[mark.start() - 1] == " "
    places = prefix.of("place")
    somewhere = places or prefix.of("placeish")
    if prefix.of("outlet"):
        if _DATE_AHEAD.match(rest):
            return False  # "Kompas.com - 05/05/2022": the page's stamp
        return bool(somewhere) or (ends_with in ("dash", "bar") and len(prefix.parts) <= 2)
    if ends_with == "dot":
        return bool(places) and _ends_with_stop(prefix, before, rest)
    if ends_with == "colon" and prefix.brackets and prefix.of("outletish"):
        return bool(places) and prefix.parts[0][0] == "place"
    if ends_with == "colon":
        return (
            bool(places)
            and len(prefix.parts) == len(places) + len(prefix.of("date"))
            # "Jambi: Tingginya hujan ...": a whole sentence, no entry of a list.
            and (places[0].isupper() or (prefix.end < 40 and len(rest) > 80 and is_indonesian(rest)))
        )
    if ends_with == "bar":
        if prefix.of("outletish"):
            return bool(somewhere)
        return bool(places) and (
            bool(before.of("outlet", "outletish")) or (len(prefix.parts) == 1 and places[0].isupper())
        )
    if places:
        # "Bangka Selatan–Warga ...", but "Jakarta–Bandung" is a way.
        spaced = spaced or (mark[0].strip() in "–—" and not _lists_places(rest))
        return _with_place(prefix, places, spaced=spaced)
    # "MURAI--Warga ...": nobody writes a word with two hyphens.
    spaced = spaced or (mark[0].startswith("--") and prefix.parts[0][1].isupper())
    if (
        (rest and rest.count(" ") < _FEWEST_WORDS)
        or before.parts
        or not _with_unknown_place(prefix, spaced=spaced)
        or is_place(rest.partition(" ")[0])
    ):
        return False
    return is_indonesian(rest) or (not is_english(rest) and is_indonesian(context()))


def _ends_with_stop(prefix: _Prefix, before: _Prefix, rest: str) -> bool:
    """Whether parts with a known place and a full stop make a dateline: "KONTAN.CO.ID - JAKARTA.", "PENA, DEMAK."."""
    alone = len(prefix.parts) == 1
    shouted = all(text.isupper() for _, text in prefix.parts)
    if alone and shouted and is_indonesian(rest):
        return True  # "SAMARINDA. Ketua ...", where a sentence follows
    named = (
        before.of("outlet")
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
        return bool(placeish) or alone or (count == 2 and is_acronym(prefix.parts[1][1]))
    if count == 1:
        word = prefix.parts[0][1]
        return spaced and (is_acronym(word) or bool(placeish and len(word.split()) <= (3 if word.isupper() else 2)))
    return bool(placeish) and count == 2 and spaced and (prefix.brackets or is_acronym(prefix.parts[1][1]))
