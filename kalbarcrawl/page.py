"""Page: a fetched page, wherever it came from."""

from __future__ import annotations

import re
import zlib
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from functools import cached_property
from types import MappingProxyType
from typing import Any
from urllib.parse import urljoin, urlsplit

from lxml.html import HtmlElement
from parsel import Selector
from selectolax.lexbor import LexborHTMLParser
from w3lib.encoding import html_to_unicode, read_bom

from kalbarcrawl.dom import Node, parsed, sane
from kalbarcrawl.json_ld import article_nodes, read_json_ld

TOLD = (
    "meta[content], script[type*='ld+json' i], link[rel=canonical i], link[rel~=license], a[rel~=license], base[href]"
)
META_NAMES = ("property", "name", "itemprop", "http-equiv")
WESTERN = "cp1252"
"""What browsers take bytes for that declare nothing."""
BROKEN = "\ufffd"
WHOLE = re.compile(r"https?://[^\s;?#]+[^\s;?#./]/?")
"""Addresses that urljoin would leave as they are, which is dear to find out by urljoin."""
GZIP = b"\x1f\x8b"
MAX_BYTES = 10 * 1024 * 1024
"""A page beyond this is cut off, whether fetched, unpacked or read from disk."""


@dataclass(frozen=True, eq=False)
class Page:
    """A fetched page: address, bytes and time; everything else is read from these when first asked for."""

    url: str
    body: bytes
    fetched_at: datetime
    content_type: str = ""
    """The Content-Type header, where there was one."""
    status: int = 200
    headers: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    """The answer's headers by lower-case name, where a driver hands them on."""

    @cached_property
    def text(self) -> str:
        """The page as text.

        Bytes that are valid UTF-8 are UTF-8, whatever header and meta say (another charset's letters are
        next to never valid UTF-8 by chance); else BOM, header, meta and detection decide, in this order.
        A page that declares UTF-8 but has more broken letters than whole ones is Western Windows.
        """
        if self._utf8 is not None:
            return self._utf8
        encoding, text = html_to_unicode(self.content_type or None, self.body, auto_detect_fun=lambda _: WESTERN)
        broken = text.count(BROKEN)
        if encoding == "utf-8" and 2 * broken > sum(not letter.isascii() for letter in text):
            return self.body.decode(WESTERN, errors="replace")
        return text

    @cached_property
    def _utf8(self) -> str | None:
        """The bytes as UTF-8; None where they are something else, or begin with a byte order mark."""
        if read_bom(self.body)[0] is not None:
            return None
        try:
            return self.body.decode("utf-8")
        except UnicodeDecodeError:
            return None

    @cached_property
    def dom(self) -> LexborHTMLParser:
        """The page as browsers read it, for CSS queries; shared by all rules, so none may change it."""
        return parsed(self.text if self._utf8 is None or sane(self.text) is not None else self.body)

    @cached_property
    def selector(self) -> Selector:
        """The page as libxml2 reads it, for XPath queries and walks in all directions."""
        return Selector(text=self.text[: sane(self.text)] or "<html></html>", type="html")

    @property
    def tree(self) -> HtmlElement:
        """The parsed page's root element; shared by all rules, so none may change it."""
        root: HtmlElement = self.selector.root
        return root

    @cached_property
    def told(self) -> dict[str, list[Node]]:
        """The elements a page tells of itself with, by tag: all found in one walk."""
        found: dict[str, list[Node]] = {}
        for node in self.dom.css(TOLD):
            found.setdefault(node.tag or "", []).append(node)
        return found

    @cached_property
    def json_ld(self) -> list[dict[str, Any]]:
        """Every schema.org object the page declares, lists and @graph laid flat, in page order."""
        return read_json_ld(script.text() for script in self.told.get("script", ()))

    @cached_property
    def articles(self) -> list[dict[str, Any]]:
        """Those of its schema.org objects that are articles, those with a headline first."""
        return article_nodes(self.json_ld)

    @cached_property
    def meta(self) -> dict[str, list[str]]:
        """The contents of the page's meta elements by lower-case property, name or itemprop."""
        found: dict[str, list[str]] = {}
        for element in self.told.get("meta", ()):
            attributes = element.attributes
            content = (attributes["content"] or "").strip()
            for attribute in META_NAMES:
                name = attributes.get(attribute)
                if name and content:
                    found.setdefault(name.strip().lower(), []).append(content)
        return found

    @cached_property
    def canonical_url(self) -> str | None:
        """The address the page calls its own: link rel=canonical, else og:url."""
        links = (link.attributes for link in self.told.get("link", ()))
        addresses = [link.get("href") for link in links if (link.get("rel") or "").lower() == "canonical"]
        absolute = (absolute_url(self.url, one) for one in (*addresses, *self.meta.get("og:url", ())) if one)
        return next(filter(None, absolute), None)

    @cached_property
    def licences(self) -> list[str]:
        """The addresses that links call the page's licence."""
        links = (link.attributes for tag in ("link", "a") for link in self.told.get(tag, ()))
        return [link.get("href") or "" for link in links if "license" in (link.get("rel") or "").split()]

    @property
    def lang(self) -> str | None:
        """The language the page says it is in."""
        root = self.dom.root
        return root.attributes.get("lang") if root is not None else None

    def join(self, address: str) -> str | None:
        """An address on this page made absolute; None where it is no web address."""
        return absolute_url(self.base_url, address)

    @cached_property
    def base_url(self) -> str:
        """What relative addresses on the page are relative to."""
        base = next(iter(self.told.get("base", ())), None)
        return absolute_url(self.url, base.attributes["href"] or "") or self.url if base is not None else self.url


def absolute_url(base: str, address: str) -> str | None:
    """`address` made absolute against `base`; None where that gives no http(s) address."""
    try:
        absolute = address if WHOLE.fullmatch(address) else urljoin(base, address.strip())
        parts = urlsplit(absolute)
    except ValueError:
        return None
    return absolute if parts.scheme in ("http", "https") and parts.hostname else None


def unpacked(body: bytes, *, limit: int = MAX_BYTES) -> bytes:
    """The bytes of a gzip file, or `body` itself where it is none.

    Raises ValueError when what it holds is longer than `limit` bytes or damaged beyond its first block.
    """
    if not body.startswith(GZIP):
        return body
    unpacker = zlib.decompressobj(16 + zlib.MAX_WBITS)
    try:
        plain = unpacker.decompress(body, limit + 1)
    except zlib.error as error:
        raise ValueError(f"damaged gzip data: {error}") from error
    if len(plain) > limit:
        raise ValueError(f"more than {limit} bytes when unpacked")
    return plain
