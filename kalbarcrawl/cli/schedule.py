"""`kalbarcrawl schedule`: the crawl that starts by itself."""

from __future__ import annotations

import getpass
import os
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from kalbarcrawl.cli.options import extra, span

if TYPE_CHECKING:
    from kalbarcrawl.schedule.installation import Installation

SYSTEM_SECRETS = Path("/etc/kalbarcrawl.env")
HOME_SECRETS = Path("~/.config/kalbarcrawl.env")


def timing(command: Callable[..., None]) -> Callable[..., None]:
    """The options that every kind of schedule takes."""
    for option in (
        click.option(
            "--data", type=click.Path(file_okay=False, path_type=Path), help="Data folder [KALBARCRAWL_DATA]."
        ),
        click.option("--deadline", metavar="SPAN", default="20m", callback=span, help="When each crawl ends [20m]."),
        click.option("--minutes", type=click.IntRange(1, 30), default=5, help="How often one is started [5]."),
    ):
        command = option(command)
    return command


def folder(command: Callable[..., None]) -> Callable[..., None]:
    """The option that writes files instead of printing them."""
    kind = click.Path(file_okay=False, path_type=Path)
    return click.option("--into", type=kind, help="Write the files into this folder instead of printing them.")(command)


@click.group("schedule")
def command() -> None:
    """Crawl by itself: print what another scheduler needs for this installation, or run one here.

    Each starts `kalbarcrawl crawl --due --archive --deadline 20m` every few minutes, then `kalbarcrawl alert`. No
    password is ever printed: what is printed names the file that holds them.

    \b
    Examples:
      kalbarcrawl schedule systemd --into .
      kalbarcrawl schedule cron
      kalbarcrawl schedule launchd
      kalbarcrawl schedule github --into .github/workflows
      kalbarcrawl schedule run
    """


@command.command("systemd")
@timing
@folder
def systemd(into: Path | None, **options: Any) -> None:
    """Print a systemd service and its timer."""
    from kalbarcrawl.schedule.systemd import units

    _give(units, _installation(SYSTEM_SECRETS, **options), into)


@command.command("cron")
@timing
def cron(**options: Any) -> None:
    """Print a line for crontab."""
    from kalbarcrawl.schedule.cron import crontab

    _give(crontab, _installation(HOME_SECRETS, **options), None)


@command.command("launchd")
@timing
@folder
def launchd(into: Path | None, **options: Any) -> None:
    """Print a job for macOS."""
    from kalbarcrawl.schedule.launchd import agent

    _give(agent, _installation(HOME_SECRETS, **options), into)


@command.command("github")
@timing
@folder
def github(into: Path | None, **options: Any) -> None:
    """Print a workflow for GitHub Actions; how often it starts is written in it."""
    from kalbarcrawl.schedule.github import workflow

    _give(workflow, _installation(HOME_SECRETS, **options), into)


@command.command("run")
@timing
def run(data: Path | None, deadline: timedelta, minutes: int) -> None:
    """Schedule here, in the foreground, until SIGINT or SIGTERM; the crawl under way then ends cleanly."""
    with extra("schedule", "a scheduler here"):
        from kalbarcrawl.schedule.embedded import Rounds
    one = _installation(HOME_SECRETS, data, deadline, minutes)
    os.environ |= one.variables
    own = len(one.program)
    click.echo(f"a round every {minutes} minutes: {' '.join(one.crawl[own:])}; then alert", err=True)
    Rounds(one.crawl[own:], one.alert[own:]).every(minutes)
    click.echo("no further round: stopped by a signal", err=True)


def _installation(secrets: Path, data: Path | None, deadline: timedelta, minutes: int) -> Installation:
    from kalbarcrawl.schedule.installation import Installation, plain_variables, this_program

    try:
        return Installation(
            program=this_program(),
            folder=Path.cwd(),
            data=(data or Path(os.environ.get("KALBARCRAWL_DATA", "data"))).absolute(),
            secrets=secrets.expanduser(),
            user=getpass.getuser(),
            minutes=minutes,
            deadline=deadline,
            plain=plain_variables(os.environ),
        )
    except ValueError as error:
        raise click.UsageError(str(error)) from error


def _give(kind: Callable[[Installation], dict[str, str]], installation: Installation, into: Path | None) -> None:
    try:
        files = kind(installation)
    except ValueError as error:
        raise click.UsageError(str(error)) from error
    from kalbarcrawl.schedule.installation import SECRET

    for name in SECRET:
        if os.environ.get(name):
            click.echo(f"note: {name} is set here and may hold a password: bring it where the comments say", err=True)
    if into is None:
        click.echo("\n".join(files.values()), nl=False)
        return
    into.mkdir(parents=True, exist_ok=True)
    for name, text in files.items():
        (into / name).write_text(text, encoding="utf-8")
        click.echo(into / name)
