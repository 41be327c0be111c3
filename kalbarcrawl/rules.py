"""Rules: how a field is read off a page. A rule is any callable from a Page to the strings it found."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any, Protocol

from lxml import etree
from lxml.html import HtmlElement
from parsel.csstranslator import HTMLTranslator

from kalbarcrawl.blocks import blocks_of
from kalbarcrawl.captions import caption_of, marks_in
from kalbarcrawl.dom import Node, compiled, elements, outermost, selected, text_of
from kalbarcrawl.items import Image, Origin
from kalbarcrawl.json_ld import strings
from kalbarcrawl.page import MAX_BYTES, Page

REGEXP = {"re": "http://exslt.org/regular-expressions"}
Query = Callable[[HtmlElement], list[Any]]
DASH = re.compile(r"[-–—]\s?\S?$")
PICTURE_SOURCES = ("data-src", "data-lazy-src", "data-original", "src")
"""Where a picture's address stands, the lazily loaded one before its placeholder."""
LEVELS = 4
"""Galleries stand in galleries; what stands in more of its kind shows no other picture."""


class Rule(Protocol):
    """Reads one field: what it found in page order, [] where the page has nothing."""

    @property
    def origin(self) -> Origin:
        """How far its strings are to be trusted as dates."""

    def __call__(self, page: Page) -> list[str]:
        """The strings found, white space folded, never empty."""


@lru_cache(maxsize=2048)
def css(query: str) -> Query:
    """A CSS query compiled for an lxml tree; parsel's ::text and ::attr(name) are understood.

    Raises ValueError for a query that does not parse.
    """
    try:
        return xpath(str(HTMLTranslator().css_to_xpath(query)))
    except Exception as error:  # cssselect has no common ancestor for its errors below Exception
        raise ValueError(f"CSS query {query!r}: {error}") from error


@lru_cache(maxsize=2048)
def xpath(query: str) -> Query:
    """A compiled XPath query.

    Raises ValueError for a query that does not parse.
    """
    try:
        return etree.XPath(query, namespaces=REGEXP, smart_strings=False)
    except etree.XPathSyntaxError as error:
        raise ValueError(f"XPath query {query!r}: {error}") from error


def texts(found: Any, pick: str = "") -> list[str]:
    """Elements of either tree and strings as folded texts, without the empty ones.

    `pick` keeps group 1 (or all) of its match. Together they are no longer than the longest page: only elements that
    stand in one another, and say the same again and again, could be.
    """
    room, plain = MAX_BYTES, []
    for value in found if isinstance(found, list) else [found]:
        if isinstance(value, (str, HtmlElement, Node)):
            text = value if isinstance(value, str) else text_of(value)
            room -= len(text)
            if room < 0:
                break
            plain.append(" ".join(text.split()))
    return picked([text for text in plain if text], pick)


def picked(found: list[str], pick: str) -> list[str]:
    """What the regular expression `pick` finds in each string (group 1 where it has one); all where it is empty."""
    if not pick:
        return found
    matches = (re.search(pick, text) for text in found)
    return [text for match in matches if match and (text := (match[1] if match.re.groups else match[0]).strip())]


@dataclass(frozen=True)
class Css:
    """The text of the elements (or of ::text, ::attr(name)) that a CSS query finds."""

    query: str
    pick: str = ""
    origin: Origin = "byline"

    def __post_init__(self) -> None:
        compiled(self.query)

    def __call__(self, page: Page) -> list[str]:
        return texts(selected(self.query, page.dom), self.pick)

    def __str__(self) -> str:
        return f"css {self.query}"


@dataclass(frozen=True)
class XPath:
    """The text of the elements, attributes or strings that an XPath query finds."""

    query: str
    pick: str = ""
    origin: Origin = "byline"

    def __post_init__(self) -> None:
        xpath(self.query)

    def __call__(self, page: Page) -> list[str]:
        return texts(xpath(self.query)(page.tree), self.pick)

    def __str__(self) -> str:
        return f"xpath {self.query}"


@dataclass(frozen=True)
class Meta:
    """The contents of the meta elements of that property, name or itemprop."""

    name: str
    pick: str = ""
    origin: Origin = "meta"

    def __call__(self, page: Page) -> list[str]:
        return texts(page.meta.get(self.name.lower(), []), self.pick)

    def __str__(self) -> str:
        return f"meta {self.name}"


