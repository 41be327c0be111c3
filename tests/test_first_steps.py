"""The command as somebody meets it who has just installed it: quick help, what is missing said, nothing but a line."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from sqlite3 import DatabaseError
from types import SimpleNamespace

import pytest
from click.testing import CliRunner, Result
from sqlalchemy.exc import OperationalError

from kalbarcrawl.cli import COMMANDS, main
from kalbarcrawl.cli.failures import failed
from kalbarcrawl.publishers import read_anew
from kalbarcrawl.store import store_at

HEAVY = {"lxml", "selectolax", "scrapy", "twisted", "sqlalchemy", "trafilatura", "dateparser", "feedparser", "rich"}
IMPORTING = f"""
import importlib, sys
for name in {list(COMMANDS)}:
    importlib.import_module(f"kalbarcrawl.cli.{{name}}")
    print(name, *({HEAVY} & set(sys.modules)))
"""
EXTRAS = {
    "schedule": ("prometheus_client", "apscheduler", "apprise"),
    "web": ("jinja2", "starlette", "uvicorn"),
    "dataset": ("numpy", "pyarrow", "rensa", "matplotlib", "jsonschema"),
    "cluster": ("dramatiq", "redis", "psycopg"),
}
CORE_ALONE = """
import sys
for extra in {extras}:
    sys.modules.update(dict.fromkeys(extra))
