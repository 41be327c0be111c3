"""From an element to the blocks of text a reader sees in it, in reading order."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from lxml.html import HtmlElement

BLOCK = frozenset(
    "address article blockquote body center dd details div dl dt fieldset footer h1 h2 h3 h4 h5 h6 header hr li main "
    "ol p pre section summary table tbody tfoot thead tr ul".split()
)
SKIP = frozenset(
    "aside audio button canvas datalist embed figcaption figure form head iframe input ins link map meta nav noscript "
    "object progress script select style svg template textarea title video".split()
)
HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
MAX_DEPTH = 300
"""Deeper nesting is damage (or malice); its text is taken as one block."""
LABEL = re.compile(
    r"(?:baca|lihat|simak|tonton|cek|artikel|berita|also|read|related|see)\b(?:\s+(?:juga|pula|lainnya|terkait|selengkapnya|"
    r"video|also|more|read|articles?|stories|news))*\s*[:;\-–]*",
    re.IGNORECASE,
)
"""A line that only announces links to other articles."""


class Block(NamedTuple):
    """One block of text: what a reader sees, how many of its characters are a link's, and the element it stands in."""

    text: str
    linked: int
    element: HtmlElement

    @property
    def is_link(self) -> bool:
        """Whether the block is nothing but links."""
        return self.linked >= len(self.text.replace(" ", ""))


class _Reader:
    """Collects the blocks of one element, down to what is to be left out."""

    def __init__(self, without: Iterable[HtmlElement], opened: Iterable[HtmlElement]) -> None:
        self.without = set(without)
        self.opened = set(opened)
        self.blocks: list[Block] = []
        self.parts: list[str] = []
        self.linked = 0

    def flush(self, owner: HtmlElement) -> None:
        if self.parts:
            text = " ".join("".join(self.parts).split()).strip("| ")
            if text:
                self.blocks.append(Block(text, self.linked, owner))
            self.parts.clear()
        self.linked = 0

    def add(self, text: str | None, in_link: bool) -> None:
        if text:
            self.parts.append(text)
            if in_link:
                self.linked += len("".join(text.split()))

    def read(self, element: HtmlElement, owner: HtmlElement, in_link: bool = False, depth: int = 0) -> None:
        if depth > MAX_DEPTH:
            self.add(element.text_content(), in_link)
            return
        self.add(element.text, in_link)
        for child in element:
            if isinstance(child.tag, str):
                self.child(child, owner, in_link, depth)
            self.add(child.tail, in_link)

    def child(self, child: HtmlElement, owner: HtmlElement, in_link: bool, depth: int) -> None:
        tag = child.tag
        if tag == "br":
            self.flush(owner)
        elif tag == "img":
            self.add(_emoji(child), in_link)
        elif (tag in SKIP and child not in self.opened) or child in self.without or _hidden(child):
            if tag in BLOCK or tag in ("figure", "aside", "nav", "form", "iframe"):
                self.flush(owner)
        elif tag in BLOCK or tag in SKIP:
            self.flush(owner)
            self.read(child, child, in_link, depth + 1)
            self.flush(child)
        else:
            if tag in ("td", "th") and self.parts:
                self.parts.append(" | ")
            self.read(child, owner, in_link or tag == "a", depth + 1)


def read_blocks(
    element: HtmlElement, *, without: Iterable[HtmlElement] = (), opened: Iterable[HtmlElement] = ()
) -> list[Block]:
    """An element's blocks, white space folded; a <br> ends a block, a table's row is one block.

    Scripts, forms, figures (their captions belong to the images), asides, hidden elements and those of `without`
    are left out; `opened` are elements to read in spite of their tag.
    """
    reader = _Reader(without, opened)
    reader.read(element, element)
    reader.flush(element)
    return reader.blocks


def blocks_of(element: HtmlElement, *, without: Iterable[HtmlElement] = ()) -> list[str]:
    """The texts of `read_blocks`, without blocks that are nothing but links behind a line like "Baca juga:"."""
    return [block.text for block in unannounced(read_blocks(element, without=without))]


def unannounced(blocks: Iterable[Block]) -> Iterator[Block]:
    """The blocks without those that are nothing but links behind a line like "Baca juga:"."""
    announced = False
    for block in blocks:
        if announced and block.is_link:
            continue
        announced = LABEL.fullmatch(block.text) is not None
        yield block


def _emoji(image: HtmlElement) -> str | None:
    """The sign an emoji picture stands for; WordPress and others put it into alt."""
    classes = image.get("class") or ""
    return image.get("alt") if "wp-smiley" in classes or "emoji" in classes else None


def _hidden(element: HtmlElement) -> bool:
    style = element.get("style")
    return element.get("hidden") is not None or bool(style and HIDDEN.search(style))
