"""The sizes and formats in which a photo is handed on.

For the API they are made when an article is published, never when one is read: twelve of them take
two seconds, and a list of twenty articles would keep its first reader waiting for minutes. The website's own pages ask for other sizes, which are made when they are first shown.
"""

import logging
from collections.abc import Iterable

from wagtail.images.exceptions import InvalidFilterSpecError
from wagtail.images.models import SourceImageIOError

from news.models import Photo
from news.models.photos import PhotoRendition
from search.addresses import absolute

from .contract import RenditionObject

logger = logging.getLogger(__name__)

WIDTHS = (360, 720, 1080, 1440)
FORMATS = ("avif", "webp", "jpeg")
EVERY_SPEC = [f"width-{width}|format-{name}" for width in WIDTHS for name in FORMATS]


def specs_for(photo: Photo) -> list[str]:
    """No width above the original's; a photo smaller than the smallest keeps its own size."""
    widths = [width for width in WIDTHS if width <= photo.width] or [WIDTHS[0]]
    return [f"width-{width}|format-{name}" for width in widths for name in FORMATS]


def make_renditions(photo: Photo) -> bool:
    """Make what is missing, and say whether anything was; done again, it makes nothing new."""
    wanted = specs_for(photo)
    if photo.renditions.filter(filter_spec__in=wanted).count() >= len(wanted):
        return False
    try:
        photo.get_renditions(*wanted)
    except (OSError, SourceImageIOError, InvalidFilterSpecError) as error:
        logger.warning("Photo %s has no readable file: %s", photo.pk, error)
        return False
    return True


def photos_with_renditions(pks: Iterable[int]) -> list[Photo]:
    """With `prefetched_renditions` in hand."""
    wanted = set(pks)
    photos = Photo.objects.filter(pk__in=wanted)
    return list(photos.prefetch_renditions(*EVERY_SPEC)) if wanted else []


def renditions_of(photo: Photo) -> list[RenditionObject]:
    """Those that are ready, small to large, of one size the lightest format first."""
    by_spec = {rendition.filter_spec: rendition for rendition in photo.prefetched_renditions}
    return [_rendition(by_spec[spec]) for spec in specs_for(photo) if spec in by_spec]


def _rendition(rendition: PhotoRendition) -> RenditionObject:
    return {
        "width": rendition.width,
        "height": rendition.height,
        "format": rendition.filter_spec.rpartition("format-")[2],
        "url": absolute(rendition.url),
    }
