"""The prefix of a line that may be a dateline: its parts, and whether they and a mark behind them make one."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from kalbarcrawl.text.language import is_english, is_indonesian
from kalbarcrawl.text.outlets import Kind, is_acronym
from kalbarcrawl.text.places import is_place

# No dateline is longer; the rest of a line is not looked at.
REACH = 110
MOST_PARTS = 5
# Of a sentence behind a place nobody knows: "POLITIK- PEMERINTAHAN" is a section.
_FEWEST_WORDS = 3
_SHORTEST_STORY = 80
_TITLES = ("dr. ", "drg. ", "drh. ", "drs. ", "dr ")
_REGIONS = ("Kabupaten ", "Kecamatan ", "Provinsi ")
_OFFICES = frozenset("polres polresta polsek polda kodim mc mmc diskominfo pemkab pemkot".split())
_QUOTES = "\"'“‘«(@[`"
_DATE_AHEAD = re.compile(r"\d{1,2}[/ .-](?:\d{1,2}|[A-Za-z]{3,9})[/ .-]\d{4}")


class Prefix:
    """The parts of a would-be dateline read so far, and where they end."""

    __slots__ = ("brackets", "end", "parts")

    def __init__(self, parts: Sequence[tuple[Kind, str]] = (), end: int = 0) -> None:
        self.parts = list(parts)
        self.brackets = False
        self.end = end

    def has(self, *wanted: Kind) -> bool:
        """Whether any part is of one of these kinds."""
        for kind, _ in self.parts:  # noqa: SIM110  a loop is quicker than a generator
            if kind in wanted:
                return True
        return False

    def of(self, wanted: Kind) -> list[str]:
        """The texts of the parts of a kind, in order."""
        return [text for kind, text in self.parts if kind == wanted]


def lists_places(text: str) -> bool:
    """Whether a text goes on with another place: "Sambas, Singkawang dan Bengkayang ..." is no dateline."""
    words = text.split(maxsplit=3)[:3]
    return any(is_place(" ".join(words[:size]).rstrip(",")) for size in range(1, len(words) + 1))


def opens_with_place(text: str) -> bool:
    """Whether a text begins with a place's name and small letters behind it: "Bandung kini ...", "Miri flights"."""
    first, _, others = text.partition(" ")
    second, _, behind = others.partition(" ")
    return (others[:1].islower() and is_place(first)) or (behind[:1].islower() and is_place(f"{first} {second}"))


def complete(prefix: Prefix, mark: re.Match[str], line: str, before: Prefix, context: Callable[[], str]) -> bool:
    """Whether the parts before a dash, a bar, a colon or a full stop make a dateline."""
    ends_with, rest = mark.lastgroup or "", line[mark.end() : mark.end() + 400]
    if rest and not (
        rest[0].isupper()
        or rest[0].isdigit()
        or rest[0] in _QUOTES
        or rest.startswith(_TITLES)
        or (before.parts and prefix.has("outlet"))
        or (ends_with == "dash" and prefix.has("outlet") and prefix.has("place"))
    ):
        return False
    if prefix.has("outlet"):
        return _with_outlet(prefix, before, rest, ends_with)
    if ends_with != "dash":
        return _ends_undashed(prefix, before, rest, ends_with)
    # "Sambas,-Warga ...": a comma before the hyphen serves as a space; so does an outlet that stands before all.
    begin = mark.end("part")
    dash = line[begin : mark.end()]
    spaced = not rest or dash[-1] == " " or line[begin - 1] in " ," or before.has("outlet")
    if places := prefix.of("place"):
        # "Bangka Selatan–Warga ...", "Blora-Warga ...", but "Jakarta–Bandung" is a way.
        spaced = spaced or (not lists_places(rest) and (dash.strip() in "–—" or is_indonesian(rest)))
        # "Jakarta - Bandung kini ...": a way, unless capitals or an outlet tell.
        if len(prefix.parts) == 1 and not places[0].isupper() and not before.parts and opens_with_place(rest):
            return False
        return _with_place(prefix, places, spaced=spaced)
    # "MURAI--Warga ...", "TELUK MURAI-Warga ...", "MuraiLive—Warga ...": no word is written so.
    first = prefix.parts[0][1]
    glued = dash.startswith("--") or (" " in first and first.isupper()) or (dash in "–—" and prefix.has("outletish"))
    return _nowhere_known(prefix, before, rest, context, spaced=spaced or glued)


