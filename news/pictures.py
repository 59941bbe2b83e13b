"""A photo in running text, in the sizes that are ready for it.

They are the sizes of the API, which the worker makes when a photo is uploaded or an article published.
A reader who comes before it is shown two or three that are made at once, and does not wait for all twelve.
So it is with the picture of the card that a page begins with.
"""

from dataclasses import dataclass

from wagtail.images.models import Picture as CardPicture
from wagtail.images.shortcuts import get_renditions_or_not_found

from news.models import Photo, PhotoRendition
from news.syndication.objects.renditions import (
    FORMATS,
    LARGE,
    LARGE_CARD,
    MIDDLE,
    specs_at_once,
    specs_for,
)

PLAIN = "jpeg"


@dataclass(frozen=True)
class Source:
    """One format, in all its widths."""

    mime_type: str
    srcset: str


@dataclass(frozen=True)
class Picture:
    sources: list[Source]  # the lightest format first
    plain: PhotoRendition  # what every browser reads, in a middle size
    plain_srcset: str
    large: PhotoRendition


def picture_of(photo: Photo) -> Picture | None:
    """None where the file is lost or cannot be read. No query, if the renditions were prefetched."""
    ready = photo.ready_renditions()
    wanted, at_once = specs_for(photo), specs_at_once(photo)
    if not all(spec in ready for spec in at_once):
        try:
            made = photo.get_renditions(*at_once)
        except (OSError, ValueError):
            return None
        ready |= {spec: made[spec] for spec in at_once}
    by_format = {
        name: [ready[spec] for spec in wanted if spec in ready and spec.endswith(f"-{name}")]
        for name in FORMATS
    }
    plain = by_format.pop(PLAIN)
    return Picture(
        sources=[
            Source(f"image/{name}", _srcset(sizes)) for name, sizes in by_format.items() if sizes
        ],
        plain=_nearest(plain),
        plain_srcset=_srcset(plain),
        large=ready[LARGE],
    )


def picture_of_large_card(photo: Photo) -> CardPicture:
    """Without AVIF, which takes longest, until the worker has made it. No query, as above."""
    ready = photo.ready_renditions()
    shown = [spec for spec in LARGE_CARD if spec in ready or not spec.endswith("-avif")]
    words = {"sizes": "(min-width: 64rem) 43rem, 100vw", "alt": "", "fetchpriority": "high"}
    return CardPicture(get_renditions_or_not_found(photo, shown), words)


def _nearest(sizes: list[PhotoRendition]) -> PhotoRendition:
    return min(sizes, key=lambda size: abs(size.width - MIDDLE))


def _srcset(sizes: list[PhotoRendition]) -> str:
    return ", ".join(f"{size.url} {size.width}w" for size in sizes)
