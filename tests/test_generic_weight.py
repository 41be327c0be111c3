"""Hostile pages: what is asked of trafilatura is bounded, and nested elements are walked once."""

from __future__ import annotations

from itertools import count
from typing import Any

import pytest
import trafilatura
from lxml import etree

from kalbarcrawl.cli.inspect import as_object, as_text
from kalbarcrawl.explain import explain
from kalbarcrawl.extract import extract
from kalbarcrawl.generic import undescribed, weight
from kalbarcrawl.generic.body import EmbeddedBody, trafilatura_lines
from kalbarcrawl.generic.images import SharedImage
from kalbarcrawl.generic.paywall import is_free
from kalbarcrawl.json_ld import read_json_ld
from tests.test_rules import page

LINK = "<a href=/lain>berita lain</a> "
STORY = "<p>Warga desa dan kota datang dari jauh untuk melihat pasar di tepi sungai yang lebar itu."


def nested(opened: str, closed: str, inside: str, depth: int) -> str:
    return (opened + inside) * depth + closed * depth


HEAVY = {
    "nested divs full of links": nested("<div>", "</div>", LINK, 1900),
    "divs around a heap of links": nested("<div>", "</div>", "", 200) + "<div>" * 200 + LINK * 5000,
    "nested tables": nested("<table><tr><td>", "</table>", LINK, 600),
    "nested lists": nested("<ul><li>", "</ul>", LINK, 900),
    "nested deletions, a stack too high for Python": nested("<del>", "</del>", "a ", 600),
    "many cells": "<table><tr>" + "<td>kata" * 60_000 + "</table>",
    "cells that span all": "<table>" + "<tr><td colspan=100 rowspan=100>a" * 10 + "</table>",
    "rows filled up to the widest": "<table><tr><td colspan=100>a" + "<tr><td>a" * 2000 + "</table>",
    "a span beyond all numbers": "<table><tr>" + f"<td colspan={'9' * 5000} rowspan=99>a" * 9 + "</table>",
    "text behind what is deleted": "<p>" + "<canvas></canvas>kata kata " * 20_000,
    "text under many levels": "<div>" * 200 + "kata " * 200_000,
    "short paragraphs": "<p>a b" * 60_000,
}
SPANS = HEAVY["cells that span all"]


@pytest.fixture
def asked(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """The numbers of elements that trafilatura was handed."""
    numbers: list[int] = []

    def extract(tree: Any, **_: object) -> None:
        numbers.append(sum(1 for _ in tree.iter()))

    monkeypatch.setattr(trafilatura, "extract", extract)
    return numbers


@pytest.mark.parametrize("name", HEAVY)
def test_what_would_take_trafilatura_minutes_is_not_asked_of_it(name: str, asked: list[int]) -> None:
    assert trafilatura_lines(page(HEAVY[name])) == []
    assert asked == []


@pytest.mark.parametrize(
    "html",
    [
        STORY * 400,
        f"<table>{f'<tr><td colspan=3>{STORY}<td rowspan=2>dua' * 300}</table>",
        nested("<div>", "</div>", "", 140) + STORY * 100 + LINK * 500,
        f"<table><tr><td colspan='semua' rowspan='²'>{STORY}</table>",
    ],
    ids=["story", "table", "levels", "no numbers"],
)
def test_what_pages_are_like_is_asked_of_it(html: str, asked: list[int]) -> None:
    trafilatura_lines(page(html))
    assert len(asked) == 1


def test_the_weighing_itself_ends_with_the_weight(monkeypatch: pytest.MonkeyPatch) -> None:
    looked_at = count()
    walk = etree.iterwalk

    def counted(root: Any, **options: Any) -> Any:
        return (step for step in walk(root, **options) if next(looked_at) >= 0)

    monkeypatch.setattr("kalbarcrawl.generic.weight.etree.iterwalk", counted)
    assert weight.is_too_heavy(page("<p>a b" * 200_000).tree)
    assert next(looked_at) < 2 * weight.HEAVIEST / weight.EACH


@pytest.mark.parametrize("name", ["nested divs full of links", "nested deletions, a stack too high for Python"])
def test_a_story_beside_it_is_read_all_the_same(name: str) -> None:
    shown = page(f"<title>Pasar Umpama</title><h1>Pasar Umpama</h1><main>{STORY * 3}</main>{HEAVY[name]}")
    raw = extract(shown, undescribed(shown.url))
    assert raw.won["body"].endswith("story")
    assert len(raw.lines) >= 1


@pytest.mark.parametrize(
    ("html", "passed_over"),
    [
        (f"<main>{STORY}</main>{SPANS}", True),
        (SPANS, True),
        (f"<main>{STORY * 12}</main>{SPANS}", False),
        (f"<main>{STORY}</main>", False),
    ],
    ids=["doubtful", "no body", "its turn never came", "not heavy"],
)
def test_a_person_is_told_that_it_was_not_asked(html: str, passed_over: bool) -> None:
    shown = page(f"<title>Pasar Umpama</title><h1>Pasar Umpama</h1>{html}")
    found = explain(shown, undescribed(shown.url))
    facts, text = as_object(found), as_text(found)
    assert (facts["passed_over"] or "").startswith("trafilatura: ") is passed_over
    assert ("  not asked for the body: trafilatura: " in text) is passed_over


def test_many_values_in_one_script_are_read_one_after_the_other() -> None:
    nodes = read_json_ld(['{"@type": "NewsArticle", "n": 1};\n, ' * 5000])
    assert len(nodes) == 5000


def test_paragraphs_that_are_never_closed_are_no_body() -> None:
    state = '{"a": "%s"}'
    shown = page(f"<script id=__NEXT_DATA__>{state % ('<p>Kata desa ini. ' * 100_000)}</script>")
    assert EmbeddedBody()(shown) == []
    words = [" ".join(f"kata{part}{number}" for number in range(100)) + "." for part in "abc"]
    closed = state % f"<P class=x>{words[0]}</P><p>{words[1]}</p><p >{words[2]}</p>"
    assert len(EmbeddedBody()(page(f"<script id=__NEXT_DATA__>{closed}</script>"))) == 3


def test_the_caption_is_of_the_figure_around_the_picture_also_among_nested_ones() -> None:
    figures = "<figure>" * 1500 + "<img src=/b.jpg>" * 1500 + "<figcaption>Pasar</figcaption>"
    shown = page(f"<meta property=og:image content=/a/b.jpg><img src=b.jpg>{figures}")
    assert [image.caption for image in SharedImage()(shown)] == ["Pasar"]


def test_walls_within_walls_are_no_offer_and_the_inmost_is_one() -> None:
    offer = "Berlangganan untuk membaca selengkapnya"
    walls = nested("<div class=paywall>", "", "kata " * 20, 400)
    assert is_free(page(walls)) is None
    assert is_free(page(f"{walls}{offer}")) is False
