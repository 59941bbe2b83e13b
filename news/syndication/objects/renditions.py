"""The sizes and formats in which a photo is handed on.

For the API they are made when an article is published, never when one is read: twelve of them take
two seconds, and a list of twenty articles would keep its first reader waiting for minutes. The website's own pages ask for other sizes, which are made when they are first shown.
"""

import logging
from collections.abc import Iterable
from typing import cast

from wagtail.images.exceptions import InvalidFilterSpecError
from wagtail.images.models import SourceImageIOError

from news.models import Photo
from news.models.photos import PhotoRendition
from news.syndication.statements import answers, objects
from search.addresses import absolute

from .contract import RenditionFormat, RenditionObject

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


def photos_of(pks: Iterable[int]) -> list[Photo]:
    return objects(Photo, "SELECT * FROM news_photo WHERE id IN {keys}", set(pks))


def renditions_of(photos: Iterable[Photo]) -> dict[int, list[RenditionObject]]:
    """Of each photo, by its pk, those that are ready: small to large, the lightest format first.

    Rows, not objects: an editor waits for this, and of a rendition as an object most of the time
    goes into preparing its file.
    """
    wanted = {photo.pk: specs_for(photo) for photo in photos}
    ready = {
        (photo, spec): _rendition(spec, *rest)
        for photo, spec, *rest in answers(_RENDITIONS, wanted)
        if spec in wanted[photo]
    }
    return {
        photo: [ready[photo, spec] for spec in specs if (photo, spec) in ready]
        for photo, specs in wanted.items()
    }


_RENDITIONS = """
    SELECT image_id, filter_spec, width, height, file FROM news_photorendition
    WHERE image_id IN {keys}
"""


def _rendition(spec: str, width: int, height: int, file: str) -> RenditionObject:
    return {
        "width": width,
        "height": height,
        "format": cast(RenditionFormat, spec.rpartition("format-")[2]),
        "url": absolute(PhotoRendition._meta.get_field("file").storage.url(file)),
    }
