"""Feeds and sitemaps, from honest and from damaged listings."""

from __future__ import annotations

import gzip
import json
from datetime import UTC, datetime
from urllib.request import urlopen

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kalbarcrawl.items import Link
from kalbarcrawl.page import Page
from kalbarcrawl.sources import BloggerPosts, Feed, Section, Sitemap, Source, WordPressPosts
from kalbarcrawl.sources.period import moment_of
from tests.newsroom.newsroom import Newsroom

NOW = datetime(2025, 6, 6, 3, tzinfo=UTC)
HOME = "https://warta.example"
JUNE = datetime(2025, 6, 1, tzinfo=UTC)


def page(body: str | bytes, path: str = "/", content_type: str = "") -> Page:
    return Page(HOME + path, body.encode() if isinstance(body, str) else body, NOW, content_type)


def fetched(url: str) -> Page:
    with urlopen(url) as answer:
        return Page(answer.url, answer.read(), NOW, answer.headers["Content-Type"])


def links(source: Source, listing: Page) -> list[Link]:
    return [one for one in source.read(listing) if isinstance(one, Link)]


def further(source: Source, listing: Page) -> list[Source]:
    return [one for one in source.read(listing) if hasattr(one, "reach")]  # type: ignore[misc]


# -- feeds


def rss(*items: str, head: str = "") -> str:
    inside = "".join(f"<item>{item}</item>" for item in items)
    atom = 'xmlns:atom="http://www.w3.org/2005/Atom"'
    top = f'<?xml version="1.0" encoding="UTF-8"?><rss version="2.0" {atom}><channel><title>W</title>'
    return f"{top}{head}{inside}</channel></rss>"


ITEM = "<title>Judul</title><link>https://warta.example/a/</link>"


def test_every_damaged_feed_of_the_newsroom_gives_all_its_items() -> None:
    with Newsroom() as newsroom:
        whole = links(Feed("/feed/"), fetched(f"{newsroom.url}/feed/"))
        for name, (url, count) in newsroom.damaged_feeds.items():
            if not count:
                with pytest.raises(ValueError, match="web page"):
                    links(Feed(url), fetched(url))
                continue
            read = links(Feed(url), fetched(url))
            assert [link.url for link in read] == [link.url for link in whole][:count], name
            assert all(link.published and link.title for link in read), name
            if name != "wib-dates":
                assert [link.published for link in read] == [link.published for link in whole][:count], name


def test_an_item_carries_its_raw_dates_title_and_source() -> None:
    feed = rss(
        "<title>Harga &amp;amp; <![CDATA[Lada]]></title><link>/a/?utm_source=rss</link>"
        "<pubDate>Jum'at, 6 Juni 2025 08:15 WIB</pubDate><atom:updated>2025-06-06T09:00:00+07:00</atom:updated>"
    )
    assert links(Feed("/feed/"), page(feed, "/feed/")) == [
        Link(
            f"{HOME}/a/?utm_source=rss",
            "Jum'at, 6 Juni 2025 08:15 WIB",
            "2025-06-06T09:00:00+07:00",
            "Harga & Lada",
            f"{HOME}/feed/",
        )
    ]


@pytest.mark.parametrize(
    ("item", "expected"),
    [
        # FeedBurner, pheedo and feedsportal hide the article behind a redirect.
        (
            "<link>https://feeds.example/~r/x</link><feedburner:origLink>https://warta.example/b/</feedburner:origLink>",
            Link("https://warta.example/b/"),
        ),
        ('<guid isPermaLink="true">https://warta.example/c/</guid>', Link("https://warta.example/c/")),
        ("<guid>https://warta.example/d/</guid><link></link>", Link("https://warta.example/d/")),
        # RSS 1.0's date is the publication's.
        (
            f"{ITEM}<dc:date>2025-06-06T08:00+07:00</dc:date>",
            Link(f"{HOME}/a/", "2025-06-06T08:00+07:00", None, "Judul"),
        ),
        # Google News: the day only, and the outlet behind the title.
        (
            "<title>Judul - Warta</title><link>https://news.google.com/rss/articles/CBM</link>"
            '<pubDate>Fri, 06 Jun 2025 07:00:00 GMT</pubDate><source url="https://warta.example">Warta</source>',
            Link("https://news.google.com/rss/articles/CBM", "Fri, 06 Jun 2025", None, "Judul"),
        ),
        ("<title>Tanpa tautan</title>", None),
        ("<link>javascript:void(0)</link>", None),
    ],
)
def test_oddities_of_items(item: str, expected: Link | None) -> None:
    read = [Link(one.url, one.published, one.modified, one.title) for one in links(Feed("/feed/"), page(rss(item)))]
    assert read == ([expected] if expected else [])


