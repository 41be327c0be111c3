"""Initials: the reporter's mark behind a story's last full stop ("(Jau)", "(*/amd)", "pur/R-1")."""

from __future__ import annotations

import re

# Only the end of a line is looked at, so that a long line costs no more than a short one.
_REACH = 80
# "(Jau)", "(fyk/ash)", "(*/amd)", "(OL-3)", "(MC. Isen Mulang/nur/nd)". A mark before a full stop ("(BNN).") belongs
# to its sentence, and so does one with no sentence-final punctuation before it.
_MARK = re.compile(
    r"(?P<mark>[(\[]\s*(?P<inner>\*+|[*\w][\w*/.,&+ \-]{0,58})\s*[)\]]\.?|\*{1,5}(?:\d\*{1,5})?|#{1,3}|(?<=\s)(?P<bare>[a-z]{2,6}/[A-Za-z]{1,5}(?:-\d{1,2})?))$"
)
_AFTER = re.compile(r"[.!?…\"”“’'*)\]€]\s*$")
# "katanya.Editor: Ade Marboen": a credit glued to the last sentence.
_CREDIT = re.compile(
    r"(?<=[.!?\"”])\s*(?P<mark>(?:Editor|Pewarta|Penulis|Reporter|Redaktur|Wartawan)\s?:\s?[A-Z][\w.'’-]*(?: [A-Z][\w.'’-]*){0,4})$"
)
_ALONE = re.compile(r"[(\[]?\s*(?P<inner>\*+(?:\d\*+)?|-\w{2,5}-|[*\w][\w*/.&+\- ]{0,58})\s*[)\]]?\.?")
# "tahun lalu (tim)": these need no full stop before them.
_DESKS = frozenset({"tim", "red", "redaksi", "tim liputan", "tim redaksi", "*"})
_NOT_INITIALS = frozenset("laughs laughter applause smiles ist istimewa ilustrasi".split())  # noqa: SIM905
_SENTENCE_END = re.compile(r"[.!?…\"”’]$")


def cut_initials(line: str) -> tuple[str, str]:
    """`line` without the mark at its very end, and the mark ("" where there is none): ("... katanya.", "(Jau)")."""
    start = max(0, len(line) - _REACH)
    tail = line[start:]
    if tail.endswith((")", "]", "*", "#", ").")) or "/" in tail[-14:]:
        found = _MARK.search(tail)
    else:
        found = _CREDIT.search(tail) if ":" in tail else None
    if not found:
        return line, ""
    before = tail[: found.start("mark")]
    desk = found["mark"].strip("()[]. ").casefold() in _DESKS
    if not (desk or _AFTER.search(before)) or not is_mark(found["mark"]):
        return line, ""
    if found.re is _MARK and not desk and before.rstrip().endswith(")") and not before.rstrip().endswith((".)", "”)", '")')):
        return line, ""
    return line[: start + found.start("mark")].rstrip(), found["mark"]


def is_mark(text: str) -> bool:
    """Whether a bracket's (or a bare) text is a mark of people: initials, a code, names parted by "/", an end mark."""
    inner = text.strip("()[]. ")
    if not inner.strip("*#-123456789"):
        return True
    if "/" in inner or "*" in inner or ":" in inner:
        return any(letter.isalpha() for letter in inner)
    words = inner.split()
    if inner.casefold() in _DESKS:
        return True
    return (
        any(letter.isalpha() for letter in inner)
        and len(words) <= 3
        and len(inner) <= 14 + 8 * (len(words) - 1)
        and inner.casefold() not in _NOT_INITIALS
        and (len(words) == 1 or all(word[0].isupper() for word in words))
    )


def is_plain(mark: str) -> bool:
    """Whether a mark can be nothing but initials, even amid a text: "(isa)", "(ald/yit)"."""
    inner = mark.strip("()[]. ")
    return "/" in inner or (2 <= len(inner) <= 5 and inner.islower() and inner.isalpha())


def stands_alone(line: str) -> bool:
    """Whether a whole line is such a mark: "(T.T011/Y008)", "(FHM)", "***1***"."""
    if len(line) > _REACH or line[:1] not in "([*-":
        return False
    return (line[-1] == ")" and line[0] == "(" and is_mark(line)) or bool(re.fullmatch(r"\*{2,}\w?\*{2,}|\*{2,5}|-{2,}\w*-{0,}|\(\*+\)", line))
