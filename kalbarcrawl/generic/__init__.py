"""The rules for a site nobody has described, which also stand behind every publisher's own."""

from __future__ import annotations

from kalbarcrawl.generic.authors import BylineAgency, BylineElements, Credited, JsonLdPeople, People, SaidBy
from kalbarcrawl.generic.body import DeclaredBody, EmbeddedBody, StoryBody, Trafilatura
from kalbarcrawl.generic.credits import CreditPrinted, DeclaredEditors, Writers
from kalbarcrawl.generic.dates import DatePrinted, OwnClock, Printed, TimeNearHeadline
from kalbarcrawl.generic.images import CaptionedImages, SharedImage
from kalbarcrawl.generic.paywall import is_free
from kalbarcrawl.generic.section import Breadcrumb, DeclaredBreadcrumb
from kalbarcrawl.generic.tags import TagLinks
from kalbarcrawl.generic.title import Headline
from kalbarcrawl.publisher import Publisher, host_of
from kalbarcrawl.rules import Address, Css, JsonLd, Meta, Rules

__all__ = ["GENERIC", "is_free", "undescribed"]

PUBLISHED_META = (
    Meta("article:published_time"),
    Meta("datePublished"),
    Meta("og:published_time"),
    Meta("og:article:published_time"),
    Meta("publishdate"),
    Meta("publish-date"),
    Meta("publish_date"),
    Meta("published_at"),
    Meta("pubdate"),
    Meta("parsely-pub-date"),
    Meta("sailthru.date"),
    Meta("cxenseparse:recs:publishtime"),
    Meta("article.published"),
    Meta("dc.date.issued"),
    Meta("dc.date"),
    Meta("dcterms.created"),
    Meta("content_create_date"),
    Meta("date"),
    Css("time[itemprop=datePublished]::attr(datetime)", origin="meta"),
)
TAG = r"^[#\s]*(?!(?i:tags?|topi[ck]s?)\W*$)(.+)"
"""A tag without its sign; the label before the tags, which often is a link too, is none."""

DECLARED_CHANGE = (
    JsonLd("dateModified"),
    Meta("article:modified_time"),
    Meta("og:updated_time"),
    Meta("dateModified"),
)

DECLARED_AUTHOR = (JsonLd("author"), Meta("author"), Meta("article:author"))
AUTHORS = (
    People(Meta("content_author")),
    JsonLdPeople("author"),
    People(Meta("author")),
    People(Meta("parsely-author")),
    People(Meta("sailthru.author")),
    People(Meta("byl")),
    People(Meta("article:author")),
    People(Meta("cxenseparse:author")),
    People(Meta("dc.creator")),
    JsonLdPeople("creator"),
    BylineElements(),
    People(Css("[rel~=author]")),
    People(Css("[itemprop~=author] [itemprop~=name], [itemprop~=author]")),
    SaidBy(),
    CreditPrinted(),
    BylineAgency(),
    Credited(DECLARED_AUTHOR),
)

GENERIC = Rules(
    title=[Headline()],
    description=[Meta("og:description"), Meta("description"), JsonLd("description")],
    published=[
        OwnClock((JsonLd("datePublished"), *PUBLISHED_META, TimeNearHeadline())),
        OwnClock((*PUBLISHED_META, TimeNearHeadline())),
        *PUBLISHED_META[1:],
        TimeNearHeadline(),
        Css("[itemprop=datePublished]"),
        DatePrinted(),
        JsonLd("dateCreated"),
        Address(),
    ],
    modified=[
        *DECLARED_CHANGE,
        Printed(Css("time[itemprop=dateModified]::attr(datetime)", origin="meta"), DECLARED_CHANGE),
        Printed(TimeNearHeadline(changed=True), DECLARED_CHANGE),
    ],
    authors=[Writers(rule) for rule in AUTHORS],
    editors=[JsonLdPeople("editor"), People(Meta("editor")), DeclaredEditors(DECLARED_AUTHOR)],
    section=[
        JsonLd("articleSection"),
        Meta("article:section"),
        Breadcrumb(),
        DeclaredBreadcrumb(),
        Css("a[rel~=category], .cat-links a"),
    ],
    tags=[
        Meta("article:tag"),
        Css(
            "a[rel~=tag]:not([rel~=category]):not([href*='/category/'])",
            pick=r"^[#\s]*(?!(?i:tags?|topi[ck]s?)\W*$)(.+)",
        ),
        TagLinks(),
        JsonLd("keywords"),
        Meta("news_keywords"),
        Meta("keywords"),
    ],
    body=[StoryBody(), DeclaredBody(), EmbeddedBody(), Trafilatura(), StoryBody(doubtful=True)],
    images=[SharedImage(), CaptionedImages()],
)


def undescribed(url: str) -> Publisher:
    """The publisher of a site nobody has described: its host for a name, no rules of its own."""
    host = host_of(url) or "unknown"
    return Publisher(
        name=host,
        title=host,
        home=f"https://{host}/",
        clock_known=False,
        language="",
        evidence="none: read by the generic rules alone",
    )
