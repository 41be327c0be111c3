"""`kalbarcrawl new`: from a newsroom's address to its records, with not a line written by hand."""

from __future__ import annotations

import json
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from kalbarcrawl.publishers import BESIDE, FOLDERS_VARIABLE, publisher_named, read_anew
from tests.forks import Ended, bare, begin, kalbarcrawl
from tests.newsroom import Newsroom, Reply
from tests.test_wordpress_crawl import assert_all_equal
from tests.wordpress.post import visible
from tests.wordpress.posts import POSTS
from tests.wordpress.server import Published, WordPress

MINUTE = 60.0


def run(folder: Path, *command: str, status: int = 0) -> Ended:
    """`kalbarcrawl COMMAND` in a folder of a user's own, outside the checkout."""
    done = begin(kalbarcrawl, command, folder, bare(), cwd=folder).wait(2 * MINUTE)
    assert done.returncode == status, done.stdout + done.stderr
    assert "Traceback" not in done.stderr
    return done


def new(folder: Path, url: str, *options: str, status: int = 0) -> Ended:
    return run(folder, "new", url, "--allow-private", "-s", "DOWNLOAD_DELAY=0", *options, status=status)


def crawled(folder: Path, name: str, *options: str) -> list[dict[str, Any]]:
    run(folder, "crawl", name, "--allow-private", "--delay", "0", *options)
    files = sorted((folder / "data" / "articles" / name).glob("*.jsonl"))
    return [json.loads(line) for file in files for line in file.read_text(encoding="utf-8").splitlines()]


def test_the_local_newsroom_with_not_a_line_by_hand(newsroom: Newsroom, tmp_path: Path) -> None:
    said = new(tmp_path, newsroom.url, "--region", "Kalimantan Barat").stdout
    text = (tmp_path / "publishers" / "wartacontoh.py").read_text(encoding="utf-8")
    assert text.startswith('"""Warta Contoh, Kalimantan Barat. WordPress."""\n')
    assert 'timezone="Asia/Pontianak"' in text
    assert 'sources=(Feed("/feed/"), Sitemap("/sitemap_index.xml")),' in text, "its REST API answers 404"
    assert "its second page is the first again" in said
    assert "a name of its own" in said, "its host is a number"
    assert len([line for line in text.splitlines() if line.strip()]) <= 20
    records = crawled(tmp_path, "wartacontoh")
    published = {newsroom.url + article.path: article for article in newsroom.articles.values()}
    assert {record["url"] for record in records} == set(published)
    for record in records:
        article = published[record["url"]]
        assert record["title"] == article.title
        assert record["body"] == article.body
        assert record["published_at"] == article.published.isoformat()
        assert record["authors"] == list(article.authors)


def test_its_saved_pages_are_tests_of_the_file(newsroom: Newsroom, tmp_path: Path) -> None:
    new(tmp_path, newsroom.url)
    pages = tmp_path / "publishers" / "pages" / "wartacontoh"
    assert len(list(pages.glob("*.html"))) == len(list(pages.glob("*.json"))) == 2
    for path in pages.glob("*.json"):
        record = json.loads(path.read_text(encoding="utf-8"))
        assert "id" not in record
        assert record["publisher"] == "wartacontoh"
        assert record["url"].startswith(newsroom.url)
        assert path.with_suffix(".html").read_bytes().startswith(b"<!DOCTYPE html>")


def test_nothing_is_overwritten(newsroom: Newsroom, tmp_path: Path) -> None:
    new(tmp_path, newsroom.url)
    path = tmp_path / "publishers" / "wartacontoh.py"
    path.write_text(path.read_text(encoding="utf-8") + "# read by a person\n", encoding="utf-8")
    before = path.read_text(encoding="utf-8")
    newsroom.requests.clear()
    assert "exists already" in new(tmp_path, newsroom.url, status=1).stderr
    assert "kalbaronline.py exists already" in run(tmp_path, "new", "https://kalbaronline.com", status=1).stderr
    new(tmp_path, newsroom.url, "--name", "wartacontoh", status=1)
    assert not newsroom.requests, "what is described already is refused before anything is fetched"
    assert path.read_text(encoding="utf-8") == before
    new(tmp_path, newsroom.url, "--name", "lain", "--into", "folder")
    assert (tmp_path / "folder" / "lain.py").exists()
    assert (tmp_path / "folder" / "pages" / "lain").is_dir()


