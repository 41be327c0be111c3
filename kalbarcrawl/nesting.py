"""Nesting: how many elements a page's tags hold open at once, and where that is no longer sane.

A parser's work with one tag grows with the elements that are open, and formatting that is never closed is opened anew
in every paragraph, which may make many times the page of it. Browsers end at 512 levels (Blink's and WebKit's
HTMLConstructionSite).
"""

from __future__ import annotations

import re
from collections import Counter
from itertools import islice

MANY_TAGS, MANY_FORMATTED = 5_000, 500
"""From so many "<" on, or tags of formatting that tells itself from others by attributes, it is worth a walk."""
MAX_OPEN = 512
"""Elements open at once."""
MAX_REOPENED = 1_000_000
"""Elements that unclosed formatting may be opened anew as."""
ALIKE = 3
"""Of formatting that is written alike no more is opened anew, says the standard."""
ATTRIBUTE = r"""[\s/]*+[^\s/>][^\s/>=]*+(?:\s*+=\s*+(?:"[^"]*+"|'[^']*+'|[^\s>]*+))?+"""
TAG = re.compile(
    rf"<!--(?:-?>|.*?--!?>|.*)|<[!?][^>]*+|</[^a-zA-Z][^>]*+"
    rf"|<(?P<slash>/?)(?P<name>[a-zA-Z][^\s/>]*+)(?:{ATTRIBUTE})*+[\s/]*+(?P<empty>(?<=/)>)?",
    re.DOTALL,
)
"""A tag, or a comment or the like, in which a tag is none."""
RAW = frozenset("script style textarea title xmp iframe noembed noframes".split())
"""Elements that hold letters, whatever these look like."""
NEVER_OPEN = frozenset(
    # void elements, and those that the next of their kind or the end of a list or table closes
    "area base br col embed hr img input link meta source track wbr li dt dd option body html head".split()
)
CELLS = frozenset("tr td th thead tbody tfoot colgroup caption".split())
"""Parts of a table, which close all that is open in the one before."""
FORMATTING = frozenset("a b big code em font i nobr s small strike strong tt u".split())
"""Elements that are opened anew where what they stood in was closed before them."""
FORMATTED = re.compile(r"(?i)<(?:b|big|code|em|font|i|nobr|s|small|strike|strong|tt|u)[\s/]")
BLOCKS = frozenset(
    "address article aside blockquote center details dialog dir div dl fieldset figcaption figure footer form h1 h2 h3 "
    "h4 h5 h6 header hgroup listing main menu nav ol p pre search section summary ul".split()
)
"""Elements that end a paragraph."""
DRAWINGS = frozenset({"svg", "math"})
"""Elements in which every other nests ..."""
LEAVING = BLOCKS | FORMATTING | frozenset("body br dd dt embed hr img li meta ruby span sub sup table var".split())
"""... but for these, which end the drawing."""
WALLS = frozenset("table template select object applet marquee foreignobject desc annotation-xml".split())
"""An end tag closes nothing that these stand in."""
CLOSING = BLOCKS | WALLS | DRAWINGS | {"ruby"}
"""Elements whose end tags close all that is open in them."""
TABLE, PARAGRAPH = frozenset({"table"}), frozenset({"p"})
Element = tuple[str, str]
"""A name, and the tag as it is written."""


class Nesting:
    """The elements open behind the tags told so far: hardly ever fewer than a parser has, seldom many more."""

    def __init__(self) -> None:
        self.open: list[Element] = []
        self.loose: Counter[Element] = Counter()
        """Formatting whose surroundings were closed: what follows stands in it all the same."""
        self.names: Counter[str] = Counter()
        self.levels = self.drawings = self.formatting = self.reopened = 0

    @property
    def is_sane(self) -> bool:
        """Whether it is no more than pages have."""
        return self.levels <= MAX_OPEN and self.reopened <= MAX_REOPENED

    def start(self, name: str, written: str, *, is_empty: bool) -> None:
        """A start tag as it is written; one that ends in "/>" is empty in drawings alone."""
        if self.drawings and name in LEAVING:
            self._close(DRAWINGS)
        if self.drawings and is_empty:
            return
        if name in CELLS and not self.drawings:
            self._close(TABLE, itself=False)
        elif name not in NEVER_OPEN or self.drawings:
            if self.names["p"] and name in BLOCKS:
                self._close(PARAGRAPH)
            self.open.append((name, written))
            self._count(name, 1)
        if name not in FORMATTING:
            self.reopened += self.formatting

    def end(self, name: str) -> None:
        """An end tag; one that nothing is open for closes nothing."""
        if name in CELLS and not self.drawings:
            self._close(TABLE, itself=False)
        elif not self.names[name]:
            for element in [one for one in self.loose if one[0] == name][:1]:
                self._loosen(element, -1)
        elif self.open[-1][0] == name:
            self._count(self.open.pop()[0], -1)
        elif name in CLOSING:
            self._close(frozenset({name}))
        else:
            place = next(place for place in reversed(range(len(self.open))) if self.open[place][0] == name)
            self._count(self.open.pop(place)[0], -1)

    def _close(self, names: frozenset[str], *, itself: bool = True) -> None:
        """Close the inmost element of these names and all in it, or all in it alone; of formatting some stays loose."""
        if not any(self.names[name] for name in names):
            return
        for place in reversed(range(len(self.open))):
            name = self.open[place][0]
            if name in names:
                break
            if name in WALLS:
                return
        closed = self.open[place + (not itself) :]
        del self.open[place + (not itself) :]
        for element in closed:
            self._count(element[0], -1)
            if element[0] in FORMATTING and name in BLOCKS and self.loose[element] < ALIKE:
                self._loosen(element, 1)

    def _count(self, name: str, number: int) -> None:
        self.names[name] += number
        self.levels += number
        if name in DRAWINGS:
            self.drawings += number
        elif name in FORMATTING:
            self.formatting += number

    def _loosen(self, element: Element, number: int) -> None:
        self.loose[element] += number
        self.levels += number
        self.formatting += number
        if not self.loose[element]:
            del self.loose[element]


def too_deep(text: str) -> int | None:
    """Where a text's tags, told apart roughly, are nested beyond what is sane; None where nowhere.

    Texts of few tags are spared the walk: they cannot cost much, however their tags are nested.
    """
    if text.count("<") <= MANY_TAGS and next(islice(FORMATTED.finditer(text), MANY_FORMATTED, None), None) is None:
        return None
    nesting, place = Nesting(), 0
    while tag := TAG.search(text, place):
        place = tag.end()
        if tag["name"] is None:
            continue
        name = tag["name"].lower()
        if tag["slash"]:
            nesting.end(name)
            continue
        nesting.start(name, tag[0], is_empty=tag["empty"] is not None)
        if not nesting.is_sane:
            return tag.start()
        if name in RAW and not nesting.drawings:
            closing = re.compile(rf"(?i)</{name}").search(text, place)
            place = len(text) if closing is None else closing.start()
    return None
