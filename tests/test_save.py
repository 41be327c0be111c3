"""`kalbarcrawl save`: a page and its proposed record, as the tests of publishers' files read them."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import asdict
from datetime import UTC, datetime
from pathlib import Path

import pytest

from kalbarcrawl.items import Article
from kalbarcrawl.owners.saved import paths_in, proposed, stem_of, write
from kalbarcrawl.page import Page
from kalbarcrawl.publisher import Publisher
from tests.crawls import Desk, desk
from tests.forks import Ended

SENTENCE = "Warga kampung bekerja bersama sejak pagi sampai sore di tepi sungai, lalu makan bersama di balai desa. "
PUBLISHER = Publisher(name="contoh", title="Contoh", home="https://contoh.example", evidence="made up")


@pytest.fixture
def own(tmp_path: Path) -> Iterator[Desk]:
    with desk(tmp_path) as served:
        yield served


def save(own: Desk, target: str, *options: str) -> Ended:
    return own.run("save", "warta_contoh", target, *options)


def story(date: str = "2 jam lalu") -> bytes:
    paragraphs = "".join(f"<p>{number}. {SENTENCE * 2}</p>" for number in range(6))
    return (
        f'<html lang="id"><head><title>Kafé Dibuka</title></head><body><h1>Kafé Dibuka Warga Kampung Rekaan</h1>'
        f'<div class="date">{date}</div><div id="isi">{paragraphs}</div></body></html>'
    ).encode()


def test_an_address_becomes_a_page_and_a_record(own: Desk) -> None:
    slug, article = next(iter(own.newsroom.articles.items()))
    ended = save(own, own.newsroom.address(slug), "--allow-private")
    assert ended.returncode == 0, ended.stderr
    html, expected = map(Path, ended.stdout.splitlines())
    assert html.parent == own.folder / "publishers" / "pages" / "warta_contoh"
    record = json.loads(expected.read_text(encoding="utf-8"))
    assert record["title"] == article.title
    assert record["body"] == article.body
    assert "id" not in record
    assert "proposed" in ended.stderr
    assert article.title in ended.stderr, "what is to be read is shown"
    # As tests/test_pages.py reads it: the page as it was saved, fetched when the record says.
    page = Page(record["url"], html.read_bytes(), datetime.fromisoformat(record.pop("crawled_at")))
    again = proposed(page, Publisher(name="warta_contoh", title="W", home=own.newsroom.url, evidence="the tests"))
    assert isinstance(again, Article)
    assert again.title == record["title"]


def test_nothing_is_overwritten_and_another_name_helps(own: Desk) -> None:
    url = own.newsroom.address(next(iter(own.newsroom.articles)))
    assert save(own, url, "--allow-private").returncode == 0
    again = save(own, url, "--allow-private")
    assert again.returncode == 1
    assert "exists already" in again.stderr
    other = save(own, url, "--allow-private", "--as", "kedua", "--into", str(own.folder / "lain"))
    assert other.stdout.splitlines() == [str(own.folder / "lain" / f"kedua{end}") for end in (".html", ".json")]


def test_a_saved_file_needs_no_network(own: Desk, tmp_path: Path) -> None:
    path = tmp_path / "disimpan.html"
    path.write_bytes(story())
    own.newsroom.requests.clear()
    ended = save(own, str(path), "--url", f"{own.newsroom.url}/daerah/kafe-dibuka/")
    assert ended.returncode == 0, ended.stderr
    assert not own.newsroom.requests
    assert save(own, str(path)).returncode == 1, "the page does not say its address"
    assert save(own, str(path), "--url", "https://lain.example/berita/1").returncode == 2


def test_what_is_no_article_is_not_saved(own: Desk) -> None:
    assert "not_article:front" in save(own, f"{own.newsroom.url}/", "--allow-private").stderr
    assert "not_found" in save(own, f"{own.newsroom.url}/tidak/ada/", "--allow-private").stderr
    assert own.run("save", "wartakontoh", own.newsroom.url).returncode == 2
    assert not (own.folder / "publishers" / "pages").exists()


def test_a_saved_page_keeps_its_time_and_its_letters(tmp_path: Path) -> None:
    when = datetime(2025, 5, 5, 10, 30, 15, 123456, UTC)
    western = story().decode().encode("cp1252")
    page = Page("https://contoh.example/a/kafe-dibuka.html", western, when, "text/html; charset=windows-1252")
    record = proposed(page, PUBLISHER)
    assert isinstance(record, Article)
    paths = paths_in(tmp_path, page)
    assert paths[0].name == "kafe-dibuka.html"
    write(paths, page, record)
    values = json.loads(paths[1].read_text(encoding="utf-8"))
    assert values["title"] == "Kafé Dibuka Warga Kampung Rekaan"
    saved = Page(values["url"], paths[0].read_bytes(), datetime.fromisoformat(values["crawled_at"]))
    again = proposed(saved, PUBLISHER)
    assert isinstance(again, Article)
    assert {name: value for name, value in asdict(again).items() if name != "id"} == values


@pytest.mark.parametrize(
    ("url", "stem"),
    [
        ("https://a.example/2025/05/08/warga-gotong-royong/", "warga-gotong-royong"),
        ("https://a.example/2025/05/Kabar_Baru.html?m=1", "kabar-baru"),
        ("https://a.example/?p=7", "artikel"),
        ("https://a.example/" + "panjang-" * 20, "panjang-panjang-panjang-panjang-panjang-panjang-panjang"),
    ],
)
def test_files_are_named_by_their_address(url: str, stem: str) -> None:
    assert stem_of(url) == stem
