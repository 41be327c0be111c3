"""Bylines: who wrote and who edited, out of the many ways newsrooms print it."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import lru_cache

from kalbarcrawl.text.names import agency_of, is_filed_from, is_newsroom, person, split_names
from kalbarcrawl.text.whitespace import fold

# A byline is short; what runs on is a biography, and the names, if any, stand at its head.
_MAX_LENGTH = 400

_AUTHOR = (
    r"penulis|pengarang|ditulis|pewarta|reporter|repoter|wartawan(?:wati)?|jurnalis|kontributor|koresponden|peliput"
    r"|laporan(?:\s+wartawan)?|oleh|teks|text|naskah|author|written|reported|(?:(?:additional|further)\s+)?reporting"
    r"|posted|published|story|words|by|writer|journalist|correspondent|contributor|diposting|dipublikasikan|dilaporkan|rep|ditayangkan"
)
_EDITOR = (
    r"editor|edited|penyunting|disunting|redaktur(?:\s+pelaksana)?|redpel|red|redaksi|editing|uploader"
    r"|pengunggah|diedit|copy\s?editor|penanggung\s?jawab"
)
_OTHER = (
    r"fotografer|foto|photographer|photos?|pix|images?|picture|video|videografer|sumber|source|ilustrasi|ilustrator"
    r"|penerjemah|penterjemah|translator|translated|translation|kameramen|infografis|grafis|layout|kamera"
)
_PREPOSITION = r"(?:\s+(?:oleh|by))?"
_ROLE = rf"(?:{_AUTHOR}|{_EDITOR}|{_OTHER})s?{_PREPOSITION}"
_ROLES = rf"{_ROLE}(?:\s*(?:/|&|\bdan\b|\band\b)\s*{_ROLE})*"

# What stands before a colon: "Redaktur & Reporter : Boy". A label may be glued to the name before it ("SavitriEditor:
# Agus Salim"): there its capital marks the word's beginning.
_LABEL = re.compile(rf"(?:\b|(?<=[a-z])(?=[A-Z]))(?i:{_ROLES})\s*$")
_COLON = re.compile(r"[:：]\s*")
_LONGEST_LABEL = 50
# "Oleh Budi", "By Ann Lee", "Laporan wartawan Tribun Pontianak, Budi"; but "Redaksi Kalbar" is a newsroom.
_OPENING = re.compile(rf"(?i)\W{{0,3}}(?!red(?:aksi)?\b)({_ROLES})(?:\s*[-–—|]\s*|\s+(?=\w))")
# "Editing by": the role is what stands before.
_BY_AT_END = re.compile(r"(?i)(?<=\w)\s+(?:oleh|by)$")
# "Reporting by Ani; Editing by Budi"
_PARTS = re.compile(rf"(?i)\s*;\s*(?={_ROLES}\s)")
_IS_AUTHOR = re.compile(rf"(?i)\b(?:{_AUTHOR})s?\b")
_IS_EDITOR = re.compile(rf"(?i)\b(?:{_EDITOR})s?\b")

# What follows the names: the date, the copyright, an address.
_END = re.compile(
    r"(?i)copyright|©|\(c\)\s|https?://|www\.|\b(?:updated|published|diperbarui|diterbitkan|last modified)\b"
    r"|\b(?:senin|selasa|rabu|kamis|jum['’]?at|sabtu|minggu|ahad|(?:mon|tues|wednes|thurs|fri|satur"
    r"|sun)day)\b\s*,"
    r"|\b\d{1,2}[\s/.-](?:\d{1,2}|[a-z]{3,9})[\s/.-]\d{2,4}\b|\b(?:19|20)\d\d-\d\d-\d\d"
    r"|\b[a-z]{3,9}\.? \d{1,2}, (?:19|20)\d\d\b|\b\d{1,2}[:.]\d\d\s*(?:wib|wita|wit|am|pm)\b"
)


@dataclass(frozen=True)
class Byline:
    """The people and the agency a byline names.

    `dropped` keeps what was read as no person, each with the reason: "newsroom" or "not a name".
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

    def take(self, names: str, *, author: bool, editor: bool) -> None:
        for part in split_names(names):
            if agency := agency_of(part):
                self.agency = self.agency or agency
            elif name := person(part):
                for people_of_role, wanted in ((self.authors, author), (self.editors, editor)):
                    if wanted and name not in people_of_role:
                        people_of_role.append(name)
            else:
                self.dropped.append((part, "newsroom" if is_newsroom(part) else "not a name"))

    def byline(self) -> Byline:
        return Byline(tuple(self.authors), tuple(self.editors), self.agency, tuple(self.dropped))


@lru_cache(maxsize=4096)
def people(text: str) -> Byline:
    """Who wrote and who edited, from a byline as JSON-LD, a meta element or the visible page gives it.

    A byline without labels names authors. Academic titles stay with their names and roles never do; CAPITALS
    become Title Case; newsrooms and their accounts are no people; a wire agency is the `agency`.
    """
    reading = _Reading()
    line = fold(text)[:_MAX_LENGTH]
    parts = _PARTS.split(line) if ";" in line else (line,)
    for label, names in itertools.chain.from_iterable(map(_by_role, parts)):
        role = _BY_AT_END.sub("", label)
        author, editor = bool(_IS_AUTHOR.search(role)), bool(_IS_EDITOR.search(role))
        if author or editor:
            reading.take(names, author=author, editor=editor)
    return reading.byline()


def _by_role(text: str) -> Iterator[tuple[str, str]]:
    """A byline's parts: the label (as "author" where there is none) and the names that follow it."""
    role, begin = "author", 0
    for colon in _COLON.finditer(text):
        start = max(begin, colon.start() - _LONGEST_LABEL)
        label = _LABEL.search(text[start : colon.start()])
        if label:
            yield from _part(role, text[begin : start + label.start()], labelled=begin > 0)
            role, begin = label[0], colon.end()
    yield from _part(role, text[begin:], labelled=begin > 0)


def _part(role: str, names: str, *, labelled: bool) -> Iterator[tuple[str, str]]:
    """One label and its names, cut off where the date or the copyright begins; nothing where there are no names."""
    if not labelled and (opening := _OPENING.match(names)):
        role = opening[1]
        # "Kontributor Ranai, Ani": the place belongs to the role, and split_names knows the two together.
        names = names if is_filed_from(names) else names[opening.end() :]
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
        names = names[: end.start()] if end else names
    if names.strip(" |,;-–—/:"):
        yield role, names
