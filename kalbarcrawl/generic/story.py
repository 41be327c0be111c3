"""The story on a page: its container's blocks without teasers, notices and the next article."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from itertools import islice, takewhile, zip_longest
from urllib.parse import urlsplit

from lxml.html import HtmlElement

from kalbarcrawl.blocks import Block
from kalbarcrawl.furniture import HEADINGS, is_summary, names_of
from kalbarcrawl.generic.container import container_of
from kalbarcrawl.generic.layout import Layout
from kalbarcrawl.generic.notices import is_notice
from kalbarcrawl.generic.prose import folded, is_pointer, is_sentence, letters, told_once
from kalbarcrawl.generic.title import headline
from kalbarcrawl.page import Page

ANOTHER = 80
"""Words of prose under a headline of its own that make another story, not a teaser."""
TEASER = 40
"""Words of prose that a list of links may hold, as the teasers under its titles."""
WHOLE = frozenset({"p", "li", "td", "tr"})
"""Elements that are judged as blocks, not as parts of a page."""
MANY = 100
"""So many links of a heading are looked at."""


@dataclass(frozen=True)
class Story:
    """The story's lines, and what tells how sure they are."""

    lines: tuple[str, ...]
    words: int
    """Words of prose in it."""
    elsewhere: int
    """Words of prose on the page outside it and outside furniture."""
    anchored: bool
    """Whether a headline was found above it."""
    is_list: bool
    """Whether most of it is told under headlines that lead to other pages."""
    first: HtmlElement | None
    """The element of its first paragraph."""


@lru_cache(maxsize=4)
def story_of(page: Page) -> Story:
    """The story on a page; no lines where the page has no prose."""
    layout = Layout(page, headline(page))
    container = container_of(layout)
    inside = [place for place in layout.kept if container in layout.chain(layout.blocks[place].element)]
    inside = _before_next_story(inside, layout)
    inside = _trimmed(_without_links(inside, layout, container), layout)
    lines = told_once([layout.blocks[place].text for place in inside])
    words = int(sum(layout.prose[place] for place in inside))
    return Story(
        lines=(*_standfirst(inside, lines, layout), *lines),
        words=words,
        elsewhere=int(sum(layout.prose[place] for place in layout.kept)) - words,
        anchored=layout.headline is not None,
        is_list=_teased(inside, layout, container) > 0.5 * words,
        first=layout.blocks[inside[0]].element if inside else None,
    )


def _before_next_story(inside: list[int], layout: Layout) -> list[int]:
    """What precedes another story's headline: endless pages go on with the next article."""
    total = sum(layout.prose[place] for place in inside)
    told = 0.0
    story: set[HtmlElement] = set()
    for number, place in enumerate(inside):
        chain = layout.chain(layout.blocks[place].element)
        if chain[0].tag in HEADINGS and told > min(ANOTHER, 0.3 * total):
            own = [element for element in chain[1:] if element not in story]
            if own and layout.sums[own[-1]] > ANOTHER and _is_headline(chain[0], layout):
                return inside[:number]
        if layout.prose[place]:
            told += layout.prose[place]
            story.update(chain)
    return inside


def _is_headline(heading: HtmlElement, layout: Layout) -> bool:
    """Whether a heading looks like the page's own headline, or leads to another page of this site."""
    own = layout.headline
    if own is not None and heading.tag == own.tag and heading.get("class") == own.get("class"):
        return True
    return _is_linked(heading, layout.page)


def _is_linked(heading: HtmlElement, page: Page) -> bool:
    """Whether a heading, or the link it stands in, leads to another page of this site."""
    links = (*islice(heading.iter("a"), MANY), *islice(heading.iterancestors(), 1))
    return any(_leads_elsewhere(link.get("href") or "", page) for link in links if link.tag == "a")


def _leads_elsewhere(address: str, page: Page) -> bool:
    there, here = urlsplit(page.join(address) or ""), urlsplit(page.url)
    return there.hostname == here.hostname and there.path.strip("/") not in ("", here.path.strip("/"))


def _teased(inside: list[int], layout: Layout, container: HtmlElement) -> float:
    """The words of prose that stand beside a headline which leads to another page."""
    teasers: set[HtmlElement] = set()
    for element in container.iter(*HEADINGS):
        if element is not container and _is_linked(element, layout.page):
            teasers.update(takewhile(lambda above: above is not container, islice(element.iterancestors(), 2)))
    return sum(
        layout.prose[place] for place in inside if not teasers.isdisjoint(layout.chain(layout.blocks[place].element))
    )


def _without_links(inside: list[int], layout: Layout, container: HtmlElement) -> list[int]:
    """The blocks outside lists of links and teasers (parts in which most letters are linked) and notices."""
    blocks = [layout.blocks[place] for place in inside]
    linked = layout.summed(inside, [block.linked for block in blocks])
    written = layout.summed(inside, [letters(block) for block in blocks])
    said = layout.summed(inside, [layout.prose[place] for place in inside])
    lists = {e for e in linked if linked[e] > 0.5 * written[e] and said[e] < TEASER and e.tag not in WHOLE}
    kept = []
    for place, block in zip(inside, blocks, strict=True):
        chain = layout.chain(block.element)
        in_list = not lists.isdisjoint(chain[: chain.index(container)])
        if not in_list and not is_pointer(block) and not is_notice(block.text):
            kept.append(place)
    return kept


def _trimmed(inside: list[int], layout: Layout) -> list[int]:
    """The blocks from the first to the last that says something, without headings that head nothing."""
    says = [_says_something(place, layout) for place in inside]
    if True not in says:
        return []
    first, last = says.index(True), len(says) - 1 - says[::-1].index(True)
    home = layout.blocks[inside[last]].element.getparent()
    # Credits and initials stand below the last paragraph; what they say is for the text's own rules.
    while last + 1 < len(inside) and layout.blocks[inside[last + 1]].element.getparent() is home:
        last += 1
    kept = inside[first : last + 1]
    return [
        place
        for place, following in zip_longest(kept, kept[1:])
        if not _heads_nothing(layout.blocks[place], None if following is None else layout.blocks[following])
    ]


def _says_something(place: int, layout: Layout) -> bool:
    """Whether a block is prose, an item of a list, a row of a table, or a short sentence in a paragraph of its own."""
    block = layout.blocks[place]
    tag = block.element.tag
    if layout.prose[place] or tag == "li":
        return True
    told = (tag == "tr" and " | " in block.text) or (tag == "p" and is_sentence(block.text))
    return told and not block.linked


def _heads_nothing(block: Block, following: Block | None) -> bool:
    """Whether a heading is followed by nothing, or by a heading of the same or a higher rank."""
    tag = block.element.tag
    if tag not in HEADINGS:
        return False
    return following is None or (following.element.tag in HEADINGS and following.element.tag <= tag)


def _standfirst(inside: list[int], lines: list[str], layout: Layout) -> list[str]:
    """What stands between headline and story and is named a standfirst, unless the story says it again."""
    if not inside or layout.headline is None:
        return []
    told = folded(" ".join(lines))
    for place in layout.kept:
        block = layout.blocks[place]
        if place >= inside[0]:
            break
        named = any(is_summary(names_of(element)) for element in layout.chain(block.element)[:3])
        if named and block.text.count(" ") > 4 and not block.is_link:
            return [block.text] if folded(block.text) not in told else []
    return []