ATOM = """<feed xmlns="http://www.w3.org/2005/Atom"><title>W</title>
<link rel="next" href="/feed?start=26"/>
<entry><title type="html">Satu &amp;amp; dua</title><link rel="replies" href="/komentar"/>
<link rel="alternate" type="text/html" href="/satu/"/><published>2025-06-05T10:00:00+07:00</published>
<updated>2025-06-05T11:00:00+07:00</updated></entry>
<entry><title>Dua</title><link href="/dua/"/><updated>2025-06-04T11:00:00+07:00</updated></entry></feed>"""


def test_atom_and_its_next_page() -> None:
    read = links(Feed("/atom"), page(ATOM))
    assert [(link.url, link.published, link.modified, link.title) for link in read] == [
        (f"{HOME}/satu/", "2025-06-05T10:00:00+07:00", "2025-06-05T11:00:00+07:00", "Satu & dua"),
        (f"{HOME}/dua/", None, "2025-06-04T11:00:00+07:00", "Dua"),
    ]
    assert further(Feed("/atom"), page(ATOM)) == []
    following = further(Feed("/atom", reach="archive"), page(ATOM))
    assert following == [Feed(f"{HOME}/feed?start=26", "archive", page=2)]
    # A period it has left behind ends the walk.
    assert further(Feed("/atom", "archive").between(NOW.replace(year=2026), None), page(ATOM)) == []


def test_json_feed() -> None:
    feed = {
        "version": "https://jsonfeed.org/version/1.1",
        "next_url": "/feed.json?page=2",
        "items": [
            {"id": "1", "url": "/satu/", "title": "Satu", "date_published": "2025-06-05T10:00:00+07:00"},
            {"id": f"{HOME}/dua/"},
            "damage",
        ],
    }
    listing = page("﻿" + json.dumps(feed))
    assert [link.url for link in links(Feed("/feed.json"), listing)] == [f"{HOME}/satu/", f"{HOME}/dua/"]
    assert [one.url for one in further(Feed("/f", "archive"), listing)] == [f"{HOME}/feed.json?page=2"]


def test_paged_feeds_of_wordpress_end_with_the_first_empty_one() -> None:
    feed = Feed("/feed/?paged={page}", reach="archive")
    assert feed.url == "/feed/?paged=1"
    (second,) = further(feed, page(rss(ITEM), "/feed/?paged=1"))
    assert second.url == f"{HOME}/feed/?paged=2"
    (third,) = further(second, page(rss(ITEM), "/feed/?paged=2"))
    assert third.url == f"{HOME}/feed/?paged=3"
    assert list(third.read(page(rss(), "/feed/?paged=3"))) == []


@pytest.mark.parametrize(
    "body",
    [
        rss(ITEM).encode("utf-16"),
        gzip.compress(rss(ITEM).encode()),
        f"<br />\n<b>Warning</b>: mysql in index.php\n{rss(ITEM)}".encode(),
        f"<item>{ITEM}</item>".encode(),
        rss(ITEM).replace("</title>", "</titel>").encode(),
        rss(ITEM).partition("</item>")[0].encode(),
    ],
)
def test_more_damage_than_the_newsroom_knows(body: bytes) -> None:
    assert [link.url for link in links(Feed("/feed/"), page(body))] == [f"{HOME}/a/"]


@pytest.mark.parametrize(
    ("charset", "declared", "content_type"),
    [
        ("cp1252", "UTF-8", ""),
        ("cp1252", "iso-8859-1", "text/xml; charset=utf-8"),
        ("cp1252", "UTF-16", "text/xml; charset=utf-16"),
        ("utf-8", "iso-8859-1", "text/xml; charset=iso-8859-1"),
        ("utf-16", "UTF-8", ""),
        ("utf-8-sig", "no-such-charset", ""),
    ],
)
def test_the_bytes_outweigh_what_is_declared(charset: str, declared: str, content_type: str) -> None:
    feed = rss(ITEM.replace("Judul", "“Café” – Jum’at")).replace("UTF-8", declared)
    (link,) = links(Feed("/feed/"), page(feed.encode(charset), content_type=content_type))
    assert link.title == "“Café” – Jum’at"