def _with_outlet(prefix: Prefix, before: Prefix, rest: str, ends_with: str) -> bool:
    if _DATE_AHEAD.match(rest):
        return False  # "Kompas.com - 05/05/2022": the page's stamp
    if ends_with == "colon" and len(prefix.parts) == 1:
        # "Bening.id: Warga ...", "SAMBAS | KABARBENING.COM : Warga ..."
        return before.has("place") or ("." in prefix.parts[0][1] and is_indonesian(rest))
    if ends_with == "dot" and before.has("place"):
        return True  # "MEDAN // KabarBening. Com. Warga ..."
    if ends_with == "dot" and len(prefix.parts) == 1 and "." in prefix.parts[0][1] and is_sentence(rest):
        return True  # "kabarbening.go.id.Warga ..."
    return prefix.has("place", "placeish") or (ends_with in ("dash", "bar") and len(prefix.parts) <= 2)


def _ends_undashed(prefix: Prefix, before: Prefix, rest: str, ends_with: str) -> bool:
    places = prefix.of("place")
    if ends_with == "bar" and prefix.has("outletish"):
        return bool(places or prefix.has("placeish"))
    if ends_with == "bar" and places and prefix.parts[0][0] == "place" and prefix.parts[-1][0] == "org":
        return True  # "Kupang-NTT, Bening Indonesia | Warga ..."
    if not places:
        return ends_with == "colon" and prefix.brackets and _is_shouted_and_named(prefix) and is_sentence(rest)
    if ends_with == "dot":
        return _ends_with_stop(prefix, before, rest)
    if ends_with == "bar":
        return before.has("outlet", "outletish") or (len(prefix.parts) == 1 and places[0].isupper())
    if prefix.brackets and prefix.has("outletish"):
        return prefix.parts[0][0] == "place"
    return _ends_with_colon(prefix, places, rest)


def _nowhere_known(prefix: Prefix, before: Prefix, rest: str, context: Callable[[], str], *, spaced: bool) -> bool:
    """Whether parts with no known place and no sure outlet make a dateline before a dash."""
    if spaced and prefix.parts[0][1].isupper() and _is_placed_and_dated(prefix):
        return True  # "LONG LAMA, June 21 - Passengers ...", in whatever language
    if (
        (rest and rest.count(" ") < _FEWEST_WORDS)
        or before.parts
        or not _with_unknown_place(prefix, spaced=spaced)
        or is_place(rest.partition(" ")[0])
    ):
        return False
    if is_indonesian(rest):
        return rest.partition(" ")[0].casefold() not in _OFFICES
    if is_english(rest):
        return len(rest) > _SHORTEST_STORY and _is_newsrooms(prefix)
    return is_indonesian(context())


def _is_office_of_a_place(text: str) -> bool:
    """Whether an office that writes its own news is named with its place: "Polres Sanggau", "MMC Kobar"."""
    office, _, place = text.removeprefix("Humas ").partition(" ")
    return office.casefold() in _OFFICES and is_place(place)


def _is_newsrooms(prefix: Prefix) -> bool:
    """Whether an outlet's word opens a sentence: "UNIV NEWS – A group ...", "Campus, Univ News – A team ..."."""
    return prefix.has("outletish") and (prefix.parts[0][1].isupper() or len(prefix.parts) > 1)


def _is_placed_and_dated(prefix: Prefix) -> bool:
    """Whether a place or an outlet's letters and a date are all: "LONG LAMA, June 21", "KBN, Kamis, 2 Mei 2019"."""
    (first, text), *others = prefix.parts
    return (first == "placeish" or is_acronym(text)) and {kind for kind, _ in others} == {"date"}


