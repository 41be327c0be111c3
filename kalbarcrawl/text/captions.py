"""Captions and photo credits, told from the line alone."""

from __future__ import annotations

import re

from kalbarcrawl.text.language import is_indonesian

_LONGEST, _LONGEST_WITH_CREDIT = 900, 350
_LONGEST_NAME, _LONGEST_SHOWN = 60, 120
# A credit stands at the end, so only the end is searched.
_REACH, _NEAR_END = 140, 30
# "[Kabar Bening/Foto: ...": from where a credit's word is looked for.
_BEFORE_HINT = 24
_LONGEST_DASHED, _MOST_WORDS = 90, 5  # of a name

_SIGN = (
    r"(?:foto|photo|image|gambar|dok|doc|ist|istimewa|ilustrasi|illustration|sumber|source|ss|screenshot|grafi[ks]"
    r"|tangkapan layar|repro|humas|kredit|credit|wikimedia|wikipedia)"
)
_STOCK = r"shutterstock|freepik|unsplash|pexels|istock(?:photo)?"
_HOLDER = rf"(?:antara foto|getty images?|afp|reuters|{_STOCK}|epa|xinhua)"
_OUTLET = (
    r"(?:antara|reuters|afp|ap|xinhua|kompas|tempo|tribun|detik|liputan6|okezone|republika|sindo|jawapos|jpnn"
    r"|suara)"
)
# "(Foto: Rina)", "(ANTARA/Rina)"
_BRACKET = (
    rf"[(\[]\s*{_SIGN}\b[^()\[\]]{{0,90}}[)\]]?\W{{0,2}}"
    rf"|[(\[]{_OUTLET}\w*(?:[. ]\w+){{0,3}}(?:\s?/[^()\[\]]{{1,80}})?[)\]]\W{{0,2}}"
)
_BRACKET_AT_END = re.compile(rf"(?i:{_BRACKET})$")
_CREDIT_AT_END = re.compile(
    # Inside a word only what begins with its last letter can begin.
    r"(?!\B\w(?!--|\s/))"
    # "Foto: dok. Netflix", "Getty Images/Rina", "Rina/Dok. Pribadi", " - foto Rina"
    rf"(?:(?i:{_BRACKET}"
    rf"|\b(?:foto|photo|image|gambar|dok|grafi[ks]|graphic|pix)\s?[:/]\s?[^!?]{{1,70}}[^.!?]|\b{_HOLDER}\b\s?(?:/|via)?[^.!?]{{0,60}}"
    r"|/\s?(?:dok|ho|ist)\b[^!?]{0,60}|\b(?:ist|istimewa)|\s[-–—]\s?ilustrasi|\|\s?dok\w{0,9}"
    r"|[.!]\s?foto\s(?-i:[A-Z])[^.!?/]{2,40}/[^!?/]{3,30}|[.!]\s?dok(?:umen|umentasi)?(?:\.|\sfoto)\s[^.!?]{2,60}"
    r"|(?:^|\s)[-–—]\s?(?:foto|photo|gambar|pix|pic(?:ture)?|dok)\b\.?(?-i:[^.!?A-Z]{0,30}[A-Z])[^.!?]{1,50})"
    r"|\b(?i:kredit foto|foto kredit|kredit gambar)\b[^.!?]{2,40}"
    r"|\s[-–—]\s?(?i:file (?:photo|pix|pic)|(?:gambar|foto) (?:hiasan|fail|arsip))"
    # "(Rina/KalbarOnline)", but not the initials behind a full stop, "katanya. (fyk/ash)", nor units, "(Rp/kg)"
    r"|(?<![.!?”\"*])\s(?![(\[][A-Za-z]{1,4}/[a-z]{1,4}[)\]])[(\[][^()\[\]\d]{2,50}/\s?[^()\[\]\d]{2,50}[)\]]|\.-\S[^-]{1,40}-\S.{0,40}|\w--(?:\w[^-]{0,30})?"
    # "TEMPO/Rina Sari", "RIKO/RADAR TARAKAN", "KOMPAS.com/RINA"
    r"|(?<!\S)[A-Z][A-Z0-9]{2,}(?:\.[A-Za-z]{2,4}){0,2}\s?/\s?[A-Z][\w.'’]*(?: [A-Z][\w.'’]*){0,4}(?:/[\w ]{2,12})?"
    r"|(?<!\S)[A-Z]{3,}(?: [A-Z]{2,}){0,2}/[A-Z]{3,}(?: [A-Z]{2,}){0,2}"
    r"|(?:(?i:copyright):?\s*)?©\s?[^.!?]{2,40}"
    r"|\b(?:Tempo|KOMPAS\.com|Kompas\.com|Republika)\s?/\s?[^.!?]{2,50}"
    # "Foto-kabarbening.com/Rina", " /Dokumen/", " /Kolase YouTube Bening/BPMI"; "— Facebook/Sabah Bening"
    r"|\bFoto[-–](?!foto)[\w.]{3,30}/[^.!?]{2,40}|[^.]\s/[A-Z][^/.!?]{2,70}(?:/[^/.!?]{0,60})?/?|[—–]\s(?:Facebook|Instagram|Twitter|YouTube|TikTok)\s?/[^.!?]{2,50}"
    # "... di Ranai./Bening-Rina", "... di Ranai.BENING/RS"
    r"|[.!)]\s?/\s?[A-Z]\w{2,}-[A-Z][\w .]{2,30}|(?<=[a-z]\.)[A-Z]{4,}/[A-Z][\w ]{1,25}"
    # "... hari ini. – Kabar Bening pic, March 2, 2021."
    r"|[.!]\s[-–—]\s?(?:[A-Z][\w.]*\s){1,4}(?:file )?(?:pic|pix|photo|picture)(?:, [A-Z][a-z]+ \d{1,2}, \d{4})?\.?"
    # "Rina Sari/KABARBENING.COM"
    r"|^[A-Z][\w.'’]*(?: [A-Z][\w.'’]*){0,4}\s?/\s?(?i:[a-z0-9-]{3,}\.(?:com|co\.id|id|net)))$"
)
_SCENES = frozenset("suasana tampak terlihat penampakan potret".split())
# But "Antara yang hadir ialah ...", "Antara lain ...", "Antara Sambas dan Singkawang ..."
_SHOWN = re.compile(
    r"Antara (?!lain\b)(?:(?!\b(?:ialah|adalah|termasuk|dan|dengan|lain|pukul|tahun)\b)[^,:!?]){12,}\.?"
)
# "(Kabarbening.com)", a line of its own
_DOMAIN = re.compile(r"[(\[][\w-]{3,}\.(?:com|co\.id|id|net|org)[)\]]")
# "... (Dok. Posko Sambas)."
_BRACKETED_CREDIT = re.compile(rf"[(\[](?i:{_SIGN})\b[^()\[\]]{{0,50}}[)\]]\.$")
# "... di Pelabuhan Sintete. f.rina"
_PHOTOGRAPHER = re.compile(r"[.!] [Ff]\.\w{3,}$")
# "TEMPO/Rina", "Rina/Dok. Pribadi", "Rina/kabarbening.com"; not "dan/atau", "5/10"
_BEHIND_SLASH = re.compile(r"/\s?(?:[A-Z]|(?i:dok|ho|ist)\b|[a-z0-9-]+\.[a-z]|$)")
_LABEL = re.compile(r"(?i)(?:ket(?:erangan)?\.? (?:foto|gambar)|(?:foto|photo|image) caption|caption)\s?:?")
# A line with none of these words, or a hyphen behind another or a full stop, need not be searched.
_HINT = re.compile(
    r"[ (\[/|.,:;–—-](?=[©fpigarsuxed])(?:©|foto|photo|image|picture|gambar|getty|afp|reuters|shutterstock|istock"
    r"|freepik|unsplash|pexels|epa|xinhua|dok|ilustrasi|grafi|pi[cx]\b)"
)
_SIGNED = re.compile(
    r"(?:[(\[](?i:foto|photo|gambar|dok)\s?[:./]\s?|\s[-–—]+\s?(?i:foto|photo|gambar|dok)\.?\s?(?=[A-Z:]|[a-z]+ [A-Z]))"
    r"[^()\[\].!?]{2,50}[)\]]?$|[.!] (?i:foto|photo|gambar|grafik)\s?: ?[A-Z][^.!?]{2,50}$|©\s?[^.!?]{2,40}$"
    rf"|[(\[](?i:{_STOCK}|pixabay|getty)\b[^()\[\]]{{0,50}}[)\]]$"
)
_CREDIT_AT_START = re.compile(
    r"[(\[]?(?:(?i:(?:sumber |teks |ket(?:erangan)?\.? ?)?(?:foto|gam(?:bar)?)|photos?|pix|pictures?|image"
    r"|ilustrasi|illustration|dok|doc|caption(?: foto)?)"
    r"(?:\s(?:oleh|by|from)\s(?=[A-Z].{0,40}$)|\s?[.:;/—–]\s?|\s+-\s+|\s+[Ii]lustrasi\b)\S"
    r"|FOTO\b|ARSIP\b|Arsip[.:]|Top (?:photos?|images?|pix) (?:by|from|via)\b"
    r"|Dokumentasi(?=[:./]|\s[-–/A-Z])"
    r"|(?:Foto )?[Ii]lustrasi\b(?!\s+(?:itu|ini|tersebut))|ANTARA FOTO\b|(?i:istimewa|ist|ilustrasi)[)\]]?$"
    r"|(?i:kompas\.com|kompas|tribun[\w.]*(?: \w+)?|antara foto|antara|afp|reuters|ap|republika|tempo|shutterstock"
    r"|dok\.?)"
    r"\s?/\s?\S)"
)
# How such a credit begins, bracket or not: most lines begin otherwise and need not be read.
_FIRST_LETTERS = frozenset(
    form(letters)
    for letters in (
        "ap ",
        *"fot sum pho pix pic ima gam ilu dok doc cap ket tek ars kom tri ant afp reu ap/ rep tem shu ist"
        " wik top".split(),
    )
    for form in (str.lower, str.upper, str.capitalize)
)
_LEADING_CAPITALS = re.compile(
    r"(?:[A-Z]\w+(?: [A-Z]\w+)? ?/ ?)?[A-Z][A-Z]+(?: [A-Z]+){0,4}(?P<end>\s?:\s?|\.\s?|\s+[-–]\s+)[A-Z][a-z]"
)
# "(kiri)", "(dua dari kanan)", "(berdiri)": who stands where, or what the picture is.
_BRACKET = r"\((?=[A-Za-z ]{2,22}\))(?i:%s)\)"
_SIDES = r"(?:(?:dua|tiga|empat|paling) )?(?:dari )?(?:kiri|kanan)|left|right"
_SIDE = re.compile(_BRACKET % _SIDES)
_POSES = (
    r"(?:paling )?(?:ke)?tengah|(?:berdiri|duduk)(?: \w+)?|foto|ilustrasi|ist|istimewa|center|centre|file"
    r"|memegang \w+|ber(?:topi|jilbab|kacamata|peci|batik|kaos|baju \w+)"
)
_PLACE = re.compile(_BRACKET % f"{_SIDES}|{_POSES}")


