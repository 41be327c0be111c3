"""Where a page says when it was published, and where it says so of itself and not of another article."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from lxml.html import HtmlElement

from kalbarcrawl.generic.furniture import names_of
from kalbarcrawl.generic.prose import folded
from kalbarcrawl.generic.title import headline
from kalbarcrawl.items import Origin
from kalbarcrawl.page import Page
from kalbarcrawl.rules import xpath

CHANGED = re.compile(r"(?i)\b(?:updated?|modified|revised|edited|diperbarui|diubah|corrected)\b")
PUBLISHED = re.compile(r"(?i)\b(?:published|posted|first published|created|dipublikasikan|diterbitkan|tayang|terbit)\b")
DATED = re.compile(
    r"(?i)(?:^|[\s_-])(?:date|dates|time|times|timestamp|datetime|published|publish|publish(?:ed)?-?(?:date|time|at|on)|pub-?date|posted|posted-on"
    r"|(?:entry|post|article|story|news|meta|byline)-?_?(?:date|time|meta)|tanggal|waktu|jam|tgl|dateline)(?:$|[\s_-])"
)
SHAPE = re.compile(r"\d{4}|\b\d{1,2}[/.-]\d{1,2}[/.-]\d{2}|\b(?:yang )?lalu\b|\bago\b")
MAX_DATE = 120


@dataclass(frozen=True)
class TimeNearHeadline:
    """The datetime (else the text) of the first <time> shortly behind the headline that is not called an update."""

    changed: bool = False
    """Whether to look for the date of the last change instead."""
    origin: Origin = "meta"

    def __call__(self, page: Page) -> list[str]:
        for element in _near_headline(
            page, ".//time", "following::time[position() <= 4]", "preceding::time[position() <= 2]"
        ):
            if _speaks_of_change(element) == self.changed:
                found = (element.get("datetime") or "").strip() or " ".join(element.text_content().split())
                if found:
                    return [found]
        return []

    def __str__(self) -> str:
        return "time near headline"


@dataclass(frozen=True)
class DatePrinted:
    """The text of the first element shortly behind the headline whose name says date, or that reads as a date."""

    origin: Origin = "byline"

    def __call__(self, page: Page) -> list[str]:
        near = _near_headline(
            page,
            "following::*[@class or @id or text()[normalize-space()]][position() <= 80]",
            "preceding::*[@class][position() <= 12]",
        )
        found = []
        for element in near:
            text = " ".join(element.text_content().split()) if isinstance(element.tag, str) else ""
            if not text or len(text) > MAX_DATE or not SHAPE.search(text):
                continue
            if DATED.search(names_of(element)) and not (CHANGED.search(text) and not PUBLISHED.search(text)):
                found.append(text)
        return found[:1]

    def __str__(self) -> str:
        return "date near headline"


def _near_headline(page: Page, *paths: str) -> Iterator[HtmlElement]:
    """Elements by their way from the headline; none where the page has no heading."""
    title = folded(headline(page))
    headings = [*page.tree.iter("h1")]
    heading = next((one for one in headings if folded(one.text_content()) == title), headings[0] if headings else None)
    if heading is None:
        return
    for path in paths:
        yield from xpath(path)(heading)


def _speaks_of_change(element: HtmlElement) -> bool:
    """Whether an element, its name or the words before it say that it is the date of a change."""
    previous, parent = element.getprevious(), element.getparent()
    before = previous.tail if previous is not None else parent.text if parent is not None else ""
    said = f"{names_of(element)} {element.get('itemprop') or ''} {before or ''} {element.text or ''}"
    return CHANGED.search(said.replace("_", " ").replace("-", " ")) is not None and not PUBLISHED.search(said)
