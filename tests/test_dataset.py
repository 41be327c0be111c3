"""An export: what is in the folder, that it repeats byte for byte, that others can read it, that requests are kept."""

import csv
import gzip
import hashlib
import json
import random
from dataclasses import asdict, replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from kalbarcrawl.cli import main
from kalbarcrawl.items import Article
from kalbarcrawl.store import Store, Visit, store_at
from tests.dataset_stories import article, planted, revised

NOW = datetime(2025, 6, 1, 8, tzinfo=UTC)
FORMULA = '=HYPERLINK("http://jahat.example","klik")'


def keep(store: Store, articles: list[Article], run: str = "20250601T080000Z-1") -> None:
    store.begin(run, articles[0].publisher, now=NOW)
    for one in articles:
        store.save(one, Visit(one.url, "ok"), run=run, now=NOW)
    store.finish(run, articles[0].publisher, now=NOW, complete=True)


@pytest.fixture(scope="module")
def articles() -> list[Article]:
    found = planted(300)[0]
    found.append(article(9001, "wartacontoh", FORMULA, "'Kutip di awal.\n\n-5 derajat di puncak.", None))
    return found


@pytest.fixture(scope="module")
def data(articles: list[Article], tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A data folder whose store holds the stories, one of them in two revisions."""
    folder = tmp_path_factory.mktemp("data")
    keep(store_at(folder), [*articles, revised(articles[0])])
    return folder


def command(*arguments: object) -> Result:
    return CliRunner().invoke(main, [str(one) for one in arguments])


def made(folder: Path, data: Path, *arguments: object) -> dict[str, Any]:
    result = command("export", folder, "--data", data, "--json", *arguments)
    assert result.exit_code == 0, result.output
    summary: dict[str, Any] = json.loads(result.stdout)
    return summary


def rows(folder: Path, split: str = "*") -> list[dict[str, Any]]:
    files = sorted(folder.glob(f"data/{split}-*.jsonl.gz"))
    return [json.loads(line) for file in files for line in gzip.open(file, "rt", encoding="utf-8")]


def digests(folder: Path) -> dict[str, str]:
    return {
        str(path.relative_to(folder)): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


@pytest.fixture(scope="module")
def dataset(data: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("out") / "corpus"
    made(folder, data, "--splits", "time", "--format", "jsonl,parquet,csv", "--shard-rows", 100)
    return folder


def test_the_same_store_gives_the_same_bytes(dataset: Path, data: Path, tmp_path: Path) -> None:
    again = tmp_path / "corpus"
    made(again, data, "--splits", "time", "--format", "jsonl,parquet,csv", "--shard-rows", 100)
    assert digests(again) == digests(dataset)


def test_the_order_of_arrival_does_not_matter(articles: list[Article], tmp_path: Path) -> None:
    shuffled = random.Random(1).sample(articles, len(articles))
    for name, some in (("a", articles), ("b", shuffled)):
        (tmp_path / f"{name}.jsonl").write_text("".join(f"{one.to_json()}\n" for one in some), encoding="utf-8")
        result = command("export", tmp_path / name / "corpus", "--from", tmp_path / f"{name}.jsonl")
        assert result.exit_code == 0, result.output
    assert digests(tmp_path / "a") == digests(tmp_path / "b")


def test_rows_are_in_order_and_the_newest(dataset: Path, articles: list[Article]) -> None:
    found = rows(dataset)
    assert {row["id"] for row in found} == {one.id for one in articles}
    train = rows(dataset, "train")
    assert len(list(dataset.glob("data/train-*-of-00003.jsonl.gz"))) == 3
    dated = [datetime.fromisoformat(row["published_at"]) for row in train if "T" in (row["published_at"] or "")]
    assert dated == sorted(dated)
    assert next(row for row in found if row["id"] == articles[0].id)["revision"] == 2


def test_all_revisions_on_demand(data: Path, articles: list[Article], tmp_path: Path) -> None:
    made(tmp_path, data, "--revisions", "all")
    found = [row for row in rows(tmp_path) if row["id"] == articles[0].id]
    assert [row["revision"] for row in found] == [1, 2]
    assert all(row["cluster"] == found[0]["cluster"] for row in found)


def test_splits_by_time_cut_no_cluster(dataset: Path) -> None:
    names = ("train", "validation", "test")
    splits = {name: {row["cluster"] for row in rows(dataset, name)} for name in names}
    assert all(splits.values())
    assert not splits["train"] & splits["validation"]
    assert not splits["test"] & (splits["train"] | splits["validation"])
    begins = [min(row["crawled_at"] for row in rows(dataset, name) if row["earliest"]) for name in names]
    assert begins == sorted(begins)


def test_copies_are_marked_or_dropped(dataset: Path, data: Path, articles: list[Article], tmp_path: Path) -> None:
    whole = made(tmp_path / "near", data, "--dedup", "near")
    assert whole["rows"] == whole["selected"] - whole["copies"] < len(articles)
    assert all(row["earliest"] for row in rows(tmp_path / "near"))
    exact = made(tmp_path / "exact", data, "--dedup", "exact")
    bodies = [row["body"] for row in rows(tmp_path / "exact")]
    assert len(set(bodies)) == len(bodies) == exact["rows"]
    assert whole["rows"] < exact["rows"] <= len(articles)


def test_filters(data: Path, tmp_path: Path) -> None:
    made(tmp_path, data, "--publisher", "wartacontoh", "--section", "peristiwa", "--min-words", 100, "--lang", "id")
    found = rows(tmp_path)
    assert found
    assert {(row["publisher"], row["section"]) for row in found} == {("wartacontoh", "Peristiwa")}
    assert min(len(row["body"].split()) for row in found) >= 100
    made(tmp_path, data, "--since", "2024-01-03", "--until", "2024-01-03")
    assert {row["published_at"][:10] for row in rows(tmp_path)} == {"2024-01-03"}


def test_a_sample_is_always_the_same(data: Path, tmp_path: Path) -> None:
    made(tmp_path / "ten", data, "--sample", 10)
    made(tmp_path / "twenty", data, "--sample", 20)
    ten, twenty = ({row["id"] for row in rows(tmp_path / name)} for name in ("ten", "twenty"))
    assert len(ten) == 10
    assert ten < twenty


def test_urls_only_holds_no_text(data: Path, articles: list[Article], tmp_path: Path) -> None:
    made(tmp_path, data, "--urls-only", "--format", "jsonl,parquet,csv")
    first = next(row for row in rows(tmp_path) if row["id"] == articles[1].id)
    assert not {"body", "title", "description"} & first.keys()
    assert first["body_sha256"] == hashlib.sha256(articles[1].body.encode()).hexdigest()
    assert command("validate", tmp_path).exit_code == 0


def test_csv_runs_no_formula(dataset: Path) -> None:
    cells = [
        cell
        for path in dataset.glob("data/*.csv")
        for row in csv.reader(path.open(encoding="utf-8", newline=""))
        for cell in row
    ]
    assert f"'{FORMULA}" in cells
    assert any(cell.startswith("''Kutip") for cell in cells)
    assert not [cell for cell in cells if cell.lstrip().startswith(("=", "+", "-", "@"))]


@pytest.mark.parametrize("text", ["=1+1", "+62", "-5", "@a", "\t=1", "\r=1", "  =1", "＝1", "'a", "''", "biasa", ""])
def test_the_guard_comes_off(text: str) -> None:
    from kalbarcrawl.dataset.commas import guarded, unguarded

    assert unguarded(guarded(text)) == text
    assert not guarded(text).lstrip().startswith(("=", "+", "-", "@", "＝"))


def test_a_removal_of_what_is_not_there_says_so(articles: list[Article], tmp_path: Path) -> None:
    keep(store_at(tmp_path), articles[:1])
    ended = command("remove", "--publisher", "kalbaronline", "--data", tmp_path)
    assert ended.exit_code == 0
    assert "no article of kalbaronline is kept; it stays out if one ever comes" in ended.stderr


def test_removals_are_listed_and_undone(articles: list[Article], tmp_path: Path) -> None:
    keep(store_at(tmp_path), articles[:2])
    url = articles[0].url

    def listed() -> list[tuple[str, str]]:
        said = command("remove", "--list", "--json", "--data", tmp_path)
        assert said.exit_code == 0
        return [(one["kind"], one["why"]) for one in map(json.loads, said.stdout.splitlines())]

    assert listed() == []
    assert command("remove", "--undo", url, "--data", tmp_path).exit_code == 1
    command("remove", url, "--why", "diminta", "--data", tmp_path)
    command("remove", "--publisher", "kalbaronline", "--why", "salah", "--data", tmp_path)
    assert sorted(listed()) == [("address", "diminta"), ("article", "diminta"), ("publisher", "salah")]
    assert command("remove", "--undo", "--publisher", "kalbaronline", "--data", tmp_path).exit_code == 0
    ended = command("remove", "--undo", f"{url}?utm_source=x", "--data", tmp_path)
    assert ended.exit_code == 0
    assert f"article {articles[0].id}: no longer left out (diminta)" in ended.stdout
    assert listed() == []
    ended = command("remove", "--undo", url, "--json", "--data", tmp_path)
    assert (ended.exit_code, ended.stdout) == (1, "")
    assert "nothing to undo" in ended.stderr
    assert command("remove", "--list", url, "--data", tmp_path).exit_code == 2
    made(tmp_path / "out", tmp_path)
    assert {row["id"] for row in rows(tmp_path / "out")} == {one.id for one in articles[:2]}


def test_a_removal_outlives_the_next_crawl(articles: list[Article], tmp_path: Path) -> None:
    store = store_at(tmp_path)
    keep(store, articles[:20])
    address, newsroom = articles[0].url, articles[1].publisher
    assert command("remove", f"{address}?utm_source=x", "--why", "diminta", "--data", tmp_path).exit_code == 0
    assert not command("remove", "--publisher", newsroom, "--data", tmp_path).stderr
    keep(store_at(tmp_path), [replace(revised(articles[0]), body="Kembali lagi.")], run="20250602T080000Z-1")
    summary = made(tmp_path / "out", tmp_path)
    left = {one.id for one in articles[:20] if one.url != address and one.publisher != newsroom}
    assert {row["id"] for row in rows(tmp_path / "out")} == left
    assert summary["left_out"] == 20 - len(left)
    lines = [json.loads(line) for line in (tmp_path / "out/removed.jsonl").read_text().splitlines()]
    hashes = {line["sha256"] for line in lines}
    assert {hashlib.sha256(one.encode()).hexdigest() for one in (address, articles[0].id, newsroom)} == hashes
    assert lines[0]["why"] == "diminta"
    assert command("validate", tmp_path / "out").exit_code == 0


def test_a_foreign_folder_is_left_alone(data: Path, tmp_path: Path) -> None:
    (tmp_path / "skripsi.docx").write_text("berharga")
    result = command("export", tmp_path, "--data", data)
    assert result.exit_code == 1
    assert "skripsi.docx" in result.output
    assert [path.name for path in tmp_path.iterdir()] == ["skripsi.docx"]


def test_an_edited_card_is_not_lost(data: Path, tmp_path: Path) -> None:
    made(tmp_path, data, "--sample", 10)
    (tmp_path / "README.md").write_text("jawaban saya")
    assert "README.md was edited" in command("export", tmp_path, "--data", data).output
    assert (tmp_path / "README.md").read_text() == "jawaban saya"
    made(tmp_path, data, "--overwrite", "--format", "parquet")
    assert command("validate", tmp_path).exit_code == 0
    assert not list(tmp_path.glob("data/*.jsonl.gz"))


def test_nothing_half_written_counts(data: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    made(tmp_path, data, "--sample", 10)
    before = digests(tmp_path)

    def dies(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("kalbarcrawl.dataset.export.card", dies)
    assert command("export", tmp_path, "--data", data).exit_code != 0
    assert {path: found for path, found in digests(tmp_path).items() if not path.startswith(".")} == before
    monkeypatch.undo()
    assert made(tmp_path, data)["rows"] > 10
    assert command("validate", tmp_path).exit_code == 0
    assert not (tmp_path / ".kalbarcrawl-part").exists()


def test_an_export_comes_back_into_a_store(dataset: Path, articles: list[Article], tmp_path: Path) -> None:
    files = sorted(dataset.glob("data/*.jsonl.gz"))
    first, second = (json.loads(command("import", *files, "--data", tmp_path, "--json").stdout) for _ in range(2))
    assert first == {"ok": len(articles)}
    assert second == {"known": len(articles)}
    assert command("verify", "--data", tmp_path).exit_code == 0


def test_a_wrong_line_is_told_by_place(tmp_path: Path, articles: list[Article]) -> None:
    file = tmp_path / "a.jsonl"
    file.write_text(f"{articles[0].to_json()}\n" + json.dumps(asdict(articles[1]) | {"title": None}) + "\n")
    result = command("export", tmp_path / "out", "--from", file)
    assert result.exit_code == 1
    assert "a.jsonl:2" in result.output


def test_what_a_killed_export_left_does_not_hide_an_edit(data: Path, tmp_path: Path) -> None:
    made(tmp_path, data, "--sample", 10)
    (tmp_path / ".kalbarcrawl-part").mkdir()
    (tmp_path / "README.md").write_text("jawaban saya")
    assert "README.md was edited" in command("export", tmp_path, "--data", data).output


def test_killed_while_moving_in_the_next_export_begins_anew(data: Path, tmp_path: Path) -> None:
    made(tmp_path, data, "--sample", 10)
    (tmp_path / ".kalbarcrawl-part").mkdir()
    (tmp_path / "manifest.json").unlink()
    made(tmp_path, data, "--sample", 10)
    assert command("validate", tmp_path).exit_code == 0


def test_nothing_selected_leaves_nothing(data: Path, tmp_path: Path) -> None:
    result = command("export", tmp_path, "--data", data, "--publisher", "kalbaronline")
    assert result.exit_code == 1
    assert "no article is selected" in result.output
    assert not list(tmp_path.iterdir())


@pytest.mark.parametrize(
    "asked", [("--splits", "acak"), ("--format", "xml"), ("--since", "2025-02-01", "--until", "2025-01-01")]
)
def test_what_makes_no_sense_is_told_at_once(asked: tuple[str, ...], data: Path, tmp_path: Path) -> None:
    assert command("export", tmp_path, "--data", data, *asked).exit_code == 2
    assert not list(tmp_path.iterdir())
