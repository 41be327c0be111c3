"""The tools' own judgement: which system, what name, which element, and a file that says what its value says."""

from __future__ import annotations

import json
import os
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from kalbarcrawl.owners.draft import FAMILIES, Draft, source_code
from kalbarcrawl.owners.naming import name_of, title_of, zone_of
from kalbarcrawl.owners.nearest import common_query, holder_of, query_of, showing
from kalbarcrawl.owners.places import folder_for_new, pages_beside, pages_of
from kalbarcrawl.owners.recognise import recognise
from kalbarcrawl.owners.selectors import proposed_rules
from kalbarcrawl.page import Page
from kalbarcrawl.publisher import Publisher
from kalbarcrawl.publishers import FOLDERS_VARIABLE, publisher_named
from kalbarcrawl.rules import Blocks, Css
from kalbarcrawl.sources import BloggerPosts, Feed, Section, Sitemap, Source, WordPressPosts

PAGES = sorted((Path(__file__).parent / "pages").glob("*/*.html"))
NOW = datetime(2026, 6, 1, tzinfo=UTC)
HOME = "https://warta.example"


def page(body: str, url: str = f"{HOME}/") -> Page:
    return Page(url, body.encode(), NOW)


@pytest.mark.parametrize("path", PAGES, ids=lambda path: f"{path.parent.name}/{path.stem}")
def test_no_page_is_taken_for_another_system(path: Path) -> None:
    url = json.loads(path.with_suffix(".json").read_text(encoding="utf-8"))["url"]
    found = recognise([Page(url, path.read_bytes(), NOW)])
    family = publisher_named(path.parent.name).family
    assert found is None or found.family == family


def test_most_pages_of_a_shared_system_show_it_without_their_host() -> None:
    shared = [path for path in PAGES if publisher_named(path.parent.name).family in FAMILIES]
    pages = [Page("https://x.example/a", path.read_bytes(), NOW) for path in shared]
    assert sum(recognise([one]) is not None for one in pages) >= 0.8 * len(pages)


@pytest.mark.parametrize(
    ("html", "family"),
    [
        ('<link rel="https://api.w.org/" href="/wp-json/">', "wordpress"),
        ('<meta name="generator" content="WordPress 6.5">', "wordpress"),
        ('<meta content="blogger" name="generator">', "blogger"),
        ('<img src="https://lain.example/wp-content/uploads/a.jpg">', ""),
        ("", ""),
    ],
)
def test_signs(html: str, family: str) -> None:
    found = recognise([page(f"<html><head>{html}</head></html>")])
    assert (found.family if found else "") == family


@pytest.mark.parametrize(
    ("home", "name"),
    [
        ("https://www.suarakalbar.co.id", "suarakalbar"),
        ("https://kalbaronline.com", "kalbaronline"),
        ("https://pontianak.tribunnews.com", "pontianaktribunnews"),
        ("https://kabar-desa.blogspot.com", "kabardesa"),
        ("https://teraju.id", "teraju"),
        ("http://127.0.0.1:8000", "wartacontoh"),
        ("http://localhost:8000", "wartacontoh"),
    ],
)
def test_a_file_is_named_by_its_host(home: str, name: str) -> None:
    assert name_of(home, "Warta Contoh") == name


def test_titles_and_zones() -> None:
    articles = [page("<html><head><title>Jembatan Dibuka - Warta Contoh</title></head></html>")]
    assert title_of(page("<title>Kabar Terbaru - Warta Contoh</title>"), articles) == "Warta Contoh"
    assert title_of(page("<title>Warta | Kabar dari Desa</title>"), []) == "Warta"
    assert title_of(page('<meta property="og:site_name" content="Warta"><title>X</title>'), []) == "Warta"
    assert title_of(page("<html></html>"), []) == "warta.example"
    assert zone_of("Kalimantan Barat") == "Asia/Pontianak"
    assert zone_of("Kalimantan Timur") == "Asia/Makassar"
    assert zone_of("Papua Barat") == "Asia/Jayapura"
    assert zone_of("Jawa Tengah") is None


