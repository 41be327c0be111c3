"""Notices: lines in which the page speaks of itself, told by how they begin, or end."""

from __future__ import annotations

import re
from functools import cache

from kalbarcrawl.text.calls import CALLS
from kalbarcrawl.text.claims import CLAIMS


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


# "Baca juga: ...", "Simak: ...", "Read more: ...": a pointer to another page, and its headline.
_POINTER = re.compile(
    r"(?i)[\W_]{0,6}(?:"
    r"(?:bacajuga|baca|simak|lihat|tonton|cek|klik|saksikan|dengarkan)"
    r"(?:\s+(?:juga|pula|selengkapnya|lagi|di\s?sini|berita(?:nya)?|artikel|video|lainnya|terkait"
    r"|ini)){0,3}\s*[:：|]"
    r"|(?:baca|simak|lihat|tonton|saksikan)\s+(?:juga|pula)\b(?! (?-i:[a-z]).*\.$)"
    r"|(?:also read|read also)\b(?! (?-i:[a-z]).*\.$)"
    r"|baca (?:lagi|selengkapnya|seterusnya)\W*$"
    r"|lihat video\b[^.!?]{3,120}:$"
    r"|tonton video(?-i:(?: [A-Z\d]\S*){3,20})(?<![.!?])$"
    r"|(?:read|see|watch|listen)\s+(?:more|also|next|here|full story)\s*[:：|]"
    r"|(?:related|recommended|more|previous|next|seterusnya|terdahulu|up next|must read|don['’]t miss"
    r"|also read|further reading|you may also like)"
    r"(?:\s+(?:stories|story|articles?|news|coverage|posts?|reading|from [\w ]{1,30}|on this"
    r"|like this))?\s*[:：|](?!\s*(?-i:[a-z]))"  # but "Next: a hearing in May"
    r"|(?:artikel|berita) lain\s*[:：|]"
    r"|(?:(?:berita|artikel|tulisan|video|foto)\s+)?"
    r"(?:terkait|berkaitan|lainnya|sebelumnya|selanjutnya|rekomendasi|pilihan|pilihan editor)\s*[:：|]"
    r")"
)
_POINTER_WORDS = _words(
    "baca bacajuga simak lihat tonton cek klik saksikan dengarkan read see watch listen related recommended more up"
    " must don also previous next seterusnya terdahulu further you berita artikel tulisan video foto terkait"
    " lainnya sebelumnya selanjutnya rekomendasi pilihan"
)
# "BacaPerang ...", "Baca Korban Banjir Mengungsi": the headline follows with no colon.
_GLUED_POINTER = re.compile(r"Baca(?: Juga)?(?=[A-Z\"“'][a-zA-Z])|Baca (?=[A-Z][a-z]+ [A-Z]).{20,150}[^.:;!\"”)]$")
# "Laporan terkait: ...", "In case you missed it: ...": a label of these words, one of the first kind among them.
_POINTING = _words(
    "baca bacalah bacaan simak lihat tonton saksikan cek klik ikuti read watch related recommended terkait berkaitan"
    " lainnya sebelumnya selanjutnya berikutnya terpopuler populer trending rekomendasi pilihan menarik lewatkan"
    " terlewatkan tertarik suka menyukai missed dibaca seterusnya terdahulu"
)
_BESIDE_POINTING = _words(
    "juga jg pula lagi lain berita artikel tulisan video foto kabar info informasi laporan cerita kisah redaksi editor"
    " anda mungkin jangan turut lanjut ini wajib in case you it miss also more next up must may like story stories news"
    " post posts article articles dan"
)
_LABEL = re.compile(r"[\W_]{0,6}(?P<label>[A-Za-z’' ]{3,40}?)\s*[:：|](?!\s*[a-z])")
_BREADCRUMB = re.compile(r"(?i)(?:home|beranda)\s*[/>»|]")
_COPYRIGHT = re.compile(
    r"(?i)(?!.{20,}, (?:tetapi|tapi|namun|but) )"  # "Hak cipta dilindungi undang-undang, tetapi ..."
    r"[\W_]{0,6}(?:(?:copyright|hak ?cipta)\b(?=\W*(?:©|\(c\)|\d|by|reserved|of|dilindungi"
    r"|terpelihara|milik|$|(?-i:[A-Z])))|©|\(c\)\s*(?:19|20)\d\d|all rights? reserved(?! (?-i:[a-z])))"
)

