"""jawapos: the system of the Jawa Pos network's regional newspapers."""

from __future__ import annotations

from typing import Any

from kalbarcrawl.publisher import Publisher
from kalbarcrawl.rules import Blocks, Css, JsonLd, Meta, Pictures, Rules
from kalbarcrawl.sources import Section

INSIDE = (
    "[class^=read__others], [class*=' read__others'], .read__bacajuga, .baca-juga, .paging, .photo, .ads, .adsense, "
    "[id^=div-gpt-ad], .tag--article, .share"
)
"""What stands inside the text and is none of it: links to other stories, pictures, advertisements."""

RULES = Rules(
    title=[Css("h1.read__title")],
    published=[JsonLd("datePublished"), Meta("article:published_time"), Css(".read__info__date")],
    authors=[Css(".read__info__author a"), Css(".read__info__author")],
    editors=[Css(".read__info__editor, .editor", pick=r"Editor\s*:.*")],
    section=[Css(".breadcrumb__wrap li:last-child a, .breadcrumb__item:last-child")],
    tags=[Css(".tag--article li a, .tag__list a")],
    body=[Blocks("article.read__content", without=INSIDE), Blocks(".read__content", without=INSIDE)],
    images=[Pictures(".photo", caption=".photo__caption, figcaption", picture=".photo__img img, img")],
)


def jawapos(*, listing: str, **facts: Any) -> Publisher:
    """A newspaper of the network; `listing` is the address of its list of stories, numbered by ?page=N."""
    links = "h2.latest__title a, a.latest__link"
    sources = (Section(listing, links), Section(f"{listing}?page={{page}}", links, reach="archive"))
    return Publisher(**{"family": "jawapos", "sources": sources, "rules": RULES, **facts})
