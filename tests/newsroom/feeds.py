"""The listings for machines: RSS, sitemap index, sitemaps (one gzipped) and a Google News sitemap."""

import gzip
from datetime import UTC, timedelta
from email.utils import format_datetime
from html import escape

from tests.newsroom.article import OUTLET, SECTIONS, Article
from tests.newsroom.pages import number_of
from tests.newsroom.site import Site

GZIPPED = "Budaya"
"""The section whose sitemap is served as a .gz file."""

SITEMAP = 'xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"'
NEWS = 'xmlns:news="http://www.google.com/schemas/sitemap-news/0.9"'
DECLARATION = '<?xml version="1.0" encoding="UTF-8"?>'
RSS_NAMESPACES = 'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:atom="http://www.w3.org/2005/Atom"'


def feed(site: Site) -> bytes:
    """The newest articles as RSS 2.0."""
    shown = () if site.feed_is_empty else site.articles[: site.feed_items]
    return rss(site, [rss_item(site, article) for article in shown]).encode()


def rss(site: Site, items: list[str], path: str = "/feed/") -> str:
    """A whole RSS document around its items."""
    built = format_datetime(site.changed.astimezone(UTC))
    return f"""{DECLARATION}
<rss version="2.0" {RSS_NAMESPACES}>
<channel>
<title>{OUTLET}</title>
<atom:link href="{site.url}{path}" rel="self" type="application/rss+xml"/>
<link>{site.url}</link>
<description>Kabar fiktif dari Kabupaten Contoh</description>
<lastBuildDate>{built}</lastBuildDate>
<language>id</language>
{"".join(items)}</channel>
</rss>
"""


def rss_item(site: Site, article: Article) -> str:
    """An article as an item; dates in UTC as WordPress writes them."""
    creator = escape(", ".join(article.authors) or "Redaksi")
    tags = "".join(f"<category><![CDATA[{tag}]]></category>\n" for tag in (article.section, *article.tags))
    return f"""<item>
<title>{escape(article.title)}</title>
<link>{escape(site.link(article, "rss"))}</link>
<dc:creator>{creator}</dc:creator>
<pubDate>{format_datetime(article.published.astimezone(UTC))}</pubDate>
<atom:updated>{article.changed.isoformat()}</atom:updated>
{tags}<guid isPermaLink="false">{site.url}/?p={number_of(article)}</guid>
<description>{escape(article.description)}</description>
</item>
"""


def sitemap_path(section: str) -> str:
    """Where a section's sitemap is."""
    return f"/sitemap-{section.lower()}.xml" + (".gz" if section == GZIPPED else "")


def sitemap_index(site: Site) -> bytes:
    """The index: a sitemap for each section that has articles, and the news sitemap."""
    rows = []
    for section in SECTIONS:
        dates = [article.changed for article in site.articles if article.section == section]
        if dates:
            place = site.url + sitemap_path(section)
            rows.append(f"<sitemap><loc>{place}</loc><lastmod>{max(dates).isoformat()}</lastmod></sitemap>")
    rows.append(f"<sitemap><loc>{site.url}/sitemap-news.xml</loc></sitemap>")
    return _xml(f"<sitemapindex {SITEMAP}>", rows, "</sitemapindex>")


def sitemap(site: Site, section: str) -> bytes:
    """All articles of a section; gzip's time stamp is fixed, so that equal articles give equal bytes."""
    rows = [
        f"<url><loc>{site.address(article)}</loc><lastmod>{article.changed.isoformat()}</lastmod></url>"
        for article in site.articles
        if article.section == section
    ]
    body = _xml(f"<urlset {SITEMAP}>", rows, "</urlset>")
    return gzip.compress(body, mtime=0) if section == GZIPPED else body


def news_sitemap(site: Site) -> bytes:
    """The articles of the two days before the newest one, with title and publication date."""
    rows = [
        f"<url><loc>{site.address(article)}</loc><news:news><news:publication><news:name>{OUTLET}</news:name>"
        f"<news:language>id</news:language></news:publication>"
        f"<news:publication_date>{article.published.isoformat()}</news:publication_date>"
        f"<news:title>{escape(article.title)}</news:title></news:news></url>"
        for article in site.articles
        if article.published >= site.articles[0].published - timedelta(days=2)
    ]
    return _xml(f"<urlset {SITEMAP} {NEWS}>", rows, "</urlset>")


def _xml(opening: str, rows: list[str], closing: str) -> bytes:
    return "\n".join([DECLARATION, opening, *rows, closing, ""]).encode()
