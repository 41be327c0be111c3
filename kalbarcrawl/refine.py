"""From a raw article to a dataset line: dates read, text cleaned, people told from newsrooms."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import fields, replace
from typing import Any
from urllib.parse import urlsplit
from zoneinfo import ZoneInfo

from kalbarcrawl.dates import Candidate, Moment, published_and_modified
from kalbarcrawl.items import Article, Dateline, Image, Incomplete, RawArticle, RawDate, article_id
from kalbarcrawl.language import language_of
from kalbarcrawl.publisher import Publisher
from kalbarcrawl.text import Byline, Cleaned, clean, fold, people, sameness, without_controls
from kalbarcrawl.text.places import is_place

KEYWORDS = ("meta keywords", "meta news_keywords", "json_ld keywords")
"""The rules whose one string may hold all tags."""


def refine(raw: RawArticle, publisher: Publisher) -> Article | Incomplete:
    """The finished article, or the reason why the page gave none.

    A page of another kind is "not_article:KIND"; a missing title or body "incomplete:FIELD".
    """
    return refine_cleaned(raw, publisher, cleaned_text(raw, publisher))


def refine_cleaned(raw: RawArticle, publisher: Publisher, cleaned: Cleaned) -> Article | Incomplete:
    """`refine` for who has cleaned the text already, to see what was dropped."""
    raw = _legible(raw)
    if raw.kind != "article":
        return Incomplete(raw.url, f"not_article:{raw.kind}")
    title = fold(raw.title or "")
    published, modified = published_and_modified(
        _candidates(raw.published),
        _candidates(raw.modified),
        zone=publisher.timezone,
        trust_z=publisher.trust_z,
        reference=raw.fetched_at,
    )
    published, modified = on_own_clock(published, publisher), on_own_clock(modified, publisher)
    if modified and "before_published" in modified.flags:  # a change before publication is none
        modified = None
    if not title:
        return Incomplete(raw.url, "incomplete:title")
    if not cleaned.lines:
        return Incomplete(raw.url, "incomplete:body")
    byline = _credits(raw, cleaned, newsroom={sameness(name) for name in (publisher.title, *publisher.datelines)})
    return Article(
        id=article_id(publisher.name, own_address(raw)),
        publisher=publisher.name,
        url=raw.url,
        canonical_url=raw.canonical_url,
        title=title,
        description=fold(raw.description or "") or None,
        published_at=str(published) if published else None,
        published_precision=published.precision if published else None,
        published_raw=published.raw if published else None,
        modified_at=str(modified) if modified else None,
        authors=list(byline.authors),
        editors=list(byline.editors),
        section=fold(raw.section or "") or None,
        tags=_unique(fold(tag) for tag in _tags(raw)),
        dateline=Dateline(cleaned.dateline.place, cleaned.dateline.outlet) if cleaned.dateline else None,
        body="\n\n".join(cleaned.lines),
        language=language_of(" ".join(cleaned.lines), raw.language or publisher.language),
        images=list(raw.images),
        agency=byline.agency,
        paywalled=raw.paywalled,
        revision=1,
        crawled_at=raw.fetched_at.isoformat(timespec="seconds"),
        source=raw.source,
        rights=dict(raw.rights) or None,
    )


def _legible(raw: RawArticle) -> RawArticle:
    """The same without control characters; the lines lose theirs where they are cleaned."""
    values = {spec.name: getattr(raw, spec.name) for spec in fields(raw) if spec.name != "lines"}
    return replace(raw, **{name: _without_controls(value) for name, value in values.items()})


def _without_controls(value: Any) -> Any:
    if isinstance(value, str):
        return without_controls(value)
    if isinstance(value, tuple | list):
        return type(value)(map(_without_controls, value))
    if isinstance(value, Mapping):
        return {name: _without_controls(inner) for name, inner in value.items()}
    if isinstance(value, Image):
        return Image(without_controls(value.url), _without_controls(value.caption))
    return value


def cleaned_text(raw: RawArticle, publisher: Publisher) -> Cleaned:
    """The body's lines without boilerplate, and what each dropped line fell to."""
    names = publisher.datelines or tuple(name for name in raw.outlets if not is_place(name))
    lines = [without_controls(line) for line in raw.lines]
    return clean(lines, title=raw.title or "", names=names, patterns=publisher.boilerplate)


def own_address(raw: RawArticle) -> str:
    """The address that tells this article from all others: the canonical one, unless it is no article's.

    Some sites call their home page the canonical address of every page.
    """
    canonical = raw.canonical_url or ""
    return canonical if urlsplit(canonical).path.strip("/") or urlsplit(canonical).query else raw.url


def on_own_clock(moment: Moment | None, publisher: Publisher) -> Moment | None:
    """An instant given in UTC, on the newsroom's own clock where that is known: one instant, one way to write it."""
    if moment is None or moment.precision == "day" or not publisher.clock_known or moment.value.utcoffset():
        return moment
    return replace(moment, value=moment.value.astimezone(ZoneInfo(publisher.timezone)))


def _credits(raw: RawArticle, cleaned: Cleaned, newsroom: Collection[str]) -> Byline:
    """Who wrote and who edited: the page's byline first, else what the text's own credit lines say.

    The newsroom's own names, folded, are no people.
    """
    bylines = [people(text) for text in raw.authors]
    authors = _unique(name for one in bylines for name in one.authors if sameness(name) not in newsroom)
    editors = _unique(
        [
            *(name for text in raw.editors for name in (people(text).authors or people(text).editors)),
            *(name for one in bylines for name in one.editors),
        ]
    )
    agency = next((one.agency for one in bylines if one.agency), None)
    return Byline(
        authors=tuple(authors or cleaned.authors),
        editors=tuple(editors or cleaned.editors),
        agency=agency or cleaned.agency,
    )


def _tags(raw: RawArticle) -> Iterable[str]:
    """The tags; keywords in one string, as meta elements and JSON-LD hold them, are taken apart at their commas."""
    if raw.won.get("tags") in KEYWORDS:
        return (part for tag in raw.tags for part in tag.split(","))
    return raw.tags


def _candidates(dates: Sequence[RawDate]) -> list[Candidate]:
    return [Candidate(raw=raw, origin=origin) for origin, raw in dates]


def _unique(values: Iterable[str]) -> list[str]:
    """The values in order, each once, without empty ones."""
    return [value for value in dict.fromkeys(values) if value]
