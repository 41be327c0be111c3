"""`kalbarcrawl clean`: a text file or standard input, cleaned."""

from __future__ import annotations

import json
from pathlib import Path

from click.testing import CliRunner

from kalbarcrawl.cli.clean import command

from .test_text import SEED_SHAPE


def test_a_file_comes_out_clean(tmp_path: Path) -> None:
    file = tmp_path / "story.txt"
    file.write_text(SEED_SHAPE, encoding="utf-8")
    result = CliRunner().invoke(command, [str(file)])
    assert result.exit_code == 0
    lines = result.output.splitlines()
    assert lines[0].startswith("Penjabat Kepala Dinas")
    assert lines[-1].endswith("tutur Rina.")
    assert len(lines) == 5


def test_standard_input_as_json() -> None:
    result = CliRunner().invoke(command, ["--json", "--name", "KalbarOnline"], input=SEED_SHAPE)
    assert result.exit_code == 0
    shown = json.loads(result.output)
    assert shown["dateline"] == {"place": "Pontianak", "outlet": "KalbarOnline", "raw": "KalbarOnline, Pontianak –"}
    assert shown["dropped"] == [["Comment", "comment"]]
    assert shown["initials"] == "Jau"


def test_the_title_is_dropped_where_it_is_given() -> None:
    result = CliRunner().invoke(
        command, ["--title", "Jembatan Baru"], input="Jembatan baru\nJembatan itu dibuka Senin.\n"
    )
    assert result.output == "Jembatan itu dibuka Senin.\n"


def test_what_is_no_text_in_utf_8_is_said(tmp_path: Path) -> None:
    file = tmp_path / "story.txt"
    for encoding in ("utf-16", "cp1252"):
        file.write_bytes(f"“{SEED_SHAPE}”".encode(encoding, errors="replace"))
        result = CliRunner().invoke(command, [str(file)])
        assert (result.exit_code, "no text in UTF-8" in result.output) == (2, True)