def is_credit(line: str) -> bool:
    """Whether a line is a photo's credit, or a caption that begins or ends with one."""
    if len(line) > _LONGEST:
        return False
    if line[0] in "([":
        if line[1:4] in _FIRST_LETTERS and _CREDIT_AT_START.match(line):
            return True
        if len(line) < _LONGEST_NAME and _DOMAIN.fullmatch(line):
            return True
    elif line[:3] in _FIRST_LETTERS and _CREDIT_AT_START.match(line):
        return True
    if line[-1] in '.!?"”':
        if line[-2:] == ")." and _ends_with_credit(line):
            return True
        if line.find("oto", -_NEAR_END) < 0:
            return False
        line = line[:-1]  # "Foto: Ist."
    elif line.find(". f.", -_NEAR_END) >= 0 and _PHOTOGRAPHER.search(line, max(0, len(line) - _NEAR_END)):
        return True
    if len(line) > _LONGEST_WITH_CREDIT:
        return False
    tail = line[-_REACH:]
    earliest = _may_begin(tail)
    return earliest is not None and _CREDIT_AT_END.search(tail, max(0, earliest)) is not None


def _may_begin(tail: str) -> int | None:
    """Where a credit may begin, at the earliest: what stands before need not be searched. None where none does."""
    lower, end = tail.casefold(), len(tail)
    earliest = end
    if hint := _HINT.search(lower):
        earliest = hint.start() - _BEFORE_HINT
    if "-" in tail:
        for mark in ("--", ".-"):
            if (place := tail.find(mark, end - _LONGEST_DASHED)) >= 0:
                earliest = min(earliest, place - 2)
    slash = tail.rfind("/")
    if tail[-1] in ")]":
        opened = max(tail.rfind("("), tail.rfind("["))
        if slash > opened or _BRACKET_AT_END.match(tail, max(0, opened)):
            earliest = min(earliest, opened - 1)
    if slash >= 0 and _BEHIND_SLASH.match(tail, slash):
        *before, _ = tail[: tail.find("/")].rsplit(" ", _MOST_WORDS)
        earliest = min(earliest, len(before[0]) if len(before) == _MOST_WORDS else 0)
    if earliest == end and lower.endswith(("ist", "istimewa")):
        return end - _BEFORE_HINT
    return earliest if earliest < end else None


