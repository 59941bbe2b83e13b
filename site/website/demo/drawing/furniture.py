"""What stands in the rooms: walls, panels without letters, tables, flowers, podium."""

from __future__ import annotations

from math import cos, sin
from random import Random

from .canvas import DUSK, Canvas, Colour, tone, veil
from .palette import FLOWERS, GOLD, LEAF, LEAF_DARK, WHITE, Room

WOOD = (132, 88, 56)
PAPER_BAR = (244, 232, 204)


def curtain(canvas: Canvas, rng: Random, wall: Colour, bottom: float) -> None:
    canvas.gradient(0, 0, canvas.width, bottom, tone(wall, 0.06), wall, tone(wall, -0.18))
    folds: list[float] = []
    while len(folds) < 150:
        depth = rng.uniform(0.74, 0.9)
        folds += [1, (1 + depth) / 2, depth, (1 + depth) / 2][: rng.randint(3, 4)]
    canvas.pleats(0, bottom, folds)


def floor(canvas: Canvas, top: float, colour: Colour) -> None:
    canvas.gradient(
        0, top, canvas.width, canvas.height, tone(colour, -0.22), colour, tone(colour, 0.12)
    )
    canvas.box(0, top, canvas.width, top + 3, tone(colour, -0.4))
    middle = canvas.width / 2
    for step in range(-9, 10):
        canvas.line(
            [(middle + step * 74, top), (middle + step * 150, canvas.height)], veil(DUSK, 16), 1.5
        )


def panel(
    canvas: Canvas,
    rng: Random,
    left: float,
    top: float,
    right: float,
    bottom: float,
    colour: Colour,
) -> None:
    """A stage panel: centred bars where words would be."""
    canvas.box(left + 8, top + 12, right + 10, bottom + 14, veil(DUSK, 60))
    canvas.gradient(left, top, right, bottom, tone(colour, 0.1), colour, tone(colour, -0.14))
    edge = tone(GOLD, 0.1)
    for box in ((left, top, right, top + 4), (left, bottom - 4, right, bottom)):
        canvas.box(*box, edge)
    middle, width, height = (left + right) / 2, right - left, bottom - top
    rows = ((0.16, 0.22, 0.022), (0.36, rng.uniform(0.5, 0.62), 0.052), (0.54, rng.uniform(0.62, 0.78), 0.052),
            (0.7, rng.uniform(0.34, 0.56), 0.052), (0.87, 0.26, 0.022))  # fmt: skip
    for share, length, thick in rows:
        y, half, deep = top + share * height, length * width / 2, thick * height
        canvas.box(middle - half, y - deep, middle + half, y + deep, PAPER_BAR, deep)


def flowers(
    canvas: Canvas, rng: Random, x: float, y: float, width: float, height: float, count: int = 22
) -> None:
    """A low arrangement: leaves first, then blossoms, the lightest on top."""
    for _ in range(count):
        px, py = x + rng.uniform(-0.48, 0.48) * width, y - rng.uniform(0, 0.75) * height
        canvas.oval(
            px,
            py,
            width * rng.uniform(0.06, 0.1),
            height * rng.uniform(0.14, 0.24),
            rng.choice((LEAF, LEAF_DARK)),
        )
    radius = min(width, height) * 0.16
    for index in range(count):
        spread = rng.uniform(-0.44, 0.44)
        px, py = x + spread * width, y - height * (0.2 + rng.random() * 0.75 * (1 - abs(spread)))
        blossom(canvas, px, py, radius * rng.uniform(0.8, 1.2), FLOWERS[index % len(FLOWERS)])


def blossom(canvas: Canvas, x: float, y: float, radius: float, colour: Colour) -> None:
    """Five petals round a heart; a small one is a single dot, as it would look from afar."""
    canvas.oval(x, y + radius * 0.2, radius, radius, veil(DUSK, 50))
    if radius < 9:
        canvas.oval(x, y, radius * 0.92, radius * 0.92, colour)
        return
    for turn in range(5):
        dx, dy = cos(turn * 1.2566 + x), sin(turn * 1.2566 + x)
        canvas.oval(
            x + dx * radius * 0.5,
            y + dy * radius * 0.5,
            radius * 0.56,
            radius * 0.56,
            tone(colour, -0.1 + 0.05 * (turn % 3)),
        )
    canvas.oval(x, y, radius * 0.52, radius * 0.52, tone(colour, 0.18))
    canvas.oval(x, y, radius * 0.2, radius * 0.2, tone(colour, -0.28))


