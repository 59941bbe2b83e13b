"""Colours a portal chooses, and the ink that can be read on them."""

BLACK, WHITE = "#000000", "#ffffff"


def ink_on(ground: str) -> str:
    """Black or white, whichever stands out more: at least 4.58 to 1 on any ground.

    So no colour has to be refused. static/syndication/widget.js chooses by the same rule.
    """
    return max(WHITE, BLACK, key=lambda ink: contrast(ink, ground))


def contrast(one: str, other: str) -> float:
    """WCAG's ratio of two #rrggbb, from 1 to 21."""
    dark, light = sorted((_luminance(one), _luminance(other)))
    return (light + 0.05) / (dark + 0.05)


def _luminance(colour: str) -> float:
    red, green, blue = (_linear(int(colour[at : at + 2], 16) / 255) for at in (1, 3, 5))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _linear(channel: float) -> float:
    return channel / 12.92 if channel <= 0.04045 else ((channel + 0.055) / 1.055) ** 2.4
