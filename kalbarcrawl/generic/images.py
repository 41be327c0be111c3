"""The picture of a page: the one it offers for previews, with the caption printed under it."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import PurePosixPath
from urllib.parse import urlsplit

from kalbarcrawl.items import Image
from kalbarcrawl.page import Page
from kalbarcrawl.rules import texts


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
    """The caption of the figure whose picture has the same file name."""
    name = _file(address)
    for figure in page.dom.css("figure") if name else ():
        for picture in figure.css("img"):
            attributes = picture.attributes
            if name in {_file(attributes.get(key) or "") for key in ("data-src", "data-lazy-src", "src")}:
                return next(iter(texts(figure.css("figcaption"))), None)
    return None


def _file(address: str) -> str:
    return PurePosixPath(urlsplit(address).path).name
