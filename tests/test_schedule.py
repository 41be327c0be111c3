"""What other schedulers are given: it parses where they would parse it, starts what it should, and tells no secret."""

from __future__ import annotations

import json
import os
import plistlib
import shutil
import subprocess
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
import yaml
from apscheduler.triggers.cron import CronTrigger
from click.testing import CliRunner

from kalbarcrawl.cli import main
from kalbarcrawl.schedule.cron import crontab
from kalbarcrawl.schedule.github import workflow
from kalbarcrawl.schedule.installation import Installation
from kalbarcrawl.schedule.launchd import agent
from kalbarcrawl.schedule.systemd import units

ODD = 'kata "satu" 50%d $HOME dan\'lagi -- x'
SECRET = 'postgresql://kalbar:ra$ha %sia"`x`@127.0.0.1/warta'
CONTACT = "https://example.org/50%25?a=b&c=$d e"
PROGRAM = """#!{python}
import json, os, sys
said = {{name: value for name, value in os.environ.items() if name.startswith("KALBARCRAWL_")}}
with open({log!r}, "a") as log:
    print(json.dumps([sys.argv[1:], os.getcwd(), said]), file=log)
sys.exit(int(sys.argv[1] == "crawl"))
"""
CRAWL = ["crawl", "--due", "--archive", "--deadline", "90s"]


@pytest.fixture
def installation(tmp_path: Path) -> Installation:
    """An installation in a folder with about every letter that some scheduler gives a meaning."""
    import sys

    folder = tmp_path / ODD
    folder.mkdir()
    program = folder / "kalbarcrawl"
    program.write_text(PROGRAM.format(python=sys.executable, log=str(tmp_path / "log")))
    program.chmod(0o755)
    (tmp_path / "secrets.env").write_text(f"KALBARCRAWL_STORE='{SECRET}'\n")
    return Installation(
        program=(str(program),),
        folder=folder,
        data=folder / "data",
        secrets=tmp_path / "secrets.env",
        user="root",
        deadline=timedelta(seconds=90),
        plain={"KALBARCRAWL_CONTACT": CONTACT},
    )


def started(installation: Installation) -> list[Any]:
    """What the program was started with, once the secrets and the rest are taken for granted."""
    said = {
        "KALBARCRAWL_DATA": str(installation.data),
        "KALBARCRAWL_CONTACT": CONTACT,
        "KALBARCRAWL_STORE": SECRET,
    }
    lines = [json.loads(line) for line in (installation.secrets.parent / "log").read_text().splitlines()]
    assert all(folder == str(installation.folder) for _, folder, _ in lines)
    assert all(variables == said for *_, variables in lines)
    return [arguments for arguments, *_ in lines]


def plain_environment() -> dict[str, str]:
    return {name: value for name, value in os.environ.items() if not name.startswith("KALBARCRAWL_")}


def as_cron_reads(line: str) -> tuple[str, str]:
    """The five fields of a crontab's line, and the command that cron hands to sh."""
    *fields, rest = line.split(" ", 5)
    command, escaped = "", False
    for letter in rest:
        if escaped:
            command += letter if letter in "%" else "\\" + letter
            escaped = False
        elif letter == "\\":
            escaped = True
        elif letter == "%":
            break  # what follows would be standard input
        else:
            command += letter
    return " ".join(fields), command


def test_the_line_for_cron_starts_both(installation: Installation) -> None:
    [text] = crontab(installation).values()
    *notes, line = text.splitlines()
    assert all(note.startswith("#") for note in notes)
    fields, command = as_cron_reads(line)
    assert CronTrigger.from_crontab(fields)
    subprocess.run(["/bin/sh", "-c", command], check=True, env=plain_environment(), cwd="/")
    assert started(installation) == [CRAWL, ["alert"]]
    assert (installation.data / "schedule.log").exists()


def test_the_property_list_for_launchd_starts_both(installation: Installation) -> None:
    [(name, text)] = agent(installation).items()
    job = plistlib.loads(text.encode())
    assert name == f"{job['Label']}.plist"
    assert (job["StartInterval"], job["WorkingDirectory"]) == (300, str(installation.folder))
    subprocess.run(job["ProgramArguments"], check=True, env=plain_environment(), cwd="/")
    assert started(installation) == [CRAWL, ["alert"]]


def verified(files: dict[str, str], folder: Path) -> subprocess.CompletedProcess[str]:
    """What systemd itself says to units."""
    folder.mkdir(exist_ok=True)
    for name, text in files.items():
        (folder / name).write_text(text, encoding="utf-8")
    command = ["systemd-analyze", "verify", "--man=no", *(str(folder / name) for name in files)]
    return subprocess.run(command, capture_output=True, text=True, timeout=60)


def systemd_is_here() -> None:
    if shutil.which("systemd-analyze"):
        return
    assert os.environ.get("KALBARCRAWL_REQUIRE_INTEGRATION") != "1", "systemd-analyze is missing"
    pytest.skip("no systemd-analyze here (Debian package systemd)")


