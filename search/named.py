"""Things with a name of their own beside pages: persons, bodies, clusters. Other rooms register them.

They are suggested while a visitor types, and shown above the answers when their name was typed.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any

from django.db.models import Model, QuerySet, prefetch_related_objects
from django.utils.translation import get_language
from wagtail.search.backends import get_search_backend

from .models.editing import words_key
from .vietnamese.analysis import tokens
from .vietnamese.normalise import fold

FEWEST_WORDS = 2
LITTLE = 3  # letters of an English word that is in every second name: of, and, the
MOST = 2
LOOKED_AT = 20  # the search puts the likeliest first, which need not be the shortest


@dataclass(frozen=True)
class NamedKind:
    """`kind` is what the API calls it; `field` holds the name and is searched for.

    `field_en` holds its English name, if it may have one: a title of it too, for the search.
    `description` is as readers see it, marked where it is not in their language. `photo_field`
    holds a photo, if it may have one.
    """

    kind: str
    label: str
    field: str
    queryset: Callable[[], QuerySet]
    description: Callable[[Any], str] = lambda _: ""
    field_en: str = ""
    photo_field: str = ""


@dataclass(frozen=True)
class Named:
    kind: str
    kind_label: str
    name: str
    url: str
    description: str
    name_en: str = ""
    photo: Any = None

    def __str__(self) -> str:
        return self.name


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
        _english(kind, instance),
    )


def named_in(typed: str) -> list[Named]:
    """What bears a name that was typed, whole or half of it at least; at most two.

    Who reads English has few pages to find, and may type any part of an English name.
    """
    words = words_key(typed).split()
    is_enough = len(words) >= FEWEST_WORDS or (reads_english() and len("".join(words)) > LITTLE)
    if not is_enough:
        return []
    found = [
        (more, kind, instance)
        for kind in named_kinds()
        for instance, read in _holders(kind, typed)
        if (more := _words_more(kind, instance, words, read)) is not None
    ]
    nearest = sorted(found, key=lambda each: each[0])[:MOST]
    for kind in named_kinds():
        bearers = [instance for _, its, instance in nearest if its is kind and kind.photo_field]
        prefetch_related_objects(bearers, f"{kind.photo_field}__renditions")
    return [
        replace(named(kind, instance), photo=getattr(instance, kind.photo_field, None))
        for _, kind, instance in nearest
    ]


def _holders(kind: NamedKind, typed: str) -> Iterator[tuple[Model, Sequence[str]]]:
    """Whose names hold every word that was typed, with any accents; and the words with keys read."""
    search = get_search_backend().search
    holders = search(typed, kind.queryset(), fields=[kind.field], operator="and")[:LOOKED_AT]
    return ((instance, holders.query_compiler.asked_words) for instance in holders)


def _words_more(
    kind: NamedKind, instance: Model, words: Sequence[str], read: Sequence[str]
) -> int | None:
    """How many words the name has beside those typed; None where it is not meant by them."""
    name, english = getattr(instance, kind.field), words_key(_english(kind, instance)).split()
    is_english = set(words) <= set(english)
    if not (is_english or _has_accents(name, read)):
        return None
    more = len(english if is_english else words_key(name).split()) - len(words)
    is_half = len(words) >= FEWEST_WORDS and more <= len(words)
    return more if is_half or (is_english and reads_english()) else None


def _has_accents(name: str, read: Sequence[str]) -> bool:
    """Those that were typed: Khái is not Khải. They may be left out."""
    own = set(tokens(name))
    return all(word in own or word == fold(word) for word in read)


def _english(kind: NamedKind, instance: Model) -> str:
    return getattr(instance, kind.field_en) if kind.field_en else ""


def reads_english() -> bool:
    return (get_language() or "").startswith("en")
