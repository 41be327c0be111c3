"""Which shared system a site runs on, by what its pages show."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from kalbarcrawl.page import Page
from kalbarcrawl.publisher import host_of
from kalbarcrawl.rules import css

HOSTS = (
    ("antara", re.compile(r"(?:.+\.)?antaranews\.com")),
    ("tribun", re.compile(r"(?:.+\.)?tribunnews\.com")),
    ("jawapos", re.compile(r"(?:.+\.)?jawapos\.com")),
    ("detik", re.compile(r"(?:.+\.)?detik\.com")),
    ("kumparan", re.compile(r"(?:.+\.)?kumparan\.com")),
    ("blogger", re.compile(r".+\.blogspot\.[a-z.]+")),
    ("wordpress", re.compile(r".+\.wordpress\.com")),
)
MARKUP = (
    ("antara", ".wrap__article-detail-title, .wrap__article-detail-content", "class wrap__article-detail-..."),
    ("antara", "link[href*='/rss/terkini.xml'], a[href*='/rss/terkini.xml']", "its feed /rss/terkini.xml"),
    ("tribun", "h1#arttitle", "id arttitle"),
    ("tribun", ".txt-article", "class txt-article"),
    ("jawapos", "h1.read__title, .read__content", "class read__..."),
    ("jawapos", "h2.latest__title, a.latest__link", "class latest__..."),
    ("detik", "h1.detail__title, .detail__body-text", "class detail__..."),
    ("kumparan", "[data-qa-id=story-title], [data-qa-id=story-paragraph]", "data-qa-id story-..."),
    ("blogger", "meta[name=generator][content*=logger]", "generator Blogger"),
    ("blogger", "link[href*='/feeds/posts/default']", "Blogger's feed /feeds/posts/default"),
    ("blogger", "link[href*='blogger.com/feeds'], link[href*='draft.blogger.com']", "links to blogger.com"),
    ("blogger", "div.widget.Blog, #Blog1", "Blogger's widget Blog1"),
    ("blogger", "[id^=post-body-]", "id post-body-..."),
    ("wordpress", "link[rel='https://api.w.org/']", "WordPress' REST API is named"),
    ("wordpress", "meta[name=generator][content*=WordPress]", "generator WordPress"),
    ("wordpress", "link[href*='/wp-content/'], link[href*='/wp-includes/']", "wp-includes"),
    ("wordpress", "article.type-post, article.status-publish", "class status-publish"),
    ("wordpress", "body.single-post, body.post-template-default, body.wp-singular", "body class single-post"),
    ("wordpress", ".entry-content, .wp-block-post-content", "class entry-content"),
    ("wordpress", "img[src*='/wp-content/uploads/']", "wp-content/uploads"),
)
"""(family, CSS query, what it is called as evidence)."""
ENOUGH = 2
"""One sign may be borrowed: a theme copied from another system, a picture of another site."""
SURE = frozenset(
    {
        "its host",
        "WordPress' REST API is named",
        "generator WordPress",
        "generator Blogger",
        "id arttitle",
        "class wrap__article-detail-...",
        "class detail__...",
        "data-qa-id story-...",
    }
)
"""Signs that are enough alone."""


@dataclass(frozen=True)
class Recognised:
    """A shared system, and the signs of it that were seen."""

    family: str
    signs: tuple[str, ...]


def recognise(pages: Sequence[Page]) -> Recognised | None:
    """The system that some pages of one site show the most signs of; None where no sign is enough."""
    signs: dict[str, dict[str, None]] = {}
    for page in pages:
        for family, host in HOSTS:
            if host.fullmatch(host_of(page.url)):
                signs.setdefault(family, {})["its host"] = None
        for family, query, name in MARKUP:
            if css(query)(page.tree):
                signs.setdefault(family, {})[name] = None
    counts = Counter({family: len(found) for family, found in signs.items() if _enough(found)})
    if not counts:
        return None
    best = counts.most_common(1)[0][0]
    return Recognised(best, tuple(signs[best]))


def _enough(signs: dict[str, None]) -> bool:
    return len(signs) >= ENOUGH or bool(SURE & signs.keys())
