"""Datelines without a dash: an outlet and a place, capitals and a comma, a line of its own."""

from __future__ import annotations

import re
from collections.abc import Sequence

from kalbarcrawl.text.language import is_english, is_indonesian
from kalbarcrawl.text.outlets import is_acronym, kinds
from kalbarcrawl.text.places import is_place
from kalbarcrawl.text.prefix import REACH, Prefix, lists_places

_BARE_OUTLET = re.compile(r"[A-Z0-9-]{3,}\.(?:COM|CO\.ID|CO|ID|NET)[,:]?(?= [A-Z][a-z])")
# "Sambas Kalbar Kabarbening.com Warga ...", "SAMBAS, BeningTV Warga ...": no mark behind the outlet.
_PLACED_OUTLET = re.compile(
    r"(?P<place>[A-Z][\w'’]*(?:[ -][A-Z][\w'’]*){0,3}?)(?:,? | ?- ?)"
    r"(?P<outlet>[A-Za-z0-9-]{3,}\.(?:com|co\.id|id|net)|[A-Z][a-z]+[A-Za-z]*TV)\s+(?=[A-Z][a-z]+ [a-z]|[A-Z]\w+ [A-Z])"
)
# "KORTOR, SAMBAS Warga ...": two words in capitals, the second a place.
_SHOUTED_PLACE = re.compile(r"(?P<place>[A-Z]{4,}(?: [A-Z]{3,}){0,2}) (?=[A-Z][a-z]+ [a-z])")
_REACH_OF_OUTLET = 70
_OUTLETS_END = re.compile(r"(?:\.(?:com|co\.id|id|net)|TV) ")


def closes(prefix: Prefix, line: str) -> bool:
    """Whether a place and an outlet in brackets need no dash: "Sambas(KabarBening) Warga ..."."""
    if not (prefix.brackets and prefix.has("outlet", "outletish") and prefix.has("place")):
        return False
    word, _, rest = line[prefix.end :].partition(" ")
    return word.istitle() and rest[:1].islower() and is_indonesian(rest)


def first_unended(line: str, commas: Sequence[Prefix], before: Prefix) -> Prefix | None:
    """What the first of the places read so far makes with a mere comma behind it."""
    for prefix in commas:
        if found := _unended(line, prefix, before):
            return found
    return None


def _unended(line: str, prefix: Prefix, before: Prefix) -> Prefix | None:
    """What a place and a mere comma make of a prefix, unless a dash follows: "Monga.id – Ketapang, Di ..."."""
    head, first, alone = line[:REACH], prefix.parts[0][1], len(prefix.parts) == 1
    outlet, place = prefix.has("outlet"), prefix.has("place")
    # "PONTIANAK – KABARBENING.COM, Warga ...", or the other way round.
    named = place and (outlet or prefix.has("outletish") or (alone and _is_outlets(before)))
    if (named or (outlet and alone and before.has("place"))) and head[prefix.end : prefix.end + 1].isupper():
        return None if lists_places(head[prefix.end :]) else prefix
    if outlet and alone:
        word, _, rest = line[prefix.end :].partition(" ")
        if "." in first and word.istitle() and rest[:1].islower() and is_indonesian(rest):
            return prefix  # "Kabarbening.co.id, Sebuah truk ..."
        return undashed(head, prefix)
    if not (alone and first.isupper()):
        return None
    if (shouted := _SHOUTED_PLACE.match(line, prefix.end)) and is_place(shouted["place"]):
        return Prefix([*prefix.parts, ("place", shouted["place"])], end=shouted.end())
    # "BANJARMASIN, Keributan sempat terjadi ...", "BENINGPOST, Warga ...": capitals, and a sentence behind them.
    word, _, rest = line[prefix.end : prefix.end + 300].partition(" ")
    if not (place or prefix.has("outletish")) or not word.istitle() or not rest[:1].islower() or is_place(word):
        return None
    return prefix if is_indonesian(rest) or (place and is_english(rest)) else None


def _is_outlets(before: Prefix) -> bool:
    """Whether an outlet was read, and no place yet."""
    return before.has("outlet", "outletish") and not before.has("place")


def whole_line(head: str, prefix: Prefix, own: frozenset[str]) -> Prefix | None:
    """A line that is a dateline and nothing else; the text is the next one's."""
    rest = head[prefix.end :].strip("(). ")
    if not rest and head[-1] == ")" and prefix.has("place") and prefix.has("outlet", "outletish"):
        return prefix  # "Sambas, (Kabar Bening)"
    found = kinds(rest, own) if rest else None
    if found:
        parts = Prefix([*prefix.parts, *found], end=len(head))
        # "Sambas, KabarBening.com"; "Ambon | Jurnal Bening", where a bar or a dash stands between.
        mark = head[: prefix.end].rstrip()[-1:]
        barred = parts.has("outletish") and (mark in "|-–—" or mark == ",")
        # "SAMBAS, BENING", "Sambas, KBN."
        barred = barred or (mark == "," and len(parts.parts) == 2 and (head.isupper() or is_acronym(rest)))
        if parts.has("place") and (parts.has("outlet") or barred):
            return parts
    return undashed(head, prefix)


def undashed(head: str, prefix: Prefix) -> Prefix | None:
    """ "Liputan6.com, Jakarta Warga ...": an outlet and a known place need no dash before a capital."""
    dotted = "TV " in head or "." in head[:_REACH_OF_OUTLET]
    if dotted and _OUTLETS_END.search(head) and (placed := _PLACED_OUTLET.match(head)):
        found = kinds(placed["place"], frozenset()) or ()
        if found and all(kind == "place" for kind, _ in found):
            return Prefix([*found, ("outlet", placed["outlet"])], end=placed.end())
    named = prefix.has("outlet")
    if (prefix.parts and not named) or prefix.has("place", "placeish"):
        return None
    words = head[prefix.end :].split() if named else []
    for size in range(min(4, len(words) - 1), 0, -1):
        place = " ".join(words[:size])
        if is_place(place) and not words[size][0].islower():
            return Prefix([*prefix.parts, ("place", place)], end=head.index(place, prefix.end) + len(place) + 1)
    bare = _BARE_OUTLET.match(head) if dotted and len(prefix.parts) < 2 else None
    if bare and is_indonesian(head):
        return Prefix([("outlet", bare[0].rstrip(",:"))], end=bare.end() + 1)
    return None
