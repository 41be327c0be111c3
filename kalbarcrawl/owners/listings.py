"""Sources put to the test: what a listing gives, or why it is none."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from urllib.parse import urljoin

from kalbarcrawl.items import Link, RawArticle
from kalbarcrawl.owners import Fetch
from kalbarcrawl.page import Page
from kalbarcrawl.sources import Source
from kalbarcrawl.store.visit import explained

CHILDREN = 3
"""Of an index so many sitemaps are opened until one holds an article."""
ENOUGH = 500
"""Links of one listing that are looked at: a sitemap may hold fifty thousand."""


@dataclass(frozen=True)
class Listing:
    """What a source gave."""

    source: Source
    url: str
    links: tuple[Link, ...] = ()
    """The articles on the newsroom's own hosts, in the listing's order."""
    whole: int = 0
    """How many of them it handed over whole."""
    further: tuple[Source, ...] = ()
    problem: str = ""
    """Why it is of no use, in one line."""
    reached: bool = True
    """Whether the site answered at all."""

    @property
    def ok(self) -> bool:
        """Whether it lists articles."""
        return bool(self.links)


async def listing_of(source: Source, home: str, fetch: Fetch, owns: Callable[[str], bool]) -> Listing:
    """What a source of the newsroom at `home` gives; of an index of sitemaps what its first ones hold."""
    url = urljoin(home, source.url)
    page = await fetch(url)
    if not isinstance(page, Page):
        return Listing(source, url, problem=explained(page).removeprefix(f"{url}: "), reached=page.status is not None)
    found = read(source, page, owns)
    for child in found.further[:CHILDREN] if not found.ok and not found.problem else ():
        address = urljoin(home, child.url)
        inner = await fetch(address)
        if isinstance(inner, Page):
            below = read(child, inner, owns)
            if below.ok or below.problem:
                return Listing(source, url, below.links, below.whole, found.further, below.problem)
    if not found.ok and not found.problem:
        return Listing(source, url, problem="no article in it")
    return found


def read(source: Source, page: Page, owns: Callable[[str], bool]) -> Listing:
    """What a source reads off its fetched page."""
    links: list[Link] = []
    further: list[Source] = []
    whole, strange = 0, ""
    try:
        for found in source.read(page):
            if isinstance(found, (Link, RawArticle)):
                whole += isinstance(found, RawArticle)
                link = found if isinstance(found, Link) else _link_of(found)
                if owns(link.url):
                    links.append(link)
                else:
                    strange = strange or link.url
            else:
                further.append(found)
            if len(links) >= ENOUGH:
                break
    except ValueError as error:
        return Listing(source, page.url, problem=str(error))
    problem = f"its articles lie elsewhere: {strange}" if strange and not links else ""
    return Listing(source, page.url, tuple(links), whole, tuple(further), problem)


def articles_of(listings: Iterable[Listing]) -> list[str]:
    """The addresses of the articles some listings give: the first of each, then the second of each, and so on."""
    columns = [[link.url for link in listing.links] for listing in listings]
    longest = max(map(len, columns), default=0)
    rows = (column[place] for place in range(longest) for column in columns if place < len(column))
    return list(dict.fromkeys(rows))


def _link_of(raw: RawArticle) -> Link:
    published = raw.published[0][1] if raw.published else None
    return Link(raw.url, published, None, raw.title, raw.source)
