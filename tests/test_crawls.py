"""The crawls that tests run: their processes begin with everything imported."""

import json
import sys
from pathlib import Path

from tests.crawls import desk
from tests.forks import kalbarcrawl

NEITHER = ("encodings.", "twisted.internet.reactor")
"""Python's codecs, and what each process chooses for itself."""


def noting_imports(arguments: tuple[str, ...]) -> None:
    """A command that says which modules it has imported, without those that are its own to import."""
    from tests.preloaded import THEIR_OWN

    before = set(sys.modules)
    try:
        kalbarcrawl(arguments)
    finally:
        imported = set(sys.modules) - before
        print(json.dumps(sorted(name for name in imported if not name.startswith((*THEIR_OWN, *NEITHER)))))


def test_a_crawl_imports_no_library_anew(tmp_path: Path) -> None:
    with desk(tmp_path) as d:
        ended = d.start(*d.crawling(), program=noting_imports).wait()
    assert ended.returncode == 0, ended.stderr
    assert json.loads(ended.stdout.splitlines()[-1]) == []
