"""What commands say: words or JSON, and no password in either, whatever goes wrong."""

import json
import logging
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from kalbarcrawl import logs
from tests.crawls import desk
from tests.forks import ROOT, Ended, bare, begin, kalbarcrawl

PASSWORD = "R4hasia-Sekali"
STORES = {
    "nobody listens": f"postgresql://kalbar:{PASSWORD}@127.0.0.1:9/kalbar",
    "with a slash": f"postgresql://kalbar:{PASSWORD}/x@127.0.0.1:9/kalbar",
    "with an @": f"postgresql://kalbar:{PASSWORD}@x@127.0.0.1:9/kalbar",
    "no such port": f"postgresql://kalbar:{PASSWORD}@127.0.0.1:{PASSWORD}/kalbar",
    "no such database": f"oracle8://kalbar:{PASSWORD}@127.0.0.1:9/kalbar",
    "no address": f"kalbar:{PASSWORD}",
}
QUEUES = {
    "nobody listens": f"redis://:{PASSWORD}@127.0.0.1:9/0",
    "with a slash": f"redis://kalbar:{PASSWORD}/x@127.0.0.1:9/0",
    "no such port": f"redis://kalbar:x@127.0.0.1:{PASSWORD}/0",
    "no such scheme": f"rabbit://kalbar:{PASSWORD}@127.0.0.1:9/0",
}
CRAWL = ("crawl", "kalbaronline", "-v")
READERS = (("status",), ("metrics",), ("verify",), ("crawl", "--due"), ("alert", "--dry-run"), ("export", "out"))


def said(folder: Path, *arguments: str, **variables: str) -> Ended:
    """What a command says in an environment of its own."""
    variables = {"KALBARCRAWL_DATA": str(folder), "KALBARCRAWL_CONTACT": "https://example.org/", **variables}
    return begin(kalbarcrawl, arguments, folder, bare() | variables).wait()


def events(text: str) -> list[dict[str, Any]]:
    """The lines of a log in JSON, every one of them."""
    return [json.loads(line) for line in text.splitlines()]


@pytest.mark.parametrize("store", STORES.values(), ids=list(STORES))
def test_a_store_that_does_not_open_shows_no_password(store: str, tmp_path: Path) -> None:
    for log_format in ("human", "json"):
        ended = said(tmp_path, *CRAWL, "--log-format", log_format, KALBARCRAWL_STORE=store)
        assert ended.returncode == 2, ended
        assert "the store does not open: " in ended.stderr
        assert PASSWORD not in ended.stdout + ended.stderr


@pytest.mark.parametrize("arguments", READERS, ids=[one[0] for one in READERS])
def test_readers_say_in_a_line_that_it_does_not_open(arguments: tuple[str, ...], tmp_path: Path) -> None:
    ended = said(tmp_path, *arguments, KALBARCRAWL_STORE=STORES["nobody listens"])
    assert ended.returncode == 2, ended
    assert "the store does not open: " in ended.stderr
    assert "Traceback" not in ended.stderr
    assert PASSWORD not in ended.stdout + ended.stderr


@pytest.mark.parametrize("queue", QUEUES.values(), ids=list(QUEUES))
def test_a_queue_that_cannot_be_had_shows_no_password(queue: str, tmp_path: Path) -> None:
    ended = said(tmp_path, "queue", KALBARCRAWL_QUEUE=queue)
    assert ended.returncode == 2, ended
    assert "KALBARCRAWL_QUEUE" in ended.stderr
    assert PASSWORD not in ended.stdout + ended.stderr


def test_a_setting_on_the_command_line_is_no_less_secret(tmp_path: Path) -> None:
    ended = said(tmp_path, *CRAWL, "-s", f"KALBARCRAWL_STORE={STORES['nobody listens']}")
    assert ended.returncode == 2
    assert PASSWORD not in ended.stdout + ended.stderr


def test_a_crawl_in_json_is_a_line_an_event(tmp_path: Path) -> None:
    with desk(tmp_path) as d:
        assert [one["event"] for one in events(d.crawl("--log-format", "json").stderr)] == [
            "run_ended",
            "lines_dropped",
        ]
        d.newsroom.wall()
        d.newsroom.delay = 0
        refused = d.crawl("--log-format", "json")
        found = events(refused.stderr)
    assert refused.returncode == 1
    failed, _, ended = found
    assert (failed["event"], failed["level"], failed["publisher"]) == ("source_failed", "warning", "warta_contoh")
    assert (failed["url"], failed["outcome"], failed["error"]) == (f"{d.newsroom.url}/feed/", "blocked", "challenge")
    assert (ended["event"], ended["articles"], ended["listings"]) == ("run_ended", {}, {"blocked": 2})
    assert all(one["time"].endswith("+00:00") for one in found)


def test_all_of_scrapys_log_in_json(tmp_path: Path) -> None:
    with desk(tmp_path) as d:
        found = events(d.crawl("--log-format", "json", "-v").stderr)
    assert {one["level"] for one in found} >= {"debug", "info"}
    assert any(one["logger"].startswith("scrapy") for one in found)
    assert any(one.get("publisher") == "warta_contoh" and one["event"] == "log" for one in found)


def test_an_error_nobody_expected_is_a_line_of_json_too(tmp_path: Path) -> None:
    script = (
        "import warnings; from kalbarcrawl.logs import set_up; set_up('json');"
        "warnings.warn('a warning'); raise RuntimeError('at postgresql://u:Sandi-Lain@h/db')"
    )
    command = [sys.executable, "-c", script]
    ended = subprocess.run(command, capture_output=True, text=True, cwd=ROOT, check=False)
    _, last = events(ended.stderr)
    assert (last["level"], last["message"]) == ("critical", "RuntimeError: at postgresql://***@h/db")
    assert "RuntimeError" in last["exception"]
    assert "Sandi-Lain" not in ended.stderr.replace(script, "")


HIDDEN = [
    ("at https://desk:rahasia@warta.example/feed/", "at https://***@warta.example/feed/"),
    ("https://warta.example:8080/@redaksi", "https://warta.example:8080/@redaksi"),
    ("mail to redaksi@warta.example: no", "mail to redaksi@warta.example: no"),
    ("port 's3kali/9' of ab%2Fcd and ab/cd", "port '***' of *** and ***"),
]


@pytest.mark.parametrize(("text", "shown"), HIDDEN)
def test_hidden(text: str, shown: str) -> None:
    secret = logs.passwords(
        ["redis://u:s3kali/9@h/0", "postgresql://u:ab%2Fcd@h/0", "redis://u:ab@h/0", "", "/no/address"]
    )
    assert logs.without(text, secret) == shown


def test_setting_up_twice_says_nothing_twice(capsys: pytest.CaptureFixture[str]) -> None:
    logs.set_up()
    logs.set_up()
    logs.say("hanya sekali", "test")
    logging.getLogger("kalbarcrawl.something").warning("hati-hati")
    logging.getLogger("others").warning("not ours")
    assert capsys.readouterr().err == "hanya sekali\nWARNING kalbarcrawl.something: hati-hati\n"
