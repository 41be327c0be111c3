"""Numbers as shapes: bars and lines in a square of 100 by 100, which templates draw as SVG of any width."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby

SIDE = 100.0
STEPS = (1, 2, 3, 4, 5, 6, 8, 10)
GAP = 0.2
"""The share of its place that a bar leaves free."""


@dataclass(frozen=True)
class Part:
    """A stretch of a bar: from `y` downwards."""

    kind: str
    y: float
    height: float


@dataclass(frozen=True)
class Bar:
    """One bar, its parts from the bottom up."""

    label: str
    x: float
    width: float
    parts: tuple[Part, ...]


def ceiling(value: float) -> float:
    """The next round number, where a scale ends: one of STEPS with noughts. At least 1."""
    if value <= 1:
        return 1.0
    unit = 10.0 ** math.floor(math.log10(value))
    return next(step * unit for step in STEPS if step * unit >= value - 1e-9)


def bars(columns: Sequence[tuple[str, Mapping[str, float]]], kinds: Sequence[str], top: float) -> tuple[Bar, ...]:
    """Stacked bars side by side: (label, amounts by kind) each, the first of `kinds` lowest, `top` at the edge."""
    step = SIDE / max(len(columns), 1)
    found = []
    for place, (label, amounts) in enumerate(columns):
        parts, height = [], 0.0
        for kind in kinds:
            if amount := amounts.get(kind, 0):
                tall = SIDE * amount / top
                parts.append(Part(kind, _short(SIDE - height - tall), _short(tall)))
                height += tall
        found.append(Bar(label, _short((place + GAP / 2) * step), _short((1 - GAP) * step), tuple(parts)))
    return tuple(found)


def line(values: Sequence[float | None], top: float) -> str:
    """The path of a line through values at equal distances; it breaks off where there is none. "" where there are none.

    A value between two gaps is a dot: the stroke wants round ends.
    """
    last = max(len(values) - 1, 1)
    points = [(_short(SIDE * place / last), value) for place, value in enumerate(values)]
    path = []
    for there, stretch in groupby(points, key=lambda point: point[1] is not None):
        if there:
            steps = [f"{x:g} {_short(SIDE - SIDE * (value or 0) / top):g}" for x, value in stretch]
            path.append(f"M{' L'.join(steps if len(steps) > 1 else steps * 2)}")
    return "".join(path)


def _short(value: float) -> float:
    """Two digits are a fraction of a pixel, and keep pages small."""
    return round(value, 2)
