"""Sitemaps: indexes, url sets, Google News, gzip and plain text."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from urllib.parse import urljoin

from lxml import etree

from kalbarcrawl.items import Link
from kalbarcrawl.page import Page
from kalbarcrawl.sources.content import address
from kalbarcrawl.sources.feed import Feed
from kalbarcrawl.sources.markup import local, root_of, xml_text
from kalbarcrawl.sources.period import EVER, Period
from kalbarcrawl.sources.source import Reach

ROWS = ("{*}url", "{*}sitemap")
MONTH = re.compile(r"(?<!\d)((?:19|20)\d\d)(?:[-_/.]?|&\w+=)(0[1-9]|1[0-2])(?:[-_/.]?(?:[0-2]\d|3[01]))?(?!\d)")
"""A year and month in a child's name: sitemap-post-2024-05.xml, /sitemap/202405.xml, ?yyyy=2024&mm=05."""
PLAIN = re.compile(r"https?://[\w.-]+/")
"""What needs no joining, which would take longer than all the rest."""
NO_ARTICLES = re.compile(
    r"/(?:wp-sitemap-(?:taxonomies|users|posts-page)-|(?:category|post_tag|post_format|tag|author|page|local)-sitemap\d*\.xml"
    r"|sitemap-(?:tax|authors|pages|misc|home))"
)
"""Children that WordPress, Yoast, Rank Math and Jetpack fill with anything but articles."""


@dataclass(frozen=True)
class Sitemap:
    """A sitemap or an index of sitemaps (https://www.sitemaps.org/protocol.html).

    `match` is a regular expression which the addresses of articles fit, where others stand among them.
    """

    url: str
    reach: Reach = "archive"
    match: str = ""
    period: Period = EVER

    def __post_init__(self) -> None:
        try:
            re.compile(self.match)
        except re.error as error:
            raise ValueError(f"sitemap {self.url}: match {self.match!r}: {error}") from error

    def between(self, since: datetime | None, until: datetime | None) -> Sitemap:
        """This sitemap, which leaves out what is surely of another time."""
        return replace(self, period=Period(since, until))

    def read(self, page: Page) -> Iterator[Link | Feed | Sitemap]:
        """The articles' addresses with dates and titles, or an index's sitemaps.

        Raises ValueError when the page is no sitemap.
        """
        text = xml_text(page)
        root = root_of(text)
        if root in ("urlset", "sitemapindex"):
            yield from self._rows(text, page)
        elif root in ("rss", "feed", "rdf"):  # the protocol allows feeds as sitemaps
            yield from replace(Feed(self.url, self.reach), period=self.period).read(page)
        elif root == "html":
            raise ValueError("no sitemap: a web page instead")
        else:
            yield from self._lines(text, page)

    def _rows(self, text: str, page: Page) -> Iterator[Link | Sitemap]:
        source = urljoin(page.url, self.url)
        for is_index, row in _rows_of(text):
            loc = row.get("loc", "")
            url = loc if PLAIN.match(loc) else address(page.url, loc)
            if not url:
                continue
            link = Link(url, row.get("publication_date"), row.get("lastmod"), row.get("title"), source)
            if not is_index:
                if self._wants(link):
                    yield link
            elif url not in (page.url, source) and self._may_hold_articles(link):
                yield replace(self, url=url)

    def _lines(self, text: str, page: Page) -> Iterator[Link]:
        """A text sitemap: one address a line."""
        lines = [line.strip() for line in text.splitlines() if line.strip()]
        if not lines or not all(line.startswith(("http://", "https://")) for line in lines):
            raise ValueError("no sitemap: neither XML nor a list of addresses" if lines else "no sitemap: empty")
        source = urljoin(page.url, self.url)
        for line in lines:
            url = address(page.url, line)
            if url and self._wants(link := Link(url, source=source)):
                yield link

    def _wants(self, link: Link) -> bool:
        return re.search(self.match, link.url) is not None and not self.period.excludes(link)

    def _may_hold_articles(self, child: Link) -> bool:
        if NO_ARTICLES.search(child.url) or self.period.surely_before(child.modified):
            return False
        named = MONTH.search(child.url)
        if not named:
            return True
        year, month = int(named[1]), int(named[2])
        first = datetime(year, month, 1, tzinfo=UTC)
        after_last = datetime(year + month // 12, month % 12 + 1, 1, tzinfo=UTC)
        return not (self.period.surely_before(after_last.isoformat()) or self.period.surely_after(first.isoformat()))


def _rows_of(text: str) -> Iterator[tuple[bool, dict[str, str]]]:
    """Each row as whether it stands for a sitemap, and its texts by local name; images and videos left out."""
    body = io.BytesIO(text.encode("utf-8", "replace"))
    events = etree.iterparse(body, tag=ROWS, recover=True, huge_tree=True, resolve_entities=False, no_network=True)
    try:
        for _, row in events:
            texts: dict[str, str] = {}
            for child in row:
                name = local(child.tag)
                if name == "news":
                    texts.update((local(part.tag), _text(part)) for part in child if local(part.tag) != "loc")
                elif name in ("loc", "lastmod"):
                    texts.setdefault(name, _text(child))
            yield local(row.tag) == "sitemap", {name: text for name, text in texts.items() if text}
            # The tree would grow with the sitemap otherwise. Only rows go: inside a damaged row its own texts follow.
            row.clear()
            before, parent = row.getprevious(), row.getparent()
            if before is not None and parent is not None and before.tag == row.tag:
                parent.remove(before)
    except etree.XMLSyntaxError:
        return  # damage the parser cannot step over: what came before it counts


def _text(element: etree._Element) -> str:
    return " ".join((element.text or "").split())
