"""Names: one string of several parted, and people told from newsrooms, agencies, accounts and sentences."""

from __future__ import annotations

import re

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
    " redazione redacción redaccion rédaction redactie redaktion redação toimitus"
)
# What somebody is, behind the name: "Budi Santoso, Dosen FISIP Untan", "Ann Lee, Chief Technology Officer".
_POSITION_OPENS = _words(
    "dosen mahasiswa mahasiswi guru peneliti pengamat pemerhati praktisi pegiat aktivis anggota ketua wakil kepala"
    " direktur rektor dekan alumni alumnus pengurus sekretaris bendahara bupati gubernur menteri staf pengajar"
    " penggiat pendiri pemimpin pimpinan warga head director professor lecturer president founder secretary"
)
_NAMES_TOO = _words("guru wakil warga head pendiri staf president founder")
_POSITION_ENDS = _words("officer director manager president professor lecturer minister chairman secretary ceo cto cfo")
_ROLES = _words(
    "penulis pewarta reporter wartawan jurnalis kontributor koresponden peliput editor redaktur author writer"
    " journalist"
    " correspondent contributor photographer fotografer producer columnist kolumnis anchor host analyst analis"
    " penyunting"
)
_RANKS = _words(
    "senior junior chief managing deputy executive political staff associate contributing special guest lead"
)
_ROLES_AND_RANKS = _ROLES | _RANKS | {"by", "oleh"}
# Words that make a sentence of it: a biography or a caption.
_PROSE = _words(
    "saya kami adalah yang untuk dengan ini itu telah seorang pemula lulusan menulis bekerja is was has who"
    " the an at"
    " for from have covers writes about joined lives graduated his her their he she in on of to dari pada"
    " sejak sebagai"
    " artikel berkontribusi penulisan story contributed contributing this report"
)
_PARTICLES = _words("bin binti al el van von de del der den di da dos la le ibn abu ter ten y e bint")
_KEPT_CAPITALS = _words("II III IV AE DEA SH SE ST MH MM MT MA MSI BA MBA AMD")

_PLAIN_DEGREE = (
    "SH SE ST SP MH MM MA MT MBA MSI MPD MSC MAP MPH SPD SSOS SIP SKOM SAG SKM STP SSTP SIK MIP MKES MHUM MKN"
    " MKOM MAG"
    " MPDI SPDI AMD DEA DESS BA BSC BBA LLM LLB MD DDS RN JD CPA DVM LC JR SR II III IV APT AK CA QIA IPM IPU"
    " PHD SPOG"
    " SPPD SPA SPB SIKOM MIKOM SSI SPSI MPSI SHI SEI SSTMK MENG MTI SFARM MFARM MARS SHUM SSN MSN SPT DRH ESQ"
    " MPP FAAP"
)
_DEGREES = _words(_PLAIN_DEGREE)

# Between two people: "dan", "&", ";", "/". The comma is weighed apart, for it also stands before a degree.
_BETWEEN = re.compile(r"(?i)\s*[;|•·\n/]\s*|,?\s+(?:dan|and|serta|with)\s+|,?\s*[&+]\s*")
# Beside a spaced dash stands the desk or the outlet: "Vidya - detikHealth".
_DASH = re.compile(r"\s+[-–—]+\s+|\s*[–—]\s*")
# "Kontributor Lhokseumawe, Masriadi", "Wartawan Tribun Pontianak, Budi": a place or an outlet, then the name.
_FILED_FROM = re.compile(r"(?i)^\W*(?:laporan\s+)?(?:kontributor|koresponden|wartawan|laporan)\s[^,:]{2,40},")
_STAFF = re.compile(r"(?i)\bstaff (?:reporter|writer|correspondent)s?\b")
_BRACKETS = re.compile(r"\([^()]*\)?|\[[^][]*\]?")
_ADDRESS = re.compile(r"(?i)\S+@\S*|@\w+|\bhttps?://\S+|\bwww\.\S+")
_DOMAIN = re.compile(r"(?i)[a-z0-9-]\.(?:com?|net|org|id|tv|news|info|go|ac|my|sg|uk)\b")
_WORD = re.compile(r"[^\W\d_](?:[^\W\d_]|['’`´.\-])*")
_EDGES = ' \t,.;:|/-–—•·*"“”()[]'
_AROUND_NAME = ' \t,;:|/-–—•·*)("“”'
_MAX_NAME = 70


def split_names(text: str) -> list[str]:
    """The single names of a list of names; a degree stays with its holder ("X, S.H., M.Hum.")."""
    names: list[str] = []
    for chunk in _BETWEEN.split(_without_desk(_without_addresses(text))):
        holder = ""
        for piece in filter(None, map(fold, (_FILED_FROM.sub("", chunk) if "," in chunk else chunk).split(","))):
            if holder and is_degree(piece):
                names[-1] = holder = f"{holder}, {piece}"
            else:
                names.append(holder := piece)
    return [name for name in (_without_brackets(name) or name for name in names) if name.strip(_EDGES)]


