"""What README and docs tell people to type exists: commands, options, make targets, linked pages."""

from __future__ import annotations

import re
from pathlib import Path

import click
import pytest

from kalbarcrawl.cli import COMMANDS, main

ROOT = Path(__file__).parents[1]
PAGES = [ROOT / "README.md", ROOT / "data" / "README.md", *sorted((ROOT / "docs").glob("*.md"))]
COMMAND = re.compile(r"(?:^ {4}(?:\$ )?|`)kalbarcrawl ([a-z]+)((?: [^`\n#>|]*)?)", re.MULTILINE)
TARGET = re.compile(r"(?:^ {4}(?:\$ )?|`)make ([a-z]+)", re.MULTILINE)
LINK = re.compile(r"\]\((?!https?://)([^)#]+)\)")


def typed() -> list[tuple[str, str, str]]:
    """Every kalbarcrawl command line of the pages: page, command, the rest."""
    return [
        (page.name, match[1], match[2] or "")
        for page in PAGES
        for match in COMMAND.finditer(page.read_text(encoding="utf-8"))
    ]


def options_of(command: click.Command) -> set[str]:
    below = command.commands.values() if isinstance(command, click.Group) else ()
    own = {option for parameter in command.params for option in parameter.opts + parameter.secondary_opts}
    return own.union(*map(options_of, below), {"-h", "--help"})


def test_the_readme_shows_commands() -> None:
    assert {"crawl", "get", "extract", "inspect", "list"} <= {name for page, name, _ in typed() if page == "README.md"}


@pytest.mark.parametrize(("page", "name", "rest"), typed())
def test_a_command_exists_with_its_options(page: str, name: str, rest: str) -> None:
    assert name in COMMANDS
    command = main.get_command(click.Context(main), name)
    assert command is not None
    unknown = set(re.findall(r"(?<!\S)--?[a-z][a-z-]*", rest)) - options_of(command)
    assert not unknown, f"{page}: kalbarcrawl {name} has no {sorted(unknown)}"


def test_make_targets_exist() -> None:
    targets = set(re.findall(r"^([a-z]+):", (ROOT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE))
    named = {match[1] for page in PAGES for match in TARGET.finditer(page.read_text(encoding="utf-8"))}
    assert {"demo", "test"} <= named <= targets


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_linked_pages_exist(page: Path) -> None:
    missing = [link for link in LINK.findall(page.read_text(encoding="utf-8")) if not (page.parent / link).exists()]
    assert not missing
