"""Names: one string of several parted, and people told from what they are, sentences and roles."""

from __future__ import annotations

import re

from kalbarcrawl.text.newsrooms import agency_of, is_newsroom
from kalbarcrawl.text.places import is_place
from kalbarcrawl.text.whitespace import fold


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


# What somebody is, behind the name: "Budi Santoso, Dosen FISIP Untan", "Ann Lee, Chief Technology Officer".
_POSITION_OPENS = _words(
    "dosen mahasiswa mahasiswi guru peneliti pengamat pemerhati praktisi pegiat aktivis anggota ketua wakil kepala"
    " direktur rektor dekan alumni alumnus pengurus sekretaris bendahara bupati gubernur menteri staf pengajar"
    " penggiat pendiri pemimpin pimpinan warga advokat pengacara sastrawan sejarawan akademisi penyair apoteker ekonom"
    " sekjen komisioner kader presiden relawan"
    " pensiunan statistisi penyuluh widyaiswara peserta psikolog budayawan kolumnis santri petani"
    " head director professor lecturer president founder secretary"
)
_NAMES_TOO = _words("guru wakil warga head pendiri staf president founder presiden kader menteri ketua")
# What ends a name that a word for somebody's work follows: "Ani Wijaya Dosen Untan".
_ENDS_NAME = _words("dosen mahasiswa mahasiswi kontributor wartawan jurnalis koresponden")
_POSITION_ENDS = _words("officer director manager president professor lecturer minister chairman secretary ceo cto cfo")
_ROLES = _words(
    "laporan pengarang penulis pewarta reporter wartawan jurnalis kontributor koresponden peliput editor redaktur"
    " author writer"
    " journalist"
    " correspondent contributor photographer fotografer producer columnist kolumnis anchor host analyst analis"
    " penyunting"
)
_RANKS = _words(
    "citizen freelance photo video web magang lepas"
    " senior junior chief managing deputy executive political staff associate contributing special guest lead"
)
_ROLES_AND_RANKS = _ROLES | _RANKS | {"by", "oleh"}
# Words that make a sentence of it: a biography or a caption.
_PROSE = _words(
    "saya kami adalah yang untuk dengan ini itu telah seorang pemula lulusan menulis bekerja is was has who"
    " the an at"
    " for from have covers writes about joined lives graduated his her their he she in on of to dari pada"
    " sejak sebagai"
    " artikel berkontribusi penulisan story contributed contributing this report melaporkan waktu baca"
)
# These in capitals too, and these where several words begin so.
_NEVER_NAMES = _words("ini itu adalah untuk dengan pada sebagai telah pertama kedua ketiga keempat kelima")
_OPENS_SENTENCE = _words("saya kami artikel story this")
_KEPT_CAPITALS = _words("II III IV AE DEA SH SE ST MH MM MT MA MSI BA MBA AMD KH TGH AKP AKBP")

_PLAIN_DEGREE = (
    "SH SE ST SP MH MM MA MT MBA MSI MPD MSC MAP MPH SPD SSOS SIP SKOM SAG SKM STP SSTP SIK MIP MKES MHUM MKN"
    " MKOM MAG"
    " MPDI SPDI AMD DEA DESS BA BSC BBA LLM LLB MD DDS RN JD CPA DVM LC JR SR II III IV APT AK CA QIA IPM IPU"
    " PHD SPOG AMDKEP AMDKEB BDN SST STR OFMCAP"
    " SPPD SPA SPB SIKOM MIKOM SSI SPSI MPSI SHI SEI SSTMK MENG MTI SFARM MFARM MARS SHUM SSN MSN SPT DRH ESQ"
    " MPP FAAP"
)
_DEGREES = _words(_PLAIN_DEGREE)

