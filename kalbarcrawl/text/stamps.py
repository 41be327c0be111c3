"""Stamps: lines that only say when, how often read, under which tags, from which source."""

from __future__ import annotations

import re

_MONTH = (
    r"(?:jan(?:uar[iy])?|[fp]eb(?:r?uar[iy])?|mar(?:et|ch)?|mac|ogos|julai|disember|apr(?:il)?|mei|may|jun[ie]?|jul[iy]?|a(?:gu|gs|gt"
    r"|ug)(?:stus|ust)?"
    r"|sep(?:t(?:ember)?)?|o[kc]t(?:ober)?|no[vp](?:ember)?|de[sc](?:ember)?)"
)
_DATE = re.compile(
    r"(?i)(?P<before>[^\d]{0,40}?\b|[\W_]{0,4})(?:\d{1,2}(?:st|nd|rd|th)?[ /.-]{1,3}(?:"
    + _MONTH
    + r"|\d{1,2})[ /.,-]{1,3}(?:19|20)?\d\d"
    r"|" + _MONTH + r"\.? \d{1,2}(?:st|nd|rd|th)?,? (?:19|20)\d\d|(?:19|20)\d\d[-/]\d\d[-/]\d\d)\b(?P<after>.{0,60})"
)
_WEEKDAY = (
    r"senin|selasa|rabu|kamis|jum['’]?a+t|sabtu|minggu|ahad|isnin|khamis|sen|sel|rab|kam|jum|sab|min"
    r"|mon(?:day)?|tue(?:s|sday)?|wed(?:nesday)?|thu(?:r|rs|rsday)?|fri(?:day)?|sat(?:urday)?|sun(?:day)?"
)
_CLOCK = re.compile(r"(?i)\b\d{1,2}[:.]\d\d(?:[ap]m)?\b|\bwi(?:b|ta|t)\b")
_AFTER_DATE = re.compile(
    rf"(?i)[\W\d]*(?:(?:{_WEEKDAY}|wib|wita|wit|am|pm|gmt|utc|p[sd]t|myt|jam|pukul|at|views?|dilihat|dibaca|kali|x|t|z"
    rf"|hits|pembaca"
    r"|komentar|comments?|updated?|min(?:ute)?s? read)[\W\d]*){0,4}"
)
# Words before a date that make it a page's stamp; any others make it a sentence or an event.
_BEFORE_DATE = re.compile(
    rf"(?i)[\W_]*(?:(?:{_WEEKDAY}|on|tanggal|dikemaskini|posted|published|updated|last|diperbarui|diterbitkan"
    rf"|dipublikasikan|terbit|disiarkan pada"
    r"|publikasi|rilis|dirilis|diunggah|diposting|diupdate|tayang|publish|update|oleh|by|admin|redaksi|calendar_month|date|at|modified|[\w-]+\.(?:com|co\.id|co|id"
    r"|net))"
    r"[\W_]*){0,4}"
)
_COUNT = re.compile(
    r"(?i)\W*(?:(?:oleh|by|post)\s+\W*|[a-z]+[\W_]{0,3})?(?:\d[\d.,]*\s*(?:k|rb|ribu|jt)?\s*(?:shares?|views?|komentar"
    r"|comments?|kali|dilihat|pembaca|likes?|x dibaca|hits|replies|balasan)"
    r"|(?:(?:telah|sudah)\s+)?(?:dibaca|dilihat|view(?:s|ed)?|hits|shares?|komentar|comments?|like"
    r"|dislike|visits|(?:(?:jumlah|total|bilangan) )?(?:pembaca|pengunjung|kunjungan|pelawat|tontonan|visitors?)"
    r"(?: (?:online|hari ini))?)\s*:?\s*\(?\d[\d.,]*\)?(?:\s*(?:kali|times|x))?)\W*"
    r"|(?:\W*\d[\d.,]* (?:total )?views?(?: today)?){1,2}|\W*\d/\d - \(\d+ votes?\)"
    r"|\(\d+ (?:suara|votes?)\b.*\)|\W*(?:(?:oleh|by|post)\s+\W*)?\d{1,3}\W*"
)
# "1/", "2.": the number of what follows
_ENUMERATES = re.compile(r"\d{1,3}\s?[./)]")
_AGO = re.compile(
    r"(?i)\W*(?:(?:(?:published|posted|updated|diterbitkan|diperbarui|tayang)\W+)?(?:\d{1,2}|se|satu|an?|one)\s*(?:detik|menit|jam|hari|minggu|pekan|bulan|tahun|seconds?|minutes?"
    r"|mins?|hours?|hrs?|days?|weeks?|months?|years?)\s+(?:yang )?(?:lalu|ago)"
    r"|baca \d{1,2} (?:detik|menit)"
    r"|baru saja|just now|(?:kemarin|hari ini|semalam|today|yesterday)\W{1,3}\d{1,2}[:.]\d\d(?: ?wi(?:b|ta|t))?"
    r"|\d{1,2}[ -]?(?:menit|min(?:ute)?s?)\s+(?:waktu )?(?:baca|membaca|read)|(?:waktu baca"
    r"|reading time|read time)\b.{0,20})\W*"
)
_OF_AN_AGE = ("lalu", "ago", "saja", "now", "baca", "read")  # one of them, where there is no figure
_TAGS = re.compile(
    r"(?i)[\W_]{0,4}(?:tags?|topik|topics?|label|kata kunci|keywords?|categor(?:y|ies)|kategori|filed (?:under|in)"
    r"|tagged)\s*[:：]|#\s?[^\W\d][^.!?]{0,60}$|(?:TAGS|Tags)\s+\S(?!.*[.!?]$)|id (?=[a-z0-9 ]{3,40},)"
)
_DATE_LABEL = re.compile(
    r"(?i)\W*(?:tayang|terbit|(?:di)?terbitkan|diperbarui|dipublikasikan|published|posted"
    r"|(?:last )?updated|tanggal)\s*[:：]"
)
_SOURCE = re.compile(
    r"(?i)[\W_]{0,4}(?:sumber(?: (?:berita|foto|artikel|gambar))?|source|sources|referensi|via)\s*[:：;]\s*\S.{0,80}"
)
_UPDATED = re.compile(r"(?i)\W*(?:diperbarui|dimutakhirkan|(?:last )?updated?)\W+(?=\d|[a-z]+\W+\d)")
# Speech, and who played: "Persibening: Ani; Budi, Dedi (Rina 66')"
_NO_TAGS = re.compile(r"[:;()]|[,.!?][\"”]")
# "... on Sunday, April 9, 2017 | 7:52 AM": at the end of a byline
_DATE_BEHIND = re.compile(
    rf"(?i)(?:[\W_]*\b(?:on|pada|tanggal|at|{_WEEKDAY}|{_MONTH}|\d{{1,4}}(?:st|nd|rd|th)?|[ap]m|wi(?:b|ta|t))\b)+[\W_]*$"
)
_LABELLED = re.compile(
    r"(?i)\W*(?:di)?(?:terbit|publikasi|unggah|posting|siarkan|perbarui|update|kemaskini|tayang|posted|published)"
)
_DIGIT = re.compile(r"\d")
_LONGEST = 95


