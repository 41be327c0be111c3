"""Which address answers with what: from a site's value and a request to a reply, and nothing else."""

import base64
import re
from urllib.parse import parse_qs, urlsplit

from tests.newsroom import feeds
from tests.newsroom.article import SECTIONS
from tests.newsroom.damaged import damaged_feed
from tests.newsroom.faults import FAULTS, challenge_page, faults_feed, gone, not_found
from tests.newsroom.fronts import home_page, section_page
from tests.newsroom.pages import article_page
from tests.newsroom.reply import Reply, listing, page
from tests.newsroom.site import Site, section_path

RSS, XML = "application/rss+xml; charset=UTF-8", "text/xml; charset=UTF-8"

PIXEL = base64.b64decode("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAQAAAC1HAwCAAAAC0lEQVR42mNk+A8AAQUBAScY42YAAAAASUVORK5CYII=")
"""Every photograph of the newsroom."""


def answer(site: Site, target: str) -> Reply:
    """The reply to a request for a path with its query, before conditional headers are looked at."""
    parts = urlsplit(target)
    query = {name: values[-1] for name, values in parse_qs(parts.query).items()}
    if site.walled:
        return challenge_page()
    if parts.path in site.extra:
        return site.extra[parts.path]
    if parts.path == "/":
        return page(home_page(site))
    if parts.path == "/robots.txt":
        return Reply(200, site.robots.encode(), "text/plain; charset=UTF-8")
    if parts.path.startswith("/faults/"):
        return _fault(site, parts.path)
    if parts.path.startswith("/wp-content/uploads/"):
        return Reply(200, PIXEL, "image/png")
    return _listing(site, parts.path) or _article(site, parts.path, query)


def _listing(site: Site, path: str) -> Reply | None:
    if path in ("/feed/", "/feed"):
        return listing(feeds.feed(site), RSS, site.changed)
    if path == "/sitemap_index.xml":
        return listing(feeds.sitemap_index(site), XML, site.changed)
    if path == "/sitemap-news.xml":
        return listing(feeds.news_sitemap(site), XML, site.changed)
    for section in SECTIONS:
        if path == feeds.sitemap_path(section):
            kind = "application/gzip" if section == feeds.GZIPPED else XML
            return listing(feeds.sitemap(site, section), kind, site.changed)
        if path.startswith(section_path(section)):
            return _section(site, section, path.removeprefix(section_path(section)))
    return None


def _section(site: Site, section: str, rest: str) -> Reply | None:
    numbered = re.fullmatch(r"(?:page/(\d{1,6})/)?", rest)
    html = section_page(site, section, int(numbered[1] or 1)) if numbered else None
    return page(html) if html else None


def _article(site: Site, path: str, query: dict[str, str]) -> Reply:
    # An AMP address shows the same story and names the plain address as its canonical.
    path = re.sub(r"/amp/?$", "/", path)
    article = site.by_path.get(path)
    if article is None:
        return gone(site) if path in site.gone else not_found(site)
    numbers = {"2": 2, "all": None} if article.second_page_from else {}
    return page(article_page(site, article, numbers.get(query.get("page", "1"), 1)))


def _fault(site: Site, path: str) -> Reply:
    if path == "/faults/feed.xml":
        return listing(faults_feed(site), RSS, site.changed)
    if path == "/faults/redirect-loop/again/":
        return page("", 302, Location=f"{site.url}/faults/redirect-loop/")
    name = path.removeprefix("/faults/")
    if name.startswith("feeds/"):
        return damaged_feed(site, name.removeprefix("feeds/").removesuffix(".xml")) or not_found(site)
    fault = FAULTS.get(name.removesuffix("/"))
    return fault(site) if fault else not_found(site)
