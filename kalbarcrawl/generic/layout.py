"""Layout: the blocks of a page, what each stands in, and which of them is furniture."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import takewhile

from lxml.html import HtmlElement

from kalbarcrawl.blocks import Block, read_blocks
from kalbarcrawl.furniture import ALL_SHARE, MAIN_SHARE, share_of
from kalbarcrawl.generic.prose import folded, prose
from kalbarcrawl.page import Page
from kalbarcrawl.rules import css

SHUT = ("form", "aside", "header", "figure", "noscript")
"""Elements that blocks are not read from, unless they may hold a whole story."""
WHOLE_STORY = 800
"""Characters in an element that is shut or hidden from which on it may be the story."""
MOST = 20_000
"""Blocks of a page; no page to read has more."""


class Layout:
    """One page's blocks in reading order; `kept` are the places of those outside furniture and behind the headline."""

    def __init__(self, page: Page, title: str) -> None:
        self.page = page
        body = page.tree.find("body")
        self.root: HtmlElement = page.tree if body is None else body
        self.opened = set(_opened(self.root))
        self.blocks: list[Block] = read_blocks(self.root, opened=self.opened)[:MOST]
        self.prose = [prose(block) for block in self.blocks]
        self._chains: dict[HtmlElement, tuple[HtmlElement, ...]] = {}
        self._furniture: dict[HtmlElement, bool] = {self.root: False}
        self._by_name = True
        self.sums = self.summed(range(len(self.blocks)), self.prose)
        self.headline: HtmlElement | None = None
        self._titled = self._around(folded(title))
        inside = self._inside()
        if sum(self.prose[place] for place in inside) < MAIN_SHARE * self.sums.get(self.root, 0):
            # Names that take out the page itself mean something else on this site.
            self._by_name = False
            self._furniture = {self.root: False}
            inside = self._inside()
        self.kept = self._behind_headline(inside, folded(title))

    def chain(self, element: HtmlElement) -> tuple[HtmlElement, ...]:
        """An element and what it stands in, innermost first, up to the body."""
        known = self._chains.get(element)
        if known is None:
            parent = element.getparent()
            above = () if element is self.root or parent is None else self.chain(parent)
            known = self._chains[element] = (element, *above)
        return known

    def summed(self, places: Iterable[int], values: Iterable[float]) -> dict[HtmlElement, float]:
        """The sum of the blocks' values for every element that holds any of them."""
        sums: dict[HtmlElement, float] = {}
        for place, value in zip(places, values, strict=True):
            chain = self.chain(self.blocks[place].element)
            for element in takewhile(lambda one: one not in sums, chain):
                sums[element] = 0
            sums[chain[0]] += value
        # Each hands its sum to what it stands in, the inmost first.
        for element in sorted(sums, key=lambda one: len(self.chain(one)), reverse=True):
            for above in self.chain(element)[1:2]:
                sums[above] += sums[element]
        return sums

    def is_out(self, element: HtmlElement) -> bool:
        """Whether an element is furniture or stands in some."""
        known = self._furniture.get(element)
        if known is None:
            parent = element.getparent()
            known = self._is_furniture(element) or (parent is not None and self.is_out(parent))
            self._furniture[element] = known
        return known

    def _inside(self) -> list[int]:
        return [place for place, block in enumerate(self.blocks) if not self.is_out(block.element)]

    def _is_furniture(self, element: HtmlElement) -> bool:
        """Whether an element is furniture, and not by its name only: what holds the story itself is none."""
        if element in self._titled:
            return False
        share = share_of(str(element.tag), element)
        if share < ALL_SHARE:
            share = max(share, MAIN_SHARE if element in self.opened else 0) if self._by_name else 0
        return share > 0 and self.sums[element] <= share * max(1, self.sums[self.root])

    def _around(self, title: str) -> set[HtmlElement]:
        """What the headline stands in, where prose stands there too."""
        for block in self.blocks:
            if block.element.tag == "h1" and folded(block.text) == title:
                return {element for element in self.chain(block.element) if self.sums[element] > 60}
        return set()

    def _behind_headline(self, inside: list[int], title: str) -> list[int]:
        """What follows the headline, where the page has most of its prose behind it."""
        total = sum(self.prose[place] for place in inside)
        kept = set(inside)
        begin, before = -1, 0.0
        for place, block in enumerate(self.blocks):
            if block.element.tag in ("h1", "h2"):
                is_title = folded(block.text) == title
                if is_title or (block.element.tag == "h1" and place in kept):
                    begin, self.headline = place, block.element
                if is_title:
                    break
            before += self.prose[place] if place in kept else 0
            if before > 0.3 * total:
                break
        return [place for place in inside if place > begin]


def _opened(root: HtmlElement) -> Iterator[HtmlElement]:
    """Forms, asides, hidden elements and so on with so much text that they may hold the story itself."""
    for element in (*root.iter(*SHUT), *css("[style*=none], [style*=hidden], [hidden]")(root)):
        if len(element.text_content()) > WHOLE_STORY:
            yield element
