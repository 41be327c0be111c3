"""The neighbourhood of the headline, where bylines and dates are printed."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache

from lxml.html import HtmlElement

from kalbarcrawl.furniture import is_of_others, names_of
from kalbarcrawl.generic.prose import folded
from kalbarcrawl.generic.story import story_of
from kalbarcrawl.generic.title import headline
from kalbarcrawl.page import Page
from kalbarcrawl.rules import xpath

BEHIND = xpath("following::*[self::a or self::time or @class or @id or text()[normalize-space()]][position() <= 160]")
BEFORE = xpath("preceding::*[self::a or self::time or @class or @id or text()[normalize-space()]][position() <= 40]")

SHORTLY = 30
"""So many elements behind the headline a byline stands, where it stands behind it."""
LEVELS = 4
"""How far up an element's surroundings are asked what they are."""


@lru_cache(maxsize=4)
def near_headline(page: Page) -> tuple[HtmlElement, ...]:
    """The elements shortly behind the headline, those shortly before it, and those further behind: likeliest first.

    Where the page has no heading, the story's first paragraph stands for it, and what is before it comes first.
    """
    heading = heading_of(page)
    if heading is not None:
        behind = _own(BEHIND(heading))
        return (*behind[:SHORTLY], *_own(reversed(BEFORE(heading))), *behind[SHORTLY:])
    first = story_of(page).first
    return () if first is None else (*_own(reversed(BEFORE(first))), *_own(BEHIND(first)))


def short_text(element: HtmlElement, limit: int) -> str:
    """An element's text as it looks, a blank between its parts; "" where it is longer than `limit` characters."""
    if element.tag in ("script", "style"):
        return ""
    parts: list[str] = []
    room = 4 * limit
    for part in element.itertext():
        room -= len(part)
        if room < 0:
            return ""
        parts.append(part)
    text = " ".join(" ".join(parts).split())
    return text if len(text) <= limit else ""


def heading_of(page: Page) -> HtmlElement | None:
    """The element that shows the headline, else the first h1."""
    title = folded(headline(page))
    headings = [*page.tree.iter("h1"), *page.tree.iter("h2")]
    shown = next((element for element in headings if _says(element, title)), None)
    return shown if shown is not None else page.tree.find(".//h1")


def _says(heading: HtmlElement, title: str) -> bool:
    """Whether a heading's folded text is a title, asked only until it is another."""
    place = 0
    for part in map(folded, heading.itertext()):
        if not title.startswith(part, place):
            return False
        place += len(part)
    return place == len(title)


def _own(elements: Iterable[HtmlElement]) -> list[HtmlElement]:
    """The elements that stand in no list of other articles, no comment and no legal notice."""
    known: dict[HtmlElement, bool] = {}

    def is_own(element: HtmlElement, depth: int = 0) -> bool:
        if element not in known:
            parent = element.getparent()
            known[element] = not is_of_others(names_of(element)) and (
                parent is None or depth > LEVELS or is_own(parent, depth + 1)
            )
        return known[element]

    return [element for element in elements if isinstance(element.tag, str) and is_own(element)]
