"""How deep a page's tags are nested: hostile ones are cut off before a parser pays for them, no other is."""

from __future__ import annotations

import pytest

from kalbarcrawl.dom import parsed
from kalbarcrawl.nesting import MANY_FORMATTED, MANY_TAGS, MAX_OPEN, too_deep

MANY = 4 * MANY_TAGS
DEEP = [
    "<div>", "<b><i>", "<ul><li>", "<a href=x><div>", "<span></p>", "<div></b>", "<span></i></b>", "<i><div></i>",
    "<b><div></b>", "<span><div></span>", "<div><table></div>", "<div><select></div>", "<table><tr><td>",
    "<div><!--</div>-->", "<div><!</div>", "<div></ </div>", "<div title='</div>'>", "<div><script></div></script>",
    "<object><p>", "<button>", "<optgroup>", "<ruby><rt>", "<rt>", "<dl><dt>", "<li><address>", "<path/>", "<x-y>",
]  # fmt: skip
DEEP_IN_DRAWINGS = ["<g>", "<path>", "<td>", "<base>", "<desc><li>", "<mi>"]


@pytest.mark.parametrize("html", [one * MANY for one in DEEP] + [f"<svg>{one * MANY}" for one in DEEP_IN_DRAWINGS])
def test_a_parser_is_spared_what_is_nested_without_end(html: str) -> None:
    end = too_deep(html)
    assert end is not None
    assert end < 30 * MAX_OPEN
    assert len(parsed(html).css("*")) < 5 * MAX_OPEN


@pytest.mark.parametrize(
    "html",
    [
        "".join(f"<p><b id={number}>" for number in range(MANY_FORMATTED * 4)),
        "".join(f"<li><font id={number}>" for number in range(MANY)),
        "".join(f"<div><i id={number}></div>" for number in range(500)) + "<p>kata</p>" * MANY,
    ],
    ids=["paragraphs", "items", "paragraphs behind"],
)
def test_formatting_without_end_makes_no_page_a_hundred_times_its_size(html: str) -> None:
    assert len(parsed(html).css("*")) < 1_200_000


@pytest.mark.parametrize(
    "html",
    [
        "<ul><li>Satu<li>Dua</ul>" * MANY,
        "<p>Satu <b>dua</p>" * MANY,
        "<p><span>Satu</p><br><img src=x>" * MANY,
        "<div><span>Satu</div>" * MANY,
        "<div><i>Satu</i><b><i>dua</b></i></div>" * MANY,
        f"<table>{'<tr><td><font size=2>Satu<td><font size=3>Dua' * MANY}</table>",
        f"<svg>{'<path d=x /><circle/>' * MANY}</svg>",
        "<svg><g><path d=x></path></g><p>Satu</p>" * MANY,
        f"<script>{'x = 1 < 2; y = `<div>`;' * MANY}</script>",
        f"<style><!--{'<div>' * MANY}--></style><!--{'<div>' * MANY}-->",
        f"<select>{'<option>Satu' * MANY}</select>",
        "<dl><dt>Satu<dd>Dua</dl>" * MANY,
        "<DIV CLASS='a>b'></DIV>" * MANY,
        "<div>" * 300 + "<p>Satu</p>" * MANY + "</div>" * 300,
        "<div>" * 4_000,
    ],
)
def test_a_long_page_is_no_deep_one(html: str) -> None:
    assert too_deep(html) is None


def test_letters_that_only_look_like_tags_hide_none() -> None:
    assert too_deep(f"<svg><style>{'<g>' * MANY}") is not None
    assert too_deep(f"<!-->{'<div>' * MANY}-->") is not None
    assert too_deep(f"<textarea></textarea >{'<div>' * MANY}") is not None
