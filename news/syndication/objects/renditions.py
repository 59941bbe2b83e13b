"""The sizes and formats in which a photo is handed on.

For the API the worker makes them, when a photo is uploaded or an article published, never when one is
read: twelve of them take two seconds, and a list of twenty articles would keep its first reader waiting
for minutes. The website's own pages ask for other sizes, which are made when they are first shown; those of
the card that a page begins with beforehand, too.
"""

import logging
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import cast

from wagtail.images.models import Filter

from news.models import Photo
from news.models.photos import PhotoRendition, PhotoReplaced
from news.syndication.statements import answers, objects
from search.addresses import absolute

from .contract import RenditionFormat, RenditionObject

logger = logging.getLogger(__name__)

WIDTHS = (360, 720, 1080, 1440)
FORMATS = ("avif", "webp", "jpeg")
EVERY_SPEC = frozenset(f"width-{width}|format-{name}" for width in WIDTHS for name in FORMATS)
SMALL = ("width-360|format-webp", "width-720|format-webp")
MIDDLE = 720
LARGE = "width-1440|format-jpeg"  # or as large as the photo is; to look at closely
LARGE_CARD = Filter.expand_spec("fill-{360x240,720x480,1200x800}|format-{avif,webp,jpeg}")


def specs_for(photo: Photo) -> list[str]:
    """No width above the original's; a photo smaller than the smallest keeps its own size."""
    widths = [width for width in WIDTHS if width <= photo.width] or [WIDTHS[0]]
    return [f"width-{width}|format-{name}" for width in widths for name in FORMATS]


def specs_at_once(photo: Photo) -> list[str]:
    """Few, and made quickly: for a reader of the website who comes before the worker. The middle size,
    or the largest of a small photo, and the one to look at closely."""
    quick = [spec for spec in specs_for(photo) if not spec.endswith("-avif")]
    middle = [spec for spec in quick if spec.startswith(f"width-{MIDDLE}|")] or quick[-2:]
    return [*middle, LARGE]


def make_renditions(photo: Photo) -> None:
    """Make what is missing; done again, it makes nothing new."""
    _make(photo, specs_for(photo))


def make_large_card_renditions(photo: Photo) -> None:
    _make(photo, LARGE_CARD)


def make_small_renditions(photo: Photo) -> None:
    """For a draft that is looked at before the worker has come to its photos: somebody waits for them."""
    wanted = specs_for(photo)
    small = [spec for spec in wanted if spec in SMALL]
    _make(photo, small if len(small) > 1 else wanted)


def _make(photo: Photo, wanted: Sequence[str]) -> None:
    ready = photo.renditions.filter(focal_point_key__in=photo.focal_point_keys)
    if ready.filter(filter_spec__in=wanted).count() >= len(wanted):
        return
    try:
        photo.get_renditions(*wanted)
    except PhotoReplaced as replaced:
        logger.info("No sizes made: %s", replaced)  # those of the new file are asked for with it
    except Exception as error:  # whatever a decoder makes of it: the others do not wait for it
        logger.warning("Photo %s has no readable file: %s", photo.pk, error)


def photos_of(pks: Iterable[int]) -> list[Photo]:
    return objects(Photo, "SELECT * FROM news_photo WHERE id IN {keys}", set(pks))


def renditions_of(photos: Iterable[Photo]) -> dict[int, list[RenditionObject]]:
    """Of each photo, by its pk, those that are ready: small to large, the lightest format first.

    None of a photo of which only the website has made some so far: a portal fetches an article once,
    when all are there, and not each time one of its photos is looked at.

    Rows, not objects: an editor waits for this, and of a rendition as an object most of the time
    goes into preparing its file.
    """
    of_photos = {photo.pk: photo for photo in photos}
    ready: dict[int, dict[str, RenditionObject]] = defaultdict(dict)
    for photo, spec, *rest in answers(_RENDITIONS, of_photos):
        if spec in EVERY_SPEC:
            ready[photo][spec] = _rendition(spec, *rest)
    return {pk: _told(photo, ready[pk]) for pk, photo in of_photos.items()}


def _told(photo: Photo, ready: Mapping[str, RenditionObject]) -> list[RenditionObject]:
    told = [spec for spec in specs_for(photo) if spec in ready]
    return [] if {*told} <= {*specs_at_once(photo)} else [ready[spec] for spec in told]


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