# "Rina Wijaya berkontribusi dalam penulisan artikel ini.", "... Ltd. All rights reserved."
_AT_END = re.compile(
    r"(?i)\b(?:berkontribusi (?:dalam|untuk|pada) (?:penulisan )?(?:laporan|artikel|berita|tulisan)(?: ini)?"
    r"|(?:…|\.\.\.)\W{0,3}read more"
    r"|contributed to this (?:report|story|article)|all rights? reserved|hak cipta dilindungi(?: undang-undang)?)\W*$"
)
_REACH = 70
_LAST_WORDS = _words("laporan artikel berita tulisan ini report story article more reserved dilindungi undang-undang")
# Most lines end otherwise, and need not be read.
_LAST_LETTERS = frozenset(
    (form(word) + stop)[-3:]
    for word in _LAST_WORDS
    for form in (str.lower, str.upper, str.capitalize)
    for stop in ("", ".", "!")
)
# "2 responses to “Jembatan Baru”", "One thought on “Jembatan Baru”"
_RESPONSES = re.compile(
    r"(?i)(?:\d+|one|two|satu|dua) (?:responses?|thoughts?|comments?|repl(?:y|ies)|komentar|tanggapan|pemikiran)"
    r" (?:to|on|pada|untuk|tentang|di) [“\"«‘'].*"
)
_LONGEST_TRAIL = 250

_JUNK = re.compile(
    r"(?i)[\W_]+|\[\[\w+:[^\]]*\]\]|\[\w+ [^\]]*=[^\]]*\]|example \d+x\d+|https?://\S+|!\[\]?\(?.*"
    r"|\[(?:gambas|embed|video|gallery|caption|ad)\b[^\]]*\]?"
    r"|-{3}\|?.*|\[\w+[^\]]*\].*\[/\w+\]"
    r"|whatsapp (?:image|video) \d.*|(?:oplus|img|dsc|dscn|screenshot)[_-][\w.-]*\d[\w.-]*|a[-+]?(?:\s+a[-+]?){1,3}"
    r"|(?:span|div|figure|img|p) (?:class|style|id|src)=.*"
    r"|gambas:\w+.{0,30}|pic\.twitter\.com/\S+|\(?adsbygoogle\s?=.*|[—–-] ?[\w .]{2,40}\(@\w+\)(?: \w+ \d{1,2}, \d{4})?"
    r"|[—–-] ?[\w ]{2,20} pic|(?:[\d.,]+(?-i:[A-Z][a-z]+){1,2}\s?){2,}|\W*(?:#\w+\W*)+"
    r"|lihat (?:semua )?foto|(?:banner|iklan|ads?|space)[\s\dx:×_-]*"
)
# "Mobile_AP_Rectangle 1": a place for an advertisement
_SLOT = re.compile(r"[A-Za-z]+(?:_[A-Za-z0-9]+)+(?: \d{1,2})?")
# "[…] gelombang tinggi menyapu lapak, kata penjaga pantai […]": another site's words about this story
_ECHO = re.compile(r"\[(?:…|\.\.\.)\].*\[(?:…|\.\.\.)\]")
# "account_circle Redaksi": a picture's name, which a font would draw
_ICON = re.compile(r"(?<!\S)[a-z]+(?:_[a-z]+)+(?!\S)")
_LONGEST_WITH_ICON = 60
_JUNK_WORDS = _words(
    "a ngg nid example whatsapp oplus img dsc dscn screenshot lihat banner iklan ad ads space http https gambas embed"
    " video gallery caption span div figure img p pic adsbygoogle"
)
_VIDEO = re.compile(
    r"(?i)(?:simak|saksikan|tonton)(?: juga)? video\b.{0,160}[\"”'’!]$"
    r"|(?:yuk,? )?(?:simak|saksikan|tonton|lihat) (?:juga )?video"
    r"(?: (?:berikut|ini|di bawah|selengkapnya|pilihan)){1,3}\W*"
)
_VIDEO_WORDS = _words("simak saksikan tonton lihat yuk")


_LABELLING = _POINTING | _BESIDE_POINTING
_NUMBERS = frozenset({"one", "two", "satu", "dua"})
_COPYRIGHT_WORDS = frozenset({"copyright", "hak", "hakcipta", "c", "all"})


def _by_word() -> dict[str, list[str]]:
    """The patterns of calls and claims by the words they stand with."""
    patterns: dict[str, list[str]] = {}
    for words, pattern in CALLS + CLAIMS:
        for word in words.split():
            patterns.setdefault(word, []).append(pattern)
    return patterns


