"""Small things of the search page, and of lists in the other rooms."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Any

from django import template
from django.core.paginator import Page
from django.db.models import prefetch_related_objects
from django.urls import NoReverseMatch, reverse
from django.utils.http import urlencode

from search.finding import FacetValue, Question, Result

register = template.Library()

# What a row shows of a page, under the names that page types have it.
SHOWN_IN_ROWS = ("lead_photo__renditions", "event_province__successions__successor")
MOST_WORDS_TO_LEAVE_OUT = 6


@register.filter
def elided(page: Page) -> Iterator[int | str]:
    """The page numbers to offer around this one: 1 … 4 5 6 … 18."""
    return page.paginator.get_elided_page_range(page.number, on_each_side=1, on_ends=1)


@register.filter
def number(value: int) -> str:
    """1284 as 1.284."""
    return f"{value:,}".replace(",", ".")


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
def suggest_address() -> str:
    """Where suggestions come from; "" in a project that does not offer the API."""
    try:
        return reverse("api-v1:suggest")
    except NoReverseMatch:
        return ""


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
def ready_to_show(results: Sequence[Result]) -> Sequence[Result]:
    """The same, with what their rows show fetched for all of a page type at once."""
    pages = [result.page for result in results]
    for model in {type(page) for page in pages}:
        shown = [path for path in SHOWN_IN_ROWS if hasattr(model, path.partition("__")[0])]
        prefetch_related_objects([page for page in pages if type(page) is model], *shown)
    return results
