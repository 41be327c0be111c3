"""antara: the news agency's own system, of the national site and of its regional bureaus alike."""

from __future__ import annotations

from typing import Any

from kalbarcrawl.publisher import Publisher
from kalbarcrawl.rules import Blocks, Css, JsonLd, Meta, Pictures, Rules
from kalbarcrawl.sources import Feed, Section

INSIDE = (
    ".baca-juga, .text-muted, .quote_old, .adsbygoogle, .ads_antaranews, .total-views, .article-share, .blog-tags, "
    "p.mt10, p.date, .sharebox, .terkait_bottom"
)
"""What stands inside the text and is none of it: links to other stories, credits, the copyright."""
CREDITS = r"(?:Pewarta|Penulis|Penerjemah|Oleh|Editor|Uploader)\b.*"

RULES = Rules(
    title=[Css(".wrap__article-detail-title"), Css("h1.post-title"), Css("h1[itemprop=headline], h1.title")],
    published=[
        JsonLd("datePublished"),
        Meta("article:published_time"),
        Css("time[itemprop=datePublished]::attr(datetime)", origin="meta"),
        Meta("datePublished"),
        Css(".wrap__article-detail-info .text-secondary, .wrap__article-detail-info .list-inline-item"),
        Css(".article-date, .post-header p > span"),
        Css("h1.title ~ .date", pick=r"[^|]+"),
    ],
    authors=[
        Css(".wrap__article-detail-content p.text-muted, .post-content p.text-muted", pick=CREDITS),
        Css(".byline"),
        Css("[itemprop=author]"),
    ],
    editors=[Css("#content_news [itemprop=editor]"), Css("#content_news p.mt10", pick=CREDITS)],
    section=[
        Css("[class*=breadcrumbs__item] ~ [class*=breadcrumbs__item]"),
        Css("#topnav .menu_bg a.active"),
        Css("#topnav li.active > a"),
        Css("head title", pick=r"ANTARA News (\w+)$"),
    ],
    tags=[Css(".blog-tags a", pick=r"#?\s*(.+)")],
    body=[
        Blocks(".wrap__article-detail-content", without=INSIDE),
        Blocks("#print_content .artikel, #print_content", without=INSIDE),
        Blocks("#content_news", without=INSIDE),
        Blocks(".post-content", without=INSIDE),
    ],
    images=[
        Pictures(".wrap__article-detail-image", caption="figcaption, .wp-caption-text, p"),
        Pictures("#image_news", caption="#caption_news"),
    ],
)


def antara(*, listing: str, **facts: Any) -> Publisher:
    """A site of the agency; `listing` is the address of its numbered or dated list of stories."""
    feed = Feed("/rss/terkini.xml")
    archive = Section(listing, "article header h3 a, .card__post__title a, article h3 a", reach="archive")
    defaults = {"family": "antara", "datelines": ("ANTARA News", "ANTARA"), "sources": (feed, archive), "rules": RULES}
    return Publisher(**{**defaults, **facts})
