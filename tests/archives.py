"""WARC archives of generated pages, and `kalbarcrawl extract` over them in processes of its own."""

import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from kalbarcrawl.capture import Capture
from tests.forks import ROOT
from tests.newsroom.article import Article, wib
from tests.newsroom.pages import article_page
from tests.newsroom.site import Site

HOST = "https://warta.example"
NOTED = """
import atexit, sys
from pathlib import Path
atexit.register(lambda: Path(sys.argv.pop()).write_text(Path("/proc/self/status").read_text()))
from kalbarcrawl.cli import main
main(sys.argv[1:-1], prog_name="kalbarcrawl")
"""
"""A command that notes what it took: what wait4 says of memory counts the parent's too, from before exec."""


@dataclass(frozen=True)
class Used:
    """A command that has ended: how, what it said, and the most memory it held."""

    status: int
    stderr: str
    megabytes: float


def keep(capture: Capture, url: str, body: bytes, *headers: tuple[str, str]) -> int:
    """Append a page to an archive, as a crawl does; where it lies."""
    request = ("GET / HTTP/1.1", [("Host", url.split("/")[2])])
    response = ("HTTP/1.1 200 OK", [("Content-Type", "text/html; charset=UTF-8"), *headers], body)
    return capture.keep(url, wib("2025-06-06 08:00"), request, response)


def pages_of(stories: tuple[Article, ...]) -> Iterator[tuple[str, bytes]]:
    """Address and page of each story."""
    site = Site(HOST, stories)
    for story in stories:
        yield site.address(story), article_page(site, story).encode()


def extracting(*arguments: str | Path, errors: Path) -> subprocess.Popen[bytes]:
    """`kalbarcrawl extract ARGUMENTS`, begun."""
    command = [sys.executable, "-m", "kalbarcrawl", "extract", *map(str, arguments)]
    with errors.open("wb") as log:
        return subprocess.Popen(command, stderr=log, stdout=subprocess.DEVNULL, cwd=ROOT)


def extracted(*arguments: str | Path, errors: Path) -> Used:
    """`kalbarcrawl extract ARGUMENTS`, run to its end."""
    status = errors.with_suffix(".status")
    command = [sys.executable, "-c", NOTED, "extract", *map(str, arguments), str(status)]
    done = subprocess.run(command, capture_output=True, text=True, cwd=ROOT, timeout=300)
    [most] = [line for line in status.read_text().splitlines() if line.startswith("VmHWM:")]
    return Used(done.returncode, done.stderr, int(most.split()[1]) / 1024)
