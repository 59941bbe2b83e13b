"""What may be kept and given to everybody: all of it is decided here.

Who asks decides first, then what Django answered. The same for our own memory as for browsers and
proxies, which are told in Cache-Control.
"""

import re
from collections.abc import Mapping
from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponseBase

from search.remembering import READING

Environ = dict[str, Any]

ADMIN, API = "/admin/", "/api/"
LEFT_ALONE = (ADMIN, "/documents/", "/-/", settings.MEDIA_URL, settings.STATIC_URL)
LONGEST_ADDRESS = 1000  # letters
# With one of these a request wants something else than the whole answer for everybody.
UNUSUAL = {
    "HTTP_AUTHORIZATION",
    "HTTP_RANGE",
    "HTTP_IF_MATCH",
    "HTTP_IF_UNMODIFIED_SINCE",
    "HTTP_TRANSFER_ENCODING",
}
# What others hang on an address to know where its reader came from; pages show nothing of it.
TRACKING = re.compile(r"(?:^|&)(?:utm_\w+|fbclid|gclid|gbraid|wbraid|msclkid|zarsrc)=[^&]*")

# Pages that show nothing but what makes a new edition when it changes (docs/byte-path.md).
PUBLIC_VIEWS = {
    "wagtail_serve",
    "site-map",
    "news:topics",
    "news:topic",
    "news:photo-stories",
    "news:picker",
    "people:directory",
    "people:organisation",
    "people:cluster",
    "people:person",
}
PUBLIC = "public, max-age=0, s-maxage=1, must-revalidate"
# With a key, or a cookie that says who somebody is, nobody is answered from memory; compressing is our own.
MAY_VARY_BY = {"authorization", "cookie", "accept-encoding"}


# --- Who asks --------------------------------------------------------------------------------------


def wants_what_all_get(environ: Environ) -> bool:
    """Nobody in particular, for the whole of an address that is not left alone.

    The token of a form says nothing of who has it: they get what was made for others, but nothing is
    made for others when they ask.
    """
    path, query = environ.get("PATH_INFO", ""), environ.get("QUERY_STRING", "")
    return (
        _reads_without(environ, settings.SESSION_COOKIE_NAME, "messages")
        and environ.keys().isdisjoint(UNUSUAL)
        and ("HTTP_IF_MODIFIED_SINCE" not in environ or "HTTP_IF_NONE_MATCH" in environ)
        and environ.get("CONTENT_LENGTH") in (None, "", "0")
        and len(path) + len(query) <= LONGEST_ADDRESS
        and not path.startswith(LEFT_ALONE)
    )


def is_read_by_anybody(environ: Mapping[str, Any]) -> bool:
    """Without a cookie that says who somebody is, or what was said to them."""
    return _reads_without(
        environ, settings.SESSION_COOKIE_NAME, settings.CSRF_COOKIE_NAME, "messages"
    )


def query_that_counts(path: str, query: str) -> str:
    """Without marks of others. The API refuses what it does not know, and goes on to."""
    if not query or path.startswith(API):
        return query
    return TRACKING.sub("", query).lstrip("&")


def _reads_without(environ: Mapping[str, Any], *names: str) -> bool:
    if environ["REQUEST_METHOD"] not in READING:
        return False
    cookies = environ.get("HTTP_COOKIE")
    return not cookies or not any(name in cookies for name in names)


# --- What is answered ------------------------------------------------------------------------------


def is_public_page(request: HttpRequest, response: HttpResponseBase) -> bool:
    """One of PUBLIC_VIEWS, answered without a reserve: of a page with a view restriction Wagtail
    says in Cache-Control that it is private."""
    return (
        request.resolver_match is not None
        and request.resolver_match.view_name in PUBLIC_VIEWS
        and is_read_by_anybody(request.META)
        and not response.has_header("Cache-Control")
        and _is_whole(response)
    )


def may_be_kept(response: Any) -> bool:
    """Django says so itself: as long as whoever keeps it asks whether it has changed."""
    if not (_is_whole(response) and response.has_header("ETag")):
        return False
    control = _listed(response, "Cache-Control")
    return bool(control & {"public", "no-cache"}) and not control & {"private", "no-store"}


def _is_whole(response: Any) -> bool:
    return (
        isinstance(response, HttpResponse)
        and response.status_code == 200
        and not response.cookies
        and _listed(response, "Vary") <= MAY_VARY_BY
    )


def _listed(response: HttpResponse, header: str) -> set[str]:
    return {each.strip().lower() for each in response.get(header, "").split(",") if each.strip()}
