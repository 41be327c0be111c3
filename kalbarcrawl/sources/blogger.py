"""Blogger's feeds: up to 150 whole articles for one request.

https://developers.google.com/blogger/docs/2.0/developers_guide_protocol
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Any
from urllib.parse import parse_qs, urljoin, urlsplit

from w3lib.url import add_or_replace_parameters

from kalbarcrawl.items import Link, RawArticle
from kalbarcrawl.page import Page
from kalbarcrawl.sources.content import address, at, folded, images_of, lines_of, listed, parsed, plain
from kalbarcrawl.sources.source import Reach

QUERY = {
    "alt": "json",
    "max-results": "150",
    "start-index": "1",
    "orderby": "published",
    # Else a blog that has given its feed to another host sends us there, where there is no JSON.
    "redirect": "false",
}
NOBODY = frozenset({"unknown", "anonymous", "anonim", "noreply@blogger.com"})
"""What Blogger calls an author whose profile is not public."""


@dataclass(frozen=True)
class BloggerPosts:
    """The posts of a Blogger site, newest first, through its feed; they come as whole articles."""

    url: str = "/feeds/posts/default"
    reach: Reach = "archive"

    def __post_init__(self) -> None:
        if "max-results=" not in self.url:
            object.__setattr__(self, "url", add_or_replace_parameters(self.url, QUERY))

    def between(self, since: datetime | None, until: datetime | None) -> BloggerPosts:
        """The posts published in a period, both ends included."""
        last = until and until + timedelta(seconds=1)
        bounds = {"published-min": since, "published-max": last}
        query = {name: moment.isoformat(timespec="seconds") for name, moment in bounds.items() if moment}
        return replace(self, url=add_or_replace_parameters(self.url, query)) if query else self

    def read(self, page: Page) -> Iterator[RawArticle | Link | BloggerPosts]:
        """The posts as whole articles (as links where the feed holds summaries only), then the next page.

        Raises ValueError when the page is no such feed.
        """
        try:
            feed = at(json.loads(page.text, strict=False), "feed")
        except (ValueError, RecursionError) as error:
            raise ValueError("no posts: not the JSON of a Blogger feed") from error
        if not isinstance(feed, Mapping):
            raise ValueError("no posts: JSON without a feed")
        entries = listed(feed.get("entry"))
        source = urljoin(page.url, self.url).partition("?")[0]
        for entry in entries:
            if article := _article(entry, page, source):
                yield article
        # Blogger cuts answers that grow too large: a short page is not the last one, the total says.
        following = self._start + len(entries)
        total = folded(at(feed, "openSearch$totalResults", "$t")) or ""
        if entries and (following <= int(total) if total.isdecimal() else bool(_href(feed, "next"))):
            url = add_or_replace_parameters(urljoin(page.url, self.url), {"start-index": str(following)})
            yield replace(self, url=url)

    @property
    def _start(self) -> int:
        number = parse_qs(urlsplit(self.url).query).get("start-index", ["1"])[0]
        return int(number) if number.isdecimal() else 1


def _article(entry: Any, page: Page, source: str) -> RawArticle | Link | None:
    url = address(page.url, _href(entry, "alternate"))
    if not url:
        return None
    title = plain(at(entry, "title", "$t"))
    published, modified = folded(at(entry, "published", "$t")), folded(at(entry, "updated", "$t"))
    content = parsed(at(entry, "content", "$t"))
    lines = lines_of(content)
    if not lines:
        return Link(url, published, modified, title, source)
    labels = tuple(label for one in listed(at(entry, "category")) if (label := folded(at(one, "term"))))
    names = (folded(at(author, "name", "$t")) for author in listed(at(entry, "author")))
    return RawArticle(
        url=url,
        fetched_at=page.fetched_at,
        canonical_url=url,
        title=title,
        published=(("listing", published),) if published else (),
        modified=(("listing", modified),) if modified else (),
        authors=tuple(name for name in names if name and name.lower() not in NOBODY),
        section=labels[0] if labels else None,
        tags=labels,
        lines=lines,
        images=images_of(content, url),
        source=source,
    )


def _href(value: Any, rel: str) -> str | None:
    return next((folded(at(link, "href")) for link in listed(at(value, "link")) if at(link, "rel") == rel), None)
