"""Alerts: what is news, how it reads, and its delivery to a server on loopback."""

from __future__ import annotations

import json
import os
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy.exc import OperationalError

from kalbarcrawl import health
from kalbarcrawl.alerts.delivery import Destination
from kalbarcrawl.alerts.news import AGAIN, LONGEST, MOST, News, line_of, message, news_of
from kalbarcrawl.cli import main
from kalbarcrawl.cli.alert import LOCK
from kalbarcrawl.health import Health
from kalbarcrawl.store import store_at
from kalbarcrawl.store.told import tell, told
from tests.forks import LONGEST as PATIENCE
from tests.forks import ROOT
from tests.inbox import Inbox, taking

NOON = datetime(2026, 3, 2, 12, tzinfo=UTC)
HOUR = timedelta(hours=1)
SECRET = "rahasia42"


def story(*states: str) -> list[str]:
    """What is told of a publisher whose state is this at every hour; "" where nothing is."""
    told: dict[str, dict[str, datetime]] = {}
    said = []
    for number, state in enumerate(states):
        at = NOON + number * HOUR
        state, _, what = state.partition(":")
        news = news_of([Health("warta", state, what)], told, at)  # type: ignore[arg-type]
        said.append(news[0].kind if news else "")
        for one in news:
            told.setdefault("warta", {})[one.kind] = at
    return said


@pytest.mark.parametrize(
    ("states", "expected"),
    [
        (["fine", "slow", "never", "fine"], ["", "", "", ""]),
        (["down", "down", "down"], ["down", "", ""]),
        (["down", "fine", "fine"], ["down", "well after down", ""]),
        (["down", "slow", "fine"], ["down", "well after down", ""]),
        (["down", "blocked", "fine"], ["down", "blocked", "well after blocked"]),
        (["broken:body", "broken:body", "broken:title"], ["broken: body", "", "broken: title"]),
        (["no news", "fine"], ["no news", "well after no news"]),
        (["down", "never", "fine"], ["down", "", "well after down"]),
        # What comes and goes is told once a day; in the end what it came to is known.
        (["down", "fine", "down", "fine"], ["down", "well after down", "", ""]),
        (["down", "fine", *["down"] * 23], ["down", "well after down", *[""] * 22, "down"]),
    ],
)
def test_what_is_news(states: list[str], expected: list[str]) -> None:
    assert story(*states) == expected


STATES = ["fine", "no news", "slow", "broken", "blocked", "down", "never"]


@given(st.lists(st.sampled_from(STATES), max_size=80))
def test_nothing_is_told_twice_within_a_day_and_no_state_is_kept_back_for_longer(states: list[str]) -> None:
    said = story(*states)
    last: dict[str, int] = {}
    for number, kind in enumerate(said):
        if kind:
            assert number - last.get(kind, -99) >= 24
            last[kind] = number
    # After a day without a change whoever was told knows how it is.
    again = story(*states, *["down"] * 25)
    assert [kind for kind in again if kind][-1] == "down"


def test_a_message_says_who_since_when_why_and_where() -> None:
    since = "2026-03-01T22:10:00.000000+00:00"
    url = "https://warta.example/berita/1"
    bad = Health("warta", "broken", "body", "0 of 12 pages gave a body, 98 % before", since, url)
    title, text = message([News(Health("kabar", "fine"), "well after down"), News(bad, "broken: body")])
    assert title == "kalbarcrawl: 1 needs a look, 1 well again"
    assert text.splitlines() == [
        f"warta: broken: body since 2026-03-01 22:10 UTC: 0 of 12 pages gave a body, 98 % before ({url})",
        "kabar: well after down",
    ]
    assert message([News(Health("kabar", "fine"), "well after down")])[0] == "kalbarcrawl: 1 well again"
    quiet = News(Health("sepi", "no news", reason="9 days, 2 before"), "no news")
    title, text = message([quiet, News(bad, "broken: body")])
    assert title == "kalbarcrawl: 1 needs a look, 1 without news"
    assert text.splitlines()[1] == "sepi: no news: 9 days, 2 before"
    many = [News(Health(f"warta{number}", "down"), "down") for number in range(41)]
    title, text = message(many)
    assert title == "kalbarcrawl: 41 need a look"
    assert text.splitlines()[MOST:] == ["and 11 more: see `kalbarcrawl status`"]
    long = line_of(News(Health("warta", "down", "", "sebab\n" * 200, since, url), "down"))
    assert len(long) <= LONGEST
    assert long.endswith(f"({url})")
    assert "\n" not in long


