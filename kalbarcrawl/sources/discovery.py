"""What a home page and robots.txt say of where the articles are listed."""

from __future__ import annotations

import re
from collections.abc import Iterator
from urllib.parse import urljoin

from kalbarcrawl.page import Page
from kalbarcrawl.sources.blogger import BloggerPosts
from kalbarcrawl.sources.feed import Feed
from kalbarcrawl.sources.sitemap import Sitemap
from kalbarcrawl.sources.source import Source
from kalbarcrawl.sources.wordpress import WordPressPosts

FEEDS = re.compile(r"application/(?:rss|atom|rdf|feed)\+(?:xml|json)", re.IGNORECASE)
COMMENTS = re.compile(r"/comments?/|[?&]feed=comments|/feeds/\d+/comments", re.IGNORECASE)
SITEMAP_LINE = re.compile(r"^\s*sitemap\s*:\s*(https?://\S+)", re.IGNORECASE | re.MULTILINE)


def discover(page: Page) -> list[Source]:
    """The sources a home page declares, those of the latest articles first; [] where it declares none."""
    found: dict[str, Source] = {source.url: source for source in _declared(page)}
    return sorted(found.values(), key=lambda source: source.reach != "latest")


def robots_sitemaps(text: str) -> list[str]:
    """The addresses of sitemaps that a robots.txt names, each once."""
    return list(dict.fromkeys(SITEMAP_LINE.findall(text.removeprefix("\ufeff"))))


def _declared(page: Page) -> Iterator[Source]:
    for link in page.tree.xpath("//link[@rel][@href]"):
        rels = link.get("rel").lower().split()
        address = page.join(link.get("href"))
        if not address:
            continue
        if "alternate" in rels and FEEDS.match(link.get("type") or "") and not COMMENTS.search(address):
            yield Feed(address)
        elif "sitemap" in rels:
            yield Sitemap(address)
        elif "https://api.w.org/" in rels:
            # Also right for "/?rest_route=/", the form without pretty addresses.
            yield WordPressPosts(f"{address.rstrip('/')}/wp/v2/posts")
    generators = " ".join(page.meta.get("generator", ())).lower()
    if "blogger" in generators:
        yield BloggerPosts(urljoin(page.url, "/feeds/posts/default"))
    elif "wordpress" in generators and not page.tree.xpath('//link[@rel="https://api.w.org/"]'):
        yield WordPressPosts(urljoin(page.url, "/wp-json/wp/v2/posts"))
