from lxml import html

from kalbarcrawl.blocks import read_blocks


def test_a_block_knows_its_element_and_how_much_of_it_is_a_link() -> None:
    tree = html.fromstring('<div>Awal <a href="/a">tautan</a><p><a href="/b">Hanya tautan</a></p></div>')
    first, second = read_blocks(tree)
    assert (first.text, first.linked, first.element.tag, first.is_link) == ("Awal tautan", 6, "div", False)
    assert (second.text, second.element.tag, second.is_link) == ("Hanya tautan", "p", True)


def test_a_form_around_the_page_is_read_when_opened() -> None:
    tree = html.fromstring("<div><form><p>Isi berita.</p></form></div>")
    assert read_blocks(tree) == []
    assert [block.text for block in read_blocks(tree, opened=tree.findall("form"))] == ["Isi berita."]
