"""How a page was read: what it declares, which rule won each field, which lines were dropped by which rule."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from kalbarcrawl.extract import extract
from kalbarcrawl.generic.body import is_passed_over
from kalbarcrawl.items import Article, Incomplete, RawArticle
from kalbarcrawl.json_ld import types_of
from kalbarcrawl.page import Page
from kalbarcrawl.publisher import Publisher
from kalbarcrawl.refine import cleaned_text, refine_cleaned

FEEDS = (
    "//link[contains(@rel, 'alternate')][contains(@type, 'rss') or contains(@type, 'atom') or contains(@type, 'feed+')]"
)
SHOWN = (
    "og:",
    "article:",
    "author",
    "description",
    "pubdate",
    "publishdate",
    "date",
    "robots",
    "tdm-",
    "twitter:title",
)
TOO_HEAVY = "trafilatura: for a page so nested or so full it would take minutes, or fail"


@dataclass(frozen=True)
class Declared:
    """What the page says of itself."""

    canonical_url: str | None
    language: str | None
    feeds: list[str]
    json_ld: list[str]
    """Types of its schema.org objects, each with its headline or name."""
    meta: dict[str, list[str]]


@dataclass(frozen=True)
class Explanation:
    """One page with everything that explains its record."""

    url: str
    publisher: str
    declared: Declared
    raw: RawArticle
    dropped: list[tuple[str, str]]
    """(line, name of the rule that dropped it), in page order."""
    outcome: Article | Incomplete
    passed_over: str | None = None
    """A reader that was not asked when its turn came, and why."""


def explain(page: Page, publisher: Publisher) -> Explanation:
    """Read a page as a crawl would and keep what a crawl throws away."""
    raw = extract(page, publisher)
    cleaned = cleaned_text(raw, publisher)
    return Explanation(
        url=page.url,
        publisher=publisher.name,
        declared=declared(page),
        raw=raw,
        dropped=list(cleaned.dropped),
        outcome=refine_cleaned(raw, publisher, cleaned),
        passed_over=TOO_HEAVY if is_passed_over(page, raw.won.get("body")) else None,
    )


def declared(page: Page) -> Declared:
    """What the page says of itself in its head."""
    feeds = [page.join(link.get("href") or "") for link in page.tree.xpath(FEEDS)]
    return Declared(
        canonical_url=page.canonical_url,
        language=page.lang,
        feeds=[feed for feed in feeds if feed],
        json_ld=[_named(node) for node in page.json_ld],
        meta={name: values for name, values in page.meta.items() if name.startswith(SHOWN)},
    )


def _named(node: dict[str, Any]) -> str:
    title = node.get("headline") or node.get("name")
    types = "/".join(sorted(types_of(node)))
    return f'{types} "{title}"' if isinstance(title, str) else types
