"""The section that a page's breadcrumbs name, declared or shown."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from kalbarcrawl.dom import elements, outermost
from kalbarcrawl.generic.prose import folded
from kalbarcrawl.generic.title import headline, site_names
from kalbarcrawl.items import Origin
from kalbarcrawl.json_ld import strings, types_of
from kalbarcrawl.page import Page
from kalbarcrawl.rules import texts

TRAILS = "[class*=breadcrumb i], [aria-label=breadcrumb i]"
MAX_STEP = 40
HOME = frozenset({"home", "beranda", "depan", "halamandepan", "news", "berita", "homepage"})


@dataclass(frozen=True)
class Breadcrumb:
    """The last step of the first breadcrumbs before the article itself, the home page left out."""

    origin: Origin = "byline"

    def __call__(self, page: Page) -> list[str]:
        trails = outermost(elements(TRAILS, page.dom))
        out = _no_sections(page) if trails else frozenset()
        for trail in trails:
            found = _last(texts(trail.css("a[href]")), out)
            if found:
                return found
        return []

    def __str__(self) -> str:
        return "breadcrumb"


@dataclass(frozen=True)
class DeclaredBreadcrumb:
    """The last step of the schema.org breadcrumbs before the article itself, the home page left out."""

    origin: Origin = "json_ld"

    def __call__(self, page: Page) -> list[str]:
        trails = [node for node in page.json_ld if "BreadcrumbList" in types_of(node)]
        out = _no_sections(page) if trails else frozenset()
        for trail in trails:
            steps = _objects(trail.get("itemListElement"))
            named = [step.get("item", step) if not step.get("name") else step for step in steps]
            found = _last(texts([text for step in named for text in strings(step)[:1]]), out)
            if found:
                return found
        return []

    def __str__(self) -> str:
        return "json_ld breadcrumb"


def _no_sections(page: Page) -> frozenset[str]:
    """The folded names of steps that are no section: the home page, the site, the article."""
    return frozenset({folded(headline(page)), *site_names(page), *HOME})


def _last(steps: Sequence[str], out: frozenset[str]) -> list[str]:
    """The last step that is a section."""
    return [step for step in steps if folded(step) not in out and len(step) <= MAX_STEP and "://" not in step][-1:]


def _objects(value: Any) -> list[dict[str, Any]]:
    return [one for one in (value if isinstance(value, list) else [value]) if isinstance(one, dict)]
