"""Telling Indonesian and Malay prose from other text by the small words no sentence does without."""

from __future__ import annotations

import re

# Frequent, and no word of English; and what only their endings and beginnings make.
_INDONESIAN = re.compile(
    r"(?i)\b(?:yang|dan|untuk|dengan|pada|dari|ini|itu|akan|telah|dalam|oleh|para|karena|tidak|sebagai|juga"
    r"|kepada|tersebut"
    r"|adalah|saat|seorang|sebuah|bagi|atau|bahwa|menjadi|sudah|lebih|warga|di|ke|kabupaten|kota|hingga|usai"
    r"|berupa"
    r"|dua|tiga|lima|hari|tahun|sejumlah|melalui|meng\w{4,}|meny\w{4,}|[a-z]{4,}(?:kan|nya))\b"
)
_ENGLISH = re.compile(r"(?i)\b(?:the|of|and|is|was|were|with|from|by|has|have)\b")
_REACH = 600


def is_english(text: str) -> bool:
    """Whether a text holds one of the small words English has and Indonesian has not."""
    return bool(_ENGLISH.search(text, 0, _REACH))


def is_indonesian(text: str) -> bool:
    """Whether a text reads as Indonesian or Malay: by two of their words near its beginning, or one and no English."""
    words = _INDONESIAN.finditer(text, 0, _REACH)
    if next(words, None) is None:
        return False
    return next(words, None) is not None or not is_english(text)
