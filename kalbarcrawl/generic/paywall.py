"""Whether a page's text is free to read, as far as the page says so."""

from __future__ import annotations

import re

from kalbarcrawl.generic.near import short_text
from kalbarcrawl.page import Page
from kalbarcrawl.rules import xpath

TIERS = {"free": True, "metered": False, "locked": False}
"""Values of article:content_tier, as Facebook's crawler documents them."""
WALLS = xpath("//*[contains(@class, 'paywall') or contains(@id, 'paywall') or contains(@class, 'premium-')]")
OFFER = re.compile(
    r"(?:subscribe|berlangganan|langganan|register|daftar)\b.{0,40}\b(?:to|untuk|agar|dan)\b.{0,30}"
    r"\b(?:read|continue|unlock|membaca|baca|melanjutkan|mengakses)\b"
    r"|(?:for|khusus|hanya untuk) (?:subscribers|pelanggan)\b",
    re.IGNORECASE,
)
MAX_OFFER = 400


def is_free(page: Page) -> bool | None:
    """What isAccessibleForFree, article:content_tier or a visible wall says; None where the page is silent."""
    for node in page.json_ld:
        value = node.get("isAccessibleForFree")
        if value is not None:
            return str(value).strip().lower() not in ("false", "0", "no")
    for tier in page.meta.get("article:content_tier", []):
        if tier.lower() in TIERS:
            return TIERS[tier.lower()]
    if "paywall" not in page.text and "premium-" not in page.text:
        return None
    return False if any(OFFER.search(short_text(wall, MAX_OFFER)) for wall in WALLS(page.tree)) else None
