"""From an element to the blocks of text a reader sees in it, in reading order."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping
from itertools import accumulate
from typing import Any, NamedTuple

from lxml.html import HtmlElement

from kalbarcrawl.dom import Node, text_of
from kalbarcrawl.furniture import MAIN_SHARE, is_caption, is_unseen, names_of, share_of

BLOCK = frozenset(
    "address article blockquote body center dd details div dl dt fieldset footer h1 h2 h3 h4 h5 h6 header hr li main "
    "ol p pre section summary table tbody tfoot thead tr ul".split()
)
SKIP = frozenset(
    "aside audio button canvas datalist dialog embed figcaption figure form head iframe input ins link map meta nav "
    "noscript object progress script select style svg template textarea title video".split()
)
CELLS = frozenset({"td", "th"})
HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
MOST = 0.5
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
    element: Any

    @property
    def is_link(self) -> bool:
        """Whether the block is nothing but links."""
        return self.linked >= len(self.text.replace(" ", ""))


class Span(NamedTuple):
    """The blocks that an element holds whole: from the place of the first to behind the last."""

    element: Any
    begin: int
    end: int


class Tree(NamedTuple):
    """How the elements of one kind of tree are walked."""

    parts: Callable[[Any], Iterator[Any]]
    """An element's strings and elements, in page order."""
    attributes: Callable[[Any], Mapping[str, str | None]]
    key: Callable[[Any], Hashable]
    """What tells an element from all others."""


def _lxml_parts(element: HtmlElement) -> Iterator[str | HtmlElement]:
    if element.text:
        yield element.text
    for child in element:
        if isinstance(child.tag, str):
            yield child
        if child.tail:
            yield child.tail


def _dom_parts(node: Node) -> Iterator[str | Node]:
    for child in node.iter(include_text=True):
        tag = child.tag or "-"
        if tag == "-text":
            yield child.text_content or ""
        elif tag[0] != "-":
            yield child


LXML = Tree(_lxml_parts, lambda element: element.attrib, lambda element: element)
DOM = Tree(_dom_parts, lambda node: node.attributes, lambda node: node.mem_id)


class _Reader:
    """Collects the blocks of one element, down to what is to be left out."""

    def __init__(self, tree: Tree, without: Iterable[Any], opened: Iterable[Any]) -> None:
        self.tree = tree
        self.without = {tree.key(element) for element in without}
        self.opened = {tree.key(element) for element in opened}
        self.blocks: list[Block] = []
        self.spans: list[Span] = []
        self.parts: list[str] = []
        self.linked = 0

    def flush(self, owner: Any) -> None:
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

    def read(self, element: Any, owner: Any, in_link: bool = False, depth: int = 0) -> None:
        for part in self.tree.parts(element):
            if isinstance(part, str):
                self.add(part, in_link)
            elif depth < MAX_DEPTH:
                self.child(part, owner, in_link, depth)
            else:
                self.add(text_of(part), in_link)

    def child(self, child: Any, owner: Any, in_link: bool, depth: int) -> None:
        tag = child.tag
        if tag == "br":
            self.flush(owner)
        elif tag == "img":
            self.add(self.emoji(child), in_link)
        elif self.is_out(child, tag):
            if tag in BLOCK or tag in ("figure", "aside", "nav", "form", "iframe"):
                self.flush(owner)
        elif tag in BLOCK or tag in SKIP or (tag in CELLS and self.is_caption(child)):
            self.flush(owner)
            begin = len(self.blocks)
            self.read(child, child, in_link, depth + 1)
            self.flush(child)
            # What closes a quotation says whose it is.
            if begin < len(self.blocks) and not (tag == "footer" and owner.tag == "blockquote"):
                self.spans.append(Span(child, begin, len(self.blocks)))
        else:
            if tag in CELLS and self.parts:
                self.parts.append(" | ")
            begin, is_whole = len(self.blocks), not self.parts
            self.read(child, owner, in_link or tag == "a", depth + 1)
            if is_whole and begin < len(self.blocks) and not self.parts:
                self.spans.append(Span(child, begin, len(self.blocks)))

    def is_caption(self, cell: Any) -> bool:
        """Whether a cell of a table holds a picture's caption, as Blogger's do."""
        return is_caption(names_of(self.tree.attributes(cell)))

    def is_out(self, element: Any, tag: str) -> bool:
        key = self.tree.key(element)
        if (tag in SKIP and key not in self.opened and not self.is_shown(element, tag)) or key in self.without:
            return True
        attributes = self.tree.attributes(element)
        style = attributes.get("style")
        if "hidden" in attributes or (style and HIDDEN.search(style)):
            return True
        # In the midst of a paragraph; what is a block is weighed first.
        return tag not in BLOCK and is_unseen(attributes)

    def is_shown(self, element: Any, tag: str) -> bool:
        """Whether a figure shows a table or a quotation, as WordPress's editor has them: these are the story's."""
        if tag != "figure":
            return False
        parts = (part for part in self.tree.parts(element) if not isinstance(part, str))
        return any(part.tag in ("table", "blockquote") for part in parts)

    def emoji(self, image: Any) -> str | None:
        """The sign an emoji picture stands for; WordPress and others put it into alt."""
        attributes = self.tree.attributes(image)
        classes = attributes.get("class") or ""
        return attributes.get("alt") if "wp-smiley" in classes or "emoji" in classes else None


