"""Roles: the words of a byline that say what somebody did, with a colon behind them or without."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from kalbarcrawl.text.names import is_filed_from

_AUTHOR = (
    r"penulis|pengarang|ditulis|pewarta|reporter|repoter|wartawan(?:wati)?|jurnalis|kontributor|koresponden|peliput"
    r"|(?:tim )?liputan|laporan(?:\s+(?:wartawan|reporter|jurnalis|kontributor))?|oleh|teks|text|naskah"
    r"|author|written|report(?:ed)?|compiled"
    r"|(?:(?:additional|further)\s+)?reporting|posted|publish(?:ed)?|posting|story|words|by|writer|journalist|correspondent"
    r"|contributor|diposting|dipublikasikan|dilaporkan|rep|ditayangkan|diterbitkan|dimuat|disusun|dikirim|dirangkum"
    r"|diposkan|disiarkan|disediakan|dibuat|dipublish|di ?tulis"
)
_EDITOR = (
    r"(?:(?:managing|senior|chief|news|web|video|photo|copy|content|associate|assistant|executive)\s?)?editor"
    r"(?:[- ]in[- ]chief)?"
    r"|edited|penyunting|disunting|redaktur(?:\s+pelaksana)?|redpel|red|redaksi|editing|uploader|publisher"
    r"|(?:pemimpin|pimpinan) redaksi|pemred|pimred|pengunggah|diunggah|diupload|diupdate|diperbarui|dikemaskini"
    r"|diedit|penanggung\s?jawab"
)
_OTHER = (
    r"fotografer|foto|photographer|photos?|pix|images?|picture|video|videografer|sumber|source|ilustrasi|ilustrator"
    r"|penerjemah|penterjemah|diterjemahkan|translator|translated|translation|kameramen|infografis|grafis|layout|kamera"
)
_PREPOSITION = r"(?:\s+(?:oleh|by))?"
# "Nama Penulis", "Editor Bahasa", "Pewarta Foto"
_KIND = r"(?: (?:opini|artikel|berita|bahasa|naskah|foto|utama)\b)?"
_ROLE = rf"(?:nama )?(?:{_AUTHOR}|{_EDITOR}|{_OTHER})s?{_KIND}{_PREPOSITION}"
_ROLES = rf"{_ROLE}(?:\s*(?:/|&|\bdan\b|\band\b)\s*{_ROLE}|\s+(?:reporter|kontributor|wartawan|jurnalis))*"
# "Kontributor Ketapang: Ani", "Reporter Kabar Bening: Ani": where or for whom.
_CORRESPONDENT = r"(?:kontributor|koresponden|reporter|wartawan|jurnalis|pewarta|biro|kabiro|kaperwil)"
_FILED = rf"{_CORRESPONDENT}(?:(?-i:\s+(?!Editor|Penulis)[A-Z])[\w.]*){{1,3}}"
# What stands before a colon: "Redaktur & Reporter : Boy". A label may be glued to the name before it ("SavitriEditor:
# Agus Salim"): there its capital marks the word's beginning. A letter may have been typed for a bar: "Ani I Editor:".
_LABEL = re.compile(rf"(?:\s[Il]\s)?(?:\b|(?<=[a-z])(?=[A-Z]))(?i:(?P<role>{_ROLES}|{_FILED}))\s*$")
_COLON = re.compile(r"[:：]\s*")
_LONGEST_LABEL = 50
# "Oleh Budi", "By Ann Lee", "Laporan wartawan Tribun Pontianak, Budi"; but "Redaksi Kalbar" is a newsroom.
_OPENING = re.compile(
    rf"(?i)\W{{0,3}}(?:(?:artikel|berita|tulisan) ini )?(?!red(?:aksi)?\b)(?P<role>{_ROLES})"
    r"(?:\s*[-–—|,]\s*|\s+(?=[\w(]))"
)
# Behind a mark or a name, with no colon: "Penulis Ani | Editor Budi", "By Ann Lee, edited by Bob Stone".
_NAMING = (
    r"penulis|pewarta|reporter|wartawan|jurnalis|kontributor|koresponden|peliput|editor|redaktur(?: pelaksana)?"
    r"|penyunting|foto|fotografer|photographer|penerjemah|translator|videografer|oleh"
    r"|(?:edited|written|reported|compiled|translated|reporting|editing|photos?|video|words|story) by"
    r"|(?:diedit|disunting|ditulis|diterjemahkan|diunggah|diterbitkan|diposting|dilaporkan|foto) oleh"
)
_BEHIND_MARK = re.compile(
    rf"(?:\s*(?:[|/;,•·&]|\s[-–—]\s|\s[Il]\s|\b(?:dan|and)\s|\((?=\w+ (?:oleh|by) ))\s*)"
    rf"(?i:(?P<role>{_NAMING}))\s+(?:[-–—]\s*)?(?=[A-Z@])"
)
# "Ani Wijaya (Editor)"
_IN_BRACKETS = re.compile(rf"(?i)(?P<name>[^,;|/():&]{{3,60}}?)\s*\((?P<role>{_ROLE})\)")
_ALL_ROLE = re.compile(rf"(?i)[\W_]*{_ROLES}[\W_]*")
_KIND_AT_END = re.compile(r"(?i)(?<=[a-z]) (?:opini|artikel|berita|bahasa|naskah|utama)$")
_PHOTOGRAPHER = re.compile(r"(?i)\b(?:pewarta|wartawan|jurnalis|reporter) foto\b")
_BEHIND_NAME = re.compile(r" (?<=[a-z.] )(?P<role>Penulis|Reporter|Pewarta|Editor|Redaktur|Penyunting) (?=[A-Z])")
# "Editing by": the role is what stands before.
_BY_AT_END = re.compile(r"(?i)(?<=\w)\s+(?:oleh|by)$")
_IS_AUTHOR = re.compile(rf"(?i)\b(?:{_AUTHOR})s?\b")
_IS_EDITOR = re.compile(rf"(?i)\b(?:{_EDITOR})s?\b")
_IS_FILED = re.compile(rf"(?i)\b(?:{_CORRESPONDENT}|laporan)\b")
_IS_SOURCE = re.compile(r"(?i)\b(?:sumber|source)\b")


class Did(NamedTuple):
    """What a role says somebody did: wrote, edited, was the source, or filed from a place or for an outlet."""

    author: bool
    editor: bool
    source: bool
    filed: bool


def parts(text: str) -> Iterator[tuple[str, str, bool]]:
    """A byline's parts: each role (an author's where none is said), the names behind it, date and all.

    The third says whether a colon parts the two: without one a place or an outlet may stand before the name.
    """
    if "(" in text:
        text = _IN_BRACKETS.sub(r" | \g<role>: \g<name> | ", text)
    role, begin, colon = "", 0, False
    for start, end, following, follows_colon in _labels(text):
        yield _part(role, text[begin:start], colon=colon)
        role, begin, colon = following, end, follows_colon
    yield _part(role, text[begin:], colon=colon)


@lru_cache(maxsize=1024)
def did(role: str) -> Did:
    """What a role says: "Redaktur & Reporter" both edited and wrote."""
    role = _KIND_AT_END.sub("", _BY_AT_END.sub("", role))
    if _PHOTOGRAPHER.search(role):
        return Did(author=False, editor=False, source=False, filed=False)
    author, editor, source, filed = (
        pattern.search(role) is not None for pattern in (_IS_AUTHOR, _IS_EDITOR, _IS_SOURCE, _IS_FILED)
    )
    return Did(author or filed, editor, source, filed)


def _labels(text: str) -> list[tuple[int, int, str, bool]]:
    """Where each role begins and ends, the role, and whether a colon ends it; of two that overlap that one."""
    found = [(*one, True) for one in _before_colons(text)]
    bare = [*_BEHIND_MARK.finditer(text)]
    if (behind := [*_BEHIND_NAME.finditer(text)]) and _OPENING.match(text):
        bare += behind
    for one in bare:
        between = all(one.end() <= start or end <= one.start() for start, end, _, _ in found)
        if between and not _ALL_ROLE.fullmatch(text[: one.start()]):
            found.append((one.start(), one.end(), one["role"], False))
    return sorted(found)


def _before_colons(text: str) -> Iterator[tuple[int, int, str]]:
    begin = 0
    for colon in _COLON.finditer(text):
        start = max(begin, colon.start() - _LONGEST_LABEL)
        if label := _LABEL.search(text[start : colon.start()]):
            yield start + label.start(), colon.end(), label["role"]
            begin = colon.end()


def _part(role: str, names: str, *, colon: bool) -> tuple[str, str, bool]:
    if not role and (opening := _OPENING.match(names)):
        # "Kontributor Ranai, Ani": the place belongs to the role, and split_names knows the two together.
        return opening["role"], names if is_filed_from(names) else names[opening.end() :], False
    return role or "author", names, colon
