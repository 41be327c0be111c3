"""detik: the system of detikcom's channels and regional editions."""

from __future__ import annotations

from typing import Any

from kalbarcrawl.publisher import Publisher
from kalbarcrawl.rules import Blocks, Css, JsonLd, Meta, Pictures, Rules
from kalbarcrawl.sources import Section

NAMES = r"^(.+?)(?:\s+-(?:\s.*)?)?$"
INSIDE = (
    ".linksisip, .lihatjg, .parallaxindetail, .para_caption, .staticdetail_container, .sisip_artikel, .detail_tag, "
    ".detail__body-tag, .pic_artikel, .pic_artikel_sisip, .pic_artikel_sisip_table, .embed, .noncontent"
)
"""What stands inside the text and is none of it: links to other stories, pictures, tags, advertisements."""

RULES = Rules(
    title=[Css("h1.detail__title"), Css(".content_detail h1.l_blue2_detik, .detail_area h1, .jdl h1")],
    published=[JsonLd("datePublished"), Meta("publishdate"), Meta("pubdate"), Css(".detail__date, h1 ~ .date")],
    authors=[Css(".detail__author, h1 ~ .author, .jdl .author", pick=NAMES), Meta("author")],
    section=[Css(".page__breadcrumb a:last-child"), Css("ul.breadcrumb li:last-child")],
    tags=[Css(".detail__body-tag a"), Css(".detail_tag a, .list-topik-terkait a")],
    body=[
        Blocks(".detail__body-text", without=INSIDE),
        Blocks("#detikdetailtext, .detail_text, .text_detail", without=INSIDE),
    ],
    images=[Pictures(".detail__media-image"), Pictures(".pic_artikel", caption="span")],
)


def detik(*, listing: str, **facts: Any) -> Publisher:
    """A channel or edition; `listing` is its index by page and day. Meta pubdate ends with Z and holds local time."""
    archive = Section(f"{listing}?page={{page}}&date={{date:%m/%d/%Y}}", "article h3 a", reach="archive")
    sources = (Section(listing, "article h3 a"), archive)
    return Publisher(**{"family": "detik", "sources": sources, "rules": RULES, "trust_z": False, **facts})
