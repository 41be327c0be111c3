"""Rules proposed for a site of its own: where its pages show what the generic rules found."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from lxml.html import HtmlElement

from kalbarcrawl.extract import extract
from kalbarcrawl.generic import undescribed
from kalbarcrawl.items import RawArticle
from kalbarcrawl.owners.nearest import common_query, holder_of, showing
from kalbarcrawl.page import Page
from kalbarcrawl.refine import cleaned_text
from kalbarcrawl.rules import Blocks, Css

HEURISTIC = {"title": "headline", "published": "date near headline", "authors": "byline"}
"""By field: how the names of generic rules begin that read what is shown, not what is declared."""


def proposed_rules(pages: Sequence[Page]) -> tuple[tuple[str, Css | Blocks], ...]:
    """The rules that find on every one of some articles' pages what the generic ones found there.

    Declared fields (schema.org, meta elements) need none; a rule that would change a text is not proposed.
    """
    if not pages:
        return ()
    raws = [extract(page, undescribed(page.url)) for page in pages]
    found = (_shown_rule(field, pages, raws) for field in HEURISTIC)
    rules: list[tuple[str, Css | Blocks]] = [rule for rule in found if rule]
    body = body_rule(pages, raws)
    return (*rules, ("body", body)) if body else tuple(rules)


def body_rule(pages: Sequence[Page], raws: Sequence[RawArticle]) -> Blocks | None:
    """The rule for the element that holds the body on every page, where it gives the same text after cleaning."""
    query = common_query([holder_of(page, raw.lines) for page, raw in zip(pages, raws, strict=True)])
    if query is None:
        return None
    rule = Blocks(query)
    same = all(_text(rule(page), page) == _text(raw.lines, page) for page, raw in zip(pages, raws, strict=True))
    return rule if same else None


def strings_of(raw: RawArticle, field: str) -> list[str]:
    """The strings of a field that a page may show, as the raw article holds them."""
    value: Any = getattr(raw, field, None)
    if field in ("published", "modified"):
        return [text for _, text in value]
    if isinstance(value, str):
        return [value]
    return list(value or ())


def _shown_rule(field: str, pages: Sequence[Page], raws: Sequence[RawArticle]) -> tuple[str, Css] | None:
    if not all(raw.won.get(field, "").startswith(HEURISTIC[field]) for raw in raws):
        return None
    wanted = [strings_of(raw, field)[0] for raw in raws]
    query = common_query([_first(page, text) for page, text in zip(pages, wanted, strict=True)])
    if query is None:
        return None
    rule = Css(query)
    return (field, rule) if all(rule(page)[:1] == [text] for page, text in zip(pages, wanted, strict=True)) else None


def _first(page: Page, text: str) -> HtmlElement | None:
    """The element that shows a text: a heading where one does."""
    shown = list(showing(page, text))
    return next((element for element in shown if element.tag in ("h1", "h2")), shown[0] if shown else None)


def _text(lines: Sequence[str], page: Page) -> tuple[str, ...]:
    publisher = undescribed(page.url)
    raw = extract(page, publisher)
    return cleaned_text(RawArticle(raw.url, raw.fetched_at, title=raw.title, lines=tuple(lines)), publisher).lines
