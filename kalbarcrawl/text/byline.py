"""Bylines: who wrote and who edited, out of the many ways newsrooms print it."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import lru_cache

from kalbarcrawl.text.names import PLACES_TOO, behind_newsroom, person, split_names
from kalbarcrawl.text.newsrooms import agency_of, is_newsroom
from kalbarcrawl.text.outlets import WEEKDAY
from kalbarcrawl.text.places import is_place
from kalbarcrawl.text.roles import Did, did, parts
from kalbarcrawl.text.whitespace import fold

# A byline is short; what runs on is a biography, and the names, if any, stand at its head.
_MAX_LENGTH = 400
# "[Penulis: Ani Wijaya]"
_WRAPPED = re.compile(r"^\[([^\[\]]*)\]$")
# "Ani Wijaya in Kuching", "Ani dari Sambas"
_FROM = re.compile(r"\s+(?:in|di|dari|from)\s+(?P<place>[A-Z][^,;|/&]*)$")
# "Ani Wijaya (ANTARA)", "Ani Wijaya - Bernama"
_BESIDE = re.compile(r"\(([^()]{2,30})\)|^([^-–—,;|]{2,20}?)(?=\s[-–—]\s)|\s[-–—]\s([^-–—,;|]{2,30})$")
# "Wartawan Senior", "Penulis Lepas"
_GRADE = re.compile(r"(?i)^(?:senior|junior|utama|madya|muda|lepas|magang|warga|freelance)\b\s*")

# What follows the names: the date, the copyright, an address.
_END = re.compile(
    r"(?i)copyright|©|\(c\)\s|https?://|www\.|\b(?:updated|published|diperbarui|diterbitkan|last modified)\b"
    r"|\b(?:pada|tanggal|tayang|terbit|dimuat|on)(?= \d)|\bon:?(?= (?-i:[A-Z])[a-z]+ \d)"
    r"|\b\d+ (?:jam|menit|hari|minggu|detik|hours?|min(?:ute)?s?|days?|weeks?|komentar|comments?|views?|kali)\b"
    rf"|\b(?:pada |tayang |on )?{WEEKDAY}(?:\s*,|\s+\d)"
    r"|\b\d{1,2}[\s/.-](?:\d{1,2}|[a-z]{3,9})[\s/.-]\d{2,4}\b|\b(?:19|20)\d\d-\d\d-\d\d"
    r"|\b[a-z]{3,9}\.? \d{1,2}, (?:19|20)\d\d\b|\b\d{1,2}[:.]\d\d\s*(?:wib|wita|wit|am|pm)\b"
)


@dataclass(frozen=True)
class Byline:
    """The people and the agency a byline names.

    `dropped` keeps what was read as no person, each with the reason: "newsroom", "place" or "not a name".
    """

    authors: tuple[str, ...] = ()
    editors: tuple[str, ...] = ()
    agency: str | None = None
    dropped: tuple[tuple[str, str], ...] = ()


@dataclass
class _Reading:
    """What one byline has given so far."""

    authors: list[str] = field(default_factory=list)
    editors: list[str] = field(default_factory=list)
    agency: str | None = None
    dropped: list[tuple[str, str]] = field(default_factory=list)

    def take(self, names: str, did: Did) -> None:
        """Take in the names of a role; a place behind a name, or a correspondent's, is where it was filed from."""
        for beside in _BESIDE.finditer(names):
            self.agency = self.agency or agency_of(beside[1] or beside[2] or beside[3])
        named = False
        for part in map(_without_from, split_names(names)):
            if did.filed or _GRADE.fullmatch(part):
                part = _GRADE.sub("", part)
            if not part:
                continue
            if agency := agency_of(part):
                self.agency = self.agency or agency
            elif (did.filed or named) and is_place(part) and part.casefold() not in PLACES_TOO:
                self.dropped.append((part, "place"))
            elif name := (behind_newsroom(part) if did.filed else None) or person(part):
                named = True
                for people_of_role, wanted in ((self.authors, did.author), (self.editors, did.editor)):
                    if wanted and name not in people_of_role:
                        people_of_role.append(name)
            else:
                self.dropped.append((part, "newsroom" if is_newsroom(part) else "not a name"))

    def byline(self) -> Byline:
        return Byline(tuple(self.authors), tuple(self.editors), self.agency, tuple(self.dropped))


def _without_from(name: str) -> str:
    """`name` without the place it was filed from, where that is a known one."""
    found = _FROM.search(name)
    return name[: found.start()] if found and is_place(found["place"]) else name


@lru_cache(maxsize=4096)
def people(text: str) -> Byline:
    """Who wrote and who edited, from a byline as JSON-LD, a meta element or the visible page gives it.

    A byline without labels names authors. Academic titles stay with their names and roles never do; CAPITALS
    become Title Case; newsrooms and their accounts are no people; a wire agency is the `agency`.
    """
    reading = _Reading()
    for role, names, colon in parts(_WRAPPED.sub(r"\1", fold(text)[:_MAX_LENGTH])):
        names, done = _without_end(names), did(role)
        done = done._replace(filed=done.filed and not colon)
        if done.author or done.editor:
            reading.take(names, done)
        elif done.source:
            reading.agency = reading.agency or agency_of(names)
    return reading.byline()


def _without_end(names: str) -> str:
    """The names, cut off where the date or the copyright begins."""
    # Only these are worth a search for the end; a date has digits.
    if not names.isalpha() and (
        any(map(str.isdigit, names))
        or "©" in names
        or "opyright" in names
        or "OPYRIGHT" in names
        or "://" in names
        or "www." in names
    ):
        end = _END.search(names)
        return names[: end.start()] if end else names
    return names
