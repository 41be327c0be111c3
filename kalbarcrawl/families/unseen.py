"""unseen: newsrooms of which nobody has seen a page: their name, address and datelines, and customs for the rest."""

from __future__ import annotations

from typing import Any

from kalbarcrawl.publisher import Publisher
from kalbarcrawl.sources import Section, Sitemap

HEADLINES = "h1 a[href], h2 a[href], h3 a[href], h4 a[href], article a[href]"


def unseen(**facts: Any) -> Publisher:
    """A newsroom read by the generic rules: the front page's headlines, and a sitemap where custom puts it.

    `kalbarcrawl check NAME` tells whether the customs hold; then the facts belong into the file.
    """
    sources = (Section("/", HEADLINES), Sitemap("/sitemap.xml"))
    return Publisher(**{"sources": sources, "datelines": (facts.get("title", ""),), **facts})
