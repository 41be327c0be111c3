"""What home pages and robots.txt say of where articles are listed."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from kalbarcrawl.page import Page
from kalbarcrawl.sources import BloggerPosts, Feed, Sitemap, Source, WordPressPosts, discover, robots_sitemaps

HOME = "https://warta.example"


def page(body: str) -> Page:
    return Page(f"{HOME}/", body.encode(), datetime(2025, 6, 6, 3, tzinfo=UTC))


def test_what_a_wordpress_home_page_declares() -> None:
    html = """<html><head><meta name="generator" content="WordPress 6.5">
    <link rel="alternate" type="application/rss+xml" href="/feed/">
    <link rel="alternate" type="application/json" href="/x">
    <link rel="alternate" type="application/rss+xml" href="/comments/feed/"><link rel="sitemap" href="/sitemap.xml">
    <link rel="https://api.w.org/" href="https://warta.example/wp-json/"></head></html>"""
    assert discover(page(html)) == [
        Feed(f"{HOME}/feed/"),
        Sitemap(f"{HOME}/sitemap.xml"),
        WordPressPosts(f"{HOME}/wp-json/wp/v2/posts"),
    ]


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        ('<link rel="https://api.w.org/" href="/?rest_route=/">', [WordPressPosts(f"{HOME}/?rest_route=/wp/v2/posts")]),
        ('<meta name="generator" content="WordPress 6">', [WordPressPosts(f"{HOME}/wp-json/wp/v2/posts")]),
        ('<meta content="blogger" name="generator">', [BloggerPosts(f"{HOME}/feeds/posts/default")]),
        ('<link rel="alternate" type="application/feed+json" href="/f.json">', [Feed(f"{HOME}/f.json")]),
        ('<link rel="alternate" type="application/atom+xml" href="/feeds/9/comments/default">', []),
        ('<link rel="alternate" hreflang="id" href="/id/">', []),
        ("", []),
    ],
)
def test_discovery(html: str, expected: list[Source]) -> None:
    assert discover(page(html)) == expected


def test_sitemaps_in_robots_txt() -> None:
    text = (
        "User-agent: *\nDisallow: /\nSITEMAP : https://a.example/1.xml\r\n sitemap:https://a.example/1.xml\nSitemap: /x"
    )
    assert robots_sitemaps(text) == ["https://a.example/1.xml"]
