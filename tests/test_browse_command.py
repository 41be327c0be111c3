"""`kalbarcrawl browse` as it is typed: a real process over a crawled newsroom, in a real browser."""

import os
import signal
import socket
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.crawls import Desk, desk
from tests.forks import Command

if TYPE_CHECKING:
    from playwright.sync_api import Browser

SHOWN = [("desktop", "light"), ("desktop", "dark"), ("phone", "light"), ("phone", "dark")]


@contextmanager
def browsing(d: Desk, *arguments: str) -> Iterator[tuple[Command, str]]:
    """The command at work and the address it prints; ended as Ctrl-C ends it."""
    command = d.start("browse", "--port", "0", *arguments)
    try:
        d.wait(lambda: command.over or (command.out.exists() and "\n" in command.out.read_text()))
        assert not command.over, command.wait()
        yield command, command.out.read_text().strip()
    finally:
        command.signal(signal.SIGINT)
        ended = command.wait()
    assert (ended.returncode, "Traceback" in ended.stderr) == (0, False), ended


def test_it_cannot_run_without_a_store_or_a_port(tmp_path: Path) -> None:
    with desk(tmp_path) as d:
        ended = d.run("browse")
        assert (ended.returncode, "holds no store yet" in ended.stderr) == (2, True)
        assert d.crawl().returncode == 0
        with closing(socket.create_server(("127.0.0.1", 0))) as taken:
            ended = d.run("browse", "--port", str(taken.getsockname()[1]))
            assert (ended.returncode, "cannot listen at 127.0.0.1:" in ended.stderr) == (2, True)
        (d.folder / "notes.txt").write_text("mine " * 400)
        ended = d.run("browse", "--refresh-only", "--index", str(d.folder / "notes.txt"))
        assert (ended.returncode, "is no index of ours" in ended.stderr) == (2, True)


def test_a_disk_that_is_full_is_said_and_the_next_run_completes(tmp_path: Path) -> None:
    with desk(tmp_path, articles=60) as d:
        assert d.crawl().returncode == 0
        ended = d.run("browse", "--refresh-only", largest=150_000)
        assert (ended.returncode, "cannot write the index" in ended.stderr) == (2, True), ended
        assert "Traceback" not in ended.stderr
        ended = d.run("browse", "--refresh-only")
        assert (ended.returncode, "72 articles" in ended.stderr) == (0, True), ended
        assert "no contradictions" in d.run("verify").stdout


@pytest.mark.integration
def test_a_researcher_finds_and_reads(tmp_path: Path, chromium: "Browser") -> None:
    from tests.browser.browser import seen

    with desk(tmp_path, articles=40) as d:
        assert d.crawl().returncode == 0
        slug, story = next(iter(d.newsroom.articles.items()))
        last = story.paragraphs[-1]
        d.newsroom.edit(
            slug, paragraphs=(*story.paragraphs[:-1], last.replace(last.split()[1], "SUNTINGAN"), "Tambahan.")
        )
        assert d.crawl().returncode == 0
        with browsing(d) as (_, address), seen(chromium) as one:
            page = one.page
            page.goto(address)
            assert one.faults() == []
            # With the keyboard alone: the box has the focus, Enter searches, the first link is the article.
            page.keyboard.type("suntingan")
            page.keyboard.press("Enter")
            page.wait_for_url("**/?q=suntingan*")
            assert page.locator(".hits li").count() == 1
            assert page.locator(".hits mark").first.inner_text() == "SUNTINGAN"
            assert page.locator(".hits .state").inner_text() == "2 revisions"
            page.get_by_role("link", name=story.title).click()
            page.wait_for_url("**/article/*")
            assert page.locator("h1").inner_text() == story.title
            assert page.locator("ins").first.inner_text().strip() == "SUNTINGAN"
            assert page.locator(".changes .added").inner_text().endswith("Tambahan.")
            source = page.get_by_role("link", name="read it at its source")
            assert "noreferrer" in str(source.get_attribute("rel"))
            assert source.get_attribute("href") == d.newsroom.address(slug)
            page.get_by_role("link", name="Revision 1").click()
            page.wait_for_url("**/article/*/1")
            assert "SUNTINGAN" not in page.content()
            assert one.faults() == []


@pytest.mark.integration
@pytest.mark.parametrize(("width", "scheme"), SHOWN)
def test_every_page_at_every_width_and_scheme(tmp_path: Path, chromium: "Browser", width: str, scheme: str) -> None:
    from tests.browser.browser import seen

    with desk(tmp_path, articles=40) as d:
        long = "Pemberdayaan-dan-pertanggungjawaban-kesejahteraan-masyarakat" * 3
        slug, story = next(iter(d.newsroom.articles.items()))
        d.newsroom.publish(replace(story, slug="panjang", title=long, section=story.section))
        assert d.crawl().returncode == 0
        d.newsroom.edit(slug, title=f"{story.title} Lagi", paragraphs=("Sama sekali lain.", *story.paragraphs[1:]))
        assert d.crawl().returncode == 0
        with browsing(d) as (_, address), seen(chromium, width, scheme) as one:  # type: ignore[arg-type]
            page = one.page
            pages = {"newest": "", "found": "?q=warga+OR+lagi", "none": "?q=tidakada&since=2020-01-01"}
            for name, path in pages.items():
                page.goto(address + path)
                page.locator("summary").click()
                page.screenshot(path=tmp_path / f"{name}-{width}-{scheme}.png", full_page=True)
                assert one.faults() == [], name
            page.goto(f"{address}?q=lagi+title:{story.title.split()[0]}")
            page.locator(".hits a").first.click()
            page.locator(".changes").wait_for()
            page.wait_for_load_state()
            page.screenshot(path=tmp_path / f"article-{width}-{scheme}.png", full_page=True)
            assert one.faults() == []


def test_the_newsroom_hears_nothing_of_readers(tmp_path: Path) -> None:
    with desk(tmp_path) as d:
        assert d.crawl().returncode == 0
        d.newsroom.requests.clear()
        with browsing(d) as (command, address):
            import urllib.request

            opener = urllib.request.build_opener(urllib.request.ProxyHandler({}))
            text = opener.open(address, timeout=20).read().decode()
            assert "Search 12 articles" in text
            assert command.process.pid != os.getpid()
        assert d.newsroom.requests == []
