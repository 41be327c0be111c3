"""tribun: the system of Tribunnews and of the regional Tribun newspapers on its sub-domains."""

from __future__ import annotations

from typing import Any

from kalbarcrawl.publisher import Publisher
from kalbarcrawl.rules import Address, Blocks, Css, JsonLd, Meta, Pictures, Rules
from kalbarcrawl.sources import Feed, Section

INSIDE = (
    ".baca, .baca-juga, .side-article, .credit, .paging, #penulis, #editor, [id^=div-], .ads, .adsbygoogle, "
    ".reserved_box_ads, .tribun-video-pilihan, .artikel-terkait, .video-pilihan"
)
"""What stands inside the text and is none of it: links to other stories, credits, advertisements."""
LISTED = ".pt10.pb10 ul li h3 a, li.ptb15 h3 a, li.ptb15 .f16 a"

RULES = Rules(
    title=[Css("h1#arttitle")],
    published=[
        JsonLd("datePublished"),
        Meta("article:published_time"),
        Css("#article time:not(.timeago), #arttitle ~ * time:not(.timeago)"),
    ],
    authors=[Css("#penulis"), Css(".credit")],
    editors=[Css("#editor")],
    section=[
        Css("[itemtype*=BreadcrumbList] li:last-of-type [itemprop=name]"),
        Address(r"tribunnews\.com/([a-z-]+)/\d{4}/\d\d/"),
    ],
    tags=[Css(".tagcloud3 a, .tagcloud a, a.tag")],
    body=[
        Blocks(".txt-article", without=INSIDE),
        Blocks("#article_content", without=INSIDE),
    ],
    images=[
        Pictures("#artimg", caption=".arial.f12, figcaption", picture="img.imgfull"),
        Pictures("#artimg", caption="figcaption"),
    ],
)


def tribun(*, listing: str, **facts: Any) -> Publisher:
    """A Tribun newspaper; `listing` is the address of its numbered or dated list of stories."""
    sources = (Feed("/rss"), Section(listing, LISTED, reach="archive"))
    return Publisher(**{"family": "tribun", "sources": sources, "rules": RULES, **facts})
