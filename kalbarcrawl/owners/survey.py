"""A first visit to a newsroom nobody has described: front page, robots.txt, listings, a few articles."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from typing import Any
from urllib.parse import urlsplit

from kalbarcrawl.addresses import clean_address
from kalbarcrawl.extract import extract
from kalbarcrawl.generic import undescribed
from kalbarcrawl.items import Article
from kalbarcrawl.owners import Fetch
from kalbarcrawl.owners.draft import FAMILIES
from kalbarcrawl.owners.instead import HEADLINES
from kalbarcrawl.owners.listings import Listing, articles_of, listing_of
from kalbarcrawl.owners.recognise import Recognised, recognise
from kalbarcrawl.page import Page
from kalbarcrawl.publisher import Publisher
from kalbarcrawl.refine import refine
from kalbarcrawl.sources import Feed, Section, Sitemap, Source, discover, robots_sitemaps
from kalbarcrawl.store.visit import explained

FEEDS = ("/feed/", "/rss", "/rss.xml", "/feeds/posts/default?alt=rss")
SITEMAPS = ("/sitemap.xml", "/sitemap_index.xml", "/sitemap-news.xml")
"""Where custom puts what a front page does not declare."""
NEWS = ("news", "latest", "terbaru")
"""A sitemap with one of these in its name lists the latest articles only."""
INDEXES = {
    "antara": ("{path}?page={{page}}", ("/terkini", "/indeks")),
    "tribun": ("{path}?page={{page}}", ("/index-news", "/indeks")),
    "jawapos": ("{path}", ("/indeks-berita", "/indeks")),
    "detik": ("{path}", ("/indeks",)),
    "kumparan": ("{path}", ("/trending",)),
}
"""By family: how the address of its list of articles is written, and where custom puts it."""
SECTIONS = 3
"""So many of the front page's own section links are tried as a list of articles."""
TRIES = 6
"""Pages looked at until enough of them are articles."""


@dataclass
class Survey:
    """What was seen."""

    home: Page
    recognised: Recognised | None = None
    listings: list[Listing] = field(default_factory=list)
    """Every source tried, good or not."""
    listing: str = ""
    """The address of the list of articles a family needs, where one was found."""
    articles: list[Page] = field(default_factory=list)

    def tried(self, source: Source) -> Listing | None:
        """How a source fared, where it was tried."""
        return next((found for found in self.listings if found.source == source), None)

    def own_sections(self) -> list[Listing]:
        """The lists of articles tried by the recognised family's own query."""
        family = self.recognised.family if self.recognised else ""
        own = {one.links for one in _own(family, self) if isinstance(one, Section)}
        return [found for found in self.listings if isinstance(found.source, Section) and found.source.links in own]


async def survey(url: str, fetch: Fetch, *, articles: int = 3) -> Survey:
    """A first visit to the newsroom at `url`. Raises ValueError where its front page cannot be read."""
    home = await fetch(url)
    if not isinstance(home, Page):
        raise ValueError(f"the front page cannot be read: {explained(home)}")
    seen = Survey(home, recognise([home]))
    root = home_of(url, home)
    robots = await fetch(f"{_host(root)}/robots.txt")
    await _try_sources(seen, root, robots.text if isinstance(robots, Page) else "", fetch)
    await _read_articles(seen, fetch, articles)
    found = recognise([home, *seen.articles])
    if found != seen.recognised and (
        found is None or seen.recognised is None or found.family != seen.recognised.family
    ):
        # Only the articles showed the system: now its own sources are worth a try.
        seen.recognised = found
        if found:
            await _try_family(seen, root, found.family, fetch)
    seen.recognised = found
    return seen


def home_of(url: str, page: Page) -> str:
    """A newsroom's home: the host that answered, with the path that was asked for, without query."""
    path = urlsplit(url).path.rstrip("/")
    return f"{_host(page.url)}{path}" if path else _host(page.url)


def sources_of_family(family: str, home: str, listing: str) -> tuple[Source, ...]:
    """The sources a family gives a newsroom."""
    needs: dict[str, Any] = {"listing": listing} if family in INDEXES else {}
    if family == "kumparan":
        needs["links"] = links_below(home)
    facts = {"name": "draft", "title": "Draft", "home": home, "evidence": "a draft"}
    return FAMILIES[family][0](**facts, **needs).sources


def _own(family: str, seen: Survey) -> tuple[Source, ...]:
    return sources_of_family(family, seen.home.url, seen.listing or "/") if family else ()


