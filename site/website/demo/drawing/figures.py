"""Plain people: head, hair, neck, clothes, hands. Never a face.

A body is drawn on a grid of 100 units from the crown (0) to the soles (100), centred on 0.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Literal

from .canvas import DUSK, Canvas, Colour, Point, mix, tone, veil
from .palette import GOLD, GOLD_PALE, VERMILION, WHITE, Look

Pose = Literal["down", "holding", "offering", "writing", "pointing", "joined"]
SHADE = veil(DUSK, 26)


class Body:
    """One person standing at x, crown at `top`, `height` units tall (soles included, seen or not)."""

    def __init__(
        self,
        canvas: Canvas,
        look: Look,
        x: float,
        top: float,
        height: float,
        pose: Pose = "down",
        seated: bool = False,
    ) -> None:
        self.canvas, self.look, self.pose, self.seated = canvas, look, pose, seated
        self.x, self.top, self.unit = x, top, height / 100

    def at(self, points: Sequence[Point]) -> list[Point]:
        return [(self.x + x * self.unit, self.top + y * self.unit) for x, y in points]

    def polygon(self, points: Sequence[Point], fill: Colour) -> None:
        self.canvas.polygon(self.at(points), fill)

    def blob(self, points: Sequence[Point], fill: Colour) -> None:
        self.canvas.blob(self.at(points), fill)

    def oval(self, x: float, y: float, across: float, down: float, fill: Colour) -> None:
        (place,) = self.at([(x, y)])
        self.canvas.oval(*place, across * self.unit, down * self.unit, fill)

    def line(self, points: Sequence[Point], fill: Colour, width: float) -> None:
        self.canvas.line(self.at(points), fill, width * self.unit)

    def limb(self, points: Sequence[Point], fill: Colour, width: float) -> None:
        self.canvas.limb(self.at(points), fill, width * self.unit)

    def draw(self) -> None:
        if self.look.hair == "long":
            self._hair_behind()
        if not self.seated:
            self._legs()
        self._torso()
        self._arms()
        self._head()

    # --- head ---------------------------------------------------------------------------------

    def _head(self) -> None:
        skin = self.look.skin
        self.polygon([(-2.2, 11), (2.2, 11), (2.5, 17.2), (0, 19), (-2.5, 17.2)], tone(skin, -0.14))
        self._collar()
        self.oval(-4.5, 8.4, 0.8, 1.3, tone(skin, -0.06))
        self.oval(4.5, 8.4, 0.8, 1.3, tone(skin, -0.12))
        face = [
            (-4.5, 5.5),
            (-4.3, 9.2),
            (-2.6, 12.6),
            (0, 13.9),
            (2.6, 12.6),
            (4.3, 9.2),
            (4.5, 5.5),
            (0, 0.8),
        ]
        self.blob(face, skin)
        self.blob(
            [(1.5, 3), (4.5, 5.5), (4.3, 9.2), (2.6, 12.6), (0.6, 13.8), (2.4, 9)], veil(DUSK, 18)
        )
        self._hair_in_front()

    def _hair_behind(self) -> None:
        dark = tone(self.look.hair_colour, -0.12)
        self.blob(
            [(-5.6, 5), (-6.2, 14), (-5.8, 23), (0, 25), (5.8, 23), (6.2, 14), (5.6, 5), (0, -0.8)],
            dark,
        )

    def _hair_in_front(self) -> None:
        colour = self.look.hair_colour
        if not self.look.woman:
            edge = 4.4 if self.look.hair == "short" else 5.2
            self.blob(
                [
                    (-4.9, 7.4),
                    (-5.1, 3),
                    (-2.6, -0.6),
                    (2, -0.8),
                    (5, 2.6),
                    (4.9, 7.4),
                    (4.1, edge),
                    (-3.7, 4.3),
                ],
                colour,
            )
            self._sheen()
            return
        if self.look.hair == "bob":
            self.blob([(-5.4, 3.6), (-5.9, 9), (-5.2, 13.6), (-3.6, 12.4), (-4, 7)], colour)
            self.blob([(5.4, 3.6), (5.9, 9), (5.2, 13.6), (3.6, 12.4), (4, 7)], colour)
        if self.look.hair == "bun":
            self.oval(0.6, -1.2, 2.6, 2, tone(colour, -0.1))
        if self.look.hair == "long":
            self.blob([(-5.3, 4), (-5.9, 10), (-5.4, 17), (-4.2, 15), (-4.2, 8)], colour)
            self.blob([(5.3, 4), (5.9, 10), (5.4, 17), (4.2, 15), (4.2, 8)], colour)
        self.blob(
            [
                (-5.1, 8.2),
                (-5.3, 3),
                (-2.8, -0.6),
                (2.4, -0.7),
                (5.3, 3),
                (5.1, 8.2),
                (3.4, 4.6),
                (-1.4, 2.9),
                (-3.4, 4.8),
            ],
            colour,
        )
        self._sheen()

    def _sheen(self) -> None:
        light = veil(tone(self.look.hair_colour, 0.5), 46)
        self.blob(
            [(-3.9, 3.1), (-2.4, 1.0), (0.6, 0.1), (1.5, 0.5), (-1.5, 1.6), (-3.2, 3.4)], light
        )

    # --- clothes ------------------------------------------------------------------------------

    def _legs(self) -> None:
        look = self.look
        trousers = tone(WHITE, -0.06) if look.dress == "tunic" else look.trousers
        if look.dress == "suit":
            trousers = tone(look.colour, -0.1)
        for side in (-1, 1):
            self.polygon(
                [(side * 0.3, 48), (side * 7.6, 48), (side * 6.6, 97), (side * 1.6, 97)], trousers
            )
            self.polygon(
                [
                    (side * 1.6, 92),
                    (side * 0.4, 50),
                    (side * 2.4, 50),
                    (side * 2.9, 97),
                    (side * 1.6, 97),
                ],
                SHADE,
            )
            self.blob(
                [
                    (side * 1.3, 97),
                    (side * 3.6, 95.6),
                    (side * 6.6, 96.6),
                    (side * 7.4, 99.4),
                    (side * 1.2, 99.6),
                ],
                (30, 26, 28),
            )

    def _torso(self) -> None:
        {"suit": self._suit, "shirt": self._shirt, "tunic": self._tunic, "blouse": self._blouse}[
            self.look.dress
        ]()

    def _trunk(
        self, colour: Colour, shoulder: float, waist: float, hem: float, hem_at: float
    ) -> None:
        outline = [
            (-2.6, 16), (2.6, 16), (shoulder - 2.2, 18.2), (shoulder, 20.6), (shoulder - 1.6, 28), (waist, 40), (hem, hem_at),
            (-hem, hem_at), (-waist, 40), (1.6 - shoulder, 28), (-shoulder, 20.6), (2.2 - shoulder, 18.2),
        ]  # fmt: skip
        self.polygon(smooth_top(outline), colour)
        self.polygon(
            [(0.4, 18), (shoulder - 1, 20), (waist, 40), (hem, hem_at), (1, hem_at)], SHADE
        )

    def _suit(self) -> None:
        colour = self.look.colour
        self._trunk(colour, 11.6, 8.8, 9.8, 53)
        self.polygon([(-2.7, 16), (2.7, 16), (0.2, 31)], WHITE)
        tie = self.look.tie
        self.polygon(
            [(-1, 18.2), (1, 18.2), (0.7, 20), (1.3, 27.5), (0.1, 30.4), (-1.1, 27.5), (-0.7, 20)],
            tie,
        )
        lapel = tone(colour, 0.1)
        self.polygon([(-2.7, 15.8), (-5.2, 21.6), (-3.9, 22.8), (-4.5, 24), (0.2, 33)], lapel)
        self.polygon(
            [(2.7, 15.8), (5.2, 21.6), (3.9, 22.8), (4.5, 24), (0.2, 33)], tone(colour, -0.08)
        )
        self.line([(0.2, 33), (0.4, 52.6)], tone(colour, -0.3), 0.5)
        self.oval(0.9, 36, 0.5, 0.5, tone(colour, -0.35))
        self.polygon([(5.6, 25.4), (7.9, 25), (7.9, 25.9), (5.7, 26.3)], veil(WHITE, 210))

    def _shirt(self) -> None:
        colour = self.look.colour
        self._trunk(colour, 11.2, 8.6, 8.8, 49)
        self.line([(0, 18.5), (0, 48)], tone(colour, -0.14), 0.5)
        self.polygon([(-8.7, 47), (8.7, 47), (8.8, 49.4), (-8.8, 49.4)], (52, 44, 42))
        self.polygon([(-1.1, 47), (1.1, 47), (1.1, 49.4), (-1.1, 49.4)], GOLD_PALE)
        self.line([(3.6, 27), (6.8, 27)], tone(colour, -0.18), 0.5)

    def _tunic(self) -> None:
        colour = self.look.colour
        self._trunk(colour, 9.6, 6.4, 7.4, 52)
        self.line([(2.4, 17.6), (5.4, 21.4), (6.6, 26)], tone(colour, -0.25), 0.45)
        if not self.seated:
            self._tunic_skirt(colour)

    def _tunic_skirt(self, colour: Colour) -> None:
        self.polygon([(-7.2, 51), (7.2, 51), (6.4, 88), (-6, 88)], colour)
        self.polygon([(1, 51), (7.2, 51), (6.4, 88), (1.6, 88)], SHADE)
        light = veil(tone(colour, 0.5), 150)
        for x, y, size in (
            (-2.8, 60, 1.2),
            (-0.8, 65.5, 0.9),
            (-3.6, 69, 0.8),
            (1.4, 73, 1.1),
            (-1.4, 78, 0.8),
        ):
            self.oval(x, y, size, size, light)

    def _blouse(self) -> None:
        colour = self.look.colour
        self._trunk(colour, 9.8, 7, 8.4, 51)
        self.polygon([(-2.4, 16.4), (2.4, 16.4), (0, 22.5)], tone(self.look.skin, -0.05))
        self.line([(0, 22.5), (0, 50)], tone(colour, -0.14), 0.5)

    def _collar(self) -> None:
        look = self.look
        if look.dress == "suit":
            self.polygon([(-2.7, 15), (-0.2, 18.6), (-2.4, 20)], WHITE)
            self.polygon([(2.7, 15), (0.2, 18.6), (2.4, 20)], tone(WHITE, -0.08))
        elif look.dress == "shirt":
            self.polygon([(-2.8, 15), (0, 18.6), (-3, 20.4)], tone(look.colour, 0.3))
            self.polygon([(2.8, 15), (0, 18.6), (3, 20.4)], tone(look.colour, -0.06))
        elif look.dress == "tunic":
            self.polygon(
                [(-2.6, 14.4), (2.6, 14.4), (2.9, 17.6), (0, 18.8), (-2.9, 17.6)],
                tone(look.colour, 0.08),
            )

    # --- arms ---------------------------------------------------------------------------------

    def _arms(self) -> None:
        wide = 1.0 if self.look.woman else 1.14
        left, right = _ARMS[self.pose]
        for side, arm in ((-1, left), (1, right)):
            self._arm([(side * x * wide, y) for x, y in arm], side)

    def _arm(self, points: list[Point], side: int) -> None:
        look = self.look
        sleeve = tone(look.colour, -0.07 if side < 0 else -0.16)
        thick = 4.1 if look.woman else 5.0
        hand = points[-1]
        if look.dress == "shirt":
            self.limb(points[1:], look.skin, thick * 0.66)
            short = mix_points(points[0], points[1], 0.82)
            self.limb([points[0], short], sleeve, thick)
        else:
            self.limb(points, sleeve, thick)
            cuff = mix_points(points[-2], hand, 0.93)
            if look.dress == "suit":
                self.oval(*cuff, 1.5, 1.5, WHITE)
        self.oval(hand[0], hand[1] + 0.6, 1.8, 2.1, look.skin)


_ARMS: dict[str, tuple[list[Point], list[Point]]] = {
    "down": ([(8.1, 21.4), (9.5, 35), (9.1, 49)], [(8.1, 21.4), (9.5, 35), (9.1, 49)]),
    "joined": ([(8.1, 21.4), (10, 35), (1.6, 44)], [(8.1, 21.4), (10, 35), (1.4, 45)]),
    "holding": ([(8.1, 21.4), (10.4, 35), (7.2, 39.5)], [(8.1, 21.4), (10.4, 35), (7.2, 39.5)]),
    "offering": ([(8.1, 21.4), (9.5, 34), (9, 48)], [(8.1, 21.4), (13, 32), (19, 37)]),
    "writing": ([(8.1, 21.4), (11.4, 33), (6, 43)], [(8.1, 21.4), (11.4, 33), (3.4, 43)]),
    "pointing": ([(8.1, 21.4), (15.2, 24.4), (22.5, 16)], [(8.1, 21.4), (10, 35), (8.6, 48)]),
}


def mix_points(first: Point, second: Point, share: float) -> Point:
    return first[0] + (second[0] - first[0]) * share, first[1] + (second[1] - first[1]) * share


def smooth_top(outline: Sequence[Point]) -> list[Point]:
    """Rounds the shoulders a little and leaves the hem straight."""
    rounded: list[Point] = []
    for index, point in enumerate(outline):
        if point[1] < 40 and index > 1:
            rounded.append(mix_points(outline[index - 1], point, 0.72))
            rounded.append(
                point if index == len(outline) - 1 else mix_points(point, outline[index + 1], 0.28)
            )
        else:
            rounded.append(point)
    return rounded


def certificate(canvas: Canvas, x: float, y: float, width: float) -> None:
    """A framed certificate held at the chest: bars for words, a dot for the seal."""
    unit = width / 20
    half, low = 10 * unit, 7 * unit
    canvas.box(
        x - half - unit, y - low - unit, x + half + unit, y + low + unit, tone(GOLD, -0.3), unit
    )
    canvas.box(x - half, y - low, x + half, y + low, GOLD_PALE)
    canvas.box(
        x - half + unit * 1.4,
        y - low + unit * 1.4,
        x + half - unit * 1.4,
        y + low - unit * 1.4,
        (252, 247, 232),
    )
    canvas.box(x - 4.6 * unit, y - 4.0 * unit, x + 4.6 * unit, y - 2.6 * unit, VERMILION)
    canvas.box(x - 6 * unit, y - 1.2 * unit, x + 6 * unit, y - 0.5 * unit, (150, 144, 136))
    canvas.box(x - 5 * unit, y + 0.6 * unit, x + 5 * unit, y + 1.3 * unit, (150, 144, 136))
    canvas.oval(x + 4.4 * unit, y + 3.4 * unit, 1.5 * unit, 1.5 * unit, veil(VERMILION, 190))


def seen_from_behind(
    canvas: Canvas, look: Look, x: float, top: float, size: float, dim: float = 0.0
) -> None:
    """Head and back of somebody who looks the other way; `size` is the height of the head."""
    unit = size / 10
    coat, hair, skin = (tone(colour, -dim) for colour in (look.colour, look.hair_colour, look.skin))

    def at(points: Sequence[Point]) -> list[Point]:
        return [(x + px * unit, top + py * unit) for px, py in points]

    back = [
        (-2.2, 9.4),
        (2.2, 9.4),
        (5.8, 10.9),
        (8, 12.6),
        (9, 16),
        (9.6, 70),
        (-9.6, 70),
        (-9, 16),
        (-8, 12.6),
        (-5.8, 10.9),
    ]
    canvas.polygon(at(back), coat)
    canvas.polygon(
        at([(0.6, 9.8), (2.2, 9.4), (5.8, 10.9), (8, 12.6), (9, 16), (9.6, 70), (2, 70)]), SHADE
    )
    for side in (-1, 1):
        canvas.line(
            at([(side * 6.6, 17), (side * 6.9, 26), (side * 6.8, 70)]), veil(DUSK, 44), 0.45 * unit
        )
    canvas.polygon(at([(-2, 7), (2, 7), (2.3, 10.4), (-2.3, 10.4)]), tone(skin, -0.12))
    if look.dress in ("suit", "shirt"):
        canvas.polygon(
            at([(-2.5, 9.5), (2.5, 9.5), (2.8, 10.6), (-2.8, 10.6)]),
            tone(mix(coat, WHITE, 0.6), -dim),
        )
    for side in (-1, 1):
        canvas.oval(
            x + side * 4.0 * unit, top + 5.9 * unit, 0.55 * unit, 1.1 * unit, tone(skin, -0.1)
        )
    _hair_from_behind(canvas, look, at, hair, unit)


def _hair_from_behind(
    canvas: Canvas,
    look: Look,
    at: Callable[[Sequence[Point]], list[Point]],
    hair: Colour,
    unit: float,
) -> None:
    if look.hair == "long":
        canvas.blob(
            at(
                [
                    (-4.3, 4),
                    (-4.7, 10),
                    (-4.2, 15),
                    (0, 16.2),
                    (4.2, 15),
                    (4.7, 10),
                    (4.3, 4),
                    (0, -0.2),
                ]
            ),
            hair,
        )
        for px in (-1.6, 1.2):
            canvas.line(
                at([(px * 0.4, 5), (px, 10), (px * 1.3, 14.6)]),
                veil(tone(hair, -0.5), 70),
                0.3 * unit,
            )
        return
    if look.hair == "bob":
        canvas.blob(
            at(
                [(-4.4, 4), (-4.8, 8.4), (-3.6, 10.2), (3.6, 10.2), (4.8, 8.4), (4.4, 4), (0, -0.2)]
            ),
            hair,
        )
        return
    canvas.blob(
        at(
            [
                (-4.1, 4.2),
                (-3.9, 7),
                (-2.4, 8.9),
                (2.4, 8.9),
                (3.9, 7),
                (4.1, 4.2),
                (2.5, 0.5),
                (-2.5, 0.5),
            ]
        ),
        hair,
    )
    if look.hair == "bun":
        (knot,) = at([(0, 6.6)])
        canvas.oval(*knot, 1.9 * unit, 1.6 * unit, tone(hair, -0.25))
        canvas.oval(knot[0], knot[1] - 0.2 * unit, 1.7 * unit, 1.4 * unit, tone(hair, 0.07))
