"""Pages made to be slow: what is asked again and again of nested or countless elements is bounded. Work is counted."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator
from typing import Any

import pytest

from kalbarcrawl import dom
from kalbarcrawl.dom import Node, attribute, compiled, outermost, parsed
from kalbarcrawl.extract import extract
from kalbarcrawl.generic import GENERIC, authors, body, layout, section, story, title, undescribed
from kalbarcrawl.generic import credits as printed_credits
from kalbarcrawl.generic.prose import folded
from kalbarcrawl.generic.section import Breadcrumb
from kalbarcrawl.json_ld import read_json_ld, strings
from kalbarcrawl.publisher import host_of
from kalbarcrawl.publishers import all_publishers
from kalbarcrawl.rules import LEVELS, Blocks, Css, Meta, Pictures
from tests.test_generic_weight import LINK, STORY, nested
from tests.test_rules import page

HEAD = "<title>Pasar Umpama</title><h1>Pasar Umpama</h1>"


@pytest.fixture
def counted(monkeypatch: pytest.MonkeyPatch) -> Callable[[Any, str], Counter[str]]:
    """Counts how often functions of a module are called."""
    calls: Counter[str] = Counter()

    def count(module: Any, name: str) -> Counter[str]:
        function = getattr(module, name)

        def called(*given: Any, **named: Any) -> Any:
            calls[name] += 1
            return function(*given, **named)

        monkeypatch.setattr(module, name, called)
        return calls

    return count


def test_the_texts_of_nested_elements_are_together_no_longer_than_a_page(monkeypatch: pytest.MonkeyPatch) -> None:
    html = nested("<span class=author>", "</span>", "Budi Santoso ", 400)
    monkeypatch.setattr("kalbarcrawl.rules.MAX_BYTES", len(html))
    found = Css(".author")(page(html))
    assert found
    assert sum(map(len, found)) <= len(html)
    assert len(Css(".author")(page("<span class=author>Budi</span>" * 400))) == 400


def test_pictures_within_pictures_are_looked_at_a_few_levels_deep() -> None:
    gallery = "<figure><img src=/a.jpg><figcaption>Pasar</figcaption>" * 400
    assert len(Pictures("figure")(page(gallery))) == LEVELS
    assert len(Pictures("figure")(page("<figure><img src=/a.jpg></figure>" * 40))) == 40


def test_siblings_are_looked_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    looked = 0
    behind = dom._behind

    def counting(nodes: list[Node], *, only_next: bool) -> Iterator[Node]:
        nonlocal looked
        for node in behind(nodes, only_next=only_next):
            looked += 1
            yield node

    monkeypatch.setattr(dom, "_behind", counting)
    shown = page("<div><h1>Pasar</h1> <b class=author>Budi</b></div>" + "<h1>Pasar</h1> <b class=author>Budi</b>" * 400)
    assert len(Css("h1 ~ .author")(shown)) == 401
    assert 0 < looked <= 801


def test_what_elements_stand_in_is_walked_once() -> None:
    class Known(dict[int, int]):
        asked = 0

        def __contains__(self, key: object) -> bool:
            self.asked += 1
            return super().__contains__(key)

    tree, known = parsed("<div class=b>" * 400 + "<i class=c>a</i>" * 400), Known()
    own = {node.mem_id for node in tree.css(".b")}
    assert {dom._levels(node, own, known) for node in tree.css(".c")} == {400}
    assert 0 < known.asked < 1000


def queries() -> Iterator[tuple[str, str]]:
    """The CSS queries of all publishers' rules and of the generic ones, each with what it is for."""
    for rules in (GENERIC, *(publisher.rules for publisher in all_publishers().values())):
        for rule in (rule for field in vars(rules).values() for rule in field):
            for one in (rule, *getattr(rule, "rules", ())):
                if isinstance(one, (Css, Blocks, Pictures)):
                    uses = ("query", "without", "dateline", "caption", "picture")
                    yield from ((query, use) for use in uses if (query := vars(one).get(use)))


def test_no_rule_has_lexbor_count_siblings_or_look_at_them_again_and_again() -> None:
    asked = dict.fromkeys(queries())
    assert len(asked) > 200
    for query, use in asked:
        assert ":nth-" not in query, "it counts: say ':first-child + *'"
        parted = [one for one in compiled(query) if one.paths]
        assert not parted or use in ("query", "dateline"), f"{query}: an element is not asked in steps"


def test_levels_are_those_of_the_same_kind() -> None:
    tree = parsed("<b id=a><i><b id=b><i><b id=c></b></i></b></i></b><b id=d></b>")
    found = [[attribute(node, "id") for node in outermost(tree.css("b"), levels=levels)] for levels in (1, 2, 3)]
    assert found == [["a", "d"], ["a", "b", "d"], ["a", "b", "c", "d"]]


