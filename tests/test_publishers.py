"""The files of facts: alike, short, with evidence; and the floor that real saved pages set."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from statistics import median
from typing import Any
from urllib.parse import urljoin, urlsplit

import pytest

from kalbarcrawl.archive import listed_pages, saved_page
from kalbarcrawl.extract import extract
from kalbarcrawl.items import Article, Incomplete
from kalbarcrawl.page import Page
from kalbarcrawl.publisher import Publisher
from kalbarcrawl.publishers import all_publishers, publisher_named, publisher_of
from kalbarcrawl.refine import refine

FILES = sorted(Path(__file__).parents[1].glob("kalbarcrawl/publishers/[!_]*.py"))
CORPUS = Path(__file__).parents[2] / "shared" / "corpus" / "id"


def non_blank(path: Path) -> int:
    return sum(1 for line in path.read_text(encoding="utf-8").splitlines() if line.strip())


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_a_file_of_facts(path: Path) -> None:
    publisher = publisher_named(path.stem)
    assert publisher.name == path.stem
    assert 8 <= non_blank(path) <= 40
    assert path.read_text(encoding="utf-8").startswith('"""')
    assert len(publisher.evidence) > 30, "say on what the facts rest and when it was seen"
    assert "not" in publisher.evidence, "say what was not seen"
    assert publisher.home.startswith("https://")
    assert publisher.owns(publisher.home)


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_sources_list_the_latest_and_the_archive(path: Path) -> None:
    publisher = publisher_named(path.stem)
    assert {source.reach for source in publisher.sources} >= {"latest", "archive"}
    for source in publisher.sources:
        address = urljoin(publisher.home, source.url)
        assert re.fullmatch(r"https?://[^\s{}/]+\.[^\s{}]+", address), address


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_rules_read_any_page_without_failing(path: Path) -> None:
    publisher = publisher_named(path.stem)
    for body in (b"", b"<html><body><p>Satu.</p></body></html>", b"\x00\xff<div class='x'"):
        page = Page(f"{publisher.home}/berita/1", body, datetime.fromisoformat("2026-06-01T12:00:00+00:00"))
        assert isinstance(refine(extract(page, publisher), publisher), Article | Incomplete)


def test_files_of_facts_stay_short() -> None:
    assert median(map(non_blank, FILES)) <= 20


def test_no_two_publishers_own_one_address() -> None:
    places = [(host, urlsplit(one.home).path) for one in all_publishers().values() for host in one.all_hosts]
    assert len(places) == len(set(places))


def test_a_home_with_a_path_is_a_newsroom_on_somebody_elses_host() -> None:
    guest = Publisher(name="tamu", title="Tamu", home="https://inang.example/tamu", evidence="made up")
    assert guest.owns("https://www.inang.example/tamu/berita-1")
    assert guest.owns("https://inang.example/tamu")
    assert not guest.owns("https://inang.example/tamunya/berita-1")
    assert not guest.owns("https://inang.example/berita-1")
    host = replace(guest, name="inang", home="https://inang.example")
    assert host.owns("https://inang.example/tamu/berita-1")
    assert guest.claim("https://inang.example/tamu/berita-1") > host.claim("https://inang.example/tamu/berita-1")


@pytest.mark.skipif(not CORPUS.exists(), reason="the corpus of real saved pages is not beside this checkout")
class TestRealSavedPages:
    """Pages of nine newsrooms, 2015-2026, which stay with their publishers and are not copied here."""

    def test_floor(self) -> None:
        pairs = list(self.pairs())
        assert len(pairs) == 20
        assert sum(article.title == folded(gold["title"]) for gold, article in pairs) == 20
        assert sum(same_instant(gold, article) for gold, article in pairs) == 20
        assert sum(set(article.authors) == set(gold["authors"]) for gold, article in pairs) >= 18
        assert sum(paragraphs(article) == list(map(folded, gold["paragraphs"])) for gold, article in pairs) >= 17
        lost = [
            text
            for gold, article in pairs
            for text in map(folded, gold["paragraphs"])
            if text not in paragraphs(article)
        ]
        leaked = [
            line["text"]
            for gold, article in pairs
            for line in gold["dropped"]
            if len(line["text"]) > 3 and folded(line["text"]) in paragraphs(article)
        ]
        assert len(lost) <= 1, lost
        assert len(leaked) <= 4, leaked

    @pytest.mark.parametrize("path", sorted(CORPUS.glob("not_articles/*.html")), ids=lambda path: path.stem)
    def test_galleries_are_no_articles(self, path: Path) -> None:
        found = read(saved_page(path))
        assert isinstance(found, Incomplete)
        assert found.outcome.startswith("not_article:")

    def pairs(self) -> Iterator[tuple[dict[str, Any], Article]]:
        for place, row in listed_pages(CORPUS / "list.jsonl"):
            gold = json.loads((CORPUS / "expected" / f"{row['file'].stem}.json").read_text(encoding="utf-8"))
            article = read(saved_page(row["file"], url=row["url"]))
            assert isinstance(article, Article), (place, article)
            yield gold, article


def read(page: Page) -> Article | Incomplete:
    publisher = publisher_of(page.url)
    assert publisher is not None
    return refine(extract(page, publisher), publisher)


def folded(text: str) -> str:
    return " ".join(text.split())


def paragraphs(article: Article) -> list[str]:
    return [folded(text) for text in article.body.split("\n\n")]


def same_instant(gold: dict[str, Any], article: Article) -> bool:
    accepted = [gold["published_at"], *gold.get("published_alternatives", [])]
    found = datetime.fromisoformat(article.published_at or "1970-01-01T00:00:00+00:00")
    return any(abs((datetime.fromisoformat(stamp) - found).total_seconds()) < 60 for stamp in accepted)
