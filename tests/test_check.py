"""`kalbarcrawl check`: what holds is ok, what broke is named, with what looks right instead."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from kalbarcrawl.owners.checking import Row, check, field_rows
from kalbarcrawl.page import Page
from kalbarcrawl.publisher import Publisher
from kalbarcrawl.rules import Blocks, Css, Rules
from kalbarcrawl.store.run import clock
from tests.crawls import Desk, desk
from tests.forks import Ended
from tests.newsroom import Reply

BODY = 'body=[Blocks(".entry-content")], '
FEED = 'Feed("/feed/")'


@pytest.fixture
def own(tmp_path: Path) -> Iterator[Desk]:
    with desk(tmp_path, sources=FEED) as served:
        yield served


def run(own: Desk, *options: str, name: str = "warta_contoh") -> Ended:
    return own.run("check", name, "--allow-private", "-s", "DOWNLOAD_DELAY=0", *options)


def rows(ended: Ended) -> dict[str, dict[str, Any]]:
    [line] = ended.stdout.splitlines()
    return {row["what"]: row for row in json.loads(line)["rows"]}


def test_a_newsroom_as_described_is_fine(own: Desk) -> None:
    ended = run(own)
    assert ended.returncode == 0, ended.stdout + ended.stderr
    assert "12 articles" in ended.stdout
    assert "fails" not in ended.stdout
    found = rows(run(own, "--json", "--articles", "2"))
    assert found["body"]["verdict"] == "ok"
    assert found["body"]["said"].startswith("2 of 2 by blocks .entry-content-single: ")


def test_a_redesign_is_named_with_the_element_that_holds_the_body_now(own: Desk) -> None:
    own.newsroom.redesign()
    text = (own.folder / "publishers" / "warta_contoh.py").read_text(encoding="utf-8")
    lost = text.replace('".entry-content-single"', '".entry-content"')
    (own.folder / "publishers" / "warta_contoh.py").write_text(lost, encoding="utf-8")
    ended = run(own, "--json")
    assert ended.returncode == 1
    body = rows(ended)["body"]
    assert body["verdict"] == "fails"
    assert "none of its own rules: blocks .entry-content" in body["said"]
    assert body["instead"].startswith('Blocks(".isi-berita") on every page: ')
    assert '→ Blocks(".isi-berita")' in run(own).stdout


def test_a_feed_that_moved_is_found_where_the_front_page_says(own: Desk) -> None:
    own.describe(sources='Feed("/rss.xml")')
    ended = run(own, "--json")
    assert ended.returncode == 1
    found = rows(ended)
    assert found['Feed("/rss.xml")']["said"] == "not_found (HTTP 404)"
    assert found['Feed("/rss.xml")']["instead"] == 'Feed("/feed/") lists 12'
    assert found["articles"]["said"] == "no source gave one to read"


def test_a_section_whose_links_changed_gets_a_query_that_finds_them(own: Desk) -> None:
    own.describe(sources='Section("/category/daerah/", "h4.judul a")')
    row = rows(run(own, "--json"))['Section("/category/daerah/", "h4.judul a")']
    assert row["verdict"] == "fails"
    assert "h2.entry-title a" in row["instead"]


def test_what_could_not_be_tried(own: Desk) -> None:
    assert run(own, name="wartakontoh").returncode == 2
    broken = own.folder / "publishers" / "rusak.py"
    broken.write_text("publisher = (", encoding="utf-8")
    assert f"{broken}: SyntaxError" in run(own, name="rusak").stderr
    broken.unlink()
    own.newsroom.down()
    ended = run(own)
    assert ended.returncode == 2
    assert "network" in ended.stdout


def test_a_wall_is_called_one(own: Desk) -> None:
    own.newsroom.wall()
    ended = run(own)
    assert ended.returncode == 1
    assert "blocked (challenge)" in ended.stdout


def test_robots_are_asked(own: Desk) -> None:
    own.newsroom.robots = "User-agent: *\nDisallow: /feed/"
    assert "robots" in rows(run(own, "--json"))['Feed("/feed/")']["said"]


def test_a_moved_feed_is_served_from_elsewhere(own: Desk) -> None:
    own.newsroom.serve("/feed/", Reply(200, b"<html><body>Feed kami pindah</body></html>"))
    assert "no feed: a web page instead" in rows(run(own, "--json"))['Feed("/feed/")']["said"]


SENTENCE = "Warga kampung bekerja bersama sejak pagi sampai sore di tepi sungai, lalu makan bersama di balai desa. "
HTML = f"""<html lang="id"><head><title>Kerja Bakti Digelar Warga Kampung</title></head><body>
<h1 class="judul">Kerja Bakti Digelar Warga Kampung</h1><p class="kategori-berita"><a href="/daerah">Daerah</a></p>
<div class="kotak"><div id="naskah">{"".join(f"<p>{number}. {SENTENCE * 2}</p>" for number in range(6))}</div></div>
</body></html>"""


def test_fields_without_a_site() -> None:
    publisher = Publisher(
        name="contoh",
        title="Contoh",
        home="https://contoh.example",
        evidence="made up",
        rules=Rules(title=[Css("h1.old")], body=[Blocks("#isi")]),
    )
    pages = [Page(f"https://contoh.example/berita/{number}", HTML.encode(), clock()) for number in (1, 2)]
    found = {row.what: row for row in field_rows(publisher, pages)}
    assert found["title"] == Row(
        "title",
        "note",
        "2 of 2 by headline: Kerja Bakti Digelar Warga Kampung (none of its own rules: css h1.old)",
        'Css(".judul") on every page: Kerja Bakti Digelar Warga Kampung',
    )
    assert found["body"].verdict == "fails"
    assert found["body"].instead.startswith('Blocks("#naskah") on every page: ')
    assert found["published"].verdict == "fails"
    assert found["section"] == Row("section", "note", "0 of 2", 'perhaps Css(".kategori-berita a"): Daerah')
    assert found["tags"].instead == "nothing on the pages looks like it"


def test_a_publisher_without_sources_fails() -> None:
    import asyncio

    async def nothing(url: str) -> Page:
        raise AssertionError(url)

    publisher = Publisher(name="contoh", title="Contoh", home="https://contoh.example", evidence="made up")
    checked = asyncio.run(check(publisher, nothing))
    assert not checked.ok
    assert not checked.reached
