"""The pictures of a page: the one it offers for previews, else those it shows with a caption."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import islice, takewhile
from pathlib import PurePosixPath
from urllib.parse import urlsplit

from kalbarcrawl.captions import caption_of, figure_of, marks_in
from kalbarcrawl.dom import Node, upwards
from kalbarcrawl.furniture import is_of_pictures, names_of, share_of
from kalbarcrawl.items import Image
from kalbarcrawl.page import Page
from kalbarcrawl.rules import PICTURE_SOURCES, address_of

MANY = 100
"""So many showings of pictures are looked at."""
LEVELS = 6
"""How far up a picture's surroundings are asked what they are."""
WHOLE = frozenset({"article", "main", "body"})
"""What is asked no more: it holds the story."""
APART = frozenset({"aside", "form", "nav"})


@dataclass(frozen=True)
class SharedImage:
    """The picture the page offers for previews, with the caption under it where the page shows it."""

    def __call__(self, page: Page) -> list[Image]:
        offered = next(iter([*page.meta.get("og:image", []), *page.meta.get("twitter:image", [])]), None)
        absolute = page.join(offered) if offered else None
        return [Image(absolute, _caption(page, absolute))] if absolute else []

    def __str__(self) -> str:
        return "shared image"


@dataclass(frozen=True)
class CaptionedImages:
    """The pictures the page shows with a caption, outside furniture."""

    def __call__(self, page: Page) -> list[Image]:
        marks = marks_in(page.dom)
        shown = islice((place for place, mark in enumerate(marks) if mark.tag == "img"), MANY)
        images: dict[str, Image] = {}
        for place in shown:
            address = address_of(marks[place], page)
            caption = caption_of(marks, place) if address and not _is_apart(marks[place]) else None
            if address and caption:
                images.setdefault(address, Image(address, caption))
        return list(images.values())

    def __str__(self) -> str:
        return "captioned images"


def _caption(page: Page, address: str) -> str | None:
    """The caption under the first showing, of those with the same file name, that has one."""
    name = _file(address)
    marks = marks_in(page.dom) if name else []
    same = (place for place, mark in enumerate(marks) if mark.tag == "img" and name in _files(mark))
    # Whatever a figure stands in, its words are about its picture; those beside a video's are about the video.
    shown = (place for place in islice(same, MANY) if figure_of(marks[place]) or not _is_apart(marks[place]))
    return next((found for place in shown if (found := caption_of(marks, place))), None)


def _is_apart(picture: Node) -> bool:
    """Whether a picture stands in furniture that is none of pictures."""
    near = takewhile(lambda node: node.tag not in WHOLE, islice(upwards(picture), 1, LEVELS))
    return any(
        node.tag in APART
        or (share_of(node.tag or "", node.attributes) and not is_of_pictures(names_of(node.attributes)))
        for node in near
    )


def _files(picture: Node) -> set[str]:
    return {_file(picture.attributes.get(key) or "") for key in PICTURE_SOURCES}


def _file(address: str) -> str:
    return PurePosixPath(urlsplit(address).path).name
