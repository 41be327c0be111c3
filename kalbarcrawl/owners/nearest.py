"""From what a page says to where it stands: the element that shows a text, and a CSS query that finds it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import combinations

from lxml.html import HtmlElement

from kalbarcrawl.generic.prose import folded
from kalbarcrawl.page import Page
from kalbarcrawl.rules import css

WORD = re.compile(r"[A-Za-z_][A-Za-z_-]*(?:\d(?!\d)[A-Za-z_-]*)*")
"""A class or id that a person chose: those with numbers of two digits are one article's or a build's."""
HASHED = re.compile(r"(?:css|sc|jsx|svelte|styled)-\w+|\w*__\w+_{2,}\w{5,}|(?=\w*[A-Z])(?=\w*\d)\w{6,}")
LAYOUT = re.compile(
    r"(?:col|row|container|clearfix|active|show|hide|hidden|mt|mb|mx|my|pt|pb|px|py|p|m|w|h|d|text|flex|grid|align|font|"
    r"float|bg|border|rounded|hentry|post|publish|status|type|category|tag|format|wp-block-group|is-layout)(?:-.*|\d*)"
)
"""Classes that say how an element looks, or which post it is, not what it is."""
SCRIPTS = frozenset({"script", "style", "noscript", "template", "title", "head", "meta", "option"})
NEARLY_ALL = 0.9
ABOVE = 4
"""So many elements up a name is looked for, where an element has none of its own."""


def holder_of(page: Page, lines: Sequence[str]) -> HtmlElement | None:
    """The innermost element that holds nearly all of some lines of text; None where none does."""
    wanted = [plain for line in lines if (plain := folded(line))]
    element = page.tree.find("body")
    if element is None or not wanted or _share(element, wanted) < NEARLY_ALL:
        return None
    while True:
        inner = next((child for child in _children(element) if _share(child, wanted) >= NEARLY_ALL), None)
        if inner is None:
            return element
        element = inner


def showing(page: Page, text: str) -> Iterator[HtmlElement]:
    """The innermost elements that show a text and nothing else, in page order."""
    wanted = folded(text)
    for element in page.tree.iter():
        if isinstance(element.tag, str) and element.tag not in SCRIPTS and wanted:
            own = element.text_content()
            is_it = len(own) < 3 * len(text) + 200 and folded(own) == wanted
            if is_it and not any(folded(child.text_content()) == wanted for child in _children(element)):
                yield element


def queries_of(element: HtmlElement) -> Iterator[str]:
    """CSS queries that find an element alone on its page, the shortest and likeliest to last first."""
    root = element.getroottree().getroot()
    for query in _candidates(element):
        if css(query)(root) == [element]:
            yield query


def query_of(element: HtmlElement) -> str | None:
    """The likeliest of `queries_of`; None where no name singles the element out."""
    return next(queries_of(element), None)


def common_query(elements: Sequence[HtmlElement | None]) -> str | None:
    """A CSS query that finds each of some pages' elements alone on its page; None where there is none."""
    known = [element for element in elements if element is not None]
    if not known or len(known) < len(elements):
        return None
    others = [(element.getroottree().getroot(), element) for element in known[1:]]
    return next(
        (query for query in queries_of(known[0]) if all(css(query)(root) == [other] for root, other in others)), None
    )


def _candidates(element: HtmlElement) -> Iterator[str]:
    own = list(_names(element))
    yield from own
    for one, other in combinations([name for name in own if name.startswith(".")], 2):
        yield one + other
    tag = str(element.tag)
    yield from (f"{tag}{name}" for name in own)
    if tag in ("h1", "main", "article"):
        yield tag
    above: HtmlElement | None = element
    for _ in range(ABOVE):
        above = above.getparent() if above is not None else None
        if above is None:
            return
        for name in _names(above):
            yield from (f"{name} {inner}" for inner in own)
            yield f"{name} {tag}"
            if above is element.getparent():
                yield f"{name} > {tag}:first-of-type"


def _names(element: HtmlElement) -> Iterator[str]:
    """An element's own names as CSS: itemprop, id, and those classes that say what it is."""
    for attribute in ("itemprop", "data-qa-id"):
        value = element.get(attribute)
        if value and WORD.fullmatch(value):
            yield f"[{attribute}={value}]"
    identity = element.get("id")
    if identity and _speaks(identity):
        yield f"#{identity}"
    yield from (f".{name}" for name in (element.get("class") or "").split() if _speaks(name))


def _speaks(name: str) -> bool:
    return bool(WORD.fullmatch(name)) and not LAYOUT.fullmatch(name) and not HASHED.fullmatch(name)


def _children(element: HtmlElement) -> Iterator[HtmlElement]:
    return (child for child in element if isinstance(child.tag, str) and child.tag not in SCRIPTS)


def _share(element: HtmlElement, wanted: Sequence[str]) -> float:
    held = folded(element.text_content())
    return sum(len(line) for line in wanted if line in held) / sum(map(len, wanted))
