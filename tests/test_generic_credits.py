"""An editor is no author, whatever the page declares."""

from __future__ import annotations

import pytest

from kalbarcrawl.extract import extract
from kalbarcrawl.generic import undescribed
from kalbarcrawl.items import Article
from kalbarcrawl.page import Page
from kalbarcrawl.refine import refine
from tests.test_rules import page

TITLE = "<h1>Panen Raya di Desa Misal</h1>"
HEAD = TITLE + '<script type="application/ld+json">{"@type":"NewsArticle","author":%s}</script>'
STORY = "<p>Warga Desa Misal memanen padi yang ditanam bersama sejak awal tahun di lahan yang dulu kosong.</p>" * 4


@pytest.mark.parametrize(
    ("declared", "printed", "authors", "editors"),
    [
        ("Rina Contoh", "<div>Editor : <a href=/r>Rina Contoh</a></div>", [], ["Rina Contoh"]),
        ("Rina Contoh", "<div>Penyunting: Rina Contoh</div>", [], ["Rina Contoh"]),
        ("Rina Contoh", "<div>Editor: Rina Contohan</div>", ["Rina Contoh"], []),
        ("Rina Contoh", "<div>Penulis: Rina Contoh | Editor: Rina Contoh</div>", ["Rina Contoh"], []),
        ("Rina Contoh", "<p>Kata editor majalah itu, Rina Contoh sudah pulang.</p>", ["Rina Contoh"], []),
        ("Rina Contoh", "<div class=author>Budi Rekaan</div><div>Editor: Rina Contoh</div>", ["Budi Rekaan"],
         ["Rina Contoh"]),
        ("Rina Contoh", "<div>Rep: <a>Budi Rekaan</a>/ Red: <a>Rina Contoh</a></div>", ["Budi Rekaan"],
         ["Rina Contoh"]),
        ("Rina Contoh", "<div>Hundred: Rina Contoh</div>", ["Rina Contoh"], []),
        ("Rina Contoh", "", ["Rina Contoh"], []),
    ],
)  # fmt: skip
def test_whom_the_page_prints_as_editor_is_no_author(
    declared: str, printed: str, authors: list[str], editors: list[str]
) -> None:
    head = HEAD % f'{{"@type":"Person","name":"{declared}"}}'
    read = _read(page(f"<html><body><article>{head}{printed}{STORY}</article></body></html>"))
    assert (read.authors, read.editors) == (authors, editors)


def test_in_english_an_editor_may_be_the_writer() -> None:
    head = HEAD % '{"@type":"Person","name":"Rina Contoh"}'
    story = "<p>The people of the village brought in the rice that they had planted together in the spring.</p>" * 4
    read = _read(page(f"<html><body><article>{head}<div>Editor: Rina Contoh</div>{story}</article></body></html>"))
    assert read.authors == ["Rina Contoh"]


def test_the_author_that_is_told_from_the_editor_in_the_head_wins() -> None:
    head = HEAD % '{"@type":"Person","name":"Rina Contoh"}' + '<meta name="content_author" content="Budi Rekaan">'
    assert _read(page(f"<html><body><article>{head}{STORY}</article></body></html>")).authors == ["Budi Rekaan"]


def _read(shown: Page) -> Article:
    publisher = undescribed(shown.url)
    article = refine(extract(shown, publisher), publisher)
    assert isinstance(article, Article), article
    return article


@pytest.mark.parametrize(
    ("opening", "place"),
    [("ANDAI, KALBAR CERDAS - ", "ANDAI"), ("KalbarCerdas, Andai - ", "Andai"), ("", None)],
)
def test_what_the_page_calls_its_site_may_open_its_story(opening: str, place: str | None) -> None:
    head = TITLE + '<meta property="og:site_name" content="Kalbar Cerdas">'
    story = STORY.replace("<p>Warga", f"<p>{opening}Warga", 1)
    read = _read(page(f"<html><body><article>{head}{story}</article></body></html>"))
    assert (read.dateline.place if read.dateline else None) == place
    assert read.body.startswith("Warga Desa Misal")
