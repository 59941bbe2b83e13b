"""Things with a name of their own beside pages: persons, bodies, clusters. Other rooms register them.

They are suggested while a visitor types, and shown above the answers when their name was typed.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.db.models import Model, QuerySet
from wagtail.search.backends import get_search_backend

from .models.editing import words_key

FEWEST_WORDS = 2
MOST = 2


@dataclass(frozen=True)
class NamedKind:
    """`kind` is what the API calls it; `field` holds the name and is searched for."""

    kind: str
    label: str
    field: str
    queryset: Callable[[], QuerySet]
    description: Callable[[Any], str] = lambda _: ""


@dataclass(frozen=True)
class Named:
    kind: str
    kind_label: str
    name: str
    url: str
    description: str


_kinds: list[NamedKind] = []


def register_named(kind: NamedKind) -> NamedKind:
    """Offer objects of a kind; they must be public, and have `get_absolute_url`."""
    _kinds[:] = [each for each in _kinds if each.kind != kind.kind] + [kind]
    return kind


def named_kinds() -> list[NamedKind]:
    return list(_kinds)


def named(kind: NamedKind, instance: Model) -> Named:
    return Named(
        kind.kind,
        kind.label,
        getattr(instance, kind.field),
        instance.get_absolute_url(),  # type: ignore[attr-defined]
        kind.description(instance),
    )


def named_in(typed: str) -> list[Named]:
    """What bears a name that was typed, whole or in great part; at most two."""
    words = words_key(typed).split()
    if len(words) < FEWEST_WORDS:
        return []
    found = []
    for kind in named_kinds():
        # With "and", the name holds every word that was typed.
        holders = get_search_backend().search(
            typed, kind.queryset(), fields=[kind.field], operator="and"
        )
        for instance in holders[:MOST]:
            name = words_key(getattr(instance, kind.field)).split()
            found.append((len(name) - len(words), named(kind, instance)))
    return [each for _, each in sorted(found, key=lambda each: each[0])][:MOST]
