"""Credit lines: a whole line that names who wrote, edited or took part."""

from __future__ import annotations

import re

from kalbarcrawl.text import stamps
from kalbarcrawl.text.byline import Byline, people
from kalbarcrawl.text.names import is_degree, person
from kalbarcrawl.text.places import is_place
from kalbarcrawl.text.whitespace import first_word

_LABELS = (
    r"penulis|pengarang|karya|sumber|pewarta|reporter|repoter|wartawan|jurnalis|kontributor|koresponden|peliput|editor"
    r"|redaktur(?: pelaksana)?|redpel|red|penyunting|uploader"
    r"|oleh|by|authors?|writer|(?:laporan|berita) (?:wartawan|reporter)|laporan"
    r"|publisher|rep|teks|naskah|fotografer|penerjemah|penterjemah|translator"
    r"|penanggung ?jawab(?: redaksi)?|(?:additional |further )?(?:reporting|editing|text|translation|translated) by"
    r"|contributor|kameramen|kamerawan|videografer"
    r"|(?:story|words|written|edited|publish|published|posted|posting) by"
    r"|(?:diterbitkan|diposting|ditulis|dipublikasikan|disunting|diunggah|diedit) oleh|editors|liputan"
    r"|(?:managing|senior|news|web|video|copy|chief) ?editor|(?:pemimpin|pimpinan) redaksi|pemred|pimred"
    r"|(?-i:Kontributor|Koresponden|Reporter|Wartawan|Jurnalis)(?-i: [A-Z][\w.]*){1,3}(?=\s?:)"
)
FIRST_WORDS = frozenset(
    "penulis pengarang karya sumber pewarta reporter repoter wartawan jurnalis kontributor koresponden peliput"
    " editor editors redaktur red redpel penyunting uploader oleh by"
    " author authors writer laporan berita publisher rep teks naskah fotografer penerjemah contributor written edited"
    " published posted diterbitkan diposting"
    " story words penanggung reporting editing additional further text translation translated translator penterjemah"
    " publish posting kameramen kamerawan videografer ditulis dipublikasikan disunting diunggah diedit"
    " liputan managing senior news web video copy chief pemimpin pimpinan pemred pimred".split()
)
"""The words, in small letters, one of which begins every credit line."""
_LABEL = re.compile(
    rf"(?i)[\W_]{{0,5}}(?:{_LABELS})(?:\s*(?:/|&|dan|and)\s*(?:{_LABELS}))*\s*(?P<colon>[:：|])?\s*(?P<names>.*)"
)
_OPENED = re.compile(
    r"(?i:oleh|by|(?:laporan|berita) (?:wartawan|reporter)"
    r"|(?:written|posted|published|(?:additional |further )?(?:reporting|editing|text)|translated|story|words) by"
    r"|(?:diterbitkan|ditulis|diposting) oleh|kontributor|jurnalis|pewarta|reporter|wartawan"
    r"|penulis|editor|redaktur)\s+(?=[A-Z@])"
)
# "Oleh Ani Wijaya A.R."
_INITIAL = re.compile(r"[\s.][A-Z]\.$")
# "By adminkbn on 09:17 am Aug 14, 2011", "Posted by adminkbn": an account
_DATED_ACCOUNT = re.compile(r"(?i:oleh|by) [\w.@-]{3,30}")
_ACCOUNT = re.compile(r"(?i:(?:written|posted|published) by|(?:diterbitkan|ditulis|diposting) oleh) [\w.@-]{3,30}")
_OF_POSTING = frozenset("posted published diposting diterbitkan by oleh".split())
# "Artikel ini ditulis oleh Ani Wijaya, peserta magang di Kabar Bening."
_WRITTEN = re.compile(r"(?i:(?:artikel|berita|tulisan) ini (?:telah )?ditulis oleh) (?=[A-Z])[^.]{3,160}\.?$")
_BARS = frozenset("|→•·–—")
_BAR = re.compile(r"\s*\|\s*|\s+[→•·–—]\s+")
_TIME = re.compile(r"(?i)(?:jam |pukul )?\d{1,2}[:.]\d\d(?: ?(?:wib|wita|wit))?")
# "Laporan Wartawan Kabar Bening Ani Wijaya"
_REPORTED = re.compile(r"(?i:laporan (?:wartawan|reporter|kontributor|jurnalis))(?: [A-Z][\w.'’-]*){2,8}")
# Above a date stands the writer's name, or the section's.
_SECTIONS = frozenset(
    "hukum kriminal politik ekonomi bisnis olahraga pendidikan kesehatan nasional daerah internasional hiburan"
    " teknologi"
    " gaya hidup wisata sosial budaya opini peristiwa pemerintahan lokal warga utama headline regional"
    " metropolis news"
    " sports sport world politics business opinion kabupaten kota provinsi kalimantan lainnya terkini terbaru".split()
)
_LONGEST, _LONGEST_DATED = 220, 110
_FEWEST_SMALL = 4


