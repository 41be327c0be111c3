"""A publisher's facts put to the test on its live site: do its sources list, do its rules read."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal
from urllib.parse import urljoin

from kalbarcrawl.addresses import clean_address
from kalbarcrawl.explain import Explanation, explain
from kalbarcrawl.items import Article
from kalbarcrawl.owners import Fetch
from kalbarcrawl.owners.draft import source_code
from kalbarcrawl.owners.instead import rule_instead, section_instead
from kalbarcrawl.owners.listings import Listing, articles_of, listing_of
from kalbarcrawl.page import Page
from kalbarcrawl.publisher import Publisher
from kalbarcrawl.sources import Section, discover, robots_sitemaps
from kalbarcrawl.sources.sitemap import Sitemap
from kalbarcrawl.store.visit import explained

Verdict = Literal["ok", "note", "fails"]
NEEDED = ("title", "published", "body")
"""Fields without which a record is of no use."""
FIELDS = (*NEEDED, "authors", "section", "tags", "images", "description")
DECLARED = ("json_ld", "meta")
"""How the names of rules begin that read what a page declares for machines: as good as any of the site's own."""
BRIEF = 60
"""A rule's name is cut there: some hold ten selectors."""
SPARE = 2
"""Pages beyond the number asked for that are looked at where one is no article."""


@dataclass(frozen=True)
class Row:
    """One thing put to the test."""

    what: str
    verdict: Verdict
    said: str
    """What was found."""
    instead: str = ""
    """What looks right where this does not."""


@dataclass(frozen=True)
class Checked:
    """A publisher put to the test."""

    publisher: str
    rows: tuple[Row, ...]
    reached: bool = True
    """Whether its site answered at all."""

    @property
    def ok(self) -> bool:
        """Whether nothing failed."""
        return not any(row.verdict == "fails" for row in self.rows)


async def check(publisher: Publisher, fetch: Fetch, *, articles: int = 3) -> Checked:
    """What the sources list now, and what the rules read off so many of the latest articles."""
    listings = [await listing_of(source, publisher.home, fetch, publisher.owns) for source in publisher.sources]
    rows = [await _source_row(found, publisher, fetch) for found in listings]
    pages, missed = await _pages(listings, fetch, publisher, articles)
    rows += [Row("article", "fails", reason) for reason in missed]
    if pages:
        rows += field_rows(publisher, pages)
    elif not missed:
        rows.append(Row("articles", "fails", "no source gave one to read"))
    reached = bool(pages) or any(found.reached for found in listings)
    return Checked(publisher.name, tuple(rows), reached)


def field_rows(publisher: Publisher, pages: Sequence[Page]) -> list[Row]:
    """How each field fared on some articles' pages."""
    read = [explain(page, publisher) for page in pages]
    rows = [_field_row(field, publisher, pages, read) for field in FIELDS]
    outcomes = [f"{one.url}: {one.outcome.outcome}" for one in read if not isinstance(one.outcome, Article)]
    return [*(Row("article", "fails", outcome) for outcome in outcomes), *rows]


def _field_row(field: str, publisher: Publisher, pages: Sequence[Page], read: Sequence[Explanation]) -> Row:
    values = [_value(one, field) for one in read]
    filled = sum(map(bool, values))
    won = list(dict.fromkeys(one.raw.won[field] for one in read if field in one.raw.won))
    own = [str(rule) for rule in getattr(publisher.rules, field)]
    own_won = any(name in winner for name in own for winner in won)
    example = next(filter(None, values), "")
    said = f"{filled} of {len(read)}" + (f" by {'; '.join(map(_brief, won))}: {example}" if filled else "")
    declared = all(winner.startswith(DECLARED) for winner in won)
    verdict: Verdict = "ok"
    if field in NEEDED and filled < len(read):
        verdict = "fails"
    elif filled and own and not own_won and (field == "body" or not declared):
        # The generic rules stand in, and may stop doing so any day. What they make of a body nobody has looked at.
        verdict, said = (
            "fails" if field == "body" else "note",
            f"{said} (none of its own rules: {'; '.join(map(_brief, own))})",
        )
    elif not filled:
        verdict = "note"
    return Row(field, verdict, said, rule_instead(field, pages) if verdict != "ok" else "")


def _brief(rule: str) -> str:
    return rule if len(rule) <= BRIEF else f"{rule[:BRIEF]}…"


def _value(one: Explanation, field: str) -> str:
    """What a record holds of a field, in a few words; "" where it holds nothing."""
    if not isinstance(one.outcome, Article):
        return ""
    article = one.outcome
    if field == "published":
        return article.published_at or ""
    if field == "body":
        return f"{article.body.count(' ') + 1} words, {len(one.dropped)} lines dropped"
    if field == "images":
        return article.images[0].url if article.images else ""
    value = getattr(article, field)
    return ", ".join(value) if isinstance(value, list) else value or ""


async def _source_row(found: Listing, publisher: Publisher, fetch: Fetch) -> Row:
    what = source_code(found.source, publisher.home)
    if found.ok:
        newest = next((link.published for link in found.links if link.published), None)
        dated = f", the first of {newest}" if newest else ""
        whole = f", {found.whole} of them whole" if found.whole else ""
        return Row(what, "ok", f"{len(found.links)} articles{whole}{dated}")
    instead = await _source_instead(found, publisher, fetch) if found.reached else ""
    return Row(what, "fails", found.problem, instead)


async def _source_instead(found: Listing, publisher: Publisher, fetch: Fetch) -> str:
    """A source of the same reach that the site declares and that lists articles; of a section a better query."""
    if isinstance(found.source, Section):
        page = await fetch(found.url)
        query = section_instead(page, publisher.owns) if isinstance(page, Page) else ""
        if query:
            return f"links={query}"
    known = {urljoin(publisher.home, source.url) for source in publisher.sources}
    home, robots = await fetch(publisher.home), await fetch(urljoin(publisher.home, "/robots.txt"))
    declared = [*discover(home)] if isinstance(home, Page) else []
    declared += [Sitemap(address) for address in robots_sitemaps(robots.text)] if isinstance(robots, Page) else []
    for source in declared:
        if source.reach == found.source.reach and urljoin(publisher.home, source.url) not in known:
            other = await listing_of(source, publisher.home, fetch, publisher.owns)
            if other.ok:
                return f"{source_code(source, publisher.home)} lists {len(other.links)}"
    query = section_instead(home, publisher.owns) if isinstance(home, Page) and found.source.reach == "latest" else ""
    return f"a Section with links={query}" if query else "nothing the front page or robots.txt declares lists articles"


async def _pages(
    listings: Sequence[Listing], fetch: Fetch, publisher: Publisher, wanted: int
) -> tuple[list[Page], list[str]]:
    """The pages of the latest articles, and why some could not be had."""
    latest = [found for found in listings if found.ok and found.source.reach == "latest"]
    addresses = articles_of(latest or [found for found in listings if found.ok])
    pages: list[Page] = []
    missed: list[str] = []
    for url in addresses[: wanted + SPARE]:
        if len(pages) == wanted:
            break
        page = await fetch(clean_address(url))
        if not isinstance(page, Page):
            missed.append(explained(page))
        elif not explain(page, publisher).raw.kind.startswith(("gallery", "video", "section", "front")):
            pages.append(page)
    return pages, missed
