"""Demo pictures, drawn instead of photographed: one seed, one picture.

No picture shows a face, a letter or an emblem, so none can be mistaken for a real person or a real paper.
"""

from __future__ import annotations

from random import Random

from PIL import Image

from .drawing.canvas import Canvas, mix, tone
from .drawing.figures import Body
from .drawing.scenes import SCENES, look_of

SCENE_SIZE = (1200, 800)
PORTRAIT_SIZE = (800, 1000)
GROUNDS = ((206, 214, 206), (202, 210, 220), (222, 212, 198), (214, 206, 214), (198, 212, 212))


def draw(scene: str, seed: int, size: tuple[int, int] = SCENE_SIZE) -> Image.Image:
    """One of the scenes named in `shapes.MOMENTS`; the same scene and seed give the same bytes."""
    canvas = Canvas(*SCENE_SIZE)
    SCENES[scene](canvas, Random(f"{scene} {seed}"), seed)  # noqa: S311
    return canvas.finish(size, seed)


def portrait(seed: int, size: tuple[int, int] = PORTRAIT_SIZE) -> Image.Image:
    """A bust before a plain ground, 4:5; an odd seed is a woman, an even one a man."""
    rng = Random(f"portrait {seed}")  # noqa: S311
    canvas = Canvas(*PORTRAIT_SIZE)
    ground = rng.choice(GROUNDS)
    canvas.gradient(0, 0, 800, 1000, tone(ground, 0.25), ground, mix(ground, (96, 92, 96), 0.35))
    Body(canvas, look_of(seed), 400, 170, 2250).draw()
    return canvas.finish(size, seed)
