"""Newsrooms: desks, offices, outlets, accounts and wire agencies, told from people."""

from __future__ import annotations

import re

from kalbarcrawl.text.places import is_place
from kalbarcrawl.text.whitespace import fold


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


_AGENCIES = {
    "antara": "ANTARA",
    "afp": "AFP",
    "agence france presse": "AFP",
    "agence france-presse": "AFP",
    "reuters": "Reuters",
    "thomson reuters": "Reuters",
    "ap": "AP",
    "associated press": "AP",
    "bernama": "Bernama",
    "xinhua": "Xinhua",
    "kyodo": "Kyodo",
    "yonhap": "Yonhap",
    "bloomberg": "Bloomberg",
    "anadolu": "Anadolu",
    "dpa": "dpa",
    "efe": "EFE",
    "upi": "UPI",
    "pa": "PA Media",
    "press association": "PA Media",
    "canadian press": "The Canadian Press",
    "aap": "AAP",
    "pti": "PTI",
    "ians": "IANS",
    "ani": "ANI",
    "kbr": "KBR",
    "voa": "VOA",
}
_AGENCY_WORDS = frozenset(word for name in _AGENCIES for word in name.replace("-", " ").split())
_AROUND_AGENCY = re.compile(r"(?i)^(?:the|kantor berita|perum|lkbn|via)\s+|\s+(?:news|agency|staff|media|foto|kalbar)$")

# Words that stand in the name of a newsroom, a department or an account, and in no person's.
_NEWSROOM = _words(
    "admin administrator redaksi liputan team newsroom developer webmaster staff media news newspaper"
    " newspapers online"
    " network digital desk editorial editors humas kominfo diskominfo cyber portal magazine press broadcasting"
    " tv radio"
    " post times herald tribune tribun kompas liputan antara republika tempo okezone sindonews kumparan viva"
    " jpnn"
    " jawapos merdeka detik wire wires agency agencies reports reporters contributors berita user root guest"
    " anonymous"
    " anonim publisher release rilis foundation university universitas institute inc ltd llc corp company"
    " group pt cv"
    " channel kanal dinas kantor biro mediacenter center today daily weekly gazette chronicle observer"
    " editorials"
    " pemkab pemkot pemprov polda polres kodim kodam korem dprd satgas bpbd advertorial iklan sponsored content"
    " partner partners services service indonesia suara radar harian koran warta kabar majalah web website"
    " rri tvri prokopim kementerian siaran pers tajuk utusan newsdesk terkini malaysiakini malay astro"
    " adpim setda infotorial pariwara adv netizen pembaca operator uploader superuser pendam penerangan penrem pendim"
    " pos rakyat voice report lensa fakta jurnal update"
    " null none undefined unknown"
    " redazione redacción redaccion rédaction redactie redaktion redação toimitus"
)
_DOMAIN = re.compile(r"(?i)[a-z0-9-]\.(?:com?|net|org|id|tv|news|info|go|ac|my|sg|uk)\b")
# "KalbarOnline", "SuaraKalbar": a name of words run together.
_RUN = re.compile(r"[A-Z]?[a-z]+|[A-Z]+(?![a-z])")
_BEGINNINGS = ("admin", "redaksi", "detik", "tribun", "kalbar", "kalteng", "kaltim")
_ENDINGS = ("admin", "online", "kalbar", "kalteng", "kaltim")
# "Kalbar Satu", "Lensa Kaltim": nobody is called after a province's short form.
_SHORT_PROVINCES = _words(
    "kalbar kalteng kalsel kaltim kaltara sumut sumbar sumsel babel kepri jabar jateng jatim sulut sulteng sulsel"
    " sultra sulbar malut"
)
# Words that people are called too: "Viva Yoga Ani", "I Made Antara".
_NAMES_TOO, _FIRST_NAMES_TOO = _words("merdeka antara"), _words("viva media")
# "Tim Riset", but not Tim Cook.
_TEAMS = _words("riset investigasi cek liputan kreatif grafis data peneliti penulis publikasi humas multimedia media")
# What a mark of initials holds that is nobody's: "(Budi/hms)".
_DESKS = _words("hms rls rel red adv ist dkk kreatif redpel")
_EDGES = ' \t,.;:|/-–—•·*"“”()[]'


def agency_of(text: str) -> str | None:
    """The wire agency a credit names, in the agency's own spelling; None when it names none."""
    bare = fold(text).strip(_EDGES)
    if _AGENCY_WORDS.isdisjoint(bare.casefold().replace("-", " ").split()):
        return None
    for _ in range(3):
        if found := _AGENCIES.get(bare.casefold()):
            # "Ani" and "Pa" are people, "ANI" and "PA" are not.
            return found if len(bare) > 4 or bare.isupper() or bare == found else None
        whole, bare = bare, _AROUND_AGENCY.sub("", bare)
        if bare == whole:
            break
    return None


def is_newsroom(text: str) -> bool:
    """Whether a credit is a newsroom, one of its departments or an account, not a person."""
    words = [word.casefold().strip(".,") for word in text.replace("-", " ").split()]
    if words[:1] == ["tim"]:
        return len(words) == 1 or is_place(words[-1]) or words[1] in _TEAMS or is_newsroom(" ".join(text.split()[1:]))
    for place, word in enumerate(words):
        if word in _NEWSROOM and not _may_be_name(place, words):
            return True
        if len(word) > 6 and (word.startswith(_BEGINNINGS) or word.endswith(_ENDINGS)):
            return True
    return (
        words[:1] == ["the"]
        or (len(words) == 1 and words[0] in _DESKS)
        or (len(words) == 2 and not _SHORT_PROVINCES.isdisjoint(words))
        or (("." in text) and _DOMAIN.search(text) is not None)
        or (not text.istitle() and (_is_run_together(text) or (text.endswith("news") and text[1:].islower())))
        or _is_station(text)
    )


def _may_be_name(place: int, words: list[str]) -> bool:
    """Whether a newsroom's word stands among others as a name does."""
    return len(words) > 2 and (words[place] in _NAMES_TOO or (place == 0 and words[0] in _FIRST_NAMES_TOO))


def _is_run_together(text: str) -> bool:
    """Whether a word of several run together holds a newsroom's: "SuaraKalbar"."""
    runs = (_RUN.findall(word) for word in text.split() if not (word.isupper() or word[1:].islower()))
    together = [run for found in runs if len(found) > 1 for run in found]
    return "TV" in together or any(len(run) > 3 and run.casefold() in _NEWSROOM for run in together)


def _is_station(text: str) -> bool:
    """Whether letters and a place are all: "MC Kalbar", an office or a station."""
    letters, _, place = text.partition(" ")
    return 2 <= len(letters) <= 5 and letters.isupper() and not place.isupper() and is_place(place)