def test_a_site_of_its_own_gets_rules_that_read_its_pages(newsroom: Newsroom, tmp_path: Path) -> None:
    _serve_own_system(newsroom)
    said = new(tmp_path, newsroom.url, "--name", "sendiri").stdout
    assert "a name of its own" not in said, "it was told one"
    text = (tmp_path / "publishers" / "sendiri.py").read_text(encoding="utf-8")
    assert '"""Kabar Sendiri. A system of its own."""' in text
    assert 'sources=(Section("/", "h1 a[href], h2 a[href], h3 a[href], h4 a[href], article a[href]"),),' in text
    assert 'body=[Blocks("#isi")]' in text
    assert 'title=[Css(".judul")]' in text
    assert 'published=[Css(".tgl")]' in text
    assert "an archive: no sitemap and no API answered" in said
    first = min(crawled(tmp_path, "sendiri"), key=lambda record: str(record["url"]))
    assert first["published_at"] == "2025-05-05T09:30:00+07:00"
    assert first["body"].startswith("Kalimat pertama berita")


def test_what_cannot_be_visited_is_said(newsroom: Newsroom, tmp_path: Path) -> None:
    newsroom.wall()
    assert "the front page cannot be read" in new(tmp_path, newsroom.url, status=1).stderr
    newsroom.heal()
    newsroom.robots = "User-agent: *\nDisallow: /"
    assert "robots" in new(tmp_path, newsroom.url, status=1).stderr
    assert "private" in run(tmp_path, "new", newsroom.url, status=1).stderr
    run(tmp_path, "new", "warta.example", status=2)
    run(tmp_path, "new", newsroom.url, "--timezone", "Asia/Singkawang", status=2)
    assert not (tmp_path / "publishers").exists()


def test_files_beside_the_data_are_found(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv(FOLDERS_VARIABLE, raising=False)
    for folder, title in ((BESIDE, "Di Sini"), ("lain", "Di Sana")):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / "tetangga.py").write_text(
            "from kalbarcrawl.publisher import Publisher\n\n"
            f'publisher = Publisher(name="tetangga", title="{title}", home="https://t.example", evidence="made up")\n',
            encoding="utf-8",
        )
    read_anew()
    assert publisher_named("tetangga").title == "Di Sini"
    assert publisher_named("kalbaronline")
    monkeypatch.setenv(FOLDERS_VARIABLE, str(tmp_path / "lain"))
    read_anew()
    assert publisher_named("tetangga").title == "Di Sana"
    monkeypatch.undo()
    read_anew()


@pytest.mark.integration
def test_a_real_wordpress_within_a_minute(
    wordpress: WordPress, published: dict[str, Published], tmp_path: Path
) -> None:
    began = time.monotonic()
    said = run(tmp_path, "new", wordpress.url, "--allow-private").stdout
    assert time.monotonic() - began < MINUTE, "with the delays of a real crawl"
    text = (tmp_path / "publishers" / "wartacontoh.py").read_text(encoding="utf-8")
    assert "sources=" not in text, f"all that the family says holds here:\n{said}"
    assert len([line for line in text.splitlines() if line.strip()]) <= 8
    assert_all_equal(crawled(tmp_path, "wartacontoh"), visible(POSTS)[:10])
    assert_all_equal(crawled(tmp_path, "wartacontoh", "--since", "2024-01-01"), visible(POSTS))


@pytest.fixture
def newsroom() -> Iterator[Newsroom]:
    with Newsroom() as served:
        yield served


def _serve_own_system(newsroom: Newsroom) -> None:
    """A newsroom of its own kind: no feed, no sitemap, no schema.org; a date only printed."""
    links = ""
    for number in (1, 2, 3):
        title = f"Berita Nomor {number} dari Kampung Rekaan"
        links += f'<h2><a href="/baca/{number}/berita-nomor-{number}">{title}</a></h2>'
        story = "".join(
            f"<p>Kalimat {place} berita nomor {number} bercerita panjang tentang warga kampung yang bekerja "
            "bersama sejak pagi sampai sore di tepi sungai. Mereka menutup hari dengan makan bersama.</p>"
            for place in ("pertama", "kedua", "ketiga", "keempat", "kelima", "keenam")
        )
        page = (
            f'<html lang="id"><head><title>{title} - Kabar Sendiri</title></head><body><div class="kepala">Kabar</div>'
            f'<div class="tengah"><h1 class="judul">{title}</h1>'
            f'<div class="tgl">Senin, {number + 4} Mei 2025 09:30 WIB</div>'
            f'<div id="isi" class="col-9">{story}</div></div></body></html>'
        )
        newsroom.serve(f"/baca/{number}/berita-nomor-{number}", Reply(200, page.encode()))
    head = "<title>Kabar Sendiri - Berita Kampung</title>"
    newsroom.serve("/", Reply(200, f"<html><head>{head}</head><body>{links}</body></html>".encode()))
    for path in ("/feed/", "/sitemap_index.xml", "/sitemap-news.xml"):
        newsroom.serve(path, Reply(404, b"<html><body>tidak ada</body></html>"))
    newsroom.robots = "User-agent: *\nDisallow:"