def is_credit_line(line: str, word: str) -> bool:
    """Whether a line is a label and names, wherever it stands: "Pewarta: X", "Penulis: A | Editor: B", "Oleh X".

    `word` is the line's first word in lower case.
    """
    if word in ("artikel", "berita", "tulisan") and _WRITTEN.match(line):
        return bool(people(line).authors)
    if word not in FIRST_WORDS or len(line) > _LONGEST:
        return word.startswith("admin") and word == line.casefold()  # "adminkabarbening": an account
    labelled = _LABEL.fullmatch(line)
    if labelled and labelled["colon"]:
        return bool(labelled["names"]) and _only_names(labelled["names"])
    if len(line) < _LONGEST_DATED and (undated := stamps.without_date(line)) != line:
        return is_label(undated) or is_credit_line(undated, word) or bool(_DATED_ACCOUNT.fullmatch(undated))
    if _ACCOUNT.fullmatch(line) or _REPORTED.fullmatch(line):
        return True
    if _OPENED.match(line) and len(line) < 120 and (line[-1] not in ".!?" or _ends_as_name(line)):
        byline = people(line)
        named = byline.authors or byline.editors or byline.agency
        return bool(named or _is_newsrooms(line, word, byline)) and _only_names(line)
    return False


def _is_newsrooms(line: str, word: str, byline: Byline) -> bool:
    """Whether a newsroom posted it: "Posted by Humas Polres", "By Kabar Bening", but not "By The Numbers"."""
    if word not in _OF_POSTING or any(part[0].islower() for part in line.split()[2:]):
        return False
    return any(reason == "newsroom" and not name.lower().startswith("the ") for name, reason in byline.dropped)


def is_label(line: str) -> bool:
    """Whether a line is a label whose name stands on the next one: "Oleh :", "Editor", "Published by"."""
    if len(line) > 40 or first_word(line) not in FIRST_WORDS:
        return False
    labelled = _LABEL.fullmatch(line)
    return labelled is not None and not labelled["names"]


def is_name(line: str, *, labelled: bool = False) -> bool:
    """Whether a line may be nothing but a person's name, with the desk or the place behind it: "Mei A - detikNews".

    One word is enough of a name under a label.
    """
    name, _, place = line.partition(" - ")[0].partition(", ")
    words = name.split()
    if not (labelled or len(words) > 1) or len(words) > 5 or len(line) > 60 or (place and not is_place(place)):
        return False
    if not labelled and (is_place(name) or any(word.casefold() in _SECTIONS for word in words)):
        return False
    return all(word[0].isupper() for word in words) and person(name) is not None


def _only_names(text: str) -> bool:
    """Whether what follows a label is names, not a sentence: short, or without many small words and no full stop."""
    words = text.split()
    if len(words) >= _FEWEST_SMALL and all(word[0].islower() for word in words):
        return False  # "Penulis: profesi yang kian sunyi"
    if len(words) <= 6:
        return not text.endswith(("?", "!")) and not (len(words) > 4 and text.endswith(".") and not _ends_as_name(text))
    ended = text.endswith(("!", "?")) or (text.endswith(".") and not _ends_as_name(text))
    return len(words) <= 24 and not ended and sum(word[0].islower() for word in words) <= 4


def _ends_as_name(line: str) -> bool:
    """Whether a full stop is a name's last letter's or an academic title's: "Ani Wijaya A.R.", "..., S.H., M.H."."""
    return _INITIAL.search(line) is not None or ("," in line and is_degree(line.rpartition(",")[2]))


def barred(text: str) -> str:
    """The byline in a line of names and dates parted by bars: "Ani Wijaya | Senin, 12 Februari 2024 | 13:30 WIB"."""
    if _BARS.isdisjoint(text):
        return ""
    parts = _BAR.split(text)
    dates = [part for part in parts if stamps.is_date(part) or _TIME.fullmatch(part)]
    names = [part for part in parts if part not in dates]
    if not (dates and names) or not all(is_name(name) or is_credit_line(name, first_word(name)) for name in names):
        return ""
    return " | ".join(names)


def under(label: str, name: str) -> str:
    """The byline a name makes with the label on the line above it; the name alone where there is none."""
    return f"{label.strip(' :|')}: {name}" if label else name