# Between two people: "dan", "&", ";", "/". The comma is weighed apart, for it also stands before a degree, and the
# slash of "Ravi a/l Muthu", "Kavitha A/P Raman" parts nobody.
_BETWEEN = re.compile(
    r"(?i)\s*[;|•·\n]\s*|\s*/(?!(?<=\sa/)[lp]\s|(?<=\s[sd]/)o\s)\s*|,?\s+(?:dan|and|serta|with)\s+|,?\s*[&+]\s*"
)
_PATRONYMICS = _words("a/l a/p s/o d/o")
# Beside a spaced dash stands the desk or the outlet: "Vidya - detikHealth".
_DASH = re.compile(r"\s+[-–—]+\s*|\s*[–—]\s*")
# "Kontributor Lhokseumawe, Masriadi", "Wartawan Tribun Pontianak, Budi": a place or an outlet, then the name.
_FILED_FROM = re.compile(
    r"(?i)^\W*(?:laporan\s+(?:reporter|jurnalis)|(?:laporan\s+)?(?:kontributor|koresponden|wartawan|laporan))"
    r"\s[^,:]{2,40},"
)
_STAFF = re.compile(r"(?i)\bstaff (?:reporter|writer|correspondent)s?\b")
_BRACKETS = re.compile(r"\([^()]*\)?|\[[^][]*\]?")
_ADDRESS = re.compile(r"(?i)\S+@\S*|@\w+|\bhttps?://\S+|\bwww\.\S+")
_WORD = re.compile(r"[\"'“‘]?[^\W\d_](?:[^\W\d_]|['’`´.\-])*[\"”]?")
# "CHRP" behind a name
_CERTIFICATE = re.compile(r"[A-Z]{3,4}")
_EDGES = ' \t,.;:|/-–—•·*"“”()[]'
_AROUND_NAME = ' \t,;:|<>/-–—•·*)("“”'
_MAX_NAME = 70
# "Nur'aini" is one run of letters, and a letter before an apostrophe its own: "O'Neil".
_RUN = re.compile(r"[^\W\d_]+(?:['’`´][^\W\d_]+)*")
_LETTER = re.compile(r"\b([^\W\d_]['’`´])([^\W\d_])")
_BEFORE_NAME, _BEHIND_NAME = re.compile(r"^\W+"), re.compile(r"(?<=\w) (?:Follow|Ikuti|dkk\.?|et al\.?)$")
_BIN = re.compile(r"(?<=\w )(?:Bin|Binti|Bte)(?= )")
_VOWELS = frozenset("AEIOU")
PLACES_TOO = _words("bima agam muna darwin sofia roma paris milan sydney medina madina santiago")
"""Places that people are called after as often, in small letters."""


def split_names(text: str) -> list[str]:
    """The single names of a list of names; a degree stays with its holder ("X, S.H., M.Hum.")."""
    names: list[str] = []
    text = _without_brackets(text) or text.strip("()[] ")  # "(Ani)": a name, where nothing stands beside it
    for chunk in _BETWEEN.split(_without_desk(_without_addresses(text))):
        holder = ""
        for piece in filter(None, map(fold, _without_filed_from(chunk).split(","))):
            if holder and is_degree(piece):
                names[-1] = holder = f"{holder}, {piece}"
            elif not (holder and _says_what(piece, holder)):
                names.append(holder := piece)
    return [name for name in names if name.strip(_EDGES)]


def _says_what(piece: str, holder: str) -> bool:
    """Whether what stands behind a name says what its holder is: "South Asia Correspondent", "CHRP"."""
    first, _, others = piece.casefold().partition(" ")
    if others and (first in _ROLES or others.rpartition(" ")[2] in _ROLES):
        return True
    if first.strip(".") in ("dkk", "dll") or first in _POSITION_OPENS:
        return bool(others) or first not in _NAMES_TOO
    return bool(_CERTIFICATE.fullmatch(piece)) and not holder.isupper() and not agency_of(piece)


def _without_filed_from(text: str) -> str:
    return _FILED_FROM.sub("", text) if is_filed_from(text) else text


def _without_addresses(text: str) -> str:
    return _ADDRESS.sub(" ", text) if "@" in text or "://" in text or "www." in text.casefold() else text


def _without_brackets(text: str) -> str:
    return fold(_BRACKETS.sub(" ", text) if "(" in text or "[" in text else text)


def _without_desk(text: str) -> str:
    """`text` without the desk or outlet parted from the names by a dash, before or behind them."""
    head, *others = _DASH.split(text.lstrip(" -–—"))
    beside = is_newsroom(head) or agency_of(head) or is_place(head.strip(_EDGES))
    return others[0] if others and beside and person(others[0]) else head


def is_filed_from(text: str) -> bool:
    """Whether a byline opens with a role and its place or outlet: "Kontributor Ranai, Ani Wijaya"."""
    filed = _FILED_FROM.match(text)
    # "Laporan Ani Wijaya, Sambas": the name, then the place.
    return filed is not None and not is_place(text[filed.end() :].strip(_EDGES))


def is_degree(text: str) -> bool:
    """Whether what stands behind a comma is an academic title or suffix: "S.H.", "M.Hum", "Ph.D", "Jr."."""
    words = text.replace("(K)", "").split()
    return bool(words) and len(words) <= 4 and all(_is_degree_word(word) for word in words)


