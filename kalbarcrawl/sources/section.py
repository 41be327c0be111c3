"""Section pages: what readers browse, numbered pages, "load more" endpoints and indexes by date."""

from __future__ import annotations

import datetime as dt
import json
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from typing import Any
from urllib.parse import urldefrag, urljoin, urlsplit

from lxml import html
from lxml.html import HtmlElement

from kalbarcrawl.items import Link
from kalbarcrawl.page import Page, absolute_url
from kalbarcrawl.rules import css, texts
from kalbarcrawl.sources.period import EVER, Period
from kalbarcrawl.sources.source import Reach

NEXT = "link[rel~=next], a[rel~=next], a.next.page-numbers"
DATES = (
    "time[datetime]",
    "time, date, .latest__date, .posted-on, .post-date, .entry-date, .published, .date, .media__date, .jeg_meta_date",
)
"""Where lists print an article's date, when the source does not say."""
AROUND = frozenset("html body main ul ol section tbody table".split())
"""Elements that hold a list, never one item of it."""
QUIET_DAYS = 31
"""So many days running without an article: the index by date ends here."""
DATED = re.compile(r"[?&/]?[^?&/]*\{date.*", re.DOTALL)


@dataclass(frozen=True)
class Section:
    """A page of links to articles.

    `links`, `next`, `date` and `title` are CSS queries: the articles' anchors, the following page, and, inside a
    list's item, date and title. The address may hold "{page}" (numbered from `page` on) and "{date:%Y-%m-%d}" (an
    index by date, walked back day by day). An archive is read to its end, of the latest articles `pages` pages.
    """

    url: str
    links: str
    reach: Reach = "latest"
    next: str = ""
    date: str = ""
    title: str = ""
    pages: int = 1
    page: int = 1
    period: Period = EVER
    day: dt.date | None = None
    template: str = field(default="", repr=False)
    _seen: tuple[frozenset[str], ...] = field(default=(), repr=False, compare=False)
    """The articles of the first page and of the one before: a site may repeat either for ever."""
    _quiet: int = field(default=0, repr=False, compare=False)

    def __post_init__(self) -> None:
        for query in (self.links, self.next, self.date, self.title):
            if query:
                css(query)
        if "{" in self.url:
            object.__setattr__(self, "template", self.url)
            object.__setattr__(self, "url", self._address(self.page, self.day))

    def between(self, since: dt.datetime | None, until: dt.datetime | None) -> Section:
        """This section, which stops behind the period; an index by date starts at its last day."""
        narrowed = replace(self, period=Period(since, until))
        if until is None or "{date" not in self.template:
            return narrowed
        return replace(narrowed, day=until.date(), url=self._address(self.page, until.date()))

    def read(self, page: Page) -> Iterator[Link | Section]:
        """The articles' addresses with printed dates and titles, then the following page.

        Raises ValueError when nothing on the page fits `links`.
        """
        tree = _tree(page)
        found = list(self._found(tree, page))
        if not found and not self._seen and (self.day is None or self._quiet >= QUIET_DAYS):
            raise ValueError(f"no section: nothing fits {self.links!r}")
        yield from (link for link in found if not self.period.excludes(link))
        addresses = frozenset(link.url for link in found)
        if found and addresses not in self._seen and not self.period.all_over(found):
            seen = (*self._seen[:1], addresses)
            if self._goes_on and (following := self._following(tree, page)):
                yield replace(self, url=following, page=self.page + 1, _seen=seen)
        if "{date" in self.template and self.reach == "archive":
            yield from self._day_before(page, addresses)

    @property
    def _goes_on(self) -> bool:
        return self.reach == "archive" or self.page < self.pages

    def _address(self, page: int, day: dt.date | None) -> str:
        """The address of a page of a day; without a day that of the newest, which needs no date."""
        template = self.template if day else DATED.sub("", self.template)
        try:
            return template.format(page=page, date=day)
        except (KeyError, IndexError, ValueError) as error:
            raise ValueError(f"section {self.template}: {error}") from error

    def _following(self, tree: HtmlElement, page: Page) -> str | None:
        if "{page" in self.template and (self.day or "{date" not in self.template):
            return urljoin(page.url, self._address(self.page + 1, self.day))
        for found in css(self.next or NEXT)(tree):
            address = absolute_url(page.url, found if isinstance(found, str) else found.get("href") or "")
            if address and address != page.url and urlsplit(address).netloc == urlsplit(page.url).netloc:
                return address
        return None

    def _day_before(self, page: Page, addresses: frozenset[str]) -> Iterator[Section]:
        """From the first page of a day the day before; from the undated front the day it was fetched."""
        if self._seen:
            return
        day = self.day - dt.timedelta(days=1) if self.day else page.fetched_at.date()
        quiet = 0 if addresses or not self.day else self._quiet + 1
        too_old = self.period.since is not None and day < self.period.since.date()
        if not too_old and quiet <= QUIET_DAYS:
            yield replace(self, url=urljoin(page.url, self._address(self.page, day)), day=day, _quiet=quiet)

    def _found(self, tree: HtmlElement, page: Page) -> Iterator[Link]:
        base = page.url if _is_json(page) else page.base_url
        anchors: dict[str, list[HtmlElement]] = {}
        for found in css(self.links)(tree):
            href, anchor = _anchor(found)
            address = absolute_url(base, href) if href and not href.startswith("#") else None
            if address and urldefrag(address).url != urldefrag(page.url).url:
                anchors.setdefault(address, []).extend(anchor)
        items = _items(anchors)
        source = urljoin(page.url, self.url)
        for address, places in anchors.items():
            item = items.get(address)
            yield Link(address, self._date(item), None, self._title(item, places), source)

    def _date(self, item: HtmlElement | None) -> str | None:
        if item is None:
            return None
        for query in (self.date,) if self.date else DATES:
            for found in css(query)(item):
                stamp = None if isinstance(found, str) else found.get("datetime")
                if text := texts([stamp or found]):
                    return text[0]
        return None

    def _title(self, item: HtmlElement | None, anchors: Iterable[HtmlElement]) -> str | None:
        if self.title:
            found = texts(css(self.title)(item)) if item is not None else []
        else:
            anchors = list(anchors)
            found = texts(anchors) or texts([title for anchor in anchors if (title := anchor.get("title"))])
        return found[0] if found else None


