"""What to offer while a visitor is still typing: titles of pages, and names."""

from collections.abc import Iterator
from dataclasses import dataclass

from wagtail.models import Page
from wagtail.search.backends import get_search_backend

from .addresses import absolute, address_of
from .kinds import kind_of
from .models.editing import words_key
from .named import Named, NamedKind, named, named_kinds
from .public import searchable_pages
from .vietnamese.analysis import tokens

MOST = 8
MOST_NAMES = 3
FEWEST_LETTERS = 2


@dataclass(frozen=True)
class Suggestion:
    """`id` and `external_id` only of pages."""

    text: str
    type: str
    url: str
    id: str | None = None
    external_id: str | None = None


def suggestions(typed: str) -> list[Suggestion]:
    """At most eight: names first, for they are short, then titles; none for a single letter."""
    if sum(map(len, tokens(typed[:300]))) < FEWEST_LETTERS:
        return []
    names = [
        Suggestion(_name_begun(found, typed), found.kind, absolute(found.url))
        for kind in named_kinds()
        for found in _names(kind, typed)
    ][:MOST_NAMES]
    titled = get_search_backend().autocomplete(typed, searchable_pages(), names_only=True)
    keys = titled[: MOST - len(names)].keys()
    pages = {str(page.pk): page for page in Page.objects.filter(pk__in=keys).specific()}
    return names + [_of_page(pages[key]) for key in keys if key in pages]


def _names(kind: NamedKind, typed: str) -> Iterator[Named]:
    found = get_search_backend().autocomplete(typed, kind.queryset(), names_only=True)
    for instance in found[:MOST_NAMES]:
        yield named(kind, instance)


def _name_begun(found: Named, typed: str) -> str:
    """The one of its names that was typed: the English one where only that has such beginnings."""
    begun = words_key(typed).split()

    def holds(name: str) -> bool:
        words = words_key(name).split()
        return all(any(word.startswith(letters) for word in words) for letters in begun)

    return found.name_en if holds(found.name_en) and not holds(found.name) else found.name


def _of_page(page: Page) -> Suggestion:
    return Suggestion(
        text=page.title,
        type=kind_of(type(page)),
        url=address_of(page),
        id=str(page.translation_key),
        external_id=getattr(page, "external_id", "") or None,
    )