def long_table(
    canvas: Canvas, left: float, top: float, right: float, bottom: float, room: Room
) -> None:
    canvas.shadow((left + right) / 2, bottom, (right - left) * 0.56, 14, 90)
    canvas.gradient(
        left, top, right, bottom, room.cloth, tone(room.cloth, -0.05), tone(room.cloth, -0.2)
    )
    canvas.box(left - 4, top - 6, right + 4, top + 8, tone(room.cloth, 0.2))
    deep = (bottom - top) * 0.16
    canvas.box(left, top + 8, right, top + 8 + deep, room.runner)
    canvas.box(left, top + 8 + deep, right, top + 11 + deep, tone(GOLD, 0.2))
    folds = int((right - left) / 46)
    for index in range(1, folds):
        x = left + index * (right - left) / folds
        canvas.polygon([(x, top + 12 + deep), (x + 3, bottom), (x - 5, bottom)], veil(DUSK, 20))


def podium(canvas: Canvas, rng: Random, x: float, top: float, width: float, bottom: float) -> None:
    half = width / 2
    canvas.shadow(x, bottom, half * 1.3, width * 0.05, 90)
    canvas.polygon(
        [
            (x - half * 0.9, top),
            (x + half * 0.9, top),
            (x + half * 0.72, bottom),
            (x - half * 0.72, bottom),
        ],
        WOOD,
    )
    canvas.polygon(
        [(x, top), (x + half * 0.9, top), (x + half * 0.72, bottom), (x, bottom)], veil(DUSK, 34)
    )
    for share in (-0.5, 0.0, 0.5):
        canvas.line(
            [(x + share * half * 1.6, top), (x + share * half * 1.3, bottom)],
            veil(tone(WOOD, -0.4), 120),
            width * 0.008,
        )
    canvas.polygon(
        [
            (x - half, top - width * 0.09),
            (x + half, top - width * 0.09),
            (x + half * 1.04, top + 2),
            (x - half * 1.04, top + 2),
        ],
        tone(WOOD, 0.18),
    )
    canvas.box(x - half * 1.04, top, x + half * 1.04, top + width * 0.035, tone(WOOD, -0.3))
    flowers(canvas, rng, x, top + width * 0.3, width * 0.7, width * 0.3, 34)


def microphone(canvas: Canvas, x: float, bottom: float, top: float, lean: float) -> None:
    canvas.line(
        [(x, bottom), (x + lean * 0.3, (top + bottom) / 2), (x + lean, top)], (44, 44, 50), 5
    )
    canvas.oval(x + lean, top, 9, 12, (34, 34, 40))
    canvas.oval(x + lean - 2, top - 3, 3, 4, (96, 96, 104))


def sheet(canvas: Canvas, x: float, y: float, width: float) -> None:
    """A paper lying on a table, seen from the front."""
    canvas.polygon(
        [
            (x - width * 0.42, y - width * 0.16),
            (x + width * 0.42, y - width * 0.16),
            (x + width * 0.5, y),
            (x - width * 0.5, y),
        ],
        WHITE,
    )
    for share in (0.3, 0.55, 0.8):
        line_y = y - width * 0.16 * (1 - share)
        canvas.line([(x - width * 0.32, line_y), (x + width * 0.32, line_y)], (178, 178, 176), 1.5)


def plant(canvas: Canvas, rng: Random, x: float, bottom: float, height: float) -> None:
    canvas.shadow(x, bottom, height * 0.2, height * 0.03, 80)
    canvas.polygon(
        [
            (x - height * 0.13, bottom - height * 0.28),
            (x + height * 0.13, bottom - height * 0.28),
            (x + height * 0.09, bottom),
            (x - height * 0.09, bottom),
        ],
        (202, 196, 186),
    )
    for _ in range(15):
        lean, rise = rng.uniform(-0.34, 0.34), rng.uniform(0.5, 1)
        tip = (x + lean * height, bottom - height * rise)
        root = (x + lean * height * 0.1, bottom - height * 0.26)
        bend = (x + lean * height * 0.35, bottom - height * rise * 0.82)
        canvas.blob(
            [root, bend, tip, (bend[0] + height * 0.07, bend[1] + height * 0.06)],
            rng.choice((LEAF, LEAF_DARK, tone(LEAF, 0.12))),
        )