class Desk:
    """An inbox, and a store whose newsrooms are as the test says."""

    def __init__(self, data: Path, inbox: Inbox) -> None:
        self.data = data
        self.inbox = inbox
        self.url = f"json://127.0.0.1:{inbox.port}/{SECRET}"
        self.healths: list[Health] = []

    @property
    def taken(self) -> list[dict[str, Any]]:
        """The messages so far."""
        return self.inbox.taken

    def alert(self, *arguments: str) -> Result:
        """Run the command here."""
        said = CliRunner().invoke(main, ["alert", "--data", str(self.data), *arguments])
        assert SECRET not in said.output, "a secret was printed"
        assert said.exception is None or isinstance(said.exception, SystemExit)
        return said


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Desk]:
    """A desk whose destination is in the environment."""
    with taking() as inbox:
        one = Desk(tmp_path, inbox)
        monkeypatch.setenv("KALBARCRAWL_ALERTS", one.url)
        monkeypatch.delenv("KALBARCRAWL_STORE", raising=False)
        monkeypatch.setenv("no_proxy", "127.0.0.1")
        monkeypatch.setattr(health, "healths", lambda store, publishers=(), *, now=None: one.healths)
        store_at(tmp_path).close()
        yield one


def test_a_change_is_delivered_once_and_so_is_the_recovery(desk: Desk) -> None:
    desk.healths = [Health("warta", "down", reason="3 looks without an answer"), Health("kabar", "fine")]
    told = desk.alert()
    assert (told.exit_code, told.stdout) == (0, "")
    assert told.stderr == "destination 1 (json) was told: kalbarcrawl: 1 needs a look\n"
    assert desk.alert().output == ""
    [message] = desk.taken
    assert message["path"] == f"/{SECRET}"
    assert (message["title"], message["type"]) == ("kalbarcrawl: 1 needs a look", "warning")
    assert message["message"] == "warta: down: 3 looks without an answer"
    desk.healths = [Health("warta", "fine"), Health("kabar", "blocked", reason="HTTP 403")]
    assert desk.alert().exit_code == 0
    assert desk.taken[1]["message"].splitlines() == ["kabar: blocked: HTTP 403", "warta: well after down"]
    desk.healths = [Health("warta", "fine"), Health("kabar", "fine")]
    assert desk.alert().exit_code == 0
    assert (desk.taken[2]["title"], desk.taken[2]["type"]) == ("kalbarcrawl: 1 well again", "success")
    assert desk.alert().output == ""
    assert len(desk.taken) == 3


def test_what_was_not_taken_is_sent_again(desk: Desk) -> None:
    desk.healths = [Health("warta", "down")]
    desk.inbox.status = 403
    for number in (1, 2):
        failed = desk.alert()
        assert failed.exit_code == 1
        assert failed.stderr == "destination 1 (json) was not told, the next run tries again: HTTP 403\n"
        assert len(desk.taken) == number
    desk.inbox.status = 200
    assert desk.alert().exit_code == 0
    assert desk.alert().output == ""
    assert len(desk.taken) == 3


def test_one_destination_that_fails_costs_the_other_nothing(desk: Desk) -> None:
    desk.healths = [Health("warta", "down")]
    nobody = f"json://127.0.0.1:9/{SECRET}"
    for lines in (2, 1):
        said = desk.alert("--to", nobody, "--to", desk.url)
        assert said.exit_code == 1
        assert len(said.stderr.splitlines()) == lines
        assert "destination 1 (json) was not told, the next run tries again: it did not answer" in said.stderr
        assert len(desk.taken) == 1, "the second was told once"


def test_a_dry_run_prints_and_remembers_nothing(desk: Desk) -> None:
    desk.healths = [Health("warta", "down", reason="no answer")]
    for arguments in ((), ("--to", desk.url)):
        said = desk.alert("--dry-run", *arguments)
        assert said.exit_code == 0
        assert said.stdout == "kalbarcrawl: 1 needs a look\nwarta: down: no answer\n"
    assert desk.taken == []
    desk.alert()
    assert len(desk.taken) == 1
    assert desk.alert("--dry-run").stderr == "destination 1 (json): nothing to tell\n"