def is_date(line: str) -> bool:
    """Whether a line says when, and nothing else: "Kompas.com - 05/05/2022, 19:37 WIB"."""
    if len(line) > _LONGEST or line.endswith(").") or not _DIGIT.search(line):
        return False  # "(3/9/2025)." ends a sentence whose lines were broken
    found = _DATE.fullmatch(line)
    if found and (updated := _UPDATED.search(found["after"])):
        # "2 Maret 2021 09:10 Diperbarui: 2 Maret 2021 09:14"
        return is_date(line[: found.start("after") + updated.start()].rstrip()) and is_date(
            found["after"][updated.end() :]
        )
    return bool(found and _AFTER_DATE.fullmatch(found["after"]) and _BEFORE_DATE.fullmatch(found["before"]))


def is_labelled_date(line: str) -> bool:
    """Whether a line is a date and says that it is the page's: "Diterbitkan: 12 Februari 2024", "Updated ..."."""
    return _LABELLED.match(line) is not None and is_date(line)


def without_date(line: str) -> str:
    """`line` without the date it ends with; all of it where it ends with none."""
    if not any(map(str.isdigit, line)):
        return line
    return _DATE_BEHIND.sub("", line)


def is_barred(line: str) -> bool:
    """Whether a line of short parts, parted by bars, holds a date: "Bening TV | 28 Maret 2018, 12:40"."""
    if "|" not in line or len(line) > _LONGEST:
        return False
    parts = [part.strip() for part in line.split("|")]
    return any(is_date(part) for part in parts) and all(part.count(" ") < 5 for part in parts)


def is_date_label(line: str) -> bool:
    """Whether a line only announces the page's date, which stands on the next one: "Tayang:"."""
    return len(line) < 24 and bool(_DATE_LABEL.fullmatch(line))


def has_clock(line: str) -> bool:
    """Whether a date line tells the hour too, as a page's own stamp does and a schedule's heading seldom does."""
    return bool(_CLOCK.search(line))


def is_count(line: str) -> bool:
    """Whether a line counts readers, shares or comments, or tells an age: "1.229 Views", "2 hours ago"."""
    if len(line) >= 40 or _ENUMERATES.fullmatch(line):
        return False
    lower = line.casefold()
    if not _DIGIT.search(lower):
        return any(map(lower.__contains__, _OF_AN_AGE)) and _AGO.fullmatch(line) is not None
    return bool(_COUNT.fullmatch(line) or _AGO.fullmatch(line))


def is_tags(line: str) -> bool:
    """Whether a line lists the article's tags."""
    return len(line) < 400 and bool(_TAGS.match(line))


def is_source(line: str) -> bool:
    """Whether a line only names its source: "Sumber: Kompas.com"."""
    return len(line) < 120 and bool(_SOURCE.fullmatch(line))


def is_list(line: str, fewest: int = 4) -> bool:
    """Whether a line is a bare list of short things, as tags are: at least so many, and no sentence's end."""
    parts = line.split(",")
    return (
        len(parts) >= fewest
        and line[-1] not in '.!?:;"”'
        and not _NO_TAGS.search(line)
        and all(0 < part.count(" ") + (part[:1] != " ") <= 5 for part in parts)
    )
