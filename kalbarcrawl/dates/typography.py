"""A printed date's text made plain: one case, one kind of space, dash and apostrophe, and no entities."""

from __future__ import annotations

import html
import unicodedata

LONGEST = 300
"""Characters looked at: a printed date opens its element, and what follows 300 characters is an article."""

_SIGNS = dict.fromkeys(map(ord, "‐‑‒–—―−﹘﹣－"), "-") | dict.fromkeys(map(ord, "‘’ʼ`´′"), "'")
_INVISIBLE = dict.fromkeys(map(ord, "\u200b\u200c\u200d\u200e\u200f\u2060\ufeff\u00ad"), None)
_PLAIN = _SIGNS | _INVISIBLE


def normalise(text: str) -> str:
    """The text's first LONGEST characters in lower case, with single spaces, plain signs and entities resolved."""
    text = text[: 4 * LONGEST]
    if "&" in text:
        text = html.unescape(text)
    if not text.isascii():
        text = unicodedata.normalize("NFKC", text).translate(_PLAIN)
    return " ".join(text.lower().split())[:LONGEST]
