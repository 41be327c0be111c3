"""The generic rules on pages of our own writing: the habits of many systems, the words of none."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from kalbarcrawl.extract import extract
from kalbarcrawl.generic import undescribed
from kalbarcrawl.items import RawArticle
from kalbarcrawl.page import Page
from kalbarcrawl.text import people

URL = "https://kabar.example/2025/03/14/jembatan-desa-dibuka"
PARAGRAPHS = (
    "Warga dua desa di tepi Sungai Misal kini dapat menyeberang tanpa perahu setelah jembatan gantung dibuka kemarin.",
    "Kepala desa, Ibu Umpama, mengatakan pembangunan jembatan makan waktu delapan bulan dan dikerjakan warga sendiri.",
    "“Anak-anak sekolah tidak perlu lagi menunggu air surut,” katanya di sela syukuran yang dihadiri ratusan orang.",
    "Jembatan sepanjang enam puluh meter itu dapat dilalui sepeda motor, tetapi tidak untuk kendaraan roda empat.",
    "Pemerintah kabupaten menyumbang tali baja, sedangkan papan lantai dari kebun milik kelompok tani setempat.",
    "Dinas pekerjaan umum akan memeriksa jembatan itu setiap enam bulan, demikian keterangan tertulis yang diterima.",
    "Sebelum jembatan ada, warga harus memutar dua belas kilometer lewat jalan kebun yang becek pada musim hujan.",
)
STORY = "".join(f"<p>{text}</p>" for text in PARAGRAPHS)
TEASER = "<p>Kabar lain yang cukup panjang untuk disebut kalimat, tetapi bukan bagian dari berita ini sama sekali.</p>"


def read(body: str, head: str = "", url: str = URL) -> RawArticle:
    html = f'<html lang="id"><head>{head}</head><body>{body}</body></html>'
    page = Page(url, html.encode(), datetime(2026, 6, 1, tzinfo=UTC))
    return extract(page, undescribed(url))


@pytest.mark.parametrize(
    "markup",
    [
        f'<main><article><h1>Jembatan Desa Dibuka</h1><div class="entry-content">{STORY}</div></article></main>',
        f'<div id="wrap" class="has-sidebar comments-open"><h1>Jembatan Desa Dibuka</h1><div>{STORY}</div></div>',
        f"<form id='aspnetForm'><h1>Jembatan Desa Dibuka</h1><div>{STORY}</div></form>",
        "<h1>Jembatan Desa Dibuka</h1><div class='isi'>" + "<br><br>".join(PARAGRAPHS) + "</div>",
        f'<h1>Jembatan Desa Dibuka</h1><div style="display:none">{STORY}</div>',
        "<h1>Jembatan Desa Dibuka</h1>" + "".join(f'<div class="topic widget"><p>{p}</p></div>' for p in PARAGRAPHS),
    ],
    ids=["article", "telling wrapper", "one form", "line breaks", "hidden until a script runs", "telling paragraphs"],
)
def test_the_story_is_found_whatever_holds_it(markup: str) -> None:
    assert read(f"<nav><a href='/'>Beranda</a></nav>{markup}<footer>{TEASER}</footer>").lines == PARAGRAPHS


@pytest.mark.parametrize(
    "furniture",
    [
        f'<div class="related-posts"><h3>Berita Terkait</h3>{TEASER * 3}</div>',
        f'<div id="komentar"><h3>3 Komentar</h3>{TEASER * 9}</div>',
        f'<div class="cookie-consent">{TEASER * 9}</div>',
        f'<aside class="sidebar">{TEASER * 4}</aside>',
        '<ul><li><a href="/satu">Berita satu yang lain</a></li><li><a href="/dua">Berita dua yang lain</a></li></ul>',
        '<p>Baca juga: <a href="/lain">Judul panjang berita lain di laman yang sama</a></p>',
        '<blockquote class="twitter-tweet"><p>Satu cuitan yang lebih dari delapan kata, sungguh.</p></blockquote>',
        f'<article><h2><a href="/2025/03/13/lain">Berita Kemarin</a></h2>{TEASER * 12}</article>',
    ],
    ids=["related", "comments", "cookies", "sidebar", "links", "read also", "embedded post", "next story"],
)
def test_furniture_stays_out(furniture: str) -> None:
    found = read(f"<div class=page><h1>Jembatan Desa Dibuka</h1><div class=isi>{STORY}{furniture}</div></div>")
    assert found.lines == PARAGRAPHS


def test_headings_lists_and_quotes_stay_in_order() -> None:
    parts = (
        f"<p>{PARAGRAPHS[0]}</p><h2>Syarat lewat</h2><ul><li>Turun dari motor</li><li>Bergantian</li></ul>"
        f"<blockquote><p>{PARAGRAPHS[2]}</p></blockquote><h2>Lihat juga</h2>"
    )
    lines = read(f"<h1>Jembatan Desa Dibuka</h1><div>{parts}</div>").lines
    assert lines == (PARAGRAPHS[0], "Syarat lewat", "Turun dari motor", "Bergantian", PARAGRAPHS[2])


def test_a_table_at_the_storys_end_is_its_own() -> None:
    table = "<table><tr><th>Beras</th><th>Harga</th></tr><tr><td>Premium</td><td>Rp16.000</td></tr></table>"
    found = read(f"<h1>Jembatan Desa Dibuka</h1><div class=isi>{STORY}{table}</div>")
    assert found.lines == (*PARAGRAPHS, "Beras | Harga", "Premium | Rp16.000")


def test_a_standfirst_belongs_to_the_story_unless_the_story_says_it_again() -> None:
    markup = "<h1>Jembatan Desa Dibuka</h1><p class=subtitle>{}</p><div>" + STORY + "</div>"
    summary = "Dua desa di tepi sungai kini tersambung."
    assert read(markup.format(summary)).lines == (summary, *PARAGRAPHS)
    assert read(markup.format(PARAGRAPHS[1])).lines == PARAGRAPHS


def test_a_page_that_shows_a_beginning_gives_what_it_carries_along() -> None:
    told = [PARAGRAPHS[0], *(f"{number}. {text} Ini bagian ke-{number}." for number, text in enumerate(PARAGRAPHS * 3))]
    state = ", ".join(f'{{"type": "paragraph", "content": [{{"value": "{text}"}}]}}' for text in told)
    script = f'<script id="__NEXT_DATA__" type="application/json">{{"props": {{"body": [{state}]}}}}</script>'
    found = read(f"<h1>Jembatan Desa Dibuka</h1><div><p>{PARAGRAPHS[0]}</p></div>{script}")
    assert found.lines == tuple(told)
    assert found.won["body"] == "embedded state"


@pytest.mark.parametrize(
    ("head", "body", "title"),
    [
        ("<title>Jembatan Desa Dibuka - Kabar</title>", "<h1>Kabar</h1><h2>Jembatan Desa Dibuka</h2>", "h2"),
        ("<title>Jembatan Desa Dibuka | Daerah | Kabar Contoh</title>", "<h1><img alt='Kabar'></h1>", "declared"),
        ("<title>Jembatan Desa</title>", "<h1>Jembatan Desa Dibuka</h1><h1>Berita Lain Hari Ini</h1>", "likest h1"),
        ("<title>Lain sekali | Kabar</title>", "<h1>Jembatan Desa Dibuka</h1>", "declared for search engines"),
        ('<meta property="og:title" content="Jembatan Desa Dibuka &amp;#8211; Kabar Contoh">', "", "entities"),
    ],
    ids=lambda value: value if " " in value and "<" not in value else "",
)
def test_the_headline_is_what_the_page_agrees_on(head: str, body: str, title: str) -> None:
    head += '<meta property="og:site_name" content="Kabar Contoh"><meta property="article:section" content="Daerah">'
    if title == "declared for search engines":
        assert read(body, head).title in ("Jembatan Desa Dibuka", "Lain sekali")
    else:
        assert read(body + STORY, head).title == "Jembatan Desa Dibuka"


@pytest.mark.parametrize(
    ("byline", "authors"),
    [
        ('<div class="post-byline">Oleh <a href="/penulis/ani">Ani Contoh</a></div>', ("Ani Contoh",)),
        ("<p>By Ann Example and Bob Sample</p>", ("By Ann Example and Bob Sample",)),
        ('<div class="AuthorWrapper-x1"><span>Ani Contoh</span></div>', ("Ani Contoh",)),
        ('<div class="share by"><a class="by">Facebook</a></div>', ()),
        ('<div class="author-bio">Ani Contoh menulis tentang desa sejak lama.</div>', ()),
        ('<a href="/author/kabar">Kabar</a>', ()),
    ],
    ids=["link", "said", "camel case", "platform", "biography", "the site itself"],
)
def test_bylines_name_people(byline: str, authors: tuple[str, ...]) -> None:
    assert read(f"<h1>Jembatan Desa Dibuka</h1>{byline}<div>{STORY}</div>").authors == authors


@pytest.mark.parametrize(("colon", "mark"), [("", " |"), (":", ",")])
def test_links_of_a_byline_that_names_an_editor_are_read_with_their_labels(colon: str, mark: str) -> None:
    writer, editor = '<a href="/author/a">Ani Wijaya</a>', '<a href="/author/b">Budi</a>'
    byline = f'<div class="byline">Penulis{colon} {writer}{mark} Editor{colon} {editor}</div>'
    [found] = map(people, read(f"<h1>Jembatan Desa Dibuka</h1>{byline}{STORY}").authors)
    assert (found.authors, found.editors) == (("Ani Wijaya",), ("Budi",))


def test_a_byline_that_names_an_agency_alone_gives_the_agency() -> None:
    markup = '<h1>Jembatan Desa Dibuka</h1><div class="byline">By Bernama</div>'
    assert read(f"{markup}{STORY}").authors == ("By Bernama",)


def test_persons_of_schema_org_come_first_and_organisations_never() -> None:
    script = (
        '<script type="application/ld+json">{"@type": "NewsArticle", "headline": "Jembatan", "author": %s}</script>'
    )
    byline = '<h1>Jembatan Desa Dibuka</h1><div class="byline">Oleh Budi Umpama</div>'
    person = '[{"@type": "Person", "name": "Ani Contoh"}, {"@type": "Organization", "name": "Lembaga Misal"}]'
    assert read(byline + STORY, script % person).authors == ("Ani Contoh",)
    assert read(byline + STORY, script % '{"@type": "Organization", "name": "Lembaga Misal"}').authors == (
        "Oleh Budi Umpama",
    )


def published(body: str, head: str = "") -> list[str]:
    found = read(f"<h1>Jembatan Desa Dibuka</h1>{body}<div>{STORY}</div>", head)
    return [raw for origin, raw in found.published if origin != "address"]


@pytest.mark.parametrize(
    ("markup", "dates"),
    [
        ('<time datetime="2025-03-14T08:00:00+07:00">14 Maret</time>', ["2025-03-14T08:00:00+07:00"]),
        ("<div>Jumat, 14 Maret 2025 | 08:00 WIB</div>", ["Jumat, 14 Maret 2025 | 08:00 WIB"]),
        ("<p>By Ann Example on March 14, 2025</p>", ["By Ann Example on March 14, 2025"]),
        ('<span class="date">Diperbarui 15 Maret 2025</span>', []),
        ('<div class="terpopuler"><span class="date">1 Januari 2024</span></div>', []),
        ('<span class="date">20 detik lalu</span><div>14 Maret 2025</div>', ["14 Maret 2025"]),
    ],
    ids=["time", "alone", "in a byline", "an update", "another article's", "relative"],
)
def test_dates_are_the_articles_own(markup: str, dates: list[str]) -> None:
    assert published(markup) == dates


def test_the_sites_own_clock_is_preferred_to_utc() -> None:
    head = '<meta property="article:published_time" content="2025-03-13T20:30:00Z">'
    assert (
        published('<time datetime="2025-03-14T03:30:00+07:00">14 Maret</time>', head)[0] == "2025-03-14T03:30:00+07:00"
    )


def test_the_picture_comes_with_the_caption_of_its_figure() -> None:
    head = '<meta property="og:image" content="https://cdn.example/a/jembatan.jpg?w=1200">'
    figure = '<figure><img data-src="/b/jembatan.jpg"><figcaption>Jembatan gantung. (Foto: Ani)</figcaption></figure>'
    [image] = read(f"<h1>Jembatan Desa Dibuka</h1>{figure}{STORY}", head).images
    assert (image.url, image.caption) == ("https://cdn.example/a/jembatan.jpg?w=1200", "Jembatan gantung. (Foto: Ani)")
    figure = '<div class="wp-caption"><img src="/b/jembatan.jpg"><p class="wp-caption-text">Jembatan gantung.</p></div>'
    [image] = read(f"<h1>Jembatan Desa Dibuka</h1>{figure}{STORY}", head).images
    assert image.caption == "Jembatan gantung."


def test_where_no_picture_is_offered_those_of_the_story_with_a_caption_are_its_pictures() -> None:
    figure = '<figure><img src="/b/jembatan.jpg"><figcaption>Jembatan gantung.</figcaption></figure>'
    teaser = '<figure><img src="/b/lain.jpg"></figure>'
    [image] = read(f"<article><h1>Jembatan Desa Dibuka</h1>{figure}{STORY}{teaser}</article>").images
    assert (image.url.endswith("/b/jembatan.jpg"), image.caption) == (True, "Jembatan gantung.")


@pytest.mark.parametrize(
    ("head", "body", "paywalled"),
    [
        (
            '<script type="application/ld+json">{"@type": "NewsArticle", "isAccessibleForFree": "False"}</script>',
            "",
            True,
        ),
        (
            '<script type="application/ld+json">{"@type": "NewsArticle", "isAccessibleForFree": true}</script>',
            "",
            False,
        ),
        ('<meta property="article:content_tier" content="locked">', "", True),
        ("", '<div class="paywall"><p>Berlangganan untuk membaca berita selengkapnya.</p></div>', True),
        ("", f'<div class="pmc-paywall">{STORY}</div>', None),
        ("", "", None),
    ],
)
def test_the_page_says_whether_it_is_free(head: str, body: str, paywalled: bool | None) -> None:
    assert read(f"<h1>Jembatan Desa Dibuka</h1>{STORY}{body}", head).paywalled is paywalled


@pytest.mark.parametrize(
    "html",
    [
        "",
        "<",
        "<!-- tidak ditutup",
        "<svg></svg>",
        "<frameset><frame></frameset>",
        "<h1></h1><p>Pendek</p>",
        "<nav><a href='/'>Beranda</a></nav><footer><p>Hak cipta Kabar Contoh. Dilarang menyalin tanpa izin.</p>",
        "<article><a href='/1'>Satu</a></article><article><a href='/2'>Dua</a></article><section></section>",
        "<div>" * 3000 + "<p>Kata demi kata menjadi kalimat yang cukup panjang.</p>",
        '<script type="application/ld+json">{"@type": "Article", "author": {"name": 3}, "articleBody": {}}</script>',
        '<script id="__NEXT_DATA__">{"a": ' + "[" * 3000 + "]" * 3000 + "}</script>",
        "<base href='http://[x'><h1>Judul</h1><h2><a href='http://[y'>Lain</a></h2>",
    ],
)
def test_no_page_is_too_strange(html: str) -> None:
    page = Page(URL, html.encode(), datetime(2026, 6, 1, tzinfo=UTC))
    raw = extract(page, undescribed(URL))
    assert not any("Hak cipta" in line for line in raw.lines)


@pytest.mark.parametrize(
    ("trail", "section"),
    [
        ("<a href='/'>Beranda</a> / <a href='/daerah'>Daerah</a> / <a href='#'>Jembatan Desa Dibuka</a>", "Daerah"),
        ("<a href='/'>Kabar</a> <a href='/daerah'>Daerah</a> <a href='/daerah/misal'>Misal</a>", "Misal"),
        ("<a href='/'>Home</a>", None),
    ],
)
def test_the_section_is_the_last_step_before_the_article(trail: str, section: str | None) -> None:
    assert read(f"<div class='breadcrumbs'>{trail}</div><h1>Jembatan Desa Dibuka</h1>{STORY}").section == section
