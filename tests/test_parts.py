"""Multi-page articles: which links lead to further parts, and how parts become one article."""

from __future__ import annotations

from datetime import UTC, datetime
from urllib.request import urlopen

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kalbarcrawl.items import Image, RawArticle
from kalbarcrawl.page import Page
from kalbarcrawl.parts import further_pages, joined
from tests.newsroom.newsroom import Newsroom

NOW = datetime(2025, 6, 6, tzinfo=UTC)
WP = "https://warta.example/2025/06/jembatan/"
TRIBUN = "https://pontianak.warta.example/2025/06/05/jembatan"


def page(url: str, html: str) -> Page:
    return Page(url, html.encode(), NOW)


@pytest.mark.parametrize(
    ("url", "html", "expected"),
    [
        # WordPress page links.
        (
            WP,
            f'<div class="page-links">1 <a href="{WP}2/" class="post-page-numbers">2</a> <a href="{WP}3/">3</a></div>',
            [f"{WP}2/", f"{WP}3/"],
        ),
        (
            f"{WP}2/",
            f'<div class="page-links"><a href="{WP}">1</a> 2 <a href="{WP}3/">3</a></div>',
            [f"{WP}3/"],
        ),
        ("https://warta.example/?p=7", '<div class="page-links"><a href="?p=7&page=2">2</a></div>', ["?p=7&page=2"]),
        # Its rel=next is the neighbouring post.
        (WP, '<link rel="next" href="https://warta.example/2025/06/lain/"><a rel="next" href="/2025/06/2/">x</a>', []),
        (f"{WP}2/", f'<a rel="next" href="{WP}3/">a post called 3, for all we know</a>', []),
        # Kompas, and its link to everything.
        (
            TRIBUN,
            '<div class="paging__item"><a href="?page=3">3</a><a href="?page=2#top">2</a></div>',
            ["?page=2", "?page=3"],
        ),
        (TRIBUN, '<a href="?page=2">2</a> <a href="?page=all">Tampilkan Semua</a>', ["?page=all"]),
        (f"{TRIBUN}?page=all", '<a href="?page=2">2</a> <a href="?page=all">Semua</a>', []),
        (f"{TRIBUN}?page=2", '<a href="?page=1">1</a><a href="?page=2">2</a><a href="?page=3">3</a>', ["?page=3"]),
        (f"{TRIBUN}?utm_source=x", f'<a href="{TRIBUN}?page=2">2</a>', [f"{TRIBUN}?page=2"]),
        (TRIBUN, f'<link rel="next" href="{TRIBUN}?page=2">', [f"{TRIBUN}?page=2"]),
        (WP, f'<a href="{WP}halaman/2">2</a>', [f"{WP}halaman/2"]),
        # Other articles' parts, sections, other hosts, comments.
        (TRIBUN, '<a href="/2025/06/05/lain?page=2">x</a> <a href="/daerah?page=2">x</a>', []),
        (TRIBUN, '<a href="https://lain.example/2025/06/05/jembatan?page=2">x</a>', []),
        (WP, f'<a href="{WP}comment-page-2/#comments">x</a> <a href="{WP}2024/">x</a> <a href="http://[">x</a>', []),
        ("https://warta.example/berita/12", '<a rel="next" href="/berita/13">x</a>', []),
        ("https://warta.example/", '<a href="/page/2/">2</a><a href="/?page=2">2</a>', []),
    ],
)
def test_further_pages(url: str, html: str, expected: list[str]) -> None:
    read = page(url, html)
    assert further_pages(read) == [read.join(address) for address in expected]


@given(st.text(alphabet='<a href="?page=2/3#[]:&>', max_size=80))
def test_no_page_raises(html: str) -> None:
    assert isinstance(further_pages(page(WP, html)), list)


def part(*lines: str, url: str = WP, **fields: object) -> RawArticle:
    return RawArticle(url=url, fetched_at=NOW, lines=lines, **fields)  # type: ignore[arg-type]


def test_joined_keeps_the_first_parts_facts_and_the_order_of_lines() -> None:
    one, two = Image("https://warta.example/1.jpg", "Satu"), Image("https://warta.example/2.jpg")
    whole = joined(
        [
            part("Judul kecil", "Satu.", "Dua.", "Editor: Ani", title="Judul", images=(one,)),
            part("Judul kecil", "Tiga.", "Editor: Ani", url=f"{WP}2/", title="Judul - Halaman 2", images=(one, two)),
            part("Judul kecil", "Empat.", "Satu.", "Editor: Ani", url=f"{WP}3/"),
        ]
    )
    assert whole.lines == ("Judul kecil", "Satu.", "Dua.", "Tiga.", "Empat.", "Satu.", "Editor: Ani")
    assert (whole.url, whole.title, whole.images) == (WP, "Judul", (one, two))


def test_a_part_that_holds_everything_is_the_article() -> None:
    assert joined([part("Satu.", "Dua."), part("Satu.", "Dua.", "Tiga.")]).lines == ("Satu.", "Dua.", "Tiga.")


def test_a_site_that_ignores_the_page_number_doubles_nothing() -> None:
    assert joined([part("Satu.", "Dua."), part("Satu.", "Dua.")]).lines == ("Satu.", "Dua.")


def test_one_part_is_itself_and_none_is_an_error() -> None:
    alone = part("Satu.")
    assert joined([alone]) is alone
    with pytest.raises(ValueError, match="no parts"):
        joined([])


def test_the_newsrooms_story_over_two_pages() -> None:
    with Newsroom() as newsroom:
        stories = {article.slug: article.second_page_from for article in newsroom.articles.values()}
        assert any(stories.values())
        for slug, second_page_from in stories.items():
            with urlopen(newsroom.address(slug)) as answer:
                found = further_pages(Page(newsroom.address(slug), answer.read(), NOW))
            assert found == ([f"{newsroom.address(slug)}?page=2"] if second_page_from else [])
