"""The neighbourhood of the headline, where bylines and dates are printed."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache

from lxml.html import HtmlElement

from kalbarcrawl.generic.furniture import is_strange, names_of
from kalbarcrawl.generic.prose import folded
from kalbarcrawl.generic.story import story_of
from kalbarcrawl.generic.title import headline
from kalbarcrawl.page import Page
from kalbarcrawl.rules import xpath

BEHIND = xpath("following::*[self::a or self::time or @class or @id or text()[normalize-space()]][position() <= 160]")
BEFORE = xpath("preceding::*[self::a or self::time or @class or @id or text()[normalize-space()]][position() <= 40]")


@lru_cache(maxsize=4)
def near_headline(page: Page) -> tuple[HtmlElement, ...]:
    """The elements shortly behind the headline, then those shortly before it, nearest first.

    Where the page has no heading, the story's first paragraph stands for it, and what is before it comes first.
    """
    heading = heading_of(page)
    if heading is not None:
        return (*_own(BEHIND(heading)), *_own(reversed(BEFORE(heading))))
    first = story_of(page).first
    return () if first is None else (*_own(reversed(BEFORE(first))), *_own(BEHIND(first)))


def heading_of(page: Page) -> HtmlElement | None:
    """The element that shows the headline, else the first h1."""
    title = folded(headline(page))
    headings = [*page.tree.iter("h1"), *page.tree.iter("h2")]
    shown = next((element for element in headings if folded(element.text_content()) == title), None)
    return shown if shown is not None else page.tree.find(".//h1")


def _own(elements: Iterable[HtmlElement]) -> list[HtmlElement]:
    """The elements that are no reader's comment and no legal notice."""
    return [element for element in elements if isinstance(element.tag, str) and not is_strange(names_of(element))]
