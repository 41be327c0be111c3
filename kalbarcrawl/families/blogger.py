"""blogger: newsrooms on Blogger (Blogspot), whose feed holds every whole post."""

from __future__ import annotations

from typing import Any

from kalbarcrawl.publisher import Publisher
from kalbarcrawl.rules import Blocks, Css, JsonLd, Meta, Pictures, Rules
from kalbarcrawl.sources import BloggerPosts, Feed

FURNITURE = (
    ".tr-caption-container, .post-footer, .post-labels, .post-share-buttons, .blog-pager, .adsbygoogle, "
    "#related-posts, .related-posts, .relatedpost, .baca-juga, .bacajuga, .breadcrumbs, .comments"
)
"""What stands inside the text and is none of it: captioned pictures, links to other posts, shares."""

RULES = Rules(
    title=[Css("h1.post-title, h1.entry-title"), Css("h3.post-title, h2.post-title")],
    published=[
        JsonLd("datePublished"),
        Meta("article:published_time"),
        Css("abbr.published::attr(title), time.published::attr(datetime)", origin="meta"),
        Css("[itemprop=datePublished]::attr(content), [itemprop=datePublished]::attr(title)", origin="meta"),
        Css(".post-timestamp, .post-meta .published, .date-header"),
    ],
    authors=[
        Css(".post-author [itemprop=name], .post-author .fn, .post-author .g-profile"),
        Css(".post-author, .author-name"),
    ],
    section=[Css(".breadcrumbs a[rel=tag], .breadcrumbs :first-child + span a")],
    tags=[Css(".post-labels a[rel=tag], .label-head a[rel=tag], .labels a[rel=tag]"), Css("a[rel=tag]")],
    body=[Blocks(".post-body", without=FURNITURE)],
    images=[Pictures(".tr-caption-container", caption=".tr-caption"), Pictures(".post-body .separator, .post-body")],
)


def blogger(**facts: Any) -> Publisher:
    """A newsroom on Blogger. Its title serves as the name that opens its stories, unless `datelines` says otherwise."""
    sources = (Feed("/feeds/posts/default?alt=rss"), BloggerPosts())
    defaults = {"family": "blogger", "sources": sources, "rules": RULES, "datelines": (facts.get("title", ""),)}
    return Publisher(**{**defaults, **facts})
