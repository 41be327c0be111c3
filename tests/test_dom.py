"""The DOM: queries find what they say, once and in page order; hostile nesting costs no more than it should."""

from __future__ import annotations

from random import Random

import pytest

from kalbarcrawl.blocks import blocks_of
from kalbarcrawl.dom import attribute, compiled, elements, outermost, parsed, selected, text_within, upwards
from kalbarcrawl.nesting import MAX_OPEN
from kalbarcrawl.rules import css, texts
from tests.test_rules import page

HTML = """<html><body><div id="isi" class="a b" title="a::b"><p class="c" data-x="satu">Satu <i>miring</i> lagi</p>
<p>Dua</p></div><time datetime="2025-03-14">14 Maret</time><input hidden></body></html>"""


@pytest.mark.parametrize(
    "query",
    [
        ".a", ".b > .c", ".none, #isi p", "p:not(.none)", "p:not(.c)", "[data-x=satu]", "[data-x^=sa], .none",
        "div.a.b", "time::attr(datetime)", ".c::text, .none::text", "#isi .c ~ p", ".none", "[data-y], p", ".c, p, .c",
        "p:first-child", "p", ":is(.c, .none)", "p:contains('Dua')", "#isi ::text", "p::attr(data-x)", "p, .a",
        "div:has(> .c) > p:nth-child(2)", "p:contains('miring')", "div:contains('miring')", ".c :contains('miring')",
        "p:contains('miring'), p:contains(Dua)", "[title='a::b'] p", "[title='a::b'] p::text", "*::text", "* > i",
    ],
)  # fmt: skip
def test_what_is_found_is_what_parsel_finds(query: str) -> None:
    shown = page(HTML)
    assert texts(selected(query, shown.dom)) == texts(css(query)(shown.tree))


def test_the_strings_of_one_rule_may_be_of_several_kinds() -> None:
    assert selected("time::attr(datetime), .c::text", parsed(HTML)) == ["2025-03-14", "Satu ", " lagi"]


def test_a_query_of_an_element_is_of_what_is_below_it() -> None:
    (inside,) = elements("#isi", parsed(HTML))
    assert len(elements("p", inside)) == 2
    assert elements("time", inside) == []
    assert [one.mem_id for one in elements("#isi", parsed(HTML))] != [inside.mem_id]


def test_an_attribute_without_value_is_there() -> None:
    (field,) = elements("input", parsed(HTML))
    assert attribute(field, "hidden") == ""
    assert attribute(field, "value") is None


def test_upwards_leads_to_the_root() -> None:
    dom = parsed(HTML)
    (inside,) = elements(".c", dom)
    above = [node.mem_id for node in upwards(inside)]
    assert above[:2] == [inside.mem_id, elements("#isi", dom)[0].mem_id]
    assert elements("html", dom)[0].mem_id in above


def test_a_text_is_read_as_far_as_there_is_room() -> None:
    dom = parsed(f"<p>satu <b>dua</b></p><i>{'<b>' * 300}{'kata ' * 100_000}")
    (short,), (long,) = dom.css("p"), dom.css("i")
    assert (text_within(short, 20), text_within(short, 20, parted="|")) == ("satu dua", "satu |dua")
    assert text_within(short, 5) == text_within(long, 2_000) == ""


def test_the_outermost_stand_in_none_of_the_others() -> None:
    dom = parsed("<div id=a><p><div id=b><i><div id=c></div></i></div></div><b><div id=d></div></b>")
    assert [attribute(node, "id") for node in outermost(dom.css("div"))] == ["a", "d"]
    assert [attribute(node, "id") for node in outermost(dom.css("#c, #d"))] == ["c", "d"]
    assert outermost([]) == []


def grown(random: Random, depth: int = 0) -> str:
    """A small page of few kinds of elements, with strings and comments between them."""
    html = ""
    for _ in range(random.randrange(1, 5) if depth < 4 else 0):
        tag, name, behind = random.choice("bis"), random.choice("xyz"), random.choice(("", "kata", "<!-- -->"))
        html += f"<{tag} class={name}>{grown(random, depth + 1)}</{tag}>{behind}"
    return html


