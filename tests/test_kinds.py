"""What kind of page an address and its markup announce."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from kalbarcrawl.kinds import kind_of
from kalbarcrawl.page import Page

SHORT = ["Satu alinea pendek di bawah sebuah gambar."]
LONG = ["Kata demi kata menjadi berita yang panjang. " * 20]


def page(url: str, head: str = "") -> Page:
    return Page(url, f"<html><head>{head}</head></html>".encode(), datetime(2026, 6, 1, tzinfo=UTC))


@pytest.mark.parametrize(
    ("url", "kind"),
    [
        ("https://contoh.example/berita/123/judul-berita", "article"),
        ("https://contoh.example/foto-bisnis/d-123/judul", "gallery"),
        ("https://contoh.example/berita/nasional-inpicture/16/02/judul", "gallery"),
        ("https://foto.contoh.example/read/123/judul", "gallery"),
        ("https://20.contoh.example/detikflash/123", "video"),
        ("https://contoh.example/video-news/123/judul", "video"),
        ("https://contoh.example/tag/banjir/2", "tag"),
        ("https://contoh.example/read/foto-lama-kota-ditemukan", "article"),
        ("https://contoh.example/fotografi/judul", "article"),
        ("https://contoh.example/", "front"),
    ],
)
def test_a_page_with_little_text_is_what_its_address_says(url: str, kind: str) -> None:
    assert kind_of(page(url), SHORT) == kind


def test_a_page_with_a_real_body_is_an_article() -> None:
    assert kind_of(page("https://contoh.example/foto/judul"), LONG) == "article"


def test_schema_org_types_speak_before_the_address() -> None:
    gallery = '<script type="application/ld+json">{"@type": "ImageGallery"}</script>'
    assert kind_of(page("https://contoh.example/berita/judul", gallery), SHORT) == "gallery"
    article = '<script type="application/ld+json">[{"@type": "NewsArticle"}, {"@type": "VideoObject"}]</script>'
    assert kind_of(page("https://contoh.example/berita/judul", article), SHORT) == "article"
