"""The floor under the generic rules: what they reach on the 200 saved pages may not fall."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
GOLD = ROOT.parent / "shared" / "corpus" / "news" / "gold.jsonl"


@pytest.mark.skipif(not GOLD.exists(), reason="the saved pages belong to their publishers and are kept apart")
def test_no_score_falls() -> None:
    command = [sys.executable, "bench/extraction.py", "--check", "bench/extraction_floor.json"]
    result = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert result.returncode == 0, result.stdout + result.stderr
