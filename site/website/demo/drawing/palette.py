"""Fixed colours of the demo pictures, and the looks people may wear."""

from __future__ import annotations

from dataclasses import dataclass
from random import Random
from typing import Literal

from .canvas import Colour

Dress = Literal["suit", "shirt", "tunic", "blouse"]
Hair = Literal["short", "parted", "long", "bob", "bun"]

SKINS = ((226, 178, 140), (214, 160, 122), (196, 142, 104), (178, 124, 90), (232, 190, 156))
DARK_HAIR = ((28, 24, 26), (38, 30, 28), (46, 36, 32))
GREY_HAIR = ((98, 94, 94), (126, 122, 120))
SUITS = ((38, 46, 62), (30, 44, 76), (58, 62, 70), (74, 64, 60), (44, 58, 64))
SHIRTS = ((240, 240, 234), (206, 220, 234), (226, 230, 222), (190, 206, 220))
TUNICS = (
    (150, 52, 48),
    (38, 104, 84),
    (196, 150, 62),
    (108, 78, 128),
    (76, 116, 162),
    (222, 214, 200),
    (168, 92, 96),
    (54, 78, 124),
)
TIES = ((140, 40, 38), (36, 62, 116), (96, 74, 40), (60, 66, 84))
TROUSERS = ((36, 40, 50), (48, 46, 48), (30, 36, 54))
WHITE = (248, 247, 242)
GOLD = (190, 142, 58)
GOLD_PALE = (226, 190, 116)
VERMILION = (170, 44, 36)
LACQUER = (100, 25, 23)
INDIGO = (31, 63, 128)
LEAF = (58, 104, 76)
LEAF_DARK = (40, 78, 60)
FLOWERS = ((236, 220, 204), (222, 120, 92), (232, 178, 92), (206, 84, 92), (246, 238, 226))


@dataclass(frozen=True)
class Look:
    """What one person looks like: skin, hair and clothes, never a face."""

    woman: bool
    skin: Colour
    hair: Hair
    hair_colour: Colour
    dress: Dress
    colour: Colour
    tie: Colour
    trousers: Colour


def choose_look(rng: Random, woman: bool | None = None, formal: float = 0.65) -> Look:
    """A look drawn by lot; `formal` is the chance of a suit or an áo dài instead of shirt and blouse."""
    is_woman = rng.random() < 0.45 if woman is None else woman
    dressed_up = rng.random() < formal
    grey = rng.random() < 0.16
    return Look(
        woman=is_woman,
        skin=rng.choice(SKINS),
        hair=_hair(rng, is_woman, grey),
        hair_colour=rng.choice(GREY_HAIR if grey else DARK_HAIR),
        dress=_dress(is_woman, dressed_up),
        colour=_cloth(rng, is_woman, dressed_up),
        tie=rng.choice(TIES),
        trousers=rng.choice(TROUSERS),
    )


def _hair(rng: Random, woman: bool, grey: bool) -> Hair:
    if woman:
        return rng.choice(("bob", "bun") if grey else ("long", "bob", "bun", "long"))
    return rng.choice(("short", "parted"))


def _dress(woman: bool, dressed_up: bool) -> Dress:
    if woman:
        return "tunic" if dressed_up else "blouse"
    return "suit" if dressed_up else "shirt"


def _cloth(rng: Random, woman: bool, dressed_up: bool) -> Colour:
    if not dressed_up:
        return rng.choice(SHIRTS)
    return rng.choice(TUNICS if woman else SUITS)


@dataclass(frozen=True)
class Room:
    """Colours that go together: wall or curtain, panel, table cloth, floor."""

    wall: Colour
    panel: Colour
    cloth: Colour
    runner: Colour
    floor: Colour


ROOMS = (
    Room((54, 66, 104), (150, 42, 36), (240, 236, 228), (140, 38, 34), (122, 84, 58)),
    Room((62, 92, 82), (34, 66, 130), (238, 234, 224), (36, 66, 128), (112, 78, 56)),
    Room((202, 192, 174), (34, 66, 130), (36, 62, 116), (196, 150, 62), (136, 98, 68)),
    Room((70, 84, 118), (36, 70, 140), (242, 238, 230), (40, 70, 134), (126, 90, 64)),
    Room((196, 200, 190), (148, 42, 36), (240, 236, 228), (140, 40, 36), (128, 92, 66)),
    Room((108, 62, 56), (36, 66, 128), (238, 232, 222), (40, 66, 124), (106, 72, 52)),
)
