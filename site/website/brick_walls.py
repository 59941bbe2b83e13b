"""A wall of tiles, one for each tone of a text, as a PNG."""

import io
from collections.abc import Callable
from functools import lru_cache

from PIL import Image, ImageDraw

from .share_pictures import COLUMNS, HEIGHT, ROWS, WIDTH

SIDE = 105  # of a tile; the outer columns are cut a little
OVERSIZE = 3  # drawn larger, then made smaller, so that edges are smooth
UNIT = SIDE * OVERSIZE / 24  # tiles are drawn on a field of 24 × 24
STROKE = 4.5

# Ground, check and line, as in the stylesheet by day.
COLOURS = {
    "ngoc": ("#dcebe3", "#cfe3d9", "#2b7a5d"),
    "cham": ("#e2e9f5", "#d5dff0", "#2f559f"),
    "son": ("#f6e4df", "#f0d8d1", "#b23c33"),
    "vang": ("#f8ecd0", "#f3e2ba", "#a8760f"),
    "lacquer": ("#6f211d", "#7d2a25", "#d9a79b"),
}

Draw = ImageDraw.ImageDraw


def lay(laid: tuple[str, ...], tile_set: str) -> bytes:
    wall = Image.new("RGB", (COLUMNS * SIDE, ROWS * SIDE))
    for number, tone in enumerate(laid):
        row, column = divmod(number, COLUMNS)
        brick = tile(tone, tile_set, is_check=(row + column) % 2 == 0)
        wall.paste(brick, (column * SIDE, row * SIDE))
    left = (wall.width - WIDTH) // 2
    cut = wall.crop((left, 0, left + WIDTH, HEIGHT)).quantize(64)
    file = io.BytesIO()
    cut.save(file, "PNG", optimize=True)
    return file.getvalue()


@lru_cache(maxsize=len(COLOURS) * 12)
def tile(tone: str, tile_set: str, is_check: bool) -> Image.Image:
    ground, check, line = COLOURS[tile_set]
    size = SIDE * OVERSIZE
    large = Image.new("RGB", (size, size), check if is_check else ground)
    FORMS[tone](ImageDraw.Draw(large), line)
    return large.resize((SIDE, SIDE), Image.Resampling.LANCZOS)


def bar(draw: Draw, colour: str) -> None:
    _line(draw, colour, [(-2, 12), (26, 12)])


def falling(draw: Draw, colour: str) -> None:
    _line(draw, colour, [(-4, -4), (28, 28)])


def rising(draw: Draw, colour: str) -> None:
    _line(draw, colour, [(-4, 28), (28, -4)])


def rings(draw: Draw, colour: str) -> None:
    """Round two corners; PIL draws a ring inwards from its outer edge."""
    outer = 12 + STROKE / 2
    for corner in (0, 24):
        box = [(corner - outer) * UNIT] * 2 + [(corner + outer) * UNIT] * 2
        draw.ellipse(box, outline=colour, width=round(STROKE * UNIT))


def wave(draw: Draw, colour: str) -> None:
    """From the middle of the left side to that of the right, level at both ends."""
    curves = (
        ((0, 12), (4, 12), (3, 5), (7, 5)),
        ((7, 5), (11, 5), (13, 19), (17, 19)),
        ((17, 19), (21, 19), (20, 12), (24, 12)),
    )
    points = [_on_curve(curve, step / 12) for curve in curves for step in range(13)]
    _line(draw, colour, [(-2, 12), *points, (26, 12)])


def dot(draw: Draw, colour: str) -> None:
    radius = 5.5
    draw.ellipse([(12 - radius) * UNIT] * 2 + [(12 + radius) * UNIT] * 2, fill=colour)


FORMS: dict[str, Callable[[Draw, str], None]] = {
    "ngang": bar,
    "huyen": falling,
    "sac": rising,
    "hoi": rings,
    "nga": wave,
    "nang": dot,
}

Point = tuple[float, float]


def _line(draw: Draw, colour: str, points: list[Point]) -> None:
    scaled = [(x * UNIT, y * UNIT) for x, y in points]
    draw.line(scaled, fill=colour, width=round(STROKE * UNIT), joint="curve")


def _on_curve(curve: tuple[Point, Point, Point, Point], t: float) -> Point:
    """A point of a cubic Bézier curve."""
    weights = ((1 - t) ** 3, 3 * t * (1 - t) ** 2, 3 * t * t * (1 - t), t**3)
    x, y = (sum(w * p[axis] for w, p in zip(weights, curve, strict=True)) for axis in (0, 1))
    return x, y
