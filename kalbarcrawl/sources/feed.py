"""Feeds: RSS, Atom and JSON Feed, read as leniently as newsrooms write them."""

from __future__ import annotations

import io
import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import Any
from urllib.parse import urljoin, urlsplit

import feedparser
from lxml import etree

from kalbarcrawl.items import Link
from kalbarcrawl.page import Page
from kalbarcrawl.sources.content import address, folded, plain
from kalbarcrawl.sources.markup import local, root_of, xml_text
from kalbarcrawl.sources.period import EVER, Period
from kalbarcrawl.sources.source import Reach

ENTRIES = ("item", "entry")
MIDNIGHT = re.compile(r" 0[78]:00:00 GMT$")
"""Google News knows many days only, and writes them as midnight in California."""


@dataclass(frozen=True)
class Feed:
    """A feed; with "{page}" in its address (WordPress: "/feed/?paged={page}") an archive, page by page.

    Of an archive that names its next page (RFC 5005, JSON Feed's next_url) all pages are read.
    """

    url: str
    reach: Reach = "latest"
    page: int = 1
    period: Period = EVER
    template: str = field(default="", repr=False)

    def __post_init__(self) -> None:
        if "{page}" in self.url:
            object.__setattr__(self, "template", self.url)
            object.__setattr__(self, "url", self.url.replace("{page}", str(self.page)))

    def between(self, since: datetime | None, until: datetime | None) -> Feed:
        """This feed, which leaves out what is surely of another time and stops behind it."""
        return replace(self, period=Period(since, until))

    def read(self, page: Page) -> Iterator[Link | Feed]:
        """The articles' addresses with dates and titles, then the next page of an archive.

        Raises ValueError when the page is no feed.
        """
        entries, following = _json_feed(page) if _is_json(page) else _xml_feed(page)
        source = urljoin(page.url, self.url)
        links = [link for entry in entries if (link := _link(entry, page.url, source))]
        yield from (link for link in links if not self.period.excludes(link))
        if self.reach == "archive" and links and not self.period.all_over(links):
            if self.template:
                following = self.template.replace("{page}", str(self.page + 1))
            url = address(page.url, following)
            if url and url != page.url:
                yield replace(self, url=url, page=self.page + 1)


def _is_json(page: Page) -> bool:
    return page.body.removeprefix(b"\xef\xbb\xbf").lstrip().startswith(b"{")


def _json_feed(page: Page) -> tuple[list[Mapping[str, Any]], str]:
    """https://www.jsonfeed.org/version/1.1/ as entries with feedparser's names, and the next page."""
    try:
        feed = json.loads(page.body, strict=False)
    except (ValueError, RecursionError) as error:
        raise ValueError(f"no feed: JSON that does not parse ({error})") from error
    items = feed.get("items") if isinstance(feed, dict) else None
    if not isinstance(items, list):
        raise ValueError("no feed: JSON without items")
    entries: list[Mapping[str, Any]] = [
        {
            "link": item.get("url") or item.get("external_url") or item.get("id"),
            "title": item.get("title"),
            "published": item.get("date_published"),
            "updated": item.get("date_modified"),
        }
        for item in items
        if isinstance(item, dict)
    ]
    return entries, folded(feed.get("next_url")) or ""


def _xml_feed(page: Page) -> tuple[list[Mapping[str, Any]], str]:
    text = xml_text(page)
    root = root_of(text)
    if root == "html":
        raise ValueError("no feed: a web page instead")
    has_entries = any(f"<{name}" in text for name in ENTRIES)
    if root not in ("rss", "feed", "rdf", "channel") and not has_entries:
        raise ValueError(f"no feed: {root or 'neither XML nor JSON'}")
    entries, following = _parsed(text, page.url)
    return (entries or _recovered(text)) if has_entries else [], following


def _parsed(text: str, url: str) -> tuple[list[Mapping[str, Any]], str]:
    try:
        feed = feedparser.parse(
            # A file object, since feedparser would take a plain string for an address or a file's name.
            io.BytesIO(text.encode("utf-8", "replace")),
            response_headers={"content-type": "application/xml; charset=utf-8", "content-location": url},
            sanitize_html=False,
            resolve_relative_uris=False,
        )
    except Exception:  # noqa: BLE001 - feedparser has no error of its own: hostile markup raises whatever it hits
        return [], ""
    links = feed.feed.get("links") or []
    following = [link.get("href") for link in links if link.get("rel") in ("next", "prev-archive")]
    entries: list[Mapping[str, Any]] = [dict(entry) for entry in feed.entries]
    if not feed.version.startswith("atom"):
        for entry in entries:
            if "published" not in entry:
                # dc:date, which feedparser calls updated, is when an RSS item was published.
                entry.update(published=entry.pop("updated", None))  # type: ignore[attr-defined]
    return entries, folded(following[0] if following else None) or ""


def _recovered(text: str) -> list[Mapping[str, Any]]:
    """What a parser that repairs finds, where feedparser found nothing."""
    parser = etree.XMLParser(recover=True, huge_tree=True, resolve_entities=False, no_network=True)
    try:
        root = etree.fromstring(text.encode("utf-8", "replace"), parser)
    except etree.XMLSyntaxError:
        return []
    names = {"pubDate": "published", "date": "published", "guid": "id", "origLink": "feedburner_origlink"}
    entries: list[Mapping[str, Any]] = []
    for element in root.iter() if root is not None else ():
        if local(element.tag) in ENTRIES:
            entry: dict[str, Any] = {}
            for child in element:
                name = names.get(local(child.tag), local(child.tag))
                text_or_link = "".join(child.itertext()) if name != "link" else child.text or child.get("href")
                if child.get("rel", "alternate") == "alternate":
                    entry.setdefault(name, text_or_link)
            entries.append(entry)
    return entries


def _link(entry: Mapping[str, Any], base: str, source: str) -> Link | None:
    """An entry as a link; None where it names no address to fetch."""
    guid = folded(entry.get("id")) or ""
    by_guid = guid if guid.startswith(("http://", "https://")) else None
    url = address(base, entry.get("feedburner_origlink") or entry.get("link") or by_guid)
    if not url:
        return None
    # Atom says type=html and RSS nothing, but newsrooms put HTML into either.
    title, published = plain(entry.get("title")), folded(entry.get("published"))
    if urlsplit(url).hostname == "news.google.com":
        outlet = entry.get("source")
        name = folded(outlet.get("title")) if isinstance(outlet, Mapping) else None
        title = title.removesuffix(f" - {name}") if title and name else title
        published = MIDNIGHT.sub("", published) if published else None
    return Link(url, published, folded(entry.get("updated")), title, source)
