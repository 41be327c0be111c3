"""The headline: what h1, og:title, JSON-LD and <title> agree on, without the site's name and kickers."""

from __future__ import annotations

import html
import re
from collections import Counter, deque
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import islice

from kalbarcrawl.blocks import read_blocks
from kalbarcrawl.dom import Node, outermost
from kalbarcrawl.generic.prose import folded
from kalbarcrawl.items import Origin
from kalbarcrawl.json_ld import strings
from kalbarcrawl.page import Page
from kalbarcrawl.publisher import host_of
from kalbarcrawl.rules import Css, JsonLd, Meta, Rule

SEPARATOR = re.compile(r"\s+[|»·•–—-]\s+|\s*\|\s*|\s+::?\s+")
TITLE = Css("head > title, body > title")
DECLARED: tuple[Rule, ...] = (JsonLd("headline"), Meta("og:title"), Meta("twitter:title"), TITLE)
SECTIONS: tuple[Rule, ...] = (JsonLd("articleSection"), Meta("article:section"))
DOMAIN = re.compile(r"(?:www\.)?[a-z0-9-]+(?:\.[a-z]{2,})+", re.IGNORECASE)
KICKER = 4
"""A label before or behind a headline has at most so many words."""
ALIKE = 0.25
"""Headings that share a smaller part of their words with every declared title are another thing's."""
MOST_NAMES = 50
"""A site that calls itself by more names than this has none."""


@dataclass(frozen=True)
class Headline:
    """The headline on which the page's own declarations agree."""

    origin: Origin = "meta"

    def __call__(self, page: Page) -> list[str]:
        found = headline(page)
        return [found] if found else []

    def __str__(self) -> str:
        return "headline"


@lru_cache(maxsize=4)
def headline(page: Page) -> str:
    """The page's headline, "" where it has none."""
    declared = [html.unescape(title) for rule in DECLARED for title in rule(page)[:1]]
    heading = _heading(page, declared)
    if heading:
        return _without_kicker(without_site(heading, page), declared)
    plain = [title for title in (without_site(title, page) for title in declared) if title]
    if not plain:
        return ""
    votes = Counter(folded(title) for title in plain)
    return max(plain, key=lambda title: votes[folded(title)])


def _heading(page: Page, declared: Sequence[str]) -> str:
    """The h1 (else h2) most like the declared titles; a lone h1 that is not the site's name needs no likeness."""
    names = site_names(page)
    plain = {folded(without_site(title, page)) for title in declared}
    for tag in ("h1", "h2"):
        shown = map(_shown, outermost(page.dom.css(tag)))
        headings = [text for text in shown if text and folded(text) not in names]
        if not headings:
            continue
        exact = next((text for text in headings if folded(text) in plain), None)
        if exact:
            return exact
        titles = [_words(title) for title in declared]
        likeness = [max((_likeness(words, title) for title in titles), default=0) for words in map(_words, headings)]
        best = max(likeness)
        if tag == "h1" and best >= ALIKE:
            return headings[likeness.index(best)]
        if tag == "h1" and len(headings) == 1 and (not declared or headings[0].count(" ") > 2):
            return headings[0]
    return ""


def _shown(element: Node) -> str:
    """A heading's text, its parts set apart by blanks as a reader sees them."""
    return " ".join(block.text for block in read_blocks(element))


def _likeness(mine: set[str], theirs: set[str]) -> float:
    """The share of two titles' words that both have."""
    both = len(mine & theirs)
    return both / max(1, len(mine) + len(theirs) - both)


def _words(text: str) -> set[str]:
    return set(re.findall(r"\w+", text.casefold()))


def _without_kicker(heading: str, declared: Sequence[str]) -> str:
    """A heading without the label that the declared titles do not have ("VIDEO ...")."""
    for title in declared:
        if title.count(" ") > 3 and heading.endswith(title) and heading != title:
            label = heading[: -len(title)].split()
            if len(label) <= KICKER and title[0].isalnum():
                return title
    return heading


def without_site(title: str, page: Page) -> str:
    """A title without the site's name (or its section) glued to its end or start."""
    names = site_names(page)
    sections = {folded(text) for rule in SECTIONS for text in rule(page)}
    cuts = deque(SEPARATOR.finditer(title))
    begin, end = 0, len(title)
    while cuts:
        if _is_label(title[cuts[-1].end() : end], names, sections):
            end = cuts.pop().start()
        elif _is_label(title[begin : cuts[0].start()], names, sections):
            begin = cuts.popleft().end()
        else:
            break
    return title if end - begin == len(title) else title[begin:end].strip()


def _is_label(part: str, names: frozenset[str], sections: set[str]) -> bool:
    plain = folded(part)
    if not plain or plain in sections or DOMAIN.fullmatch(part.strip()):
        return True
    return part.count(" ") < 6 and any(
        plain == name or (len(min(plain, name, key=len)) > 3 and (plain in name or name in plain)) for name in names
    )


@lru_cache(maxsize=4)
def site_names(page: Page) -> frozenset[str]:
    """What the site calls itself, folded: og:site_name, the schema.org publisher, its handle, its host."""
    host = host_of(page.url)
    names = [
        host,
        max(host.split(".")[:-1] or [host], key=len),
        *(text for name in ("og:site_name", "application-name", "twitter:site") for text in page.meta.get(name, [])),
        *(text for node in page.json_ld for text in strings(node.get("publisher"))[:1]),
    ]
    return frozenset(islice(dict.fromkeys(plain for name in names if (plain := folded(name))), MOST_NAMES))
