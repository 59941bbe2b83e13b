"""How every answer of the API leaves the house, errors included."""

import json
from collections.abc import Callable, Mapping
from functools import wraps
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse, StreamingHttpResponse
from django.http.response import HttpResponseBase
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import conditional_page

from .problems import Sentence, not_found, problem

View = Callable[..., HttpResponseBase]

CHANGED = Sentence(
    "Nội dung không còn như ở “If-Match”.", "The content is no longer the one in “If-Match”."
)


def answer(content: Mapping[str, Any]) -> HttpResponse:
    """Finished JSON, readable as it is: Vietnamese letters are not escaped."""
    return HttpResponse(
        json.dumps(content, ensure_ascii=False, separators=(",", ":")).encode(),
        content_type="application/json",
    )


def for_anyone(view: View) -> View:
    """Reads are open to scripts of any site; HEAD works; errors are problems.

    Django Ninja answers 405 and its own 404 in other forms, and knows no HEAD. What did not
    change since it was last fetched is not sent again (ETag, If-None-Match).
    """

    @csrf_exempt
    @wraps(view)
    def answering(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        response = _as_problem(_asked(conditional_page(view)), request, *args, **kwargs)
        if request.method in ("GET", "HEAD"):
            response["Access-Control-Allow-Origin"] = "*"
            response["Access-Control-Expose-Headers"] = "ETag"
        return response

    return answering


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
        return problem(412, CHANGED)
    if response.status_code != 405:
        return response
    allowed = response["Allow"]
    refusal = problem(
        405, Sentence(f"Địa chỉ này chỉ nhận {allowed}.", f"This address only takes {allowed}.")
    )
    refusal["Allow"] = allowed
    return refusal
