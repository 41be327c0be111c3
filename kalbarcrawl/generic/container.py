"""The container: the element that holds a page's story."""

from __future__ import annotations

from lxml.html import HtmlElement

from kalbarcrawl.generic.layout import Layout
from kalbarcrawl.generic.prose import LEAVES, letters, worth
from kalbarcrawl.rules import css

NEARLY_ALL = 0.8
OPENING = 4
"""One of the first so many paragraphs behind the headline is the story's."""
Worths = dict[HtmlElement, float]


def container_of(layout: Layout) -> HtmlElement:
    """The element whose blocks are worth most: sentences count for it, links and scraps against it."""
    worths = layout.summed(layout.kept, [worth(layout.blocks[place]) for place in layout.kept])
    if layout.headline is not None:
        opening = _opening(layout)
        worths = {element: found if element in opening else 0.2 * found for element, found in worths.items()}
    holders = [element for element in worths if element.tag not in LEAVES]
    if not holders:
        return layout.root
    best = max(holders, key=lambda element: (worths[element], len(layout.chain(element))))
    if worths[best] <= 0:
        return best
    best = _first_article(_narrowed(best, layout, worths), layout, worths)
    marked = [e for e in css("[itemprop~=articleBody]")(best) if worths.get(e, 0) > 0.5 * worths[best]]
    return marked[0] if marked else best


def _opening(layout: Layout) -> set[HtmlElement]:
    """What the first paragraphs behind the headline stand in."""
    first = [place for place in layout.kept if layout.prose[place]][:OPENING]
    return {element for place in first for element in layout.chain(layout.blocks[place].element)}


def _narrowed(container: HtmlElement, layout: Layout, worths: Worths) -> HtmlElement:
    """The innermost element that still holds nearly all of a container's worth and of its text."""
    unlinked = [letters(layout.blocks[place]) - layout.blocks[place].linked for place in layout.kept]
    text = layout.summed(layout.kept, unlinked)
    enough, all_but_scraps = NEARLY_ALL * worths[container], NEARLY_ALL * text[container]
    while True:
        inner = next((c for c in container if worths.get(c, 0) >= enough and c.tag not in LEAVES), None)
        if inner is None or text[inner] < all_but_scraps:
            return container
        container = inner


def _first_article(container: HtmlElement, layout: Layout, worths: Worths) -> HtmlElement:
    """Of several stories stacked in a container the first: an endless page goes on with others."""
    articles = [
        element
        for element in container.iter("article")
        if element is not container
        and worths.get(element, 0) > 0.2 * worths[container]
        and not any(above.tag == "article" for above in layout.chain(element)[1:] if above is not container)
    ]
    return articles[0] if len(articles) > 1 else container
