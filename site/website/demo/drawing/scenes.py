"""Ten scenes of a department's working year."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from math import cos, sin
from random import Random

from .canvas import DUSK, Canvas, Colour, mix, tone, veil
from .figures import Body, certificate, seen_from_behind
from .furniture import (
    WOOD,
    curtain,
    floor,
    flowers,
    long_table,
    microphone,
    panel,
    plant,
    podium,
    sheet,
)
from .palette import (
    GOLD,
    GOLD_PALE,
    INDIGO,
    LACQUER,
    LEAF,
    LEAF_DARK,
    ROOMS,
    SHIRTS,
    SUITS,
    TUNICS,
    VERMILION,
    WHITE,
    Look,
    Room,
    choose_look,
)

Scene = Callable[[Canvas, Random, int], None]


def is_woman(seed: int) -> bool:
    """Whom a single-person picture shows: an odd seed a woman, an even one a man."""
    return seed % 2 == 1


def look_of(seed: int) -> Look:
    """The same person in every picture: the last two digits of a seed say who."""
    person = seed % 100
    return choose_look(Random(f"person {person}"), is_woman(person), formal=0.88)  # noqa: S311


def hall(canvas: Canvas, rng: Random, seed: int) -> None:
    room = rng.choice(ROOMS)
    curtain(canvas, rng, room.wall, 470)
    panel(canvas, rng, 300, 44, 860, 268, room.panel)
    floor(canvas, 452, room.floor)
    canvas.gradient(0, 512, canvas.width, 560, tone(room.floor, -0.3), tone(room.floor, -0.5))
    _presidium(canvas, rng, room)
    speaker = choose_look(rng)
    Body(canvas, speaker, 1000, 272, 300, "writing", seated=True).draw()
    podium(canvas, rng, 1000, 372, 104, 512)
    canvas.soften(0.9)
    _audience(canvas, rng)


def _presidium(canvas: Canvas, rng: Random, room: Room) -> None:
    seats = rng.choice((5, 6, 7))
    for seat in range(seats):
        Body(
            canvas,
            choose_look(rng, formal=0.8),
            340 + 480 * seat / (seats - 1),
            312,
            250,
            "writing",
            seated=True,
        ).draw()
    long_table(canvas, 280, 398, 880, 504, room)
    flowers(canvas, rng, 580, 400, 150, 44, 26)
    for x in (410, 750):
        flowers(canvas, rng, x, 400, 70, 28, 12)


def _audience(canvas: Canvas, rng: Random) -> None:
    canvas.gradient(0, 556, canvas.width, 800, (58, 46, 44), (40, 32, 34))
    for row, (top, size, gap) in enumerate(((546, 42, 82), (612, 56, 110), (694, 74, 146))):
        for place in range(int(1200 / gap) + 2):
            x = gap * (place - (0.3 if row % 2 else -0.1)) + rng.uniform(-0.05, 0.05) * gap
            if rng.random() > 0.06:
                seen_from_behind(
                    canvas,
                    choose_look(rng, formal=0.55),
                    x,
                    top + rng.uniform(-5, 5),
                    size,
                    0.06 + 0.08 * row,
                )
            _seat_back(canvas, x, top + size * 1.8, size, gap * 0.53)


def _seat_back(canvas: Canvas, x: float, top: float, size: float, half: float) -> None:
    colour = (96, 48, 44)
    canvas.box(x - half, top, x + half, top + size * 3, tone(colour, -0.28), size * 0.12)
    canvas.box(
        x - half * 0.96, top, x + half * 0.96, top + size * 0.16, tone(colour, 0.04), size * 0.08
    )


def speech(canvas: Canvas, rng: Random, seed: int) -> None:
    room = rng.choice(ROOMS)
    x = rng.choice((470, 600, 730))
    curtain(canvas, rng, room.wall, 800)
    centre = 1200 - x if x != 600 else 600
    panel(canvas, rng, centre - 330, 60, centre + 330, 340, room.panel)
    canvas.soften(2.6)
    canvas.shadow(x + 40, 470, 260, 220, 46)
    Body(canvas, look_of(seed), x, 112, 1240, "writing", seated=True).draw()
    podium(canvas, rng, x, 606, 540, 1000)
    sheet(canvas, x, 592, 230)
    microphone(canvas, x + 104, 590, 380, -50)


def handing_over(canvas: Canvas, rng: Random, seed: int) -> None:
    room = rng.choice(ROOMS)
    curtain(canvas, rng, room.wall, 640)
    panel(canvas, rng, 250, 40, 950, 290, room.panel)
    canvas.soften(2.2)
    floor(canvas, 632, room.floor)
    count = 3 + seed % 3
    gap = 190 if count < 5 else 166
    left = 600 - gap * count / 2
    for index in range(count, -1, -1):
        x, top = left + index * gap, 196 + rng.uniform(-10, 14)
        height = 742 - top
        canvas.shadow(x + 14, 738, 90, 16, 110)
        if index == 0:
            Body(
                canvas, choose_look(rng, False, formal=1), x + 26, top - 6, height + 6, "offering"
            ).draw()
            continue
        Body(canvas, choose_look(rng, formal=0.94), x, top, height, "holding").draw()
        certificate(canvas, x, top + height * 0.36, height * 0.165)


def signing(canvas: Canvas, rng: Random, seed: int) -> None:
    room = rng.choice(ROOMS)
    curtain(canvas, rng, room.wall, 800)
    panel(canvas, rng, 260, 30, 940, 250, room.panel)
    canvas.soften(2.4)
    witnesses = rng.choice((5, 6))
    for index in range(witnesses):
        x = 170 + 860 * index / (witnesses - 1)
        Body(
            canvas, choose_look(rng, formal=0.9), x, 186 + rng.uniform(-10, 12), 600, "joined"
        ).draw()
    canvas.soften(0.5)
    signers = 2 + seed % 2
    for index in range(signers):
        x = 600 + (index - (signers - 1) / 2) * 290
        Body(canvas, choose_look(rng, formal=1), x, 316, 640, "writing", seated=True).draw()
    _signing_table(canvas, rng, signers, room)


def _signing_table(canvas: Canvas, rng: Random, signers: int, room: Room) -> None:
    canvas.gradient(40, 596, 1160, 650, tone(room.cloth, 0.12), tone(room.cloth, 0.02))
    long_table(canvas, 40, 650, 1160, 830, room)
    for index in range(signers):
        x = 600 + (index - (signers - 1) / 2) * 290
        sheet(canvas, x, 636, 150)
        canvas.line([(x + 12, 618), (x + 34, 578)], (30, 34, 52), 5)
    for index in range(signers + 1):
        flowers(canvas, rng, 600 + (index - signers / 2) * 290, 640, 92, 46, 16)


def group(canvas: Canvas, rng: Random, seed: int) -> None:
    room = rng.choice(ROOMS)
    curtain(canvas, rng, room.wall, 640)
    panel(canvas, rng, 240, 24, 960, 240, room.panel)
    canvas.soften(2.2)
    floor(canvas, 628, room.floor)
    front = 6 + seed % 2
    for index in range(front - 1):
        x = 600 + (index - (front - 2) / 2) * 142
        Body(
            canvas, choose_look(rng, formal=0.85), x, 158 + rng.uniform(-8, 10), 540, "down"
        ).draw()
    canvas.box(70, 640, 1130, 660, veil(DUSK, 40))
    for index in range(front):
        x = 600 + (index - (front - 1) / 2) * 146
        top = 232 + rng.uniform(-8, 12)
        height = 752 - top
        canvas.shadow(x + 10, 748, 78, 14, 110)
        holds = rng.random() < 0.62
        Body(
            canvas, choose_look(rng, formal=0.95), x, top, height, "holding" if holds else "joined"
        ).draw()
        if holds:
            certificate(canvas, x, top + height * 0.36, height * 0.165)
        else:
            flowers(canvas, rng, x, top + height * 0.49, 70, 52, 14)


def training(canvas: Canvas, rng: Random, seed: int) -> None:
    wall = rng.choice(((226, 228, 220), (220, 226, 230), (232, 226, 214)))
    canvas.gradient(0, 0, 1200, 800, tone(wall, 0.2), wall, tone(wall, -0.16))
    _window(canvas, 1010, 60, 150, 290)
    _slide(canvas, rng, 200, 54, 760, 370)
    canvas.soften(0.9)
    Body(canvas, look_of(seed), 890, 176, 560, "pointing").draw()
    for row in _ROWS:
        _desk_row(canvas, rng, row)


def _window(canvas: Canvas, left: float, top: float, width: float, height: float) -> None:
    canvas.box(left - 10, top - 10, left + width + 10, top + height + 10, (246, 246, 240))
    canvas.gradient(
        left, top, left + width, top + height, (206, 226, 236), (226, 236, 232), (196, 214, 196)
    )
    canvas.box(left + width / 2 - 4, top, left + width / 2 + 4, top + height, (246, 246, 240))
    canvas.box(left, top + height * 0.4, left + width, top + height * 0.4 + 7, (246, 246, 240))


def _slide(
    canvas: Canvas, rng: Random, left: float, top: float, right: float, bottom: float
) -> None:
    canvas.box(left + 8, top + 10, right + 8, bottom + 10, veil(DUSK, 46))
    canvas.box(left - 6, top - 6, right + 6, bottom + 6, (86, 88, 92))
    canvas.box(left, top, right, bottom, (252, 251, 246))
    canvas.box(left, top, right, top + 58, INDIGO)
    canvas.box(left + 30, top + 22, left + 290, top + 37, (224, 232, 246), 7)
    for index in range(5):
        y = top + 92 + index * 40
        canvas.oval(left + 44, y + 7, 7, 7, VERMILION if index == 0 else INDIGO)
        canvas.box(left + 64, y, left + 64 + rng.uniform(120, 220), y + 13, (172, 176, 180), 6)
    for index in range(4):
        x = right - 200 + index * 44
        canvas.box(
            x,
            bottom - 36 - rng.uniform(50, 170),
            x + 28,
            bottom - 36,
            mix(INDIGO, (150, 180, 220), index / 4),
        )
    canvas.box(right - 214, bottom - 36, right - 20, bottom - 33, (120, 124, 128))


@dataclass(frozen=True)
class Row:
    """One row of desks: crown of the heads, height of a head, distance of the seats, desk edge."""

    top: float
    head: float
    gap: float
    desk: float
    first: float


_ROWS = (Row(410, 56, 172, 488, 60), Row(576, 78, 232, 682, 150))


def _desk_row(canvas: Canvas, rng: Random, row: Row) -> None:
    seats = [row.first + row.gap * place for place in range(-1, int(1200 / row.gap) + 1)]
    canvas.shadow(600, row.desk + row.head, 760, row.head * 0.7, 60)
    canvas.gradient(0, row.desk, 1200, row.desk + row.head * 0.5, tone(WOOD, 0.42), tone(WOOD, 0.3))
    canvas.box(0, row.desk + row.head * 0.5, 1200, row.desk + row.head * 0.58, tone(WOOD, -0.1))
    canvas.gradient(
        0, row.desk + row.head * 0.58, 1200, row.desk + row.head * 3, (112, 108, 106), (84, 82, 84)
    )
    for x in seats:
        _laptop(canvas, x + row.head * 0.9, row.desk + row.head * 0.16, row.head * 1.5)
    for x in seats:
        look = choose_look(rng, formal=0.3)
        if look.dress in ("shirt", "blouse") and rng.random() < 0.45:
            look = _recoloured(look, rng.choice(TUNICS + SUITS))
        seen_from_behind(
            canvas, look, x + rng.uniform(-8, 8), row.top + rng.uniform(-6, 6), row.head
        )


def _recoloured(look: Look, colour: Colour) -> Look:
    return replace(look, colour=colour)


def _laptop(canvas: Canvas, x: float, desk: float, width: float) -> None:
    left, top = x - width / 2, desk - width * 0.6
    canvas.box(left, top, left + width, desk, (70, 74, 82), 4)
    canvas.box(left + 4, top + 4, left + width - 4, desk - 5, (214, 226, 236))
    canvas.box(left + 10, top + 10, left + width - 10, top + 17, INDIGO, 3)
    for line in range(2):
        canvas.box(
            left + 10,
            top + 25 + line * 10,
            left + width * 0.7,
            top + 29 + line * 10,
            (172, 182, 192),
            2,
        )
    canvas.polygon(
        [
            (left, desk),
            (left + width, desk),
            (left + width * 1.06, desk + width * 0.13),
            (left - width * 0.06, desk + width * 0.13),
        ],
        (92, 96, 104),
    )


def counter(canvas: Canvas, rng: Random, seed: int) -> None:
    """The one-stop service counter."""
    canvas.gradient(0, 0, 1200, 560, (236, 236, 228), (226, 228, 222), (206, 208, 204))
    _sign_band(canvas, rng)
    _queue_display(canvas, rng)
    for index in range(4):
        x = 180 + index * 280
        Body(canvas, choose_look(rng, formal=0.35), x - 34, 268, 420, "writing", seated=True).draw()
    canvas.soften(0.6)
    _counter_desk(canvas, rng)
    floor(canvas, 600, (190, 186, 176))
    plant(canvas, rng, 1128 if seed % 2 else 72, 700, 250)
    _visitors(canvas, rng, seed)


def _sign_band(canvas: Canvas, rng: Random) -> None:
    canvas.gradient(0, 58, 1200, 142, tone(LACQUER, 0.08), LACQUER)
    canvas.box(0, 142, 1200, 147, GOLD)
    for index in range(4):
        x = 180 + index * 280
        canvas.box(x - 84, 78, x + 84, 122, (250, 246, 236), 5)
        half = rng.uniform(38, 62)
        canvas.box(x - half, 94, x + half, 106, tone(LACQUER, 0.1), 5)


def _queue_display(canvas: Canvas, rng: Random) -> None:
    for index in range(4):
        x = 180 + index * 280
        canvas.box(x + 62, 176, x + 122, 214, (40, 42, 48), 4)
        for digit in range(3):
            canvas.box(x + 72 + digit * 15, 186, x + 81 + digit * 15, 204, (224, 96, 70), 2)


def _counter_desk(canvas: Canvas, rng: Random) -> None:
    for index in range(4):
        x = 180 + index * 280
        canvas.box(x + 18, 366, x + 112, 430, (58, 62, 70), 5)
        canvas.box(x + 58, 430, x + 72, 450, (58, 62, 70))
        canvas.box(x - 140, 300, x - 136, 446, veil((120, 140, 150), 120))
        sheet(canvas, x - 50, 450, 70)
    canvas.box(0, 446, 1200, 466, tone(WOOD, 0.36))
    canvas.gradient(0, 466, 1200, 606, (244, 242, 234), (222, 220, 212))
    for index in range(5):
        canvas.box(38 + index * 280, 470, 42 + index * 280, 604, veil(DUSK, 22))
    canvas.box(0, 560, 1200, 572, tone(LACQUER, 0.15))


def _visitors(canvas: Canvas, rng: Random, seed: int) -> None:
    stations = rng.sample((180, 460, 740, 1020), 2 + seed % 2)
    for x in stations:
        look = choose_look(rng, formal=0.4)
        if look.dress == "shirt":
            look = _recoloured(look, rng.choice(SHIRTS + SUITS))
        place = min(max(x + rng.uniform(-70, 30), 150), 1050)
        canvas.shadow(place + 10, 800, 190, 30, 90)
        seen_from_behind(canvas, look, place, 380 + rng.uniform(-24, 24), 128)


TILE_TONES = ("hỏi", "nặng", "nặng", "hỏi", "ngang", "ngang")


def office(canvas: Canvas, rng: Random, seed: int) -> None:
    _sky(canvas, rng)
    canvas.blob([(-80, 520), (120, 400), (330, 470), (560, 380), (820, 460), (1010, 390), (1300, 500), (1300, 640), (-80, 640)],
                veil((120, 146, 140), 150))  # fmt: skip
    canvas.soften(1.2)
    canvas.gradient(0, 610, 1200, 800, (176, 186, 150), (150, 160, 134), (128, 134, 122))
    _building(canvas, rng)
    _flag(canvas, 838, 168)
    canvas.polygon([(470, 640), (730, 640), (860, 800), (340, 800)], (206, 200, 188))
    for x, height in ((96, 250), (226, 190), (1108, 264), (966, 186)):
        _tree(canvas, rng, x, 664, height)
    canvas.gradient(0, 772, 1200, 800, LEAF, LEAF_DARK)


SKIES = (
    ((148, 182, 210), (206, 222, 226), (244, 232, 212)),
    ((226, 178, 142), (244, 214, 178), (250, 236, 210)),
    ((170, 186, 196), (210, 216, 214), (232, 230, 220)),
)


def _sky(canvas: Canvas, rng: Random) -> None:
    canvas.gradient(0, 0, 1200, 660, *rng.choice(SKIES))
    for _ in range(4):
        x, y, width = rng.uniform(0, 1200), rng.uniform(40, 240), rng.uniform(90, 190)
        for share in (-0.6, -0.2, 0.25, 0.6):
            canvas.oval(
                x + share * width, y + abs(share) * 10, width * 0.42, width * 0.1, veil(WHITE, 60)
            )


def _building(canvas: Canvas, rng: Random) -> None:
    wall = rng.choice(((240, 230, 206), (236, 232, 222), (234, 220, 196)))
    canvas.shadow(600, 642, 520, 26, 120)
    canvas.gradient(190, 236, 1010, 640, tone(wall, 0.2), wall, tone(wall, -0.1))
    canvas.box(176, 222, 1024, 242, tone(wall, -0.16))
    canvas.box(176, 214, 1024, 224, tone(LACQUER, 0.12))
    for level in range(3):
        y = 276 + level * 120
        for column in (0, 1, 2, 6, 7, 8):
            x = 222 + column * 86
            canvas.box(x, y, x + 62, y + 72, (96, 126, 146))
            canvas.polygon([(x, y), (x + 40, y), (x + 12, y + 72), (x, y + 72)], veil(WHITE, 50))
            canvas.box(x + 29, y, x + 33, y + 72, tone(wall, 0.1))
            canvas.box(x - 5, y + 72, x + 67, y + 80, tone(wall, -0.2))
    _tile_screen(canvas, 478, 222, 722, 548)
    canvas.box(452, 544, 748, 562, tone(wall, -0.2))
    canvas.box(508, 562, 692, 640, (70, 66, 66))
    canvas.box(516, 568, 596, 640, (124, 148, 158))
    canvas.box(604, 568, 684, 640, (124, 148, 158))
    for step in range(3):
        canvas.box(
            470 - step * 18,
            632 + step * 8,
            730 + step * 18,
            641 + step * 8,
            tone((210, 204, 194), -0.06 * step),
        )


def _tile_screen(canvas: Canvas, left: float, top: float, right: float, bottom: float) -> None:
    """The screen wall of tone tiles: each brick is a tone of the department's name."""
    side = (right - left) / 6
    for row in range(round((bottom - top) / side)):
        for column in range(6):
            x, y = left + column * side, top + row * side
            ground = (214, 120, 92) if (row + column) % 2 else (206, 110, 84)
            canvas.box(x, y, x + side, y + side, ground)
            _tile(canvas, TILE_TONES[(row * 5 + column) % 6], x, y, side)


