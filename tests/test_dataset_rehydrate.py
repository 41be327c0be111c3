"""A list of addresses fetched again: same, changed, gone, told row by row."""

import gzip
import json
from pathlib import Path

from tests.crawls import desk


def test_same_changed_and_gone(tmp_path: Path) -> None:
    with desk(tmp_path) as d:
        assert d.crawl().returncode == 0
        links, found = tmp_path / "links", tmp_path / "found.jsonl"
        made = d.run("export", str(links), "--urls-only", "--format", "jsonl")
        assert made.returncode == 0, made.stderr
        file = links / "data/train-00000-of-00001.jsonl.gz"
        rows = [json.loads(line) for line in gzip.decompress(file.read_bytes()).decode().splitlines()]
        rows[0]["body_sha256"] = "0" * 64
        rows[1]["url"] += "tidak-pernah-ada/"
        listed = tmp_path / "links.jsonl"
        listed.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")

        ended = d.run("rehydrate", str(listed), "--out", str(found), "--allow-private", "-s", "DOWNLOAD_DELAY=0")
        told = [json.loads(line) for line in ended.stdout.splitlines()]
        assert [one["id"] for one in told] == [row["id"] for row in rows]
        assert [one["status"] for one in told] == ["changed", "gone", *["same"] * (len(rows) - 2)], ended.stderr
        assert ended.returncode == 1
        assert len(found.read_text(encoding="utf-8").splitlines()) == len(rows) - 1
        assert d.run("rehydrate", str(found)).returncode == 1  # texts, not hashes
