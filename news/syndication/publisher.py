"""Who publishes: the name and mark that go out with what is taken away."""

from collections.abc import Callable
from dataclasses import dataclass

from django.conf import settings
from django.utils import translation
from wagtail.models import Site

from search.remembering import remembered


@dataclass(frozen=True)
class Publisher:
    name: str
    logo: str = ""  # full address of a picture; "": there is none


def _of_the_site() -> Publisher:
    """What Wagtail knows of the site, for a host that has nothing better to say."""
    site = Site.objects.filter(is_default_site=True).first()
    return Publisher((site and site.site_name) or settings.WAGTAIL_SITE_NAME)


_told_by: Callable[[], Publisher] = _of_the_site


def register_publisher(tell: Callable[[], Publisher]) -> None:
    """The host's own answer, in the language that is active; it costs its queries."""
    global _told_by
    _told_by = tell


def publisher(language: str | None = None) -> Publisher:
    """In that language; otherwise in the reader's."""
    with translation.override(language or translation.get_language()):
        return remembered(f"publisher in {translation.get_language()}", _told_by)
