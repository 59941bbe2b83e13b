"""How what strangers take away leaves the house: open to any site, and only when it is new."""

import hashlib
from collections.abc import Callable
from functools import wraps
from typing import Any

from django.http import HttpRequest, HttpResponse, HttpResponseNotFound
from django.utils.cache import get_conditional_response
from django.utils.http import quote_etag
from django.views.decorators.http import require_safe

View = Callable[..., HttpResponse]


def for_any_site(view: View) -> View:
    """GET and HEAD only, and readable by the scripts of every site."""

    @wraps(view)
    def answering(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        response: HttpResponse = require_safe(view)(request, *args, **kwargs)
        response["Access-Control-Allow-Origin"] = "*"
        return response

    return answering


def by_content(request: HttpRequest, content: bytes, content_type: str) -> HttpResponse:
    """The content, or 304 for who has just that: it is of more than publications."""
    etag = quote_etag(hashlib.blake2b(content, digest_size=16).hexdigest())
    known = get_conditional_response(request, etag=etag)
    response: HttpResponse = known or HttpResponse(content, content_type=content_type)
    response["ETag"] = etag
    response["Cache-Control"] = "no-cache"
    return response


def missing(words: str) -> HttpResponse:
    """404 for programs, and for the person who set them up."""
    return HttpResponseNotFound(words, content_type="text/plain; charset=utf-8")
