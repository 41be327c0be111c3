"""Markup: what a site's markup says is no part of the story it stands in, on whatever system."""

from __future__ import annotations

from kalbarcrawl.dom import Node, elements, outermost, text_of

CAPTIONS = "figcaption, .wp-caption-text, .photo-caption, .image-caption, .img-caption, .foto-caption, .tr-caption"
"""Where a picture's words stand."""
FURNITURE = (
    # for screen readers alone, or for nobody; inside a sentence an initial may be hidden that stands there twice
    ".screen-reader-text, .sr-only, .visually-hidden, [class=hidden], dialog, "
    "p[aria-hidden=true], div[aria-hidden=true], section[aria-hidden=true], ul[aria-hidden=true], "
    # advertisements
    ".ads, .ad, .iklan, .advertisement, .ad-slot, .ads-slot, .ad-container, .ads-container, .ad-wrapper, .ads-wrapper, "
    ".banner-ads, .ads-banner, .banner-iklan, .adsbygoogle, [id^=div-gpt-ad], [id^=google_ads], [id^=taboola-], "
    ".taboola, .OUTBRAIN, "
    # other stories
    ".related, .related-posts, .related-post, .relatedposts, .related-articles, .berita-terkait, .artikel-terkait, "
    ".terkait, .baca-juga, .bacajuga, .read-also, .also-read, .inline-related, .inline_related, .irp_wrapper, "
    ".jp-relatedposts, .yarpp, .widget, "
    # sharing, subscribing, commenting, who wrote it
    ".share, .share-bar, .share-buttons, .social-share, .sharedaddy, .addtoany_content, .a2a_kit, .addthis_toolbox, "
    ".newsletter, .newsletter-box, .newsletter-form, .subscribe-box, "
    "#comments, #respond, #disqus_thread, .comments-area, .author-box, .author-bio, "
    "div > footer, article > footer, section > footer, main > footer"
)
MOST = 0.5
"""What holds more of the text is the story, whatever its name: one element, or all together."""
LEVELS = 4
"""Furniture stands in furniture; what stands in more of its kind is out with it, or is none."""


def furniture_in(element: Node) -> list[Node]:
    """What stands in an element and is no part of its story by the name the markup gives it."""
    found = elements(f"{FURNITURE}, {CAPTIONS}", element)
    if not found:
        return []
    most = MOST * len(text_of(element))
    sizes = [(one, len(text_of(one))) for one in outermost(found, levels=LEVELS)]
    small = [(one, size) for one, size in sizes if size <= most]
    return [one for one, _ in small] if sum(size for _, size in small) <= most else []