def _without_addresses(text: str) -> str:
    return _ADDRESS.sub(" ", text) if "@" in text or "://" in text or "www." in text.casefold() else text


def _without_brackets(text: str) -> str:
    return fold(_BRACKETS.sub(" ", text) if "(" in text or "[" in text else text)


def _without_desk(text: str) -> str:
    """`text` without the desk or outlet parted from the names by a dash, before or behind them."""
    head, *others = _DASH.split(text)
    return others[0] if others and (is_newsroom(head) or agency_of(head)) and person(others[0]) else head


def is_filed_from(text: str) -> bool:
    """Whether a byline opens with a role and its place or outlet: "Kontributor Ranai, Ani Wijaya"."""
    return bool(_FILED_FROM.match(text))


def is_degree(text: str) -> bool:
    """Whether what stands behind a comma is an academic title or suffix: "S.H.", "M.Hum", "Ph.D", "Jr."."""
    words = text.replace("(K)", "").split()
    return bool(words) and len(words) <= 4 and all(_is_degree_word(word) for word in words)


def _is_degree_word(word: str) -> bool:
    bare = word.replace(".", "").upper()
    if bare in _DEGREES:
        return True
    # "S.Kep.", "M.Ikom.", "A.Md.": one or two letters, a dot, and an abbreviation.
    head, dot, rest = word.partition(".")
    return (
        bool(dot)
        and head in {"S", "M", "A", "D", "B", "Sp", "Ph", "L", "E"}
        and 0 < len(rest) <= 9
        and rest[0].isupper()
    )


def agency_of(text: str) -> str | None:
    """The wire agency a credit names, in the agency's own spelling; None when it names none."""
    bare = fold(text).strip(_EDGES)
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
    if words[:1] == ["tim"]:  # "Tim Redaksi", but not Tim Cook
        words = words[1:] or ["redaksi"]
    return (
        words[:1] == ["the"]
        or bool(_DOMAIN.search(text))
        or any(word in _NEWSROOM for word in words)
        or any(word.startswith(("admin", "redaksi", "detik", "tribun")) and len(word) > 6 for word in words)
    )


def person(text: str) -> str | None:
    """The name of one person without role, rank or address, CAPITALS as Title Case; None when it is no person's."""
    name = _without_roles(_without_brackets(text).strip(_AROUND_NAME))
    if not name or len(name) > _MAX_NAME or is_newsroom(name) or agency_of(name):
        return None
    words = name.split(",")[0].split()
    if not 1 <= len(words) <= 8 or any(word.casefold() in _PROSE for word in words) or _is_position(words):
        return None
    if len(words) == 1 and _STAFF.search(text):
        return None  # "Guardian staff reporter"
    if any(not _WORD.fullmatch(word) for word in words) or sum(map(str.isalpha, name)) < 3:
        return None
    if not any(word[0].isupper() for word in words) and len(words) == 1 and len(name) > 12:
        return None  # "beritakotanews": an account
    return _cased(name)


def _is_position(words: list[str]) -> bool:
    """Whether several words say what somebody is, not who; of two, "Guru Prasad" and "Wakil Rahman" are people."""
    first, last = words[0].casefold(), words[-1].casefold()
    opens = first in _POSITION_OPENS and (len(words) > 2 or first not in _NAMES_TOO)
    return len(words) > 1 and (opens or last in _POSITION_ENDS)


def _without_roles(name: str) -> str:
    """`name` without roles and their ranks at either end: "Senior Editor Ann Lee", "Budi, Kontributor"."""
    words = name.split()
    lower = [word.casefold().strip(":.,-") for word in words]
    first, last = 0, len(words)
    while first < last and lower[first] in _ROLES_AND_RANKS:
        if lower[first] in _RANKS and not (first + 1 < last and lower[first + 1] in _ROLES_AND_RANKS):
            break
        first += 1
    while first < last and lower[last - 1] in _ROLES:
        last -= 1
        while first < last and lower[last - 1] in _RANKS:
            last -= 1
    return " ".join(words[first:last]).strip(" ,;:-–—")


def _cased(name: str) -> str:
    """`name` with CAPITALS (or none at all) as Title Case; a name of mixed case is its holder's own."""
    head, comma, degrees = name.partition(",")
    letters = [letter for letter in head if letter.isalpha()]
    if all(map(str.isupper, letters)) and len(letters) > 3:
        head = " ".join(word if word in _KEPT_CAPITALS or "." in word else _title(word) for word in head.split())
    elif all(map(str.islower, letters)):
        head = " ".join(_title(word) for word in head.split())
    return head + comma + degrees


def _title(word: str) -> str:
    """`word` with a capital after its beginning, a hyphen or an apostrophe: "O'Neil", "Al-Fatih"."""
    return re.sub(r"[^\W\d_]+", lambda run: run[0].capitalize(), word)
