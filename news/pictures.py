"""A photo in running text, in the sizes that are ready for it.

They are the sizes of the API, which the worker makes after an article is published. A reader who
comes before it is shown two or three that are made at once, and does not wait for all twelve.
"""

from dataclasses import dataclass

from news.models import Photo, PhotoRendition
from news.syndication.objects.renditions import FORMATS, specs_for

PLAIN = "jpeg"
MIDDLE = 720


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
    ready = {rendition.filter_spec: rendition for rendition in photo.renditions.all()}
    wanted = specs_for(photo)
    at_once = _at_once(wanted)
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
        large=plain[-1],
    )


def _at_once(specs: list[str]) -> list[str]:
    """Of the formats that are made quickly: the middle size, and the largest to look at closely."""
    quick = [spec for spec in specs if not spec.endswith("-avif")]
    middle = [spec for spec in quick if spec.startswith(f"width-{MIDDLE}|")]
    return list(dict.fromkeys([*(middle or quick[-2:]), quick[-1]]))


def _nearest(sizes: list[PhotoRendition]) -> PhotoRendition:
    return min(sizes, key=lambda size: abs(size.width - MIDDLE))


def _srcset(sizes: list[PhotoRendition]) -> str:
    return ", ".join(f"{size.url} {size.width}w" for size in sizes)
