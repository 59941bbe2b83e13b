"""What is ours in the chain: the admin's host and policy, languages, public pages, old addresses."""

import hashlib
from collections.abc import Callable
from http import HTTPStatus
from urllib.parse import urlsplit

from csp.middleware import CSPMiddleware, PolicyParts
from django.conf import settings
from django.http import (
    Http404,
    HttpRequest,
    HttpResponse,
    HttpResponseBase,
    HttpResponsePermanentRedirect,
    HttpResponseRedirect,
)
from django.http.request import split_domain_port
from django.middleware.locale import LocaleMiddleware
from django.utils import translation
from django.utils.cache import get_conditional_response
from wagtail.contrib.redirects import middleware as redirects
from wagtail.contrib.redirects.models import Redirect
from wagtail.models import Page, Site

from news.models.base import PublicPageQuerySet
from search.given_again import GIVEN_AGAIN
from search.remembering import READING, remembered
from website.byte_path.keeping import (
    ADMIN,
    API,
    PUBLIC,
    PUBLIC_VIEWS,
    is_public_page,
    is_read_by_anybody,
)
from website.errors import not_that_way
from website.old_addresses import is_a_page_with_a_slash, only_one_with_a_query, what_became_of

MAY_CHANGE = {
    HTTPStatus.MOVED_PERMANENTLY,
    HTTPStatus.PERMANENT_REDIRECT,
    HTTPStatus.NOT_FOUND,
    HTTPStatus.GONE,
}
SENDING_NOTHING = (*READING, "OPTIONS")
VIEWS_THAT_TAKE = {
    "feedback",
    "wagtailcore_authenticate_with_password",
    "wagtailcore_login",
    "wagtaildocs_authenticate_with_password",
}


class AdminHostMiddleware:
    """With ADMIN_HOST set, the admin is on that host and nowhere else: 404 as if it were not."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if settings.ADMIN_HOST and request.path.startswith(ADMIN):
            host, _port = split_domain_port(request.get_host())
            if host != settings.ADMIN_HOST:
                raise Http404
        return self.get_response(request)


class OnlySiteMiddleware:
    """Where there is one site, pages are of that one, whatever the host; nobody looks for it again."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)

    def process_view(self, request: HttpRequest, *view: object) -> None:
        match = request.resolver_match
        site = match and match.view_name in PUBLIC_VIEWS and remembered("only site", _only_site)
        if site:
            request._wagtail_site = site  # type: ignore[attr-defined] # as Site.find_for_request


def _only_site() -> Site | None:
    """With its front page as what it is, so that it need not be asked for each time either."""
    sites = Site.objects.select_related("root_page")[:2]
    if len(sites) != 1 or not sites[0].is_default_site:
        return None
    sites[0].root_page = sites[0].root_page.specific
    return sites[0]


class ContentSecurityPolicyMiddleware(CSPMiddleware):
    """Strict for readers; Wagtail's admin cannot run without inline scripts."""

    def get_policy_parts(
        self, request: HttpRequest, response: HttpResponseBase, report_only: bool = False
    ) -> PolicyParts:
        parts = super().get_policy_parts(request, response, report_only)
        if request.path.startswith(ADMIN):
            parts.replace = settings.ADMIN_CONTENT_SECURITY_POLICY
        return parts


class ReadingMiddleware:
    """Readers send something by the form of the feedback page; all other pages are there to be read.

    Before the form's token is asked for: who sends something to a page that takes nothing is not
    told to send it again.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)

    def process_view(self, request: HttpRequest, *view: object) -> HttpResponse | None:
        match = request.resolver_match
        is_taken = (
            request.method in SENDING_NOTHING
            or request.path.startswith((ADMIN, API))
            or (match is not None and match.view_name in VIEWS_THAT_TAKE)
        )
        return None if is_taken else not_that_way(request)


class LanguageOfAddressMiddleware(LocaleMiddleware):
    """The address alone decides the language, so no answer varies with what a browser prefers."""

    def process_response(
        self, request: HttpRequest, response: HttpResponseBase
    ) -> HttpResponseBase:
        response.headers.setdefault("Content-Language", translation.get_language())
        return response


class PublicPageMiddleware:
    """A page that anybody may see says so, and what it is known by.

    A browser asks each time whether that is still the same; a proxy in front may spare us the
    crowd of one second. `stale-while-revalidate` would let browsers show what was corrected.
    What leads elsewhere, or was taken down, is asked for again too: where nobody says so, browsers
    keep a 301 and a 410 for good, and the text may stand there again tomorrow. What is answered to
    somebody in particular, or to what they sent, is theirs alone.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        response = self.get_response(request)
        reserve = _reserve(request, response)
        if reserve:
            if hasattr(
                response, GIVEN_AGAIN
            ):  # to others it may be, which said nothing of this one
                del response["Cache-Control"]
            response.headers.setdefault("Cache-Control", reserve)
        if not is_public_page(request, response):
            return response
        etag = f'W/"{hashlib.blake2b(response.content, digest_size=16).hexdigest()}"'
        response["ETag"], response["Cache-Control"] = etag, PUBLIC
        return get_conditional_response(request, etag=etag, response=response) or response


def _reserve(request: HttpRequest, response: HttpResponseBase) -> str:
    """What an answer that is not the same for everybody and for good says in Cache-Control."""
    if request.method not in SENDING_NOTHING or response.cookies:
        return "private, no-store"
    if not is_read_by_anybody(request.META):
        return "private, no-cache"
    return "no-cache" if response.status_code in MAY_CHANGE else ""


class RedirectMiddleware(redirects.RedirectMiddleware):
    """An old address leads on to what its reader may see, or says what became of the page.

    It says so itself: to what is hidden it would only lead in vain, and tell the words of the title
    on the way.
    """

    def process_response(
        self, request: HttpRequest, response: HttpResponseBase
    ) -> HttpResponseBase:
        if response.status_code != HTTPStatus.NOT_FOUND:
            return response
        redirect = _redirect_from(request)
        if redirect is None or not redirect.link:
            return what_became_of(request) or response
        if not _may_follow(request, redirect):
            return what_became_of(request, redirect.link) or response
        if is_a_page_with_a_slash(request):
            return response
        if redirect.is_permanent:
            return HttpResponsePermanentRedirect(redirect.link)
        return HttpResponseRedirect(redirect.link)


def _redirect_from(request: HttpRequest) -> Redirect | None:
    """As browsers write an address, or with the blanks that somebody may have written."""
    address = Redirect.normalise_path(request.get_full_path(), decode_unicode=False)
    with_blanks = address.replace("%20", " ")
    found = _kept(request, address)
    return found if found or with_blanks == address else _kept(request, with_blanks)


def _kept(request: HttpRequest, address: str) -> Redirect | None:
    """Of this address, whatever hangs on it, or of the only one that something hung on."""
    path = urlsplit(address).path
    found: Redirect | None = redirects.get_redirect(request, address)
    if path == address:
        return found or only_one_with_a_query(path, Site.find_for_request(request))
    return found or redirects.get_redirect(request, path)


def _may_follow(request: HttpRequest, redirect: Redirect) -> bool:
    page = redirect.redirect_page_id
    if page is None or request.user.is_authenticated:
        return True
    return PublicPageQuerySet(Page).publicly_visible().filter(pk=page).exists()
