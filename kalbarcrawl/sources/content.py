"""An article's HTML as an API gives it, without a page around it."""

from __future__ import annotations

import html as entities
import re
from collections.abc import Mapping
from typing import Any

from lxml import html
from lxml.etree import LxmlError
from lxml.html import HtmlElement

from kalbarcrawl.blocks import blocks_of
from kalbarcrawl.items import Image
from kalbarcrawl.page import absolute_url

SOURCES = ("data-src", "data-lazy-src", "data-orig-file", "src")
EMOJI = re.compile(r"emoji|wp-smiley")
CAPTION = './/figcaption | .//*[contains(@class, "wp-caption-text") or contains(@class, "tr-caption")][not(.//img)]'
AROUND = 'ancestor::*[self::figure or contains(@class, "wp-caption") or contains(@class, "tr-caption-container")][1]'
"""What WordPress and Blogger put around a picture with a caption."""


def parsed(markup: object) -> HtmlElement:
    """A fragment of HTML below one div; whatever is no HTML is an empty one."""
    if not isinstance(markup, str):
        return html.Element("div")
    try:
        return html.fragment_fromstring(markup.replace("\x00", ""), create_parent="div")
    except (LxmlError, ValueError):
        return html.Element("div")


def lines_of(content: HtmlElement) -> tuple[str, ...]:
    """The text blocks; pictures' captions are the images'."""
    captions = [
        found for image in content.iter("img") for around in image.xpath(AROUND) for found in around.xpath(CAPTION)
    ]
    return tuple(blocks_of(content, without=captions))


def images_of(content: HtmlElement, base: str) -> tuple[Image, ...]:
    """The pictures with their captions, each address once; emoji are none."""
    images: dict[str, Image] = {}
    for picture in content.iter("img"):
        url = next((found for name in SOURCES if (found := address(base, picture.get(name)))), None)
        if not url or EMOJI.search(picture.get("class") or ""):
            continue
        captions = [found for around in picture.xpath(AROUND) for found in around.xpath(CAPTION)]
        caption = folded(captions[0].text_content()) if captions else None
        images.setdefault(url, Image(url, caption))
    return tuple(images.values())


def plain(markup: object) -> str | None:
    """The text of a piece of HTML such as a title with entities, white space folded; None where it has none."""
    if not isinstance(markup, str):
        return None
    return folded(parsed(markup).text_content() if "<" in markup else entities.unescape(markup))


def folded(text: object) -> str | None:
    """White space folded; None for no text."""
    return " ".join(text.split()) or None if isinstance(text, str) else None


def address(base: str, found: object) -> str | None:
    """What was found as an absolute web address; None where it is empty, no text or no such address."""
    text = folded(found)
    return absolute_url(base, text) if text else None


def listed(value: Any) -> list[Any]:
    """A list of parsed JSON; an empty one for anything else."""
    return value if isinstance(value, list) else []


def at(value: Any, *path: str | int) -> Any:
    """What lies at the path in parsed JSON; None where it does not go that far."""
    for step in path:
        if isinstance(value, Mapping) and isinstance(step, str):
            value = value.get(step)
        elif isinstance(value, list) and isinstance(step, int) and step < len(value):
            value = value[step]
        else:
            return None
    return value
