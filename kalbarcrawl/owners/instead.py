"""What looks right where a rule finds nothing: the nearest element, and the query that finds it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Sequence

from lxml.html import HtmlElement

from kalbarcrawl.extract import extract
from kalbarcrawl.generic import undescribed
from kalbarcrawl.items import RawArticle
from kalbarcrawl.owners.nearest import common_query, holder_of, query_of, showing
from kalbarcrawl.owners.selectors import strings_of
from kalbarcrawl.page import Page
from kalbarcrawl.rules import css, texts

HEADLINES = "h1 a[href], h2 a[href], h3 a[href], h4 a[href], article a[href]"
SUSPECTS = {
    "title": "h1, [class*=judul], [class*=title]",
    "published": "time, [class*=date], [class*=tanggal], [class*=waktu], [class*=tgl]",
    "body": "[itemprop=articleBody], article, [class*=content], [class*=isi], main",
    "authors": "[rel~=author], [class*=author], [class*=penulis], [class*=byline], [class*=reporter], [class*=editor]",
    "section": "[rel~=category], [class*=breadcrumb] a:last-child, [class*=kategori] a, [class*=category] a",
    "tags": "[rel~=tag], [class*=tag] a",
}
"""By field: elements whose names say that they might hold it."""
SHORT = 80


def rule_instead(field: str, pages: Sequence[Page]) -> str:
    """The element that shows what the generic rules found, else one whose name fits; as a rule with what it shows."""
    raws = [extract(page, undescribed(page.url)) for page in pages]
    elements = [_element(field, page, raw) for page, raw in zip(pages, raws, strict=True)]
    query = common_query(elements)
    rule = "Blocks" if field == "body" else "Css"
    if query:
        return f'{rule}("{query}") on every page: {_short(elements[0])}'
    for element in filter(None, elements):
        if (query := query_of(element)) is not None:
            return f'{rule}("{query}") on one page: {_short(element)}'
    suspect = next((found for page in pages for found in _suspects(field, page)), None)
    if suspect is not None:
        return f'perhaps {rule}("{query_of(suspect) or _path(suspect)}"): {_short(suspect)}'
    return "" if any(strings_of(raw, field) for raw in raws) else "nothing on the pages looks like it"


def section_instead(page: Page, owns: Callable[[str], bool]) -> str:
    """The CSS query for the most frequent kind of headline link on a page; "" where it has none."""
    kinds: Counter[str] = Counter()
    for link in css(HEADLINES)(page.tree):
        address = page.join(link.get("href") or "")
        if address and owns(address) and address.rstrip("/") != page.url.rstrip("/"):
            kinds[_path(link)] += 1
    best = kinds.most_common(1)
    return f'"{best[0][0]}" finds {best[0][1]} on {page.url}' if best else ""


def _element(field: str, page: Page, raw: RawArticle) -> HtmlElement | None:
    if field == "body":
        return holder_of(page, raw.lines)
    shown = (element for text in strings_of(raw, field)[:1] for element in showing(page, text))
    return next(shown, None)


def _suspects(field: str, page: Page) -> Iterator[HtmlElement]:
    if field in SUSPECTS:
        yield from (element for element in css(SUSPECTS[field])(page.tree) if texts([element]))


def _path(element: HtmlElement) -> str:
    """An element by its tag and class, below the nearest element with a class where it has none."""
    name = (element.get("class") or "").split()
    tag = str(element.tag)
    own = f"{tag}.{name[0]}" if name else tag
    parent = element.getparent()
    if name or parent is None or parent.tag in ("body", "html"):
        return own
    return f"{_path(parent)} {own}" if parent.get("class") else f"{parent.tag!s} {own}"


def _short(element: HtmlElement | None) -> str:
    text = next(iter(texts([element])), "") if element is not None else ""
    return f"{text[:SHORT]}…" if len(text) > SHORT else text
