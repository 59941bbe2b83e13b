"""What only the admin gets: a host of its own where there is one, and a looser policy."""

from collections.abc import Callable

from csp.middleware import CSPMiddleware, PolicyParts
from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.http.request import split_domain_port

ADMIN = "/admin/"


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


class ContentSecurityPolicyMiddleware(CSPMiddleware):
    """Strict for readers; Wagtail's admin cannot run without inline scripts."""

    def get_policy_parts(
        self, request: HttpRequest, response: HttpResponseBase, report_only: bool = False
    ) -> PolicyParts:
        parts = super().get_policy_parts(request, response, report_only)
        if request.path.startswith(ADMIN):
            parts.replace = settings.ADMIN_CONTENT_SECURITY_POLICY
        return parts
