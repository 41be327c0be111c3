"""How the project's own pages look: colours that can be read on one another, templates that can be."""

import re
from itertools import product

import pytest

from kalbarcrawl.look import environment, style

ON_PAPER = ("ink", "quiet", "link", "good", "warn", "bad")
"""Inks that stand on the page itself and on what is raised from it or sunk into it."""
PAIRS = [
    *product(ON_PAPER, ("ground", "surface", "sunken")),
    *((name, f"{name}-ground") for name in ("good", "warn", "bad", "idle")),
    *product(("ink",), ("mark", "good-ground", "warn-ground", "bad-ground", "idle-ground")),
    *product(("link",), ("warn-ground", "bad-ground", "mark")),
    ("surface", "link"),
]
SHAPES = ("one", "two", "bad", "strong")
"""What charts and borders are drawn with: 3 is enough for them."""


def palettes() -> dict[str, dict[str, str]]:
    light, dark = re.findall(r":root \{(.*?)\}", style(), re.DOTALL)[:2]
    found = {"light": dict(re.findall(r"--([\w-]+): (#[0-9a-f]{6});", light))}
    found["dark"] = found["light"] | dict(re.findall(r"--([\w-]+): (#[0-9a-f]{6});", dark))
    return found


def contrast(one: str, other: str) -> float:
    """Of two colours, as WCAG counts it."""

    def light(colour: str) -> float:
        parts = (int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5))
        linear = [part / 12.92 if part <= 0.03928 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
        return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]

    dark, bright = sorted((light(one), light(other)))
    return (bright + 0.05) / (dark + 0.05)


def test_contrast_is_counted_as_it_should() -> None:
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#777777", "#ffffff") == pytest.approx(4.48, abs=0.01)


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_every_ink_can_be_read_on_its_ground(scheme: str) -> None:
    colours = palettes()[scheme]
    faint = {f"{ink} on {ground}": contrast(colours[ink], colours[ground]) for ink, ground in PAIRS}
    assert not {pair: ratio for pair, ratio in faint.items() if ratio < 4.5}
    dim = {name: contrast(colours[name], colours["ground"]) for name in SHAPES}
    assert not {name: ratio for name, ratio in dim.items() if ratio < 3}


def test_the_dark_palette_changes_every_colour() -> None:
    light, dark = palettes().values()
    assert light.keys() == dark.keys()
    assert not [name for name in light if light[name] == dark[name]]


@pytest.mark.parametrize("room", ["browse", "report"])
def test_every_template_reads(room: str) -> None:
    templates = environment(room)
    assert templates.autoescape is True
    names = templates.list_templates()
    assert "frame.html" in names
    for name in names:
        templates.get_template(name)
