"""schema.org objects out of scripts of every shape, damaged ones too."""

from __future__ import annotations

import pytest

from kalbarcrawl.json_ld import article_nodes, read_json_ld, strings, types_of

ARTICLE = '{"@type": "NewsArticle", "headline": "Jembatan"}'


@pytest.mark.parametrize(
    "script",
    [
        ARTICLE,
        f"[{ARTICLE}]",
        f'{{"@graph": [{{"@type": "WebSite"}}, {ARTICLE}]}}',
        f'{{"@type": "WebPage", "mainEntity": {ARTICLE}}}',
        f'{{"@type": "ItemList", "itemListElement": [{{"@type": "ListItem", "item": {ARTICLE}}}]}}',
        f"<!-- {ARTICLE} -->",
        f"//<![CDATA[\n{ARTICLE}\n//]]>",
        f"{ARTICLE};",
        ARTICLE.replace("}", ", }"),
        ARTICLE.replace("Jembatan", "Jembatan\n"),
        ARTICLE.replace('"', "&quot;"),
        f'{{"@type": "WebSite"}}\n{ARTICLE}',
        f"{ARTICLE}, {{broken",
        ARTICLE.replace('"NewsArticle"', '["Thing", "http://schema.org/NewsArticle"]'),
    ],
)
def test_the_article_is_found_in_every_shape(script: str) -> None:
    [node] = article_nodes(read_json_ld([script]))
    assert [text.strip() for text in strings(node["headline"])] == ["Jembatan"]


@pytest.mark.parametrize("script", ["", "{", "null", '"text"', "[" * 100_000, '{"headline": "tanpa jenis"}'])
def test_what_holds_no_object_gives_none(script: str) -> None:
    assert read_json_ld([script]) == []


def test_people_told_elsewhere_in_the_graph_are_given_in_full() -> None:
    script = """{"@graph": [
        {"@type": "Article", "headline": "Jembatan", "author": [{"@id": "#ani"}, {"@id": "#nobody"}],
         "publisher": {"@id": "#k"}},
        {"@type": "Person", "@id": "#ani", "name": "Ani Contoh"},
        {"@type": "Organization", "@id": "#k", "name": "Kabar"}]}"""
    [node] = article_nodes(read_json_ld([script]))
    assert strings(node["author"]) == ["Ani Contoh"]
    assert types_of(node["publisher"]) == {"Organization"}


def test_an_article_with_a_headline_comes_before_a_bare_one() -> None:
    nodes = read_json_ld(['{"@type": "Article", "url": "/lain"}', ARTICLE])
    assert article_nodes(nodes)[0]["headline"] == "Jembatan"