@dataclass(frozen=True)
class JsonLd:
    """A property of the page's schema.org article, the names where its values are objects."""

    name: str
    pick: str = ""
    origin: Origin = "json_ld"

    def __call__(self, page: Page) -> list[str]:
        for node in page.articles:
            found = texts(strings(node.get(self.name)), self.pick)
            if found:
                return found
        return []

    def __str__(self) -> str:
        return f"json_ld {self.name}"


@dataclass(frozen=True)
class Address:
    """What a regular expression finds in the page's own address."""

    pick: str = ""
    origin: Origin = "address"

    def __call__(self, page: Page) -> list[str]:
        return picked([page.url], self.pick)

    def __str__(self) -> str:
        return "address"


@dataclass(frozen=True)
class Blocks:
    """The text blocks of the elements a CSS query finds: paragraphs, headings, list items, lines parted by <br>.

    `without` is a CSS query for what lies inside and is not the article, beside what any site's markup calls furniture;
    `dateline` one for the element that holds the dateline, on a site that marks it by type alone, with no dash before
    the text: it gets one.
    """

    query: str
    without: str = ""
    dateline: str = ""
    origin: Origin = "byline"

    def __post_init__(self) -> None:
        for query in filter(None, (self.query, self.without, self.dateline)):
            compiled(query)

    def __call__(self, page: Page) -> list[str]:
        lines: list[str] = []
        for element in outermost(elements(self.query, page.dom)):
            out = elements(self.without, element) if self.without else ()
            lines.extend(blocks_of(element, without=out))
        return self._parted(lines, page)

    def _parted(self, lines: list[str], page: Page) -> list[str]:
        for head in texts(elements(self.dateline, page.dom))[:1] if self.dateline else ():
            if lines and lines[0].startswith(f"{head} ") and not DASH.search(lines[0][: len(head) + 2]):
                return [f"{head} - {lines[0][len(head) + 1 :]}", *lines[1:]]
        return lines

    def __str__(self) -> str:
        return f"blocks {self.query}"


@dataclass(frozen=True)
class Pictures:
    """The pictures inside the elements a CSS query finds, the first of each element with its caption.

    `caption` and `picture` are CSS queries below the same element: its caption, where markup does not call it so, and
    which image is meant where icons stand among them. `amid` is one for what shows further pictures amid the text.
    """

    query: str
    caption: str = ""
    picture: str = "img"
    amid: str = ""

    def __post_init__(self) -> None:
        for query in filter(None, (self.query, self.caption, self.picture, self.amid)):
            compiled(query)

    def __call__(self, page: Page) -> list[Image]:
        images = self._shown(self.query, page)
        further = self._shown(self.amid, page) if self.amid and images else []
        known = {image.url for image in images}
        return [*images, *(image for image in further if image.url not in known)]

    def _shown(self, query: str, page: Page) -> list[Image]:
        images: list[Image] = []
        for element in outermost(elements(query, page.dom), levels=LEVELS):
            shown = ((one, address_of(one, page)) for one in elements(self.picture, element))
            picture, address = next(((one, found) for one, found in shown if found), (element, None))
            if address:
                images.append(Image(address, self._caption(picture, element)))
        return images

    def _caption(self, picture: Node, element: Node) -> str | None:
        named = texts(selected(self.caption, element)) if self.caption else []
        if named:
            return named[0]
        marks = marks_in(element)
        place = next((place for place, mark in enumerate(marks) if mark.mem_id == picture.mem_id), None)
        return None if place is None else caption_of(marks, place, whole=True)

    def __str__(self) -> str:
        return f"pictures {self.query}"


def address_of(picture: Node, page: Page) -> str | None:
    """Where the file of a picture on a page lies; None where it names no web address."""
    attributes = picture.attributes
    sources = (attributes.get(name) for name in PICTURE_SOURCES)
    return next((found for source in sources if source and (found := page.join(source))), None)


@dataclass(frozen=True)
class Rules:
    """Rules by field, in order of trust: the first that finds text wins; of dates all are heard."""

    title: Sequence[Rule] = ()
    description: Sequence[Rule] = ()
    published: Sequence[Rule] = ()
    modified: Sequence[Rule] = ()
    authors: Sequence[Rule] = ()
    editors: Sequence[Rule] = ()
    section: Sequence[Rule] = ()
    tags: Sequence[Rule] = ()
    body: Sequence[Rule] = ()
    images: Sequence[Callable[[Page], list[Image]]] = ()