def read_blocks(element: HtmlElement | Node, *, without: Iterable[Any] = (), opened: Iterable[Any] = ()) -> list[Block]:
    """An element's blocks, white space folded; a <br> ends a block, a table's row is one block.

    Scripts, forms, figures (their captions belong to the images; those of tables and quotations are read), asides,
    hidden elements and those of `without` are left out; `opened` are elements to read in spite of their tag.
    """
    return _read(element, without, opened).blocks


def blocks_of(element: HtmlElement | Node, *, without: Iterable[Any] = ()) -> list[str]:
    """The texts of `read_blocks` in an element that holds a story, without furniture inside it.

    Blocks that are nothing but links behind a line like "Baca juga:" are none of it either.
    """
    return [block.text for block in unannounced(_unfurnished(_read(element, without, ())))]


def _read(element: HtmlElement | Node, without: Iterable[Any], opened: Iterable[Any]) -> _Reader:
    reader = _Reader(DOM if isinstance(element, Node) else LXML, without, opened)
    reader.read(element, element)
    reader.flush(element)
    return reader


def _unfurnished(reader: _Reader) -> list[Block]:
    """The blocks outside elements that markup calls furniture, unless these hold too much of the text for that.

    Those of one class weigh together: what many paragraphs are called means something else on this site. What holds
    most of the text is the story, be it called a comment.
    """
    named = [(share, span) for span in reader.spans if (share := _share_of(span, reader.tree))]
    if not named:
        return reader.blocks
    letters = [len(block.text) - block.text.count(" ") - block.linked for block in reader.blocks]
    before = list(accumulate(letters, initial=0))
    held = Counter[str]()
    for _, span in named:
        held[_kind(span, reader.tree)] += before[span.end] - before[span.begin]
    out: set[int] = set()
    for share, span in named:
        if held[_kind(span, reader.tree)] <= min(share, MOST) * before[-1]:
            out.update(range(span.begin, span.end))
    is_all_out = sum(letters[place] for place in out) > (1 - MAIN_SHARE) * before[-1]
    return reader.blocks if is_all_out else [block for place, block in enumerate(reader.blocks) if place not in out]


def _share_of(span: Span, tree: Tree) -> float:
    return share_of(span.element.tag, tree.attributes(span.element), in_story=True)


def _kind(span: Span, tree: Tree) -> str:
    """What tells an element's kind: its class, else its id or tag."""
    attributes = tree.attributes(span.element)
    return attributes.get("class") or attributes.get("id") or span.element.tag


def unannounced(blocks: Iterable[Block]) -> Iterator[Block]:
    """The blocks without those that are nothing but links behind a line like "Baca juga:"."""
    announced = False
    for block in blocks:
        if announced and block.is_link:
            continue
        announced = LABEL.fullmatch(block.text) is not None
        yield block
