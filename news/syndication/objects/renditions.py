"""The sizes and formats in which a photo is handed on.

For the API they are made when an article is published, never when one is read: eight of them take
a second and more, and a list of twenty articles would keep its first reader waiting for half a
minute. The website's own pages ask for other sizes, which are made when they are first shown.
"""

import logging
from collections.abc import Iterable

from django.db.models import Q, QuerySet
from wagtail.images.exceptions import InvalidFilterSpecError
from wagtail.images.models import SourceImageIOError
from wagtail.models import CollectionViewRestriction

from news.models import Photo
from news.models.photos import PhotoRendition
from search.addresses import absolute

from .contract import RenditionObject

logger = logging.getLogger(__name__)

WIDTHS = (360, 720, 1080, 1440)
FORMATS = ("webp", "jpeg")


def specs_for(photo: Photo) -> list[str]:
    """No width above the original's; a photo smaller than the smallest keeps its own size."""
    widths = [width for width in WIDTHS if width <= photo.width] or [WIDTHS[0]]
    return [f"width-{width}|format-{name}" for width in widths for name in FORMATS]


def make_renditions(photo: Photo) -> None:
    """Make what is missing; done again, it makes nothing new."""
    try:
        photo.get_renditions(*specs_for(photo))
    except (OSError, SourceImageIOError, InvalidFilterSpecError) as error:
        logger.warning("Photo %s has no readable file: %s", photo.pk, error)


def public_photos(pks: Iterable[int]) -> dict[int, Photo]:
    """Photos outside private collections, by pk, with their renditions in hand."""
    every_spec = [f"width-{width}|format-{name}" for width in WIDTHS for name in FORMATS]
    photos = Photo.objects.prefetch_renditions(*every_spec).filter(pk__in=set(pks))
    return {photo.pk: photo for photo in in_public_collections(photos)}


def in_public_collections(items: QuerySet) -> QuerySet:
    """Images or documents that stand in no private collection, nor in one below it."""
    private = Q(pk__in=[])
    for path in CollectionViewRestriction.objects.values_list("collection__path", flat=True):
        private |= Q(collection__path__startswith=path)
    return items.exclude(private)


def renditions_of(photo: Photo) -> list[RenditionObject]:
    """Those that are ready, small to large, WebP before JPEG."""
    by_spec = {rendition.filter_spec: rendition for rendition in photo.prefetched_renditions}
    return [_rendition(by_spec[spec]) for spec in specs_for(photo) if spec in by_spec]


def _rendition(rendition: PhotoRendition) -> RenditionObject:
    return {
        "width": rendition.width,
        "height": rendition.height,
        "format": rendition.filter_spec.rpartition("format-")[2],
        "url": absolute(rendition.url),
    }
