"""Captions and photo credits, told from the line alone."""

from __future__ import annotations

import re

_CREDIT_AT_END = re.compile(
    r"(?i:[(\[]\s*(?:foto|photo|image|gambar|dok|doc|ist|istimewa|ilustrasi|illustration|sumber|source|ss|screenshot|tangkapan layar|repro|humas)\b[^()\[\]]{0,90}[)\]]?\W*$"
    r"|\b(?:foto|photo|image|gambar)\s*[:/]\s*[^.!?]{2,80}(?:\.[a-z.]{2,8})?$"
    r"|\b(?:antara foto|getty images|afp photo|reuters|shutterstock|freepik|unsplash|pexels|istock(?:photo)?|ap photo|dok\.? (?:istimewa|pribadi|humas|ist))\b[^.!?]{0,60}$"
    r"|[(\[](?:antara|reuters|afp|ap|xinhua|kompas|tempo|tribun|detik|liputan6|okezone|republika|sindo|mi|jawapos|jpnn|suara)\w*(?:\.\w+)*(?:\s?/[^()\[\]]{1,80})?[)\]]\W*$)"
    r"|[(\[][^()\[\]]{2,50}/\s?[^()\[\]]{2,50}[)\]]$"
    r"|[A-Z][A-Z0-9]{2,}(?:\.[A-Za-z]{2,4}){0,2}\s?/\s?[A-Z][\w.'’]*(?: [A-Z][\w.'’]*){0,4}(?:/[\w ]{2,12})?$"
    r"|\b(?:TEMPO|Tempo|KOMPAS\.com|Kompas\.com|ANTARA|Republika|REPUBLIKA|VIVA|SINDO)\s?/\s?[^.!?]{2,50}$"
)
_CREDIT_AT_START = re.compile(
    r"(?:(?i:foto|photo|image|gambar|ilustrasi|illustration|dok|doc|caption|ket(?:erangan)?\.? foto)\s?[.:–/-]\s?\S|FOTO\b|Arsip\b|ARSIP\b|Ilustrasi\b|Dokumentasi\b"
    r"|(?:KOMPAS\.com|Kompas\.com|KOMPAS\.COM|TRIBUN\w*(?:\.\w+)*|ANTARA FOTO|ANTARA|AFP|REUTERS|AP|Republika|TEMPO|SHUTTERSTOCK|DOK\.?|Dok\.)\s?/\s?\S|ANTARA FOTO\b|[(\[]?(?:istimewa|ist|ilustrasi)[)\]]?$)"
)
_LEADING_CAPITALS = re.compile(r"[A-Z][A-Z ]{3,30}[:.]\s?[A-Z][a-z]")
_POSED = re.compile(r"(?i)\((?:kiri|kanan|tengah|dua dari (?:kiri|kanan)|berdiri|duduk|foto|ilustrasi|ist|istimewa|left|right|center|file)\)|\b(?:left|right)\)|kiri ke kanan|from left\b")


def is_credit(line: str) -> bool:
    """Whether a line is a photo's credit, or a caption that begins or ends with one."""
    if _CREDIT_AT_START.match(line):
        return len(line) < 500
    return len(line) < 500 and bool(_CREDIT_AT_END.search(line, max(0, len(line) - 140)))


def looks_posed(line: str) -> bool:
    """Whether a line speaks of a picture: "(kiri)", "Ilustrasi", or a word in capitals before a full stop."""
    return len(line) < 500 and bool(_LEADING_CAPITALS.match(line) or _POSED.search(line))
