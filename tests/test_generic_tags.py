"""Tags and section of a page nobody has described."""

from __future__ import annotations

import pytest

from kalbarcrawl.generic.section import Breadcrumb, DeclaredBreadcrumb
from kalbarcrawl.generic.tags import TagLinks
from tests.test_rules import page


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        ('<div class="tags"><a href="/tag/a">padi</a><a href="/tag/b"># sungai</a></div>', ["padi", "sungai"]),
        ('<ul class="detail-tag"><li>Tag:<li><a href="/topik/1">padi</a></ul>', ["padi"]),
        ('<h5 class="tagcloud3"><a href="/tag/1">padi</a></h5><h5 class="tagcloud3"><a href="/tag/2">ikan</a></h5>',
         ["padi", "ikan"]),
        ('<div class="tags"><a href="/tags">TAGS</a> <a href="/tag/a">padi</a></div>', ["padi"]),
        ('<div class="trending-tag"><a href="/tag/x">ramai</a></div><div class="tag"><a href="/tag/a">padi</a></div>',
         ["padi"]),
        ('<nav><div class="tags"><a href="/tag/x">ramai</a></div></nav>', []),
        ('<aside><div class="tags"><a href="/tag/x">ramai</a></div></aside>', []),
        (f'<div class="tags">{"".join(f"<a href=/tag/{n}>t{n}</a>" for n in range(40))}</div>', []),
        ('<div class="tags"><a href="/kanal/x">bukan</a></div>', []),
        ('<div class="stage"><a href="/tag/x">bukan</a></div>', []),
    ],
)  # fmt: skip
def test_the_tags_printed_with_a_story(html: str, expected: list[str]) -> None:
    assert TagLinks()(page(f"<h1>Judul</h1>{html}")) == expected


TRAIL = """<script type="application/ld+json">{"@type":"BreadcrumbList","itemListElement":[
{"@type":"ListItem","position":1,"item":{"@id":"https://contoh.example/","name":"Beranda"}},
{"@type":"ListItem","position":2,"name":"Ekonomi","item":"https://contoh.example/ekonomi"},
{"@type":"ListItem","position":3,"name":"Panen raya di desa"}]}</script>"""


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        (TRAIL, ["Ekonomi"]),
        (TRAIL.replace('"name":"Ekonomi",', ""), []),
        ('<script type="application/ld+json">{"@type":"BreadcrumbList","itemListElement":"x"}</script>', []),
    ],
)
def test_the_section_that_declared_breadcrumbs_name(html: str, expected: list[str]) -> None:
    assert DeclaredBreadcrumb()(page(f"<h1>Panen raya di desa</h1>{html}")) == expected


def test_the_section_that_shown_breadcrumbs_name() -> None:
    html = '<ol class="Breadcrumbs"><li><a href="/">Home</a><li><a href="/e">Ekonomi</a><li><a href="#">Judul</a></ol>'
    assert Breadcrumb()(page(f"{html}<h1>Judul</h1>")) == ["Ekonomi"]
