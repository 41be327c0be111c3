"""White space and the characters nobody sees: one form of every string before it is read or compared."""

from __future__ import annotations

import re
import unicodedata

# Controls that are no white space, and halves of a UTF-16 pair, of which no encoding makes bytes.
_NO_TEXT = "\\x00-\\x08\\x0e-\\x1b\\x7f-\\x84\\x86-\\x9f\\ud800-\\udfff"
_CONTROLS = re.compile(f"[{_NO_TEXT}]")
# str.split() knows every Unicode space; these are the ones it does not take for spaces: zero-width marks, the
# byte-order mark, the soft hyphen, directional marks and the word joiner.
_INVISIBLE = re.compile(f"[{_NO_TEXT}\u00ad\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff]")
# Of ASCII, where bytes are asked faster than characters.
_PRINTABLE = bytes(range(32, 127))
_QUOTES = "\"“”'‘’"
_NO_LETTERS = bytes(code for code in range(128) if not chr(code).isalnum())
_FIRST_WORD = re.compile(r"[\W_]{0,6}([^\W\d_]+)")
_NOT_WORD = re.compile(r"[\W_]+")


def fold(text: str) -> str:
    """`text` in composed form (NFC) on one line: invisible characters gone, any run of white space one space."""
    # Most lines are clean already, and asking is far cheaper than rewriting: what cannot be seen is not printable, nor
    # is any white space but the space.
    ascii_only = text.isascii()
    printable = not text.encode().translate(None, _PRINTABLE) if ascii_only else text.isprintable()
    if not printable:
        text = _INVISIBLE.sub("", text)
    if not ascii_only:
        text = unicodedata.normalize("NFC", text)
    return text.strip() if printable and "  " not in text else " ".join(text.split())


def without_controls(text: str) -> str:
    """`text` without what is no text: control characters but white space, and halves of a UTF-16 pair.

    A script's "\\u0000" or "\\ud83d" gives them; PostgreSQL takes no NUL, and no file a half.
    """
    return text if _is_printable(text) else _CONTROLS.sub("", text)


def _is_printable(text: str) -> bool:
    """What `str.isprintable` says, sooner."""
    return not text.encode().translate(None, _PRINTABLE) if text.isascii() else text.isprintable()


def sameness(text: str) -> str:
    """`text` as it counts in a comparison of two lines: letters and digits only, case and punctuation ignored."""
    if text.isascii():
        return text.lower().encode().translate(None, _NO_LETTERS).decode()
    return _NOT_WORD.sub("", unicodedata.normalize("NFKC", text).casefold())


def is_same(text: str, key: str) -> bool:
    """Whether a line's `sameness` is `key`; mostly told from its first letter, where nothing can be joined to it."""
    bare = text.lstrip(_QUOTES) if text[0] in _QUOTES else text
    first = bare[:1]
    if first.isalnum() and first.lower() != key[:1] and (bare.isascii() or bare[:2].isascii()):
        return False
    return sameness(text) == key


def first_word(text: str) -> str:
    """The word `text` begins with, in lower case, behind a bullet or a bracket; "" where it begins with none."""
    end = text.find(" ")
    word = text if end < 0 else text[:end]
    if word.isalpha():  # as most are
        return word.casefold()
    found = _FIRST_WORD.match(text)
    return found[1].casefold() if found else ""
