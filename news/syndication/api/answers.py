"""How every answer of the API leaves the house, errors included."""

import datetime
from collections.abc import Callable, Mapping
from functools import partial, wraps
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse, StreamingHttpResponse
from django.http.response import HttpResponseBase
from django.utils import timezone
from django.utils.cache import get_conditional_response
from django.utils.http import http_date
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import conditional_page

from news.syndication.models import Edition
from news.syndication.objects.encoding import encoded
from news.syndication.portals.areas import WHOLE, Area

from .access import admitted
from .problems import Sentence, not_found, problem

View = Callable[..., HttpResponseBase]

CHANGED = Sentence(
    "Nội dung không còn như ở “If-Match”.", "The content is no longer the one in “If-Match”."
)
CHANGED_SINCE = Sentence(
    "Nội dung đã đổi sau lúc ghi ở “If-Unmodified-Since”.",
    "The content has changed since the time in “If-Unmodified-Since”.",
)

EXPOSED = "ETag, RateLimit, RateLimit-Policy, Retry-After"

A_MOMENT = datetime.timedelta(seconds=10)  # longer than any transaction takes to commit


def answer(content: Mapping[str, Any]) -> HttpResponse:
    """JSON of what is stored: whoever keeps it need only ask whether it is still the same."""
    response = finished(encoded(content))
    response["Cache-Control"] = "no-cache"
    return response


def finished(content: bytes) -> HttpResponse:
    """JSON that is ready as it is."""
    return HttpResponse(content, content_type="application/json")


def unless_known(
    request: HttpRequest,
    etag: str,
    changed_at: datetime.datetime | None,
    make: Callable[[], HttpResponse],
) -> HttpResponse:
    """What `make` answers, or 304 when whoever asks has that already.

    `views` are filled in when an answer is made and are not part of what its ETag stands for: they
    may lag behind a 304. The date is told only once nothing more can happen in its second.
    """
    settled = changed_at if changed_at and timezone.now() - changed_at > A_MOMENT else None
    seconds = int(settled.timestamp()) if settled else None
    known = get_conditional_response(request, etag=etag, last_modified=seconds)
    response: HttpResponse = known or make()
    response["ETag"] = etag
    response["Cache-Control"] = "no-cache"
    if seconds:
        response["Last-Modified"] = http_date(seconds)
    return response


def by_edition(
    request: HttpRequest, edition: Edition, make: Callable[[], HttpResponse], area: Area = WHOLE
) -> HttpResponse:
    """What `make` answers from publications in the area, or 304 as long as none of them changed.

    Read the edition before the rows: what changes meanwhile is then told by the next one.
    """
    if edition.is_outlived:
        return make()
    etag = f'W/"{area.epoch(edition.epoch).hex[:8]}-{edition.number}"'
    return unless_known(request, etag, edition.changed_at if area.is_whole else None, make)


def for_anyone(view: View) -> View:
    """Reads are open to scripts of any site; HEAD works; errors are problems.

    Django Ninja answers 405 and its own 404 in other forms, and knows no HEAD. What did not
    change since it was last fetched is not sent again (ETag, If-None-Match).
    """

    answer_to = admitted(partial(_as_problem, _asked(conditional_page(view))))

    @csrf_exempt
    @wraps(view)
    def answering(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        if request.method == "OPTIONS":
            return _as_problem(_methods_of(view), request, *args, **kwargs)
        response = answer_to(request, *args, **kwargs)
        if request.method in ("GET", "HEAD"):
            response["Access-Control-Allow-Origin"] = "*"
            response["Access-Control-Expose-Headers"] = EXPOSED
        return response

    return answering


def _methods_of(view: View) -> View:
    """OPTIONS: what the address takes. A script of another site may read, with a key or without."""

    def telling(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        refusal = view(request, *args, **kwargs)
        if refusal.status_code == 404:
            return refusal
        allowed = refusal.get("Allow", "GET").split(", ")
        reads = ["GET", "HEAD"] if "GET" in allowed else []
        writes = [method for method in allowed if method not in reads]
        response = HttpResponse(status=204)
        response["Allow"] = ", ".join([*reads, *writes, "OPTIONS"])
        if reads:
            response["Access-Control-Allow-Origin"] = "*"
            response["Access-Control-Allow-Methods"] = ", ".join(reads)
            response["Access-Control-Allow-Headers"] = (
                "Authorization, If-Modified-Since, If-None-Match"
            )
            response["Access-Control-Max-Age"] = "86400"
        return response

    return telling


def _asked(view: View) -> View:
    def asked(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        if request.method != "HEAD":
            return view(request, *args, **kwargs)
        # The server leaves the body away; all else must be as for GET.
        request.method = "GET"
        try:
            response = view(request, *args, **kwargs)
        finally:
            request.method = "HEAD"
        if isinstance(response, StreamingHttpResponse):
            response.streaming_content = ()  # or every row would be written for nobody
        return response

    return asked


def _as_problem(view: View, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
    try:
        response = view(request, *args, **kwargs)
    except Http404:
        return not_found(request)
    if response.status_code == 412:
        return problem(412, CHANGED if "If-Match" in request.headers else CHANGED_SINCE)
    if response.status_code != 405:
        return response
    allowed = response["Allow"]
    refusal = problem(
        405, Sentence(f"Địa chỉ này chỉ nhận {allowed}.", f"This address only takes {allowed}.")
    )
    refusal["Allow"] = allowed
    return refusal