def links_below(home: str) -> str:
    """The CSS query for a guest's articles on somebody else's host: whatever lies below its own path."""
    return f"a[href*='{urlsplit(home).path.rstrip('/')}/']"


async def _try_sources(seen: Survey, root: str, robots: str, fetch: Fetch) -> None:
    """The family's own sources, then what the site declares, then customs: until latest and archive are found."""
    owns = _owner(root)
    if seen.recognised:
        await _try_family(seen, root, seen.recognised.family, fetch)
    declared = [source for source in discover(seen.home) if isinstance(source, (Feed, Sitemap))]
    named = [Sitemap(address, _reach(address)) for address in robots_sitemaps(robots)[:SECTIONS]]
    customs: list[Feed | Sitemap] = [*map(Feed, FEEDS), *(Sitemap(address, _reach(address)) for address in SITEMAPS)]
    sources: list[Feed | Sitemap] = [*declared, *named, *customs]
    for source in sources:
        lacks = {"latest", "archive"} - {found.source.reach for found in seen.listings if found.ok}
        known = {found.url for found in seen.listings}
        if source.reach in lacks and _absolute(root, source.url) not in known:
            seen.listings.append(await listing_of(source, root, fetch, owns))
    if not any(found.ok and found.source.reach == "latest" for found in seen.listings):
        seen.listings.append(await listing_of(Section("/", HEADLINES), root, fetch, owns))


async def _try_family(seen: Survey, root: str, family: str, fetch: Fetch) -> None:
    owns = _owner(root)
    if family in INDEXES:
        seen.listing = await _index(seen, root, family, fetch)
    for source in sources_of_family(family, root, seen.listing or "/"):
        if seen.tried(source) is None:
            seen.listings.append(await _tried_twice(source, root, fetch, owns))


async def _tried_twice(source: Source, root: str, fetch: Fetch, owns: Callable[[str], bool]) -> Listing:
    """A numbered listing is one only where its second page differs from the first: many sites ignore the number."""
    first = await listing_of(source, root, fetch, owns)
    template = getattr(source, "template", "")
    if not first.ok or "{page}" not in template or "{date" in template:
        return first
    following = await listing_of(replace(source, url=template, page=2), root, fetch, owns)  # type: ignore[type-var]
    same = following.ok and following.links[0].url == first.links[0].url
    return Listing(source, first.url, problem="its second page is the first again") if same else first


async def _index(seen: Survey, root: str, family: str, fetch: Fetch) -> str:
    """The address of a family's list of articles: where custom puts it, else one of the front page's sections."""
    form, customs = INDEXES[family]
    paths = [urlsplit(root).path] if urlsplit(root).path else [*customs, *_sections(seen.home)]
    for path in paths:
        listing = form.format(path=path)
        section = next(one for one in sources_of_family(family, root, listing) if isinstance(one, Section))
        found = await listing_of(section, root, fetch, _owner(root))
        if found.ok:
            seen.listings.append(found)
            return listing
    return ""


def _sections(home: Page) -> Iterator[str]:
    """The paths of one word that the front page's menus link to."""
    found: dict[str, None] = {}
    for link in home.tree.xpath("//nav//a[@href] | //header//a[@href] | //ul[contains(@class, 'menu')]//a[@href]"):
        address = home.join(link.get("href")) or ""
        path = urlsplit(address).path.rstrip("/")
        if urlsplit(address).netloc == urlsplit(home.url).netloc and path.count("/") == 1 and "." not in path:
            found[path] = None
    yield from list(found)[:SECTIONS]


async def _read_articles(seen: Survey, fetch: Fetch, wanted: int) -> None:
    good = [found for found in seen.listings if found.ok]
    good.sort(key=lambda found: found.source.reach != "latest")
    for url in articles_of(good[:1])[:TRIES] or articles_of(good)[:TRIES]:
        if len(seen.articles) == wanted:
            return
        page = await fetch(clean_address(url))
        if isinstance(page, Page):
            publisher = undescribed(page.url)
            if isinstance(refine(extract(page, publisher), publisher), Article):
                seen.articles.append(page)


def _owner(root: str) -> Callable[[str], bool]:
    return Publisher(name="draft", title="Draft", home=root, evidence="a draft").owns


def _reach(address: str) -> Any:
    return "latest" if any(word in address.rsplit("/", 1)[-1].lower() for word in NEWS) else "archive"


def _host(url: str) -> str:
    parts = urlsplit(url)
    return f"{parts.scheme}://{parts.netloc}"


def _absolute(root: str, address: str) -> str:
    return f"{_host(root)}{address}" if address.startswith("/") else address
