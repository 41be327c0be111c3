"""Initials: the reporter's mark behind a story's last full stop ("(Jau)", "(*/amd)", "pur/R-1")."""

from __future__ import annotations

import re

from kalbarcrawl.text.newsrooms import agency_of, is_newsroom
from kalbarcrawl.text.outlets import is_office
from kalbarcrawl.text.places import is_place

# Only the end of a line is looked at, so that a long line costs no more than a short one.
_REACH = 80
# "(Jau)", "(fyk/ash)", "(*/amd)", "(OL-3)", "(MC. Isen Mulang/nur/nd)". A mark before a full stop ("(BNN).") belongs
# to its sentence, and so does one with no sentence-final punctuation before it.
_MARK = re.compile(
    r"(?P<mark>[(\[]\s*(?:\*+|#+|[*\w][\w*/.,:&+ –\-]{0,58})\s*[)\]]\.?"
    r"|(?<=\s)(?:[a-z]{2,6}/[A-Za-z]{1,5}(?:-\d{1,2})?\.?|/[a-z]{2,5}|[A-Z]{1,4}\d{0,3}/[A-Z]{1,4}\d{0,3}))$"
)
# "... pasar itu. sam", "... dan maju. BENING": behind a whole word's full stop, and no word of a sentence's.
_BARE = re.compile(r"[a-z]{2,4}|@[a-z]{3,12}|[A-Z]{2,10}|[A-Z]{1,4}-?\d{2,4}")
# "*MT.011*", "LTM02", "*Bening-04": a writer's number
_CODE = re.compile(r"\*?[A-Z]{2,4}[.-]?\d{2,4}\*?|\*[A-Z][a-z]+-\d{1,3}")
# "... tutupnya. Humas Polres Sambas"
_OFFICE = re.compile(r"(?<=[.!?\"”] )(?i:(?:tim )?humas|prokopim|diskominfo)(?: [A-Z]\w*){0,3}$")
_LONGEST_CODE = 12
_BEHIND = re.compile(r"(?:[a-z]{3}[.!?]|[.!?][\"”]) $")
# "... depan. – TVS": a broadcaster's, an agency's or an office's letters
_LETTERS = re.compile(r"[A-Z]{3,4}")
_QUOTES, _SHORTEST_SOURCE = "\"“”‘'", 4
_SLASHED = 20  # "pur/R-1"
_ENDS = frozenset('.!?"”')
_AFTER = re.compile(r"[.!?…\"”“’'*)\]€]\s*$")
# "... rain. — The Borneo Post": Malaysia's papers name the source so.
_SOURCE = re.compile(r"(?<=[.!?\"”])\s*[—–]\s?(?P<name>(?:The )?[A-Z][\w.]*(?: [A-Z][\w.]*){0,3})$")
# "katanya.Editor: Ade Marboen": a credit glued to the last sentence.
# "... gram.- Bernama", "... lagi. -http://beritabening.com".
_GLUED_SOURCE = re.compile(
    r"(?<=[.!?\"”])\s*-\s?(?P<name>(?:The )?[A-Z][\w.]*(?: [A-Z][\w.]*){0,3}|https?://\S{4,60})$"
)
_CREDIT = re.compile(
    r"(?<=[.!?\"”])\s*(?P<mark>(?:Editor|Pewarta|Penulis|Reporter|Redaktur|Wartawan)\s?:"
    r"\s?[A-Z][\w.'’-]*(?: [A-Z][\w.'’-]*){0,4})$"
)
# "... respons. (Reporter: Ani / Editor: Budi)"
_BRACKETED_CREDIT = re.compile(
    r"(?P<mark>[(\[](?:Editor|Pewarta|Penulis|Reporter|Redaktur|Wartawan|Sumber)\s?:[^()\[\]]{2,60}[)\]]\.?)$"
)
# "tahun lalu (tim)": these need no full stop before them.
_DESKS = frozenset({"tim", "red", "redaksi", "tim liputan", "tim redaksi", "*"})
_SMALL_WORDS = frozenset(
    "dan di ke dari atau yang itu ini pun ia kami kita dia juga tak bila jika saat lagi ada akan bisa oleh pada"
    " WIB WITA WIT RI AS PT TV SH MH SE MM".split()
)
# "(mc kobar)", "(hms polres)": an office and where
_OFFICES = frozenset("mc mmc hms humas kominfo diskominfo prokopim adv rls rel".split())
_NOT_INITIALS = frozenset("laughs laughter applause smiles ist istimewa ilustrasi".split())


def cut_initials(line: str) -> tuple[str, str]:
    """`line` without the mark at its very end, and the mark ("" where there is none): ("... katanya.", "(Jau)").

    Of several marks in a row all go and the first with a letter is given.
    """
    end, mark = len(line), ""
    while end and (found := _mark_before(line, end)):
        end, text = found
        if not mark or any(map(str.isalpha, text)):
            mark = text
        while end and line[end - 1].isspace():
            end -= 1
    return line[:end], mark


def _may_be_glued(tail: str) -> bool:
    """Whether the last hyphen follows a sentence: most join the halves of a word ("anak-anak")."""
    return "://" in tail or tail[: tail.rfind("-")].rstrip()[-1:] in _ENDS