def _ends_with_colon(prefix: Prefix, places: list[str], rest: str) -> bool:
    """Whether parts with a known place and a colon make a dateline: "Jambi: ...", "Kabarbening, Sambas : ..."."""
    told = prefix.end < 45 and is_sentence(rest)
    if len(prefix.parts) == len(places) + len(prefix.of("date")):
        return places[0].isupper() or told or (len(rest) > _SHORTEST_STORY and is_english(rest))
    if len(prefix.parts) == 2 and places[0].isupper() and is_acronym(prefix.parts[1][1]):
        return told  # "SAMBAS, KB: ..."
    # "Kabarbening, Sambas : ...", "KBN, Sambas : ..."
    named = (prefix.has("outletish", "placeish") or is_acronym(prefix.parts[0][1])) and len(prefix.parts) == 2
    return named and (prefix.parts[-1][0] == "place" or prefix.has("outletish")) and told


def is_sentence(rest: str) -> bool:
    """Whether a whole Indonesian sentence follows, no entry of a list."""
    return len(rest) > _SHORTEST_STORY and is_indonesian(rest)


def _is_shouted_and_named(prefix: Prefix) -> bool:
    """Whether a would-be place in capitals and an outlet's name are all: "RIMBA JAYA (Bening): Warga ..."."""
    (first, text), *others = prefix.parts
    if not (first == "placeish" and text.isupper() and len(others) == 1):
        return False
    kind, name = others[0]
    return kind == "outletish" or is_acronym(name)  # "RIMBA JAYA (RJ): ..."


def _ends_with_stop(prefix: Prefix, before: Prefix, rest: str) -> bool:
    """Whether parts with a known place and a full stop make a dateline: "KONTAN.CO.ID - JAKARTA.", "PENA, DEMAK."."""
    alone = len(prefix.parts) == 1
    shouted = all(text.isupper() for _, text in prefix.parts)
    dated = prefix.parts[-1][0] == "date"
    # But "... di" above and "Kabupaten Sambas. Tujuh rumah ..." here are one sentence whose lines were broken.
    told = len(rest) > _SHORTEST_STORY and not prefix.parts[0][1].startswith(_REGIONS)
    if (alone or dated) and (shouted or dated or told) and is_indonesian(rest):
        return True  # "SAMARINDA. Ketua ...", "Sambas, 26 Mei 2023. Ketua ...", where a sentence follows
    if alone and told and is_english(rest):
        return True  # "Jakarta. Residents of ..."
    named = (
        before.has("outlet", "outletish")
        or prefix.has("outletish")
        or (prefix.brackets and (prefix.parts[0][1].isupper() or is_indonesian(rest)))
        or (prefix.parts[-1][0] == "place" and (shouted or (prefix.parts[0][1].isupper() and is_indonesian(rest))))
    )
    return bool(named and (before.parts or not alone))


def _with_place(prefix: Prefix, places: list[str], *, spaced: bool) -> bool:
    """Whether a known place and what else stands before a dash make a dateline."""
    others = len(prefix.parts) - len(places) - len(prefix.of("date"))
    if not others:
        return spaced or places[0].isupper()
    opens_with_place = prefix.parts[0][0] == "place"
    return others == 1 and (opens_with_place or prefix.has("outletish", "placeish") or prefix.parts[0][1].isupper())


def _with_unknown_place(prefix: Prefix, *, spaced: bool) -> bool:
    """Whether parts with no known place have a dateline's shape: "Desa Baru (Lensa) -", "LensaKalbar -", "NGABUS -"."""
    placeish, outletish, count = prefix.has("placeish"), prefix.of("outletish"), len(prefix.parts)
    first = prefix.parts[0][1]
    if count == 1:
        if spaced and _is_office_of_a_place(first):
            return True
        if outletish:
            return spaced or " " in first
        return spaced and (is_acronym(first) or (placeish and len(first.split()) <= (3 if first.isupper() else 2)))
    second = prefix.parts[1][1]
    if outletish:
        return placeish or (count == 2 and (len(outletish) == 2 or is_acronym(second) or first.isupper()))
    # "BANGAR, 17 Ogos –", "RIMBA JAYA, KEMPAS -"
    odd = prefix.brackets or prefix.has("date") or is_acronym(second) or (first.isupper() and second.isupper())
    return placeish and count == 2 and odd and spaced
