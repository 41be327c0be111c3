"""The words of a date: months, weekdays, times of day and zones in Indonesian, Malay and English."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import groupby

# After the dictionary's spelling come those newsrooms print as well: clipped, old (Pebruari, Nopember), Malay, English.
_MONTHS = (
    "januari jan january jenuari",
    "februari feb february pebruari peb febuari pebuari febuary",
    "maret mar march mac mrt",
    "april apr",
    "mei may",
    "juni jun june",
    "juli jul july julai",
    "agustus agu agt ags agus agst aug august ogos ogs augustus",
    "september sep sept",
    "oktober okt oct october",
    "november nov nopember nop",
    "desember des dec december disember dis",
)
_WEEKDAYS = (
    "senin sen snn isnin monday mon",
    "selasa sel sls tuesday tue tues",
    "rabu rab rbu wednesday wed",
    "kamis kam kms khamis thursday thu thur thurs",
    "jumat jum jum'at jmt jumaat jum'aat friday fri",
    "sabtu sab sbt saturday sat",
    "minggu min mgg mng ahad sunday sun",
)

MONTHS = {word: number for number, line in enumerate(_MONTHS, 1) for word in line.split()}
WEEKDAYS = {word: number for number, line in enumerate(_WEEKDAYS) for word in line.split()}
"""Numbered as datetime.weekday() numbers them, from Monday 0."""

ZONES = {
    "wib": 7, "wita": 8, "wit": 9, "wp": 9, "waktu papua": 9, "waktu malaysia": 8, "waktu singapura": 8,
    "waktu indonesia barat": 7, "waktu indonesia tengah": 8, "waktu indonesia timur": 9,
    "z": 0, "utc": 0, "gmt": 0, "ut": 0, "ict": 7, "sgt": 8, "myt": 8, "hkt": 8, "jst": 9, "kst": 9,
    "aest": 10, "aedt": 11, "cet": 1, "cest": 2,
    "asia/jakarta": 7, "asia/pontianak": 7, "asia/makassar": 8, "asia/jayapura": 9, "asia/kuala_lumpur": 8,
    "eet": 2, "eest": 3, "msk": 3, "pht": 8, "awst": 8, "nzst": 12, "nzdt": 13, "hst": -10, "akst": -9, "akdt": -8,
    "est": -5, "edt": -4, "cst": -6, "cdt": -5, "mst": -7, "mdt": -6, "pst": -8, "pdt": -7,  # RFC 822
}  # fmt: skip
"""Hours east of Greenwich."""

UNCERTAIN_ZONES = frozenset("bst ist ast pt et ct mt uk".split())
"""Zones of more than one meaning, or of another in summer: the day before them is read, the time is not."""

TIMES_OF_DAY = frozenset("pagi siang sore petang malam subuh dini dinihari tengah am pm".split())

# What may stand between a weekday and its date, as in "Senin malam tanggal 5 Februari 2024".
FILLERS = TIMES_OF_DAY | frozenset("hari tanggal tgl pada the on ini kemarin lalu".split())

# What announces a day and month without a year.
ANNOUNCING = frozenset("( pada tanggal tgl sejak mulai dari per hingga sampai".split())

# A number after one of these is the number of a letter, a law, a price, or a name ("Universitas 17 Agustus 1945").
NUMBERED = frozenset("nomor nomer no pasal ayat uu perda perpres pp sk surat skor rp jalan jl universitas".split())


def any_of(words: Iterable[str]) -> str:
    """Any of the words as a regular expression, branching on the first letter so that most fail at once."""
    initials = groupby(sorted(words), key=lambda word: word[0])
    branches = []
    for initial, group in initials:
        rests = sorted((word[1:].replace(" ", r"\ ") for word in group), key=len, reverse=True)
        branches.append(f"{initial}(?:{'|'.join(rests)})")
    return f"(?:{'|'.join(branches)})"