def _anchor(found: HtmlElement | str) -> tuple[str, list[HtmlElement]]:
    """The address of a found anchor, of the anchor inside or around a found element, or a found string itself."""
    if isinstance(found, str):
        return found.strip(), []
    anchors = [found] if found.get("href") else found.xpath(".//a[@href]") or found.xpath("ancestor::a[@href][1]")
    return (anchors[0].get("href", "").strip(), anchors[:1]) if anchors else ("", [])


def _items(anchors: dict[str, list[HtmlElement]]) -> dict[str, HtmlElement]:
    """For each address the largest element that holds no other article: the list's item."""
    holds: dict[HtmlElement, set[str]] = {}
    for address, places in anchors.items():
        for anchor in places:
            for around in anchor.iterancestors():
                holds.setdefault(around, set()).add(address)
    items: dict[str, HtmlElement] = {}
    for address, places in anchors.items():
        for anchor in places[:1]:
            items[address] = anchor
            for around in anchor.iterancestors():
                if len(holds[around]) > 1 or around.tag in AROUND:
                    break
                items[address] = around
    return items


def _is_json(page: Page) -> bool:
    return page.body.removeprefix(b"\xef\xbb\xbf").lstrip()[:1] in (b"{", b"[")


def _tree(page: Page) -> HtmlElement:
    """The page's tree; of a "load more" answer in JSON that of the HTML inside it."""
    if not _is_json(page):
        return page.tree
    try:
        answer = json.loads(page.body, strict=False)
        inside = "".join(_markup(answer))
    except (ValueError, RecursionError) as error:
        raise ValueError(f"no section: JSON that does not parse ({error})") from error
    if not inside:
        raise ValueError("no section: JSON without HTML inside")
    return html.fragment_fromstring(inside, create_parent="div")


def _markup(value: Any) -> Iterator[str]:
    if isinstance(value, str) and "<" in value:
        yield value
    elif isinstance(value, (list, dict)):
        for inner in value.values() if isinstance(value, dict) else value:
            yield from _markup(inner)
