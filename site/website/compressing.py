"""Our own stylesheet and scripts, compressed while they are sent: for `make run`, where nothing is collected.

On a server collectstatic leaves each file compressed beside itself. It takes seconds, nearly all of them for
Wagtail's thousand files, which nobody wants to wait for at each start.
"""

from http import HTTPStatus

from django.conf import settings
from django.http import HttpRequest, HttpResponseBase
from django.middleware.gzip import GZipMiddleware

OURS = tuple(f"{settings.STATIC_URL}{app}/" for app in ("website", "news", "search"))


class CompressedStaticMiddleware(GZipMiddleware):
    def process_response(
        self, request: HttpRequest, response: HttpResponseBase
    ) -> HttpResponseBase:
        if not _is_worth_it(request, response):
            return response
        known_by = response["ETag"]
        response = super().process_response(request, response)
        response["ETag"] = known_by  # the only one WhiteNoise knows it by, compressed or not
        return response


def _is_worth_it(request: HttpRequest, response: HttpResponseBase) -> bool:
    return (
        request.method == "GET"
        and request.path.startswith(OURS)
        and response.status_code == HTTPStatus.OK
        and response["Content-Type"].startswith("text/")
    )
