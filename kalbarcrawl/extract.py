"""From a page to its raw article: the publisher's rules first, the generic ones behind them."""

from __future__ import annotations

from collections.abc import Sequence
from types import MappingProxyType

from kalbarcrawl.generic import GENERIC, is_free
from kalbarcrawl.generic.title import site_names
from kalbarcrawl.items import Image, Link, RawArticle, RawDate
from kalbarcrawl.kinds import kind_of
from kalbarcrawl.page import Page
from kalbarcrawl.publisher import Publisher
from kalbarcrawl.rights import page_rights
from kalbarcrawl.rules import Rule, Rules


def extract(page: Page, publisher: Publisher, *, link: Link | None = None) -> RawArticle:
    """The strings of the article on a page, each by the first rule that found any, and what its listing knew.

    Never raises for what a page holds: a field nobody found is empty, and `kind` says when it is no article.
    """
    read = _Reading(page, publisher.rules)
    lines = read.all_of("body")
    return RawArticle(
        url=page.url,
        fetched_at=page.fetched_at,
        canonical_url=page.canonical_url,
        kind=kind_of(page, lines, generic=not read.own_won("body")),
        title=read.first_of("title") or (link.title if link else None),
        description=read.first_of("description"),
        published=(*read.dates_of("published"), *_listed(link.published if link else None)),
        modified=(*read.dates_of("modified"), *_listed(link.modified if link else None)),
        authors=tuple(read.all_of("authors")),
        editors=tuple(read.all_of("editors")),
        section=read.first_of("section"),
        tags=tuple(read.all_of("tags")),
        lines=tuple(lines),
        images=tuple(read.images()),
        outlets=() if publisher.datelines else tuple(sorted(site_names(page))),
        language=page.lang,
        paywalled=None if (free := is_free(page, sum(map(_words, lines)))) is None else not free,
        source=link.source if link else None,
        rights=MappingProxyType(page_rights(page)),
        won=MappingProxyType(read.won),
    )


class _Reading:
    """One page being read: runs the rules of a field in order and notes which one won."""

    def __init__(self, page: Page, own: Rules) -> None:
        self.page = page
        self.own = own
        self.won: dict[str, str] = {}
        self.winners: dict[str, Rule] = {}

    def rules_of(self, field: str) -> Sequence[Rule]:
        return (*getattr(self.own, field), *getattr(GENERIC, field))

    def all_of(self, field: str) -> list[str]:
        for rule in self.rules_of(field):
            found = rule(self.page)
            if found:
                self.won[field], self.winners[field] = str(rule), rule
                return found
        return []

    def own_won(self, field: str) -> bool:
        """Whether one of the publisher's own rules found the field."""
        return any(rule is self.winners.get(field) for rule in getattr(self.own, field))

    def first_of(self, field: str) -> str | None:
        return next(iter(self.all_of(field)), None)

    def dates_of(self, field: str) -> list[RawDate]:
        """The first date string of each rule: choosing among them is for the reader of dates.

        A site's own rules, where they find any, are heard alone: the generic ones know its traps less well.
        """
        for rules in (getattr(self.own, field), getattr(GENERIC, field)):
            found = [(rule.origin, text, str(rule)) for rule in rules for text in rule(self.page)[:1]]
            if found:
                self.won[field] = ", ".join(name for _, _, name in found)
                return [(origin, text) for origin, text, _ in found]
        return []

    def images(self) -> list[Image]:
        for rule in (*self.own.images, *GENERIC.images):
            found = rule(self.page)
            if found:
                self.won["images"] = str(rule)
                return found
        return []


def _words(line: str) -> int:
    return line.count(" ") + 1


def _listed(raw: str | None) -> list[RawDate]:
    return [("listing", raw)] if raw else []
