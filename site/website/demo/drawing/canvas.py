"""A canvas in picture units: shapes are drawn larger than needed, then scaled down so that edges are smooth."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from random import Random

from PIL import Image, ImageChops, ImageDraw, ImageFilter

Colour = tuple[int, ...]
Point = tuple[float, float]

OVERSIZE = 1.5
GRAIN = 6
DUSK = (24, 18, 26)
SUNLIGHT = (255, 244, 222)


def tone(colour: Colour, amount: float) -> Colour:
    """The colour moved towards white (amount > 0) or towards black (amount < 0)."""
    goal = 255 if amount > 0 else 0
    return tuple(round(part + (goal - part) * abs(amount)) for part in colour[:3])


def mix(first: Colour, second: Colour, share: float) -> Colour:
    return tuple(round(a + (b - a) * share) for a, b in zip(first[:3], second[:3], strict=True))


def veil(colour: Colour, opacity: int) -> Colour:
    return (*colour[:3], opacity)


def smooth(points: Sequence[Point], steps: int = 5) -> list[Point]:
    """A closed soft outline through the points (Catmull–Rom)."""
    count = len(points)
    outline: list[Point] = []
    for index in range(count):
        before, start, end, after = (points[(index + offset - 1) % count] for offset in range(4))
        for step in range(steps):
            t = step / steps
            outline.append(
                (
                    _between(before, start, end, after, 0, t),
                    _between(before, start, end, after, 1, t),
                )
            )
    return outline


def _between(before: Point, start: Point, end: Point, after: Point, axis: int, t: float) -> float:
    a, b, c, d = before[axis], start[axis], end[axis], after[axis]
    return 0.5 * (
        2 * b + (c - a) * t + (2 * a - 5 * b + 4 * c - d) * t * t + (3 * b - a - 3 * c + d) * t**3
    )


class Canvas:
    """Drawing tools that take picture units (1200 × 800 for a scene) whatever the real size in pixels."""

    def __init__(
        self, width: int, height: int, ground: Colour = (255, 255, 255), oversize: float = OVERSIZE
    ) -> None:
        self.width, self.height, self.scale = width, height, oversize
        self.image = Image.new("RGB", (round(width * oversize), round(height * oversize)), ground)
        self._take_pen()

    def _take_pen(self) -> None:
        self._pen = ImageDraw.Draw(self.image, "RGBA")

    def _scaled(self, points: Sequence[Point]) -> list[Point]:
        return [(x * self.scale, y * self.scale) for x, y in points]

    def polygon(self, points: Sequence[Point], fill: Colour) -> None:
        self._pen.polygon(self._scaled(points), fill=fill)

    def blob(self, points: Sequence[Point], fill: Colour) -> None:
        self.polygon(smooth(points), fill)

    def box(
        self, left: float, top: float, right: float, bottom: float, fill: Colour, radius: float = 0
    ) -> None:
        corners = [left * self.scale, top * self.scale, right * self.scale, bottom * self.scale]
        if radius:
            self._pen.rounded_rectangle(corners, radius * self.scale, fill=fill)
        else:
            self._pen.rectangle(corners, fill=fill)

    def oval(self, x: float, y: float, across: float, down: float, fill: Colour) -> None:
        """An ellipse by its centre and its two radii."""
        self._pen.ellipse(
            [value * self.scale for value in (x - across, y - down, x + across, y + down)],
            fill=fill,
        )

    def ring(self, x: float, y: float, radius: float, fill: Colour, width: float) -> None:
        self.arc(x, y, radius, 0, 360, fill, width)

    def arc(
        self,
        x: float,
        y: float,
        radius: float,
        start: float,
        end: float,
        fill: Colour,
        width: float,
    ) -> None:
        corners = [value * self.scale for value in (x - radius, y - radius, x + radius, y + radius)]
        self._pen.arc(corners, start, end, fill=fill, width=max(1, round(width * self.scale)))

    def line(self, points: Sequence[Point], fill: Colour, width: float) -> None:
        self._pen.line(
            self._scaled(points), fill=fill, width=max(1, round(width * self.scale)), joint="curve"
        )

    def limb(self, points: Sequence[Point], fill: Colour, width: float) -> None:
        """A line with round ends and elbows."""
        self.line(points, fill, width)
        for x, y in points:
            self.oval(x, y, width / 2, width / 2, fill)

    def shadow(self, x: float, y: float, across: float, down: float, opacity: int = 60) -> None:
        """A soft dark pool, built from a few thin ovals."""
        for share in (1.0, 0.8, 0.6, 0.4):
            self.oval(x, y, across * share, down * share, veil(DUSK, opacity // 4))

    def gradient(
        self, left: float, top: float, right: float, bottom: float, *stops: Colour
    ) -> None:
        """Fill a box from the first colour above to the last one below."""
        ramp = Image.new("RGB", (1, len(stops)))
        ramp.putdata([stop[:3] for stop in stops])
        corner = round(left * self.scale), round(top * self.scale)
        size = round(right * self.scale) - corner[0], round(bottom * self.scale) - corner[1]
        # One column first, then copied sideways: a tenth of the work.
        column = ramp.resize((1, size[1]), Image.Resampling.BILINEAR)
        self.image.paste(column.resize(size, Image.Resampling.NEAREST), corner)

    def pleats(self, top: float, bottom: float, folds: Sequence[float]) -> None:
        """Darken upright stripes: one factor (1 = unchanged) per stripe, evenly spread."""
        strip = Image.frombytes("L", (len(folds), 1), bytes(round(255 * fold) for fold in folds))
        edges = (0, round(top * self.scale), self.image.width, round(bottom * self.scale))
        row = strip.resize((edges[2], 1), Image.Resampling.BICUBIC)
        cloth = row.resize((edges[2], edges[3] - edges[1]), Image.Resampling.NEAREST)
        part = self.image.crop(edges)
        self.image.paste(ImageChops.multiply(part, Image.merge("RGB", (cloth,) * 3)), edges[:2])

    def soften(self, strength: float) -> None:
        """Blur what has been drawn so far, as a lens does with what lies far behind."""
        small = self.image.reduce(3).filter(ImageFilter.GaussianBlur(strength))
        self.image = small.resize(self.image.size, Image.Resampling.BILINEAR)
        self._take_pen()

    def finish(self, size: tuple[int, int], seed: int) -> Image.Image:
        """Scale down, then add one soft light, shade in the corners and a light grain."""
        picture = self.image.resize(size, Image.Resampling.HAMMING)
        picture.paste(SUNLIGHT, (0, 0), _light(size))
        picture.paste(DUSK, (0, 0), _corners(size))
        return ImageChops.add(picture, _grain(size, seed), 1, -128)


@lru_cache(maxsize=8)
def _light(size: tuple[int, int]) -> Image.Image:
    width, height = size
    pool = Image.radial_gradient("L").resize((width * 2, height * 2), Image.Resampling.BILINEAR)
    lit = pool.crop(
        (round(width * 0.68), round(height * 0.78), round(width * 1.68), round(height * 1.78))
    )
    return lit.point([max(0, round(58 - level * 0.36)) for level in range(256)])


@lru_cache(maxsize=8)
def _corners(size: tuple[int, int]) -> Image.Image:
    shade = Image.radial_gradient("L").resize(size, Image.Resampling.BILINEAR)
    return shade.point([round(max(0, level - 120) ** 1.3 * 0.062) for level in range(256)])


def _grain(size: tuple[int, int], seed: int) -> Image.Image:
    """Seeded, so that one seed stays one picture: Pillow's own noise cannot be seeded."""
    width, height = size
    noise = Image.frombytes("L", size, Random(seed).randbytes(width * height))  # noqa: S311
    fine = noise.point([128 + round((level - 127.5) / 127.5 * GRAIN) for level in range(256)])
    return Image.merge("RGB", (fine, fine, fine))
