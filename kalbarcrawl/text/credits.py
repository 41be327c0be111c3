"""Credit lines: a whole line that names who wrote, edited or took part."""

from __future__ import annotations

import re

from kalbarcrawl.text.byline import Byline, people
from kalbarcrawl.text.names import person

_LABELS = (
    r"penulis|pewarta|reporter|repoter|wartawan|jurnalis|kontributor|koresponden|peliput|editor|redaktur|redaktur pelaksana|red|redpel|penyunting|uploader|"
    r"oleh|by|author|authors|writer|laporan(?: wartawan)?|publisher|rep|teks|naskah|fotografer|penerjemah|contributor|written by|edited by|published by|posted by|"
    r"diterbitkan oleh|diposting oleh|ditulis oleh|dipublikasikan oleh|editors?"
)
_LABELLED = re.compile(rf"(?i)\W{{0,4}}(?:{_LABELS})(?:\s*(?:/|&|dan|and)\s*(?:{_LABELS}))*\s*[:：]\s*(?P<names>.*)")
_LABEL_ALONE = re.compile(rf"(?i)\W{{0,4}}(?:{_LABELS})(?:\s*(?:/|&|dan|and)\s*(?:{_LABELS}))*\s*[:：]?")
_OPENED = re.compile(r"(?:Oleh|OLEH|By|BY|Laporan [Ww]artawan|LAPORAN WARTAWAN|Written by|Posted by|Published by|Kontributor|Jurnalis|Pewarta|Reporter|Wartawan|Penulis)\s+(?=[A-Z@])")
_MAX = 220


def credit_line(line: str) -> Byline | None:
    """Whom a line of credits names; None where the line is none."""
    if len(line) > _MAX:
        return None
    labelled = _LABELLED.fullmatch(line)
    if labelled:
        return people(line) if _only_names(labelled["names"]) else None
    if _OPENED.match(line) and len(line) < 120 and line[-1] not in ".!?":
        byline = people(line)
        return byline if byline.authors or byline.editors or byline.agency or byline.dropped else None
    return None


def is_label(line: str) -> bool:
    """Whether a line is a label whose name stands on the next one: "Oleh :", "Editor", "Published by"."""
    return len(line) < 40 and bool(_LABEL_ALONE.fullmatch(line))


def is_name(line: str) -> bool:
    """Whether a line may be nothing but a person's name: two to five capitalised words."""
    words = line.split()
    return 1 < len(words) <= 5 and len(line) < 50 and all(word[0].isupper() for word in words) and person(line) is not None


def _only_names(text: str) -> bool:
    """Whether what follows a label is names, not a sentence: short, or without small words and full stops."""
    words = text.split()
    return len(words) <= 6 or (len(words) <= 24 and not text.rstrip().endswith((".", "!", "?")) and sum(word[0].islower() for word in words) <= 4)
