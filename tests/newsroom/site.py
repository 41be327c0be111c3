"""What the newsroom shows at one moment."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from functools import cached_property

from tests.newsroom.article import Article, wib
from tests.newsroom.reply import Reply

FOUNDED = wib("2025-01-01 08:00")
"""The change that counts while there is no article."""


@dataclass(frozen=True)
class Site:
    """The newsroom's whole state as a value: pure functions render it, and every change replaces it."""

    url: str
    articles: tuple[Article, ...]
    """Newest first."""
    gone: frozenset[str] = frozenset()
    """Paths of deleted articles."""
    robots: str = ""
    body_class: str = "entry-content"
    feed_items: int = 20
    per_page: int = 3
    feed_is_empty: bool = False
    walled: bool = False
    extra: Mapping[str, Reply] = field(default_factory=dict)
    """Answers a test has set for addresses of its own."""

    def address(self, article: Article) -> str:
        """The article's canonical address."""
        return self.url + article.path

    def link(self, article: Article, medium: str) -> str:
        """The article's address as a listing links to it, which may carry tracking parameters."""
        if not article.tracking:
            return self.address(article)
        return f"{self.address(article)}?utm_source=wartacontoh&utm_medium={medium}&utm_campaign=terbaru"

    @cached_property
    def by_path(self) -> dict[str, Article]:
        """The articles by the path of their address."""
        return {article.path: article for article in self.articles}

    @cached_property
    def by_slug(self) -> dict[str, Article]:
        """The articles by slug, newest first."""
        return {article.slug: article for article in self.articles}

    def in_section(self, section: str) -> tuple[Article, ...]:
        """What a section's pages list, newest first."""
        return tuple(a for a in self.articles if section == a.section or section in a.also_in)

    @cached_property
    def changed(self) -> datetime:
        """The newest change of all articles."""
        return max((article.changed for article in self.articles), default=FOUNDED)


def section_path(section: str, page: int = 1) -> str:
    """The path of a section's page, numbered from 1."""
    first = f"/category/{section.lower()}/"
    return first if page == 1 else f"{first}page/{page}/"
