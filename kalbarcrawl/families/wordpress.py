"""wordpress: newsrooms on WordPress, whatever the theme.

Core gives every theme the same words (`entry-title`, `entry-content`, `entry-date published`, `cat-links`, `vcard`);
the common Indonesian themes (newkarma and wpberita, Newspaper by tagDiv, JNews) stand behind them.
"""

from __future__ import annotations

from typing import Any

from kalbarcrawl.publisher import Publisher
from kalbarcrawl.rules import Blocks, Css, JsonLd, Meta, Pictures, Rules
from kalbarcrawl.sources import Feed, Sitemap, WordPressPosts

FURNITURE = (
    # plug-ins: shares, related posts, ratings, advertisements, counters
    ".sharedaddy, .jp-relatedposts, .addtoany_share_save_container, .addtoany_content, .heateor_sss_sharing_container, "
    ".ssba, .essb_links, .yarpp, .yarpp-related, .crp_related, .rp4wp-related-posts, .related-posts, .relatedposts, "
    ".post-ratings, .code-block, .ai-viewports, .adsbygoogle, .quads-location, .post-views, .pvc_stats, .lwptoc, "
    "#toc_container, .ez-toc-container, .wp-block-embed, .inline-related-post, .baca-juga, .bacajuga, "
    # core: captions, galleries, the parts of a story, what follows it
    ".wp-caption, .gallery, .page-links, .post-nav-links, .entry-footer, .navigation, .comments-area, "
    # themes
    "[class^=gmr-], [class*=' gmr-'], .tag-cloud, [class^=jnews_], .jeg_ad, .jeg_share_button, .jeg_post_tags, "
    ".td-a-rec, .td_block_related_posts, .td-post-sharing, .tdb_single_post_share, .saboxplugin-wrap, .author-box"
)
"""What stands inside the text and is none of it."""

AMID = ".entry-content figure:has(figcaption), .entry-content .wp-caption"
"""Captioned pictures amid the text."""

RULES = Rules(
    title=[Css("h1.entry-title"), Css("h1.post-title, h1.jeg_post_title, h1.tdb-title-text, h1.wp-block-post-title")],
    published=[
        JsonLd("datePublished"),
        Meta("article:published_time"),
        Css("time.entry-date.published::attr(datetime), time.published::attr(datetime)", origin="meta"),
        Css("time.entry-date::attr(datetime), .wp-block-post-date time::attr(datetime)", origin="meta"),
        Css("time.entry-date, .posted-on time, .entry-meta time, .jeg_meta_date, .posted-on"),
    ],
    modified=[
        JsonLd("dateModified"),
        Meta("article:modified_time"),
        Css("time.updated:not(.published):not(.entry-date)::attr(datetime)", origin="meta"),
    ],
    authors=[
        Css(".gmr-cf-metacontent span", pick=r"(?:Writer|Penulis|Editor)\s*:.*"),
        Css(".author.vcard, .entry-author.vcard"),
        Css(".jeg_meta_author a, .td-post-author-name a, .tdb-author-name, .wp-block-post-author__name"),
    ],
    section=[
        Css(".cat-links a[rel~=category], .cat-links a"),
        Css("a[rel~=category], .jeg_meta_category a, .td-category a, .tdb-entry-category, .taxonomy-category a"),
        JsonLd("articleSection"),
        Meta("article:section"),
    ],
    tags=[
        Css(".tags-links a, .tag-links a, .entry-tags a, .post-tags a, .jeg_post_tags a, .td-tags a, .tdb-tags a"),
        Css("article a[rel=tag], .wp-block-post-terms:not(.taxonomy-category) a[rel=tag]"),
    ],
    body=[
        Blocks(".entry-content-single", without=FURNITURE),
        Blocks(".jeg_main_content .content-inner, .td-post-content, .tdb_single_content", without=FURNITURE),
        Blocks(".entry-content:not(.entry-content-archive)", without=FURNITURE),
        Blocks(".post-content, .wp-block-post-content", without=FURNITURE),
    ],
    images=[
        Pictures("figure.gmr-attachment-img, figure.gmr-thumbnail-single, .gmr-featured-wrap figure", amid=AMID),
        Pictures(".post-thumbnail, .jeg_featured, .td-post-featured-image, .wp-block-post-featured-image", amid=AMID),
        Pictures(".entry-content figure, .entry-content .wp-caption"),
    ],
)


def wordpress(**facts: Any) -> Publisher:
    """A newsroom on WordPress: feed, REST API and sitemap stand where core puts them.

    Where the API is closed, the feed's older pages hold the archive, and the sitemap what they cut off.
    Its title serves as the name that opens its stories, unless `datelines` says otherwise.
    """
    sources = (Feed("/feed/"), WordPressPosts(), Feed("/feed/?paged={page}", "archive"), Sitemap("/wp-sitemap.xml"))
    defaults = {"family": "wordpress", "sources": sources, "rules": RULES, "datelines": (facts.get("title", ""),)}
    return Publisher(**{**defaults, **facts})
