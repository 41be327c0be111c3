"""The application over HTTP: what it shows, what it refuses, what it never does."""

import http.client
import json
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from urllib.parse import quote, urlsplit

import pytest
import uvicorn

from kalbarcrawl.browse import search as searching
from kalbarcrawl.browse import serving
from kalbarcrawl.browse.app import application
from kalbarcrawl.browse.index import refresh
from kalbarcrawl.browse.manners import HEADERS, ours
from kalbarcrawl.browse.serving import address_of, listen
from kalbarcrawl.store import Store, Visit, store_at
from kalbarcrawl.store.removals import remove_address
from tests.dataset_stories import original

NOW = datetime(2025, 6, 5, 12, tzinfo=UTC)
EVIL = replace(
    original(5),
    url="javascript:alert(1)",
    canonical_url=None,
    title='Judul <img src=x onerror="alert(1)">',
    body="Isi </p><script>alert(2)</script>",
    tags=["<i>"],
)
FIRST = original(1)
SECOND = replace(FIRST, title=f"{FIRST.title} Lagi", body=f"{FIRST.body}\n\nBerita ini diperbarui.")


class Answer:
    def __init__(self, answer: http.client.HTTPResponse) -> None:
        self.status = answer.status
        self.headers = answer.headers
        self.text = answer.read().decode()


class Server:
    """The application served on loopback by a thread of this process."""

    def __init__(self, store: Store, index: Path) -> None:
        self.store, self.index = store, index
        opened = listen("127.0.0.1", 0)
        self.address = address_of(opened)
        app = application(store, index, {FIRST.publisher: "Warta Contoh"}, "127.0.0.1")
        self.server = uvicorn.Server(uvicorn.Config(app, log_level="warning", lifespan="off"))
        self.thread = threading.Thread(target=self.server.run, kwargs={"sockets": [opened]})
        self.thread.start()

    def stop(self) -> None:
        self.server.should_exit = True
        self.thread.join(20)

    def ask(self, path: str, method: str = "GET", **headers: str) -> Answer:
        connection = http.client.HTTPConnection(urlsplit(self.address).netloc, timeout=20)
        connection.request(method, path, headers=headers)
        answer = Answer(connection.getresponse())
        connection.close()
        return answer


@contextmanager
def served(folder: Path) -> Iterator[Server]:
    store = store_at(folder)
    for one in (FIRST, SECOND, EVIL, original(2)):
        store.save(one, Visit(one.url, "ok"), run="r", now=NOW)
    index = folder / "browse.sqlite"
    refresh(store, index, now=NOW)
    running = Server(store, index)
    yield running
    running.stop()
    store.close()


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """One for all who only ask."""
    with served(tmp_path_factory.mktemp("browse")) as running:
        yield running


@pytest.fixture
def own(tmp_path: Path) -> Iterator[Server]:
    """One whose store or index the test changes."""
    with served(tmp_path) as running:
        yield running


def test_search_and_article(server: Server) -> None:
    first = server.ask("/")
    assert first.status == 200
    assert "Search 3 articles" in first.text
    assert f'href="/article/{FIRST.id}"' in first.text
    hits = server.ask(f"/?q=diperbarui&publisher={FIRST.publisher}&since=2024-01-01&until=2024-12-31")
    assert "<strong>1</strong> article for <strong>diperbarui</strong>" in hits.text
    assert "2 revisions" in hits.text
    article = server.ask(f"/article/{FIRST.id}")
    assert article.text.count("Berita ini diperbarui.") == 2  # in the text, and in what changed
    assert "title, 1 paragraph added" in article.text
    assert '<a href="https://' in article.text
    assert article.text.count('<a href="http') == article.text.count('rel="noreferrer noopener external"')
    older = server.ask(f"/article/{FIRST.id}/1")
    assert "Berita ini diperbarui." not in older.text
    assert "This is revision 1" in older.text
    record = server.ask(f"/article/{FIRST.id}.json")
    assert json.loads(record.text)["title"] == SECOND.title
    assert record.headers["content-type"] == "application/json"


@pytest.mark.parametrize("path", ["/", "/?q=Judul", f"/article/{EVIL.id}"])
def test_everything_is_escaped_and_no_link_leaves_the_web(server: Server, path: str) -> None:
    text = server.ask(path).text
    assert "Judul" in text
    assert "<script" not in text
    assert "<img" not in text
    assert "<i>" not in text
    assert 'href="javascript' not in text


def test_every_answer_keeps_to_the_manners(server: Server) -> None:
    for path in ("/", "/?q=%22", "/nothing", f"/article/{FIRST.id}", "/style.css"):
        answer = server.ask(path)
        assert {name: answer.headers[name] for name in HEADERS} == HEADERS
        assert "set-cookie" not in answer.headers
        assert server.ask(path, "HEAD").status == answer.status
        for method in ("POST", "PUT", "DELETE", "OPTIONS", "TRACE"):
            assert server.ask(path, method).status == 405


