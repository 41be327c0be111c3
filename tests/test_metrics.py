"""`kalbarcrawl metrics`, read by Prometheus' own parser."""

import sys
from pathlib import Path

import pytest
from click.testing import CliRunner
from prometheus_client.parser import text_string_to_metric_families

from kalbarcrawl.cli import main
from kalbarcrawl.health import STATES
from tests.crawls import Desk, desk

Samples = dict[tuple[str, frozenset[tuple[str, str]]], float]


def samples(text: str) -> Samples:
    """The values by name and labels of our newsroom; a sample may stand once."""
    found: Samples = {}
    for family in text_string_to_metric_families(text):
        assert family.documentation
        assert family.type in ("counter", "gauge")
        for one in family.samples:
            key = (one.name, frozenset(one.labels.items()))
            assert key not in found
            found[key] = one.value
    return found


def value(found: Samples, name: str, **labels: str) -> float:
    return found[f"kalbarcrawl_{name}", frozenset({"publisher": "warta_contoh", **labels}.items())]


def written(d: Desk) -> Samples:
    file = d.folder / "kalbarcrawl.prom"
    ended = d.run("metrics", "--output", str(file))
    assert (ended.returncode, ended.stdout, ended.stderr) == (0, "", "")
    assert [one.name for one in d.folder.glob("kalbarcrawl.prom*")] == ["kalbarcrawl.prom"]
    return samples(file.read_text(encoding="utf-8"))


def state_of(found: Samples) -> list[str]:
    return [name for name in STATES if value(found, "state", state=name.replace(" ", "_")) == 1]


def test_what_prometheus_reads(tmp_path: Path) -> None:
    with desk(tmp_path) as d:
        d.crawl()
        first = written(d)
        assert state_of(first) == ["fine"]
        assert value(first, "articles_total") == value(first, "revisions_total") == 12
        assert value(first, "addresses", kind="article", outcome="ok") == 12
        assert value(first, "last_run_visits", kind="listing", outcome="listing") == 6
        assert 0 < value(first, "last_run_response_seconds", quantile="0.5") < 60
        assert value(first, "newest_timestamp_seconds") == 1_749_120_000 < value(first, "last_run_timestamp_seconds")
        assert 0 < value(first, "lag_seconds", since="found") < 600 < value(first, "lag_seconds", since="published")
        assert value(first, "next_due_timestamp_seconds") > value(first, "last_success_timestamp_seconds")

        d.newsroom.edit(next(iter(d.newsroom.articles)), title="Judul yang Diralat")
        d.newsroom.wall()
        d.crawl()
        second = written(d)
        assert state_of(second) == ["blocked"]
        assert value(second, "needs_a_look") == value(second, "state_runs") == 1
        assert value(second, "last_success_timestamp_seconds") < value(second, "last_run_timestamp_seconds")
        assert value(second, "last_run_visits", kind="listing", outcome="blocked") == 2
        d.newsroom.heal()
        d.crawl()
        third = written(d)
        assert value(third, "revisions_total") == 13
        for counter in ("articles_total", "revisions_total"):
            assert value(first, counter) <= value(second, counter) <= value(third, counter)


def test_to_standard_output_and_where_it_cannot_be_written(tmp_path: Path) -> None:
    with desk(tmp_path) as d:
        d.crawl()
        shown = d.run("metrics")
        assert shown.returncode == 0
        assert state_of(samples(shown.stdout)) == ["fine"]
        refused = d.run("metrics", "--output", str(tmp_path / "nowhere" / "kalbarcrawl.prom"))
        assert refused.returncode == 2
        assert "cannot be written: No such file" in refused.stderr


def test_without_the_library_it_says_what_to_install(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.delitem(sys.modules, "kalbarcrawl.metrics", raising=False)
    monkeypatch.setitem(sys.modules, "prometheus_client", None)
    ended = CliRunner().invoke(main, ["metrics", "--data", str(tmp_path)])
    assert ended.exit_code == 2
    assert "pip install 'kalbarcrawl[schedule]'" in ended.output