def test_nobody_to_tell_is_no_fault(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    desk.healths = [Health("warta", "down")]
    monkeypatch.delenv("KALBARCRAWL_ALERTS")
    said = desk.alert()
    assert (said.exit_code, said.stdout) == (0, "")
    assert said.stderr.startswith("nobody to tell")
    assert desk.alert("--dry-run").stdout.startswith("kalbarcrawl: 1 needs a look\n")


@pytest.mark.parametrize("url", [f"nosuch://{SECRET}", SECRET, f"json://{SECRET}:x:y/@@"])
def test_an_address_that_is_none_ends_with_2_and_is_not_printed(desk: Desk, url: str) -> None:
    said = desk.alert("--to", desk.url, "--to", url)
    assert said.exit_code == 2
    assert "destination 2 (" in said.stderr
    assert desk.taken == []


def test_while_another_tells_it_waits_for_the_next_time(desk: Desk) -> None:
    desk.healths = [Health("warta", "down")]
    code = (
        "import sys, time; from datetime import UTC, datetime; from pathlib import Path;"
        "from kalbarcrawl.store import store_at;"
        f"print(store_at(Path({str(desk.data)!r})).lock({LOCK!r}, now=datetime.now(UTC)), flush=True); time.sleep(60)"
    )
    other = subprocess.Popen([sys.executable, "-c", code], stdout=subprocess.PIPE, cwd=ROOT, env=os.environ)
    try:
        assert other.stdout is not None
        assert other.stdout.readline() == b"None\n"
        said = desk.alert()
        assert (said.exit_code, desk.taken) == (0, [])
        assert said.stderr.startswith("another process is telling: ")
    finally:
        other.kill()
        other.communicate(timeout=PATIENCE)
    assert desk.alert().exit_code == 0, "a dead one's lock is taken over"
    assert len(desk.taken) == 1


def test_the_same_again_after_a_day() -> None:
    told = {"warta": {"down": NOON, "well after down": NOON + HOUR}}
    down = [Health("warta", "down")]
    assert news_of(down, told, NOON + AGAIN - timedelta(seconds=1)) == []
    assert [one.kind for one in news_of(down, told, NOON + AGAIN)] == ["down"]


def test_what_was_told_in_the_future_was_not_told() -> None:
    down = Health("warta", "down")
    late = {"warta": {"down": NOON + timedelta(days=400)}}
    assert [one.kind for one in news_of([down], late, NOON)] == ["down"]
    # Another machine's clock may be some minutes ahead.
    assert news_of([down], {"warta": {"down": NOON + timedelta(minutes=3)}}, NOON) == []


def test_a_clock_that_ran_ahead_leaves_nothing_behind(tmp_path: Path) -> None:
    store = store_at(tmp_path)
    tell(store, "kotak", [("warta", "down"), ("kabar", "down")], now=NOON + timedelta(days=400))
    tell(store, "kotak", [("warta", "blocked")], now=NOON)
    assert told(store, "kotak") == {
        "warta": {"blocked": NOON},
        "kabar": {"down": NOON + timedelta(days=400)},
    }


def test_a_store_that_fails_is_told_once(desk: Desk) -> None:
    store = desk.data / "kalbarcrawl.sqlite"
    whole = store.read_bytes()
    store.write_bytes(b"bukan basis data " * 500)
    for file in desk.data.glob("kalbarcrawl.sqlite-*"):
        file.unlink()
    ended = desk.alert()
    assert (ended.exit_code, ended.stdout) == (1, "")
    assert "file is not a database" in ended.stderr
    [message] = desk.taken
    assert message["title"] == "kalbarcrawl: the store fails"
    assert "file is not a database" in message["message"]
    assert desk.alert().exit_code == 1
    assert len(desk.taken) == 1
    # Well again: that is told once, and the next failure is news.
    store.write_bytes(whole)
    assert desk.alert("--dry-run").stdout == "kalbarcrawl: the store works again\n"
    for _ in range(2):
        assert desk.alert().exit_code == 0
        assert [one["title"] for one in desk.taken[1:]] == ["kalbarcrawl: the store works again"]
    assert desk.taken[1]["type"] == "success"
    store.unlink()
    assert desk.alert().exit_code == 1
    assert "holds no store" in desk.taken[-1]["message"]
    assert len(desk.taken) == 3


def test_who_was_not_told_that_the_store_fails_is_not_told_that_it_works(desk: Desk) -> None:
    store = desk.data / "kalbarcrawl.sqlite"
    store.rename(desk.data / "aside")
    other = f"{desk.url}/lain"
    assert desk.alert("--to", other).exit_code == 1
    (desk.data / "aside").rename(store)
    for _ in range(2):
        assert desk.alert().exit_code == 0
    assert [(one["path"], one["title"]) for one in desk.taken] == [(f"/{SECRET}/lain", "kalbarcrawl: the store fails")]


def test_that_the_store_works_is_sent_again_where_it_was_not_taken(desk: Desk) -> None:
    store = desk.data / "kalbarcrawl.sqlite"
    store.rename(desk.data / "aside")
    nobody = f"json://127.0.0.1:9/{SECRET}"
    assert desk.alert().exit_code == 1
    (desk.data / "alert-store.json").write_text(
        json.dumps({Destination(url, 1).id: (NOON - 9 * AGAIN).isoformat() for url in (nobody, desk.url)})
    )
    (desk.data / "aside").rename(store)
    for lines in (2, 1):
        said = desk.alert("--to", nobody, "--to", desk.url)
        assert said.exit_code == 1
        assert len(said.stderr.splitlines()) == lines
        assert "destination 1 (json) was not told, the next run tries again: it did not answer" in said.stderr
    assert desk.taken[-1]["message"] == "its failure was last told at 2026-02-21 12:00 UTC"
    assert len(desk.taken) == 2


def test_a_failure_that_cannot_be_remembered_is_told_each_time(desk: Desk, tmp_path: Path) -> None:
    gone = tmp_path / "tidak" / "ada"
    for number in (1, 2):
        ended = desk.alert("--data", str(gone))
        assert ended.exit_code == 1
        assert "cannot be kept" in ended.stderr
        assert len(desk.taken) == number
    assert not gone.exists()


def test_a_store_that_fails_midway_is_told(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    def fails(store: object, publishers: object = (), *, now: object = None) -> list[Health]:
        raise OperationalError("SELECT", None, sqlite3.OperationalError("disk I/O error"))

    monkeypatch.setattr(health, "healths", fails)
    ended = desk.alert()
    assert ended.exit_code == 1
    assert "disk I/O error" in desk.taken[0]["message"]
