"""Archives of any size and any damage: memory stays where it is, and what is whole is read."""

import gzip
import json
import os
import signal
import subprocess
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from kalbarcrawl.capture import Capture
from kalbarcrawl.page import MAX_BYTES
from tests.archives import HOST, extracted, extracting, keep, pages_of
from tests.forks import Ended, begin, kalbarcrawl
from tests.newsroom.generated import generated

FLAT = 1.25
"""Times the memory that a tenth of the records took."""
MOST = 800
"""Megabytes for one page of the largest size: its tree takes far more than its bytes."""
SHORT = """<html lang="id"><head><title>Kabar {n}</title></head><body><article><h1>Kabar {n} dari Desa Umpama</h1>
<p>Warga Desa Umpama membuka pasar pagi ke-{n} yang sudah lama ditunggu oleh semua keluarga di tepi sungai itu.</p>
<p>Menurut pengurus, {n} pedagang sudah mendaftar dan akan berjualan dengan tertib di tempat yang disediakan.</p>
</article></body></html>"""


def short_pages(path: Path, count: int) -> Path:
    capture = Capture(path, "tests")
    for n in range(100_000, 100_000 + count):  # no number that is an error's
        keep(capture, f"{HOST}/daerah/kabar-{n}/", SHORT.format(n=n).encode())
    return path


def lines(out: Path) -> list[str]:
    [file] = out.glob("*.jsonl")
    return file.read_text(encoding="utf-8").splitlines()


@pytest.mark.integration
def test_ten_times_the_records_take_the_same_memory(tmp_path: Path) -> None:
    taken = []
    for count in (2000, 20_000):
        out = tmp_path / f"out{count}"
        done = extracted(
            short_pages(tmp_path / f"{count}.warc.gz", count), "--all-hosts", "--out", out, errors=tmp_path / "errors"
        )
        assert done.status == 0, done.stderr
        assert len(lines(out)) == count
        taken.append(done.megabytes)
    print(f"{taken[0]:.0f} MB for 2,000 records, {taken[1]:.0f} MB for 20,000")
    assert taken[1] < FLAT * taken[0]


