"""The tags a story is printed with: the links to pages of tags that stand together in an element named after them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from kalbarcrawl.dom import Node, elements
from kalbarcrawl.items import Origin
from kalbarcrawl.page import Page
from kalbarcrawl.rules import texts

LINKS = "a[href*='/tag'], a[href*='/topi'], a[href*='/label/']"
NAMED = re.compile(r"(?i)(?:^|[\s_-])(?:\w*-)?tags?(?:$|[\s_-]|cloud|list|\d)")
OTHERS = re.compile(r"(?i)trend|popul|hot|nav|menu|header|footer|side|widget|related-(?:post|art|news)|breadcrumb")
FRAMES = frozenset({"nav", "header", "aside", "footer"})
LABEL = re.compile(r"(?i)(?:tags?|topik|topics?|label|kata kunci)\W*")
SIGNS = "# \u00a0"
MOST = 15
"""More tags than this are the site's, not a story's."""
LONGEST = 60
LEVELS = 4
"""So many levels above its links stands the element that is named after them, at most."""


@dataclass(frozen=True)
class TagLinks:
    """The texts of the first links to tags that stand together, outside navigation and lists of what is popular."""

    origin: Origin = "byline"

    def __call__(self, page: Page) -> list[str]:
        together: dict[int, list[Node]] = {}
        names: dict[int, str] = {}
        for link in elements(LINKS, page.dom):
            holder = _holder(link, names)
            if holder is not None:
                together.setdefault(holder, []).append(link)
        for links in together.values():
            tags = [tag for text in texts(links) if (tag := text.strip(SIGNS)) and not LABEL.fullmatch(tag)]
            if tags and len(tags) <= MOST and all(len(tag) <= LONGEST for tag in tags):
                return tags
        return []

    def __str__(self) -> str:
        return "tag links"


def _holder(link: Node, names: dict[int, str]) -> int | None:
    """The outermost near element that is named after tags; None where there is none, or others' tags are in it.

    `names` are those of the elements already looked at: most links of a page stand in the same ones.
    """
    found = None
    for level, node in enumerate(_upwards(link)):
        if node.mem_id not in names:
            attributes = node.attributes
            names[node.mem_id] = f"{attributes.get('class') or ''} {attributes.get('id') or ''}"
        named = names[node.mem_id]
        if node.tag in FRAMES or (node.tag != "body" and OTHERS.search(named)):
            return None
        if level <= LEVELS and NAMED.search(named):
            found = node
        elif level == LEVELS and found is None:
            return None
    return None if found is None else (found.parent or found).mem_id


def _upwards(node: Node) -> Iterator[Node]:
    above: Node | None = node
    while above is not None:
        yield above
        above = above.parent
