"""XML as newsrooms serve it, made readable: packed, mislabelled, with dirt before its first element."""

from __future__ import annotations

import re
from codecs import BOM_UTF8, BOM_UTF16_BE, BOM_UTF16_LE

from w3lib.encoding import http_content_type_encoding, resolve_encoding

from kalbarcrawl.page import Page, unpacked

MAX_BYTES = 64 * 1024 * 1024
"""A sitemap may hold 50 MB (https://www.sitemaps.org/protocol.html)."""
DECLARATION = re.compile(r"<\?xml[^>]{0,200}\?>")
DECLARED = re.compile(rb"""<\?xml[^>]{0,100}encoding\s*=\s*["']([\w.:-]{1,40})["']""")
CONTROLS = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")
"""What no XML document may hold."""
ROOT = re.compile(r"<(?:[\w-]+:)?(rss|feed|rdf|channel|urlset|sitemapindex)\b", re.IGNORECASE)
HTML = re.compile(r"<(?:!doctype\s+html|html|head|body)\b", re.IGNORECASE)


def xml_text(page: Page) -> str:
    """The document's text from its first element on, without declaration and forbidden characters.

    Raises ValueError for damaged or too large gzip data.
    """
    text = _decoded(unpacked(page.body, limit=MAX_BYTES), page.content_type)
    text = CONTROLS.sub("", DECLARATION.sub("", text, count=1))
    found = ROOT.search(text)
    page_starts = HTML.search(text, 0, found.start() if found else len(text))
    return text[found.start() :] if found and not page_starts else text


def root_of(text: str) -> str:
    """Lower-case local name of the document's root: "rss", "urlset", ..., "html" for a web page, "" for neither."""
    if found := ROOT.match(text):
        return found[1].lower()
    return "html" if HTML.search(text[:5000]) else ""


def local(tag: object) -> str:
    """A tag's name without namespace or (undeclared) prefix, "" for comments and the like."""
    return tag.rpartition("}")[2].rpartition(":")[2] if isinstance(tag, str) else ""


def _decoded(body: bytes, content_type: str) -> str:
    """Bytes that are valid UTF-8 are UTF-8, whatever header and declaration say; else the first that fits."""
    if body.startswith((BOM_UTF16_LE, BOM_UTF16_BE)):
        return body.decode("utf-16", "replace")
    body = body.lstrip().removeprefix(BOM_UTF8)
    declared = DECLARED.search(body[:500])
    named = (http_content_type_encoding(content_type), declared and resolve_encoding(declared[1].decode("ascii")))
    # What begins with plain letters, and has no byte order mark, is not in two bytes a letter.
    for encoding in ("utf-8", *(name for name in named if name and not name.startswith(("utf-16", "utf-32")))):
        try:
            return body.decode(encoding)
        except (UnicodeError, LookupError):
            continue
    if _is_truncated_utf8(body):
        return body.decode("utf-8", "replace")
    return body.decode("cp1252", "replace")


def _is_truncated_utf8(body: bytes) -> bool:
    try:
        body[:-4].decode("utf-8")
    except UnicodeDecodeError as error:
        return error.start > len(body) - 9
    return True
