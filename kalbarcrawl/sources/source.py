"""What a source is: an address that lists articles, and how to read what it answers."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from typing import Literal, Protocol

from kalbarcrawl.items import Link, RawArticle
from kalbarcrawl.page import Page

Reach = Literal["latest", "archive"]
"""Whether a source lists the newest articles (cheap, every visit) or all of them (deep, for a back-fill)."""


class Source(Protocol):
    """An address that lists articles, and how to read what it answers."""

    @property
    def url(self) -> str:
        """The address to fetch: absolute, or from "/" on, relative to the publisher's home."""

    @property
    def reach(self) -> Reach:
        """Whether it lists the latest articles or the archive."""

    def between(self, since: datetime | None, until: datetime | None) -> Source:
        """This source narrowed to articles of a period, where its system can; else itself."""

    def read(self, page: Page) -> Iterator[Link | Source | RawArticle]:
        """What the fetched listing gives: articles' addresses, further listings, or whole articles.

        Further listings have absolute addresses. An empty listing gives nothing: that is no news.
        Raises ValueError, with the reason in one line, when the page is no listing of this kind.
        """
