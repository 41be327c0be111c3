"""Telling Indonesian and Malay prose from other text by the small words no sentence does without."""

from __future__ import annotations

import re

# Frequent, short, and no word of English.
_SMALL_WORD = re.compile(
    r"(?i)\b(?:yang|dan|untuk|dengan|pada|dari|ini|itu|akan|telah|dalam|oleh|para|karena|tidak|sebagai|juga|kepada"
    r"|tersebut|adalah|saat|seorang|sebuah|bagi|atau|bahwa|menjadi|sudah|lebih|warga|di|ke)\b"
)
_REACH = 400


def is_indonesian(text: str) -> bool:
    """Whether a sentence reads as Indonesian or Malay: two of their small words near its beginning are enough."""
    words = _SMALL_WORD.finditer(text, 0, _REACH)
    return next(words, None) is not None and next(words, None) is not None
