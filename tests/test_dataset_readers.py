"""Others open what an export wrote, each in one line, and the validators of its formats pass it."""

import json
import logging
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from kalbarcrawl.cli import main
from tests.dataset_stories import planted


@pytest.fixture(scope="module")
def dataset(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("readers")
    lines = (f"{one.to_json()}\n" for one in planted(600)[0])
    (folder / "stories.jsonl").write_text("".join(lines), encoding="utf-8")
    out = folder / "corpus"
    arguments = ["export", str(out), "--from", str(folder / "stories.jsonl"), "--splits", "time"]
    result = CliRunner().invoke(main, [*arguments, "--format", "jsonl,parquet,csv", "--creator", "Tim Contoh"])
    assert result.exit_code == 0, result.output
    return out


@pytest.fixture(scope="module")
def splits(dataset: Path) -> dict[str, int]:
    found: dict[str, int] = json.loads((dataset / "manifest.json").read_text())["splits"]
    return found


def test_datasets(dataset: Path, splits: dict[str, int], tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HF_HUB_OFFLINE", "1")
    datasets = pytest.importorskip("datasets", reason="datasets is not installed")
    loaded = datasets.load_dataset(str(dataset), cache_dir=str(tmp_path))
    assert {name: len(split) for name, split in loaded.items()} == splits
    assert loaded["train"].features["published_at"].dtype == "timestamp[us, tz=UTC]"


def test_pandas(dataset: Path, splits: dict[str, int]) -> None:
    pandas = pytest.importorskip("pandas", reason="pandas is not installed")
    table = pandas.read_parquet(dataset / "data/train-00000-of-00001.parquet")
    assert len(table) == splits["train"]
    assert str(table["published_at"].dtype) == "datetime64[us, UTC]"
    lines = pandas.read_json(dataset / "data/train-00000-of-00001.jsonl.gz", lines=True)
    assert list(lines["id"]) == list(table["id"])


def test_polars(dataset: Path, splits: dict[str, int]) -> None:
    polars = pytest.importorskip("polars", reason="polars is not installed")
    assert polars.scan_parquet(dataset / "data/*.parquet").collect().height == sum(splits.values())


def test_duckdb(dataset: Path, splits: dict[str, int]) -> None:
    duckdb = pytest.importorskip("duckdb", reason="duckdb is not installed")
    for pattern in ("*.parquet", "*.jsonl.gz", "*.csv"):
        count = duckdb.sql(f"SELECT count(*) FROM '{dataset}/data/{pattern}'").fetchall()[0][0]
        assert count == sum(splits.values()), pattern


def test_mlcroissant(dataset: Path, splits: dict[str, int], caplog: pytest.LogCaptureFixture) -> None:
    croissant = pytest.importorskip("mlcroissant", reason="mlcroissant is not installed")
    with caplog.at_level(logging.WARNING):
        read = croissant.Dataset(jsonld=str(dataset / "croissant.json"))
    assert not read.metadata.ctx.issues.errors
    assert not read.metadata.ctx.issues.warnings
    records: list[dict[str, Any]] = list(read.records(record_set="articles"))
    assert len(records) == sum(splits.values())
    found = next(one for one in records if any(one["articles/dateline"].values()))
    assert b"KOTA TELADAN" in str(found["articles/dateline"]).encode()
    assert {one["articles/split"].decode() for one in records} == set(splits)


def test_frictionless(dataset: Path) -> None:
    frictionless = pytest.importorskip("frictionless", reason="frictionless is not installed")
    report = frictionless.validate(str(dataset / "datapackage.json"))
    assert report.valid, report.flatten(["path", "rowNumber", "fieldName", "message"])[:5]
    assert report.stats["tasks"] > 10


def test_the_card_reads_as_yaml_and_the_citation_too(dataset: Path) -> None:
    yaml = pytest.importorskip("yaml", reason="PyYAML is not installed")
    _, header, text = (dataset / "README.md").read_text(encoding="utf-8").split("---\n", 2)
    facts = yaml.safe_load(header)
    assert [one["split"] for one in facts["configs"][0]["data_files"]] == ["train", "validation", "test"]
    assert facts["language"] == ["id"]
    for path in ("figures/articles-over-time.png", "figures/coverage.png"):
        assert f"]({path})" in text
        assert (dataset / path).is_file()
    assert "**TODO**" in text
    assert yaml.safe_load((dataset / "CITATION.cff").read_text())["authors"] == [{"name": "Tim Contoh"}]


def test_a_missing_extra_is_told_in_one_line(tmp_path: Path) -> None:
    """Where the libraries of the extra are not there, as in the base install."""
    code = (
        "import sys\nfor name in ('numpy', 'pyarrow', 'rensa', 'matplotlib', 'jsonschema'): sys.modules[name] = None\n"
        "from kalbarcrawl.cli import main\nmain()"
    )
    for arguments in (["export", "aus"], ["validate", "."]):
        run = subprocess.run([sys.executable, "-c", code, *arguments], capture_output=True, text=True, cwd=tmp_path)
        assert run.returncode == 2
        assert run.stderr.splitlines()[-1].startswith("Error: ")
        assert "pip install 'kalbarcrawl[dataset]'" in run.stderr.splitlines()[-1]
