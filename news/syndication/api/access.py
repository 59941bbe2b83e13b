"""Who asks, and whether they may: keys, what keys are for, and how often.

    Authorization: Bearer cnv_…

Reads are open and need no key; a key that is sent must be a good one. `admitted` stands in front of
every address of the API; operations that only a portal may call say so with `auth=KeyFor(…)`.
"""

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.utils.cache import patch_vary_headers
from ninja.security import HttpBearer

from news.syndication.models import Portal, PortalKey, Scope
from news.syndication.portals import limits, usage
from news.syndication.portals.areas import Area
from news.syndication.portals.callers import caller
from news.syndication.portals.settings import requests_per_minute

from .problems import Refusal, Sentence, problem

View = Callable[..., HttpResponseBase]

BAD_KEY = Sentence(
    "Khóa không đúng, đã bị thu hồi, hoặc cổng đã ngừng hoạt động.",
    "The key is wrong or revoked, or its portal is not active.",
)
NO_KEY = Sentence(
    "Địa chỉ này cần khóa của cổng: Authorization: Bearer cnv_…",
    "This address needs a portal's key: Authorization: Bearer cnv_…",
)
NOT_ALLOWED = {
    Scope.READ: Sentence("Khóa này không dùng để đọc tin.", "This key is not for reading."),
    Scope.REPORT_VIEWS: Sentence(
        "Khóa này không dùng để báo lượt xem.", "This key is not for reporting views."
    ),
    Scope.OFFER_ARTICLES: Sentence(
        "Khóa này không dùng để gửi tin bài.", "This key is not for offering articles."
    ),
}
TOO_MANY = Sentence(
    "Quá nhiều yêu cầu trong một phút; hãy chờ số giây ghi ở Retry-After.",
    "Too many requests in a minute; wait for the seconds in Retry-After.",
)
SCHEME = "bearer"
CHALLENGE = 'Bearer realm="api"'


def portal_of(request: HttpRequest) -> Portal | None:
    """The portal whose key came with the request; None: somebody without a key."""
    key: PortalKey | None = getattr(request, "portal_key", None)
    return key.portal if key else None


def area_of(request: HttpRequest) -> Area:
    """What may be told to whoever asks; all of it when they sent no key."""
    return Area.of(portal_of(request))


def gives(request: HttpRequest, items: int, *, since: int | None = None) -> None:
    """Note for the portal's counts what the answer holds, and the edition it goes on from."""
    request.items_given = items  # type: ignore[attr-defined]
    request.asked_since = since  # type: ignore[attr-defined]


class KeyFor(HttpBearer):
    """Needs the key of a portal that may do this; `request.auth` is the portal."""

    def __init__(self, scope: Scope) -> None:
        super().__init__()
        self.scope = scope

    def __call__(self, request: HttpRequest) -> Portal:
        portal = portal_of(request)
        if portal is None:
            raise Refusal(401, NO_KEY)
        if not portal.may(self.scope):
            raise Refusal(403, NOT_ALLOWED[self.scope])
        return portal

    def authenticate(self, request: HttpRequest, token: str) -> Portal:
        return self(request)


def admitted(view: View) -> View:
    """The view, for those who may ask now. Preflights bring no key and cost nothing."""

    @wraps(view)
    def admitting(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        if request.method == "OPTIONS":
            return view(request, *args, **kwargs)
        written = _written_key(request)
        key = PortalKey.objects.written_as(written) if written is not None else None
        allowance = _allowance(request, key)
        response = _refusal(request, written, key, allowance)
        if response is None:
            request.portal_key = key  # type: ignore[attr-defined]
            response = view(request, *args, **kwargs)
        _note(request, response, key)
        _add_headers(response, allowance)
        return response

    return admitting


def _written_key(request: HttpRequest) -> str | None:
    """The key that was sent with the scheme Bearer; None where none was sent.

    Another scheme is the password of a test site, and not meant for us. Everything after "Bearer" is the
    key, a pasted U+00A0 too: with it the key is wrong and refused, where without a key the portal would
    be answered as a stranger. (Granian hands on an empty header where there are such letters.)
    """
    written = request.META.get("HTTP_AUTHORIZATION")
    if written is None:
        return None
    scheme, key = written.strip()[: len(SCHEME)], written.strip()[len(SCHEME) :]
    return key.strip() if scheme.lower() in {SCHEME, ""} else None


def _allowance(request: HttpRequest, key: PortalKey | None) -> limits.Allowance | None:
    """A portal has one number for all its keys; a key that opens nothing is one more stranger."""
    if key and key.opens:
        return limits.take_one(f"portal-{key.portal_id}", key.portal.requests_per_minute)
    return limits.take_one(caller(request), requests_per_minute())


def _refusal(
    request: HttpRequest,
    written: str | None,
    key: PortalKey | None,
    allowance: limits.Allowance | None,
) -> HttpResponseBase | None:
    if allowance and allowance.is_used_up:
        return problem(429, TOO_MANY)
    if written is None:
        return None
    if key is None or not key.opens:
        return problem(401, BAD_KEY)
    if request.method in ("GET", "HEAD") and not key.portal.may(Scope.READ):
        return problem(403, NOT_ALLOWED[Scope.READ])
    return None


def _note(request: HttpRequest, response: HttpResponseBase, key: PortalKey | None) -> None:
    if key is None:
        return
    usage.count(
        key,
        refused=response.status_code in (401, 403, 429),
        items=getattr(request, "items_given", 0),
        since=getattr(request, "asked_since", None),
    )


def _add_headers(response: HttpResponseBase, allowance: limits.Allowance | None) -> None:
    patch_vary_headers(response, ["Authorization"])
    if response.status_code == 401:
        response["WWW-Authenticate"] = CHALLENGE
    for name, value in (allowance.headers if allowance else {}).items():
        response[name] = value
