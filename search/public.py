"""What the public may see of what is indexed: only that may feed what visitors are told."""

from collections.abc import Iterable
from typing import Any

from django.db.models import Model, Q
from django.utils import timezone
from wagtail.models import Page, PageQuerySet, Site

from .named import named_kinds
from .private_pages import without_private
from .remembering import remembered


def searchable_pages(site: Site | None = None) -> PageQuerySet:
    """Public pages below a home page, or below those of one site."""
    name = f"below the homes of site {site.pk}" if site else "below the homes of all sites"
    below = remembered(name, lambda: _below_homes(site))
    return public_pages().filter(below, depth__gt=2)


def public_pages() -> PageQuerySet:
    """Live, not private, and not past their end even when no worker has taken them down yet.

    Said in a way that every engine can filter by: engines know a page's state but not its end, so
    the few that are past it and not taken down yet are named one by one.
    """
    ended = Page.objects.live().filter(expire_at__lte=timezone.now()).order_by()
    keys = list(ended.values_list("pk", flat=True))
    return without_private(Page.objects.live().filter(depth__gt=1)).exclude(pk__in=keys)


def _below_homes(site: Site | None) -> Q:
    """Nothing to filter by where no page stands elsewhere: servers look through all paths for it."""
    sites = Site.objects.filter(pk=site.pk) if site else Site.objects.all()
    keys = sites.order_by().values("root_page__translation_key")
    homes = list(Page.objects.filter(translation_key__in=keys).values_list("path", "depth"))
    if [depth for _, depth in homes].count(2) == Page.get_first_root_node().numchild:
        return Q()
    below = Q(pk__in=[])
    for path, _ in homes:
        below |= Q(path__startswith=path)
    return below


def public_keys(model: type[Model], keys: Iterable[Any]) -> set[Any]:
    """Of these objects of a model, those that visitors can find: pages, and what has a name."""
    public = [kind.queryset() for kind in named_kinds()]
    found = next((some for some in public if some.model is model), None)
    if issubclass(model, Page):
        found = searchable_pages()
    return (
        set(found.filter(pk__in=keys).values_list("pk", flat=True)) if found is not None else set()
    )
