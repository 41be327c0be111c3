"""CSS queries are asked only for what a page may have, and find the same."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from kalbarcrawl.page import Page
from kalbarcrawl.rules import css, found_by

HTML = """<html><body><div id="isi" class="a b"><p class="c" data-x="satu">Satu</p><p>Dua</p></div>
<time datetime="2025-03-14">14 Maret</time></body></html>"""


@pytest.mark.parametrize(
    "query",
    [
        ".a", ".b > .c", ".none, #isi p", "p:not(.none)", "p:not(.c)", "[data-x=satu]", "[data-x^=sa], .none",
        "div.a.b", "time::attr(datetime)", ".c::text, .none::text", "#isi .c ~ p", ".none", "[data-y], p",
        "p:first-child", "*", ":is(.c, .none)",
    ],
)  # fmt: skip
def test_what_is_found_is_the_same(query: str) -> None:
    page = Page("https://contoh.example/", HTML.encode(), datetime(2026, 6, 1, tzinfo=UTC))
    assert found_by(query, page) == css(query)(page.tree)
