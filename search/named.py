"""Things with a name of their own beside pages: persons, bodies, clusters. Other rooms register them.

They are suggested while a visitor types, and shown above the answers when their name was typed.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from django.db.models import Model, QuerySet
from wagtail.search.backends import get_search_backend

from .models.editing import words_key

FEWEST_WORDS = 2
MOST = 2
LOOKED_AT = 20  # the search puts the likeliest first, which need not be the shortest


@dataclass(frozen=True)
class NamedKind:
    """`kind` is what the API calls it; `field` holds the name and is searched for.

    `description` is as readers see it, marked where it is not in their language.
    """

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
    """What bears a name that was typed, whole or half of it at least; at most two."""
    words = words_key(typed).split()
    if len(words) < FEWEST_WORDS:
        return []
    found = [
        (more, kind, instance)
        for kind in named_kinds()
        for instance in _holders(kind, typed)
        if (more := _words_more(kind, instance, words)) <= len(words)
    ]
    nearest = sorted(found, key=lambda each: each[0])[:MOST]
    return [named(kind, instance) for _, kind, instance in nearest]


def _holders(kind: NamedKind, typed: str) -> Any:
    """With "and", the name holds every word that was typed."""
    search = get_search_backend().search
    return search(typed, kind.queryset(), fields=[kind.field], operator="and")[:LOOKED_AT]


def _words_more(kind: NamedKind, instance: Model, words: Sequence[str]) -> int:
    return len(words_key(getattr(instance, kind.field)).split()) - len(words)
