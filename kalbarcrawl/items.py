"""What is handed on: a link, a page's raw fields, the finished article, or the reason there is none."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field, fields
from datetime import datetime
from types import MappingProxyType
from typing import Any, Literal

Origin = Literal["json_ld", "meta", "listing", "byline", "address"]
RawDate = tuple[Origin, str]
"""Where a date string was found, and the string as it stood there."""


@dataclass(frozen=True)
class Link:
    """An article's address as a listing gives it, with what the listing knows of the article."""

    url: str
    published: str | None = None
    modified: str | None = None
    title: str | None = None
    source: str | None = None


@dataclass(frozen=True)
class Image:
    """A picture of an article and the caption printed under it."""

    url: str
    caption: str | None = None


@dataclass(frozen=True)
class RawArticle:
    """The strings of one article as its page (or API) holds them, before dates are read and text is cleaned."""

    url: str
    fetched_at: datetime
    canonical_url: str | None = None
    kind: str = "article"
    """What kind of page this is: "article", or "gallery", "video", "section", "soft_404", ..."""
    title: str | None = None
    description: str | None = None
    published: tuple[RawDate, ...] = ()
    modified: tuple[RawDate, ...] = ()
    authors: tuple[str, ...] = ()
    editors: tuple[str, ...] = ()
    section: str | None = None
    tags: tuple[str, ...] = ()
    lines: tuple[str, ...] = ()
    """The body's blocks in reading order, not yet cleaned."""
    images: tuple[Image, ...] = ()
    outlets: tuple[str, ...] = ()
    """What the page calls its site, folded, where nobody has described by which names its stories open."""
    language: str | None = None
    paywalled: bool | None = None
    source: str | None = None
    rights: Mapping[str, Any] = field(default_factory=lambda: MappingProxyType({}))
    """What page and site reserve, as far as it was looked at."""
    won: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    """By field: the name of the rule that found it."""


@dataclass(frozen=True)
class Dateline:
    """Where a story was filed, and by which outlet, as its first words say."""

    place: str | None
    outlet: str | None


@dataclass(frozen=True)
class Article:
    """One article: one line of the dataset."""

    id: str
    """Stable identifier: the first 16 hex digits of SHA-256 over publisher and canonical URL (or URL)."""
    publisher: str
    """Name of the publisher, as in `kalbarcrawl list`; the host name for a site nobody described."""
    url: str
    """The address that was asked for."""
    canonical_url: str | None
    """The address the page calls its own (link rel=canonical, else og:url)."""
    title: str
    """The headline, without the site's name."""
    description: str | None
    """The summary the publisher gives for search engines and previews."""
    published_at: str | None
    """Publication: ISO 8601 with offset, a date (YYYY-MM-DD) where only the day is known, null where unsure."""
    published_precision: str | None
    """How exact published_at is: "second", "minute" or "day"."""
    published_raw: str | None
    """The string published_at was read from, as it stood on the page."""
    modified_at: str | None
    """Last change, when the publisher states one: ISO 8601 with offset, or a date."""
    authors: list[str]
    """People who wrote the article: names without roles, titles kept, newsrooms left out."""
    editors: list[str]
    """People who edited it, where the byline tells them apart."""
    section: str | None
    """The section the publisher files it under."""
    tags: list[str]
    """The publisher's own keywords, in order."""
    dateline: Dateline | None
    """Place and outlet that open the story ("PONTIANAK, KalbarOnline - "), cut off the body."""
    body: str
    """Paragraphs, headings and list items in reading order, parted by one empty line; no boilerplate."""
    language: str | None
    """Language of the body as an ISO 639-1 code."""
    images: list[Image]
    """Pictures that belong to the article, with captions."""
    agency: str | None
    """News agency or newsroom credited instead of, or beside, a person."""
    paywalled: bool | None
    """True where the publisher says the text is not free, false where it says it is, null where it is silent."""
    revision: int
    """1 for the text first seen, one more for each changed text of the same article."""
    crawled_at: str
    """When the page was fetched: ISO 8601 with offset."""
    source: str | None
    """Where the address came from: a feed, sitemap or section page; "url" or "file" when given by hand."""
    rights: dict[str, Any] | None
    """What the site reserves (robots and TDM rules, licence), where it was recorded; null when it was not."""

    def to_json(self) -> str:
        """This article as one line of JSON, keys in the order of the data dictionary, without the line's end."""
        return json.dumps(asdict(self), ensure_ascii=False)

    @property
    def content_hash(self) -> str:
        """SHA-256 over title and body: two texts with one hash are the same revision."""
        return hashlib.sha256(f"{self.title}\n\n{self.body}".encode()).hexdigest()


@dataclass(frozen=True)
class Incomplete:
    """Why a page gave no article: the outcome to record, such as "incomplete:body" or "not_article:gallery"."""

    url: str
    outcome: str


def article_id(publisher: str, url: str) -> str:
    """The stable identifier of the article at `url` (its canonical URL where it has one)."""
    return hashlib.sha256(f"{publisher}\n{url}".encode()).hexdigest()[:16]


def article_from(record: Mapping[str, Any]) -> Article:
    """The Article that a parsed line of JSON holds.

    Raises KeyError for a missing field; unknown fields are left out, so older code reads newer lines.
    """
    values = {spec.name: record[spec.name] for spec in fields(Article)}
    values["dateline"] = Dateline(**record["dateline"]) if record["dateline"] else None
    values["images"] = [Image(**image) for image in record["images"]]
    return Article(**values)
