"""What changed from one revision to the next."""

from dataclasses import replace

import pytest

from kalbarcrawl.browse.changes import difference
from tests.dataset_stories import original

FIRST = replace(original(1), body="Satu dua tiga empat lima.\n\nEnam tujuh.\n\nDelapan sembilan.", authors=["Rina"])


@pytest.mark.parametrize(
    ("body", "kinds", "told"),
    [
        ("Satu dua tiga empat lima.\n\nEnam tujuh.\n\nDelapan sembilan.", ["same"], "nothing that is read"),
        (
            "Satu dua tiga empat enam.\n\nEnam tujuh.\n\nDelapan sembilan.",
            ["rewritten", "same"],
            "1 paragraph rewritten",
        ),
        ("Satu dua tiga empat lima.\n\nDelapan sembilan.", ["same", "removed", "same"], "1 paragraph removed"),
        (f"{FIRST.body}\n\nBaru.\n\nLagi.", ["same", "added", "added"], "2 paragraphs added"),
        (
            "Lain sama sekali isinya.\n\nEnam tujuh.\n\nDelapan sembilan.\n\nBaru.",
            ["removed", "added", "same", "added"],
            "2 paragraphs added, 1 removed",
        ),
    ],
)
def test_paragraphs(body: str, kinds: list[str], told: str) -> None:
    found = difference(FIRST, replace(FIRST, body=body))
    assert [change.kind for change in found.body] == kinds
    assert found.told == told
    older = [_text(change.pieces, without="added", whole=change.kind == "rewritten") for change in found.body]
    newer = [_text(change.pieces, without="removed", whole=change.kind == "rewritten") for change in found.body]
    assert "\n\n".join(filter(None, older)) == FIRST.body
    assert "\n\n".join(filter(None, newer)) == body


def _text(pieces: tuple[tuple[str, str], ...], *, without: str, whole: bool) -> str:
    """The paragraphs of a change as one of the two revisions had them."""
    return ("" if whole else "\n\n").join(text for kind, text in pieces if kind != without)


def test_words_within_a_paragraph() -> None:
    changed = replace(FIRST, body=FIRST.body.replace("empat", "enam belas"))
    [change, _] = difference(FIRST, changed).body
    assert change.pieces == (
        ("same", "Satu dua tiga"),
        ("removed", " empat"),
        ("added", " enam belas"),
        ("same", " lima."),
    )


def test_title_and_other_fields() -> None:
    found = difference(FIRST, replace(FIRST, title="Judul lain", authors=["Rina", "Budi"], section=None))
    assert found.title.pieces == (("removed", FIRST.title), ("added", "Judul lain"))
    assert ("authors", "Rina", "Rina; Budi") in found.fields
    assert found.told.startswith("title, authors")


def test_a_paragraph_too_long_to_compare_word_by_word_is_shown_whole() -> None:
    long = replace(FIRST, body="kata " * 3000 + "satu")
    found = difference(long, replace(long, body="kata " * 3000 + "dua"))
    assert [change.kind for change in found.body] == ["removed", "added"]


def test_thousands_of_lines_that_are_alike_are_compared_at_once() -> None:
    """Compared each with each they would take minutes."""
    older = "\n\n".join(["Sama saja."] * 4_000)
    newer = older.replace("Sama saja.", "Berbeda sekali.", 1)
    found = difference(replace(FIRST, body=older), replace(FIRST, body=newer)).body
    assert [change.kind for change in found[:2]] == ["removed", "added"]
    assert {change.kind for change in found[2:]} == {"same"}
