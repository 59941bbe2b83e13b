"""Names that places and bodies bore before, or bear now, for whoever searches by the other one."""

import re
from collections.abc import Iterator
from typing import Any

from django.core.cache import cache
from django.db.models.signals import post_delete, post_save
from django.utils.translation import gettext_noop

from search.engine.expansions import OtherName, register_other_names
from search.vietnamese.normalise import normalise
from search.vietnamese.provinces import PROVINCES

from .models import Organisation, OrganisationName, OrganisationSuccession, ProvinceSuccession

CACHE_KEY = "people.other_names_since"
KEPT = 60  # seconds, for the processes that did not make the change
FEWEST_WORDS = 3  # of a name that says enough without its province
# Why one is searched for too; said in the reader's language, when it is shown.
IS_PART_OF = gettext_noop("{name} nay thuộc {other} (từ {since})")
HAS_MERGED = gettext_noop("{other} đã nhập vào {name} (từ {since})")
IS_NOW = gettext_noop("{name} nay là {other}")
WAS_BEFORE = gettext_noop("{name} trước đây là {other}")
IS_DONE_BY = gettext_noop("Việc của {name} nay do {other} đảm nhận")
TOOK_OVER = gettext_noop("{name} tiếp nhận việc của {other}")
_IN_A_PROVINCE = re.compile(
    rf" (?:(?:tỉnh|thành phố) )?(?:{'|'.join('[ –-]+'.join(name) for name in PROVINCES)})$| tỉnh$"
)


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
        yield OtherName(before, after, IS_PART_OF, each.on)
        yield OtherName(after, before, HAS_MERGED, each.on)


def organisations() -> Iterator[OtherName]:
    """Former names, bodies that took over, and other ways to write a name."""
    for name in OrganisationName.objects.select_related("organisation"):
        now = name.organisation.name
        if name.name != now:
            yield OtherName(name.name, now, IS_NOW)
            yield OtherName(now, name.name, WAS_BEFORE)
            yield from _as_said_at_home(name.name, now)
    for each in OrganisationSuccession.objects.select_related("predecessor", "successor"):
        before, after = each.predecessor.name, each.successor.name
        if before != after:
            yield OtherName(before, after, IS_DONE_BY)
            yield OtherName(after, before, TOOK_OVER)
            yield from _as_said_at_home(before, after)
    for name, aliases in Organisation.objects.exclude(aliases=[]).values_list("name", "aliases"):
        for alias in aliases:
            yield OtherName(alias, name)
            yield OtherName(name, alias)


def _as_said_at_home(before: str, after: str) -> Iterator[OtherName]:
    """Both without their province, which nobody says who lives there; only from the former one.

    What bears the name of today would be searched for by all its former ones each time.
    """
    former, now = _without_province(before), _without_province(after)
    if former not in (before, now) and len(former.split()) >= FEWEST_WORDS:
        yield OtherName(former, now, IS_DONE_BY)


def _without_province(name: str) -> str:
    found = _IN_A_PROVINCE.search(normalise(name))
    return name.strip()[: found.start() - found.endpos] if found else name


def _forget(**kwargs: Any) -> None:
    cache.delete(CACHE_KEY)


for _model in (Organisation, OrganisationName, OrganisationSuccession, ProvinceSuccession):
    post_save.connect(_forget, sender=_model)
    post_delete.connect(_forget, sender=_model)