@pytest.mark.parametrize(
    "query",
    [
        "b ~ .x", ".x ~ .x", "* ~ *", "b ~ i, .x", "b ~ i, s ~ .x", "b ~ * .x", "b ~ i .x", ".x b ~ i", "b ~ .x > i",
        "b ~ .x + i", "b + i ~ .x", "b > i ~ s", "b ~ i ~ s", ".x .y .z", "b i, .x .y .z", "b .x > .y i", "u ~ b",
        "b ~ u", ".x :first-child + b i", "b i s:has(+ :last-child)", ".x .y ~ .z *", "body ~ b", "* * *",
    ],
)  # fmt: skip
def test_what_is_found_in_steps_is_what_lexbor_finds(query: str) -> None:
    (one,) = compiled(query)
    assert one.paths
    random = Random(query)
    for _ in range(20):
        dom = parsed(grown(random))
        for root in (dom, dom.css("body > *")[-1]):
            found = [node.mem_id for node in elements(query, root)]
            assert found == list(dict.fromkeys(node.mem_id for node in root.css(one.css)))


def test_a_query_is_parted_where_lexbor_would_look_at_the_same_again_and_again() -> None:
    assert compiled("h1 ~ .a")[0].paths == ((("", "h1"), ("~", "*.a")),)
    assert compiled("b > .a .b + i .c > i")[0].paths == ((("", "b > .a .b + i"), (" ", "*.c"), (">", "i")),)
    assert compiled("b, h1 ~ .a")[0].paths[0] == (("", "b"),)
    assert compiled("b > .a + i .c > i, i")[0].paths == ()


@pytest.mark.parametrize("query", ["h1[", ">>", "p::after", "p::attr()", "p:nonsense", ""])
def test_a_query_nobody_understands_is_refused(query: str) -> None:
    with pytest.raises(ValueError, match="CSS query"):
        compiled(query)


@pytest.mark.parametrize("opened", ["<div>", "<b><i>", "<ul><li>", "<a href=x><div>", "<span></p>"])
def test_nesting_without_end_is_cut_off_and_what_stands_before_it_is_read(opened: str) -> None:
    dom = parsed(f"<p class=isi>Alinea.</p>{opened * 200_000}<p class=isi>Di dasar.</p>")
    assert [node.text() for node in dom.css(".isi")] == ["Alinea."]
    assert len(dom.css("*")) < 3 * MAX_OPEN


@pytest.mark.parametrize(
    "flood",
    [
        f"<p {' '.join(f'a{number}' for number in range(50_000))}>",
        "<p " + "".join(f"a{number}='>'" for number in range(50_000)) + ">",
        f"<p/{'/'.join(f'a{number}' for number in range(50_000))}>",
        "".join(f"<body a{number}>" for number in range(50_000)),
        f"<script>if (a <b) {{}}</script><i {' '.join(f'a{number}' for number in range(50_000))}>",
    ],
    ids=["blanks", "quotes", "slashes", "bodies", "after a script"],
)
def test_attributes_without_end_are_cut_off_in_either_tree(flood: str) -> None:
    shown = page(f"<p class=isi>Alinea.</p>{flood}<p class=isi>Di dasar.</p>")
    assert texts(selected(".isi", shown.dom)) == texts(css(".isi")(shown.tree)) == ["Alinea."]


def test_a_script_is_no_flood_of_attributes() -> None:
    data = f"<script>for (i = 0; i <n; i++) x = '{'kata/lagi ' * 30_000}'</script>"
    assert [node.text() for node in parsed(f"{data}<p class=isi>Di akhir.</p>").css(".isi")] == ["Di akhir."]


def test_a_long_page_is_no_deep_one() -> None:
    rows = "<tr><td>Satu<td>Dua<br><img src=x>" * 10_000
    dom = parsed(f"<table>{rows}</table><ul>{'<li>Butir<p>Alinea' * 10_000}</ul><p class=isi>Di akhir.</p>")
    assert [node.text() for node in dom.css(".isi")] == ["Di akhir."]


def test_blocks_are_the_same_in_either_tree() -> None:
    shown = page(
        "<div><p>Satu <b>dua</b><!-- x --> <a href=x>tiga</a>.<p hidden>Tidak<p style='display:none'>Tidak"
        "<ul><li>Butir<li>Butir <img class=emoji alt='🙂'></ul>Lepas<br>Baris<table><tr><td>A<td>B</table>"
        "<figure><img><figcaption>Keterangan</figcaption></figure><script>tidak()</script><aside>Tidak</aside></div>"
    )
    (node,), (element,) = elements("div", shown.dom), css("div")(shown.tree)
    expected = ["Satu dua tiga.", "Butir", "Butir 🙂", "Lepas", "Baris", "A | B"]
    assert blocks_of(node) == blocks_of(element) == expected
