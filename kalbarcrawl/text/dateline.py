"""Datelines: the place and the outlet that open a story ("PONTIANAK, KalbarOnline - ")."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Literal

from kalbarcrawl.text.language import is_indonesian
from kalbarcrawl.text.places import is_place
from kalbarcrawl.text.whitespace import sameness

# No dateline is longer; the rest of a line is not looked at.
_REACH = 110

_DASH = r"(?:-{1,3}|[‐–—―−]{1,2}|[âà]€“|โ€“|&[nm]dash;)"
# What parts and ends a dateline. "I" is a bar that somebody typed as a letter.
_MARK = re.compile(
    rf"(?P<dash>\s*\.?\s*{_DASH}\s*)|(?P<bar>\s*[|:]\s*|\s+[Il]\s+(?=[A-Z]))|(?P<open>\s*\(\s*)|(?P<close>\)\s*)"
    r"|(?P<comma>\s*,\s*)|(?P<dot>\.\s+(?=\S))"
)
_DOMAIN = re.compile(
    r"(?:www\.)?[a-z0-9-]{2,}(?:\.[a-z0-9-]{2,})*?\.(?:com?|con|id|net|org|news|tv|info|my|sg|go|mil|ac|asia|site|xyz|live|press|today)"
    r"(?:\.[a-z]{2})?(?: [a-z]+){0,2}",
    re.IGNORECASE,
)
_CAMEL = re.compile(r"[A-Za-z]*[a-z][A-Z][A-Za-z]{2,}|[A-Z]{2,}[a-z]{3,}\w*")
_DATE = re.compile(
    r"(?:(?:senin|selasa|rabu|kamis|jum['’]?at|sabtu|minggu|ahad)\b\W*)?(?:\d{1,2}\s?[/.-]\s?\d{1,2}(?:\s?[/.-]\s?\d{2,4})?"
    r"|\d{1,2}\s+[a-z]{3,9}\.?(?:\s+\d{4})?)?",
    re.IGNORECASE,
)
_OUTLET_WORDS = frozenset(
    "news post pos online radar tribun suara media koran harian warta kabar berita times express ekspres today tv rri kompas"
    " tempo antara republika jurnal journal lensa kilas portal info infopublik center centre daily pers press indonesia.com"
    " network reporter sindo merdeka mc jpnn inilah viva detik okezone liputan bisnis kontan voa bbc cnn cnbc dw metro"
    " beritasatu gatra rmol prokal equator equatornews tribune pena sinar fajar lintas reportase investigasi humas kominfo".split()
)
_WIRES = frozenset("antara afp reuters ap xinhua bernama kbr kyodo dpa anadolu efe upi yonhap voa rri aap pti".split())  # noqa: SIM905
# Brands spelled like an outlet, and words in capitals or at a sentence's head that are no place.
_NO_OUTLET = frozenset("youtube tiktok whatsapp linkedin facebook mcdonald iphone ipad playstation paypal openai github".split())  # noqa: SIM905
_NO_PLACE = frozenset(
    "presiden wakil wapres menteri gubernur wagub bupati wabup wali walikota camat lurah kepala ketua polisi polda polres polsek"
    " kapolda kapolres kapolsek tni polri dpr dprd mpr kpk bnn bmkg kpu bawaslu pemerintah pemprov pemkab pemkot dinas badan"
    " kementerian komisi kejaksaan pengadilan mahkamah satgas tim pt cv bank universitas fakultas rumah jalan foto video"
    " gambar ilustrasi breaking update exclusive eksklusif opini opinion live infografis infografik profil hoaks hoax cek fakta"
    " viral kabar berita info tips cara hasil jadwal daftar film lagu kasus hari dan di yang untuk dengan the a an in on at of"
    " dialog wawancara advertorial hut pilkada pemilu piala liga kisah cerita review watch photo analysis comment column"
    " prof dr ir drs hj haji pak bu bapak ibu almarhum mantan eks calon pj plt plh sekda sekretaris direktur anggota warga".split()
)

_Kind = Literal["outlet", "outletish", "place", "placeish", "org", "date"]


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


@dataclass
class _Prefix:
    """The parts of a would-be dateline read so far."""

    parts: list[tuple[_Kind, str]] = field(default_factory=list)
    brackets: bool = False

    def of(self, *kinds: _Kind) -> list[str]:
        return [text for kind, text in self.parts if kind in kinds]


def opening(line: str, names: Sequence[str] = ()) -> Opening | None:
    """The dateline that opens `line`, which is folded text; None where it opens with none.

    `names` are the publisher's own names. A domain, a wire's name or a publisher's own name makes a dateline
    certain; a place alone needs a dash, and an unknown place needs Indonesian text behind it.
    """
    own = _own_names(tuple(names))
    raw_end, places, outlets, certain = 0, list[str](), list[str](), False
    while found := _read(line[raw_end : raw_end + _REACH], line[raw_end:], own, chained=bool(raw_end)):
        end, prefix = found
        raw_end += end
        places += prefix.of("place") or prefix.of("placeish")
        outlets += prefix.of("outlet") or prefix.of("outletish", "org")
        certain = certain or bool(prefix.of("outlet"))
        if raw_end >= len(line):
            break
    if not raw_end:
        return None
    place = ", ".join(dict.fromkeys(places)) or None
    outlet = outlets[0] if outlets else None
    return Opening(Dateline(place, outlet, line[:raw_end].strip()), line[raw_end:].strip(), certain)


@lru_cache(maxsize=256)
def _own_names(names: tuple[str, ...]) -> frozenset[str]:
    return frozenset(sameness(name) for name in names)


def _read(head: str, line: str, own: frozenset[str], *, chained: bool) -> tuple[int, _Prefix] | None:
    """The end and the parts of the first complete dateline at the head of `line`."""
    prefix, position = _Prefix(), 0
    for mark in _MARK.finditer(head):
        text, kind_of_mark = head[position : mark.start()].strip(), mark.lastgroup
        if text:
            kind = _kind(text, own)
            if kind is None:
                return _undashed(head, prefix, text, position) if kind_of_mark != "dot" else None
            prefix.parts.append((kind, text))
        elif not prefix.parts:
            return None
        position = mark.end()
        if kind_of_mark == "open":
            prefix.brackets = True
        elif kind_of_mark in ("dash", "bar", "dot") and _complete(prefix, mark, line, chained=chained):
            return position, prefix
    if len(line) > len(head) or len(prefix.parts) > 4:
        return None
    rest = head[position:].strip()
    kind = _kind(rest, own) if rest else None
    if rest and kind:  # the line is the dateline, the text is the next one's
        prefix.parts.append((kind, rest))
        if prefix.of("outlet") and prefix.of("place"):
            return len(line), prefix
        prefix.parts.pop()
    return _undashed(head, prefix, rest, position)


def _undashed(head: str, prefix: _Prefix, text: str, position: int) -> tuple[int, _Prefix] | None:
    """ "Liputan6.com, Jakarta Warga ...": an outlet and a known place need no dash before a capital."""
    if not prefix.parts or not prefix.of("outlet") or prefix.of("place", "placeish"):
        return None
    words = text.split()
    for size in (4, 3, 2, 1):
        place = " ".join(words[:size])
        if len(words) > size and is_place(place) and (words[size][0].isupper() or not words[size][0].isalpha()):
            prefix.parts.append(("place", place))
            return head.index(place, position) + len(place) + 1, prefix
    return None


@lru_cache(maxsize=4096)
def _kind(text: str, own: frozenset[str]) -> _Kind | None:
    """What one part of a dateline is; None when a dateline holds nothing of the kind."""
    if own and sameness(text) in own:
        return "outlet"
    if len(text) > 45:
        return None
    if _DOMAIN.fullmatch(text):
        return "outlet"
    if is_place(text):
        return "place"
    words = text.split()
    lower = [word.casefold().strip(".'’") for word in words]
    if _DATE.fullmatch(text):
        return "date"
    if len(words) > 4 or not all(word[0].isupper() or word[0].isdigit() or _CAMEL.fullmatch(word) for word in words):
        return None
    if lower[0] in _WIRES:
        return "outlet"
    if any(word in _OUTLET_WORDS for word in lower) or (len(words) == 1 and _CAMEL.fullmatch(text)):
        return None if lower[0] in _NO_OUTLET else "outletish"
    if any(word in _NO_PLACE for word in lower):
        return "org"
    if len(words) <= 3 and all(word.replace("'", "").isalpha() for word in words) and (len(text) > 4 or not text.isupper()):
        return "placeish"
    return "org"


def _complete(prefix: _Prefix, mark: re.Match[str], line: str, *, chained: bool) -> bool:
    """Whether the parts before a dash, a bar or a full stop make a dateline."""
    ends_with, rest = mark.lastgroup, line[mark.end() :]
    outlet, outletish = prefix.of("outlet"), prefix.of("outletish")
    place, placeish, org = prefix.of("place"), prefix.of("placeish"), prefix.of("org")
    count = len(prefix.parts)
    if count > 5 or (rest and not (rest[0].isupper() or rest[0].isdigit() or rest[0] in "\"'“‘«(@[")):
        return False
    if outlet:
        return bool(place or placeish or (count == 1 and ends_with == "dash")) and not _looks_like_date(rest)
    if ends_with == "bar":
        return bool(outletish and place)
    if ends_with == "dot":
        return False
    spaced = mark[0] != mark[0].strip() or not rest
    if place:
        if not count > len(place) + len(prefix.of("date")):
            return spaced or place[0].isupper()
        first = prefix.parts[0][0]
        return count <= 3 and (first == "place" or bool(outletish) or org[:1] == [text for text in org[:1] if text.isupper()])
    if chained or not is_indonesian(rest):
        return False
    if outletish and (placeish or (count == 1 and spaced)):
        return True
    if placeish and count == 1:
        return (spaced and len(placeish[0].split()) <= 2) or (placeish[0].isupper() and spaced)
    return bool(placeish and prefix.brackets and count == 2)


def _looks_like_date(rest: str) -> bool:
    return bool(re.match(r"\d{1,2}[/ .-](?:\d{1,2}|[A-Za-z]{3,9})[/ .-]\d{4}", rest))
