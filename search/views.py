"""The search page."""

from collections.abc import Sequence
from functools import partial

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import conditional_page, require_safe
from wagtail.models import Page, Site

from .addresses import only
from .editing import promoted_pages
from .facets import facets
from .finding import Question, Result, ResultPage, find_pages
from .given_again import let_be_given_again, nothing_waits
from .log import note_search
from .named import named_in
from .templatetags.search_tags import page_name
from .vietnamese.normalise import clean

RESULTS_PER_PAGE = 10
LAST_PAGE = 100
LONGEST = 300
PARAMETERS = ("q", "page", "sort", "exact")


@require_safe
@conditional_page
def search_page(request: HttpRequest) -> HttpResponse:
    """/tim-kiem/?q=…&page=…&sort=newest&exact=1 and facets; whatever is typed, a page answers."""
    is_true_for_a_while = nothing_waits()
    number = _page_number(request.GET.get("page", ""))
    question = _question(request)
    offset = (number - 1) * RESULTS_PER_PAGE
    found = find_pages(question, limit=RESULTS_PER_PAGE, offset=offset, or_last=True)
    paginator = Paginator(range(min(found.total, RESULTS_PER_PAGE * LAST_PAGE)), RESULTS_PER_PAGE)
    pages = paginator.get_page(number)  # the last one too, where there are not so many
    is_first = pages.number == 1 and not question.chosen
    promoted = [] if question.chosen else promoted_pages(question.typed, _meant(found))
    named = named_in(question.typed) if is_first else []
    note = None
    if "page" not in request.GET and question == Question(question.typed):
        # Another page, order or spelling is asked for by the same visitor, about the same.
        # Of pages that hold only some of the words editors learn as of none.
        total = 0 if found.is_partial else found.total
        note = partial(note_search, question.typed, total + len(promoted) + len(named))
        note(request.META)
    context = {
        "typed": question.typed,
        "question": question,
        "found": found,
        "results": _without(promoted, found.results),
        "named": named,
        "promoted": promoted if is_first else [],
        "pages": pages,
        "page_name": page_name(pages),
        "asked": only(request.GET, *PARAMETERS, *(facet.name for facet in facets())),
    }
    response = render(request, "search/search.html", context)
    if is_true_for_a_while and not found.degraded:
        let_be_given_again(response, each_time=note)
    return response


def _meant(found: ResultPage) -> str:
    """The words as they were understood; a wider time was not meant by them."""
    return found.question.typed if found.instead else found.understood_as


def _without(promoted: Sequence[Page], results: Sequence[Result]) -> list[Result]:
    """Nothing twice: what stands above the first page is in no row of any page."""
    above = {page.pk for page in promoted}
    return [result for result in results if result.page.pk not in above]


def _question(request: HttpRequest) -> Question:
    chosen = {facet.name: _parameter(request, facet.name)[:80] for facet in facets()}
    return Question(
        typed=clean(_parameter(request, "q"))[:LONGEST],
        chosen={name: value for name, value in chosen.items() if value},
        newest_first=request.GET.get("sort") == "newest",
        as_typed=request.GET.get("exact") == "1",
        site=Site.find_for_request(request),
    )


def _parameter(request: HttpRequest, name: str) -> str:
    return request.GET.get(name, "").replace("\x00", "")


def _page_number(text: str) -> int:
    if not (text.isascii() and text.isdigit()):
        return 1
    # Python refuses to read a number of thousands of digits; nine are far behind the last page.
    return min(int(text[:9]), LAST_PAGE) or 1
