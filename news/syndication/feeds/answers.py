"""How what strangers take away leaves the house: open to any site, and only when it is new."""

import hashlib
from collections.abc import Callable
from functools import wraps
from typing import Any

from django.http import HttpRequest, HttpResponse, HttpResponseNotFound
from django.utils import timezone
from django.utils.cache import get_conditional_response
from django.utils.http import quote_etag
from django.views.decorators.http import require_safe

from news.syndication.api.answers import unless_known
from news.syndication.models import Edition

View = Callable[..., HttpResponse]


def for_any_site(view: View) -> View:
    """GET and HEAD only, and readable by the scripts of every site."""

    @wraps(view)
    def answering(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        response: HttpResponse = require_safe(view)(request, *args, **kwargs)
        response["Access-Control-Allow-Origin"] = "*"
        return response

    return answering


def by_edition(request: HttpRequest, make: Callable[[], HttpResponse]) -> HttpResponse:
    """What `make` answers from publications, or 304 as long as none of them changed."""
    # Read before the rows: what changes meanwhile is then told by the next edition.
    edition = Edition.now()
    if edition.next_expiry and edition.next_expiry <= timezone.now():
        return make()  # something has gone that the edition does not count yet
    etag = f'W/"{edition.epoch.hex[:8]}-{edition.number}"'
    return unless_known(request, etag, edition.changed_at, make)


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
