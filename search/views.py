"""The search page."""

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from .query import find_pages

RESULTS_PER_PAGE = 10
LAST_PAGE = 100


def search_page(request: HttpRequest) -> HttpResponse:
    """/tim-kiem/?q=…&page=…; whatever is typed, the answer is a page."""
    typed = request.GET.get("q", "")
    number = _page_number(request.GET.get("page", ""))
    found = find_pages(typed, limit=RESULTS_PER_PAGE, offset=(number - 1) * RESULTS_PER_PAGE)
    paginator = Paginator(range(found.total), RESULTS_PER_PAGE)
    context = {
        "typed": typed[:200].replace("\x00", ""),
        "query": found.query,
        "results": found.pages,
        "total": found.total,
        "pages": paginator.get_page(number),
    }
    return render(request, "search/search.html", context)


def _page_number(text: str) -> int:
    if not (text.isascii() and text.isdigit()):
        return 1
    # Python refuses to read a number of thousands of digits; nine are far behind the last page.
    return min(int(text[:9]), LAST_PAGE) or 1
