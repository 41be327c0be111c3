"""Every publisher's saved pages give the records that stand beside them.

The markup follows the real systems (the publisher's `evidence` says on what that knowledge rests); the text is ours.
"""

from __future__ import annotations

import json
from dataclasses import asdict
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from kalbarcrawl.extract import extract
from kalbarcrawl.items import Article
from kalbarcrawl.page import Page
from kalbarcrawl.publishers import all_publishers, publisher_named, publisher_of
from kalbarcrawl.refine import refine

PAGES = Path(__file__).parent / "pages"
SAVED = sorted(PAGES.glob("*/*.html"))
FETCHED = datetime(2026, 6, 1, 12, tzinfo=UTC)
NOT_COMPARED = {"id", "crawled_at"}


@pytest.mark.parametrize("path", SAVED, ids=lambda path: f"{path.parent.name}/{path.stem}")
def test_a_saved_page_gives_its_record(path: Path) -> None:
    expected = json.loads(path.with_suffix(".json").read_text(encoding="utf-8"))
    publisher = publisher_named(path.parent.name)
    # A record that `kalbarcrawl save` proposed says when its page was fetched: "2 jam lalu" counts from there.
    fetched = datetime.fromisoformat(expected.pop("crawled_at")) if "crawled_at" in expected else FETCHED
    page = Page(expected["url"], path.read_bytes(), fetched)
    article = refine(extract(page, publisher), publisher)
    assert isinstance(article, Article), article
    found = {name: value for name, value in asdict(article).items() if name not in NOT_COMPARED}
    assert _comparable(found) == _comparable(expected)


@pytest.mark.parametrize("path", SAVED, ids=lambda path: f"{path.parent.name}/{path.stem}")
def test_a_saved_page_belongs_to_its_publisher(path: Path) -> None:
    url = json.loads(path.with_suffix(".json").read_text(encoding="utf-8"))["url"]
    owner = publisher_of(url)
    assert owner is not None
    assert owner.name == path.parent.name


@pytest.mark.parametrize("name", all_publishers())
def test_a_publisher_has_a_saved_page(name: str) -> None:
    pages = list((PAGES / name).glob("*.html"))
    assert pages, f"no saved page proves {name}: kalbarcrawl save {name} URL"
    for page in pages:
        assert page.with_suffix(".json").exists(), f"{page} has no record beside it: kalbarcrawl save {name} URL"


def test_a_saved_page_has_a_publisher() -> None:
    assert {path.parent.name for path in SAVED} <= set(all_publishers())


def _comparable(record: dict[str, Any]) -> dict[str, Any]:
    """The record with its times as instants: "14:34Z" and "21:34+07:00" are one."""
    stamps = {name: _instant(record[name]) for name in ("published_at", "modified_at")}
    return {**record, **stamps}


def _instant(stamp: str | None) -> datetime | str | None:
    return datetime.fromisoformat(stamp) if stamp and "T" in stamp else stamp