def _mark_before(line: str, end: int) -> tuple[int, str] | None:
    """Where the mark at the end of `line[:end]` begins, and the mark."""
    start = max(0, end - _REACH)
    tail = line[start:end]
    last = tail[-1]
    if last == "]" and tail.endswith("[]"):
        return (start + len(tail) - 2, "[]") if _AFTER.search(tail[:-2]) else None
    if last in "*#":
        before = tail.rstrip("*# ")
        if _is_bare_mark(code := before[before.rfind(" ") + 1 :], before):
            return start + len(before) - len(code), tail[len(before) - len(code) :].strip()
        return (start + len(before), tail[len(before) :].strip()) if _AFTER.search(before) else None
    if last in ")]" or tail.endswith(").") or ("/" in tail and "/" in tail[-14:]):
        opened = max(tail.rfind("("), tail.rfind("["), 0) if last in ")]." else max(0, len(tail) - _SLASHED)
        found = (_BRACKETED_CREDIT.search(tail) if ":" in tail else None) or _MARK.search(tail, opened)
    elif "—" in tail or "–" in tail:
        source = _SOURCE.search(tail)
        if source and _is_source(source["name"], line):
            return start + source.start(), source[0].strip()
        return None
    elif "-" in tail and _may_be_glued(tail) and (source := _GLUED_SOURCE.search(tail)):
        known = "://" in source["name"] or agency_of(source["name"]) or _LETTERS.fullmatch(source["name"])
        return (start + source.start(), source[0].strip()) if known else None
    elif last.isalnum() and (bare := _bare(tail)):
        return end - len(bare), bare
    else:
        found = _CREDIT.search(tail) if ":" in tail else None
    if not found or not (found.re is not _MARK or is_mark(found["mark"])):
        return None
    before = tail[: found.start("mark")].rstrip()
    if found["mark"].strip("()[]. ").casefold() in _DESKS:
        return (start + found.start("mark"), found["mark"]) if before else None
    if not _AFTER.search(before) or (before.endswith(")") and not before.endswith((".)", "”)", '")'))):
        return None
    return start + found.start("mark"), found["mark"]


def _is_source(name: str, line: str) -> bool:
    """Whether a name behind a dash is an agency's or a newsroom's; behind a quotation it may be whose words it is."""
    if agency_of(name) or is_newsroom(name):
        return True
    if line[0] in _QUOTES:
        return False
    return _LETTERS.fullmatch(name) is not None or ((name.isupper() or name.isalpha()) and len(name) > _SHORTEST_SOURCE)


def _bare(tail: str) -> str:
    """The mark without brackets that a text ends with; "" where there is none."""
    word = tail[tail.rfind(" ") + 1 :]
    if _is_bare_mark(word, tail):
        return word
    office = _OFFICE.search(tail) if ". " in tail and word[0].isupper() else None
    return office[0] if office else ""


def _is_bare_mark(word: str, tail: str) -> bool:
    if not _BARE.fullmatch(word) or word in _SMALL_WORDS or is_office(word.casefold()):
        return False
    return _BEHIND.search(tail[: len(tail) - len(word)][-6:]) is not None


def is_mark(text: str) -> bool:
    """Whether a bracket's (or a bare) text is a mark of people: initials, a code, names parted by "/", an end mark."""
    inner = text.strip("()[]. ")
    if not inner.strip("*#-123456789"):
        return True
    if "/" in inner or "*" in inner:
        return not inner.strip("*_/ ") or any(map(str.isalpha, inner))
    name, comma, desk = inner.rpartition(",")
    if comma and desk.strip().casefold() in _DESKS:
        inner = name.strip()  # "Wawan, red"
    name, dash, place = inner.partition(" - ")
    if dash and is_place(place):
        inner = name  # "Ridwan - Sambas"
    words = [word for word in inner.split() if word != "&"]
    if inner.casefold() in _DESKS:
        return True
    return (
        any(map(str.isalpha, inner))
        and len(words) <= 3
        and ":" not in inner
        and len(inner) <= 14 + 8 * (len(words) - 1)
        and inner.casefold() not in _NOT_INITIALS
        and (len(words) == 1 or words[0].casefold() in _OFFICES or all(word[0].isupper() for word in words))
    )


def is_plain(mark: str) -> bool:
    """Whether a mark can be nothing but initials, even amid a text: "(isa)", "(ald/yit)"."""
    inner = mark.strip("()[]. ")
    return "/" in inner or (2 <= len(inner) <= 5 and inner.islower() and inner.isalpha())


def stands_alone(line: str) -> bool:
    """Whether a whole line is such a mark: "(T.T011/Y008)", "(FHM)", "***1***"."""
    if len(line) < _LONGEST_CODE and _CODE.fullmatch(line):
        return True
    if len(line) > _REACH or line[:1] not in "([*-–—":
        return False
    if line[0] in "-–—" and agency_of(line):
        return True  # "— Bernama"
    if line[0] == "[" and line[-1] == "]" and "/" in line and " " not in line:
        return is_mark(line)
    return (line[-1] == ")" and line[0] == "(" and is_mark(line)) or bool(
        re.fullmatch(r"\*{2,}\w?\*{2,}|\*{2,5}|-{2,}\w*-{0,}|\(\*+\)", line)
    )
