"""How every answer of the API leaves the house, errors included."""

import json
from collections.abc import Callable, Mapping
from functools import wraps
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.views.decorators.csrf import csrf_exempt

from .problems import not_found, problem

View = Callable[..., HttpResponse]


def answer(content: Mapping[str, Any]) -> HttpResponse:
    """Finished JSON, readable as it is: Vietnamese letters are not escaped."""
    return HttpResponse(
        json.dumps(content, ensure_ascii=False, separators=(",", ":")).encode(),
        content_type="application/json",
    )


def for_anyone(view: View) -> View:
    """Reads are open to scripts of any site; HEAD works; errors are problems.

    Django Ninja answers 405 and its own 404 in other forms, and knows no HEAD.
    """

    @csrf_exempt
    @wraps(view)
    def answering(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        response = _as_problem(_asked(view), request, *args, **kwargs)
        if request.method in ("GET", "HEAD"):
            response["Access-Control-Allow-Origin"] = "*"
        return response

    return answering


def _asked(view: View) -> View:
    def asked(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if request.method != "HEAD":
            return view(request, *args, **kwargs)
        # The server leaves the body away; all else must be as for GET.
        request.method = "GET"
        try:
            return view(request, *args, **kwargs)
        finally:
            request.method = "HEAD"

    return asked


def _as_problem(view: View, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
    try:
        response = view(request, *args, **kwargs)
    except Http404:
        return not_found(request)
    if response.status_code != 405:
        return response
    refusal = problem(405, f"Địa chỉ này chỉ nhận {response['Allow']}.")
    refusal["Allow"] = response["Allow"]
    return refusal
