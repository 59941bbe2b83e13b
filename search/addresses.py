"""Full addresses, the same whoever asks: an answer is taken away and shown on another site."""

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import Any, Protocol
from urllib.parse import urljoin, urlsplit

from django.conf import settings
from django.http import HttpRequest, QueryDict
from django.utils import translation
from wagtail.models import Page, Site
from wagtail.models.sites import SiteRootPath

from search.remembering import remembered

SCHEMES_TO_LEAVE = {"mailto", "tel"}
# Nearly every address of ours: one that joining leaves as it is. A list of photos has a thousand.
PLAIN_PATH = re.compile(r"(?:/[\w%-][\w%.-]*)+/?", re.ASCII)


class HasAddress(Protocol):
    """A person, an organisation … : one thing with an address in each language."""

    def get_absolute_url(self) -> str: ...


def only(parameters: QueryDict, *names: str) -> QueryDict:
    """Those of an address that its page reads: others are not carried on to the page behind it."""
    read = QueryDict(mutable=True)
    for name in parameters:
        if name in names:
            read.setlist(name, parameters.getlist(name))
    return read


def absolute(address: str) -> str:
    """The address with scheme and host; "" for one that is not an address at all."""
    try:
        origin = _origin(_public_url())
        if origin and PLAIN_PATH.fullmatch(address):
            return origin + address
        if urlsplit(address).scheme in SCHEMES_TO_LEAVE:
            return address
        full = urljoin(_public_url(), address)
        return full if urlsplit(full).scheme in {"http", "https"} else ""
    except ValueError:  # http://[ and the like
        return ""


def is_web_address(address: str) -> bool:
    """Whether it is whole and could be called: https://[::1 and https:/// could not."""
    try:
        parts = urlsplit(address)
        parts.port  # noqa: B018  # reading it is the check
        return parts.scheme in {"http", "https"} and bool(parts.hostname)
    except ValueError:
        return False


def address_of(page: Page) -> str:
    """The full address of a page, from our own setting; of another site's than the default, from its own.

    Not Wagtail's `full_url`: that takes the host from the Site record, which nobody fills in
    before the first portal has copied "http://localhost".
    """
    parts = page.get_url_parts() or _parts_read_anew(page)
    if not parts or not parts[2]:
        return ""
    site, root_url, path = parts
    others = {each.pk for each in other_sites(page._get_site_root_paths())}
    return urljoin(root_url, path) if site in others else absolute(path)


def address_in_first_language(thing: HasAddress) -> str:
    """The full address, whatever language somebody happens to read or to work in."""
    with translation.override(settings.LANGUAGE_CODE):
        return absolute(thing.get_absolute_url())


def address_asked_for(request: HttpRequest, path: str = "") -> str:
    """The full address of what is asked for, or of another path there, as `address_of` tells it."""
    path, others = path or request.path, other_sites(Site.get_site_root_paths())
    site = Site.find_for_request(request) if others else None
    return urljoin(site.root_url, path) if site and site in others else absolute(path)


def other_sites(roots: Sequence[SiteRootPath]) -> list[Site]:
    """Those whose pages have an address of their own. Where there is only one, as Wagtail has in memory
    of where sites begin, it has that of our setting, and nothing is asked."""
    if len({each.site_id for each in roots}) < 2:
        return []
    return remembered("other sites", lambda: list(Site.objects.filter(is_default_site=False)))


def front_page(request: HttpRequest) -> Page | None:
    """The front page in the reader's language; in the first one where it is not translated."""
    site, language = Site.find_for_request(request), translation.get_language()
    if site is None or language == settings.LANGUAGE_CODE:
        return site and site.root_page
    return remembered(
        f"front page of site {site.pk} in {language}", lambda: site.root_page.localized
    )


def _parts_read_anew(page: Page) -> Any:
    """Each process remembers for an hour where sites begin; another may have added a language."""
    Site.clear_site_root_paths_cache()
    page.__dict__.pop("_wagtail_cached_site_root_paths", None)
    return page.get_url_parts()


def _public_url() -> str:
    """PUBLIC_URL is a setting of our own site; a project that only uses our apps has Wagtail's."""
    return getattr(settings, "PUBLIC_URL", "") or getattr(settings, "WAGTAILADMIN_BASE_URL", "")


@lru_cache
def _origin(address: str) -> str:
    """Scheme and host; "" of what is no address on the web."""
    parts = urlsplit(address)
    return f"{parts.scheme}://{parts.netloc}" if parts.scheme in {"http", "https"} else ""