def _tile(canvas: Canvas, tone_name: str, x: float, y: float, side: float) -> None:
    pale, width = (250, 236, 214), side * 0.17
    if tone_name == "ngang":
        canvas.box(x, y + side / 2 - width / 2, x + side, y + side / 2 + width / 2, pale)
    elif tone_name == "nặng":
        canvas.oval(x + side / 2, y + side / 2, side * 0.22, side * 0.22, pale)
    else:
        canvas.arc(x, y, side / 2, 0, 90, pale, width)
        canvas.arc(x + side, y + side, side / 2, 180, 270, pale, width)


def _flag(canvas: Canvas, x: float, y: float) -> None:
    canvas.line([(x, 218), (x, y - 64)], (196, 196, 194), 5)
    canvas.polygon(
        [
            (x, y - 60),
            (x + 40, y - 56),
            (x + 78, y - 62),
            (x + 78, y - 14),
            (x + 40, y - 8),
            (x, y - 12),
        ],
        (200, 36, 30),
    )
    canvas.polygon(_star(x + 39, y - 35, 14), (248, 212, 66))


def _star(x: float, y: float, radius: float) -> list[tuple[float, float]]:
    rays = (
        (0, -1),
        (0.22, -0.31),
        (0.95, -0.31),
        (0.36, 0.12),
        (0.59, 0.81),
        (0, 0.38),
        (-0.59, 0.81),
        (-0.36, 0.12),
        (-0.95, -0.31),
        (-0.22, -0.31),
    )
    return [(x + dx * radius, y + dy * radius) for dx, dy in rays]


