"""What a word of a dateline is: an outlet, a place, a date, or nothing a dateline holds."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Literal

from kalbarcrawl.text.places import is_place
from kalbarcrawl.text.whitespace import sameness

Kind = Literal["outlet", "outletish", "place", "placeish", "org", "date"]
"""outlet and place are certain; outletish and placeish have the shape; org is any other short run of capitals."""


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


_DOMAIN = re.compile(
    r"(?:www\.)?[a-z0-9-]{2,}(?:\.[a-z0-9-]{2,})*?\. ?(?:com?|con|id|net|org|news|tv|info|my|sg|go|mil|ac|asia"
    r"|site|xyz|live|press|today|biz|online|top|club|tech|pro|world|page)"
    r"(?:\.[a-z]{2})?",
    re.IGNORECASE,
)
# A domain under another name: "kabarbening.media", "KABARBENING.NETWORK".
_OTHER_DOMAIN = re.compile(r"(?:[A-Za-z0-9-]{2,}\.)*[A-Za-z0-9-]{4,}\.(?:[a-z]{2,10}|[A-Z]{3,10})")
_ENDINGS = ("news", "online", "post", "tribun", "times", "kalbar", "pos", "tv", "info", "media")
SMALL_OUTLET = rf"[a-z][a-z0-9]+(?:{'|'.join(_ENDINGS)})"
"""The pattern of an outlet's name in small letters."""
_OUTLET_WORD = re.compile(SMALL_OUTLET)
_CAMEL = re.compile(r"[A-Za-z]*[a-z!][A-Z][A-Za-z0-9]+|[A-Z]{3,}[a-z]{3,}\w*")
WEEKDAY = (
    r"(?:senin|selasa|rabu|kamis|jum['’]?a+t|sabtu|minggu|ahad|isnin|khamis"
    r"|(?:mon|tue|tues|wed|wednes|thu|thurs|fri|sat|satur|sun)(?:day)?)"
)
"""The pattern of a day of the week, in small letters."""
_DATE = re.compile(
    rf"(?:{WEEKDAY}\b\W*)?(?:\d{{1,2}}\s?[/.-]\s?\d{{1,2}}(?:\s?[/.-]\s?\d{{2,4}})?"
    rf"|\d{{1,2}}\s+[a-z]{{3,9}}\.?(?:\s+\d{{4}})?|[a-z]{{3,9}}\.? \d{{1,2}}(?:,? \d{{4}})?)|{WEEKDAY}|20\d\d",
    re.IGNORECASE,
)
# "IPOH 1 Dis", "KUALA LUMPUR 13 Okt": no comma between.
_DATE_BEHIND = re.compile(r" (?=\d{1,2} [A-Z][a-z]{2,8}\.?(?: \d{4})?$)")
_WIRES = _words(
    "antara afp reuters ap xinhua bernama kbr kbrn kyodo dpa anadolu efe upi yonhap voa rri aap pti infopublik"
)
_OUTLET_WORDS = _words(
    "news post pos online radar tribun suara media koran harian warta kabar berita times express ekspres today"
    " tv kompas tempo"
    " antara republika jurnal journal lensa kilas portal info center centre daily pers press network reporter"
    " sindo merdeka mc mmc"
    " jpnn inilah viva vivanews detik okezone liputan bisnis kontan bbc cnn cnbc dw metro beritasatu gatra"
    " rmol prokal equator"
    " tribune pena sinar fajar lintas reportase humas kominfo diskominfo newsroom radio swara fm gema mimbar pelita"
    " obor aktual"
)
_NO_OUTLET = _words(
    "youtube tiktok whatsapp linkedin facebook mcdonald mcdonalds iphone ipad playstation paypal openai github"
)
# At a sentence's head, and no place: offices, kinds of story, small words.
_NO_PLACE = _words(
    "presiden wakil wapres menteri gubernur wagub bupati wabup wali walikota camat lurah kepala ketua polisi"
    " polda polres polsek"
    " kapolda kapolres kapolsek tni polri dpr dprd mpr kpk bnn bmkg kpu bawaslu bps bpk pln bumn asn pns who"
    " pbb nasa fifa pssi pemerintah pemprov pemkab"
    " pemkot dinas badan kementerian komisi kejaksaan pengadilan mahkamah satgas tim pt cv bank universitas"
    " fakultas rumah jalan"
    " foto video gambar ilustrasi breaking update exclusive eksklusif opini opinion live infografis infografik"
    " profil hoaks hoax"
    " cek fakta viral kabar berita info tips cara hasil jadwal daftar film lagu kasus hari dan di yang untuk"
    " dengan the a an in"
    " on at of dialog wawancara advertorial hut pilkada pemilu piala liga kisah cerita review watch photo"
    " analysis comment column"
    " prof dr ir drs hj haji pak bu bapak ibu almarhum mantan eks calon pj plt plh sekda sekretaris direktur"
    " anggota warga baca"
    " simak penulis editor pewarta reporter oleh sumber editorial komentar masyarakat indonesia ini itu selain"
    " saat sebagai"
)
# "AN" may be an outlet's; "DPRD" is none.
_OFFICES = _NO_PLACE - _words("an in on at of a the di")


