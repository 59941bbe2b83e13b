"""Pages no reader may see because of where they stand."""

from typing import TypeVar

from django.db.models import Q
from wagtail.models import Page, PageQuerySet, PageViewRestriction

from search.remembering import remembered

Pages = TypeVar("Pages", bound=PageQuerySet)


def without_private(pages: Pages) -> Pages:
    """Those that are not private and stand below none that is, as with Wagtail's `public()`.

    That one joins restrictions and pages; where SQLite has counted its rows and no page is private
    it begins with the pages, and reads them all for every request.
    """
    below = Q()
    for path in private_paths():
        below |= Q(path__startswith=path)
    return pages.exclude(below) if below else pages


def private_paths() -> list[str]:
    """Of the pages that are restricted themselves."""
    return remembered("private paths", _private_paths)


def _private_paths() -> list[str]:
    private = Page.objects.filter(pk__in=PageViewRestriction.objects.values("page")).order_by()
    return list(private.values_list("path", flat=True))
