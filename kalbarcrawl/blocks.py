"""From an element to the blocks of text a reader sees in it, in reading order."""

from __future__ import annotations

import re
from collections.abc import Iterable

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


class _Reader:
    """Collects the blocks of one element; `linked` marks those that are nothing but a link."""

    def __init__(self, without: Iterable[HtmlElement]) -> None:
        self.without = set(without)
        self.blocks: list[tuple[str, bool]] = []
        self.parts: list[str] = []
        self.outside_link = False

    def flush(self) -> None:
        if self.parts:
            text = " ".join("".join(self.parts).split()).strip("| ")
            if text:
                self.blocks.append((text, not self.outside_link))
            self.parts.clear()
        self.outside_link = False

    def add(self, text: str | None, in_link: bool) -> None:
        if text:
            self.parts.append(text)
            if not in_link and not text.isspace():
                self.outside_link = True

    def read(self, element: HtmlElement, in_link: bool = False, depth: int = 0) -> None:
        if depth > MAX_DEPTH:
            self.add(element.text_content(), in_link)
            return
        self.add(element.text, in_link)
        for child in element:
            self.child(child, in_link, depth)
            self.add(child.tail, in_link)

    def child(self, child: HtmlElement, in_link: bool, depth: int) -> None:
        tag = child.tag
        if not isinstance(tag, str):
            return
        if tag == "br":
            self.flush()
        elif tag == "img":
            self.add(_emoji(child), in_link)
        elif tag in SKIP or child in self.without or _hidden(child):
            if tag in BLOCK or tag in ("figure", "aside", "nav", "form", "iframe"):
                self.flush()
        elif tag in BLOCK:
            self.flush()
            self.read(child, in_link, depth + 1)
            self.flush()
        else:
            if tag in ("td", "th") and self.parts:
                self.parts.append(" | ")
            self.read(child, in_link or tag == "a", depth + 1)


def blocks_of(element: HtmlElement, *, without: Iterable[HtmlElement] = ()) -> list[str]:
    """The texts of an element's blocks, white space folded; a <br> ends a block, a table's row is one block.

    Scripts, forms, figures (their captions belong to the images), asides, hidden elements and those of `without`
    are left out, and so are blocks that are nothing but links behind a line like "Baca juga:".
    """
    reader = _Reader(without)
    reader.read(element)
    reader.flush()
    kept: list[str] = []
    announced = False
    for text, linked in reader.blocks:
        if announced and linked:
            continue
        announced = LABEL.fullmatch(text) is not None
        kept.append(text)
    return kept


def _emoji(image: HtmlElement) -> str | None:
    """The sign an emoji picture stands for; WordPress and others put it into alt."""
    classes = image.get("class") or ""
    return image.get("alt") if "wp-smiley" in classes or "emoji" in classes else None


def _hidden(element: HtmlElement) -> bool:
    style = element.get("style")
    return element.get("hidden") is not None or bool(style and HIDDEN.search(style))
