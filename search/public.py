"""What the public may see of what is indexed: only that may feed what visitors are told."""

from collections.abc import Iterable
from typing import Any

from django.db.models import Model
from django.utils import timezone
from wagtail.models import Page, PageQuerySet

from .named import named_kinds
from .private_pages import without_private


def searchable_pages() -> PageQuerySet:
    """Public pages below the front pages."""
    return public_pages().filter(depth__gt=2)


def public_pages() -> PageQuerySet:
    """Live, not private, and not past their end even when no worker has taken them down yet.

    Said in a way that every engine can filter by: engines know a page's state but not its end, so
    the few that are past it and not taken down yet are named one by one.
    """
    ended = Page.objects.live().filter(expire_at__lte=timezone.now()).order_by()
    keys = list(ended.values_list("pk", flat=True))
    return without_private(Page.objects.live().filter(depth__gt=1)).exclude(pk__in=keys)


def public_keys(model: type[Model], keys: Iterable[Any]) -> set[Any]:
    """Of these objects of a model, those that visitors can find: pages, and what has a name."""
    public = [kind.queryset() for kind in named_kinds()]
    found = next((some for some in public if some.model is model), None)
    if issubclass(model, Page):
        found = searchable_pages()
    return (
        set(found.filter(pk__in=keys).values_list("pk", flat=True)) if found is not None else set()
    )