def _tree(canvas: Canvas, rng: Random, x: float, bottom: float, height: float) -> None:
    canvas.shadow(x, bottom, height * 0.36, 12, 90)
    canvas.polygon(
        [
            (x - 7, bottom),
            (x + 7, bottom),
            (x + 4, bottom - height * 0.5),
            (x - 4, bottom - height * 0.5),
        ],
        (96, 74, 58),
    )
    for shade, spread in ((LEAF_DARK, 0.0), (LEAF, 0.06), (tone(LEAF, 0.14), 0.14)):
        for _ in range(6):
            px = x + rng.uniform(-0.24, 0.24) * height - spread * height * 0.5
            py = bottom - height * (rng.uniform(0.5, 0.86) + spread * 0.4)
            size = height * rng.uniform(0.1, 0.19) * (1 - spread * 2)
            canvas.oval(px, py, size, size * 0.86, shade)


def hills(canvas: Canvas, rng: Random, seed: int) -> None:
    sky, far, near = _HOURS[seed % 3]
    canvas.gradient(0, 0, 1200, 620, *sky)
    canvas.oval(rng.uniform(280, 940), rng.uniform(110, 190), 42, 42, veil((255, 246, 220), 220))
    for layer in range(5):
        share = layer / 4
        canvas.polygon(_ridge(rng, 230 + layer * 74, 66 - layer * 6), mix(far, near, share))
        if layer in (0, 2):
            canvas.soften(1.2)
    _terraces(canvas, rng, seed)
    _stilt_houses(canvas, rng)


