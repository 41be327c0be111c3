"""Markup: what any site calls furniture stays out of a described publisher's text, and nothing that is the story."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from kalbarcrawl.page import Page
from kalbarcrawl.publishers import all_publishers
from kalbarcrawl.rules import Blocks, Pictures

STORY = (
    "Bupati Ranai Sari Dewi meresmikan jembatan baru di Desa Sungai Bening pada Senin (12/2/2024) bersama warga.",
    "“Jembatan ini dibangun untuk warga, dan kami berharap semua menjaganya,” kata Sari di lokasi peresmian.",
    "Warga setempat menyambut baik pembangunan itu karena jalan ke pasar menjadi lebih dekat dari sebelumnya.",
)
OTHER = "<p>Warga Desa Zebra mengeluhkan jalan rusak yang tidak kunjung diperbaiki.</p>"
CONTAINERS = {
    "wordpress": ".entry-content",
    "blogger": ".post-body",
    "detik": ".detail__body-text",
    "tribun": ".txt-article",
    "antara": ".wrap__article-detail-content",
    "jawapos": ".read__content",
}


def page(story: str, holder: str = ".isi") -> Page:
    html = f"<body><div class='{holder.removeprefix('.')}'>{story}</div></body>"
    return Page("https://contoh.example/a", html.encode(), fetched_at=datetime(2025, 1, 2, tzinfo=UTC))


def story_with(furniture: str) -> str:
    return f"<p>{STORY[0]}</p><p>{STORY[1]}</p>{furniture}<p>{STORY[2]}</p>"


@pytest.mark.parametrize(
    "furniture",
    [
        f'<div class="sr-only">{OTHER}</div>',
        '<p class="screen-reader-text">Loncat ke isi</p>',
        f'<div class="visually-hidden">{OTHER}</div>',
        f'<div class="hidden">{OTHER}</div>',
        '<p aria-hidden="true">Zebra</p>',
        f"<dialog open>{OTHER}</dialog>",
        f'<div id="div-gpt-ad-123-0">{OTHER}</div>',
        f'<div class="ads">{OTHER}</div>',
        f'<div class="ads-slot big">{OTHER}</div>',
        f'<div class="iklan">{OTHER}</div>',
        f'<div id="taboola-below-article">{OTHER}</div>',
        f'<div class="related">{OTHER}</div>',
        f'<div class="berita-terkait">{OTHER}</div>',
        f'<div class="irp_wrapper">{OTHER}</div>',
        f'<div class="widget">{OTHER}</div>',
        f'<div class="social-share">{OTHER}</div>',
        f'<div class="newsletter-box">{OTHER}</div>',
        f'<div id="comments">{OTHER}</div>',
        f'<div class="author-box">{OTHER}</div>',
        f"<footer>{OTHER}</footer>",
        '<img src="/a.jpg"><p class="wp-caption-text">Jembatan gantung.</p>',
        '<div class="photo"><img src="/a.jpg"><div class="photo-caption">Jembatan gantung.</div></div>',
    ],
)
def test_furniture_inside_the_text_stays_out(furniture: str) -> None:
    assert tuple(Blocks(".isi")(page(story_with(furniture)))) == STORY


@pytest.mark.parametrize(
    ("story", "lines"),
    [
        # what a name alone says is not believed of the story itself
        (f'<div class="widget"><p>{STORY[0]}</p><p>{STORY[1]}</p></div><p>{STORY[2]}</p>', STORY),
        ("".join(f'<div class="ads"><p>{line}</p></div>' for line in STORY), STORY),
        # shown where there is room for it
        (story_with('<p class="hidden md:block">Ia pulang.</p>'), (*STORY[:2], "Ia pulang.", STORY[2])),
        # an initial that readers see, and the word that screen readers read
        (
            f'<p>{STORY[0]}</p><p><span class="sr-only">Warga</span><b aria-hidden="true">W</b>arga bersorak.</p>',
            (STORY[0], "Warga bersorak."),
        ),
        (
            f"<p>{STORY[0]}</p><blockquote><p>{STORY[1]}</p><footer>Sari Dewi</footer></blockquote><p>{STORY[2]}</p>",
            (*STORY[:2], "Sari Dewi", STORY[2]),
        ),
    ],
    ids=["most of the text", "all of it in parts", "on wide screens", "drop cap", "source of a quotation"],
)
def test_what_may_be_the_story_stays(story: str, lines: tuple[str, ...]) -> None:
    assert tuple(Blocks(".isi")(page(story))) == lines


@pytest.mark.parametrize("family", CONTAINERS)
def test_every_family_leaves_it_out(family: str) -> None:
    publisher = next(one for one in all_publishers().values() if one.family == family)
    shown = page(story_with(f'<div class="social-share">{OTHER}</div>'), CONTAINERS[family])
    found = next(lines for rule in publisher.rules.body if (lines := rule(shown)))
    assert tuple(found) == STORY


def test_the_words_of_a_picture_are_its_caption() -> None:
    shown = page('<div class="foto"><img src="/a.jpg"><div class="photo-caption">Jembatan gantung.</div></div>')
    assert [image.caption for image in Pictures(".foto")(shown)] == ["Jembatan gantung."]
