"""The WARC writer: what was asked and what was answered, record by record, each on disk before the next."""

from __future__ import annotations

import gzip
import io
from collections.abc import Iterable
from datetime import datetime
from pathlib import Path
from uuid import uuid4

from fastwarc.warc import WarcRecord, WarcRecordType

Headers = Iterable[tuple[str, str]]
HOP_BY_HOP = frozenset({"transfer-encoding", "content-length", "connection", "keep-alive"})
"""Headers of the transport: an archived body is whole, and its length its own."""


class Capture:
    """One `.warc.gz`, begun by the first exchange; a kill costs at most the record being written."""

    def __init__(self, path: Path, software: str) -> None:
        self.path = path
        self.software = software

    def keep(
        self, url: str, moment: datetime, request: tuple[str, Headers], response: tuple[str, Headers, bytes]
    ) -> int:
        """Append an exchange; where in the file its response begins.

        `request` and `response` are a first line, headers and, for the response, the body as it came.
        """
        if not self.path.exists():
            self.path.parent.mkdir(parents=True, exist_ok=True)
            fields = f"software: {self.software}\r\nformat: WARC File Format 1.1\r\n".encode()
            self._append(_record(WarcRecordType.warcinfo, fields, moment, "application/warc-fields", str(uuid4())))
        answer, question = str(uuid4()), str(uuid4())
        line, headers, body = response
        kept = [(name, value) for name, value in headers if name.lower() not in HOP_BY_HOP]
        block = _head(line, [*kept, ("Content-Length", str(len(body)))]) + body
        http = "application/http; msgtype="
        offset = self._append(_record(WarcRecordType.response, block, moment, f"{http}response", answer, url))
        asked = _record(WarcRecordType.request, _head(*request), moment, f"{http}request", question, url, answer)
        self._append(asked)
        return offset

    def _append(self, record: WarcRecord) -> int:
        plain = io.BytesIO()
        record.write(plain, checksum_data=True)
        with self.path.open("ab") as file:
            offset = file.tell()
            # One write for one gzip member: what a kill leaves is whole up to the member before.
            file.write(gzip.compress(plain.getvalue(), 6))
        return offset


def _head(line: str, headers: Headers) -> bytes:
    lines = [line, *(f"{name}: {value}" for name, value in headers)]
    return "\r\n".join(lines).encode("latin-1", "replace") + b"\r\n\r\n"


def _record(
    kind: WarcRecordType,
    block: bytes,
    moment: datetime,
    content_type: str,
    name: str,
    url: str | None = None,
    answers: str | None = None,
) -> WarcRecord:
    record = WarcRecord()
    record.init_headers(content_length=len(block), record_type=kind, record_urn=name.encode())
    record.headers["WARC-Date"] = moment.strftime("%Y-%m-%dT%H:%M:%S.%fZ")
    record.headers["Content-Type"] = content_type
    if url:
        record.headers["WARC-Target-URI"] = url
    if answers:
        record.headers["WARC-Concurrent-To"] = f"<urn:uuid:{answers}>"
    record.set_bytes_content(block)
    return record
