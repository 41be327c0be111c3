"""Scrapy's own commands, which find a spider under every publisher's name."""

import json
from dataclasses import fields
from pathlib import Path

import pytest
from scrapy import Request
from scrapy.settings import Settings
from scrapy.spiderloader import get_spider_loader

from kalbarcrawl.items import Article, article_from
from kalbarcrawl.publishers import all_publishers
from kalbarcrawl.spiders.loader import PublisherLoader
from tests.crawls import desk

FIELDS = [spec.name for spec in fields(Article)]


def test_the_loader_is_what_scrapy_asks_for() -> None:
    settings = Settings()
    settings.setmodule("kalbarcrawl.settings")
    loader = get_spider_loader(settings)
    assert isinstance(loader, PublisherLoader)
    assert loader.list() == list(all_publishers())
    for name, publisher in all_publishers().items():
        spider = loader.load(name)
        assert (spider.name, spider.publisher) == (name, publisher)
    assert loader.find_by_request(Request("https://kalbaronline.com/2024/05/01/berita/")) == ["kalbaronline"]
    assert loader.find_by_request(Request("https://nobody.example/")) == []
    with pytest.raises(KeyError):
        loader.load("nobody")


def test_a_publishers_own_pace_is_a_fact_and_an_argument_overrules_it() -> None:
    settings = Settings()
    settings.setmodule("kalbarcrawl.settings")
    settings.set("DOWNLOAD_DELAY", 9, priority="cmdline")
    PublisherLoader().load("kalbaronline").update_settings(settings)
    assert settings.getint("DOWNLOAD_DELAY") == 9
    assert settings.getint("CONCURRENT_REQUESTS_PER_DOMAIN") == all_publishers()["kalbaronline"].concurrency


@pytest.mark.parametrize(
    ("arguments", "says"),
    [({"sources": "newest"}, "sources"), ({"since": "kemarin"}, "isoformat"), ({"limit": "many"}, "invalid literal")],
)
def test_arguments_that_are_none_are_refused(arguments: dict[str, str], says: str) -> None:
    with pytest.raises(ValueError, match=says):
        PublisherLoader().load("kalbaronline")(**arguments)


def test_list_crawl_and_export(tmp_path: Path) -> None:
    with desk(tmp_path) as d:
        listed = d.scrapy("list")
        assert listed.returncode == 0
        assert "warta_contoh" in listed.stdout.split()

        allowed = ("-s", "DOWNLOAD_DELAY=0", "-s", "KALBARCRAWL_ALLOW_PRIVATE=1")
        out = tmp_path / "out.jsonl"
        assert d.scrapy("crawl", "warta_contoh", *allowed, "-O", str(out)).returncode == 0
        exported = out.read_text(encoding="utf-8").splitlines()
        assert sorted(exported) == sorted(d.lines())
        assert len(exported) == 12
        assert all(list(json.loads(line)) == FIELDS for line in exported)

        # One address, whatever is kept: the record comes again, the store keeps one.
        url = d.newsroom.address(next(iter(d.newsroom.articles)))
        one = tmp_path / "one.jsonl"
        d.newsroom.requests.clear()
        assert d.scrapy("crawl", "warta_contoh", *allowed, "-a", f"url={url}", "-O", str(one)).returncode == 0
        [record] = [json.loads(line) for line in one.read_text(encoding="utf-8").splitlines()]
        assert (article_from(record).url, record["revision"], record["source"]) == (url, 1, "url")
        assert d.asked() == [url.removeprefix(d.newsroom.url)]
        assert len(d.lines()) == 12


@pytest.mark.parametrize(
    "arguments",
    [("list",), ("crawl", "warta_contoh"), ("parse", "http://127.0.0.1:9/"), ("shell", "http://127.0.0.1:9/")],
    ids=lambda arguments: arguments[0],
)
def test_a_folder_of_publishers_that_is_not_there_is_said_in_a_line(arguments: tuple[str, ...], tmp_path: Path) -> None:
    with desk(tmp_path) as d:
        folder = d.folder / "publishers"
        folder.rename(d.folder / "aside")
        ended = d.scrapy(*arguments)
    assert (ended.returncode, ended.stdout) == (2, "")
    said = f"error: KALBARCRAWL_PUBLISHERS names {folder}, which is no folder: make it, or name another"
    assert ended.stderr.splitlines()[-1].endswith(said)
    assert "Traceback" not in ended.stderr


def test_a_publishers_file_that_fails_is_said_in_a_line(tmp_path: Path) -> None:
    with desk(tmp_path) as d:
        (d.folder / "publishers" / "warta_contoh.py").write_text("publisher = 1 / 0", encoding="utf-8")
        ended = d.scrapy("crawl", "warta_contoh")
    assert ended.returncode == 2
    assert ended.stderr.splitlines()[-1].endswith("warta_contoh.py: ZeroDivisionError: division by zero")
    assert "Traceback" not in ended.stderr


def test_parse_and_shell(tmp_path: Path) -> None:
    with desk(tmp_path) as d:
        url = d.newsroom.address(next(iter(d.newsroom.articles)))
        allowed = ("-s", "KALBARCRAWL_ALLOW_PRIVATE=1")
        parsed = d.scrapy("parse", url, *allowed, "--nocolour")
        assert parsed.returncode == 0
        assert next(iter(d.newsroom.articles.values())).title in parsed.stdout
        shown = d.scrapy("shell", url, *allowed, "-c", "(response.status, spider.name)")
        assert "(200, 'warta_contoh')" in shown.stdout
        assert not d.data.exists()