@pytest.mark.parametrize(
    ("source", "code"),
    [
        (Feed("/feed/"), 'Feed("/feed/")'),
        (Feed(f"{HOME}/feed/?paged={{page}}", "archive"), 'Feed("/feed/?paged={page}", reach="archive")'),
        (Sitemap(f"{HOME}/sitemap.xml"), 'Sitemap("/sitemap.xml")'),
        (Sitemap("https://lain.example/s.xml", "latest"), 'Sitemap("https://lain.example/s.xml", reach="latest")'),
        (Sitemap("/s.xml", match=r"/\d+/"), 'Sitemap("/s.xml", match="/\\\\d+/")'),
        (Section("/", "h2 a"), 'Section("/", "h2 a")'),
        (WordPressPosts(), "WordPressPosts()"),
        (WordPressPosts(f"{HOME}/wp-json/wp/v2/posts"), "WordPressPosts()"),
        (BloggerPosts(f"{HOME}/feeds/posts/default"), "BloggerPosts()"),
    ],
)
def test_a_source_as_code_is_the_source(source: Source, code: str) -> None:
    assert source_code(source, HOME) == code
    made = eval(code, {kind.__name__: kind for kind in (Feed, Sitemap, Section, WordPressPosts, BloggerPosts)})
    assert source_code(made, HOME) == code
    assert made.reach == source.reach


OWN = Draft(
    name="warta",
    title='Warta "Contoh"',
    home=HOME,
    evidence="seen on 2026-06-01: " + "halaman depan, umpan dan tiga artikel, " * 6 + "tidak lebih",
)


@pytest.mark.parametrize(
    "draft",
    [
        OWN,
        replace(
            OWN, sources=(Feed("/feed/"), Sitemap("/sitemap.xml")), datelines=("Warta",), region="Kalimantan Barat"
        ),
        replace(OWN, rules=(("title", Css("h1.judul")), ("body", Blocks("#isi")))),
        replace(OWN, family="wordpress", timezone="Asia/Pontianak"),
        replace(OWN, family="jawapos", listing="/indeks"),
        replace(OWN, family="kumparan", listing="/warta", links="a[href*='/warta/']"),
    ],
    ids=["bare", "sources", "rules", "wordpress", "jawapos", "kumparan"],
)
def test_the_file_says_what_the_value_says(draft: Draft) -> None:
    text = draft.text()
    names: dict[str, Publisher] = {}
    exec(compile(text, "warta.py", "exec"), names)
    assert names["publisher"] == draft.publisher()
    assert max(map(len, text.splitlines())) <= 120
    assert text.startswith('"""')


def story(number: int, own: str) -> Page:
    text = "Warga kampung bekerja bersama sejak pagi di tepi sungai, lalu makan bersama di balai desa. " * 2
    body = "".join(f"<p>{number}.{place} {text}</p>" for place in range(6))
    return page(
        f'<html lang="id"><head><title>Kerja Bakti Nomor {number} Digelar</title></head><body>'
        f'<h1 class="judul">Kerja Bakti Nomor {number} Digelar</h1><p class="tgl">Senin, {number} Juni 2025</p>'
        f'<div class="col-8 {own}"><div id="post-{number}55" class="naskah css-1x2y3z">{body}</div></div>'
        "</body></html>",
        f"{HOME}/{number}/kerja-bakti",
    )


def test_rules_are_proposed_where_they_hold_on_every_page() -> None:
    rules = dict(proposed_rules([story(1, "kiri"), story(2, "kanan")]))
    assert rules == {"title": Css(".judul"), "published": Css(".tgl"), "body": Blocks(".naskah")}
    assert proposed_rules([]) == ()


def test_an_element_is_named_by_what_lasts() -> None:
    one, other = story(1, "kiri"), story(2, "kiri")
    lines = [" ".join(element.text_content().split()) for element in one.tree.iter("p")][1:]
    holder = holder_of(one, lines)
    assert holder is not None
    assert query_of(holder) == ".naskah", "no id with the post's number, no class of a build"
    assert common_query([holder, None]) is None
    [title] = showing(one, "Kerja Bakti Nomor 1 Digelar")
    assert title.tag == "h1"
    assert holder_of(other, ["Tidak ada di halaman ini."]) is None


def test_where_files_go(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv(FOLDERS_VARIABLE, raising=False)
    monkeypatch.chdir(tmp_path)
    assert folder_for_new(None) == Path("publishers"), "beside the data, wherever the package lies"
    assert pages_beside(Path("publishers"), "warta") == Path("publishers/pages/warta")
    monkeypatch.setenv(FOLDERS_VARIABLE, f"{tmp_path / 'satu'}{os.pathsep}{tmp_path / 'dua'}")
    assert folder_for_new(None) == tmp_path / "satu"
    assert folder_for_new(Path("lain")) == Path("lain")
    root = Path(__file__).parents[1]
    monkeypatch.chdir(root / "tests")
    assert folder_for_new(None) == root / "kalbarcrawl" / "publishers"
    assert pages_of("kalbaronline") == root / "tests" / "pages" / "kalbaronline"
    with pytest.raises(KeyError):
        pages_of("wartakontoh")