from kalbarcrawl.cli import main
main({arguments}, prog_name="kalbarcrawl")
"""


def run(*arguments: str) -> Result:
    return CliRunner().invoke(main, list(arguments))


def test_help_waits_for_no_library_that_only_the_work_needs() -> None:
    ended = subprocess.run([sys.executable, "-c", IMPORTING], capture_output=True, text=True, check=True)
    assert ended.stdout.split("\n")[:-1] == list(COMMANDS)


@pytest.mark.parametrize(
    ("extra", "arguments"),
    [
        ("schedule", ("schedule", "run")),
        ("schedule", ("alert", "--to", "json://127.0.0.1:9/")),
        ("schedule", ("metrics",)),
        ("web", ("report", "site")),
        ("web", ("browse",)),
        ("dataset", ("export", "corpus")),
        ("dataset", ("validate", ".")),
        ("cluster", ("worker",)),
        ("cluster", ("enqueue", "--all")),
        ("cluster", ("queue",)),
    ],
)
def test_a_command_without_its_extra_says_what_to_install(
    extra: str, arguments: tuple[str, ...], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("KALBARCRAWL_DATA", str(tmp_path))
    monkeypatch.delenv("KALBARCRAWL_STORE", raising=False)
    (tmp_path / "kalbarcrawl.sqlite").touch()
    code = CORE_ALONE.format(extras=list(EXTRAS.values()), arguments=list(arguments))
    ended = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert ended.returncode == 2
    said = ended.stderr.splitlines()[-1]
    assert said.endswith(f": pip install 'kalbarcrawl[{extra}]'")
    assert any(f" needs {module}" in said for module in EXTRAS[extra])


def test_asking_who_is_due_makes_no_store(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("KALBARCRAWL_DATA", str(tmp_path / "data"))
    monkeypatch.delenv("KALBARCRAWL_STORE", raising=False)
    asked = run("crawl", "--due", "--dry-run")
    assert asked.exit_code == 0
    assert "never looked at" in asked.stdout
    assert not (tmp_path / "data").exists()


def test_a_saved_page_that_is_not_there_is_said_in_words() -> None:
    ended = run("inspect", "tidak-ada.html")
    assert ended.exit_code == 2
    assert ended.stderr.endswith("Error: tidak-ada.html: No such file or directory\n")


@pytest.mark.parametrize(
    "arguments", [("schedule", "systemd", "--into", "there/u"), ("import", "lines.jsonl", "--data", "there/data")]
)
def test_a_folder_that_cannot_be_made_is_a_line_and_not_a_traceback(
    arguments: tuple[str, ...], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("KALBARCRAWL_STORE", raising=False)
    monkeypatch.chdir(tmp_path)
    for name in ("there", "lines.jsonl"):
        Path(name).touch()
    ended = run(*arguments)
    assert (ended.exit_code, ended.stderr.count("\n")) == (2, 1)
    assert ended.stderr.endswith(f": {arguments[-1]}: Not a directory\n")


@pytest.mark.parametrize(
    ("error", "said"),
    [
        (OSError(28, "No space left on device"), "No space left on device"),
        (OperationalError("INSERT", {}, DatabaseError("database or disk is full")),
         "the store failed: database or disk is full"),
        (BrokenPipeError(32, "Broken pipe"), None),
        (KeyError("a fault of ours"), None),
    ],
)  # fmt: skip
def test_what_fails_from_outside_is_told_from_a_fault_of_ours(error: Exception, said: str | None) -> None:
    assert failed(error) == said


@pytest.mark.parametrize(
    "arguments",
    [("inspect", "https://"), ("inspect", "a.html", "--url", "berita/1"), ("extract", "a.html", "--url", "x")],
)
def test_what_is_no_address_is_said(
    arguments: tuple[str, ...], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("a.html").write_text("<p>apa saja", encoding="utf-8")
    ended = run(*arguments)
    assert ended.exit_code == 2
    assert f"{arguments[-1]!r} is no web address" in ended.stderr


def test_a_store_that_does_not_open_says_what_to_do(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("KALBARCRAWL_STORE", raising=False)
    (tmp_path / "kalbarcrawl.sqlite").write_text("no database", encoding="utf-8")
    plain = run("status", "--data", str(tmp_path))
    assert plain.stderr.endswith("Error: the store does not open: file is not a database\n")
    monkeypatch.setattr("os.access", lambda _, mode: mode != os.W_OK)  # the superuser may write everywhere
    ended = run("status", "--data", str(tmp_path))
    assert ended.exit_code == 2
    assert "copy it to a folder of yours" in ended.stderr
    monkeypatch.setattr("shutil.disk_usage", lambda _: SimpleNamespace(free=0))
    assert run("status", "--data", str(tmp_path)).stderr.endswith("; the disk is full\n")


def test_archives_that_are_not_there_are_no_jobs() -> None:
    ended = run("enqueue", "--archives", "tidak-ada/*.warc.gz")
    assert ended.exit_code == 2
    assert ended.stderr.endswith("Error: no file is at tidak-ada/*.warc.gz\n")


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("publisher = 1 / 0", "ZeroDivisionError: division by zero"),
        ("publisher = {}['x']", "KeyError: 'x'"),
        ("x = 1", "holds no `publisher`"),
    ],
)
@pytest.mark.parametrize(
    ("arguments", "status"),
    [
        (("list",), 0),
        (("crawl", "rusak"), 2),
        (("check", "rusak"), 2),
        (("crawl", "--due", "--dry-run"), 0),
        (("status",), 1),
        (("alert", "--dry-run"), 0),
    ],
)
def test_a_publishers_file_that_does_not_load_is_named_and_no_other_suffers(
    arguments: tuple[str, ...],
    status: int,
    text: str,
    why: str,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    caplog: pytest.LogCaptureFixture,
) -> None:
    monkeypatch.setenv("KALBARCRAWL_PUBLISHERS", str(tmp_path))
    monkeypatch.setenv("KALBARCRAWL_DATA", str(tmp_path))
    monkeypatch.delenv("KALBARCRAWL_STORE", raising=False)
    (tmp_path / "rusak.py").write_text(text, encoding="utf-8")
    store_at(tmp_path).close()
    read_anew()
    try:
        ended = run(*arguments)
    finally:
        read_anew()
    assert ended.exit_code == status
    assert f"{tmp_path}/rusak.py: {why}" in (ended.stdout + ended.stderr + caplog.text).replace("\n", " ")
    if arguments == ("list",):
        assert "kalbaronline" in ended.stdout
