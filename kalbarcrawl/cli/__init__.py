"""The kalbarcrawl command; each subcommand's module is imported only when it is asked for."""

from __future__ import annotations

import importlib
import sys
from typing import Any

import click

from kalbarcrawl import __version__
from kalbarcrawl.cli.failures import CouldNotRunError, failed

COMMANDS = {
    "alert": "Tell what changed in the newsrooms' health, once.",
    "browse": "Search and read the corpus in a browser.",
    "check": "Prove publishers live: sources, rules and fields on their latest articles.",
    "chrome": "Propose boilerplate patterns: lines that repeat over a publisher's articles.",
    "clean": "Clean a text file of boilerplate.",
    "crawl": "Crawl publishers: new and changed articles into the store and JSON Lines.",
    "enqueue": "Put publishers to crawl and archives to read into the queue.",
    "export": "Write a dataset ready to publish.",
    "extract": "Read articles off saved pages and WARC archives, without network.",
    "get": "Fetch one article of any site and print it as JSON.",
    "history": "Show the revisions of an article and what changed.",
    "import": "Bring an export or another machine's lines into the store.",
    "inspect": "Show what a page declares, which rule won each field, what was dropped.",
    "list": "List the publishers.",
    "metrics": "Write the newsrooms' health for Prometheus.",
    "new": "Visit a newsroom and write its publisher file, with test pages and what could not be told.",
    "queue": "Show the queue: what waits, runs, failed; retry and drop.",
    "rehydrate": "Fetch the texts behind a list of addresses again.",
    "remove": "Leave an article or a publisher out of every dataset.",
    "report": "Write a folder of web pages on how every newsroom is.",
    "save": "Save a page and its proposed record as a test of a publisher's file.",
    "schedule": "Crawl by itself: for systemd, cron, launchd, GitHub, or a scheduler here.",
    "status": "Show how every newsroom is, the worst first.",
    "validate": "Check that a dataset is whole and true to its manifest.",
    "verify": "Check the store's own invariants.",
    "worker": "Run jobs from the queue.",
}
"""Name and one line of help of each subcommand; its code is `kalbarcrawl.cli.NAME`."""


class _Lazy(click.Group):
    """A group that knows its commands' names and imports one only to run it."""

    def invoke(self, ctx: click.Context) -> Any:
        """Run the command; a disk or a database that fails it is said in one line, whichever command it was."""
        try:
            try:
                return super().invoke(ctx)
            finally:
                say_left_out()
        except Exception as error:
            said = failed(error)
            if said is None:
                raise
            raise CouldNotRunError(said) from error

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in COMMANDS:
            return None
        module = importlib.import_module(f"kalbarcrawl.cli.{cmd_name}")
        command: click.Command = module.command
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        with formatter.section("Commands"):
            formatter.write_dl(list(COMMANDS.items()))


def say_left_out() -> None:
    """Say which publishers' files a command has found not to load."""
    publishers = sys.modules.get("kalbarcrawl.publishers")
    if publishers and publishers.was_read() and not isinstance(sys.exception(), publishers.UnloadableError):
        import logging

        from kalbarcrawl.logs import say

        for name, error in publishers.left_out().items():
            say(f"{error}: left out", "left_out", {"publisher": name}, level=logging.ERROR)


@click.group(cls=_Lazy, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="kalbarcrawl")
def main() -> None:
    """Turn Indonesian regional newsrooms into datasets researchers can trust.

    \b
    Examples:
      kalbarcrawl list --region "Kalimantan Barat"
      kalbarcrawl crawl kalbaronline
      kalbarcrawl get https://example.com/berita/1
      kalbarcrawl extract saved.html --url https://example.com/berita/1
    """
