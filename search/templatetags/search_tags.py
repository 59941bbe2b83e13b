"""Small things of the search page, and of lists in the other rooms."""

import json
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Any

from django import template
from django.core.paginator import Page
from django.db.models import prefetch_related_objects
from django.urls import NoReverseMatch, reverse
from django.utils.html import format_html
from django.utils.http import urlencode
from django.utils.safestring import SafeString

from search.facets import KIND, facet_named
from search.finding import FacetValue, Question, Result
from search.kinds import page_kinds
from search.named import named_kinds
from search.public_files import private_collections

register = template.Library()

MOST_WORDS_TO_LEAVE_OUT = 6


@register.filter
def elided(page: Page) -> Iterator[int | str]:
    """The page numbers to offer around this one: 1 … 4 5 6 … 18."""
    return page.paginator.get_elided_page_range(page.number, on_each_side=1, on_ends=1)


@register.filter
def number(value: int | None) -> str:
    """1284 as 1.284; nothing as 0."""
    return f"{value or 0:,}".replace(",", ".")


@register.simple_tag
def public_file(file: Any) -> Any:
    """The photo or document; nothing where it stands in a private collection, whoever looks."""
    return file if file and file.collection_id not in private_collections() else None


# --- Addresses -----------------------------------------------------------------------------------


@register.simple_tag
def search_address(question: Question, **changes: Any) -> str:
    """Where the question is answered with something changed in it, from the first page on."""
    asked = replace(question, **changes)
    parameters = {"q": asked.typed, **asked.chosen}
    if asked.newest_first:
        parameters["sort"] = "newest"
    if asked.as_typed:
        parameters["exact"] = "1"
    return f"{reverse('search:search')}?{urlencode(parameters)}"


@register.simple_tag
def with_facet(question: Question, name: str, value: str) -> str:
    """The address with that value chosen of a facet, in place of another one."""
    return search_address(question, chosen={**question.chosen, name: value})


@register.simple_tag
def without_facet(question: Question, name: str) -> str:
    others = {each: value for each, value in question.chosen.items() if each != name}
    return search_address(question, chosen=others)


@register.simple_tag
def without_facets(question: Question) -> str:
    return search_address(question, chosen={})


@register.simple_tag
def suggestions() -> SafeString:
    """What suggest.js reads from a search form: where to ask, and what kinds are called here.

    Nothing in a project that does not offer the API.
    """
    try:
        address = reverse("api-v1:suggest")
    except NoReverseMatch:
        return SafeString("")
    return format_html(
        ' data-suggest="{}" data-kinds="{}"', address, json.dumps(_kind_names(), ensure_ascii=False)
    )


def _kind_names() -> dict[str, str]:
    """Of pages and of what has a name of its own, by what the API calls them."""
    kinds = facet_named(KIND)
    names = dict(kinds.names_of(list(page_kinds()))) if kinds else {}
    return names | {each.kind: each.label for each in named_kinds()}


# --- What is shown -------------------------------------------------------------------------------


@register.filter
def chosen(values: Sequence[FacetValue]) -> list[FacetValue]:
    return [value for value in values if value.is_chosen]


@register.filter
def fewer_words(typed: str) -> list[str]:
    """The words without one of them, for each of a few words."""
    words = typed.split()
    if not 2 <= len(words) <= MOST_WORDS_TO_LEAVE_OUT:
        return []
    shorter = (" ".join(words[:place] + words[place + 1 :]) for place in range(len(words)))
    return list(dict.fromkeys(shorter))


@register.filter
def with_places(results: Sequence[Result]) -> Sequence[Result]:
    """The same, with the provinces that rows name, then and now, fetched for all at once."""
    placed = [result.page for result in results if getattr(result.page, "event_province_id", None)]
    prefetch_related_objects(placed, "event_province__successions__successor")
    return results
