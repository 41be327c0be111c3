"""Facts as web pages: an overview and a page for each newsroom, plain HTML that needs no script and no server."""

from __future__ import annotations

import hashlib
import re
from pathlib import Path
from typing import Any

from kalbarcrawl import __version__
from kalbarcrawl.health import NEEDS_A_LOOK, STATES
from kalbarcrawl.look import environment, style
from kalbarcrawl.report import panels
from kalbarcrawl.report.facts import Facts, Newsroom
from kalbarcrawl.report.folder import BELOW, FIRST_PAGE, publish

COLOURS = {"fine": "good", "no news": "warn", "slow": "warn", "broken": "bad", "blocked": "bad", "down": "bad"}
"""How states look; the word stands beside the colour."""
WEEK = 7
SPARK = 30
"""Days of the small chart in the overview."""


def write(facts: Facts, folder: Path) -> int:
    """Write a report into a folder and say how many pages it has. Raises ForeignFolderError, OSError."""
    pages = render(facts)
    publish(folder, pages, summary(facts))
    return len(pages) - 1


def render(facts: Facts) -> dict[str, str]:
    """The files of a report by path."""
    templates = environment("report")
    templates.globals |= {
        "facts": facts,
        "colours": COLOURS,
        "panels": panels,
        "page_of": page_of,
        "version": __version__,
    }
    overview = templates.get_template("overview.html").render(
        root="",
        rows=[_row(facts, one) for one in facts.newsrooms],
        states=[(state, facts.states[state]) for state in STATES if facts.states.get(state)],
        totals=_totals(facts),
    )
    newsroom = templates.get_template("newsroom.html")
    pages = {
        page_of(one.name): newsroom.render(
            root="../",
            one=one,
            charts=[
                chart for chart in (panels.articles(one, facts.days), panels.outcomes(one), panels.times(one)) if chart
            ],
            breakages=[breakage for breakage in facts.breakages if breakage.publisher == one.name],
        )
        for one in facts.newsrooms
    }
    return {FIRST_PAGE: overview, "style.css": style(), **pages}


def page_of(publisher: str) -> str:
    """The path of a newsroom's page: its name, where a file may be called so."""
    if re.fullmatch(r"[a-z0-9][a-z0-9_.-]*", publisher):
        return f"{BELOW}/{publisher}.html"
    return f"{BELOW}/{hashlib.sha256(publisher.encode()).hexdigest()[:16]}.html"


def summary(facts: Facts) -> dict[str, Any]:
    """The report for machines."""
    return {
        "at": facts.at.isoformat(timespec="seconds"),
        "version": __version__,
        "states": dict(sorted(facts.states.items())),
        "needs_a_look": [one.name for one in facts.newsrooms if one.health.state in NEEDS_A_LOOK],
        "newsrooms": [
            {
                "publisher": one.name,
                "state": one.health.state,
                "what": one.health.what,
                "reason": one.health.reason,
                "since": one.health.since,
                "example": one.health.example,
                "articles": one.tally.articles,
            }
            for one in facts.newsrooms
        ],
    }


def _row(facts: Facts, one: Newsroom) -> dict[str, Any]:
    days = facts.days
    return {
        "newsroom": one,
        "week": sum(one.tally.days.get(day, 0) for day in days[-WEEK:]),
        "spark": panels.spark(one, days[-SPARK:]),
    }


def _totals(facts: Facts) -> dict[str, int]:
    tallies = [one.tally for one in facts.newsrooms]
    week = facts.days[-WEEK:]
    return {
        "newsrooms": len(tallies),
        "articles": sum(one.articles for one in tallies),
        "published in seven days": sum(one.days.get(day, 0) for one in tallies for day in week),
        "revisions beyond the first": sum(one.revisions - one.articles for one in tallies),
        "gone from the web": sum(one.gone for one in tallies),
    }
