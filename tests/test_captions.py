"""Captions: which words markup puts under which picture, whoever describes the site."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from kalbarcrawl.extract import extract
from kalbarcrawl.generic import undescribed
from kalbarcrawl.items import Image, RawArticle
from kalbarcrawl.page import Page
from kalbarcrawl.publishers import all_publishers
from kalbarcrawl.rules import Pictures
from tests.test_furniture import CONTAINERS, STORY

PICTURE = '<img src="/foto/jembatan.jpg" width="800" height="500">'
WORDS = "Jembatan gantung dilihat dari hulu. (Foto: Ani)"
CAPTIONED = {
    "figure": f"<figure>{PICTURE}<figcaption>{WORDS}</figcaption></figure>",
    "figure, loaded late": f"<figure><img data-src='/foto/jembatan.jpg'><noscript>{PICTURE}</noscript>"
    f"<figcaption>{WORDS}</figcaption></figure>",
    "old figure": f'<div class="wp-caption alignnone">{PICTURE}<p class="wp-caption-text">{WORDS}</p></div>',
    "paragraph below": f'{PICTURE}<p class="wp-caption-text">{WORDS}</p>',
    "paragraphs": f'<p><a href="/foto/jembatan.jpg">{PICTURE}</a></p>\n<p class="caption">{WORDS}</p>',
    "frame": f'<div class="photo">{PICTURE}<div class="photo-caption">{WORDS}</div></div>',
    "table": f'<table><tr><td>{PICTURE}</td></tr><tr><td class="tr-caption">{WORDS}</td></tr></table>',
    "gallery": f'<div class="gallery"><figure>{PICTURE}<figcaption>{WORDS}</figcaption></figure></div>',
}


def read(inside: str, publisher: str = "", head: str = "", before: str = "") -> RawArticle:
    """A page of a described newsroom, or of a site nobody described, with something amid and before its story."""
    known = all_publishers().get(publisher)
    home = known.home if known else "https://kabar.example"
    first, second, last = STORY
    body = f"<h1>Jembatan Desa Dibuka</h1>{before}<div {CONTAINERS[publisher]}><p>{first}</p><p>{second}</p>{inside}"
    html = f"<html lang=id><head>{head}</head><body>{body}<p>{last}</p></div></body></html>"
    page = Page(f"{home}/2025/03/14/jembatan", html.encode(), datetime(2026, 6, 1, tzinfo=UTC))
    return extract(page, known or undescribed(page.url))


@pytest.mark.parametrize("publisher", CONTAINERS)
@pytest.mark.parametrize("markup", CAPTIONED.values(), ids=CAPTIONED)
def test_a_picture_in_the_story_comes_with_its_caption(markup: str, publisher: str) -> None:
    found = read(markup, publisher)
    assert found.lines == STORY
    assert [(image.url.endswith("/foto/jembatan.jpg"), image.caption) for image in found.images] == [(True, WORDS)]


@pytest.mark.parametrize("markup", CAPTIONED.values(), ids=CAPTIONED)
def test_the_picture_a_page_offers_has_the_caption_it_is_shown_with(markup: str) -> None:
    offered = "https://cdn.example/besar/jembatan.jpg?w=1200"
    head = f'<meta property="og:image" content="{offered}">'
    assert read(markup, head=head).images == (Image(offered, WORDS),)
    assert read("", head=head, before=markup).images == (Image(offered, WORDS),)


@pytest.mark.parametrize(
    "markup",
    [
        f"{PICTURE}<p>Alinea di antaranya.</p><p class='caption'>{WORDS}</p>",
        f"{PICTURE}<div class='wp-caption'><img src='/foto/lain.jpg'><p class='wp-caption-text'>{WORDS}</p></div>",
        f"{PICTURE}<img src='/foto/lain.jpg'><p class='caption'>{WORDS}</p>",
        f"<div class='video-player'>{PICTURE}<div class='caption'>{WORDS}</div></div>",
        f"<figure>{PICTURE}</figure><div class='byline-caption'>Oleh Ani</div>",
        f"{PICTURE}<p class='caption'>{'kata ' * 4_000}</p>",
    ],
    ids=["text between", "another picture's frame", "another picture's", "a video's", "a byline", "a text"],
)
def test_words_of_something_else_are_no_caption(markup: str) -> None:
    [image] = read(markup, head='<meta property="og:image" content="/besar/jembatan.jpg">').images
    assert image.caption is None


@pytest.mark.parametrize(
    "markup",
    [
        f"<aside><figure>{PICTURE}<figcaption>{WORDS}</figcaption></figure></aside>",
        f"<div class='related'><figure>{PICTURE}<figcaption>{WORDS}</figcaption></figure></div>",
        f"<div class='iklan'>{PICTURE}<p class='caption'>{WORDS}</p></div>",
        "<p><img src='/ikon.png'></p>",
        f"<figure><img src='data:image/png;base64,AA'><figcaption>{WORDS}</figcaption></figure>",
    ],
    ids=["aside", "related", "advertisement", "no caption", "no address"],
)
def test_pictures_of_something_else_are_none_of_the_story(markup: str) -> None:
    assert read(markup).images == ()


def test_a_rule_takes_any_caption_beside_the_only_picture_and_its_own_of_several() -> None:
    one = f"<div class=foto><b>Foto</b>{PICTURE}<p>Klik untuk perbesar</p><p class=photo-caption>{WORDS}</p></div>"
    two = f"<div class=foto>{PICTURE}<img src=/foto/dua.jpg><p class=photo-caption>{WORDS}</p></div>"
    for html, caption in ((one, WORDS), (two, None)):
        page = Page("https://kabar.example/", html.encode(), datetime(2026, 6, 1, tzinfo=UTC))
        assert [image.caption for image in Pictures(".foto")(page)] == [caption]