def _ends_with_credit(line: str) -> bool:
    opened = line.rfind("(")
    return line[opened + 1 : opened + 4] in _FIRST_LETTERS and bool(_BRACKETED_CREDIT.match(line, opened))


def is_label(line: str) -> bool:
    """Whether a line only says that a picture's words follow: "Keterangan Foto:"."""
    return len(line) < 24 and _LABEL.fullmatch(line) is not None


def is_signed(line: str) -> bool:
    """Whether a line ends with a picture's credit in so many words: "... semalam. - Foto Rina KBN"."""
    return len(line) < _LONGEST_WITH_CREDIT and _SIGNED.search(line, max(0, len(line) - 60)) is not None


def is_caption(line: str) -> bool:
    """Whether a line is a picture's by its own words: it holds a credit, or says who stands where ("(kiri)")."""
    if is_credit(line):
        return True
    if len(line) > _LONGEST_WITH_CREDIT:
        return False
    if line[0] == "A" and _shows(line):
        return True
    return ("(" in line and _PLACE.search(line) is not None) or "kiri ke kanan" in line or "from left" in line


def looks_posed(line: str) -> bool:
    """Whether a line may be a picture's: a word in capitals opens it, "EVAKUASI: Warga"."""
    if len(line) > _LONGEST_WITH_CREDIT or not (line[1:2].isupper() or -1 < line.find("/") < _LONGEST_NAME):
        return False
    capitals = _LEADING_CAPITALS.match(line)
    # Behind a dash it might be a dateline of elsewhere: "MILLVILLE - Two residents ...".
    return capitals is not None and (not capitals["end"].startswith(" ") or is_indonesian(line))


def _shows(line: str) -> bool:
    """Whether a sentence says what a picture shows a part of: "Antara hasil anyaman yang dipamerkan."."""
    return len(line) < _LONGEST_SHOWN and line.startswith("Antara ") and _SHOWN.fullmatch(line) is not None


def opens_scene(line: str, *, above: bool = False) -> bool:
    """Whether a line with no full stop names what is seen: "Suasana kerja bakti di balai desa".

    `above` a dateline it may have its full stop: "Tampak petani membersihkan saluran, Selasa (5/9)."
    """
    return len(line) < _LONGEST_SHOWN and (above or line[-1].isalnum()) and line.partition(" ")[0].casefold() in _SCENES


def describes(line: str) -> bool:
    """Whether a sentence says who stands where in a picture, "Lee (kanan) meninjau ...", or what it shows a part of."""
    return _shows(line) or (len(line) < _LONGEST_WITH_CREDIT and _SIDE.search(line[:120]) is not None)
