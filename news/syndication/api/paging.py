"""Lists in pages that start where the last one ended, whatever was added or taken away meanwhile."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Generic, TypeVar
from urllib.parse import urlencode

from django.db.models import Model, Q, QuerySet
from django.http import HttpRequest
from wagtail.search.backends import get_search_backend

from search.addresses import absolute

from .cursors import NameCursor, NumberCursor, Packed, question

Item = TypeVar("Item", bound=Model)


@dataclass(frozen=True)
class Page(Generic[Item]):
    items: Sequence[Item]
    end: Packed | None  # where to go on; None when nothing is left


def page_by_name(
    items: QuerySet[Item], field: str, limit: int, after: NameCursor | None, called: str | None
) -> Page[Item]:
    """In the order of the names in `field`; of those `called` so, as the search reads names."""
    items = items.order_by(field, "pk")
    if after:
        same_name = Q(**{field: after.name}, pk__gt=after.number)
        items = items.filter(Q(**{f"{field}__gt": after.name}) | same_name)
    found = list((items if called is None else _called(called, items))[: limit + 1])
    if len(found) <= limit:
        return Page(found, None)
    last = found[limit - 1]
    return Page(found[:limit], NameCursor(getattr(last, field), last.pk))


def page_by_number(items: QuerySet[Item], limit: int, after: NumberCursor | None) -> Page[Item]:
    """What was written down last comes first."""
    if after:
        items = items.filter(pk__lt=after.number)
    found = list(items.order_by("-pk")[: limit + 1])
    if len(found) <= limit:
        return Page(found, None)
    return Page(found[:limit], NumberCursor(found[limit - 1].pk))


def next_page(request: HttpRequest, end: Packed | str | None) -> str | None:
    """The same question from there on."""
    if end is None:
        return None
    parameters = request.GET.dict()
    word = end if isinstance(end, str) else end.word(question(request.path, parameters))
    parameters["cursor"] = word
    return absolute(f"{request.path}?{urlencode(parameters)}")


def _called(name: str, items: QuerySet[Item]) -> Any:
    """Those whose names hold every word, with or without the accents that were left out."""
    return get_search_backend().search(name, items, operator="and", order_by_relevance=False)