NO_LISTINGS = [
    b"",
    b"   ",
    b"Not found",
    b"{}",
    b'{"items": 3}',
    b"[1",
    b"<!doctype html><html><body><p>Just a moment...</p></body></html>",
    b"<?xml version='1.0'?><opml><body/></opml>",
    b"\x1f\x8bdamaged",
]


@pytest.mark.parametrize("body", NO_LISTINGS)
@pytest.mark.parametrize("source", [Feed("/feed/"), Sitemap("/s.xml"), WordPressPosts(), BloggerPosts()])
def test_what_is_no_listing_is_an_error_of_one_line(source: Source, body: bytes) -> None:
    with pytest.raises(ValueError, match=r"^[^\n]+$"):
        list(source.read(page(body)))


@pytest.mark.parametrize(
    ("source", "body"),
    [
        (Feed("/feed/"), rss()),
        (Feed("/feed/"), '<feed xmlns="http://www.w3.org/2005/Atom"><title>W</title></feed>'),
        (Feed("/feed/"), '{"version": "https://jsonfeed.org/version/1", "items": []}'),
        (Sitemap("/s.xml"), '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"></urlset>'),
        (WordPressPosts(), "[]"),
        (BloggerPosts(), '{"feed": {}}'),
    ],
)
def test_an_empty_listing_is_no_news(source: Source, body: str) -> None:
    assert list(source.read(page(body))) == []


FRAGMENTS = [
    *("<rss>", "<item>", "<link>/a", "</", "<entry ", "<urlset>", "<url><loc>", "&#x0;", "&", "]]>", "<!DOCTYPE ["),
    *('{"items":[', '{"feed":{"entry":[', '[{"link":"/a",', '"content":', '"link":', '{"rendered":', "null", "}]"),
    *("\x00", "{page}", "<a href='"),
]


@given(
    st.lists(st.one_of(st.sampled_from(FRAGMENTS), st.text(max_size=5)), max_size=12).map("".join),
    st.sampled_from(
        [
            Feed("/f", "archive"),
            Sitemap("/s").between(JUNE, NOW),
            WordPressPosts(),
            BloggerPosts(),
            Section("/d/?page={page}", "a", "archive").between(JUNE, NOW),
        ]
    ),
    st.sampled_from(["utf-8", "utf-16", "cp1252"]),
)
def test_no_listing_raises_anything_but_value_error(text: str, source: Source, charset: str) -> None:
    try:
        found = list(source.read(page(text.encode(charset, "replace"))))
    except ValueError:
        return
    assert all(one.url.startswith("http") for one in found)


def test_sources_are_values_and_can_be_hashed() -> None:
    sources: list[Source] = [Feed("/f"), Sitemap("/s"), Section("/d/{page}", "a"), WordPressPosts(), BloggerPosts()]
    narrowed = [source.between(JUNE, None) for source in sources]
    assert len({*sources, *narrowed, *(source.between(JUNE, None) for source in sources)}) == 10


# -- sitemaps

SITEMAP = 'xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"'
URLSET = f"""<?xml version="1.0" encoding="UTF-8"?>
<urlset {SITEMAP} xmlns:news="http://www.google.com/schemas/sitemap-news/0.9"
 xmlns:image="http://www.google.com/schemas/sitemap-image/1.1">
<url><loc> https://warta.example/berita/1/ </loc><lastmod>2025-06-05</lastmod>
<image:image><image:loc>https://warta.example/1.jpg</image:loc><image:title>Foto</image:title></image:image></url>
<url><loc>https://warta.example/berita/2/?a=1&amp;b=2</loc><news:news>
<news:publication_date>2025-06-04T10:00:00+07:00</news:publication_date><news:title>Lada &amp; Sahang</news:title>
</news:news></url>
<url><loc>https://warta.example/tentang/</loc></url>
</urlset>"""


def test_a_url_set_with_news_and_images() -> None:
    source = f"{HOME}/s.xml"
    assert links(Sitemap("/s.xml"), page(URLSET)) == [
        Link(f"{HOME}/berita/1/", None, "2025-06-05", None, source),
        Link(f"{HOME}/berita/2/?a=1&b=2", "2025-06-04T10:00:00+07:00", None, "Lada & Sahang", source),
        Link(f"{HOME}/tentang/", source=source),
    ]
    matching = links(Sitemap("/s.xml", match=r"/berita/\d"), page(URLSET))
    assert [link.url for link in matching] == [f"{HOME}/berita/1/", f"{HOME}/berita/2/?a=1&b=2"]


