"""Articles over several pages: where the other parts are, and one article made of all."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from urllib.parse import parse_qsl, unquote, urlsplit

from kalbarcrawl.addresses import clean_address
from kalbarcrawl.dom import attribute, elements
from kalbarcrawl.items import Image, RawArticle
from kalbarcrawl.page import Page

MOST = 40
"""Parts beyond this are a machine's invention."""
NUMBERS = frozenset({"page", "halaman", "hal", "hlm"})
"""Names of the parameter that numbers an article's parts."""
ALL = frozenset({("page", "all"), ("halaman", "all"), ("single", "1"), ("showpage", "all"), ("showall", "1")})
"""Parameters that ask for all parts at once, at Tribun, Kompas, detik and others."""
BEHIND = re.compile(r"/(?:page/|halaman/)?([1-9]\d?)/?")
NUMBERED = re.compile(r"(.+?)/(?:page/|halaman/)?([1-9]\d?)/?")
PAGE_LINKS = (
    ".page-links a[href], [class*=post-nav-links] a[href], [class*=paging] a[href], a[class*=post-page-numbers][href]"
)
"""WordPress' and Kompas' links between parts; only here a last number in the path is surely a part's."""
NUMBERS_OR_ALL = re.compile(
    r"(?:page|halaman|hal|hlm|single|showall)=|(?:^|/)\s*[1-9]\d?/*\s*(?:[?#]|$)", re.IGNORECASE
)
"""What a link to a part cannot do without, seen before the hundreds of others on a page are taken apart."""
EVERYTHING = 0.8
"""A part that holds this share of the first one's lines holds the whole article."""


def further_pages(page: Page) -> list[str]:
    """The addresses of the parts after this one, as far as it links to them; a single one that holds all is enough.

    Parts may link only to the next: ask each part anew. A rel=next to a neighbouring article is none.
    """
    own = _Address(page.url)
    if own.is_all:
        return []
    found: dict[int, str] = {}
    for address, in_page_links in _links(page):
        other = _Address(address)
        if other.is_all and other.same_as(own):
            return [address]
        number = other.number_after(own, in_page_links=in_page_links)
        if number is not None:
            found.setdefault(number, address)
    return [found[number] for number in sorted(found)][:MOST]


def joined(parts: Sequence[RawArticle]) -> RawArticle:
    """The first part with the lines and images of all; what stands on every part stands once.

    Raises ValueError for no parts.
    """
    if not parts:
        raise ValueError("no parts to join")
    first, *others = parts
    if not others:
        return first
    images: dict[str, Image] = {}
    for image in (image for part in parts for image in part.images):
        images.setdefault(image.url, image)
    return replace(first, lines=_joined_lines(parts), images=tuple(images.values()))


def _joined_lines(parts: Sequence[RawArticle]) -> tuple[str, ...]:
    first = parts[0].lines
    for part in parts[1:]:
        held = set(part.lines)
        if first and sum(line in held for line in first) >= EVERYTHING * len(first) and len(part.lines) > len(first):
            return part.lines
    everywhere = set(first).intersection(*(part.lines for part in parts[1:]))
    own = [place for place, line in enumerate(first) if line not in everywhere]
    closing = set(first[own[-1] + 1 :]) if own else set()
    last = len(parts) - 1
    return tuple(
        line
        for place, part in enumerate(parts)
        for line in part.lines
        # The head of every part belongs before the first, what closes every part behind the last.
        if line not in everywhere or place == (last if line in closing else 0)
    )


class _Address:
    """An address taken apart: the article's place, and which part of it."""

    def __init__(self, url: str) -> None:
        parts = urlsplit(clean_address(url))
        query = parse_qsl(parts.query, keep_blank_values=True)
        self.host = (parts.hostname or "").removeprefix("www.")
        self.path = unquote(parts.path).rstrip("/")
        self.is_all = any(pair in ALL for pair in query)
        self.rest = sorted(pair for pair in query if pair[0] not in NUMBERS and pair not in ALL)
        numbers = [int(value) for name, value in query if name in NUMBERS and value.isdecimal() and len(value) < 4]
        self.number = numbers[0] if numbers else 1

    def same_as(self, own: _Address) -> bool:
        return (self.host, self.path, self.rest) == (own.host, own.path, own.rest)

    def number_after(self, own: _Address, *, in_page_links: bool) -> int | None:
        """Which part of the same article this is; None where it is none, or not after `own`."""
        number, after = None, own.number
        if not own.path and not own.rest:
            return None  # a home page has further pages, but is no article
        if self.same_as(own):
            number = self.number
        elif self.host == own.host and self.rest == own.rest and self.number == 1 and own.path:
            own_number = NUMBERED.fullmatch(own.path)
            if self.path.startswith(own.path) and (behind := BEHIND.fullmatch(self.path[len(own.path) :])):
                number = int(behind[1])
            elif (
                in_page_links and own_number and (other := NUMBERED.fullmatch(self.path)) and other[1] == own_number[1]
            ):
                number, after = int(other[2]), int(own_number[2])
        return number if number is not None and number > after else None


def _links(page: Page) -> Iterator[tuple[str, bool]]:
    """The page's links that may lead to a part, without fragment, and whether they stand between its page links."""
    links = [(link, attribute(link, "href") or "") for link in elements("a[href], link[rel=next i][href]", page.dom)]
    links = [(link, href) for link, href in links if NUMBERS_OR_ALL.search(href)]
    page_links = {link.mem_id for link in elements(PAGE_LINKS, page.dom)} if links else set()
    for link, href in links:
        address = page.join(href)
        if address and "[" not in address:
            yield address.partition("#")[0], link.mem_id in page_links
