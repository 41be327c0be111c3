"""WordPress' REST API: a hundred whole articles for one request, with exact dates.

https://developer.wordpress.org/rest-api/reference/posts/
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Any
from urllib.parse import parse_qs, urljoin, urlsplit

from w3lib.url import add_or_replace_parameters

from kalbarcrawl.items import Image, Link, RawArticle, RawDate
from kalbarcrawl.page import Page
from kalbarcrawl.sources.content import address, at, folded, images_of, lines_of, listed, parsed, plain
from kalbarcrawl.sources.source import Reach

PER_PAGE = 100
"""The most WordPress gives."""
QUERY = {
    "per_page": str(PER_PAGE),
    "orderby": "date",
    "order": "desc",
    # Without _fields SEO plugins add tens of kilobytes a post; _embed needs _links to know what to embed.
    "_fields": "id,date,date_gmt,modified,modified_gmt,link,title,content,excerpt,_links,_embedded",
    "_embed": "author,wp:term,wp:featuredmedia",
    "page": "1",
}
PROTECTED = re.compile(r"(?:Terproteksi|Dilindungi|Protected|Private|Privat)\s*: ")
"""What WordPress puts before the title of a post behind a password, or for members only."""
UNFILED = frozenset({"uncategorized", "uncategorised", "tak berkategori", "tanpa kategori"})
MORE = re.compile(r"\s*\[\s*(?:…|\.\.\.)\s*\]$")
FIRST_OF_LIST = re.compile(r"\[\s*(?:\{|\])|\{\s*\"")


@dataclass(frozen=True)
class WordPressPosts:
    """The posts of a WordPress, newest first, through its REST API; they come as whole articles."""

    url: str = "/wp-json/wp/v2/posts"
    reach: Reach = "archive"

    def __post_init__(self) -> None:
        if "per_page=" not in self.url:
            object.__setattr__(self, "url", add_or_replace_parameters(self.url, QUERY))

    def between(self, since: datetime | None, until: datetime | None) -> WordPressPosts:
        """The posts published in a period, both ends included."""
        return self._with(after=since and since - timedelta(seconds=1), before=until and until + timedelta(seconds=1))

    def changed_since(self, moment: datetime) -> WordPressPosts:
        """The posts changed after a moment, old ones too: the only listing that shows corrections of those."""
        changed = self._with(modified_after=moment)
        return replace(changed, url=add_or_replace_parameters(changed.url, {"orderby": "modified"}))

    def read(self, page: Page) -> Iterator[RawArticle | Link | WordPressPosts]:
        """The posts as whole articles (as links where the API hides the text), then the next page.

        Posts behind a password are left out. Raises ValueError when the API is closed or the page is none of it.
        """
        answer = _json(page)
        if isinstance(answer, Mapping):
            if answer.get("code") == "rest_post_invalid_page_number" and self._page > 1:
                return  # the last page was full, and only this answer says that it was the last
            raise ValueError(f"no posts: {answer.get('code') or 'JSON'}: {plain(answer.get('message')) or 'no list'}")
        if not isinstance(answer, list):
            raise ValueError("no posts: JSON without a list")
        posts = {str(post.get("id") or at(post, "link")): post for post in answer if isinstance(post, Mapping)}
        if answer and not any(folded(post.get("link")) for post in posts.values()):
            raise ValueError("no posts: a list of something else")
        source = urljoin(page.url, self.url).partition("?")[0]
        for post in posts.values():
            if article := _article(post, page, source):
                yield article
        if self._has_more(page, len(answer)):
            following = add_or_replace_parameters(urljoin(page.url, self.url), {"page": str(self._page + 1)})
            yield replace(self, url=following)

    @property
    def _page(self) -> int:
        number = parse_qs(urlsplit(self.url).query).get("page", ["1"])[0]
        return int(number) if number.isdecimal() else 1

    def _has_more(self, page: Page, count: int) -> bool:
        total = page.headers.get("x-wp-totalpages", "")
        return self._page < int(total) if total.isdecimal() else count >= PER_PAGE

    def _with(self, **moments: datetime | None) -> WordPressPosts:
        query = {name: moment.isoformat(timespec="seconds") for name, moment in moments.items() if moment}
        return replace(self, url=add_or_replace_parameters(self.url, query)) if query else self


def _json(page: Page) -> Any:
    text = page.text.removeprefix("\ufeff")
    start = FIRST_OF_LIST.search(text)  # a plugin's PHP notices may stand before
    try:
        return json.loads(text[start.start() :] if start else text, strict=False)
    except (ValueError, RecursionError) as error:
        kind = "a web page instead" if "<html" in text[:2000].lower() else f"JSON that does not parse ({error})"
        raise ValueError(f"no posts: {kind}") from error


def _article(post: Mapping[str, Any], page: Page, source: str) -> RawArticle | Link | None:
    url = address(page.url, post.get("link"))
    title = plain(at(post, "title", "rendered"))
    if not url or at(post, "content", "protected") or PROTECTED.match(title or ""):
        return None
    content = parsed(at(post, "content", "rendered"))
    lines = lines_of(content)
    published, modified = _date(post, "date"), _date(post, "modified")
    if not lines:
        return Link(url, published, modified, title, source)
    sections, tags = _terms(post, "category"), _terms(post, "post_tag")
    return RawArticle(
        url=url,
        fetched_at=page.fetched_at,
        canonical_url=url,
        title=title,
        description=_excerpt(at(post, "excerpt", "rendered")),
        published=_raw(published),
        modified=_raw(modified),
        authors=tuple(
            name for author in listed(at(post, "_embedded", "author")) if (name := plain(at(author, "name")))
        ),
        section=next((name for name in sections if name.lower() not in UNFILED), None),
        tags=tags,
        lines=lines,
        images=_images(post, page.url, images_of(content, url)),
        source=source,
    )


def _date(post: Mapping[str, Any], name: str) -> str | None:
    """The exact moment; the local time without a zone only where an import left the other empty."""
    exact = folded(post.get(f"{name}_gmt"))
    if exact and not exact.startswith("0000"):
        return f"{exact}+00:00"
    return folded(post.get(name))


def _raw(date: str | None) -> tuple[RawDate, ...]:
    return (("listing", date),) if date else ()


def _terms(post: Mapping[str, Any], taxonomy: str) -> tuple[str, ...]:
    terms = [term for group in listed(at(post, "_embedded", "wp:term")) for term in listed(group)]
    return tuple(name for term in terms if at(term, "taxonomy") == taxonomy and (name := plain(at(term, "name"))))


def _excerpt(markup: object) -> str | None:
    """The excerpt without its "read on" link; "[...]" marks one that WordPress cut from the text itself."""
    if not isinstance(markup, str):
        return None
    element = parsed(markup)
    for link in element.xpath('.//a[contains(@class, "more-link")]'):
        link.drop_tree()
    text = folded(element.text_content())
    return MORE.sub("…", text) if text else None


def _images(post: Mapping[str, Any], base: str, inside: tuple[Image, ...]) -> tuple[Image, ...]:
    media = at(post, "_embedded", "wp:featuredmedia", 0)
    url = address(base, at(media, "source_url"))
    if not url or any(image.url == url for image in inside):
        return inside
    return (Image(url, plain(at(media, "caption", "rendered"))), *inside)