@pytest.mark.parametrize(
    ("body", "count"),
    [
        (URLSET.replace("&amp;", "&"), 3),
        (URLSET.replace("</news:news>", ""), 3),
        (URLSET[:-60], 2),
        (
            URLSET.replace(f" {SITEMAP}", "").replace(
                'xmlns:news="http://www.google.com/schemas/sitemap-news/0.9"', ""
            ),
            3,
        ),
        (URLSET.replace('encoding="UTF-8"', 'encoding="UTF-16"'), 3),
        ("\n\n﻿" + URLSET, 3),
        ("<br />Notice: x\n" + URLSET, 3),
        (URLSET.replace("Sahang", "\x0b&nbsp;"), 3),
        (f"{HOME}/1\n{HOME}/2\r\n", 2),
        (rss(ITEM), 1),
    ],
)
def test_damaged_and_other_sitemaps(body: str, count: int) -> None:
    assert len(links(Sitemap("/s.xml"), page(body))) == count
    assert len(links(Sitemap("/s.xml.gz"), page(gzip.compress(body.encode())))) == count


def index(*names: str, lastmod: str = "") -> str:
    stamp = f"<lastmod>{lastmod}</lastmod>" if lastmod else ""
    rows = "".join(f"<sitemap><loc>{HOME}/{name}</loc>{stamp}</sitemap>" for name in names)
    return f"<sitemapindex {SITEMAP}>{rows}</sitemapindex>"


@pytest.mark.parametrize(
    ("name", "lastmod", "kept"),
    [
        ("post-sitemap2.xml", "", True),
        ("post-sitemap2.xml", "2025-06-05T10:00:00+07:00", True),
        ("post-sitemap2.xml", "2024-06-05T10:00:00+07:00", False),
        ("post-sitemap2.xml", "kemarin", True),
        ("sitemap-pt-post-2025-05.xml", "", True),
        ("sitemap-pt-post-2025-03.xml", "", False),
        ("sitemap/202507.xml", "", False),
        ("sitemap.xml?yyyy=2025&amp;mm=03&amp;dd=01", "", False),
        ("sitemap-12025071.xml", "", True),
        ("sitemap-2001.xml", "", True),
        # Never articles, whatever the period.
        ("category-sitemap.xml", "", False),
        ("wp-sitemap-users-1.xml", "", False),
        ("wp-sitemap-posts-page-1.xml", "", False),
        ("wp-sitemap-posts-post-1.xml", "", True),
        ("s.xml", "", False),
    ],
)
def test_an_index_narrowed_to_a_period(name: str, lastmod: str, kept: bool) -> None:
    narrowed = Sitemap("/s.xml").between(datetime(2025, 5, 5, tzinfo=UTC), NOW)
    children = further(narrowed, page(index(name, lastmod=lastmod), "/s.xml"))
    url = f"{HOME}/{name.replace('&amp;', '&')}"
    assert children == ([Sitemap(url).between(datetime(2025, 5, 5, tzinfo=UTC), NOW)] if kept else [])


def test_a_url_set_narrowed_to_a_period() -> None:
    narrowed = Sitemap("/s.xml").between(None, datetime(2025, 6, 1, tzinfo=UTC))
    assert [link.url for link in links(narrowed, page(URLSET))] == [f"{HOME}/berita/1/", f"{HOME}/tentang/"]
    with pytest.raises(ValueError, match="match"):
        Sitemap("/s.xml", match="(")


@pytest.mark.parametrize(
    ("raw", "expected"),
    [
        ("2025-06-05T10:00:00+07:00", datetime(2025, 6, 5, 3, tzinfo=UTC)),
        ("Thu, 05 Jun 2025 10:00:00 +0700", datetime(2025, 6, 5, 3, tzinfo=UTC)),
        ("2025-06-05", datetime(2025, 6, 5, tzinfo=UTC)),
        ("Kamis, 5 Juni 2025", None),
        ("1970-01-01T00:00:00Z", None),
        ("0001-01-01T00:00:00+14:00", None),
        ("", None),
        (None, None),
    ],
)
def test_only_dates_that_need_no_guessing_are_read(raw: str | None, expected: datetime | None) -> None:
    assert moment_of(raw) == expected


def test_the_newsrooms_sitemaps_hold_every_article() -> None:
    with Newsroom() as newsroom:
        top = fetched(f"{newsroom.url}/sitemap_index.xml")
        found = {
            link.url: link
            for child in further(Sitemap("/sitemap_index.xml"), top)
            for link in links(child, fetched(child.url))
        }
        assert set(found) == {newsroom.address(slug) for slug in newsroom.articles}
