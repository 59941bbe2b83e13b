"""The stylesheet's colours against the ratios the design promises, by day and by night."""

import gzip
import re
from pathlib import Path

import pytest

pytestmark = pytest.mark.once

STYLESHEET = Path(__file__).resolve().parents[2] / "site/website/static/website/css/website.css"

# Text needs 4.5 : 1; edges and marks that carry meaning need 3 : 1.
TEXT, EDGE = 4.5, 3.0

PAIRS = [
    ("ink", "page", TEXT),
    ("ink", "surface", TEXT),
    ("ink", "surface-2", TEXT),
    ("ink-2", "page", TEXT),
    ("ink-2", "surface", TEXT),
    ("ink-2", "surface-2", TEXT),
    ("cham", "page", TEXT),
    ("cham", "surface", TEXT),
    ("cham", "cham-tint", TEXT),
    ("cham-deep", "page", TEXT),
    ("on-cham", "cham", TEXT),
    ("on-cham", "cham-deep", TEXT),
    ("son", "page", TEXT),
    ("son", "surface", TEXT),
    ("on-lacquer", "lacquer", TEXT),
    ("on-lacquer", "lacquer-2", TEXT),
    ("on-lacquer-2", "lacquer", TEXT),
    ("vang", "page", TEXT),
    ("vang", "vang-tint", TEXT),
    ("cham", "vang-tint", TEXT),
    ("ink-2", "vang-tint", TEXT),
    ("ngoc", "ngoc-tint", TEXT),
    ("amber", "amber-tint", TEXT),
    ("ink", "cham-tint", TEXT),
    ("ink", "amber-tint", TEXT),
    ("on-mark", "mark", TEXT),
    ("line-strong", "page", EDGE),
    ("line-strong", "surface", EDGE),
    ("vang-line", "page", EDGE),
    ("amber-line", "page", EDGE),
    ("focus", "lacquer", EDGE),
]


def tokens(scheme: str) -> dict[str, str]:
    """Print names no colours of its own, only which of these it takes."""
    roots = re.findall(r":root \{(.*?)\}", STYLESHEET.read_text(), flags=re.S)
    named = (dict(re.findall(r"--([\w-]+): (#[0-9a-f]{6});", root)) for root in roots)
    light, dark = filter(None, named)
    return light if scheme == "light" else light | dark


def luminance(colour: str) -> float:
    channels = [int(colour[start : start + 2], 16) / 255 for start in (1, 3, 5)]
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    darker, lighter = sorted((luminance(one), luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize(("front", "ground", "least"), PAIRS)
def test_colours_can_be_told_apart(scheme, front, ground, least):
    colours = tokens(scheme)
    assert contrast(colours[front], colours[ground]) >= least


def test_the_focus_ring_shows_on_white_and_on_black():
    """Two rings, so that one of them stands out whatever lies behind."""
    for scheme in ("light", "dark"):
        colours = tokens(scheme)
        rings = [colours["focus"], colours["focus-2"]]
        assert max(contrast(ring, colours["page"]) for ring in rings) >= EDGE


def test_night_renames_every_colour_of_the_day():
    assert set(tokens("light")) == set(tokens("dark"))


def test_rules_take_their_colours_from_the_tokens():
    """Only the tone tiles and shadows may name a colour outside the two token tables."""
    rules = re.sub(r":root \{.*?\}", "", STYLESHEET.read_text(), flags=re.S)
    strays = [
        line
        for line in rules.splitlines()
        if re.search(r"#[0-9a-f]{3,8}\b", line) and ".tone-" not in line and "#0006" not in line
    ]
    assert strays == []


def test_the_stylesheet_stays_light():
    """A tenth of the hundred kilobytes an article may weigh."""
    assert len(gzip.compress(STYLESHEET.read_bytes(), 9)) <= 10_000
