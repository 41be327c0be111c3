"""Addresses: what is taken off, and above all what is not."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kalbarcrawl.addresses import amp_origin, clean_address

BASE = "https://warta.example/2025/06/jembatan/"


@pytest.mark.parametrize(
    ("url", "expected"),
    [
        (f"{BASE}?utm_source=rss&utm_medium=feed&utm_campaign=x", BASE),
        (f"{BASE}?fbclid=Iw&gclid=1&igshid=2&mc_cid=3&_ga=4&ref=home&ref_src=twsrc%5Etfw", BASE),
        (f"{BASE}?replytocom=12#respond", BASE),
        (f"{BASE}?amp=1", BASE),
        (f"{BASE}?amp", BASE),
        (f"{BASE}?outputType=amp", BASE),
        (f"{BASE}?share=facebook&nb=1", BASE),
        (f"{BASE}?page=2&amp;utm_source=x", f"{BASE}?page=2"),
        (f"  {BASE}#komentar ", BASE),
        ("HTTPS://Warta.Example:443/A//b/?id=3", "https://warta.example/A/b/?id=3"),
        ("http://warta.example:80", "http://warta.example/"),
        ("https://blog.example/2025/07/judul.html?m=1", "https://blog.example/2025/07/judul.html"),
        ("https://blog.example/p/tentang.html?m=0", "https://blog.example/p/tentang.html"),
        # The same letter chooses the page elsewhere.
        ("https://warta.example/index.php?m=1&a=2", "https://warta.example/index.php?m=1&a=2"),
        ("https://www.jpnn.example/index.php?mib=rss&id=4", "https://www.jpnn.example/index.php?mib=rss&id=4"),
    ],
)
def test_clean_address(url: str, expected: str) -> None:
    assert clean_address(url) == expected
    assert clean_address(expected) == expected


@pytest.mark.parametrize(
    "url",
    [
        f"{BASE}?page=2",
        "https://warta.example/?p=123",
        "https://warta.example/read?id=9&b=2&a=1&a=3",
        "https://warta.example/cari?q=banjir+rob%20pontianak&kosong=&tanpa",
        "http://warta.example:8080/A/Judul.Dengan.Titik",
        "https://warta.example/a;sesi=1?x=%2F",
        "https://arsip.example/web/2020/http://warta.example/a",
        "https://warta.example/#!berita/12",
        "https://warta.example/?reference=1&shared=2&amplop=3",
        "http://[",
        "",
    ],
)
def test_what_may_choose_the_page_stays(url: str) -> None:
    assert clean_address(url) == url


@pytest.mark.parametrize(
    ("url", "expected"),
    [
        (f"{BASE}amp/", BASE),
        (f"{BASE}amp", BASE.rstrip("/")),
        (f"{BASE}?amp", BASE),
        ("https://warta.example/amp/berita/1/judul", "https://warta.example/berita/1/judul"),
        ("https://warta.example/judul.amp.html", "https://warta.example/judul.html"),
        ("https://m.warta.example/berita/1", "https://warta.example/berita/1"),
        ("https://amp.warta.example/berita/1", "https://warta.example/berita/1"),
        ("https://www-warta-example.cdn.ampproject.org/c/s/www.warta.example/a/", "https://www.warta.example/a/"),
        ("https://www.google.com/amp/s/warta.example/a/amp/", "https://warta.example/a/"),
        # No AMP at all.
        ("https://warta.example/amplop/", "https://warta.example/amplop/"),
        ("https://warta.example/amp", "https://warta.example/amp"),
        ("https://m.example/berita", "https://m.example/berita"),
        ("https://medan.warta.example/x", "https://medan.warta.example/x"),
        ("http://[", "http://["),
    ],
)
def test_amp_origin(url: str, expected: str) -> None:
    assert amp_origin(url) == expected


@given(st.one_of(st.text(max_size=60), st.text(max_size=60).map(lambda tail: f"https://warta.example/{tail}")))
def test_no_text_raises_and_cleaning_twice_is_cleaning_once(url: str) -> None:
    once = clean_address(url)
    assert clean_address(once) == once
    assert isinstance(amp_origin(url), str)
