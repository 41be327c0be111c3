"""Who wrote it: schema.org persons, meta elements, author links and bylines, heard only where they name people."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import islice
from typing import Any

from lxml.html import HtmlElement

from kalbarcrawl.furniture import HEADINGS, hyphenated, names_of
from kalbarcrawl.generic.near import near_headline, short_text
from kalbarcrawl.generic.prose import folded
from kalbarcrawl.generic.title import site_names
from kalbarcrawl.items import Origin
from kalbarcrawl.json_ld import strings, types_of
from kalbarcrawl.page import Page
from kalbarcrawl.rules import Rule, texts
from kalbarcrawl.text import people

ORGANISATIONS = frozenset({"Organization", "NewsMediaOrganization", "Corporation", "WebSite", "Brand"})
BYLINE = re.compile(
    r"(?i)(?:^|[\s_-])(?:by-?lines?|by|authors?|author-?names?|writers?|reporters?|penulis|wartawan|jurnalis|contributors?"
    r"|credits?__?authors?|(?:article|post|entry|story|meta)-?_?(?:author|by|byline)|authored|vcard)(?:$|[\s_-])"
)
ABOUT = re.compile(
    r"(?i)bio(?:$|[\s_-])|about|box|card|avatar|image|photo|social|follow|comment|related|recirc|more|footer"
)
AUTHOR_PAGE = re.compile(
    r"(?i)/(?:authors?|by|byline|staff|profiles?|people|person|contributors?|columnists?|writers?|reporters?|journalists?"
    r"|penulis|wartawan|redaksi|team|meet-the-team)/[^/?#]+"
)
SAID = re.compile(
    r"(?i)\W{0,3}(?:written\s+by|story\s+by|by|oleh|penulis|reporter|pewarta|author|words\s+by|laporan|teks)\b\s*[:\-–|]?\s*\S.{2,100}"
)
TITLE = re.compile(
    r"(?i),\s*[^,;]*\b(?:officer|head|chief|director|president|professor|manager|editor|reporter|correspondent|writer"
    r"|contributor|columnist|analyst|producer|author|founder|staff)\b(?!\s?:).*"
)
"""What a person is, behind the name."""
PLATFORMS = frozenset(
    "facebook twitter instagram whatsapp telegram youtube google tiktok linkedin pinterest line".split()
)
MAX_BYLINE = 160
MANY = 500
"""So many links are looked at for those beside a byline."""
MOST = 100
"""So many bylines are asked for people: a page that declares more is a list of them."""


@dataclass(frozen=True)
class People:
    """What another rule finds, where it names people; the site's own name is nobody's."""

    rule: Rule

    @property
    def origin(self) -> Origin:
        """The origin of the rule asked."""
        return self.rule.origin

    def __call__(self, page: Page) -> list[str]:
        return named(self.rule(page), page)

    def __str__(self) -> str:
        return str(self.rule)


@dataclass(frozen=True)
class JsonLdPeople:
    """The persons a property of the page's schema.org article names; organisations are left out."""

    name: str
    origin: Origin = "json_ld"

    def __call__(self, page: Page) -> list[str]:
        for node in page.articles:
            listed = [person for person in _listed(node.get(self.name)) if not _is_organisation(person)]
            people_named = named([text for person in listed for text in strings(person)], page)
            if people_named:
                return people_named
        return []

    def __str__(self) -> str:
        return f"json_ld {self.name}"


@dataclass(frozen=True)
class BylineElements:
    """The people in the first element behind the headline that is named a byline or leads to an author's page."""

    origin: Origin = "byline"

    def __call__(self, page: Page) -> list[str]:
        for element in near_headline(page):
            if element.tag == "a" and AUTHOR_PAGE.search(element.get("href") or ""):
                found = named(_neighbours(element), page)
            elif _is_byline(element):
                found = named(_parts(element), page)
            else:
                continue
            if found:
                return found
        return []

    def __str__(self) -> str:
        return "byline element"


@dataclass(frozen=True)
class BylineAgency:
    """The agency that the first byline behind the headline names, where it names nobody."""

    origin: Origin = "byline"

    def __call__(self, page: Page) -> list[str]:
        for element in near_headline(page):
            if _is_byline(element):
                return [text for text in _parts(element) if people(text).agency][:1]
        return []

    def __str__(self) -> str:
        return "byline agency"


@dataclass(frozen=True)
class SaidBy:
    """The people in a line near the headline that begins with "By", "Oleh", "Penulis:" and the like."""

    origin: Origin = "byline"

    def __call__(self, page: Page) -> list[str]:
        for element in near_headline(page):
            text = short_text(element, MAX_BYLINE)
            if text and element.tag not in HEADINGS and SAID.fullmatch(text):
                found = named([text], page)
                if found:
                    return found
        return []

    def __str__(self) -> str:
        return "byline text"


@dataclass(frozen=True)
class Credited:
    """Whoever the page credits, people or not: the newsroom or agency where nobody is named."""

    rules: Sequence[Rule]
    origin: Origin = "meta"

    def __call__(self, page: Page) -> list[str]:
        return next((found for rule in self.rules if (found := _no_addresses(rule(page))[:MOST])), [])

    def __str__(self) -> str:
        return "credited " + ", ".join(map(str, self.rules))


def named(bylines: Sequence[str], page: Page) -> list[str]:
    """The bylines that name people, each once, those that are an address or the site's own name left out."""
    sites = site_names(page)
    kept: dict[str, str] = {}
    for text in texts(_no_addresses(bylines))[:MOST]:
        text = TITLE.sub("", text)
        found = people(text)
        names = {folded(name) for name in (*found.authors, *found.editors)}
        if names and not names & PLATFORMS and not any(_is_site(name, sites) for name in names):
            kept.setdefault(folded("".join(found.authors + found.editors)), text)
    return list(kept.values())


def _is_site(name: str, sites: frozenset[str]) -> bool:
    """Whether a folded name is the site's own, or the beginning or end of it."""
    return name in sites or (len(name) > 5 and any(site.startswith(name) or site.endswith(name) for site in sites))


def _is_byline(element: HtmlElement) -> bool:
    names = hyphenated(names_of(element))
    return BYLINE.search(names) is not None and not ABOUT.search(names)


def _no_addresses(found: Sequence[str]) -> list[str]:
    return [text for text in found if not re.match(r"https?://|www\.|@\w+$", text)]


def _neighbours(link: HtmlElement) -> list[str]:
    """The text of an author's link and of those beside it."""
    holder = link.getparent()
    return [short_text(a, MAX_BYLINE) for a in ([link] if holder is None else _author_links(holder))]


def _parts(element: HtmlElement) -> list[str]:
    """A byline's names: its author links where it has some, else its text, which alone says who edited."""
    text = short_text(element, MAX_BYLINE)
    if people(text).editors:
        return [text]
    links = [short_text(a, MAX_BYLINE) for a in _author_links(element)]
    return [link for link in links if link] or [text]


def _author_links(holder: HtmlElement) -> list[HtmlElement]:
    links = islice(holder.iter("a"), MANY)
    return [link for link in links if AUTHOR_PAGE.search(link.get("href") or "")]


def _listed(value: Any) -> list[Any]:
    return value if isinstance(value, list) else [value]


def _is_organisation(value: Any) -> bool:
    return isinstance(value, dict) and bool(types_of(value) & ORGANISATIONS)
