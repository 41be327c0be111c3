"""Page: charset, canonical address, meta and JSON-LD, from honest and from damaged bytes."""

from __future__ import annotations

import gzip
from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kalbarcrawl.page import Page, absolute_url, unpacked

NOW = datetime(2024, 2, 5, 12, tzinfo=UTC)


def page(body: bytes | str, content_type: str = "", url: str = "https://contoh.example/berita/1") -> Page:
    return Page(url, body.encode() if isinstance(body, str) else body, NOW, content_type)


@pytest.mark.parametrize(
    ("body", "content_type", "expected"),
    [
        ("Bupati — “siap”".encode(), "text/html; charset=utf-8", "Bupati — “siap”"),
        # The header says Latin-1 (a server's default), the bytes are UTF-8: seen on many small newsrooms.
        ("Bupati — “siap”".encode(), "text/html; charset=iso-8859-1", "Bupati — “siap”"),
        ("Bupati – “siap”".encode("cp1252"), "text/html; charset=utf-8", "Bupati – “siap”"),
        (b'<meta charset="windows-1252">' + "caf\u00e9".encode("cp1252"), "", '<meta charset="windows-1252">café'),
        ("﻿Jum’at".encode("utf-16"), "", "Jum’at"),
        ("Jum’at".encode("utf-8-sig"), "", "Jum’at"),
        ("caf\u00e9".encode("cp1252"), "", "café"),
        (b"", "text/html; charset=no-such-charset", ""),
    ],
)
def test_charset(body: bytes, content_type: str, expected: str) -> None:
    assert page(body, content_type).text.lstrip("\ufeff") == expected


@given(st.binary(max_size=300), st.sampled_from(["", "text/html; charset=utf-16", "text/html; charset=koi8-r", "?"]))
def test_no_bytes_raise(body: bytes, content_type: str) -> None:
    read = page(body, content_type)
    assert isinstance(read.text, str)
    assert read.canonical_url is None or read.canonical_url.startswith("http")
    assert isinstance(read.json_ld, list)


def test_canonical_is_absolute_and_beats_open_graph() -> None:
    html = '<link rel="Canonical" href="/berita/satu"><meta property="og:url" content="https://contoh.example/lain">'
    assert page(html).canonical_url == "https://contoh.example/berita/satu"


@pytest.mark.parametrize("href", ["", "javascript:void(0)", "mailto:redaksi@contoh.example", "http://["])
def test_canonical_that_is_no_address_is_none(href: str) -> None:
    assert page(f'<link rel="canonical" href="{href}">', url="").canonical_url is None


def test_meta_by_property_name_and_itemprop() -> None:
    read = page(
        '<meta property="og:title" content="A"><meta name="Author" content="B"><meta name="empty" content=" ">'
        '<meta itemprop="datePublished" content="C">'
        '<meta property="article:tag" content="x"><meta property="article:tag" content="y">'
    )
    assert read.meta == {"og:title": ["A"], "author": ["B"], "datepublished": ["C"], "article:tag": ["x", "y"]}


@pytest.mark.parametrize(
    "script",
    [
        '{"@type": "NewsArticle", "headline": "A"}',
        '[{"@type": "WebSite"}, {"@type": "NewsArticle", "headline": "A"}]',
        '{"@context": "x", "@graph": [{"@type": ["NewsArticle"], "headline": "A"}]}',
        '{"@type": "WebPage", "mainEntity": {"@type": "http://schema.org/NewsArticle", "headline": "A"}}',
        '{"@type": "NewsArticle", "headline": "A",}',
        '<!-- {"@type": "NewsArticle", "headline": "A"} -->',
        '//<![CDATA[\n{"@type": "NewsArticle", "headline": "A"}\n//]]>',
        '{"@type": "NewsArticle", "headline": "A", "articleBody": "baris\nputus"};',
    ],
)
def test_json_ld_of_every_shape(script: str) -> None:
    nodes = page(f'<script type="application/ld+json">{script}</script>').json_ld
    assert [node["headline"] for node in nodes if "headline" in node] == ["A"]


@pytest.mark.parametrize("script", ["", "{", "null", "[[[[" * 5000, '"text"', '{"headline": "no type"}'])
def test_json_ld_beyond_repair_gives_nothing(script: str) -> None:
    assert page(f'<script type="application/ld+json">{script}</script>').json_ld == []


def test_absolute_url_keeps_to_the_web() -> None:
    assert absolute_url("https://contoh.example/a/b", "../c") == "https://contoh.example/c"
    assert absolute_url("https://contoh.example/", "file:///etc/passwd") is None


def test_unpacked() -> None:
    assert unpacked(b"<html>") == b"<html>"
    assert unpacked(gzip.compress(b"<html>")) == b"<html>"
    with pytest.raises(ValueError, match="more than 100 bytes"):
        unpacked(gzip.compress(bytes(10_000)), limit=100)
    with pytest.raises(ValueError, match="damaged"):
        unpacked(b"\x1f\x8b" + b"x" * 20)