_HOURS = (
    (((190, 206, 214), (226, 224, 208), (248, 232, 200)), (152, 174, 182), (44, 82, 70)),
    (((226, 170, 136), (244, 206, 164), (250, 228, 190)), (156, 158, 176), (48, 76, 72)),
    (((160, 192, 214), (200, 220, 226), (232, 238, 230)), (140, 172, 186), (40, 88, 72)),
)


def _ridge(rng: Random, level: float, swing: float) -> list[tuple[float, float]]:
    shifts = [rng.uniform(0, 6.28) for _ in range(3)]
    outline = [
        (
            x,
            level
            - swing
            * (
                sin(x / 210 + shifts[0])
                + 0.5 * sin(x / 96 + shifts[1])
                + 0.22 * sin(x / 41 + shifts[2])
            ),
        )
        for x in range(-10, 1222, 12)
    ]
    return [*outline, (1220, 820), (-20, 820)]


def _terraces(canvas: Canvas, rng: Random, seed: int) -> None:
    """Stacked rice terraces: each step a band with a lighter bank, growing towards the viewer."""
    ripe = ((196, 178, 84), (150, 166, 78), (112, 150, 84))[seed % 3]
    shift = rng.uniform(0, 6.28)
    level, step = 560.0, 12.0
    index = 0
    while level < 830:
        edge = [
            (
                x,
                level
                + step * 1.1 * sin(x / (150 + index * 12) + shift + index * 0.5)
                + 0.00011 * (x - 560) ** 2 * (1 + index * 0.1),
            )
            for x in range(-10, 1222, 14)
        ]
        field = mix(ripe, LEAF, 0.5 * ((index * 37) % 5) / 4)
        canvas.polygon([*edge, (1220, 830), (-20, 830)], tone(field, -0.26))
        inset = [(x, y + step * 0.3) for x, y in edge]
        canvas.polygon([*inset, (1220, 830), (-20, 830)], field)
        level += step * 1.25
        step *= 1.17
        index += 1


