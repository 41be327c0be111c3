"""How moments and numbers read on the project's own pages."""

from __future__ import annotations

import pytest

from kalbarcrawl.look.writing import moment, number, web


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("2024-02-05T08:30:00+07:00", "5 Feb 2024, 08:30 WIB"),
        ("2024-02-05T08:30:00+00:00", "5 Feb 2024, 08:30 UTC"),
        ("2024-02-05T08:30:00+05:30", "5 Feb 2024, 08:30 +05:30"),
        ("2024-02-05T08:30:00.250000-03:00", "5 Feb 2024, 08:30 -03:00"),
        ("2024-02-05T08:30:00", "5 Feb 2024, 08:30"),
        ("2024-02-05", "5 Feb 2024"),
        (None, "–"),
    ],
)
def test_a_moment_reads_on_its_own_clock(value: str | None, expected: str) -> None:
    assert moment(value) == expected


def test_numbers_and_links() -> None:
    assert (number(1234567), number(0.256, 2), number(None)) == ("1,234,567", "0.26", "–")
    assert web("javascript:alert(1)") is None
    assert web("https://contoh.example/a") == "https://contoh.example/a"
