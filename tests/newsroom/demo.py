"""`make demo`: the real crawl of the newsroom that ships with the project, into data/demo."""

import json
import os
import shutil
import subprocess
import sys
import time
from pathlib import Path

from tests.newsroom.newsroom import Newsroom

ROOT = Path(__file__).parents[2]
DEMO = ROOT / "data" / "demo"
MARK = DEMO / ".made-by-make-demo"
"""Says that the folder is this demo's own, to be emptied."""
PUBLISHER = '''"""Warta Contoh, a fictional newsroom served on this machine by tests/newsroom."""

from kalbarcrawl.publisher import Publisher
from kalbarcrawl.sources import Feed, Sitemap

publisher = Publisher(
    name="warta_contoh",
    title="Warta Contoh",
    home="{home}",
    region="Kabupaten Contoh",
    evidence="written with the newsroom in tests/newsroom",
    datelines=("Warta Contoh",),
    sources=(Feed("/feed/"), Sitemap("/sitemap_index.xml", reach="latest")),
)
'''


def main() -> int:
    """Serve, crawl and show; the crawl's exit status."""
    if DEMO.exists() and any(DEMO.iterdir()) and not MARK.exists():
        print(f"{DEMO} was not made by this demo: move it away first", file=sys.stderr)
        return 2
    shutil.rmtree(DEMO, ignore_errors=True)
    publishers = DEMO / "publishers"
    publishers.mkdir(parents=True)
    MARK.touch()
    with Newsroom() as newsroom:
        (publishers / "warta_contoh.py").write_text(PUBLISHER.format(home=newsroom.url), encoding="utf-8")
        command = ["crawl", "warta_contoh", "--allow-private", "--delay", "0"]
        print(f"Warta Contoh is served at {newsroom.url}/\n$ kalbarcrawl {' '.join(command)}", flush=True)
        names = {"KALBARCRAWL_PUBLISHERS": str(publishers), "KALBARCRAWL_DATA": str(DEMO), "KALBARCRAWL_STORE": ""}
        contact = {"KALBARCRAWL_CONTACT": os.environ.get("KALBARCRAWL_CONTACT") or newsroom.url}
        began = time.monotonic()
        code = "from kalbarcrawl.cli import main; main()"
        ended = subprocess.run([sys.executable, "-c", code, *command], env=os.environ | names | contact, check=False)
        took = time.monotonic() - began
    return ended.returncode or show(took)


def show(took: float) -> int:
    """Print where the articles are, and the first of them; 1 where there is none."""
    files = sorted((DEMO / "articles" / "warta_contoh").glob("*.jsonl"))
    if not files:
        print("the crawl found no article", file=sys.stderr)
        return 1
    lines = files[0].read_text(encoding="utf-8").splitlines()
    print(f"\n{len(lines)} articles in {took:.1f} s: {files[0].relative_to(ROOT)}\nThe first:\n")
    print(json.dumps(json.loads(lines[0]), ensure_ascii=False, indent=2))
    program, data = (Path(os.path.relpath(path)) for path in (Path(sys.executable).parent / "kalbarcrawl", DEMO))
    print(f"\nLook closer: {program} status warta_contoh --data {data}")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
