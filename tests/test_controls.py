"""Characters that are no text: pages and scripts hold them, no record and no database does."""

import json
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime
from itertools import count
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kalbarcrawl.generic import undescribed
from kalbarcrawl.items import Article, Image, RawArticle
from kalbarcrawl.refine import refine
from kalbarcrawl.store import Store, store_at
from kalbarcrawl.store.history import broken
from kalbarcrawl.store.visit import Visit
from kalbarcrawl.text import fold, without_controls

NOW = datetime(2025, 6, 5, 12, tzinfo=UTC)
HOST = "https://warta.example"
NUMBERS = count()
DIRT = st.text(st.sampled_from("\x00\x01\x08\x0b\x1b\x7f\x85\x9f\ud800\udfff\u200b\ufffe\n\t aé\u0301"), max_size=6)


@pytest.fixture
def store(tmp_path: Path, database: str) -> Iterator[Store]:
    opened = store_at(tmp_path, database)
    yield opened
    opened.close()


def is_text(value: str) -> bool:
    value.encode()
    return "\x00" not in value and value == without_controls(value)


@given(st.text(st.characters(categories=["Cc", "Cs", "Cf", "Ll", "Mn", "Zs"])))
def test_folded_text_is_text_and_folding_again_changes_nothing(text: str) -> None:
    assert is_text(fold(text))
    assert fold(fold(text)) == fold(text)
    assert without_controls(without_controls(text)) == without_controls(text)


def dirty(dirt: str) -> RawArticle:
    """An article with the same dirt in every field that comes from outside."""
    url = f"{HOST}/berita-{next(NUMBERS)}/{dirt}"
    sentence = "Warga desa membuka pasar pagi di tepi sungai yang lama ditunggu oleh semua keluarga di sana"
    return RawArticle(
        url=url,
        fetched_at=NOW,
        canonical_url=url,
        title=f"Pasar{dirt} dibuka",
        description=f"Sebuah{dirt} pasar",
        published=(("meta", f"2025-06-05T10:00:00+07:00{dirt}"),),
        authors=(f"Rina{dirt} Umpama",),
        section=f"Daerah{dirt}",
        tags=(f"pasar{dirt}", dirt),
        lines=tuple(f"{sentence}, {number}{dirt}." for number in range(4)),
        images=(Image(f"{HOST}/{dirt}.jpg", f"Pasar{dirt}"),),
        language=f"id{dirt}",
        source=f"{HOST}/feed/{dirt}",
        rights={"licence": f"{HOST}/{dirt}", "robots": [dirt]},
    )


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(dirt=DIRT)
def test_no_dirt_reaches_a_record_or_stops_the_store(store: Store, dirt: str) -> None:
    raw = dirty(dirt)
    refined = refine(raw, undescribed(raw.url))
    assert isinstance(refined, Article)
    line = refined.to_json()
    assert is_text(line)
    assert not any(escaped in line for escaped in ("\\u0000", "\\u0001", "\\u001b"))
    # The crawl names visits by the addresses it was given.
    visit = Visit(raw.url, "ok", status=200, source=raw.source, error=f"kesalahan {dirt}")
    store.save(refined, visit, run="satu", now=NOW)
    other = replace(visit, url=f"{raw.url}/lain", outcome="not_article:gallery")
    store.visited(refined.publisher, other, now=NOW)
    store.listed(refined.publisher, replace(visit, url=f"{HOST}/daftar/{dirt}"), now=NOW)
    assert store.known(refined.publisher, raw.url) is not None
    assert store.known(refined.publisher, other.url) is not None
    assert any(json.loads(record)["id"] == refined.id for record in store.records())
    assert list(broken(store)) == []
