"""Rules and blocks: what a selector finds, and the text a reader sees in an element."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from kalbarcrawl.items import Image
from kalbarcrawl.page import Page
from kalbarcrawl.rules import Address, Blocks, Css, JsonLd, Meta, Pictures, Rule, XPath


def page(html: str) -> Page:
    return Page("https://contoh.example/2024/02/05/judul", html.encode(), datetime(2024, 2, 5, tzinfo=UTC))


HEAD = """<meta name="keywords" content="Celebrity: Hot Gossip, Editor:Budi">
<script type="application/ld+json">
{"@type": "NewsArticle", "headline": "Judul &amp; Isi", "datePublished": "2024-02-05T08:00:00+07:00",
 "author": [{"@type": "Person", "name": "Ani"}, "Budi"]}
</script>"""


@pytest.mark.parametrize(
    ("rule", "expected"),
    [
        (Css("h1.judul"), ["Judul panjang"]),
        (Css("h1.judul::attr(data-id)"), ["7"]),
        (Css(".tak-ada"), []),
        (XPath("//h1/text()"), ["Judul"]),
        (XPath("string(//h1)"), ["Judul panjang"]),
        (XPath("count(//h1) > 5"), []),
        (Meta("KEYWORDS"), ["Celebrity: Hot Gossip, Editor:Budi"]),
        (Meta("keywords", pick=r"Editor:\s*(\w+)"), ["Budi"]),
        (Meta("keywords", pick=r"Tak ada"), []),
        (JsonLd("headline"), ["Judul & Isi"]),
        (JsonLd("author"), ["Ani", "Budi"]),
        (JsonLd("publisher"), []),
        (Address(pick=r"/(\d{4}/\d\d/\d\d)/"), ["2024/02/05"]),
    ],
    ids=str,
)
def test_a_rule_finds(rule: Rule, expected: list[str]) -> None:
    html = HEAD + '<h1 class="judul" data-id="7"> Judul\n <em>panjang</em> </h1><p> </p>'
    assert rule(page(html)) == expected


@pytest.mark.parametrize("make", [lambda: Css("h1["), lambda: XPath("//h1["), lambda: Blocks("div", without=">>")])
def test_a_query_that_does_not_parse_is_refused_when_written(make: object) -> None:
    with pytest.raises(ValueError, match="query"):
        make()  # type: ignore[operator]


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        ("<p>Satu.</p><p>Dua.</p>", ["Satu.", "Dua."]),
        ("Teks lepas.<br><br>Setelah jeda.<p>Alinea.</p>", ["Teks lepas.", "Setelah jeda.", "Alinea."]),
        ("<p>Kata <b>te</b>bal &nbsp; rapat.</p>", ["Kata tebal rapat."]),
        ("<p>Awal <script>x()</script>akhir.</p><style>p{}</style>", ["Awal akhir."]),
        ("<figure><img><figcaption>Foto</figcaption></figure><p>Isi.</p>", ["Isi."]),
        ("<p>Isi.</p><p style='display: none'>Tersembunyi.</p><p hidden>Juga.</p>", ["Isi."]),
        ("<ul><li>Satu</li><li>Dua <ul><li>Anak</li></ul></li></ul>", ["Satu", "Dua", "Anak"]),
        ("<table><tr><th>Nama</th><td>Nilai</td></tr><tr><td>A</td><td>1</td></tr></table>", ["Nama | Nilai", "A | 1"]),
        ("<h2>Sub</h2><blockquote><p>Kutipan.</p></blockquote>", ["Sub", "Kutipan."]),
        ('<p>Hore <img class="wp-smiley" alt="🎉"> sekali</p>', ["Hore 🎉 sekali"]),
        ("<p>Isi.</p><p><b>Baca Juga:</b></p><ul><li><a href=x>Judul lain</a></li></ul><p>Lanjut.</p>",
         ["Isi.", "Baca Juga:", "Lanjut."]),
        ("<p>Isi.</p><p><a href=x>Seluruhnya tautan.</a></p>", ["Isi.", "Seluruhnya tautan."]),
        ("<p>Isi.<!-- s: iklan --></p><div class=iklan>Beli!</div>", ["Isi."]),
        ("<div>" * 400 + "Dalam sekali." + "</div>" * 400, ["Dalam sekali."]),
    ],
)  # fmt: skip
def test_blocks_are_what_a_reader_sees(html: str, expected: list[str]) -> None:
    assert Blocks("#isi", without=".iklan")(page(f'<div id="isi">{html}</div><p>Luar.</p>')) == expected


def test_an_element_inside_another_is_read_once() -> None:
    assert Blocks("div.isi")(page("<div class=isi><div class=isi>Sekali.</div></div>")) == ["Sekali."]


def test_pictures_with_captions() -> None:
    html = """<figure><img data-src="/a.jpg" src="data:,x"><figcaption>Foto <b>satu</b></figcaption></figure>
    <figure><img src="https://cdn.example/b.jpg"></figure><figure>tanpa gambar</figure>"""
    assert Pictures("figure")(page(html)) == [
        Image("https://contoh.example/a.jpg", "Foto satu"),
        Image("https://cdn.example/b.jpg", None),
    ]


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        ("<p><b>Koran, Contoh</b> Warga datang.</p><p>Dua.</p>", ["Koran, Contoh - Warga datang.", "Dua."]),
        ("<p><b>Koran, Contoh -</b> Warga datang.</p>", ["Koran, Contoh - Warga datang."]),
        ("<p><b>Koran, Contoh</b> – Warga datang.</p>", ["Koran, Contoh – Warga datang."]),
        ("<p>Tanpa huruf tebal.</p>", ["Tanpa huruf tebal."]),
    ],
)
def test_a_dateline_set_apart_by_type_alone_gets_a_dash(html: str, expected: list[str]) -> None:
    assert Blocks("#isi", dateline="b")(page(f'<div id="isi">{html}</div>')) == expected


def test_pictures_amid_the_text_follow_the_one_above_it() -> None:
    above, amid = "<p class=utama><img src=/a.jpg></p>", "<figure><img src=/b.jpg><figcaption>Dua</figcaption></figure>"
    pictures = Pictures(".utama", amid="figure")
    assert [image.url[-5:] for image in pictures(page(above + amid + "<figure><img src=/a.jpg></figure>"))] == [
        "a.jpg", "b.jpg",
    ]  # fmt: skip
    assert pictures(page(amid)) == []


def test_figures_of_tables_and_quotations_are_read_and_their_captions_are_not() -> None:
    html = """<p>Isi.</p><figure class="wp-block-table"><table><tr><td>Beras</td><td>Rp16.000</td></tr></table>
    <figcaption>Harga</figcaption></figure><figure><blockquote><p>Kutipan.</p></blockquote></figure>
    <figure class="wp-block-embed"><div><blockquote class="twitter-tweet">Cuitan.</blockquote></div></figure>"""
    assert Blocks("#isi")(page(f'<div id="isi">{html}</div>')) == ["Isi.", "Beras | Rp16.000", "Kutipan."]


def test_a_picture_is_not_the_icon_before_it() -> None:
    html = '<p class="foto"><img src="/zoom.svg"><img class="besar" data-src="/a.jpg" src="/kosong.gif"><i>Teks</i></p>'
    assert Pictures(".foto", caption="i", picture=".besar")(page(html)) == [
        Image("https://contoh.example/a.jpg", "Teks")
    ]
