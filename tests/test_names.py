"""Names of publishers whose articles are kept: one that nobody ever had is said, with the nearest there are."""

from __future__ import annotations

import os
from datetime import UTC, datetime
from pathlib import Path

import pytest
from click.testing import CliRunner

from kalbarcrawl.cli import main
from kalbarcrawl.publishers import read_anew
from kalbarcrawl.store import store_at
from kalbarcrawl.store.visit import Visit
from tests.dataset_stories import article

COMMANDS = {
    "export": ["export", "{out}", "--format", "jsonl", "--publisher", "{name}"],
    "export, one of two": ["export", "{out}", "--format", "jsonl", "--publisher", "detik", "--publisher", "{name}"],
    "chrome": ["chrome", "{name}"],
    "status": ["status", "{name}"],
    "remove": ["remove", "--publisher", "{name}"],
}  # fmt: skip


def run(command: list[str], name: str, folder: Path) -> tuple[int, str]:
    arguments = [word.format(name=name, out=folder / "out") for word in command]
    ended = CliRunner().invoke(main, [*arguments, "--data", str(folder)])
    return ended.exit_code, ended.output


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A store with an article of a newsroom that no file describes any more."""
    monkeypatch.delenv("KALBARCRAWL_STORE", raising=False)
    now = datetime(2025, 1, 2, 3, tzinfo=UTC)
    one = article(1, "warta_lama", "Jembatan Kayu Diganti", "Warga desa bergotong royong.\n\nJembatan dibuka.", now)
    store = store_at(tmp_path)
    store.save(one, Visit(one.url, "ok"), run="20250102T030000Z-1", now=now)
    store.close()
    return tmp_path


@pytest.mark.parametrize("command", COMMANDS.values(), ids=list(COMMANDS))
@pytest.mark.parametrize(
    ("name", "near"),
    [("kalbaronlin", "did you mean kalbaronline"), ("warta_lam", "did you mean warta_lama"), ("xyz", "list")],
)
def test_a_name_that_nobody_has_is_said_with_the_nearest(
    command: list[str], name: str, near: str, folder: Path
) -> None:
    status, said = run(command, name, folder)
    assert status == 2, said
    assert f"no publisher is called '{name}'" in said
    assert near in said
    assert not (folder / "out").exists()


@pytest.mark.parametrize("command", COMMANDS.values(), ids=list(COMMANDS))
def test_a_name_that_is_in_the_store_is_known_though_nobody_describes_it(command: list[str], folder: Path) -> None:
    status, said = run(command, "warta_lama", folder)
    assert "no publisher" not in said
    # `status` has no run that measured to show.
    assert status == (2 if command[0] == "status" else 0), said
    assert ("only 1 of the 2 publishers named have articles in it" in said) == ("detik" in command)


@pytest.mark.parametrize(
    "arguments", [["list"], ["status"], ["crawl", "--due", "--dry-run"], ["crawl", "kalbaronline"]]
)
def test_a_folder_of_newsrooms_that_is_not_there_is_said(
    arguments: list[str], folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("KALBARCRAWL_DATA", str(folder))
    monkeypatch.setenv("KALBARCRAWL_PUBLISHERS", os.pathsep.join((str(folder), str(folder / "salah"))))
    read_anew()
    try:
        ended = CliRunner().invoke(main, arguments)
    finally:
        read_anew()
    assert (ended.exit_code, ended.stdout) == (2, "")
    assert f"KALBARCRAWL_PUBLISHERS names {folder / 'salah'}, which is no folder" in ended.stderr