def _stilt_houses(canvas: Canvas, rng: Random) -> None:
    x = rng.choice((220, 880))
    for offset, size in ((0, 46), (86, 36), (-70, 32)):
        _stilt_house(canvas, x + offset, 566 + abs(offset) * 0.12, size)


def _stilt_house(canvas: Canvas, x: float, bottom: float, size: float) -> None:
    canvas.box(
        x - size * 0.6, bottom - size * 0.62, x + size * 0.6, bottom - size * 0.2, (126, 92, 64)
    )
    for share in (-0.5, -0.15, 0.2, 0.5):
        canvas.box(
            x + share * size - 1.5,
            bottom - size * 0.2,
            x + share * size + 1.5,
            bottom,
            (74, 54, 42),
        )
    canvas.polygon(
        [
            (x - size * 0.82, bottom - size * 0.56),
            (x + size * 0.82, bottom - size * 0.56),
            (x + size * 0.5, bottom - size * 1.12),
            (x - size * 0.5, bottom - size * 1.12),
        ],
        (96, 82, 74),
    )
    canvas.polygon(
        [
            (x, bottom - size * 0.56),
            (x + size * 0.82, bottom - size * 0.56),
            (x + size * 0.5, bottom - size * 1.12),
            (x, bottom - size * 1.12),
        ],
        veil(DUSK, 40),
    )
    canvas.box(
        x - size * 0.1, bottom - size * 0.52, x + size * 0.12, bottom - size * 0.2, (244, 206, 130)
    )


