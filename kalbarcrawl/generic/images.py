"""The picture of a page: the one it offers for previews, with the caption printed under it."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import islice
from pathlib import PurePosixPath
from urllib.parse import urlsplit

from kalbarcrawl.dom import Node, elements, upwards
from kalbarcrawl.items import Image
from kalbarcrawl.markup import CAPTIONS
from kalbarcrawl.page import Page
from kalbarcrawl.rules import texts

SOURCES = ("data-src", "data-lazy-src", "src")
CAPTIONED = "wp-caption"
"""WordPress's figure of before HTML had one."""
MANY = 100
"""So many showings of one picture are looked at."""


@dataclass(frozen=True)
class SharedImage:
    """The picture the page offers for previews, with the caption of the figure that shows it."""

    def __call__(self, page: Page) -> list[Image]:
        offered = next(iter([*page.meta.get("og:image", []), *page.meta.get("twitter:image", [])]), None)
        absolute = page.join(offered) if offered else None
        return [Image(absolute, _caption(page, absolute))] if absolute else []

    def __str__(self) -> str:
        return "shared image"


def _caption(page: Page, address: str) -> str | None:
    """The caption of the first figure that shows a picture with the same file name; of figures in it, the outmost."""
    name = _file(address)
    pictures = page.dom.css("img") if name else ()
    same = (picture for picture in pictures if name in {_file(picture.attributes.get(key) or "") for key in SOURCES})
    for picture in islice(same, MANY):
        figures = [above for above in upwards(picture) if _is_figure(above)]
        if figures:
            return next(iter(texts(elements(CAPTIONS, figures[-1]))), None)
    return None


def _is_figure(node: Node) -> bool:
    return node.tag == "figure" or CAPTIONED in (node.attributes.get("class") or "").split()


def _file(address: str) -> str:
    return PurePosixPath(urlsplit(address).path).name
