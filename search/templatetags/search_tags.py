"""Small things of the search page, and of lists in the other rooms."""

import re
from collections.abc import Iterator

from django import template
from django.core.paginator import Page
from django.utils.html import escape
from django.utils.safestring import SafeString, mark_safe

from search.vietnamese.normalise import fold

register = template.Library()

WORD = re.compile(r"\w+")


@register.filter
def elided(page: Page) -> Iterator[int | str]:
    """The page numbers to offer around this one: 1 … 4 5 6 … 18."""
    return page.paginator.get_elided_page_range(page.number, on_each_side=1, on_ends=1)


@register.filter
def marked(text: str, query: str) -> SafeString:
    """The text with the words of the query marked, typed with or without accents."""
    wanted = set(WORD.findall(fold(query)))
    if not wanted:
        return escape(text)
    pieces, end = [], 0
    for found in hits(text, wanted):
        pieces += [escape(text[end : found.start()]), f"<mark>{escape(found.group())}</mark>"]
        end = found.end()
    pieces.append(escape(text[end:]))
    return mark_safe("".join(pieces).replace("</mark> <mark>", " "))  # noqa: S308 - escaped above


def hits(text: str, wanted: set[str]) -> Iterator[re.Match[str]]:
    return (word for word in WORD.finditer(text) if fold(word.group()) in wanted)