def document(canvas: Canvas, rng: Random, seed: int) -> None:
    desk = rng.choice(((124, 84, 56), (146, 106, 74), (96, 70, 54)))
    canvas.gradient(0, 0, 1200, 800, tone(desk, 0.1), desk, tone(desk, -0.16))
    for _ in range(26):
        y = rng.uniform(0, 800)
        canvas.line(
            [(0, y), (400, y + rng.uniform(-9, 9)), (820, y + rng.uniform(-9, 9)), (1200, y)],
            veil(DUSK, rng.randint(10, 24)),
            rng.uniform(1, 3),
        )
    canvas.soften(0.7)
    Sheet(canvas, 640, 420, rng.uniform(-0.02, 0.16), 470, 660).blank(
        INDIGO if seed % 2 else LACQUER
    )
    paper = Sheet(canvas, 590, 410, rng.uniform(-0.13, -0.03), 456, 650)
    paper.text(rng)
    paper.seal()
    _pen(canvas, rng)
    _cup(canvas, 190 if seed % 2 else 1010, 190)


class Sheet:
    """A page lying at an angle: give it places from its own centre."""

    def __init__(
        self, canvas: Canvas, x: float, y: float, angle: float, width: float, height: float
    ) -> None:
        self.canvas, self.x, self.y = canvas, x, y
        self.cos, self.sin = cos(angle), sin(angle)
        self.width, self.height = width, height

    def at(self, x: float, y: float) -> tuple[float, float]:
        return self.x + x * self.cos - y * self.sin, self.y + x * self.sin + y * self.cos

    def box(self, left: float, top: float, right: float, bottom: float, fill: Colour) -> None:
        self.canvas.polygon(
            [
                self.at(left, top),
                self.at(right, top),
                self.at(right, bottom),
                self.at(left, bottom),
            ],
            fill,
        )

    def blank(self, colour: Colour) -> None:
        half, tall = self.width / 2, self.height / 2
        self.box(-half + 12, -tall + 16, half + 14, tall + 16, veil(DUSK, 70))
        self.box(-half, -tall, half, tall, tone(colour, 0.06))
        self.box(-half, -tall, -half + 26, tall, tone(colour, -0.2))

    def text(self, rng: Random) -> None:
        half, tall = self.width / 2, self.height / 2
        self.box(-half + 10, -tall + 14, half + 12, tall + 14, veil(DUSK, 60))
        self.box(-half, -tall, half, tall, (252, 250, 242))
        ink, pale = (96, 98, 102), (166, 166, 164)
        self.box(-half + 46, -tall + 50, -half + 190, -tall + 60, ink)
        self.box(-half + 74, -tall + 70, -half + 162, -tall + 76, pale)
        self.box(half - 220, -tall + 50, half - 40, -tall + 60, ink)
        self.box(half - 186, -tall + 70, half - 74, -tall + 76, pale)
        self.box(-64, -tall + 122, 64, -tall + 136, VERMILION)
        self.box(-118, -tall + 150, 118, -tall + 158, ink)
        for index in range(13):
            y = -tall + 200 + index * 23
            indent = 70 if index % 4 == 0 else 46
            right = half - 46 - (rng.uniform(80, 210) if index % 4 == 3 else 0)
            self.box(-half + indent, y, right, y + 8, pale)
        self.box(half - 190, tall - 132, half - 62, tall - 122, ink)
        self.box(half - 180, tall - 34, half - 72, tall - 26, ink)

    def seal(self) -> None:
        x, y = self.at(self.width / 2 - 160, self.height / 2 - 78)
        red = veil((196, 40, 34), 220)
        self.canvas.ring(x, y, 46, red, 5)
        self.canvas.ring(x, y, 36, red, 2)
        for offset, half in ((-10, 18), (2, 24), (14, 16)):
            self.canvas.box(x - half, y + offset - 3, x + half, y + offset + 3, red, 3)
        start, low = self.width / 2 - 162, self.height / 2 - 74
        strokes = [
            (step * 2.3, -26 * sin(step * 0.42) * (1 - step / 60) - step * 0.25)
            for step in range(52)
        ]
        self.canvas.line([self.at(start + dx, low + dy) for dx, dy in strokes], (34, 62, 130), 2.6)


