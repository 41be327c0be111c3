"""The rules for a site nobody has described, and the body fallback (trafilatura)."""

from __future__ import annotations

import html
import re
from dataclasses import dataclass
from typing import Any

from kalbarcrawl.items import Image, Origin
from kalbarcrawl.json_ld import article_nodes, strings, types_of
from kalbarcrawl.page import Page
from kalbarcrawl.publisher import Publisher, host_of
from kalbarcrawl.rules import Address, Blocks, Css, JsonLd, Meta, Rules, XPath, texts

SEPARATOR = re.compile(r"\s+[|»·•–—-]\s+")
ORGANISATIONS = frozenset({"Organization", "NewsMediaOrganization", "Corporation", "WebSite"})


@dataclass(frozen=True)
class AgreedTitle:
    """The headline on which h1, og:title, JSON-LD and title agree, without the site's name."""

    origin: Origin = "meta"

    def __call__(self, page: Page) -> list[str]:
        declared = [
            *JsonLd("headline")(page),
            *Meta("og:title")(page),
            *Meta("twitter:title")(page),
            *texts(page.tree.findall(".//title"))[:1],
        ]
        headings = texts(page.tree.xpath("//h1"))
        for title in declared:
            for heading in headings:
                if heading == title or (len(heading) > 15 and _folded(title).startswith(_folded(heading))):
                    return [heading]
        for title in declared:
            return [without_site(html.unescape(title), page)]
        return headings[:1]

    def __str__(self) -> str:
        return "agreed title"


@dataclass(frozen=True)
class JsonLdPeople:
    """The persons a property of the page's schema.org article names; organisations are left out."""

    name: str
    origin: Origin = "json_ld"

    def __call__(self, page: Page) -> list[str]:
        for node in article_nodes(page.json_ld):
            people = [text for person in _listed(node.get(self.name)) if _is_person(person) for text in strings(person)]
            if people:
                return texts(people)
        return []

    def __str__(self) -> str:
        return f"json_ld {self.name}"


@dataclass(frozen=True)
class Trafilatura:
    """The body as trafilatura finds it in its precision mode; costs several times a page's own rules."""

    origin: Origin = "byline"

    def __call__(self, page: Page) -> list[str]:
        import trafilatura

        text = trafilatura.extract(page.text, favor_precision=True, include_comments=False, include_tables=True)
        return [folded for line in (text or "").splitlines() if (folded := " ".join(line.split()).removeprefix("- "))]

    def __str__(self) -> str:
        return "trafilatura"


@dataclass(frozen=True)
class SharedImage:
    """The picture the page offers for previews, with the caption of the first figure beside it."""

    def __call__(self, page: Page) -> list[Image]:
        address = next(iter([*page.meta.get("og:image", []), *page.meta.get("twitter:image", [])]), None)
        absolute = page.join(address) if address else None
        return [Image(absolute)] if absolute else []

    def __str__(self) -> str:
        return "shared image"


GENERIC = Rules(
    title=[AgreedTitle()],
    description=[Meta("og:description"), Meta("description"), JsonLd("description")],
    published=[
        JsonLd("datePublished"),
        Meta("article:published_time"),
        Meta("datePublished"),
        Meta("og:published_time"),
        Meta("publishdate"),
        Meta("pubdate"),
        Meta("parsely-pub-date"),
        Meta("sailthru.date"),
        Meta("dc.date"),
        Meta("dcterms.created"),
        Meta("date"),
        Css("time.published::attr(datetime)", origin="meta"),
        Css("[itemprop=datePublished]::attr(datetime)", origin="meta"),
        Css("article time::attr(datetime)", origin="meta"),
        Css("[itemprop=datePublished]"),
        Css("article time, time.published, time.entry-date"),
        Css(".entry-date, .post-date, .posted-on, .published, .date, .article-date"),
        Address(),
    ],
    modified=[
        JsonLd("dateModified"),
        Meta("article:modified_time"),
        Meta("og:updated_time"),
        Meta("dateModified"),
        Css("[itemprop=dateModified]::attr(datetime)", origin="meta"),
    ],
    authors=[
        JsonLdPeople("author"),
        Meta("author"),
        Meta("article:author"),
        Meta("dc.creator"),
        Css("[rel=author]"),
        Css("[itemprop=author] [itemprop=name], [itemprop=author]"),
        Css(".byline, .author-name, .author"),
    ],
    editors=[JsonLdPeople("editor"), Meta("editor")],
    section=[
        JsonLd("articleSection"),
        Meta("article:section"),
        XPath("//*[contains(@class,'breadcrumb')]//li[last()]"),
    ],
    tags=[Meta("article:tag"), Css("a[rel~=tag]"), JsonLd("keywords"), Meta("news_keywords"), Meta("keywords")],
    body=[Blocks("[itemprop=articleBody]"), Trafilatura()],
    images=[SharedImage()],
)


def undescribed(url: str) -> Publisher:
    """The publisher of a site nobody has described: its host for a name, no rules of its own."""
    host = host_of(url) or "unknown"
    return Publisher(name=host, title=host, home=f"https://{host}/", evidence="none: read by the generic rules alone")


def without_site(title: str, page: Page) -> str:
    """A title without the site's name glued to its end (or start)."""
    names = {_folded(name) for name in [*page.meta.get("og:site_name", []), host_of(page.url)]}
    parts = SEPARATOR.split(title)
    if len(parts) == 1:
        return title
    if _folded(parts[-1]) in names or any(_folded(parts[-1]) in name or name in _folded(parts[-1]) for name in names):
        return title[: [*SEPARATOR.finditer(title)][-1].start()].strip()
    return title


def is_free(page: Page) -> bool | None:
    """What the page says of isAccessibleForFree; None where it is silent."""
    for node in page.json_ld:
        value = node.get("isAccessibleForFree")
        if value is not None:
            return str(value).strip().lower() not in ("false", "0", "no")
    return None


def _folded(text: str) -> str:
    return re.sub(r"\W+", "", text).casefold()


def _listed(value: Any) -> list[Any]:
    return value if isinstance(value, list) else [value]


def _is_person(value: Any) -> bool:
    return not (isinstance(value, dict) and types_of(value) & ORGANISATIONS)
