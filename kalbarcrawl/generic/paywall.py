"""Whether a page's text is free to read, as far as the page says so."""

from __future__ import annotations

import re

from kalbarcrawl.dom import elements, text_within
from kalbarcrawl.page import Page

TIERS = {"free": True, "metered": False, "locked": False}
"""Values of article:content_tier, as Facebook's crawler documents them."""
WALLS = "[class*=paywall], [id*=paywall], [class*='premium-']"
OFFER = re.compile(
    r"(?:subscribe|berlangganan|langganan|register|daftar)\b.{0,40}\b(?:to|untuk|agar|dan)\b.{0,30}"
    r"\b(?:read|continue|unlock|membaca|baca|melanjutkan|mengakses)\b"
    r"|(?:for|khusus|hanya untuk) (?:subscribers|pelanggan)\b",
    re.IGNORECASE,
)
MAX_OFFER = 400
PREVIEW = 150
"""Words of an article that stand before a wall, at most."""


def is_free(page: Page, words: int = 0) -> bool | None:
    """What isAccessibleForFree, article:content_tier or a visible wall says; None where the page is silent.

    A wall in words counts where few `words` of the article stand before it: beside a whole story it is an offer.
    """
    for node in page.json_ld:
        value = node.get("isAccessibleForFree")
        if value is not None:
            return str(value).strip().lower() not in ("false", "0", "no")
    for tier in page.meta.get("article:content_tier", []):
        if tier.lower() in TIERS:
            return TIERS[tier.lower()]
    if words > PREVIEW:
        return None
    walls = (text_within(wall, 4 * MAX_OFFER, parted=" ") for wall in elements(WALLS, page.dom))
    offers = (" ".join(text.split()) for text in walls)
    return False if any(len(offer) <= MAX_OFFER and OFFER.search(offer) for offer in offers) else None