@lru_cache(maxsize=4096)
def kinds(text: str, own: frozenset[str]) -> tuple[tuple[Kind, str], ...] | None:
    """What one part of a would-be dateline is; None when no dateline holds such a thing.

    An outlet and a place run together ("BorneoTribun Pontianak") come back as two.
    """
    if own and sameness(text) in own:
        return (("outlet", text),)
    if len(text) > 45:
        return None
    kind = _kind(text)
    if kind == "outlet" and (glued := _glued(text)):
        return glued
    if kind in ("outlet", "place", "date"):
        return ((kind, text),)
    if glued := _glued(text):
        return glued
    dated = _DATE_BEHIND.search(text)
    if dated and ((known := is_place(text[: dated.start()])) or text[: dated.start()].isupper()):
        # "Sibu 19 Mei", "MERLIMAU 22 Jan"
        return (("place" if known else "placeish", text[: dated.start()]), ("date", text[dated.end() :]))
    words = text.split()
    for size in range(min(3, len(words) - 1), 0, -1):
        place, tail = " ".join(words[:size]), " ".join(words[size:])
        if is_place(place):
            if is_place(tail) or _is_domain(tail):
                return (("place", place), ("place" if is_place(tail) else "outlet", tail))  # "Pontianak Kalbar"
            if is_acronym(tail):
                return (("place", place), ("org", tail))  # "Sintang KBN"
        head, place = " ".join(words[:-size]), " ".join(words[-size:])
        if is_place(place) and (sameness(head) in own or _kind(head) in ("outlet", "outletish")) and len(head) > 3:
            # "Suara Kalbar", "Tribun Pontianak" are names of one outlet.
            return (
                (("outlet", text),)
                if _kind(head) == "outletish" and not _CAMEL.fullmatch(head)
                else (("outlet", head), ("place", place))
            )
    return ((kind, text),) if kind else None


def _glued(text: str) -> tuple[tuple[Kind, str], ...] | None:
    """A place and a domain, or two places, with no more than a hyphen or a slash between: "PONTIANAK-KABAR.COM"."""
    outlet, dot, place = text.rpartition(".")
    if dot and is_place(place) and _kind(outlet) in ("outlet", "outletish"):
        return (("outlet", outlet), ("place", place))  # "KABARBENINGNEWS.SAMBAS"
    outlet, slash, place = text.partition("/")
    if slash and is_place(place) and outlet.strip().isupper() and not is_place(outlet):
        return (("outletish", outlet.strip()), ("place", place.strip()))  # "KABARBENING/ SAMBAS"
    place, _, outlet = text.partition(".")
    if (
        outlet
        and is_place(place)
        and (outlet[0].isupper() or "." in outlet)
        and (outlet.isalpha() or _is_domain(outlet))
    ):
        return (("place", place), ("org" if outlet.isalpha() else "outlet", outlet))  # "Sambas.Bening"
    for mark in "-/":
        place, found, tail = text.partition(mark)
        if not found or not is_place(place):
            continue
        if is_place(tail):
            return (("place", place), ("place", tail))
        if mark == "/" and place.isupper() and tail.istitle() and " " in tail:
            return (("place", place), ("outletish", tail))  # "TANJUNG REDEB/Kabar Bening"
        # "bekasi-online.com" is one domain.
        if _is_domain(tail) and tail.partition(".")[0].casefold() not in _OUTLET_WORDS:
            return (("place", place), ("outlet", tail))
    return None


def _is_domain(text: str) -> bool:
    return "." in text and _DOMAIN.fullmatch(text) is not None


def _is_outlet_word(word: str) -> bool:
    return word.endswith(_ENDINGS) and _OUTLET_WORD.fullmatch(word) is not None


def _certain(text: str) -> Kind | None:
    if _is_domain(text) or text[:12].casefold() == "tribratanews":
        return "outlet"
    if is_place(text):
        return "place"
    if " " in text and text.replace(" ", "").isalpha():
        return None  # several words and no figure: no date
    return "date" if _DATE.fullmatch(text) else None


def _kind(text: str) -> Kind | None:
    if certain := _certain(text):
        return certain
    if ("." in text and _OTHER_DOMAIN.fullmatch(text)) or _is_outlet_word(text):
        return "outletish"
    words = text.split()
    if (
        len(words) > 4
        or text.isdigit()
        or not all(
            word[0].isupper() or word[0].isdigit() or _CAMEL.fullmatch(word)
            for word in words[: len(words) - (words[-1] in ("id", "com"))]
        )
    ):
        return None
    lower = [word.casefold().strip(".'’") for word in words]
    if lower[0] in _WIRES or _is_domain(words[0]):
        return "outlet"
    if len(words) == 2 and words[1] in ("id", "com") and _CAMEL.fullmatch(words[0]):
        return "outlet"  # "KabarBening id": the dot was lost
    if len(words) == 1 and text[-1].isdigit() and lower[0].rstrip("0123456789") in _OUTLET_WORDS:
        return "outlet"  # "Kabar6"
    named = not _OUTLET_WORDS.isdisjoint(lower) or any(map(_is_outlet_word, lower))
    if named or (len(words) == 1 and _CAMEL.fullmatch(text)):
        return None if lower[0] in _NO_OUTLET else "outletish"
    if not _NO_PLACE.isdisjoint(lower):
        return "org" if text.isupper() or len(words) > 1 else None
    letters = text.replace("'", "").replace("’", "").replace(" ", "").replace("-", "")
    if len(words) <= 3 and letters.isalpha() and (len(text) > 4 or not text.isupper()):
        return "placeish"
    return "org"


def is_office(word: str) -> bool:
    """Whether a word in small letters is an office's or a body's, and so begins no place: "bupati", "ketua"."""
    return word in _OFFICES


def is_acronym(text: str) -> bool:
    """Whether `text` may be an outlet's own abbreviation: two to five capitals, and no office's."""
    return 2 <= len(text) <= 5 and text.isalpha() and text.isupper() and text.casefold() not in _OFFICES