def _pen(canvas: Canvas, rng: Random) -> None:
    x, y = rng.uniform(870, 920), rng.uniform(470, 540)
    canvas.limb([(x + 10, y + 14), (x + 110, y - 206)], veil(DUSK, 60), 18)
    canvas.limb([(x, y), (x + 100, y - 220)], (30, 36, 56), 17)
    canvas.polygon([(x - 8, y - 2), (x + 8, y + 5), (x - 12, y + 36)], GOLD_PALE)
    canvas.line([(x + 34, y - 74), (x + 40, y - 88)], GOLD_PALE, 18)
    canvas.line([(x + 84, y - 206), (x + 62, y - 150)], GOLD, 4)


def _cup(canvas: Canvas, x: float, y: float) -> None:
    canvas.shadow(x + 14, y + 16, 118, 112, 110)
    canvas.oval(x, y, 108, 104, (236, 232, 222))
    canvas.oval(x, y, 96, 92, (222, 216, 204))
    canvas.oval(x, y, 70, 67, (248, 246, 238))
    canvas.oval(x, y, 58, 55, (158, 116, 56))
    canvas.oval(x - 14, y - 14, 26, 18, veil((226, 190, 120), 90))


SCENES: dict[str, Scene] = {
    "hall": hall,
    "speech": speech,
    "handing_over": handing_over,
    "signing": signing,
    "group": group,
    "training": training,
    "counter": counter,
    "office": office,
    "hills": hills,
    "document": document,
}