_BEHIND = _by_word()
# "Yuk, ikuti ...": what may stand before the word that tells.
_POLITE = re.compile(r"(?i)\W{0,3}(?:please|yuk|ayo|mari|silakan|silahkan|jangan lupa|jom)\W+(?P<word>[^\W\d_]+)")
_POLITE_WORDS = _words("please yuk ayo mari silakan silahkan jangan jom")
_STANDING_WORDS = frozenset(_BEHIND) | _POLITE_WORDS
_BEGINNING = re.compile(r"\W{0,3}[^\W\d_]+")
_LONGEST_STANDING, _QUOTES = 330, '"“”'
# A line that begins with none of these words is told by its end, if at all.
_FIRST_WORDS = (
    _POINTER_WORDS
    | _LABELLING
    | _STANDING_WORDS
    | _JUNK_WORDS
    | _VIDEO_WORDS
    | _NUMBERS
    | _COPYRIGHT_WORDS
    | {"home", "beranda"}
)
_LONGEST_LINE = 500


@cache
def _behind(word: str) -> re.Pattern[str] | None:
    """What follows a word in a call or a claim; made when it is first asked for, since most never are."""
    return re.compile("|".join(_BEHIND[word]), re.IGNORECASE) if word in _BEHIND else None


def _is_standing(line: str, word: str) -> bool:
    """Whether a line is a call on the page's reader or a claim of the page's."""
    if len(line) > _LONGEST_STANDING or (line[0] in _QUOTES and line[-1] in _QUOTES + ".,"):
        return False  # somebody's words are the story's
    begins, follows = _BEGINNING.match(line), _behind(word)
    if begins and follows and follows.match(line, begins.end()):
        return True
    polite = _POLITE.match(line) if word in _POLITE_WORDS else None
    behind = _behind(polite["word"].casefold()) if polite else None
    return polite is not None and behind is not None and behind.match(line, polite.end()) is not None


def kind(line: str, word: str) -> str | None:
    """The kind of notice a line is: a pointer to another story, a copyright, a word on where to follow; else None.

    `word` is the line's first word in lower case: it says which patterns are worth trying, mostly none.
    """
    if len(line) > _LONGEST_LINE:
        return None
    first = line[0]
    if word in _FIRST_WORDS or not (first.isalpha() or (word and first in _QUOTES)) or word[:4] == "baca":
        if begun := _by_beginning(line, word):
            return begun
    elif not line.isascii() and "©" in line[:9] and _COPYRIGHT.match(line):
        return "copyright"
    if not line.isascii() and "›" in line and len(line) < _LONGEST_TRAIL:
        return "breadcrumb"
    if line[-3:] in _LAST_LETTERS and _ends_as_notice(line):
        return "notice"
    if "_" in line and (_SLOT.fullmatch(line) or (len(line) < _LONGEST_WITH_ICON and _ICON.search(line))):
        return "junk"
    if line[-1] not in "|gp":
        return None
    if line.endswith(" |") and line.count("|") == 1:
        return "related"  # a table of links, flattened
    return "junk" if line.endswith((".jpg", ".jpeg", ".png", ".webp")) else None


def _ends_as_notice(line: str) -> bool:
    last = line[line.rfind(" ") + 1 :].rstrip(".!").casefold()
    return last in _LAST_WORDS and _AT_END.search(line, max(0, len(line) - _REACH)) is not None


def _is_labelled(line: str) -> bool:
    """Whether a line is a pointer's label and what it points to, or the label alone: "Kabar terkait: ..."."""
    label = _LABEL.match(line)
    words = frozenset(label["label"].casefold().split()) if label else frozenset()
    return not words.isdisjoint(_POINTING) and words <= _LABELLING


def _by_beginning(line: str, word: str) -> str | None:
    quoted = line[0] in '"“' and line[-1] in ".,"  # what somebody said
    if word in _POINTER_WORDS and _POINTER.match(line) and not quoted:
        return "pointer"
    if word in _LABELLING and not quoted and _is_labelled(line):
        return "pointer"
    if word.startswith("baca") and _GLUED_POINTER.match(line):
        return "pointer"
    if (not word or word in _COPYRIGHT_WORDS or "©" in line[:9]) and _COPYRIGHT.match(line):
        return "copyright"
    if word in ("home", "beranda") and _BREADCRUMB.match(line):
        return "breadcrumb"
    if word in _STANDING_WORDS and _is_standing(line, word):
        return "notice"
    if (word in _NUMBERS or line[0].isdigit()) and _RESPONSES.fullmatch(line):
        return "notice"
    if line[0] == "[" and _ECHO.fullmatch(line):
        return "comment"
    if (not word or line[0] in "![-—–#*" or word in _JUNK_WORDS) and _JUNK.fullmatch(line):
        return "junk"
    return "video" if word in _VIDEO_WORDS and _VIDEO.fullmatch(line) else None
