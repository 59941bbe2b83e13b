"""/hinh-chia-se/…: what a shared link shows of a page without a photo: its title, brick by brick.

The same tiles as `website_tags` draws for browsers, as a PNG, which is all that others' programs read.
"""

from itertools import cycle, islice

from django.core.cache import cache
from django.http import Http404, HttpRequest, HttpResponse
from django.views.decorators.cache import cache_control
from django.views.decorators.http import require_safe
from wagtail.models import Page

from news.awards.models import AwardAnnouncementPage
from news.models import SectionPage
from news.models.base import PublicPageQuerySet
from search.vietnamese.tones import LEVEL, tones

WIDTH, HEIGHT = 1200, 630
COLUMNS, ROWS = 12, 6
DAY = 24 * 60 * 60
OF_THE_HOUSE = "lacquer"


@require_safe
@cache_control(public=True, max_age=DAY)
def share_picture(request: HttpRequest, pk: int) -> HttpResponse:
    """The picture of a public page."""
    page = PublicPageQuerySet(Page).publicly_visible().filter(pk=pk).first()
    if page is None:
        raise Http404
    return HttpResponse(picture(page.title, tile_set_of(page)), content_type="image/png")


def tile_set_of(page: Page) -> str:
    """Gold for awards, the section's own for what stands in it, else the colour of the house."""
    if issubclass(page.specific_class or Page, AwardAnnouncementPage):
        return "vang"
    sections = SectionPage.objects.ancestor_of(page, inclusive=True)
    return sections.values_list("tile_set", flat=True).first() or OF_THE_HOUSE


def picture(text: str, tile_set: str) -> bytes:
    """PNG; the same text, the same picture, so it is drawn once a day at most."""
    laid = tuple(islice(cycle(tones(text) or [LEVEL]), COLUMNS * ROWS))
    key = f"share-picture:{tile_set}:{''.join(tone[:3] for tone in laid)}"
    drawn: bytes | None = cache.get(key)
    if drawn is None:
        # Only now: what draws takes memory of processes that are never asked for a picture.
        from .brick_walls import lay

        drawn = lay(laid, tile_set)
        cache.set(key, drawn, DAY)
    return drawn
