"""The tags a story is printed with: the links to pages of tags that stand together in an element named after them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import islice, takewhile

from kalbarcrawl.dom import Node, elements, upwards
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
        apart: dict[int, bool] = {}
        for link in elements(LINKS, page.dom):
            holder = _holder(link, apart)
            if holder is not None:
                together.setdefault(holder, []).append(link)
        for links in together.values():
            tags = [tag for text in texts(links) if (tag := text.strip(SIGNS)) and not LABEL.fullmatch(tag)]
            if tags and len(tags) <= MOST and all(len(tag) <= LONGEST for tag in tags):
                return tags
        return []

    def __str__(self) -> str:
        return "tag links"


def _holder(link: Node, apart: dict[int, bool]) -> int | None:
    """The outermost near element that is named after tags; None where there is none, or others' tags are in it.

    `apart` is what is known of elements already looked at: most links of a page stand in the same ones.
    """
    named = [node for node in islice(upwards(link), LEVELS + 1) if NAMED.search(_names(node))]
    if not named or _is_apart(link, apart):
        return None
    return (named[-1].parent or named[-1]).mem_id


def _is_apart(node: Node, known: dict[int, bool]) -> bool:
    """Whether an element stands in navigation or in a list of others' tags."""
    unknown = list(takewhile(lambda one: one.mem_id not in known, upwards(node)))
    above = unknown[-1].parent if unknown else node
    found = above is not None and known[above.mem_id]
    for one in reversed(unknown):
        found = found or one.tag in FRAMES or (one.tag != "body" and OTHERS.search(_names(one)) is not None)
        known[one.mem_id] = found
    return found


def _names(node: Node) -> str:
    attributes = node.attributes
    return f"{attributes.get('class') or ''} {attributes.get('id') or ''}"