def test_systemd_takes_the_units(installation: Installation, tmp_path: Path) -> None:
    systemd_is_here()
    with pytest.raises(ValueError, match="systemd starts no program with quotes in its path"):
        units(installation)
    folder = tmp_path / "satu 50%d $HOME"
    folder.mkdir()
    program = shutil.copy(installation.program[0], folder)
    files = units(replace(installation, program=(str(program),)))
    said = verified(files, tmp_path / "units")
    ours = [line for line in said.stderr.splitlines() if "kalbarcrawl" in line]
    assert (said.returncode, ours) == (0, []), said.stderr
    # The same check finds what is wrong: a path without quotes, a specifier left alone.
    for right, wrong in (('ExecStart="', "ExecStart="), ("50%%d", "50%y"), ("OnCalendar=*:0/5", "OnCalendar=*:0/x")):
        broken = {name: text.replace(right, wrong) for name, text in files.items()}
        assert broken != files
        said = verified(broken, tmp_path / "broken")
        assert [line for line in said.stderr.splitlines() if "kalbarcrawl" in line], f"{wrong} went unnoticed"


def test_the_units_hold_what_was_given(installation: Installation) -> None:
    program = ("/opt/satu dua%/bin/python", "-m", "kalbarcrawl", "$x")
    service = units(replace(installation, program=program))["kalbarcrawl.service"]
    percents = str(installation.folder).replace("%", "%%")
    words = percents.replace('"', '\\"')
    python = '"/opt/satu dua%%/bin/python" -m kalbarcrawl $$x'
    for line in (
        f"WorkingDirectory={percents}",
        f'Environment="KALBARCRAWL_DATA={words}/data"',
        f"ExecStart={python} {' '.join(CRAWL)}",
        f"ExecStopPost={python} alert",
        "TimeoutStartSec=690s",
    ):
        assert line in service.splitlines()


def test_the_workflow_reads_as_yaml_and_its_steps_as_bash(installation: Installation) -> None:
    [text] = workflow(installation).values()
    read = yaml.safe_load(text)
    # YAML 1.1 takes the word "on" for true.
    for entry in read[True]["schedule"]:
        assert CronTrigger.from_crontab(entry["cron"])
    job = read["jobs"]["crawl"]
    assert job["env"]["KALBARCRAWL_CONTACT"] == CONTACT
    assert job["env"]["KALBARCRAWL_STORE"] == "${{ secrets.KALBARCRAWL_STORE }}"
    assert job["timeout-minutes"] * 60 > 90
    steps = [step["run"] for step in job["steps"] if "run" in step]
    for step in steps:
        subprocess.run(["bash", "-n", "-c", step], check=True)
    crawl = next(step for step in steps if "--due" in step)
    for status, expected in ((0, 0), (1, 0), (2, 1)):
        said = f"kalbarcrawl() {{ return {status}; }}\n{crawl}"
        assert subprocess.run(["bash", "-e", "-c", said], check=False).returncode == expected
    paths = [step["with"]["path"] for step in job["steps"] if "cache/" in step.get("uses", "")]
    assert len(paths) == 2
    assert len(set(paths)) == 1, "a cache is found again under the path it was saved under only"


@pytest.mark.parametrize("kind", ["systemd", "cron", "launchd", "github"])
def test_no_secret_is_printed(kind: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("KALBARCRAWL_STORE", "postgresql://kalbar:rahasia@127.0.0.1/warta")
    monkeypatch.setenv("KALBARCRAWL_ALERTS", "json://127.0.0.1/rahasia")
    said = CliRunner().invoke(main, ["schedule", kind, "--data", str(tmp_path)])
    assert said.exit_code == 0, said.stderr
    assert "rahasia" not in said.output
    assert said.stderr.count("is set here and may hold a password") == 2
    assert "KALBARCRAWL_STORE" in said.stdout
    if kind != "github":
        assert str(tmp_path) in said.stdout
        assert "--deadline 20m" in said.stdout


def test_files_are_written_where_asked(tmp_path: Path) -> None:
    said = CliRunner().invoke(main, ["schedule", "systemd", "--into", str(tmp_path / "units")])
    assert [Path(line).name for line in said.stdout.splitlines()] == ["kalbarcrawl.service", "kalbarcrawl.timer"]
    assert all(Path(line).read_text().startswith("# kalbarcrawl.") for line in said.stdout.splitlines())


@pytest.mark.parametrize(
    "arguments",
    [
        ("systemd", "--data", "a\nb"),
        ("cron", "--data", "a\\b"),
        ("cron", "--data", "panjang/" * 120),
        ("cron", "--minutes", "45"),
        ("run", "--deadline", "soon"),
    ],
)
def test_what_no_scheduler_could_hold_ends_with_2(arguments: tuple[str, ...]) -> None:
    said = CliRunner().invoke(main, ["schedule", *arguments])
    assert said.exit_code == 2
    assert "Error: " in said.stderr
