"""`kalbarcrawl validate` fails by name on what is missing, altered or inconsistent."""

import gzip
import hashlib
import json
import shutil
from collections.abc import Callable
from dataclasses import asdict
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from kalbarcrawl.cli import main
from kalbarcrawl.dataset.about import file_of
from tests.dataset_stories import planted

SHARD = "data/train-00000-of-00001.jsonl.gz"


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("validate")
    lines = (f"{one.to_json()}\n" for one in planted(600)[0])
    (folder / "stories.jsonl").write_text("".join(lines), encoding="utf-8")
    arguments = ["export", str(folder / "corpus"), "--from", str(folder / "stories.jsonl"), "--splits", "time"]
    assert CliRunner().invoke(main, arguments).exit_code == 0
    return folder / "corpus"


@pytest.fixture
def dataset(whole: Path, tmp_path: Path) -> Path:
    return Path(shutil.copytree(whole, tmp_path / "corpus"))


def said(folder: Path) -> str:
    result = CliRunner().invoke(main, ["validate", str(folder)])
    assert result.exit_code == (0 if "no problems" in result.output else 1)
    return result.output


def rows_of(path: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in gzip.decompress(path.read_bytes()).decode().splitlines()]


def rewrite(folder: Path, path: str, change: Callable[[list[dict[str, Any]]], None]) -> None:
    """Change the rows of a file and tell the manifest and the descriptions so: only the contents can give it away."""
    rows = rows_of(folder / path)
    change(rows)
    with gzip.open(folder / path, "wt", encoding="utf-8") as file:
        file.writelines(json.dumps(row, ensure_ascii=False) + "\n" for row in rows)
    forge(folder, path)


def forge(folder: Path, path: str) -> None:
    manifest = json.loads((folder / "manifest.json").read_text())
    old = next(one for one in manifest["files"] if one["path"] == path)
    new = {name: value for name, value in asdict(file_of(folder, path)).items() if value is not None}
    for name in ("croissant.json", "datapackage.json"):
        if name != path:
            text = (folder / name).read_text().replace(old["sha256"], new["sha256"])
            (folder / name).write_text(text)
            found = file_of(folder, name)
            next(one for one in manifest["files"] if one["path"] == name).update(bytes=found.bytes, sha256=found.sha256)
    old |= new
    (folder / "manifest.json").write_text(json.dumps(manifest))


def test_a_whole_dataset_passes(whole: Path) -> None:
    assert "no problems" in said(whole)


@pytest.mark.parametrize("path", ["README.md", "croissant.json", "data/train-00000-of-00001.parquet", "rights.csv"])
def test_missing_and_altered_files(path: str, dataset: Path) -> None:
    file = dataset / path
    content = file.read_bytes()
    file.write_bytes(content[:-1] + bytes([content[-1] ^ 1]))
    assert f"{path}: altered" in said(dataset)
    file.unlink()
    assert f"{path}: missing" in said(dataset)


def test_no_manifest_is_no_dataset(dataset: Path) -> None:
    (dataset / "manifest.json").unlink()
    assert "manifest.json: missing" in said(dataset)


def test_a_file_nobody_listed(dataset: Path) -> None:
    (dataset / "data/extra.csv").write_text("a\n")
    assert "data/extra.csv: not in the manifest" in said(dataset)


@pytest.mark.parametrize(
    ("change", "told"),
    [
        (lambda rows: rows.pop(), "rows, the manifest says"),
        (lambda rows: rows.append(rows[-1]), "is there twice"),
        (lambda rows: rows.reverse(), "out of order"),
        (lambda rows: rows[3].update(title=""), "$.title"),
        (lambda rows: rows[3].pop("language"), "'language' is a required property"),
        (lambda rows: rows[3].update(body="lain"), "not those of the other formats"),
        (lambda rows: rows[3].update(earliest=False), "contradicts"),
        (lambda rows: rows[3].update(cluster="0" * 16, earliest=False), "cluster 0000000000000000 is not there"),
    ],
)
def test_rows_that_contradict(change: Callable[[list[dict[str, Any]]], None], told: str, dataset: Path) -> None:
    rewrite(dataset, SHARD, change)
    assert told in said(dataset)


def test_a_cluster_cut_by_a_split(dataset: Path) -> None:
    first = rows_of(dataset / SHARD)[0]["id"]
    path = "data/test-00000-of-00001.jsonl.gz"
    rewrite(dataset, path, lambda rows: rows[0].update(cluster=first, earliest=False))
    assert f"cluster {first} lies in train too" in said(dataset)


def test_an_article_that_was_removed(dataset: Path) -> None:
    url = rows_of(dataset / SHARD)[0]["url"]
    line = {"kind": "address", "sha256": hashlib.sha256(url.encode()).hexdigest(), "removed_at": "", "why": None}
    (dataset / "removed.jsonl").write_text(json.dumps(line) + "\n")
    forge(dataset, "removed.jsonl")
    assert "was removed" in said(dataset)