@pytest.mark.parametrize(
    "inside", ["<h2><a href=/lain>Lain</a></h2>", "<h2>Lain</h2>", f"<figure>{STORY * 20}</figure>"]
)
def test_what_stands_very_deep_on_a_short_page_does_no_harm(inside: str) -> None:
    shown = page(f"{HEAD}<main>{STORY * 20}{nested('<div>', '</div>', '', 1500)}{'<div>' * 1500}{inside}")
    assert extract(shown, undescribed(shown.url)).lines


def test_json_ld_nested_very_deep_does_no_harm() -> None:
    deep = f"{'[' * 600}{{}}{']' * 600}"
    (node,) = read_json_ld(
        [f'{{"@type": "NewsArticle", "headline": {deep}, "author": {deep}, "@id": "a", "name": "b"}}']
    )
    assert strings(node["headline"]) == strings(node["author"]) == []


def test_sums_are_those_of_all_blocks_in_an_element() -> None:
    html = f"<div><p>Satu <b>dua</b></p>{STORY * 3}<div>{STORY}<ul><li>Tiga<ul><li>{STORY}</ul></ul></div></div>{STORY}"
    shown = layout.Layout(page(html), "")
    values = list(range(1, len(shown.blocks) + 1))
    expected: Counter[Any] = Counter()
    for block, value in zip(shown.blocks, values, strict=True):
        expected.update(dict.fromkeys(shown.chain(block.element), value))
    assert shown.summed(range(len(values)), values) == expected


def test_a_title_is_parted_once_however_many_names_go(monkeypatch: pytest.MonkeyPatch) -> None:
    pattern = title.SEPARATOR

    class Separator:
        calls = 0

        def finditer(self, text: str) -> Any:
            self.calls += 1
            return pattern.finditer(text)

    separator = Separator()
    monkeypatch.setattr(title, "SEPARATOR", separator)
    shown = page("<meta property=og:site_name content='Harian Umpama'>")
    assert title.without_site("Harian Umpama | " * 2000 + "Pasar" + " - Harian Umpama" * 2000, shown) == "Pasar"
    assert separator.calls == 1


def test_a_site_has_few_names_its_host_among_them() -> None:
    shown = page("".join(f"<meta property=og:site_name content='Situs Ke{number}'>" for number in range(500)))
    assert len(title.site_names(shown)) == title.MOST_NAMES
    assert folded(host_of(shown.url)) in title.site_names(shown)


def test_headings_are_compared_with_titles_whose_words_are_known(counted: Callable[[Any, str], Counter[str]]) -> None:
    calls = counted(title, "_words")
    headings = "".join(f"<h1>Kata nomor {number}</h1>" for number in range(300))
    title.headline(page(f"<title>Pasar Umpama</title><meta property=og:title content='Pasar Lain'>{headings}"))
    assert calls["_words"] <= 302


def test_breadcrumbs_are_told_once_what_is_no_section(counted: Callable[[Any, str], Counter[str]]) -> None:
    calls = counted(section, "headline")
    assert Breadcrumb()(page("<div class=breadcrumb><a href=/>Home</a></div>" * 500)) == []
    assert calls["headline"] == 1


def test_of_countless_authors_the_first_are_asked(counted: Callable[[Any, str], Counter[str]]) -> None:
    calls = counted(authors, "people")
    shown = page("".join(f"<meta name=author content='Budi Ke{number}'>" for number in range(3000)))
    assert authors.People(Meta("author"))(shown) == []
    many = "".join(f"<meta name=author content='Budi {'ab'[number % 2]}{'x' * number}'>" for number in range(1, 900))
    authors.People(Meta("author"))(page(many))
    assert calls["people"] <= 2 * authors.MOST


def test_of_countless_labels_the_first_are_looked_at() -> None:
    shown = page(f"<p>{'Editor: Ani yang dan ' * 5000}")
    assert max(map(len, printed_credits._places(shown).values())) == printed_credits.MANY


def test_the_story_is_compared_with_every_declared_body_and_taken_apart_once(
    counted: Callable[[Any, str], Counter[str]],
) -> None:
    calls = counted(body, "_grams")
    declared = '<script type="application/ld+json">{"@type": "NewsArticle", "articleBody": "Kata desa."}</script>'
    assert body.DeclaredBody()(page(f"{declared * 200}{HEAD}{STORY * 5}")) == []
    assert calls["_grams"] <= 201


def test_a_heading_full_of_links_is_no_headline(counted: Callable[[Any, str], Counter[str]]) -> None:
    calls = counted(story, "_leads_elsewhere")
    story.story_of(page(f"{HEAD}{STORY * 20}<h2>{'<a href=#x>kata</a> ' * 3000}</h2>{STORY * 20}"))
    assert 0 < calls["_leads_elsewhere"] <= 3 * story.MANY


def test_a_flood_of_blocks_is_read_as_far_as_pages_go() -> None:
    shown = layout.Layout(page(f"{STORY * 3}{'<p>a' * (layout.MOST + 50)}"), "")
    assert len(shown.blocks) == layout.MOST


def test_breadcrumbs_within_breadcrumbs_are_read_once() -> None:
    assert Breadcrumb()(page(nested("<div class=breadcrumb>", "</div>", LINK, 400))) == ["berita lain"]
