"""The search page."""

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from .editing import promoted_pages
from .facets import facets
from .finding import Question, find_pages
from .log import note_search
from .named import named_in

RESULTS_PER_PAGE = 10
LAST_PAGE = 100
LONGEST = 300


def search_page(request: HttpRequest) -> HttpResponse:
    """/tim-kiem/?q=…&page=…&sort=newest&exact=1 and facets; whatever is typed, a page answers."""
    number = _page_number(request.GET.get("page", ""))
    question = _question(request)
    found = find_pages(question, limit=RESULTS_PER_PAGE, offset=(number - 1) * RESULTS_PER_PAGE)
    is_new = number == 1 and not question.chosen
    if is_new:
        note_search(question.typed, found.total)
    paginator = Paginator(range(min(found.total, RESULTS_PER_PAGE * LAST_PAGE)), RESULTS_PER_PAGE)
    context = {
        "typed": question.typed,
        "question": question,
        "found": found,
        "named": named_in(question.typed) if is_new else [],
        "promoted": promoted_pages(question.typed) if is_new else [],
        "pages": paginator.get_page(number),
    }
    return render(request, "search/search.html", context)


def _question(request: HttpRequest) -> Question:
    chosen = {facet.name: request.GET.get(facet.name, "")[:80] for facet in facets()}
    return Question(
        typed=request.GET.get("q", "").replace("\x00", "")[:LONGEST],
        chosen={name: value.replace("\x00", "") for name, value in chosen.items() if value},
        newest_first=request.GET.get("sort") == "newest",
        as_typed=request.GET.get("exact") == "1",
    )


def _page_number(text: str) -> int:
    if not (text.isascii() and text.isdigit()):
        return 1
    # Python refuses to read a number of thousands of digits; nine are far behind the last page.
    return min(int(text[:9]), LAST_PAGE) or 1