@pytest.mark.parametrize(
    ("host", "status"),
    [
        ("127.0.0.1", 200),
        ("127.0.0.1:8001", 200),
        ("localhost:9", 200),
        ("LOCALHOST", 200),
        ("[::1]:8001", 200),
        ("evil.example", 421),
        ("127.0.0.1.evil.example", 421),
        ("localhost.evil.example:8001", 421),
        ("", 421),
    ],
)
def test_only_its_own_names_are_answered(server: Server, host: str, status: int) -> None:
    assert server.ask("/", Host=host).status == status


@pytest.mark.parametrize(
    ("host", "listening", "expected"),
    [
        ("news.lan:8001", "news.lan", True),
        ("other.lan", "news.lan", False),
        ("192.0.2.7:8001", "0.0.0.0", True),
        ("[2001:db8::7]:8001", "::", True),
        ("evil.example", "0.0.0.0", False),
        ("192.0.2.7", "127.0.0.1", False),
    ],
)
def test_names_where_it_listens_elsewhere(host: str, listening: str, expected: bool) -> None:
    assert ours(host, listening) is expected


@pytest.mark.parametrize(
    ("query", "said"),
    [
        ("q=%22banjir", "quotation mark"),
        ("q=-banjir", "what to look for"),
        ("q=" + "x" * 400, "longer than"),
        ("page=0", "numbered from 1"),
        ("page=401", "numbered from 1"),
        ("page=99999999999999999999", "numbered from 1"),
        ("page=%C2%B2", "numbered from 1"),
        ("page=-1", "numbered from 1"),
        ("since=kemarin", "write a day as"),
        ("until=2024-02-30", "write a day as"),
        ("sort=random", "sorted by"),
    ],
)
def test_what_cannot_be_asked_is_said(server: Server, query: str, said: str) -> None:
    answer = server.ask(f"/?{query}")
    assert answer.status == 400
    assert said in answer.text


@pytest.mark.parametrize("query", ["q=%00", "q=%FF%FE", "q=NEAR(", "publisher=%27%20OR%201=1", "section=%25", "page=2"])
def test_whatever_is_asked_is_answered(server: Server, query: str) -> None:
    assert server.ask(f"/?{query}").status in (200, 400)


@pytest.mark.parametrize(
    "path",
    ["/nothing", "/article/0000000000000000", "/article/x.json", f"/article/{FIRST.id}/3", f"/article/{FIRST.id}/0"],
)
def test_what_is_not_there(server: Server, path: str) -> None:
    assert server.ask(path).status == 404


def test_what_is_removed_is_not_shown_from_that_moment(own: Server) -> None:
    remove_address(own.store, FIRST.url, now=NOW, why="asked")
    for path in (f"/article/{FIRST.id}", f"/article/{FIRST.id}/1", f"/article/{FIRST.id}.json"):
        answer = own.ask(path)
        assert answer.status == 410
        assert FIRST.title not in answer.text
    assert FIRST.id not in own.ask("/").text
    assert FIRST.title not in own.ask(f"/?q={quote(FIRST.title)}").text.replace(f'value="{FIRST.title}"', "").replace(
        f"<strong>{FIRST.title}</strong>", ""
    ).replace(f"<title>{FIRST.title}", "")


def test_a_search_that_takes_too_long_is_given_up(own: Server, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(searching, "PATIENCE", -1.0)
    for number in range(10, 500):
        one = original(number)
        own.store.save(one, Visit(one.url, "ok"), run="r", now=NOW)
    refresh(own.store, own.index, now=NOW)
    answer = own.ask("/?q=warga")
    assert answer.status == 503
    assert "The search took longer" in answer.text


def test_what_a_crawl_keeps_meanwhile_is_found(own: Server, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(serving, "PAUSE", 0.05)
    monkeypatch.setattr(serving, "SHARE", 1)
    said: list[str] = []
    with serving.kept_fresh(own.store, own.index, said.append):
        one = replace(original(77), title="Kabar yang baru saja datang")
        own.store.save(one, Visit(one.url, "ok"), run="r", now=NOW)
        wait(lambda: one.id in own.ask("/?q=baru+saja+datang").text)
        assert said == []
        for file in own.index.parent.glob("browse.sqlite*"):
            file.unlink()
        own.index.mkdir()
        wait(lambda: bool(said))
    assert "the index is not brought up to date: " in said[0]


def wait(what: Callable[[], bool], seconds: float = 20.0) -> None:
    end = time.monotonic() + seconds
    while not what():
        assert time.monotonic() < end, "waited in vain"
        time.sleep(0.02)


def test_without_its_index_it_says_so(own: Server) -> None:
    for file in own.index.parent.glob("browse.sqlite*"):
        file.unlink()
    answer = own.ask("/")
    assert answer.status == 503
    assert "cannot be read just now" in answer.text


def test_an_empty_store_says_what_to_do(tmp_path: Path) -> None:
    store = store_at(tmp_path)
    refresh(store, tmp_path / "browse.sqlite", now=NOW)
    running = Server(store, tmp_path / "browse.sqlite")
    try:
        assert "The store holds no articles yet" in running.ask("/").text
    finally:
        running.stop()
        store.close()
