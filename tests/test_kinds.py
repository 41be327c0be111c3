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


def shown(body: str, head: str = "", url: str = "https://contoh.example/berita/123/judul", status: int = 200) -> Page:
    return Page(
        url,
        f"<html><head>{head}</head><body>{body}</body></html>".encode(),
        datetime(2026, 6, 1, tzinfo=UTC),
        status=status,
    )


TEASERS = "".join(f'<div><h3><a href="/berita/{n}/judul">Judul berita nomor {n}</a></h3></div>' for n in range(12))


@pytest.mark.parametrize(
    ("page", "kind"),
    [
        (shown("<h1>Halaman tidak ditemukan</h1><p>Mungkin sudah dihapus.</p>"), "soft_404"),
        (shown("<h1>404</h1>"), "soft_404"),
        (shown("<p>Maaf.</p>", status=410), "soft_404"),
        (shown("", "<title>Just a moment...</title>"), "challenge"),
        (shown("<h1>Verify you are human</h1>"), "challenge"),
        (shown("<form><input type='password' name='sandi'></form>"), "login"),
        (shown("<h1>Masuk</h1>"), "login"),
        (shown("<p>Masuk.</p>", url="https://contoh.example/wp-login.php"), "login"),
        (shown(TEASERS), "section"),
        (shown(TEASERS, '<meta property="article:published_time" content="2026-05-01">'), "article"),
        (shown("<video></video>", '<meta property="og:type" content="video.other">'), "video"),
        (shown("", url="https://contoh.example/index.html"), "front"),
        (shown("", url="https://contoh.example/?p=17"), "article"),
    ],
)
def test_what_a_page_without_a_story_shows(page: Page, kind: str) -> None:
    assert kind_of(page, SHORT) == kind


@pytest.mark.parametrize(
    ("names", "kind"),
    [("archive category", "section"), ("home blog", "front"), ("error404", "soft_404"), ("single archive", "article")],
)
def test_wordpress_says_what_a_page_is(names: str, kind: str) -> None:
    html = f'<html><body class="{names}"></body></html>'.encode()
    assert kind_of(Page("https://contoh.example/daerah/x/", html, datetime(2026, 6, 1, tzinfo=UTC)), SHORT) == kind


def test_long_teasers_are_no_story_unless_the_publishers_own_rules_say_so() -> None:
    text = "Kata demi kata menjadi cuplikan yang panjang tentang kabar dari sebuah desa di tepi sungai besar. " * 3
    page = shown(
        "<h1>Kabar Daerah</h1><div>"
        + "".join(f'<div><h2><a href="/berita/{n}">Judul {n}</a></h2><p>{n}. {text}</p></div>' for n in range(6))
        + "</div>"
    )
    assert kind_of(page, LONG, generic=True) == "section"
    assert kind_of(page, LONG) == "article"
