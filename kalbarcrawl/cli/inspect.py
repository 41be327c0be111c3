"""`kalbarcrawl inspect`: why a page gave the record it gave."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import asdict
from typing import TYPE_CHECKING, Any

import click

from kalbarcrawl.cli.options import address
from kalbarcrawl.items import Article

if TYPE_CHECKING:
    from kalbarcrawl.explain import Explanation

SHORT = 160


@click.command("inspect")
@click.argument("target", metavar="URL|FILE")
@click.option("--url", callback=address, help="The address of FILE; else the one the page calls its own.")
@click.option("--generic", is_flag=True, help="Leave the publisher's own rules out.")
@click.option("--allow-private", is_flag=True, help="Allow requests to this machine and private networks.")
@click.option("--json", "as_json", is_flag=True, help="Everything as one JSON object.")
def command(target: str, url: str | None, generic: bool, allow_private: bool, as_json: bool) -> None:
    """Show what a page declares, which rule won each field, and which lines were dropped by which rule.

    It says as well where trafilatura was not asked for the body, because the page would take it minutes.

    \b
    Examples:
      kalbarcrawl inspect saved.html --url https://example.com/berita/1
      kalbarcrawl inspect https://example.com/berita/1 --json
    """
    from kalbarcrawl.cli.target import page_at
    from kalbarcrawl.explain import explain
    from kalbarcrawl.generic import undescribed
    from kalbarcrawl.publishers import publisher_of

    page = page_at(target, url, allow_private=allow_private)
    publisher = (None if generic else publisher_of(page.url)) or undescribed(page.url)
    found = explain(page, publisher)
    click.echo(json.dumps(as_object(found), ensure_ascii=False, indent=2) if as_json else as_text(found))


def as_object(found: Explanation) -> dict[str, Any]:
    """The explanation as plain values for JSON."""
    article = isinstance(found.outcome, Article)
    return {
        "url": found.url,
        "publisher": found.publisher,
        "declared": asdict(found.declared),
        "rules": dict(found.raw.won),
        "passed_over": found.passed_over,
        "dates": {"published": found.raw.published, "modified": found.raw.modified},
        "dropped": [{"line": line, "rule": rule} for line, rule in found.dropped],
        "outcome": "ok" if article else found.outcome.outcome,  # type: ignore[union-attr]
        "article": asdict(found.outcome) if article else None,
    }


def as_text(found: Explanation) -> str:
    """The explanation for a person: declared, fields with the rules that won, dropped lines, outcome."""
    facts = as_object(found)
    lines = [
        _bold(found.url),
        f"  publisher  {found.publisher}",
        f"  outcome    {facts['outcome']}",
        "",
        _bold("declared"),
    ]
    for name, value in facts["declared"].items():
        values = value.items() if isinstance(value, dict) else [(name, value)]
        lines += [f"  {key}: {_short(one)}" for key, one in values if one]
    lines += ["", _bold("fields, and the rule that won")]
    raw = found.raw
    record = facts["article"] or {"kind": raw.kind, "title": raw.title, "body": raw.lines, "authors": raw.authors}
    for name, value in record.items():
        rule = facts["rules"].get(name.removesuffix("_at"))
        lines.append(f"  {name}: {_short(value)}" + (click.style(f"   [{rule}]", dim=True) if rule else ""))
    lines += [f"  not asked for the body: {found.passed_over}"] if found.passed_over else []
    lines += ["", _bold(f"dropped lines ({len(found.dropped)})")]
    lines += [f"  [{rule}] {_short(line)}" for line, rule in found.dropped]
    return "\n".join(lines)


def _short(value: object) -> str:
    text = " ".join(_said(value).split())
    return text if len(text) <= SHORT else f"{text[:SHORT]}… ({len(text)} characters)"


def _said(value: object) -> str:
    """A value in words; "-" for what is unknown."""
    if isinstance(value, Mapping):
        return ", ".join(f"{name} {_said(one)}" for name, one in value.items())
    if isinstance(value, (list, tuple)):
        return " / ".join(map(_said, value)) or "-"
    if isinstance(value, bool):
        return "yes" if value else "no"
    return "-" if value is None or value == "" else str(value)


def _bold(text: str) -> str:
    return click.style(text, bold=True)
