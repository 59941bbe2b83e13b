"""Names that places and bodies bore before, or bear now, for whoever searches by the other one."""

from collections.abc import Iterator
from typing import Any

from django.core.cache import cache
from django.db.models.signals import post_delete, post_save

from search.engine.expansions import OtherName, register_other_names

from .models import Organisation, OrganisationName, OrganisationSuccession, ProvinceSuccession

CACHE_KEY = "people.other_names"
KEPT = 60  # seconds, for the processes that did not make the change


@register_other_names
def other_names() -> list[OtherName]:
    return cache.get_or_set(CACHE_KEY, lambda: [*provinces(), *organisations()], KEPT) or []


def provinces() -> Iterator[OtherName]:
    """A province that ended and the one it went into, both ways; others kept their names."""
    merged = ProvinceSuccession.objects.select_related("predecessor", "successor")
    for each in merged.exclude(kind=ProvinceSuccession.Kind.CONTINUED):
        before, after = each.predecessor.name, each.successor.name
        if before == after:
            continue
        since = f"{each.on:%d/%m/%Y}"
        yield OtherName(before, after, f"{before} nay thuộc {after} (từ {since})")
        yield OtherName(after, before, f"{before} đã nhập vào {after} (từ {since})")


def organisations() -> Iterator[OtherName]:
    """Former names, bodies that took over, and other ways to write a name."""
    for name in OrganisationName.objects.select_related("organisation"):
        now = name.organisation.name
        if name.name != now:
            yield OtherName(name.name, now, f"{name.name} nay là {now}")
            yield OtherName(now, name.name, f"{now} trước đây là {name.name}")
    for each in OrganisationSuccession.objects.select_related("predecessor", "successor"):
        before, after = each.predecessor.name, each.successor.name
        if before != after:
            yield OtherName(before, after, f"Việc của {before} nay do {after} đảm nhận")
            yield OtherName(after, before, f"{after} tiếp nhận việc của {before}")
    for name, aliases in Organisation.objects.exclude(aliases=[]).values_list("name", "aliases"):
        for alias in aliases:
            yield OtherName(alias, name)
            yield OtherName(name, alias)


def _forget(**kwargs: Any) -> None:
    cache.delete(CACHE_KEY)


for _model in (Organisation, OrganisationName, OrganisationSuccession, ProvinceSuccession):
    post_save.connect(_forget, sender=_model)
    post_delete.connect(_forget, sender=_model)
