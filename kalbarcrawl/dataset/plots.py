"""The figures as pictures, the same bytes for the same figures."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path

import numpy as np
from matplotlib.axes import Axes
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.figure import Figure

from kalbarcrawl.dataset.figures import COVERED, Figures

COLOURS = ("#0072B2", "#E69F00", "#009E73", "#CC79A7", "#56B4E9", "#D55E00", "#F0E442", "#7F7F7F")
"""Okabe and Ito's colours, told apart by the colour-blind too; the last is for all the rest."""
SHORT = 120
"""Days up to which time is shown by day instead of by month."""
MOST_ROWS = 40
"""Publishers in the coverage heat map."""


def plots(figures: Figures, folder: Path) -> dict[str, str]:
    """Draw the plots into a folder; the caption of each by its path. Nothing where there are no articles."""
    if not figures.rows:
        return {}
    found: dict[str, tuple[str, Callable[[Axes, Figures], None]]] = {
        "articles-over-time": ("Articles over time, by publisher", _over_time),
        "publication-hour": ("Hour of publication, on the newsrooms' own clocks", _by_hour),
        "lengths": ("Length of the articles, in words", _by_length),
        "coverage": ("Share of a publisher's articles that hold each field, in percent", _coverage),
    }
    folder.mkdir(parents=True, exist_ok=True)
    captions = {}
    for name, (caption, draw) in found.items():
        tall = name == "coverage"
        rows = min(len(figures.publishers), MOST_ROWS)
        drawing = Figure(figsize=(9, max(2.4, 1.7 + 0.32 * rows) if tall else 4), dpi=120, layout="constrained")
        FigureCanvasAgg(drawing)
        axes = drawing.add_subplot()
        axes.set_title(caption, loc="left", fontsize=11)
        draw(axes, figures)
        if not tall:
            axes.spines[["top", "right"]].set_visible(False)
        # Without the library's name, which carries its version.
        drawing.savefig(folder / f"{name}.png", metadata={"Software": None})
        captions[f"{folder.name}/{name}.png"] = caption
    return captions


def _over_time(axes: Axes, figures: Figures) -> None:
    if not figures.period:
        _say(axes, "no article has a date")
        return
    first, last = (date.fromisoformat(day) for day in figures.period)
    by_day = (last - first).days <= SHORT
    counts = figures.days if by_day else figures.months
    steps = _days(first, last) if by_day else _months(first, last)
    named = [name for name, _ in figures.publishers.most_common(len(COLOURS) - 1)]
    bottom = np.zeros(len(steps))
    for name, colour in zip([*named, None], COLOURS, strict=False):
        if name is None and len(figures.publishers) <= len(named):
            break
        heights = np.array([_count(counts, step, name, named) for step in steps], dtype=float)
        axes.bar(range(len(steps)), heights, bottom=bottom, width=0.9, color=colour, label=name or "others")
        bottom += heights
    every = max(1, len(steps) // 12)
    axes.set_xticks(range(0, len(steps), every), steps[::every], rotation=45, ha="right", fontsize=8)
    axes.set_ylabel(f"articles a {'day' if by_day else 'month'}")
    axes.legend(fontsize=8, frameon=False, loc="upper left", bbox_to_anchor=(1, 1))


def _by_hour(axes: Axes, figures: Figures) -> None:
    if not figures.hours:
        _say(axes, "no article has an hour")
        return
    axes.bar(range(24), [figures.hours[hour] for hour in range(24)], color=COLOURS[0], width=0.85)
    axes.set_xticks(range(0, 24, 2), [f"{hour:02}:00" for hour in range(0, 24, 2)], fontsize=8)
    axes.set_ylabel("articles")


def _by_length(axes: Axes, figures: Figures) -> None:
    words = np.maximum(np.array(figures.words), 1)
    edges = np.geomspace(words.min(), max(words.max(), words.min() + 1), 41)
    axes.hist(words, bins=edges.tolist(), color=COLOURS[0], edgecolor="white", linewidth=0.4)
    axes.set_xscale("log")
    ticks = [tick for tick in (1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000, 5000, 10000) if tick <= edges[-1]]
    ticks = [tick for tick in ticks if tick >= edges[0]]
    axes.set_xticks(ticks, [f"{tick:,}" for tick in ticks])
    axes.minorticks_off()
    axes.axvline(figures.middle_length, color=COLOURS[5], linewidth=1)
    axes.annotate(
        f"median {figures.middle_length:,}", (figures.middle_length, 1), xycoords=("data", "axes fraction"),
        xytext=(4, -4), textcoords="offset points", va="top", fontsize=8, color=COLOURS[5],
    )  # fmt: skip
    axes.set_xlabel("words (logarithmic)")
    axes.set_ylabel("articles")


def _coverage(axes: Axes, figures: Figures) -> None:
    names = [name for name, _ in figures.publishers.most_common(MOST_ROWS)]
    counts = figures.publishers
    share = np.array([[100 * figures.covered[name][one] / counts[name] for one in COVERED] for name in names])
    axes.imshow(share, cmap="YlGnBu", vmin=0, vmax=100, aspect="auto")
    axes.set_xticks(range(len(COVERED)), COVERED, rotation=45, ha="right", fontsize=8)
    axes.set_yticks(range(len(names)), names, fontsize=8)
    for row, column in np.ndindex(share.shape):
        value = share[row, column]
        colour = "white" if value > 60 else "black"
        axes.text(column, row, f"{value:.0f}", ha="center", va="center", fontsize=7, color=colour)


def _count(counts: Counter[tuple[str, str]], step: str, name: str | None, named: list[str]) -> int:
    if name is not None:
        return counts[step, name]
    return sum(count for (when, who), count in counts.items() if when == step and who not in named)


def _days(first: date, last: date) -> list[str]:
    return [(first + timedelta(days=number)).isoformat() for number in range((last - first).days + 1)]


def _months(first: date, last: date) -> list[str]:
    count = (last.year - first.year) * 12 + last.month - first.month + 1
    months = (first.year * 12 + first.month - 1 + number for number in range(count))
    return [f"{month // 12:04}-{month % 12 + 1:02}" for month in months]


def _say(axes: Axes, text: str) -> None:
    axes.text(0.5, 0.5, text, ha="center", va="center", transform=axes.transAxes)
    axes.set_axis_off()