def test_a_page_of_the_largest_size_takes_bounded_memory_and_the_next_is_read(tmp_path: Path) -> None:
    path = tmp_path / "besar.warc.gz"
    capture = Capture(path, "tests")
    stories = list(pages_of(generated(2)))
    filler = b"<p>Warga desa dan kota yang datang dari jauh untuk melihat pasar di tepi sungai.</p>\n"
    huge = (
        b"<html><body><article><h1>Pasar</h1>" + filler * (3 * MAX_BYTES // len(filler)) + b"</article></body></html>"
    )
    (first, one), (last, two) = stories
    keep(capture, first, one)
    keep(capture, f"{HOST}/daerah/besar/", huge)
    keep(capture, f"{HOST}/daerah/lebih-besar/", huge * 2)  # no page at all any more
    keep(capture, last, two)
    done = extracted(path, "--all-hosts", "--out", tmp_path / "out", errors=tmp_path / "errors")
    assert done.status == 0, done.stderr
    urls = [json.loads(line)["url"] for line in lines(tmp_path / "out")]
    assert [url for url in urls if "besar" not in url] == [first, last]
    assert f"{HOST}/daerah/lebih-besar/" not in urls
    print(f"{done.megabytes:.0f} MB for a page of {len(huge) / 1e6:.0f} MB")
    assert done.megabytes < MOST


LENGTHS = {"a gigabyte": 1 << 30, "more than a signed number holds": 1 << 63, "less than nothing": -1}


@pytest.mark.parametrize("length", LENGTHS)
def test_a_record_that_lies_about_its_length(tmp_path: Path, length: str) -> None:
    [(url, page)] = pages_of(generated(1))
    path = tmp_path / "bohong.warc.gz"
    keep(Capture(path, "tests"), url, page)
    lie = (
        f"WARC/1.1\r\nWARC-Type: response\r\nWARC-Target-URI: {HOST}/daerah/bohong/\r\n"
        f"WARC-Date: 2025-06-06T08:00:00Z\r\nContent-Type: application/http; msgtype=response\r\n"
        f"Content-Length: {LENGTHS[length]}\r\n\r\nHTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n<p>Pendek\r\n\r\n"
    )
    with path.open("ab") as file:
        file.write(gzip.compress(lie.encode()))
    done = extracted(path, "--all-hosts", "--out", tmp_path / "out", errors=tmp_path / "errors")
    assert done.status == 1, "what stood behind it may be lost"
    assert "unreadable" in done.stderr
    assert "Traceback" not in done.stderr
    assert [json.loads(line)["url"] for line in lines(tmp_path / "out")] == [url]
    assert done.megabytes < MOST


@pytest.mark.parametrize("packed", [True, False])
def test_a_bomb_is_cut_off(tmp_path: Path, packed: bool) -> None:
    [(url, page)] = pages_of(generated(1))
    path = tmp_path / "bom.warc.gz"
    capture = Capture(path, "tests")
    bomb = b"<p>" + b" " * (200 * 1024 * 1024)
    headers = (("Content-Encoding", "gzip"),) if packed else ()
    keep(capture, f"{HOST}/bom/", gzip.compress(bomb) if packed else bomb, *headers)
    keep(capture, url, page)
    done = extracted(path, "--all-hosts", "--out", tmp_path / "out", errors=tmp_path / "errors")
    assert done.status == 0, done.stderr
    assert [json.loads(line)["url"] for line in lines(tmp_path / "out")] == [url]
    assert done.megabytes < MOST


DAMAGE: dict[str, tuple[Callable[[bytes], bytes], int]] = {
    "cut in the last request": (lambda whole: whole[:-100], 3),
    "cut in the last response": (lambda whole: whole[:-1500], 2),
    "garbage behind": (lambda whole: whole + b"\x00\xffkatakata" * 999, 3),
    "packed garbage behind": (lambda whole: whole + gzip.compress(b"bukan rekaman\r\n\r\n" * 999), 3),
    "zeros behind, as after a power cut": (lambda whole: whole + bytes(65536), 3),
}


@pytest.mark.parametrize("damage", DAMAGE)
def test_what_is_whole_before_the_damage_is_read_and_all_once_it_is_mended(tmp_path: Path, damage: str) -> None:
    path, out = tmp_path / "rusak.warc.gz", tmp_path / "out"
    stories = list(pages_of(generated(3)))
    for url, page in stories:
        keep(Capture(path, "tests"), url, page)
    whole = path.read_bytes()
    hurt, readable = DAMAGE[damage]
    path.write_bytes(hurt(whole))
    command = ("extract", str(path), "--all-hosts", "--out", str(out))

    def extracts() -> Ended:
        return begin(kalbarcrawl, command, tmp_path, os.environ).wait()

    for _ in range(2):
        done = extracts()
        assert done.returncode == 1
        assert "1 unreadable" in done.stderr
        assert "Traceback" not in done.stderr
        assert [json.loads(line)["url"] for line in lines(out)] == [url for url, _ in stories[:readable]]
    path.write_bytes(whole)
    assert "3 ok" in extracts().stderr
    assert len(lines(out)) == len(stories)
    assert "done before" in extracts().stderr


def children(process: int) -> list[int]:
    return [int(pid) for task in Path(f"/proc/{process}/task").glob("*/children") for pid in task.read_text().split()]


def is_alive(process: int) -> bool:
    stat = Path(f"/proc/{process}/stat")
    return stat.exists() and stat.read_text().rpartition(")")[2].split()[0] != "Z"


def begun(folder: Path) -> tuple[subprocess.Popen[bytes], list[int]]:
    """An extraction of four archives by two processes, in the midst of the first."""
    paths = [short_pages(folder / f"{number}.warc.gz", 2000) for number in range(4)]
    parent = extracting(*paths, "--all-hosts", "--processes", "2", "--out", folder / "out", errors=folder / "errors")
    wait(lambda: len(list((folder / "out").glob("*.part"))) == 2)
    return parent, children(parent.pid)


def wait(what: Callable[[], bool]) -> None:
    end = time.monotonic() + 60
    while not what():
        assert time.monotonic() < end, "waited in vain"
        time.sleep(0.02)


@pytest.mark.integration
def test_a_process_of_the_pool_that_is_killed_is_said_and_the_next_run_goes_on(tmp_path: Path) -> None:
    parent, pool = begun(tmp_path)
    wait(lambda: len(list((tmp_path / "out").glob("*.jsonl"))) > 0)
    os.kill(pool[0], signal.SIGKILL)
    assert parent.wait(60) == 1
    said = (tmp_path / "errors").read_text()
    assert "ended suddenly" in said
    assert "Traceback" not in said
    again = extracted(*sorted(tmp_path.glob("*.gz")), "--all-hosts", "--out", tmp_path / "out", errors=tmp_path / "e")
    assert "done before" in again.stderr
    assert [len(file.read_text().splitlines()) for file in (tmp_path / "out").iterdir()] == [2000] * 4


@pytest.mark.integration
def test_the_pool_ends_with_the_one_that_asked(tmp_path: Path) -> None:
    parent, pool = begun(tmp_path)
    assert len(pool) == 2
    parent.kill()
    parent.wait(60)
    wait(lambda: not any(map(is_alive, pool)))
