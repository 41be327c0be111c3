"""Furniture by its markup: what goes from a story's own container, and what stays in spite of its names."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from lxml import html as lxml_html

from kalbarcrawl.blocks import blocks_of
from kalbarcrawl.extract import extract
from kalbarcrawl.generic import undescribed
from kalbarcrawl.page import Page
from kalbarcrawl.publishers import all_publishers
from kalbarcrawl.sources.content import lines_of

FIRST = (
    "Warga dua desa di tepi Sungai Misal kini dapat menyeberang tanpa perahu setelah jembatan gantung dibuka kemarin."
)
SECOND = "Kepala desa, Ibu Umpama, mengatakan pembangunan jembatan makan waktu delapan bulan dan dikerjakan warga."
LAST = "Dinas pekerjaan umum akan memeriksa jembatan itu setiap enam bulan, demikian keterangan yang diterima."
OTHER = "Kabar yang cukup panjang untuk disebut kalimat, tetapi bukan bagian dari berita ini."
STORY = (FIRST, SECOND, LAST)

FURNITURE = {
    # hidden, or for who hears the page
    **{f"p {name}": f"<p {name}>{OTHER}</p>" for name in ('aria-hidden="true"', "hidden", "class=screen-reader-text")},
    "dialog": f"<dialog><p>{OTHER}</p></dialog>",
    "footer": f"<footer><p>{OTHER}</p></footer>",
    "role": f'<div role="complementary"><p>{OTHER}</p></div>',
    **{
        name: f"<div class='{name}'><p>{OTHER}</p></div>"
        for name in (
            *("sr-only", "visually-hidden", "hidden"),
            *("ads", "ad-slot", "ads-slot", "iklan", "advertisement", "banner-ads", "code-block code-block-1"),
            *("share-bar", "social-share", "related", "read-also", "berita-terkait", "irp_wrapper", "inline_related"),
            *("newsletter-box", "widget", "wp-caption-text", "photo-caption", "gallery"),
        )
    },
    **{
        name: f"<div id='{name}'><p>{OTHER}</p></div>"
        for name in ("div-gpt-ad-123-0", "taboola-below-article", "comments")
    },
    "inline holder": f"<a class='read-also' href='/lain'><p>{OTHER}</p></a>",
    "heading": f"<h3 class='related-title'>{OTHER}</h3>",
    "cell": f"<table><tr><td><img src=a.jpg></td></tr><tr><td class='tr-caption'>{OTHER}</td></tr></table>",
    "in others": f"<section class='terkait'><div><p>{OTHER}</p><ul><li>{OTHER}</li></ul></div></section>",
}
CONTAINERS = {
    "kalbaronline": "class='entry-content'",
    "borneotribun": "class='post-body'",
    "detik": "class='detail__body-text'",
    "antarakalbar": "class='wrap__article-detail-content'",
    "tribunpontianak": "class='txt-article'",
    "pontianakpost": "class='read__content'",
    "": "class='story-text'",
}
"""The container of a newsroom of every family, and one of a site that nobody described."""
PARAGRAPHS = "".join(f"<p>Alinea ke-{number}: {text}</p>" for number, text in enumerate(STORY * 3))


def lines(body: str, publisher: str = "kalbaronline") -> tuple[str, ...]:
    known = all_publishers().get(publisher)
    url = f"{known.home}/2025/03/14/jembatan" if known else "https://kabar.example/2025/03/14/jembatan"
    title = "<h1>Jembatan Desa Dibuka</h1>"
    html = f"<html lang=id><body><article>{title}<div {CONTAINERS[publisher]}>{body}</div></article></body></html>"
    page = Page(url, html.encode(), datetime(2026, 6, 1, tzinfo=UTC))
    return extract(page, known or undescribed(url)).lines


@pytest.mark.parametrize("publisher", CONTAINERS)
@pytest.mark.parametrize("markup", FURNITURE.values(), ids=FURNITURE)
def test_furniture_goes_whoever_describes_the_site(markup: str, publisher: str) -> None:
    assert lines(f"<p>{FIRST}</p><p>{SECOND}</p>{markup}<p>{LAST}</p>", publisher) == STORY


@pytest.mark.parametrize("markup", FURNITURE.values(), ids=FURNITURE)
def test_a_feed_or_api_says_the_same(markup: str) -> None:
    content = lxml_html.fragment_fromstring(f"<p>{FIRST}</p><p>{SECOND}</p>{markup}<p>{LAST}</p>", create_parent="div")
    assert lines_of(content) == STORY


@pytest.mark.parametrize(
    "body",
    [
        "<div class='widget'>{story}</div>",
        "<div class='related hidden'>{story}</div>",
        "<div aria-hidden='true'>{story}</div>",
        "<div id='comments'>{story}</div>",
        "<article class='comment'><p>{first}</p><p>{second}</p></article><p>{last}</p>",
        "<div class='comment'><p>{first}</p><p>{second}</p></div><p>{last}</p>",
        "<footer>{story}</footer>",
        "<div role='dialog'>{story}</div>",
        "<span class='ads'>{story}</span>",
        "<div class='iklan'><p>{first}</p></div><div class='iklan'><p>{second}</p></div><p>{last}</p>",
        "<p class='video'>{first}</p><p class='topic' id='satu'>{second}</p><p class='topic' id='dua'>{last}</p>",
        "<p class='tag-iklan category-video has-related'>{first}</p><p>{second}</p><p>{last}</p>",
    ],
)
def test_what_holds_the_story_is_no_furniture(body: str) -> None:
    story = "".join(f"<p>{text}</p>" for text in STORY)
    assert lines(body.format(story=story, first=FIRST, second=SECOND, last=LAST)) == STORY


@pytest.mark.parametrize(
    ("markup", "line"),
    [
        ("<h2 id='iklan-rokok-dilarang'>Iklan rokok dilarang</h2>", "Iklan rokok dilarang"),
        ("<h2 class='wp-block-heading toc' id='video'>Video jadi bukti</h2>", "Video jadi bukti"),
        ("<p class='credit'>Penulis: Ani Umpama</p>", "Penulis: Ani Umpama"),
        ("<div class='byline'>Oleh: Ani Umpama</div>", "Oleh: Ani Umpama"),
        ("<blockquote>“Aman.”<footer>— Ibu Umpama</footer></blockquote>", "— Ibu Umpama"),
        ("<p>Ia memuji <a class='tag' href='/x'>jembatan</a> itu.</p>", "Ia memuji jembatan itu."),
        ("<p><span aria-hidden='true'>D</span>esa itu kecil.</p>", "Desa itu kecil."),
        ("<p><span class='sr-only'>Desa</span><b aria-hidden='true'>D</b>esa itu sepi.</p>", "Desa itu sepi."),
        ("<p class='hidden md:block'>Ia pulang.</p>", "Ia pulang."),
        ("<p>Lihat <a href='/x'>peta<span class='sr-only'> (tab baru)</span></a>.</p>", "Lihat peta."),
        ("<table><tr><td class='hidden-xs'>Panjang</td><td>60 meter</td></tr></table>", "Panjang | 60 meter"),
    ],
)
def test_a_line_of_the_story_stays(markup: str, line: str) -> None:
    assert line in lines(f"{PARAGRAPHS}{markup}{PARAGRAPHS}")


def test_both_trees_read_alike() -> None:
    markup = f"<div>{PARAGRAPHS}{''.join(FURNITURE.values())}</div>"
    page = Page("https://kabar.example/", markup.encode(), datetime(2026, 6, 1, tzinfo=UTC))
    node, element = page.dom.css_first("div"), page.tree.find(".//div")
    assert node is not None
    assert element is not None
    assert blocks_of(node) == blocks_of(element)