def _is_degree_word(word: str) -> bool:
    bare = word.replace(".", "").upper()
    if bare in _DEGREES or all(part.upper() in _DEGREES for part in word.strip(".").split(".")):
        return True  # "SE.MM"
    # "S.Kep.", "M.Ikom.", "A.Md.": one or two letters, a dot, and an abbreviation.
    head, dot, rest = word.partition(".")
    return (
        bool(dot)
        and head in {"S", "M", "A", "D", "B", "C", "Sp", "Ph", "L", "E", "Dipl"}
        and 0 < len(rest) <= 9
        and rest[0].isupper()
    )


def behind_newsroom(text: str) -> str | None:
    """The name behind a correspondent's outlet and place, "Kabar Bening Sambas Ani Wijaya"; None where none is."""
    words, first = text.split(), 0
    while first < len(words):
        if is_place(" ".join(words[first : first + 2])):
            first += 2
        elif is_newsroom(words[first]) or (is_place(words[first]) and words[first].casefold() not in PLACES_TOO):
            first += 1
        else:
            break
    few = first < 2 and "." not in words[0]  # of "Landak Budi" nobody knows
    named = 0 < first < len(words) - few and words[0].casefold() != "tim"
    return person(" ".join(words[first:])) if named else None


def person(text: str) -> str | None:
    """The name of one person without role, rank or address, CAPITALS as Title Case; None when it is no person's."""
    name = text if " " in text else text.replace("_", " ")  # "m_ridwan", but no "calendar_month Sen"
    name = _BEHIND_NAME.sub("", _BEFORE_NAME.sub("", _without_brackets(name)).strip(_AROUND_NAME))
    name = _without_stop(_without_roles(name))
    if not name or len(name) > _MAX_NAME or is_newsroom(name) or agency_of(name):
        return None
    words = name.split(",")[0].split()
    if work := next((word for word in words[2:] if word.casefold() in _ENDS_NAME), ""):
        name, words = name[: name.index(f" {work}")], words[: words.index(work)]
    if not 1 <= len(words) <= 8 or _is_sentence(words) or _is_position(words):
        return None
    if len(words) == 1 and _STAFF.search(text):
        return None  # "Guardian staff reporter"
    if not all(_WORD.fullmatch(word) or word.casefold() in _PATRONYMICS for word in words):
        return None
    if sum(map(str.isalpha, name)) < 3:
        return None
    if not any(word[0].isupper() for word in words) and len(words) == 1 and len(name) > 12:
        return None  # "beritakotanews": an account
    return _cased(name)


def _is_sentence(words: list[str]) -> bool:
    """Whether small words are among these: "yang", but not Yang Hui."""
    if any(word in _PROSE or word.casefold() in _NEVER_NAMES for word in words):
        return True
    return len(words) > 2 and words[0].casefold() in _OPENS_SENTENCE


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


def _without_stop(name: str) -> str:
    """`name` without the full stop of the byline it ended, but "Jr." and "A.R." keep theirs."""
    last = name.rpartition(" ")[2]
    return name[:-1] if len(last) > 3 and last[-1] == "." and last[:-1].isalpha() and "," not in name else name


def _cased(name: str) -> str:
    """`name` with CAPITALS (or none at all) as Title Case; a name of mixed case is its holder's own.

    What stands before a full stop decides nothing: "Dr. H. ANI WIJAYA", "DRS. ANI WIJAYA".
    """
    head, comma, degrees = name.partition(",")
    letters = [letter for word in head.split() if "." not in word for letter in word if letter.isalpha()]
    if letters and all(map(str.isupper, letters)) and len(letters) + (" " in head) > 3:
        head = " ".join(word if _keeps_capitals(word) else _title(word) for word in head.split())
        head = _BIN.sub(lambda found: found[0].lower(), head)
    elif letters and all(map(str.islower, letters)):
        head = " ".join(_title(word) for word in head.split())
    return head + comma + degrees


def _keeps_capitals(word: str) -> bool:
    if len(word) == 2 and word.isupper() and _VOWELS.isdisjoint(word) and word not in ("NG", "DR", "HJ"):
        return True  # "WS Rendra"
    return "." in word[:-1] or word.strip(".") in _KEPT_CAPITALS


def _title(word: str) -> str:
    """`word` with a capital at its beginning, behind a hyphen and one letter: "Al-Fatih", "O'Neil", "Nur'aini"."""
    titled = _RUN.sub(lambda run: run[0].capitalize(), word)
    return _LETTER.sub(lambda found: found[1] + found[2].upper(), titled)
