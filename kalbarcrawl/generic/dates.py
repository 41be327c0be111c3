"""Where a page says when it was published, and where it says so of itself and not of another article."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from lxml.html import HtmlElement

from kalbarcrawl.dom import Node, attribute
from kalbarcrawl.furniture import hyphenated, names_of
from kalbarcrawl.generic.near import near_headline, short_text
from kalbarcrawl.items import Origin
from kalbarcrawl.page import Page
from kalbarcrawl.rules import Rule

CHANGED = re.compile(r"(?i)\b(?:updated?|modified|revised|edited|diperbarui|diubah|corrected)\b")
PUBLISHED = re.compile(r"(?i)\b(?:published|posted|first published|created|dipublikasikan|diterbitkan|tayang|terbit)\b")
DATED = re.compile(
    r"(?i)(?:^|[\s_-])(?:dates?|times?|timestamp|datetime|published|publish|posted|pub-?date|tanggal|waktu|jam|tgl"
    r"|(?:publish(?:ed)?|posted|entry|post|article|story|news|meta|byline)-?_?(?:date|time|at|on|meta)|dateline)"
    r"(?:$|[\s_-])"
)
"""Names of elements that show a date."""
FULL = re.compile(r"\b(?:19|20)\d\d\b|\b\d{1,2}[/.-]\d{1,2}[/.-]\d{2}\b")
RELATIVE = re.compile(r"(?i)\b(?:yang )?lalu\b|\bago\b")
DATE = (
    r"(?:\w+day,?\s+|(?:senin|selasa|rabu|kamis|jum['’`]?at|sabtu|minggu|ahad),?\s+)?"
    r"(?:\d{1,2}(?:st|nd|rd|th)?[\s./-]+[a-z]{3,9}\.?|[a-z]{3,9}\.?\s+\d{1,2}(?:st|nd|rd|th)?|\d{1,2}[/.-]\d{1,2})"
    r"[\s,./-]+(?:19|20)\d\d\b"
)
ALONE = re.compile(
    rf"(?i){DATE}.{{0,40}}|(?:by|oleh|posted|published|first|on|penulis|reporter|diterbitkan)\b.{{1,60}}?\b{DATE}.{{0,40}}"
)
"""A line that is a date and little else, or a byline that ends with one."""
MAX_DATE = 120
MINUTE = timedelta(minutes=1)


@dataclass(frozen=True)
class TimeNearHeadline:
    """The datetime, else the text, of the first <time> near the headline; those called an update are apart."""

    changed: bool = False
    """Whether to look for the date of the last change instead."""
    origin: Origin = "meta"

    def __call__(self, page: Page) -> list[str]:
        # Most pages have none, and need not be parsed once more for the walk around their headline.
        if not any(_told_of_change(node) == self.changed for node in page.dom.css("time")):
            return []
        times = [element for element in page.tree.iter("time") if _speaks_of_change(element) == self.changed]
        near = near_headline(page) if times else ()
        found = (
            (element.get("datetime") or "").strip() or short_text(element, MAX_DATE)
            for element in near
            if element in times
        )
        return [date for date in found if date][:1]

    def __str__(self) -> str:
        return "time near headline"


@dataclass(frozen=True)
class DatePrinted:
    """The text of the first element near the headline that is named a date, else of a line that is little else."""

    origin: Origin = "byline"

    def __call__(self, page: Page) -> list[str]:
        relative = []
        for element in near_headline(page):
            text = short_text(element, MAX_DATE)
            if not text or (CHANGED.search(text) and not PUBLISHED.search(text)):
                continue
            named = DATED.search(hyphenated(names_of(element))) is not None
            if FULL.search(text) and (named or ALONE.fullmatch(text)):
                return [text]
            if named and RELATIVE.search(text):
                relative.append(text)
        return relative[:1]

    def __str__(self) -> str:
        return "date near headline"


@dataclass(frozen=True)
class OwnClock:
    """What the first of some rules finds, as another of them puts the same instant on the site's own clock.

    A declaration in UTC names the day in Greenwich; readers and archives go by the newsroom's.
    """

    rules: Sequence[Rule]

    @property
    def origin(self) -> Origin:
        """The origin of the first rule."""
        return self.rules[0].origin

    def __call__(self, page: Page) -> list[str]:
        first = self.rules[0](page)[:1]
        instant = _instant(first[0]) if first else None
        if instant is None or instant.utcoffset():
            return first
        for rule in self.rules[1:]:
            for text in rule(page)[:1]:
                same = _instant(text)
                if same is not None and same.utcoffset() and abs(same - instant) < MINUTE:
                    return [text]
        return first

    def __str__(self) -> str:
        return str(self.rules[0])


@dataclass(frozen=True)
class Printed:
    """What a rule finds in print on a page that declares nothing of the kind: what some other rules would find.

    A date that is declared to the second gains nothing from the one in print, which takes longest to find.
    """

    rule: Rule
    declared: Sequence[Rule]

    @property
    def origin(self) -> Origin:
        """The origin of the rule."""
        return self.rule.origin

    def __call__(self, page: Page) -> list[str]:
        return [] if any(rule(page) for rule in self.declared) else self.rule(page)

    def __str__(self) -> str:
        return str(self.rule)


def _instant(text: str) -> datetime | None:
    """An ISO 8601 string with an offset as an instant; None for any other."""
    try:
        moment = datetime.fromisoformat(text)
    except ValueError:
        return None
    return moment if moment.tzinfo else None


def _speaks_of_change(element: HtmlElement) -> bool:
    previous, parent = element.getprevious(), element.getparent()
    before = previous.tail if previous is not None else parent.text if parent is not None else ""
    return _is_of_change(names_of(element), element.get("itemprop"), before, element.text)


def _told_of_change(node: Node) -> bool:
    names = f"{attribute(node, 'class') or ''} {attribute(node, 'id') or ''}"
    own, before = (side.text_content if side is not None else "" for side in (node.first_child, node.prev))
    return _is_of_change(names, attribute(node, "itemprop"), before, own)


def _is_of_change(names: str, itemprop: str | None, before: str | None, own: str | None) -> bool:
    """Whether an element's names, the words before it or its own first words say that it is the date of a change."""
    # WordPress themes call the date of publication "entry-date updated" where a post never changed.
    said = f"{'' if 'entry-date' in names else names} {itemprop or ''} {before or ''} {own or ''}"
    return CHANGED.search(said.replace("_", " ").replace("-", " ")) is not None and not PUBLISHED.search(said)
