"""What to offer while a visitor is still typing: titles of pages, and names."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import chain, islice, zip_longest

from django.utils import translation
from wagtail.coreutils import get_content_languages
from wagtail.models import Page
from wagtail.search.backends import get_search_backend

from .addresses import absolute, address_of
from .kinds import kind_of
from .models.editing import words_key
from .named import Named, named, named_kinds, reads_english
from .public import searchable_pages
from .templatetags.search_tags import language_of
from .vietnamese.analysis import tokens

MOST = 8
MOST_NAMES = 3
FEWEST_LETTERS = 2


@dataclass(frozen=True)
class Suggestion:
    """`id` and `external_id` only of pages; `locale` is the language of `text`."""

    text: str
    type: str
    url: str
    locale: str
    id: str | None = None
    external_id: str | None = None


def suggestions(typed: str, locale: str = "") -> list[Suggestion]:
    """At most eight: names first, for they are short, then titles; none for a single letter.

    They lead to what is there in the language of `locale`, and to what was found where nothing is.
    """
    if sum(map(len, tokens(typed[:300]))) < FEWEST_LETTERS:
        return []
    with translation.override(locale or translation.get_language()):
        names = [_of_name(found, typed) for found in _names(typed)]
        most = MOST - len(names)
        if locale:  # of all that was found, each text is left once
            pages = _in(locale, _titled(typed, most * len(get_content_languages())))
        else:
            pages = _titled(typed, most)
        return names + [_of_page(page) for page in islice(pages, most)]


def _titled(typed: str, most: int) -> Sequence[Page]:
    titled = get_search_backend().autocomplete(typed, searchable_pages(), names_only=True)
    keys = titled[:most].keys()
    found = {str(page.pk): page for page in Page.objects.filter(pk__in=keys).specific()}
    return [found[key] for key in keys if key in found]


def _names(typed: str) -> Iterator[Named]:
    """The best of each kind first, so that many persons leave room for a body."""
    search = get_search_backend().autocomplete
    by_kind = [
        [(kind, bearer) for bearer in search(typed, kind.queryset(), names_only=True)[:MOST_NAMES]]
        for kind in named_kinds()
    ]
    in_turn = filter(None, chain.from_iterable(zip_longest(*by_kind)))
    return (named(kind, bearer) for kind, bearer in islice(in_turn, MOST_NAMES))


def _of_name(found: Named, typed: str) -> Suggestion:
    """By the one of its names that was typed; where both have such beginnings, by the reader's."""
    begun = words_key(typed).split()

    def holds(name: str) -> bool:
        words = words_key(name).split()
        return all(any(word.startswith(letters) for word in words) for letters in begun)

    order = ("en", "vi") if reads_english() else ("vi", "en")
    names = {"vi": found.name, "en": found.name_en}
    locale = next((each for each in order if holds(names[each])), "vi")
    return Suggestion(names[locale], found.kind, absolute(found.url), locale)


def _in(locale: str, pages: Sequence[Page]) -> Iterable[Page]:
    """The public translations in a language, each once; a page that has none is left as it is."""
    there = searchable_pages().filter(
        locale__language_code=locale, translation_key__in=[page.translation_key for page in pages]
    )
    translated = {page.translation_key: page for page in there.specific()}
    return dict.fromkeys(translated.get(page.translation_key, page) for page in pages)


def _of_page(page: Page) -> Suggestion:
    return Suggestion(
        text=page.title,
        type=kind_of(type(page)),
        url=address_of(page),
        locale=language_of(page),
        id=str(page.translation_key),
        external_id=getattr(page, "external_id", "") or None,
    )
