"""The section that a page's breadcrumbs name."""

from __future__ import annotations

from dataclasses import dataclass

from kalbarcrawl.generic.prose import folded
from kalbarcrawl.generic.title import headline, site_names
from kalbarcrawl.items import Origin
from kalbarcrawl.page import Page
from kalbarcrawl.rules import texts, xpath

TRAILS = xpath("//*[contains(@class, 'breadcrumb') or contains(@class, 'Breadcrumb') or @aria-label='breadcrumb']")
LINKS = xpath(".//a[@href]")
MAX_STEP = 40
HOME = frozenset({"home", "beranda", "depan", "halamandepan", "news", "berita", "homepage"})


@dataclass(frozen=True)
class Breadcrumb:
    """The last step of the first breadcrumbs before the article itself, the home page left out."""

    origin: Origin = "byline"

    def __call__(self, page: Page) -> list[str]:
        if "readcrumb" not in page.text:
            return []
        out = {folded(headline(page)), *site_names(page), *HOME}
        for trail in TRAILS(page.tree):
            steps = [step for step in texts(LINKS(trail)) if folded(step) not in out and len(step) <= MAX_STEP]
            if steps:
                return steps[-1:]
        return []

    def __str__(self) -> str:
        return "breadcrumb"
