"""Saved pages as Pages: HTML files, lists of them, and WARC archives."""

from __future__ import annotations

import json
import zlib
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING, Any, BinaryIO

from kalbarcrawl.page import MAX_BYTES, Page, unpacked

if TYPE_CHECKING:
    from fastwarc.warc import WarcRecord

OK = 200
LARGEST_RECORD = 4 * MAX_BYTES
"""A record beyond this is no article's page."""
WARC_SUFFIXES = (".warc", ".warc.gz")
CUT = "it ends in the midst of a record"
AT_ONCE = 1 << 16
"""Bytes read, or unpacked, in one go where only their end is looked for."""
HTML_TYPES = ("text/html", "application/xhtml+xml")


def is_warc(path: Path) -> bool:
    """Whether a file's name says it is a WARC archive."""
    return path.name.endswith(WARC_SUFFIXES)


def saved_page(
    path: Path, *, url: str | None = None, encoding: str | None = None, fetched_at: str | None = None
) -> Page:
    """The Page in a saved HTML file, gzipped or not.

    Without `url` it is the address the page calls its own; without `fetched_at` the file's time of change.
    Raises OSError when the file cannot be read, ValueError when it is too large, damaged, or no address is known.
    """
    body = unpacked(path.read_bytes())
    if len(body) > MAX_BYTES:
        raise ValueError(f"more than {MAX_BYTES} bytes")
    when = datetime.fromisoformat(fetched_at) if fetched_at else datetime.fromtimestamp(path.stat().st_mtime, UTC)
    page = Page(
        url=url or "",
        body=body,
        fetched_at=when if when.tzinfo else when.replace(tzinfo=UTC),
        content_type=f"text/html; charset={encoding}" if encoding else "",
    )
    if url:
        return page
    if page.canonical_url is None:
        raise ValueError("the page does not say its address; give it with --url")
    return Page(page.canonical_url, page.body, page.fetched_at, page.content_type)


def listed_pages(path: Path) -> Iterator[tuple[str, dict[str, Any]]]:
    """The rows of a list of saved pages: (place in the list, row) with `file` made relative to the list.

    A row has `file` and `url`, and may have `enc` (charset) and `fetched_at` (ISO 8601).
    Raises ValueError with the line's number for a line that is no such row.
    """
    with path.open(encoding="utf-8") as lines:
        for number, line in enumerate(lines, 1):
            if not line.strip():
                continue
            try:
                row = json.loads(line)
                row["file"] = path.parent / row["file"]
            except (ValueError, TypeError, KeyError) as error:
                raise ValueError(f"{path}:{number}: not a row with `file`: {error}") from error
            yield f"{path}:{number}", row


def warc_pages(path: Path, *, wanted: Callable[[str], bool] | None = None) -> Iterator[tuple[Page, int]]:
    """The HTML pages among the responses of a WARC archive, in file order, each with the byte it begins at.

    Of pages whose host is not `wanted` nothing is parsed, not even the answer's headers.

    Raises OSError when the file cannot be read, ValueError when it is no WARC archive, is damaged behind what was
    already given, or ends in the midst of a record.
    """
    from fastwarc.warc import ArchiveIterator, WarcRecordType

    records = last = 0
    changed = datetime.fromtimestamp(path.stat().st_mtime, UTC)
    with path.open("rb") as stream:
        try:
            for record in ArchiveIterator(stream, parse_http=False):
                records += 1
                last = record.stream_pos
                if record.record_type != WarcRecordType.response or (wanted and not wanted(host(_address(record)))):
                    continue
                page = _page_of(record, otherwise=changed)
                if page is not None:
                    yield page, last
        except OSError as error:
            raise ValueError(f"damaged WARC archive, or none, after {records} records: {error}") from error
        if not records:
            raise ValueError("not a WARC archive: no record in it")
        # FastWARC takes an end in the midst of a packed record for the end.
        if path.suffix == ".gz" and _is_cut(stream, last):
            raise ValueError(f"{CUT} after {records - 1} whole ones: its writing or copying was cut off")


def _is_cut(stream: BinaryIO, begins: int) -> bool:
    """Whether a packed file ends in the midst of the gzip member that begins there, or of one behind it."""
    stream.seek(begins)
    unpacker = zlib.decompressobj(16 + zlib.MAX_WBITS)
    while data := unpacker.unused_data or stream.read(AT_ONCE):
        if unpacker.eof:
            unpacker = zlib.decompressobj(16 + zlib.MAX_WBITS)
        while data and not unpacker.eof:
            unpacker.decompress(data, AT_ONCE)
            data = unpacker.unconsumed_tail
    return not unpacker.eof


def _page_of(record: WarcRecord, *, otherwise: datetime) -> Page | None:
    """A response's Page; None for other content types and answers other than 200."""
    large = record.content_length > LARGEST_RECORD
    block = b"" if large else record.reader.read()
    held = record.reader.consume() if large else len(block)
    if held < record.content_length:
        raise ValueError(f"{CUT}: {held} bytes of {record.content_length}")
    if large:
        return None
    record.set_bytes_content(block)
    record.parse_http(auto_decode="none")
    if not record.is_http_parsed:
        return None
    content_type = record.http_headers.get("Content-Type") or ""
    if record.http_headers.status_code != OK or not content_type.lower().startswith(HTML_TYPES):
        return None
    return Page(
        url=_address(record),
        body=_body(record, block),
        fetched_at=record.record_date or otherwise,
        content_type=content_type,
    )


def _body(record: WarcRecord, block: bytes) -> bytes:
    """An answer's body, unpacked; as it lies there where its headers lie about how it was packed."""
    names = record.http_headers
    if not (names.get("Content-Encoding") or names.get("Transfer-Encoding")):
        return record.reader.read(MAX_BYTES)
    from fastwarc.warc import ArchiveIterator

    # The record once more, on its own: what cannot be unpacked must not end the archive it stands in.
    head = f"WARC/1.1\r\nWARC-Type: response\r\nContent-Type: application/http\r\nContent-Length: {len(block)}\r\n\r\n"
    try:
        again = next(ArchiveIterator(BytesIO(head.encode() + block + b"\r\n\r\n"), auto_decode="all"))
        plain = again.reader.read(MAX_BYTES)
    except (OSError, ValueError):
        plain = b""
    if plain:
        return plain
    # Archives of others keep the headers of a packed answer beside the body they unpacked.
    body = block.partition(b"\r\n\r\n")[2][:MAX_BYTES]
    try:
        return unpacked(body)
    except ValueError:
        return body


def _address(record: WarcRecord) -> str:
    return (record.headers.get("WARC-Target-URI") or "").strip("<>")


def host(url: str) -> str:
    """An address' host in lower case, by the cheapest means: asked of every record of an archive."""
    return url.partition("://")[2].partition("/")[0].rpartition("@")[2].partition(":")[0].lower()
