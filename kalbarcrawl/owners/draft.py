"""A draft: the proposed facts of a newsroom, as a Publisher to try and as a file to read."""

from __future__ import annotations

import json
import textwrap
from collections.abc import Callable
from dataclasses import dataclass, fields
from typing import Any
from urllib.parse import urlsplit

from kalbarcrawl.families.antara import antara
from kalbarcrawl.families.blogger import blogger
from kalbarcrawl.families.detik import detik
from kalbarcrawl.families.jawapos import jawapos
from kalbarcrawl.families.kumparan import kumparan
from kalbarcrawl.families.tribun import tribun
from kalbarcrawl.families.wordpress import wordpress
from kalbarcrawl.publisher import Publisher
from kalbarcrawl.rules import Blocks, Css, Rules
from kalbarcrawl.sources import BloggerPosts, Source, WordPressPosts

FAMILIES: dict[str, tuple[Callable[..., Publisher], str]] = {
    "antara": (antara, "The ANTARA agency's system"),
    "blogger": (blogger, "Blogger"),
    "detik": (detik, "The system of detikcom"),
    "jawapos": (jawapos, "The Jawa Pos network's system"),
    "kumparan": (kumparan, "A partner on kumparan"),
    "tribun": (tribun, "The Tribun network's system"),
    "wordpress": (wordpress, "WordPress"),
}
"""The shared systems: the function, and how a docstring calls the system."""
WIDTH = 119
PLAIN = ("name", "title", "home", "region", "timezone", "listing", "links", "datelines", "evidence")
"""The facts that are strings, or tuples of them, in the order they stand in a file."""


@dataclass(frozen=True, kw_only=True)
class Draft:
    """The facts of a newsroom as they go into its file; empty where family or default already say it."""

    name: str
    title: str
    home: str
    evidence: str
    family: str = ""
    region: str = ""
    timezone: str = ""
    listing: str = ""
    links: str = ""
    sources: tuple[Source, ...] = ()
    datelines: tuple[str, ...] = ()
    rules: tuple[tuple[str, Css | Blocks], ...] = ()
    """(field, rule), at most one a field."""

    def publisher(self) -> Publisher:
        """The newsroom these facts describe. Raises ValueError where they contradict each other."""
        facts: dict[str, Any] = {name: value for name in PLAIN if (value := getattr(self, name))}
        if self.sources:
            facts["sources"] = self.sources
        if self.rules:
            chosen: dict[str, Any] = {field: [rule] for field, rule in self.rules}
            facts["rules"] = Rules(**chosen)
        make = FAMILIES[self.family][0] if self.family else Publisher
        return make(**facts)

    def text(self) -> str:
        """The file that holds these facts."""
        made = self.family or "Publisher"
        system = f" {FAMILIES[self.family][1]}." if self.family else " A system of its own."
        place = f", {self.region}" if self.region else ""
        lines = [f'"""{self.title.replace(chr(34), chr(39))}{place}.{system}"""', "", *self._imports(), ""]
        lines.append(f"publisher = {made}(")
        for name in PLAIN:
            value = getattr(self, name)
            if name != "evidence" and value:
                lines.append(f"    {name}={_code(value)},")
        if self.sources:
            lines += _bracketed("sources", [source_code(source, self.home) for source in self.sources])
        if self.rules:
            lines.append("    rules=Rules(")
            lines += [f"        {field}=[{rule_code(rule)}]," for field, rule in self.rules]
            lines.append("    ),")
        return "\n".join([*lines, *_wrapped("evidence", self.evidence), ")", ""])

    def _imports(self) -> list[str]:
        """The import lines, in the order that ruff keeps."""
        lines = []
        if self.family:
            lines.append(f"from kalbarcrawl.families.{self.family} import {self.family}")
        else:
            lines.append("from kalbarcrawl.publisher import Publisher")
        if self.rules:
            names = sorted({"Rules", *(type(rule).__name__ for _, rule in self.rules)})
            lines.append(f"from kalbarcrawl.rules import {', '.join(names)}")
        if self.sources:
            names = sorted({type(source).__name__ for source in self.sources})
            lines.append(f"from kalbarcrawl.sources import {', '.join(names)}")
        return lines


def rule_code(rule: Css | Blocks) -> str:
    """A rule as it is written in a publisher's file."""
    return f"{type(rule).__name__}({_code(rule.query)})"


def source_code(source: Source, home: str) -> str:
    """A source as it is written in a publisher's file: its address below the home, then what is not the default."""
    kind = type(source)
    address = getattr(source, "template", "") or source.url
    own, base = urlsplit(address), urlsplit(home)
    if (own.scheme, own.netloc) == (base.scheme, base.netloc):
        address = address.removeprefix(f"{own.scheme}://{own.netloc}") or "/"
    if kind in (WordPressPosts, BloggerPosts):
        address = address.partition("?")[0] if "rest_route" not in address else address
        if address == kind().url.partition("?")[0]:
            return f"{kind.__name__}()"
    shown = [_code(address)]
    for spec in fields(source):  # type: ignore[arg-type]
        value = getattr(source, spec.name)
        if spec.name in ("links", "match") and value:
            shown.append(_code(value) if spec.name == "links" else f"match={_code(value)}")
    if source.reach != _default_reach(kind):
        shown.append(f'reach="{source.reach}"')
    return f"{kind.__name__}({', '.join(shown)})"


def _default_reach(kind: type) -> object:
    return next((spec.default for spec in fields(kind) if spec.name == "reach"), "latest")


def _code(value: str | tuple[str, ...]) -> str:
    if isinstance(value, tuple):
        inside = ", ".join(map(_code, value))
        return f"({inside},)" if len(value) == 1 else f"({inside})"
    return json.dumps(value, ensure_ascii=False)


def _bracketed(name: str, values: list[str]) -> list[str]:
    """A tuple on one line where it fits, else a value a line."""
    inside = ", ".join(values) + ("," if len(values) == 1 else "")
    one = f"    {name}=({inside}),"
    return [one] if len(one) <= WIDTH else [f"    {name}=(", *(f"        {value}," for value in values), "    ),"]


def _wrapped(name: str, text: str) -> list[str]:
    """A long string over several lines, as the files here break it: the blank stays before the break."""
    if len(text) + len(name) + 8 <= WIDTH:
        return [f"    {name}={_code(text)},"]
    pieces = textwrap.wrap(text, WIDTH - len(name) - 10, break_long_words=False, break_on_hyphens=False)
    first, *rest = [*(f"{piece} " for piece in pieces[:-1]), pieces[-1]]
    return [f"    {name}={_code(first)}", *(f"    {_code(piece)}" for piece in rest[:-1]), f"    {_code(rest[-1])},"]
