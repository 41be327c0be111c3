"""`kalbarcrawl report` as it is typed: real crawls of a newsroom that is redesigned, the report in a real browser."""

import json
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import timedelta
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from typing import TYPE_CHECKING, Any

import pytest

from kalbarcrawl.store import store_at
from tests.crawls import Desk, desk
from tests.dataset_stories import OUTLETS
from tests.measured_past import AT, fill
from tests.newsroom.generated import generated

if TYPE_CHECKING:
    from playwright.sync_api import Browser

SHOWN = [("desktop", "light"), ("desktop", "dark"), ("phone", "light"), ("phone", "dark")]
SCROLLS = "() => [...document.querySelectorAll('.wide')].filter(e => e.scrollWidth > e.clientWidth).length"


def redesigned(d: Desk) -> None:
    """Crawl some days of news, then the news after a redesign."""
    file = d.folder / "publishers" / "warta_contoh.py"
    file.write_text(file.read_text().replace(".entry-content-single", ".entry-content"))
    days = [generated(60)[first : first + 5] for first in range(0, 30, 5)]
    for day in days:
        if day is days[-2]:
            d.newsroom.redesign()
        for one in day:
            latest = next(iter(d.newsroom.articles.values()))
            d.newsroom.publish(replace(one, published=latest.published + timedelta(hours=5), modified=None))
        assert d.crawl().returncode == 0


@contextmanager
def served(folder: Path) -> Iterator[str]:
    """The folder on loopback, by the plainest of servers."""

    class Quiet(SimpleHTTPRequestHandler):
        def log_message(self, *_: Any) -> None:
            """Say nothing."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(Quiet, directory=str(folder)))
    Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.server_port}/"
    finally:
        server.shutdown()
        server.server_close()


def test_it_is_written_from_crawls(tmp_path: Path) -> None:
    with desk(tmp_path) as d:
        ended = d.run("report", str(tmp_path / "site"))
        assert (ended.returncode, "holds no store yet" in ended.stderr) == (2, True)
        redesigned(d)
        d.newsroom.requests.clear()
        ended = d.run("report", str(tmp_path / "site"))
        assert (ended.returncode, ended.stdout.strip()) == (0, str(tmp_path / "site" / "index.html")), ended
        assert d.newsroom.requests == []
        told = json.loads(d.run("report", str(tmp_path / "site"), "--json").stdout)
        assert told["needs_a_look"] == ["warta_contoh"]
        page = (tmp_path / "site" / "newsroom" / "warta_contoh.html").read_text()
        assert "lines taken off" in page
        assert "<code>comment</code>" in page
        once, again = (
            d.run("report", str(tmp_path / name), "--at", "2026-12-31T00:00:00").returncode for name in ("a", "b")
        )
        assert (once, again) == (0, 0)
        files = sorted(path.relative_to(tmp_path / "a") for path in (tmp_path / "a").rglob("*.*"))
        assert [(tmp_path / "a" / file).read_bytes() for file in files] == [
            (tmp_path / "b" / file).read_bytes() for file in files
        ]
        (tmp_path / "mine").mkdir()
        (tmp_path / "mine" / "notes.txt").write_text("mine")
        ended = d.run("report", str(tmp_path / "mine"))
        assert (ended.returncode, "is no report of ours" in ended.stderr) == (2, True)
        ended = d.run("report", str(tmp_path / "mine" / "notes.txt" / "site"))
        assert (ended.returncode, "cannot write" in ended.stderr, "Traceback" in ended.stderr) == (2, True, False)


@pytest.mark.integration
@pytest.mark.parametrize(("width", "scheme"), SHOWN)
def test_every_page_at_every_width_and_scheme(tmp_path: Path, chromium: "Browser", width: str, scheme: str) -> None:
    from tests.browser.browser import seen

    with desk(tmp_path) as d:
        redesigned(d)
        store = store_at(tmp_path / "past")
        fill(store)
        store.close()
        assert d.run("report", str(tmp_path / "crawled")).returncode == 0
        at = AT.strftime("%Y-%m-%dT%H:%M:%S")
        assert d.run("report", str(tmp_path / "made"), "--data", str(tmp_path / "past"), "--at", at).returncode == 0
    pages = {
        "crawled": "crawled/index.html",
        "crawled-newsroom": "crawled/newsroom/warta_contoh.html",
        "made": "made/index.html",
        **{f"made-{name}": f"made/newsroom/{name}.html" for name in OUTLETS},
    }
    with served(tmp_path) as address, seen(chromium, width, scheme) as one:  # type: ignore[arg-type]
        for name, path in pages.items():
            one.page.goto(address + path)
            one.page.screenshot(path=tmp_path / f"{name}-{width}-{scheme}.png", full_page=True)
            assert one.faults() == [], name
            assert one.page.evaluate(SCROLLS) == 0, name
            if name == "crawled-newsroom":
                assert one.page.locator(".notice.bad").count() == 1
            if "/newsroom/" in path:
                assert one.page.locator(".chart svg[role=img][aria-label]").count() >= 2
                assert one.page.locator(".chart rect").count() >= 3
                assert one.page.locator("table.fields .spark path.line").count() == 10
        # The overview leads to a newsroom and back, by the keyboard.
        one.page.goto(address + pages["made"])
        link = one.page.locator(".overview th a").first
        link.focus()
        one.page.keyboard.press("Enter")
        one.page.wait_for_url("**/newsroom/*.html")
        one.page.get_by_role("link", name="newsrooms").click()
        one.page.wait_for_url("**/index.html")
        assert one.faults() == []


@pytest.mark.integration
def test_it_opens_from_the_disk_without_a_server(tmp_path: Path, chromium: "Browser") -> None:
    from tests.browser.browser import seen

    with desk(tmp_path) as d:
        redesigned(d)
        assert d.run("report", str(tmp_path / "site")).returncode == 0
    with seen(chromium) as one:
        one.page.goto((tmp_path / "site" / "index.html").as_uri())
        assert one.page.locator("h1").inner_text() == "1 of 1 newsroom needs a look"
        assert one.page.locator(".state.bad").first.inner_text() == "broken"
        one.page.get_by_role("link", name="Warta Contoh").first.click()
        one.page.locator(".chart").first.wait_for()
        assert one.faults() == []
