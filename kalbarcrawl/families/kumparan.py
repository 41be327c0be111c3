"""kumparan: the platform of kumparan and of its regional partners, whose stories lie below the partner's name."""

from __future__ import annotations

from typing import Any

from kalbarcrawl.publisher import Publisher
from kalbarcrawl.rules import Blocks, Css, JsonLd, Meta, Pictures, Rules
from kalbarcrawl.sources import Section

RULES = Rules(
    title=[Css("h1[data-qa-id=story-title]"), Css("[data-qa-id=story-title]")],
    published=[JsonLd("datePublished"), Meta("article:published_time"), Css("[data-qa-id=publish-date]")],
    authors=[Css("[data-qa-id=author-name], [data-qa-id=story-author]")],
    section=[Css("[data-qa-id=channel-name]")],
    body=[Blocks("[data-qa-id=story-paragraph]"), Blocks(".track_paragraph")],
    images=[Pictures("figure")],
)


def kumparan(*, listing: str, links: str, **facts: Any) -> Publisher:
    """A newsroom on the platform; `links` finds the stories' anchors on its page `listing`."""
    sources = (Section(listing, links), Section(f"{listing}?page={{page}}", links, reach="archive"))
    return Publisher(**{"family": "kumparan", "sources": sources, "rules": RULES, **facts})
